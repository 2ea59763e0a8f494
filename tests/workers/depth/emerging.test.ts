import { beforeAll, describe, expect, it } from 'vitest'
import { adjustPValues, emergingHotspots, giStarGrid } from '../../../src/analysis/index.ts'
import { dayNumber } from '../../../src/domain/period.ts'
import { EMPTY_SELECTION, type Selection } from '../../../src/domain/selection.ts'
import type { SliceUnit } from '../../../src/workers/depth/timeSlices.ts'
import { computeEmerging, PLACE_CLASSES } from '../../../src/workers/depth/emerging.ts'
import type { AnalysisEngine } from '../../../src/workers/engine/analysisEngine.ts'
import { demoEngine, QUIET } from '../engine/demoEngine.ts'
import { engineOf, type Incident } from '../engine/incidents.ts'

let demo: AnalysisEngine
beforeAll(async () => {
  demo = (await demoEngine()).engine
})
const thefts: Selection = { ...EMPTY_SELECTION, types: ['stold-ur-fordon'] }
const ask = (engine: AnalysisEngine, selection: Selection, unit: SliceUnit | null, bandwidth = 150) =>
  computeEmerging(engine, { selection, bandwidth, settings: { unit } }, QUIET)

/** One incident a month in each corner of a square of 3 km, and what else is said, by month from January 2023. */
function town(
  months: number,
  extra: { month: number; at: [number, number]; count: number }[],
): AnalysisEngine {
  const incidents: Incident[] = []
  const add = (month: number, at: [number, number], day: number) =>
    incidents.push({ kind: 0, type: 1, from: Date.UTC(2023, month, day, 12), to: null, day: null, at })
  for (let month = 0; month < months; month++)
    for (let k = 0; k < 16; k++) add(month, [(k % 4) * 1000, Math.floor(k / 4) * 1000], 2 + k)
  for (const { month, at, count } of extra) for (let k = 0; k < count; k++) add(month, at, 1 + (k % 28))
  add(0, [0, 0], 1)
  incidents.push({ kind: 1, type: 1, from: Date.UTC(2023, months, 0, 12), to: null, day: null, at: [0, 0] })
  return engineOf(incidents)
}

describe('emerging places', () => {
  it('tell the new from the persistent and the earlier', async () => {
    const months = 12
    const all = Array.from({ length: months }, (_, month) => month)
    const engine = town(months, [
      ...all.map((month) => ({ month, at: [1500, 1500] as [number, number], count: 12 })),
      { month: 11, at: [500, 2500], count: 15 },
      ...all.slice(0, 11).map((month) => ({ month, at: [2500, 500] as [number, number], count: 12 })),
    ])
    const result = await ask(engine, EMPTY_SELECTION, 'month', 100)
    const placeOf = (x: number, y: number) =>
      result.places.find((place) =>
        place.cells.includes(
          Math.floor((674_000 + x - result.grid.originX) / result.grid.cellSize) +
            result.grid.columns * Math.floor((6_580_000 + y - result.grid.originY) / result.grid.cellSize),
        ),
      )
    expect(placeOf(1500, 1500)).toMatchObject({ class: 'persistent' })
    expect(placeOf(500, 2500)).toMatchObject({ class: 'new' })
    expect(placeOf(2500, 500)).toMatchObject({ class: 'historical' })
    const fresh = placeOf(500, 2500)!
    expect([...fresh.hot]).toEqual(all.map((month) => (month === 11 ? 1 : 0)))
    expect(fresh.counts[11]).toBe(15)
    expect(result).toMatchObject({ unit: 'month', ofPeriod: false, leftOut: [], slices: { length: 12 } })
  })

  it('have the counts of the rows and the classes of Gi* by slice, computed apart', async () => {
    const result = await ask(demo, thefts, 'quarter')
    expect(result.slices).toHaveLength(14)
    const z: Float64Array[] = []
    const q: Float64Array[] = []
    let n = 0
    for (const period of result.slices) {
      const rows = new Set(demo.rows({ ...thefts, period }))
      const inside = Array.from(demo.columns.row.keys()).filter((i) => rows.has(demo.columns.row[i]))
      const points = {
        x: inside.map((i) => demo.columns.x[i]),
        y: inside.map((i) => demo.columns.y[i]),
      }
      n += points.x.filter((x) => !Number.isNaN(x)).length
      const gi = giStarGrid(points, { bandwidth: 150, studyArea: demo.studyArea(150) })
      z.push(gi.z)
      const study = Array.from(gi.inside.keys()).filter((cell) => gi.inside[cell])
      const adjusted = adjustPValues(
        study.map((cell) => gi.pValue[cell]),
        'fdr-bh',
      )
      const own = new Float64Array(gi.z.length).fill(NaN)
      study.forEach((cell, k) => (own[cell] = adjusted[k]))
      q.push(own)
    }
    expect(result.n).toBe(n)
    const { classes } = emergingHotspots(z, { qBySlice: q })
    for (const name of PLACE_CLASSES) {
      const cells = Array.from(classes.keys()).filter((cell) => classes[cell] === name)
      expect(result.cells[name], name).toBe(cells.length)
      const listed = result.places.filter((place) => place.class === name).flatMap((place) => place.cells)
      expect(listed.sort((a, b) => a - b)).toEqual(cells)
    }
    expect(result.places.length).toBeGreaterThan(0)
    for (const place of result.places)
      expect(place.counts.reduce((sum, count) => sum + count, 0)).toBe(place.incidents)
  })

  it('slice the chosen period only where it holds ten slices; place is left out', async () => {
    const period = { from: dayNumber(2024, 1, 1), to: dayNumber(2025, 1, 1) }
    const months = await ask(demo, { ...thefts, period }, 'month')
    expect(months).toMatchObject({ ofPeriod: true, slices: { length: 12 } })
    const quarters = await ask(demo, { ...thefts, period }, null)
    expect(quarters).toMatchObject({ ofPeriod: false, slices: { length: 14 } })
    const placed = await ask(demo, { ...thefts, place: { kind: 'areas', ids: ['B'] } }, 'quarter')
    expect(placed.n).toBe(quarters.n)
  })

  it('take months where the data hold too few quarters, unless told', async () => {
    expect(await ask(town(14, []), EMPTY_SELECTION, null)).toMatchObject({
      unit: 'month',
      slices: { length: 14 },
    })
    expect(await ask(town(14, []), EMPTY_SELECTION, 'quarter')).toMatchObject({ slices: { length: 4 } })
  })

  it('withhold where there are too few slices', async () => {
    const years = await ask(demo, thefts, 'year')
    expect(years.slices).toHaveLength(3)
    expect(years.leftOut).toEqual([{ from: dayNumber(2026, 1, 1), to: dayNumber(2026, 7, 1) }])
    expect(years.places).toEqual([])
  })

  it('stop where the job is cancelled', async () => {
    const cancelled = { progress: () => {}, breathe: () => Promise.reject(new Error('cancelled')) }
    const job = computeEmerging(
      demo,
      { selection: thefts, bandwidth: 150, settings: { unit: 'month' } },
      cancelled,
    )
    await expect(job).rejects.toThrow('cancelled')
  })
})
