import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { MISSING_DAY } from '../../../src/domain/incident.ts'
import { dayNumber } from '../../../src/domain/period.ts'
import { EMPTY_SELECTION, type Selection } from '../../../src/domain/selection.ts'
import {
  computeNearRepeat,
  defaultDistances,
  type NearRepeatSettings,
} from '../../../src/workers/depth/nearRepeat.ts'
import { JobCancelled } from '../../../src/workers/jobs.ts'
import { seeded } from '../../analysis/seeded.ts'
import { demoEngine, QUIET } from '../engine/demoEngine.ts'
import { engineOf, type Incident } from '../engine/incidents.ts'
import { slowClock } from '../slowClock.ts'

afterEach(() => vi.restoreAllMocks())

const SETTINGS: NearRepeatSettings = {
  distances: null,
  days: [7, 14, 28],
  metric: 'euclidean',
  permutations: 999,
  seed: 1,
}
const question = (part: Partial<Selection> = {}, settings: Partial<NearRepeatSettings> = {}) => ({
  selection: { ...EMPTY_SELECTION, ...part },
  bandwidth: 150,
  settings: { ...SETTINGS, ...settings },
})
const FIRST = dayNumber(2025, 1, 1)
/** A date without a clock time. */
const dated = (day: number | null, at: [number, number] | null): Incident => ({
  ...{ kind: 0, type: 1, from: null, to: null },
  day: day === null ? null : FIRST + day,
  at,
})

describe('by hand', () => {
  it('puts pairs into bands of metres and whole days, the same place apart', async () => {
    const engine = engineOf([
      dated(0, [0, 0]),
      dated(6, [0, 0]),
      dated(7, [60, 80]),
      dated(40, [0, 300]),
      dated(null, [0, 0]),
      dated(1, null),
    ])
    const result = await computeNearRepeat(engine, question(), QUIET)
    expect(result.distances).toEqual([0, 1, 100, 200, 400])
    expect(result).toMatchObject({ n: 4, unplaced: 1, undated: 1, days: [0, 7, 14, 28] })
    // Same place 6 days apart; 100 m 7 and 1 days apart: [100, 200) holds its lower end, [7, 14) too.
    expect(result.table?.observed).toEqual([
      [1, 0, 0],
      [0, 0, 0],
      [1, 1, 0],
      [0, 0, 0],
    ])
    // Pairs at the same place 1, within seven days 2, of 6.
    expect(result.table?.expected[0][0]).toBeCloseTo((1 * 2) / 6, 12)
  })

  it('counts days of the calendar, not 24 hours, over the change to summer time', async () => {
    const at = (month: number, day: number, hour: number): Incident => ({
      ...{ kind: 0, type: 1, to: null, day: null, at: [5, 5] },
      from: Date.UTC(2025, month - 1, day, hour),
    })
    // Local 23:30 on the 27th of March and 00:30 on the 3rd of April: seven days of the calendar, six days of hours.
    const engine = engineOf([at(3, 27, 22.5), at(4, 2, 22.5)])
    const { table } = await computeNearRepeat(engine, question(), QUIET)
    expect(table?.observed[0]).toEqual([0, 1, 0])
  })

  it('finds a planted repetition and nothing where days are dealt at random', async () => {
    const random = seeded(7)
    const lone = Array.from({ length: 150 }, () =>
      dated(Math.floor(random() * 360), [random() * 5000, random() * 5000]),
    )
    const planted = lone
      .slice(0, 40)
      .map(({ at, day }) => dated(day! - FIRST + 3, [at![0] + 30, at![1] + 40]))
    const before = await computeNearRepeat(engineOf(lone), question(), QUIET)
    expect(before.table?.qValue.flat().filter((q) => q < 0.05)).toEqual([])
    const after = await computeNearRepeat(engineOf([...lone, ...planted]), question(), QUIET)
    expect(after.table?.observed[1][0]).toBeGreaterThanOrEqual(40)
    expect(after.table?.expected[1][0]).toBeLessThan(3)
    // 999 deals never reach it: p is 1/1 000, of twelve tests q at most 12/1 000.
    expect(after.table?.pValue[1][0]).toBe(0.001)
    expect(after.table?.qValue[1][0]).toBeLessThanOrEqual(0.012)
    const again = await computeNearRepeat(engineOf([...lone, ...planted]), question(), QUIET)
    expect(again.table).toEqual(after.table)
  })

  it('measures round the corner where asked to', async () => {
    const engine = engineOf([dated(0, [0, 0]), dated(1, [60, 80])])
    const { table } = await computeNearRepeat(
      engine,
      question({}, { metric: 'manhattan', distances: [1, 120, 150] }),
      QUIET,
    )
    expect(table?.observed.map(([week]) => week)).toEqual([0, 0, 1])
  })

  it('says when there are too many pairs, before it tries', async () => {
    const crowd = Array.from({ length: 9000 }, (_, i) => dated(i % 300, [i % 90, i % 70]))
    const engine = engineOf(crowd)
    const result = await computeNearRepeat(engine, question(), QUIET)
    expect(result.table).toBeNull()
    expect(result.pairs).toBe((9000 * 8999) / 2)
    expect(result.mostPairs).toBe(20_000_000)
    const fewer = await computeNearRepeat(
      engineOf(crowd.slice(0, 300)),
      question({}, { permutations: 99 }),
      QUIET,
    )
    expect(fewer.mostPairs).toBe(200_000_000)
    expect(fewer.table).not.toBeNull()
  })

  it('stops when it is cancelled', async () => {
    slowClock()
    const crowd = Array.from({ length: 3000 }, (_, i) => dated(i % 300, [(i * 7) % 900, (i * 13) % 700]))
    let breaths = 0
    const context = {
      progress: () => {},
      breathe: () => (++breaths > 2 ? Promise.reject(new JobCancelled()) : Promise.resolve()),
    }
    await expect(computeNearRepeat(engineOf(crowd), question(), context)).rejects.toBeInstanceOf(JobCancelled)
    expect(breaths).toBe(3)
  })

  it('has empty bands and no evidence without incidents', async () => {
    const { table, n } = await computeNearRepeat(engineOf([]), question(), QUIET)
    expect(n).toBe(0)
    expect(table?.observed.flat()).toEqual(new Array(12).fill(0))
    expect(table?.pValue.flat()).toEqual(new Array(12).fill(1))
  })
})

it('scales the bands with the bandwidth', () => {
  expect(defaultDistances(150, null)).toEqual([1, 100, 200, 400])
  expect(defaultDistances(100, null)).toEqual([1, 50, 100, 200])
  expect(defaultDistances(500, null)).toEqual([1, 350, 700, 1400])
  const rounded = { stepX: 91, stepY: 111, decimals: 3 }
  expect(defaultDistances(100, rounded)).toEqual([1, 150, 300, 600])
  expect(defaultDistances(500, rounded)).toEqual([1, 350, 700, 1400])
})

describe('the demo', () => {
  let engine: Awaited<ReturnType<typeof demoEngine>>['engine']
  beforeAll(async () => {
    engine = (await demoEngine()).engine
  })

  it('has the pairs that comparing all with all finds, and about as many as it says', async () => {
    const period = { from: dayNumber(2025, 1, 1), to: dayNumber(2025, 4, 1) }
    const types = ['stold-ur-fordon']
    const result = await computeNearRepeat(engine, question({ period, types }, { permutations: 99 }), QUIET)
    const { columns, grouping } = engine
    const chosen = [...columns.x.keys()].filter(
      (i) =>
        columns.kind[i] === 0 &&
        grouping.groups[grouping.groupOfType[columns.type[i]]].id === types[0] &&
        columns.day[i] !== MISSING_DAY &&
        columns.day[i] >= period.from &&
        columns.day[i] < period.to &&
        !Number.isNaN(columns.x[i]),
    )
    const observed = [0, 1, 100, 200].map(() => [0, 7, 14].map(() => 0))
    let near = 0
    const bandOf = (value: number, breaks: number[]) =>
      breaks.findIndex((b, k) => value >= b && value < (breaks[k + 1] ?? NaN))
    chosen.forEach((a, k) => {
      for (const b of chosen.slice(k + 1)) {
        const distance = Math.hypot(columns.x[a] - columns.x[b], columns.y[a] - columns.y[b])
        const row = bandOf(distance, [0, 1, 100, 200, 400])
        const column = bandOf(Math.abs(columns.day[a] - columns.day[b]), [0, 7, 14, 28])
        if (row >= 0) near++
        if (row >= 0 && column >= 0) observed[row][column]++
      }
    })
    expect(result.n).toBe(chosen.length)
    expect(result.table?.observed).toEqual(observed)
    expect(Math.abs(result.pairs / near - 1)).toBeLessThan(0.5)
  })
})
