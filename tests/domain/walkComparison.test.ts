import { distance, pointToLineDistance } from '@turf/turf'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  compareWalks,
  countFindings,
  shareGround,
  type FindingClass,
} from '../../src/domain/walkComparison.ts'
import { metresBetween, metresToLine } from '../../src/domain/walkDistance.ts'
import type { SafetyWalk, WalkObservation } from '../../src/domain/safetyWalk.ts'
import { walks } from '../../data/walks.ts'

/** Degrees of a metre at 58° north. */
const EAST = 1 / (111_195 * Math.cos((58 * Math.PI) / 180))
const NORTH = 1 / 111_195

let count = 0
const at = (east: number, north: number, part: Partial<WalkObservation> = {}): WalkObservation => ({
  id: `o${count++}`,
  lon: 18 + east * EAST,
  lat: 58 + north * NORTH,
  feels: 'unsafe',
  category: 'lighting',
  text: '',
  ...part,
})
const walk = (date: string, observations: WalkObservation[], route: [number, number][] = []): SafetyWalk => ({
  id: date,
  title: date,
  date,
  startTime: '19:00',
  light: 'dusk',
  route,
  participants: {},
  organiser: '',
  observations,
})
const along: [number, number][] = [
  [18 - 500 * EAST, 58],
  [18 + 500 * EAST, 58],
]
const classes = (a: WalkObservation[], b: WalkObservation[], within = 30) =>
  compareWalks(walk('2025-04-01', a, along), walk('2025-11-01', b, along), within).findings.map(
    ({ class: kind, by }) => (by ? `${kind} ${by}` : kind),
  )

describe('two walks', () => {
  it.each<[string, WalkObservation[], WalkObservation[], string[]]>([
    ['unsafe, then safe', [at(0, 0)], [at(10, 0, { feels: 'safe' })], ['putRight feltSafe']],
    ['unsafe, then confirmed', [at(0, 0, { confirmed: true })], [], ['putRight confirmed']],
    ['unsafe, then not mentioned', [at(0, 0)], [], ['putRight notMentioned']],
    ['unsafe where the later did not pass', [at(0, 200)], [], ['notPassed']],
    ['unsafe, found as it was', [at(0, 0, { confirmed: false })], [], ['remains']],
    ['unsafe on both', [at(0, 0)], [at(10, 0)], ['remains']],
    ['refused, unsafe on both', [at(0, 0, { decision: { kind: 'refused' } })], [at(0, 5)], ['remains']],
    ['done between, unsafe again', [at(0, 0, { done: '2025-06-01' })], [at(0, 5)], ['cameBack']],
    ['done only after the later', [at(0, 0, { done: '2025-12-01' })], [at(0, 5)], ['remains']],
    ['safe, then unsafe', [at(0, 0, { feels: 'safe' })], [at(0, 5)], ['new']],
    ['safe on both', [at(0, 0, { feels: 'safe' })], [at(0, 5, { feels: 'safe' })], ['safe']],
    ['nothing, then unsafe', [], [at(0, 0)], ['new']],
    ['just within', [at(0, 0)], [at(29.9, 0)], ['remains']],
    ['just beyond', [at(0, 0)], [at(30.2, 0)], ['new', 'putRight notMentioned']],
    ['another category', [at(0, 0)], [at(0, 0, { category: 'damage' })], ['new', 'putRight notMentioned']],
    ['two lamps, one still dark', [at(0, 0), at(10, 0)], [at(9, 0)], ['remains']],
  ])('%s', (_, earlier, later, expected) => {
    expect(classes(earlier, later)).toEqual(expected)
  })

  it('join nearest pairs first', () => {
    const [near, far, again] = [at(10, 0), at(0, 0), at(12, 0, { feels: 'safe' })]
    const [other] = [at(-20, 0)]
    const { findings } = compareWalks(walk('1', [far, near], along), walk('2', [again, other], along), 30)
    expect(findings.map(({ earlier, later, metres }) => [earlier, later, Math.round(metres ?? -1)])).toEqual([
      [[far], [other], 20],
      [[near], [again], 2],
    ])
  })

  it('share ground where one noted or passed what the other noted', () => {
    expect(shareGround(walk('1', [at(0, 0)]), walk('2', [at(40, 0)]), 30)).toBe(true)
    expect(shareGround(walk('1', [at(0, 0)]), walk('2', [], along), 30)).toBe(true)
    expect(shareGround(walk('1', [at(0, 900)]), walk('2', [at(0, 0)], along), 30)).toBe(false)
  })
})

describe('the demo’s walk and re-walk', () => {
  const compared = compareWalks(walks[0], walks[1], 30)
  const ids = (wanted: FindingClass) =>
    compared.findings
      .filter(({ class: kind }) => kind === wanted)
      .map(({ earlier, later }) =>
        [...earlier, ...later].map(({ id }) => id.replace(/v|0(?=\d)/g, '')).join('+'),
      )

  it('says what was put right, what remains, what came back, and what is new', () => {
    expect(countFindings(compared)).toEqual({
      cameBack: 1,
      remains: 3,
      new: 1,
      notPassed: 0,
      putRight: 9,
      safe: 5,
    })
    expect(ids('cameBack')).toEqual(['1-7+2-4'])
    expect(ids('remains').sort()).toEqual(['1-11+2-7', '1-8+2-5', '1-9+2-6'])
    expect(ids('new')).toEqual(['2-11'])
    expect(ids('putRight').sort()).toEqual(
      ['1-1', '1-10', '1-13+2-8', '1-15+2-9', '1-16+2-10', '1-17', '1-2+2-2', '1-4', '1-6+2-3'].sort(),
    )
  })
})

const observed = fc.record({
  east: fc.integer({ min: -150, max: 150 }),
  north: fc.integer({ min: -150, max: 150 }),
  feels: fc.constantFrom('safe' as const, 'unsafe' as const),
  category: fc.constantFrom('lighting' as const, 'damage' as const),
  done: fc.option(fc.constantFrom('2025-06-01', '2026-01-01'), { nil: undefined }),
  confirmed: fc.option(fc.boolean(), { nil: undefined }),
})
const made = fc
  .array(observed, { maxLength: 12 })
  .map((all) => all.map(({ east, north, ...part }) => at(east, north, part)))

describe('for any two walks', () => {
  it('every observation is in exactly one finding, of one category', () => {
    fc.assert(
      fc.property(made, made, fc.integer({ min: 1, max: 150 }), (a, b, within) => {
        const { findings } = compareWalks(walk('2025-04-01', a, along), walk('2025-11-01', b, along), within)
        const all = findings.flatMap(({ earlier, later }) => [...earlier, ...later])
        expect(all.map(({ id }) => id).sort()).toEqual([...a, ...b].map(({ id }) => id).sort())
        for (const { category, earlier, later, metres, by, class: kind } of findings) {
          for (const one of [...earlier, ...later]) expect(one.category).toBe(category)
          if (metres !== null) expect(metres).toBeLessThanOrEqual(within)
          expect(metres !== null).toBe(earlier.length > 0 && later.length > 0)
          expect(by !== null).toBe(kind === 'putRight')
        }
      }),
    )
  })

  it('which is given first makes no difference, and what belongs together does not hang on which came first', () => {
    fc.assert(
      fc.property(made, made, fc.integer({ min: 1, max: 150 }), (a, b, within) => {
        const [one, other] = [walk('2025-04-01', a, along), walk('2025-11-01', b, along)]
        expect(compareWalks(other, one, within)).toEqual(compareWalks(one, other, within))
        const together = (first: WalkObservation[], second: WalkObservation[]) =>
          compareWalks(walk('2025-04-01', first), walk('2025-11-01', second), within)
            .findings.map(({ earlier, later }) =>
              [...earlier, ...later]
                .map(({ id }) => id)
                .sort()
                .join(' '),
            )
            .sort()
        expect(together(b, a)).toEqual(together(a, b))
      }),
    )
  })

  it('a place that felt safe on the later alone, or on both, is never called put right, come back or new', () => {
    fc.assert(
      fc.property(made, made, (a, b) => {
        const calm = a.map((one) => ({ ...one, feels: 'safe' as const }))
        const calmer = b.map((one) => ({ ...one, feels: 'safe' as const }))
        expect(new Set(classes(calm, calmer)).size).toBeLessThanOrEqual(1)
        for (const kind of classes(calm, calmer)) expect(kind).toBe('safe')
      }),
    )
  })
})

describe('distances', () => {
  const place = fc.record({
    lon: fc.double({ min: 17.98, max: 18.02, noNaN: true }),
    lat: fc.double({ min: 57.99, max: 58.01, noNaN: true }),
  })
  const metres = { units: 'meters' as const }

  it('agree with Turf', () => {
    fc.assert(
      fc.property(place, place, fc.array(place, { minLength: 2, maxLength: 5 }), (a, b, line) => {
        expect(metresBetween(a, b)).toBeCloseTo(distance([a.lon, a.lat], [b.lon, b.lat], metres), 6)
        const path = line.map(({ lon, lat }): [number, number] => [lon, lat])
        const turf = pointToLineDistance([a.lon, a.lat], { type: 'LineString', coordinates: path }, metres)
        // Over the two kilometres of a walk the plane and the sphere part by less than a decimetre.
        expect(Math.abs(metresToLine(a, path) - turf)).toBeLessThan(0.1 + turf / 1000)
      }),
    )
  })

  it('to a line of no point are endless, of one point those to the point', () => {
    expect(metresToLine({ lon: 18, lat: 58 }, [])).toBe(Infinity)
    expect(metresToLine({ lon: 18, lat: 58 }, [[18, 58 + 10 * NORTH]])).toBeCloseTo(10, 2)
  })
})
