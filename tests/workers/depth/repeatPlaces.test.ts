import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { dayNumber } from '../../../src/domain/period.ts'
import { EMPTY_SELECTION, type Selection } from '../../../src/domain/selection.ts'
import { computeRepeatPlaces, type RepeatPlacesSettings } from '../../../src/workers/depth/repeatPlaces.ts'
import { JobCancelled } from '../../../src/workers/jobs.ts'
import { demoText } from '../../demo/demoFiles.ts'
import { demoEngine, QUIET } from '../engine/demoEngine.ts'
import { engineOf, incident, rectangle, type Incident } from '../engine/incidents.ts'

const SETTINGS: RepeatPlacesSettings = { sensitive: false, places: null, seed: 1 }
const question = (part: Partial<Selection> = {}, settings: Partial<RepeatPlacesSettings> = {}) => ({
  selection: { ...EMPTY_SELECTION, ...part },
  bandwidth: 150,
  settings: { ...SETTINGS, ...settings },
})
const on = (month: number, day: number, at: [number, number] | null, type = 1, year = 2025): Incident => ({
  kind: 0,
  type,
  from: Date.UTC(year, month - 1, day, 11),
  to: null,
  day: null,
  at,
})
const YEAR = { from: dayNumber(2025, 1, 1), to: dayNumber(2026, 1, 1) }

describe('a town written down by hand', () => {
  const town = [
    // Four on one object within the metre, two on another, two alone, one nowhere.
    on(1, 1, [100, 100]),
    on(1, 11, [100.4, 99.6]),
    on(2, 10, [100, 100], 4),
    on(3, 2, [100, 100]),
    on(5, 1, [300, 300]),
    on(5, 1, [300, 300]),
    on(6, 1, [500, 100]),
    on(7, 1, [700, 100]),
    on(8, 1, null),
    // The year before: one on the first object, one where nothing is now.
    on(3, 1, [100, 100], 1, 2024),
    on(3, 1, [900, 900], 1, 2024),
    on(1, 1, [900, 905], 1, 2024),
    ...Array.from({ length: 40 }, (_, i) => on(2, 1, [10 + i, 950], 1, 2024)),
  ]

  it('counts places, incidents on repeat places and what lies between them', async () => {
    const result = await computeRepeatPlaces(engineOf(town), question({ period: YEAR }), QUIET)
    expect(result).toMatchObject({
      n: 8,
      unplaced: 1,
      sensitive: 0,
      places: 4,
      repeatPlaces: 2,
      onRepeats: 6,
    })
    expect(
      result.distribution.map(({ from, to, places, incidents }) => [from, to, places, incidents]),
    ).toEqual([
      [1, 1, 2, 2],
      [2, 2, 1, 2],
      [3, 3, 0, 0],
      [4, 4, 1, 4],
    ])
    const [first, second] = result.top
    expect(first).toMatchObject({ x: 674_100, y: 6_580_100, count: 4, before: 1, area: -1 })
    // 10, 30 and 20 days between.
    expect(first).toMatchObject({ lastDay: dayNumber(2025, 3, 2), medianDays: 20 })
    expect(first.types).toEqual([
      { group: 1, count: 3 },
      { group: 3, count: 1 },
    ])
    expect(second).toMatchObject({ count: 2, before: 0, medianDays: 0 })
    expect(first.lon).toBeCloseTo(engineOf(town).columns.lon[0], 12)
  })

  it('says what chance would give at most over the places that the file knows, or about over those said', async () => {
    const engine = engineOf(town)
    const { chance, known } = await computeRepeatPlaces(engine, question({ period: YEAR }), QUIET)
    expect(known).toBe(46)
    expect(chance?.places).toBe(46)
    expect(chance?.expectedShare).toBeCloseTo(1 - (1 - 1 / 46) ** 7, 12)
    expect(chance?.pValue).toBeLessThan(0.01)
    const said = await computeRepeatPlaces(engine, question({ period: YEAR }, { places: 1000 }), QUIET)
    expect(said.chance?.expectedShare).toBeCloseTo(1 - (1 - 1 / 1000) ** 7, 12)
    const total = said.distribution.reduce((sum, { expectedIncidents }) => sum + expectedIncidents!, 0)
    expect(total).toBeCloseTo(8, 6)
    expect(said.distribution[0].expectedIncidents).toBeCloseTo(8 * (1 - 1 / 1000) ** 7, 9)
  })

  it('says nothing of chance where half of the places or more have some, or fewer are said than have', async () => {
    const engine = engineOf(town)
    const whole = await computeRepeatPlaces(engine, question(), QUIET)
    expect(whole.places).toBe(46)
    expect(whole.chance).toBeNull()
    expect(whole.distribution[0].expectedPlaces).toBeNull()
    const few = await computeRepeatPlaces(engine, question({ period: YEAR }, { places: 3 }), QUIET)
    expect(few.chance).toBeNull()
  })

  it('leaves the place filter out, obeys types, and has no comparison where the data do not reach', async () => {
    const engine = engineOf(town)
    const place = { kind: 'outline' as const, label: '', polygon: rectangle(0, 0, 10, 10) }
    const all = await computeRepeatPlaces(engine, question({ period: YEAR, place }), QUIET)
    expect(all.n).toBe(8)
    const robbery = await computeRepeatPlaces(engine, question({ period: YEAR, types: ['personran'] }), QUIET)
    expect(robbery).toMatchObject({ n: 1, repeatPlaces: 0, top: [] })
    const january = { from: dayNumber(2024, 1, 1), to: dayNumber(2024, 2, 1) }
    const early = await computeRepeatPlaces(
      engineOf([...town, on(1, 2, [900, 905], 1, 2024)]),
      question({ period: january }),
      QUIET,
    )
    expect(early.top[0]).toMatchObject({ count: 2, before: null })
  })

  it('stops when it is cancelled', async () => {
    const context = { ...QUIET, breathe: () => Promise.reject(new JobCancelled()) }
    await expect(computeRepeatPlaces(engineOf(town), question(), context)).rejects.toBeInstanceOf(
      JobCancelled,
    )
  })
})

it('agrees with a plain count of positions, for any incidents', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(incident, { maxLength: 80 }), async (incidents) => {
      const crowded = incidents.map((each) => ({
        ...each,
        at: each.at && ([each.at[0] % 4, each.at[1] % 3] as [number, number]),
      }))
      const result = await computeRepeatPlaces(engineOf(crowded), question(), QUIET)
      const counts = new Map<string, number>()
      for (const { kind, at } of crowded)
        if (kind === 0 && at) counts.set(at.join(), (counts.get(at.join()) ?? 0) + 1)
      const repeated = [...counts.values()].filter((count) => count >= 2).sort((a, b) => b - a)
      expect(result.places).toBe(counts.size)
      expect(result.repeatPlaces).toBe(repeated.length)
      expect(result.onRepeats).toBe(repeated.reduce((sum, count) => sum + count, 0))
      expect(result.top.map(({ count }) => count)).toEqual(repeated)
      expect(result.distribution.reduce((sum, { places }) => sum + places, 0)).toBe(counts.size)
      expect(result.distribution.reduce((sum, { incidents: held }) => sum + held, 0)).toBe(result.n)
      for (const place of result.top)
        expect(place.types.reduce((sum, { count }) => sum + count, 0)).toBe(place.count)
    }),
    { numRuns: 40 },
  )
})

describe('the demo', () => {
  let engine: Awaited<ReturnType<typeof demoEngine>>['engine']
  beforeAll(async () => {
    engine = (await demoEngine()).engine
  })

  it('has the places that its file has, sensitive types left out unless asked for', async () => {
    const rows = demoText('incidents.csv')
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => line.split(';'))
      .filter(([, kind, , from, , n]) => kind === 'brott' && from.startsWith('2025') && n !== '')
    const open = rows.filter(
      ([, , type]) =>
        !['Misshandel inomhus', 'Kvinnofridsbrott'].includes(type) && !/våldtäkt|sex/i.test(type),
    )
    const counts = new Map<string, number>()
    for (const [, , , , , n, e] of open) counts.set(`${n} ${e}`, (counts.get(`${n} ${e}`) ?? 0) + 1)
    const result = await computeRepeatPlaces(engine, question({ period: YEAR }), QUIET)
    expect(result.n).toBe(open.length)
    expect(result.sensitive).toBe(rows.length - open.length)
    expect(result.sensitive).toBeGreaterThan(300)
    expect(result.places).toBe(counts.size)
    expect(result.repeatPlaces).toBe([...counts.values()].filter((count) => count >= 2).length)
    for (const { x, y, count } of result.top) expect(counts.get(`${y} ${x}`)).toBe(count)
    const all = await computeRepeatPlaces(engine, question({ period: YEAR }, { sensitive: true }), QUIET)
    expect(all).toMatchObject({ n: rows.length, sensitive: 0 })
  })

  it('lists no place by a sensitive type', async () => {
    const types = [...engine.sensitive]
    expect(types).toContain('misshandel-inomhus')
    const result = await computeRepeatPlaces(engine, question({ types }), QUIET)
    expect(result).toMatchObject({ n: 0, places: 0, top: [] })
    expect(result.sensitive).toBeGreaterThan(1000)
    expect(result.chance).toBeNull()
  })
})
