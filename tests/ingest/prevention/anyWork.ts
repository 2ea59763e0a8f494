import fc from 'fast-check'
import {
  FEELS,
  LIGHT_WORDS,
  MEASURE_WORDS,
  OBSERVATION_WORDS,
} from '../../../src/domain/preventionFile/vocabularies.ts'
import type { FileContent } from '../../../src/domain/preventionFile/records.ts'
import type { ActivitySeries, Cause, Measure, Problem } from '../../../src/domain/measure.ts'
import type { SafetyWalk } from '../../../src/domain/safetyWalk.ts'

/** Texts that trip careless writers up: separators, quotes, formulas, escapes, line breaks, blanks at the ends, other scripts. */
const piece = fc.oneof(
  { weight: 3, arbitrary: fc.string({ unit: 'grapheme', maxLength: 12 }) },
  fc.string({ unit: 'binary', maxLength: 6 }),
  fc.constantFrom(
    '\n',
    '\r\n',
    '\r',
    '\t',
    '"',
    ';',
    ',',
    "'",
    '=1+1',
    '@SUM(A1)',
    '-',
    '+46',
    '_x000D_',
    '_x005F_',
    '_x0041_x0042_',
    '\\',
    '\\;',
    '; ',
    '🦺👩‍👩‍👧',
    'å',
    'Ångström',
    '<b>&amp;</b>',
    ']]>',
    ' ',
    '\u00a0',
    '\ufeff',
    'null',
    '-',
    '1 234,5',
    '2025-01-01',
    '\u0000',
    '\u0085',
    '\uffff',
    '\ud800',
  ),
)
export const anyText = fc.array(piece, { maxLength: 4 }).map((pieces) => pieces.join(''))
const filled = anyText.filter((text) => text !== '')
const id = fc.oneof(fc.stringMatching(/^[a-zåäö][a-zåäö0-9-]{0,12}$/), filled)
const ids = fc.uniqueArray(id, { maxLength: 4 })
const date = fc
  .date({ min: new Date('1950-01-01'), max: new Date('2090-01-01'), noInvalidDate: true })
  .map((day) => day.toISOString().slice(0, 10))
const clock = fc
  .tuple(fc.nat(23), fc.nat(59))
  .map(([hour, minute]) => `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`)
const degrees = (most: number) =>
  fc.double({ min: -most, max: most, noNaN: true }).map((value) => (value === 0 ? 0 : value))
const place = fc.tuple(degrees(180), degrees(90))
const number = fc
  .oneof(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.integer())
  .map((value) => (value === 0 ? 0 : value))
const count = fc.nat(1_000_000)
const wordsOf = (vocabulary: readonly { id: string }[]) => fc.constantFrom(...vocabulary.map((one) => one.id))

/** An object with some of its keys left out altogether. */
const some = <T>(needed: { [K in keyof T]: fc.Arbitrary<T[K]> }, keys: (keyof T)[]) =>
  fc.record(needed, { requiredKeys: keys }) as unknown as fc.Arbitrary<T>

const observation = fc.record(
  {
    id,
    lon: degrees(180),
    lat: degrees(90),
    feels: wordsOf(FEELS),
    category: wordsOf(OBSERVATION_WORDS),
    text: anyText,
    photo: anyText,
    responsible: anyText,
    decision: fc.record(
      { kind: fc.constantFrom('approved', 'refused'), reason: anyText },
      { requiredKeys: ['kind'] },
    ),
    due: date,
    done: date,
    confirmed: fc.boolean(),
  },
  { requiredKeys: ['id', 'lon', 'lat', 'feels', 'category', 'text'] },
)

export const anyWalks = fc.uniqueArray(
  fc.record({
    id,
    title: anyText,
    date,
    startTime: fc.oneof(clock, fc.constant('')),
    light: wordsOf(LIGHT_WORDS),
    route: fc.array(place, { maxLength: 5 }),
    participants: fc
      .uniqueArray(fc.tuple(filled, count), { selector: ([role]) => role, maxLength: 4 })
      .map((pairs) => Object.fromEntries(pairs)),
    organiser: anyText,
    observations: fc.uniqueArray(observation, { selector: (one) => one.id, maxLength: 5 }),
  }),
  { selector: (walk) => walk.id, maxLength: 4 },
) as unknown as fc.Arbitrary<SafetyWalk[]>

const radius = fc.double({ min: 0, max: 5000, noNaN: true }).map(Math.abs)
const geometry = fc.oneof(
  fc.constant(null),
  fc.record({ type: fc.constant('Point'), coordinates: place, radius }),
  fc.record({
    type: fc.constant('LineString'),
    coordinates: fc.array(place, { minLength: 2, maxLength: 5 }),
    radius,
  }),
  fc.record({
    type: fc.constant('Polygon'),
    coordinates: fc.array(fc.array(place, { minLength: 3, maxLength: 5 }), { minLength: 1, maxLength: 3 }),
  }),
)

const goal = some(
  {
    kind: fc.constantFrom('outcome', 'process', 'output'),
    text: anyText,
    indicator: anyText,
    baseline: number,
    target: number,
    achieved: number,
    date,
  },
  ['kind', 'text'],
)

const measure = fc.record(
  {
    id,
    title: anyText,
    kind: fc.constantFrom('situational', 'social'),
    actsOn: fc.constantFrom('situation', 'victim', 'offender'),
    category: wordsOf(MEASURE_WORDS),
    causes: ids,
    mechanism: anyText,
    horizon: fc.constantFrom('short', 'long'),
    responsible: anyText,
    start: date,
    end: date,
    geometry,
    crimeTypes: fc.array(anyText, { maxLength: 3 }),
    goals: fc.array(goal, { maxLength: 3 }),
    cost: number,
    log: fc.array(fc.record({ date, text: anyText }), { maxLength: 3 }),
    evidence: anyText,
    status: fc.constantFrom('planned', 'ongoing', 'done', 'cancelled'),
  },
  {
    requiredKeys: [
      'id',
      'title',
      'kind',
      'actsOn',
      'category',
      'causes',
      'mechanism',
      'horizon',
      'responsible',
      'start',
      'geometry',
      'crimeTypes',
      'goals',
      'log',
      'status',
    ],
  },
)

export const anyMeasures = fc.record({
  walks: fc.constant([]),
  measures: fc.uniqueArray(measure, { selector: (one) => one.id, maxLength: 4 }) as unknown as fc.Arbitrary<
    Measure[]
  >,
  causes: fc.uniqueArray(
    fc.record({ id, text: anyText, kind: fc.constantFrom('proximate', 'distal'), problems: ids }),
    { selector: (one) => one.id, maxLength: 4 },
  ) as unknown as fc.Arbitrary<Cause[]>,
  problems: fc.uniqueArray(
    fc.record(
      {
        id,
        text: anyText,
        crimeTypes: fc.array(anyText, { maxLength: 3 }),
        period: fc.record({ from: date, to: date }),
      },
      { requiredKeys: ['id', 'text', 'crimeTypes'] },
    ),
    { selector: (one) => one.id, maxLength: 3 },
  ) as unknown as fc.Arbitrary<Problem[]>,
  activity: fc.uniqueArray(
    fc.record(
      {
        id,
        name: anyText,
        unit: anyText,
        measure: anyText,
        months: fc.array(
          fc.record({
            month: fc
              .tuple(fc.integer({ min: 1950, max: 2090 }), fc.integer({ min: 1, max: 12 }))
              .map(([year, month]) => `${year}-${String(month).padStart(2, '0')}`),
            count: number,
          }),
          { maxLength: 4 },
        ),
      },
      { requiredKeys: ['id', 'name', 'unit', 'months'] },
    ),
    { selector: (one) => one.id, maxLength: 3 },
  ) as unknown as fc.Arbitrary<ActivitySeries[]>,
}) satisfies fc.Arbitrary<FileContent>
