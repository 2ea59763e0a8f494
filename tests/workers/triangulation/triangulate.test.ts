import { describe, expect, it } from 'vitest'
import { OUTDOOR_TYPES } from '../../../src/domain/outdoorTypes.ts'
import { dayNumber, isoDate } from '../../../src/domain/period.ts'
import type { Measure } from '../../../src/domain/measure.ts'
import type { SafetyWalk, WalkObservation } from '../../../src/domain/safetyWalk.ts'
import { projection, SWEREF99_TM } from '../../../src/ingest/index.ts'
import { JobCancelled } from '../../../src/workers/jobs.ts'
import { triangulate } from '../../../src/workers/triangulation/triangulate.ts'
import type { TriangulationRequest } from '../../../src/workers/triangulation/triangulationMessages.ts'
import { demoText } from '../../demo/demoFiles.ts'
import { demoEngine, QUIET } from '../engine/demoEngine.ts'
import { engineOf, ORIGIN, type Incident } from '../engine/incidents.ts'

const DAY = dayNumber(2025, 12, 1)
const utc = (day: number, hour: number) => day * 86_400_000 + hour * 3_600_000
const lonLat = (x: number, y: number) => projection(SWEREF99_TM).inverse(ORIGIN[0] + x, ORIGIN[1] + y)

/** So many crimes at a place, on the days before the walk, at an hour of UTC (Stockholm: 12 is day, 22 is dark). */
const crimes = (n: number, at: [number, number], hour: number, day = DAY - 30): Incident[] =>
  Array.from({ length: n }, (_, i) => ({
    kind: 0,
    type: 1,
    from: utc(day - (i % 20), hour),
    to: null,
    day: null,
    at: [at[0] + (i % 5), at[1] + (i % 7)],
  }))

const seen = (id: string, x: number, y: number, feels: 'safe' | 'unsafe', part = {}): WalkObservation => {
  const [lon, lat] = lonLat(x, y)
  return { id, lon, lat, feels, category: 'lighting', text: '', decision: { kind: 'approved' }, ...part }
}
const walk = (
  id: string,
  light: SafetyWalk['light'],
  observations: WalkObservation[],
  date = isoDate(DAY),
) => ({
  id,
  date,
  light,
  route: observations.map(({ lon, lat }): [number, number] => [lon, lat]),
  observations,
})
const request = (part: Partial<TriangulationRequest>): TriangulationRequest => ({
  types: [],
  distance: 100,
  matchLight: true,
  bandwidth: 150,
  // One heap's peak is three times the mean under its kernel: five times is never reached by one alone.
  threshold: { kind: 'factor', factor: 2 },
  walks: [],
  measures: [],
  ...part,
})
const measure = (id: string, x: number, y: number, start: string, crimeTypes: string[] = []) => ({
  id,
  start,
  crimeTypes,
  geometry: { type: 'Point', coordinates: lonLat(x, y), radius: 30 } as NonNullable<Measure['geometry']> & {
    type: 'Point'
  },
})

/** Dark at the west, day at the east of a town three kilometres wide. */
const TOWN = [
  ...crimes(40, [0, 0], 22),
  ...crimes(40, [3000, 0], 12),
  ...crimes(1, [1500, 1500], 22, DAY - 400),
  ...crimes(1, [1500, -1500], 22, DAY + 60),
]

describe('walks held against crime in their own light', () => {
  it('find much crime in the dark only where it is committed in the dark', async () => {
    const engine = engineOf(TOWN)
    const walks = [
      walk('dark', 'dark', [
        seen('west', 20, 20, 'unsafe'),
        seen('east', 3020, 20, 'unsafe'),
        seen('far', 1500, 0, 'unsafe', { decision: undefined }),
        seen('calm', 40, 0, 'safe'),
      ]),
    ]
    const { observations, densities, unmentioned } = await triangulate(engine, request({ walks }), QUIET)
    expect(observations.map((one) => [one.id, one.class, one.near, one.undecided])).toEqual([
      ['west', 'unsafeMuch', 40, false],
      ['east', 'unsafeLittle', 0, false],
      ['far', 'unsafeLittle', 0, true],
      ['calm', 'safeMuch', 40, false],
    ])
    expect(densities.map(({ light, n, reach }) => [light, n, reach])).toEqual([['dark', 40, 'whole']])
    expect(unmentioned).toEqual([])
    const anyHour = await triangulate(engine, request({ walks, matchLight: false }), QUIET)
    expect(anyHour.observations.map((one) => one.class)).toEqual([
      'unsafeMuch',
      'unsafeMuch',
      'unsafeLittle',
      'safeMuch',
    ])
  })

  it('name the dense places that nobody felt unsafe at, and whether a walk came by', async () => {
    const engine = engineOf(TOWN)
    const walks = [
      walk('dark', 'dark', [seen('calm', 40, 0, 'safe')]),
      walk('day', 'daylight', [seen('elsewhere', 1500, 0, 'unsafe')]),
    ]
    const { unmentioned, densities } = await triangulate(engine, request({ walks }), QUIET)
    expect(
      unmentioned.map(({ density, incidents, walked }) => [densities[density].light, incidents, walked]),
    ).toEqual([
      ['dark', 40, true],
      ['daylight', 40, false],
    ])
  })

  it('do not judge where too little is known: few crimes, no date, no data of the year before', async () => {
    const engine = engineOf(TOWN)
    const here = [seen('a', 0, 0, 'unsafe')]
    const walks = [
      walk('dusk', 'dusk', here),
      walk('no date', 'dark', here, 'i går'),
      walk('before the data', 'dark', here, '2020-01-01'),
    ]
    const { observations } = await triangulate(engine, request({ walks }), QUIET)
    expect(observations.map((one) => one.class)).toEqual(['unjudged', 'unjudged', 'unjudged'])
  })

  it('judge measures by the year before they began and what they are meant to change', async () => {
    const engine = engineOf(TOWN)
    const measures = [
      measure('there', 0, 60, isoDate(DAY)),
      measure('nowhere', 1500, 900, isoDate(DAY)),
      measure('other type', 0, 60, isoDate(DAY), ['personran']),
      measure('felt', 1500, 100, isoDate(DAY)),
    ]
    const walks = [walk('dark', 'dark', [seen('a', 1500, 0, 'unsafe')])]
    const { measures: found } = await triangulate(engine, request({ walks, measures }), QUIET)
    expect(found.map(({ id, judged, much, unsafe }) => [id, judged, much, unsafe])).toEqual([
      ['there', true, true, false],
      ['nowhere', true, false, false],
      ['other type', false, false, false],
      ['felt', true, false, true],
    ])
  })

  it('say how far they are and stop when they are told to', async () => {
    const engine = engineOf(TOWN)
    const walks = [walk('dark', 'dark', [seen('a', 0, 0, 'unsafe')])]
    const told: number[] = []
    await triangulate(engine, request({ walks }), { ...QUIET, progress: (share) => void told.push(share) })
    expect(told.at(-1)).toBe(1)
    const breathe = () => Promise.reject(new JobCancelled())
    await expect(triangulate(engine, request({ walks }), { ...QUIET, breathe })).rejects.toThrow(JobCancelled)
  })

  it('find at least one of each class in the demo', async () => {
    const { engine } = await demoEngine()
    const walks = JSON.parse(demoText('walks.json')) as SafetyWalk[]
    const { measures } = JSON.parse(demoText('measures.json')) as { measures: Measure[] }
    const result = await triangulate(
      engine,
      request({
        types: [...OUTDOOR_TYPES],
        walks,
        measures: measures.flatMap(({ geometry, ...rest }) => (geometry ? [{ ...rest, geometry }] : [])),
        bandwidth: engine.summary.defaultBandwidth,
        threshold: { kind: 'factor', factor: 5 },
      }),
      QUIET,
    )
    const ids = (of: string) => result.observations.filter((one) => one.class === of).map(({ id }) => id)
    expect(ids('unsafeMuch')).toEqual(['v1-15', 'v1-16', 'v1-17', 'v2-11'])
    expect(ids('safeMuch')).toEqual(['v1-14', 'v2-08', 'v2-09', 'v2-10'])
    expect([ids('unsafeLittle').length, ids('safeLittle').length, ids('unjudged').length]).toEqual([14, 6, 0])
    expect(result.observations.filter(({ undecided }) => undecided).map(({ id }) => id)).toEqual(['v2-06'])
    expect(result.unmentioned).toHaveLength(6)
    expect(
      result.measures.filter(({ judged, much, unsafe }) => judged && !much && !unsafe).map(({ id }) => id),
    ).toEqual(['ungdomspolis-j', 'kronobergsmodellen', 'ledare-j', 'samlad-insats-k'])
  })
})
