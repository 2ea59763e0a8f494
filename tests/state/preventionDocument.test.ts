import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ZONE_ORIGINS, ZONES } from '../../src/domain/evaluation.ts'
import { NO_PREVENTION } from '../../src/domain/prevention.ts'
import type { ProjectError } from '../../src/project/errors.ts'
import { readPrevention } from '../../src/state/preventionDocument.ts'
import { anyMeasures, anyText, anyWalks } from '../ingest/prevention/anyWork.ts'

const number = fc
  .double({ noNaN: true, noDefaultInfinity: true })
  .map((value) => (Object.is(value, -0) ? 0 : value))
const maybe = <T>(value: fc.Arbitrary<T>) => fc.oneof(fc.constant(null), value)
const ring = fc.array(fc.tuple(number, number), { maxLength: 4 })
const zone = fc.record(
  {
    origin: fc.constantFrom(...ZONE_ORIGINS),
    lonLat: fc.array(fc.array(ring, { maxLength: 2 }), { maxLength: 2 }),
    label: anyText,
  },
  { requiredKeys: ['origin', 'lonLat'] },
)
const periods = fc.array(fc.record({ from: fc.integer(), to: fc.integer() }), { maxLength: 3 })
const anyEvaluation = fc.record({
  measure: anyText,
  crimeTypes: maybe(fc.array(anyText, { maxLength: 3 })),
  zones: fc.record(Object.fromEntries(ZONES.map((name) => [name, maybe(zone)])), { requiredKeys: [] }),
  ringMetres: maybe(number),
  periods: maybe(fc.record({ before: periods, after: periods })),
  runInDays: maybe(fc.nat(400)),
  chosenForPeak: fc.constantFrom(true, false, 'unknown'),
})
const anyPrevention = fc
  .tuple(
    anyWalks,
    anyMeasures,
    fc.uniqueArray(anyEvaluation, { selector: ({ measure }) => measure, maxLength: 3 }),
    fc
      .array(fc.tuple(fc.stringMatching(/^[a-z]+\.[a-z0-9-]+$/), anyText), { maxLength: 4 })
      .map((notes) => Object.fromEntries(notes)),
  )
  .map(([walks, work, evaluations, processNotes]) => ({ ...work, walks, evaluations, processNotes }))

describe('the prevention work of a project', () => {
  it('comes back as it was written, whatever the screens and the files can make', () => {
    fc.assert(
      fc.property(anyPrevention, (work) => {
        expect(readPrevention(JSON.parse(JSON.stringify(work)))).toEqual(work)
      }),
      { numRuns: 150 },
    )
  })

  it('may lack any part, as an older project does', () => {
    expect(readPrevention({})).toEqual(NO_PREVENTION)
  })

  const observation = { id: 'o', lon: 18, lat: 58, feels: 'unsafe', category: 'lighting', text: '' }
  const walk = {
    id: 'w',
    title: '',
    date: '2025-04-09',
    startTime: '',
    light: 'dark',
    route: [],
    participants: {},
    organiser: '',
    observations: [observation],
  }
  const measure = {
    id: 'm',
    title: '',
    kind: 'situational',
    actsOn: 'situation',
    category: 'lighting',
    causes: [],
    mechanism: '',
    horizon: 'short',
    responsible: '',
    start: '2025-05-01',
    geometry: null,
    crimeTypes: [],
    goals: [{ kind: 'outcome', text: '' }],
    log: [],
    status: 'done',
  }
  const evaluation = {
    measure: 'm',
    crimeTypes: null,
    zones: {},
    ringMetres: null,
    periods: null,
    runInDays: null,
    chosenForPeak: 'unknown',
  }

  it('takes the work that the refusals below spoil', () => {
    const work = { walks: [walk], measures: [measure], evaluations: [evaluation] }
    expect(readPrevention(work)).toEqual({ ...NO_PREVENTION, ...work })
  })

  it.each([
    [
      'walks.0.observations.0.category',
      { walks: [{ ...walk, observations: [{ ...observation, category: 'moon' }] }] },
    ],
    ['walks.0.observations.0.due', { walks: [{ ...walk, observations: [{ ...observation, due: 'maj' }] }] }],
    [
      'walks.0.observations.0.decision',
      { walks: [{ ...walk, observations: [{ ...observation, decision: null }] }] },
    ],
    ['walks.0.observations', { walks: [{ ...walk, observations: [observation, observation] }] }],
    ['walks', { walks: [walk, walk] }],
    ['measures.0.category', { measures: [{ ...measure, category: 'moon' }] }],
    [
      'measures.0.goals.0.target',
      { measures: [{ ...measure, goals: [{ ...measure.goals[0], target: '3' }] }] },
    ],
    [
      'problems.0.period.to',
      { problems: [{ id: 'p', text: '', crimeTypes: [], period: { from: '2025-01-01' } }] },
    ],
    [
      'evaluations.0.zones.target.origin',
      { evaluations: [{ ...evaluation, zones: { target: { origin: 'moon', lonLat: [] } } }] },
    ],
  ])('is refused where %s would break a screen', (part, work) => {
    expect(() => readPrevention(work)).toThrow(
      expect.objectContaining({ code: 'unsound', data: { part: `prevention.${part}` } }) as ProjectError,
    )
  })
})
