import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { dayNumber } from '../../../src/domain/period.ts'
import { EMPTY_SELECTION, type Selection } from '../../../src/domain/selection.ts'
import { computeConcentration } from '../../../src/workers/depth/concentration.ts'
import { JobCancelled } from '../../../src/workers/jobs.ts'
import { demoEngine, QUIET } from '../engine/demoEngine.ts'
import { engineOf, rectangle, type Incident } from '../engine/incidents.ts'
import { slowClock } from '../slowClock.ts'

afterEach(() => vi.restoreAllMocks())

const question = (part: Partial<Selection> = {}, unit: 'cells' | 'areas' = 'cells') => ({
  selection: { ...EMPTY_SELECTION, ...part },
  bandwidth: 100,
  settings: { unit },
})
const at = (x: number, y: number): Incident => ({
  ...{ kind: 0, type: 1, from: null, to: null },
  day: dayNumber(2025, 1, 1),
  at: [x, y],
})

describe('by hand', () => {
  /** Ten cells of 200 m in a row, with 5, 2 and 1 incidents: G 0.8, and as incidents are fewer than cells G′ 0.75 (methods.md). */
  const row = [...Array(5).fill(at(50, 50)), ...Array(2).fill(at(450, 50)), at(850, 50)] as Incident[]
  const street = () => {
    const engine = engineOf([...row, at(90, 3000)])
    engine.setAreas(['A', 'B'], [rectangle(0, 0, 1000, 200), rectangle(1000, 0, 2000, 200)])
    return engine
  }

  it('counts cells fullest first, with where they are', async () => {
    const result = await computeConcentration(street(), question(), QUIET)
    expect(Array.from(result.counts)).toEqual([5, 2, 1, 0, 0, 0, 0, 0, 0, 0])
    expect(result).toMatchObject({ n: 8, outside: 1, unit: 'cells', study: 'areas' })
    expect(result.gini).toBeCloseTo(0.8, 12)
    expect(result.generalisedGini).toBeCloseTo(0.75, 12)
    expect(result.shareOfUnits).toEqual([
      { incidents: 0.25, units: 0.1 },
      { incidents: 0.5, units: 0.1 },
      { incidents: 0.8, units: 0.2 },
    ])
    const { originX, cellSize, columns } = result.grid!
    expect(cellSize).toBe(200)
    const west = Array.from(result.units, (cell) => originX + (cell % columns) * cellSize - 674_000)
    expect(west.slice(0, 3)).toEqual([0, 400, 800])
    expect(new Set(result.units).size).toBe(10)
  })

  it('says what chance would give the same cells', async () => {
    const { chance } = await computeConcentration(street(), question(), QUIET)
    // Eight over ten cells: half of them lie on two or three.
    expect(chance!.halfUnits.mean).toBeGreaterThan(2)
    expect(chance!.halfUnits.mean).toBeLessThan(3)
    expect(chance!.meanByRank.reduce((sum, count) => sum + count, 0)).toBeCloseTo(8, 9)
    expect(chance).toMatchObject({ permutations: 99, seed: 1 })
    const none = await computeConcentration(engineOf([]), question(), QUIET)
    expect(none).toMatchObject({ n: 0, chance: null })
  })

  it('counts areas where asked to, and cells where there is but one', async () => {
    const engine = street()
    const result = await computeConcentration(engine, question({}, 'areas'), QUIET)
    expect(result).toMatchObject({ unit: 'areas', grid: null, chance: null, n: 8, outside: 1 })
    expect([Array.from(result.counts), Array.from(result.units)]).toEqual([
      [8, 0],
      [0, 1],
    ])
    engine.setAreas(['A'], [rectangle(0, 0, 2000, 200)])
    expect((await computeConcentration(engine, question({}, 'areas'), QUIET)).unit).toBe('cells')
  })

  it('stops when it is cancelled', async () => {
    slowClock()
    const crowd = Array.from({ length: 30_000 }, (_, i) => at((i * 7) % 5000, (i * 11) % 5000))
    const context = { progress: () => {}, breathe: () => Promise.reject(new JobCancelled()) }
    await expect(computeConcentration(engineOf(crowd), question(), context)).rejects.toBeInstanceOf(
      JobCancelled,
    )
  })
})

describe('the demo', () => {
  let engine: Awaited<ReturnType<typeof demoEngine>>['engine']
  beforeAll(async () => {
    engine = (await demoEngine()).engine
  })

  it('holds every placed crime of the year in a cell or outside', async () => {
    const period = { from: dayNumber(2025, 1, 1), to: dayNumber(2026, 1, 1) }
    const result = await computeConcentration(engine, { ...question({ period }), bandwidth: 150 }, QUIET)
    const rows = engine.rows({ ...EMPTY_SELECTION, period })
    const placed = rows.filter((row) => !Number.isNaN(engine.columns.x[row - 1])).length
    expect(result.n + result.outside).toBe(placed)
    expect(result.chance!.halfUnits.lower).toBeGreaterThan(
      result.shareOfUnits[1].units * result.counts.length,
    )
  })
})
