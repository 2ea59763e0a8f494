import { beforeAll, describe, expect, it } from 'vitest'
import { dayNumber } from '../../../src/domain/period.ts'
import { EMPTY_SELECTION, type Selection } from '../../../src/domain/selection.ts'
import { computeDensityChange } from '../../../src/workers/depth/densityChange.ts'
import { FEWEST_UNDER_KERNEL } from '../../../src/workers/depth/surfacePair.ts'
import type { AnalysisEngine } from '../../../src/workers/engine/analysisEngine.ts'
import { demoEngine, QUIET } from '../engine/demoEngine.ts'

let engine: AnalysisEngine
beforeAll(async () => {
  engine = (await demoEngine()).engine
})
const period = { from: dayNumber(2025, 6, 1), to: dayNumber(2026, 6, 1) }
const selection: Selection = { ...EMPTY_SELECTION, period, types: ['stold-ur-fordon'] }
const ask = (chosen = selection, widths: 1 | 2 | 4 = 1) =>
  computeDensityChange(engine, { selection: chosen, bandwidth: 150, settings: { widths } }, QUIET)

/** Positions of a period's rows. */
function positions(of: Selection) {
  const rows = new Set(engine.rows(of))
  return Array.from(engine.columns.row.keys())
    .filter((i) => rows.has(engine.columns.row[i]) && !Number.isNaN(engine.columns.x[i]))
    .map((i) => [engine.columns.x[i], engine.columns.y[i]])
}

describe('the change of the density', () => {
  it('is the two densities by their definition, per km² and year, at any cell', async () => {
    const result = await ask()
    const now = positions(selection)
    const before = positions({
      ...selection,
      period: { from: dayNumber(2024, 6, 1), to: dayNumber(2025, 6, 1) },
    })
    expect([result.now, result.before]).toEqual([now.length, before.length])
    const { grid, values, support } = result.surface!
    const kernel = (points: number[][], x: number, y: number) =>
      points.reduce(
        (sum, [px, py]) => sum + Math.max(0, 1 - ((px - x) ** 2 + (py - y) ** 2) / 22_500) ** 2,
        0,
      )
    const peak = 3e6 / (Math.PI * 22_500)
    let drawn = 0
    for (let i = 0; i < values.length; i += 137) {
      const x = grid.originX + ((i % grid.columns) + 0.5) * grid.cellSize
      const y = grid.originY + (Math.floor(i / grid.columns) + 0.5) * grid.cellSize
      const [a, b] = [kernel(before, x, y), kernel(now, x, y)]
      expect(values[i]).toBeCloseTo(peak * (b - a) * (365.25 / 365), 2)
      expect(support[i]).toBeCloseTo((a + b) / FEWEST_UNDER_KERNEL, 4)
      if (support[i] >= 1) drawn++
    }
    expect(drawn).toBeGreaterThan(5)
  })

  it('counts within one bandwidth of each peak what lies there, and no incident twice', async () => {
    const result = await ask()
    const now = positions(selection)
    const within = (x: number, y: number) => now.filter(([a, b]) => Math.hypot(a - x, b - y) < 150).length
    for (const places of [result.rises, result.falls]) {
      expect(places.length).toBeGreaterThan(0)
      const sizes = places.map(({ change }) => Math.abs(change))
      expect(sizes).toEqual([...sizes].sort((a, b) => b - a))
      places.forEach((place, k) => {
        expect(place.now).toBe(within(place.x, place.y))
        expect(Math.sign(place.now / result.yearsNow - place.before / result.yearsBefore)).toBe(
          Math.sign(place.change),
        )
        for (const other of places.slice(0, k))
          expect(Math.hypot(other.x - place.x, other.y - place.y)).toBeGreaterThanOrEqual(300)
      })
    }
    expect(result.largest).toBeGreaterThanOrEqual(Math.abs(result.falls[0].change) - 1e-6)
  })

  it('shows the planted fall at parking N as the largest', async () => {
    const { falls } = await ask(selection, 1)
    expect(falls[0].before - falls[0].now).toBeGreaterThan(30)
  })

  it('turns its sign where the periods change places', async () => {
    const there = await ask()
    const back = await ask({
      ...selection,
      period: { from: dayNumber(2024, 6, 1), to: dayNumber(2025, 6, 1) },
      comparison: { kind: 'own', period },
    })
    expect(back.largest).toBeCloseTo(there.largest, 6)
    there.surface!.values.forEach((value, i) => {
      if (i % 101 === 0) expect(back.surface!.values[i]).toBeCloseTo(-value, 4)
    })
    expect(back.rises.map(({ x, y }) => [x, y])).toEqual(there.falls.map(({ x, y }) => [x, y]))
  })

  it('withholds where the data do not cover the comparison, and leaves the place filter out', async () => {
    const early = { ...selection, period: { from: dayNumber(2023, 3, 1), to: dayNumber(2023, 9, 1) } }
    expect(await ask(early)).toMatchObject({ surface: null, rises: [], falls: [] })
    const placed = await ask({ ...selection, place: { kind: 'areas', ids: ['B'] } })
    expect(placed.now).toBe((await ask()).now)
  })
})
