import { beforeAll, describe, expect, it } from 'vitest'
import { dayNumber } from '../../../src/domain/period.ts'
import { EMPTY_SELECTION, type Selection } from '../../../src/domain/selection.ts'
import { computeClustering, MORAN_CLASSES } from '../../../src/workers/depth/clustering.ts'
import { studySurface } from '../../../src/workers/depth/studySurface.ts'
import { JobCancelled } from '../../../src/workers/jobs.ts'
import { seeded } from '../../analysis/seeded.ts'
import { demoEngine, QUIET } from '../engine/demoEngine.ts'
import { engineOf, rectangle, type Incident } from '../engine/incidents.ts'

const question = (part: Partial<Selection> = {}, permutations: 999 | 9999 = 999) => ({
  selection: { ...EMPTY_SELECTION, ...part },
  bandwidth: 100,
  settings: { permutations, seed: 1 },
})
const at = (x: number, y: number): Incident => ({
  ...{ kind: 0, type: 1, from: null, to: null },
  day: dayNumber(2025, 1, 1),
  at: [x, y],
})
/** A rectangle of 2 400 × 2 400 m, cells of 200 m whose corners it shares. */
const SIDE = 2400
const area = rectangle(0, 0, SIDE, SIDE)
const withArea = (incidents: Incident[]) => {
  const engine = engineOf(incidents)
  engine.setAreas(['A'], [area])
  return engine
}

describe('studySurface', () => {
  it('is that of the areas, holes taken out', () => {
    const engine = withArea([at(5, 5)])
    expect(studySurface(engine, 100)).toBeCloseTo(SIDE * SIDE, 3)
    const [[outer]] = rectangle(0, 0, 100, 100)
    const [[hole]] = rectangle(40, 40, 60, 60)
    engine.setAreas(['B'], [[[outer, hole]]])
    expect(studySurface(engine, 100)).toBeCloseTo(10_000 - 400, 6)
  })

  it('is all within the bandwidth of the hull: a square grows by its sides and a disc', () => {
    const engine = engineOf([at(0, 0), at(100, 0), at(100, 100), at(0, 100), at(50, 50)])
    expect(studySurface(engine, 10)).toBeCloseTo(10_000 + 400 * 10 + Math.PI * 100, 6)
    expect(studySurface(engineOf([at(7, 7)]), 10)).toBeCloseTo(Math.PI * 100, 6)
    expect(studySurface(engineOf([]), 10)).toBeCloseTo(Math.PI * 100, 6)
  })
})

describe('by hand', () => {
  it('a lattice is dispersed, one place many times clustered, and the same places once are told apart', async () => {
    const lattice = Array.from({ length: 144 }, (_, i) =>
      at(100 + (i % 12) * 200, 100 + Math.floor(i / 12) * 200),
    )
    const even = await computeClustering(withArea(lattice), question(), QUIET)
    // 200 m to the next; chance: half of √(2 400²/144) = 100 m.
    expect(even.incidents).toMatchObject({ n: 144, observed: 200 })
    expect(even.incidents?.expected).toBeCloseTo(100, 9)
    expect(even.incidents?.index).toBeCloseTo(2, 9)
    expect(even.incidents?.pValue).toBeLessThan(1e-20)
    expect(even.surfaceKm2).toBeCloseTo(5.76, 9)
    const twice = await computeClustering(withArea([...lattice, ...lattice]), question(), QUIET)
    expect(twice.incidents).toMatchObject({ n: 288, observed: 0, index: 0 })
    expect(twice.places).toMatchObject({ n: 144, observed: 200 })
  })

  it('leaves incidents outside the areas out of both', async () => {
    const result = await computeClustering(
      withArea([at(100, 100), at(300, 100), at(5000, 100)]),
      question(),
      QUIET,
    )
    expect(result.incidents).toMatchObject({ n: 2, observed: 200 })
    expect(result).toMatchObject({ n: 3, outside: 1 })
    const alone = await computeClustering(withArea([at(100, 100)]), question(), QUIET)
    expect(alone.incidents).toBeNull()
  })

  it('finds a full corner high among high, and nothing where incidents fall anywhere', async () => {
    const random = seeded(3)
    const anywhere = Array.from({ length: 400 }, () => at(random() * SIDE, random() * SIDE))
    const even = await computeClustering(withArea(anywhere), question(), QUIET)
    expect(new Set(even.classes)).toEqual(new Set([MORAN_CLASSES.indexOf('none')]))
    expect(even.cells.length).toBe(144)
    expect(even.counts.reduce((sum, count) => sum + count, 0)).toBe(400)
    const corner = Array.from({ length: 900 }, () => at(random() * 800, random() * 800))
    const full = await computeClustering(withArea([...anywhere, ...corner]), question(), QUIET)
    const hot = [...full.cells].filter((_, k) => MORAN_CLASSES[full.classes[k]] === 'highHigh')
    expect(hot.length).toBeGreaterThanOrEqual(9)
    const { columns, originX, originY, cellSize } = full.grid
    for (const cell of hot) {
      const x = originX + ((cell % columns) + 0.5) * cellSize - 674_000
      const y = originY + (Math.floor(cell / columns) + 0.5) * cellSize - 6_580_000
      expect(Math.max(x, y)).toBeLessThan(1000)
    }
    for (const k of full.cells.keys())
      if (MORAN_CLASSES[full.classes[k]] === 'highHigh') expect(full.counts[k]).toBeGreaterThan(full.mean)
    expect(await computeClustering(withArea([...anywhere, ...corner]), question(), QUIET)).toEqual(full)
  })

  it('tells a full cell among empty ones from an empty one among full', async () => {
    const cells: Incident[] = []
    for (let column = 0; column < 12; column++)
      for (let row = 0; row < 12; row++) {
        const east = column >= 6
        const odd = (column === 2 && row === 6) || (column === 9 && row === 6)
        const count = east !== odd ? 20 : 0
        for (let k = 0; k < count; k++) cells.push(at(column * 200 + 100, row * 200 + 100))
      }
    const result = await computeClustering(withArea(cells), question({}, 9999), QUIET)
    const classAt = (column: number, row: number) => {
      const { columns, originX, originY, cellSize } = result.grid
      const c = Math.floor((674_000 + column * 200 + 100 - originX) / cellSize)
      const r = Math.floor((6_580_000 + row * 200 + 100 - originY) / cellSize)
      return MORAN_CLASSES[result.classes[result.cells.indexOf(r * columns + c)]]
    }
    expect(classAt(2, 6)).toBe('highLow')
    expect(classAt(9, 6)).toBe('lowHigh')
    expect(classAt(9, 3)).toBe('highHigh')
    expect(classAt(2, 3)).toBe('lowLow')
  })

  it('deals anew as often as so many cells need, or as it is told', async () => {
    const ask = async (side: number, permutations: 999 | 9999 | null) => {
      const corners = [at(10, 10), at(side, side), at(10, side), at(side, 10)]
      const settings = { permutations, seed: 1 }
      const result = await computeClustering(engineOf(corners), { ...question(), settings }, QUIET)
      return [result.cells.length > 250, result.permutations]
    }
    expect(await ask(1000, null)).toEqual([false, 999])
    expect(await ask(4000, null)).toEqual([true, 9999])
    expect(await ask(4000, 999)).toEqual([true, 999])
  })

  it('stops when it is cancelled', async () => {
    const context = { ...QUIET, breathe: () => Promise.reject(new JobCancelled()) }
    await expect(computeClustering(withArea([at(1, 1)]), question(), context)).rejects.toBeInstanceOf(
      JobCancelled,
    )
  })
})

describe('the demo', () => {
  let engine: Awaited<ReturnType<typeof demoEngine>>['engine']
  beforeAll(async () => {
    engine = (await demoEngine()).engine
  })

  it('is clustered, over the kommundelar, with the distances that comparing all with all finds', async () => {
    const period = { from: dayNumber(2025, 1, 1), to: dayNumber(2025, 5, 1) }
    const types = ['misshandel-utomhus']
    const { incidents, n } = await computeClustering(
      engine,
      { ...question({ period, types }), bandwidth: 150 },
      QUIET,
    )
    expect(n).toBe(67)
    engine.apply({ ...EMPTY_SELECTION, period, types })
    const rows = Array.from(engine.rows({ ...EMPTY_SELECTION, period, types }), (row) => row - 1)
    const { x, y } = engine.columns
    const nearest = rows.map((a) =>
      Math.min(...rows.filter((b) => b !== a).map((b) => Math.hypot(x[a] - x[b], y[a] - y[b]))),
    )
    expect(incidents?.observed).toBeCloseTo(nearest.reduce((sum, d) => sum + d, 0) / 67, 9)
    expect(incidents?.index).toBeLessThan(0.8)
    expect(incidents?.pValue).toBeLessThan(0.001)
  })
})
