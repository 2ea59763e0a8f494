import { binnedDensity, kernelDensity, type GridSpec, type Points } from '../../src/analysis/index.ts'
import { load, milliseconds, printTable, quantile } from './figures.ts'
import { places, type Pattern } from './places.ts'
import { seeded } from './seeded.ts'

const GRID: GridSpec = { originX: 674_000, originY: 6_580_000, cellSize: 10, columns: 512, rows: 512 }
const BANDWIDTH = 100
const SQUARE = { x: GRID.originX, y: GRID.originY, side: GRID.cellSize * GRID.columns }
const RUNS = 3
/** Cells at which the brute force is computed; its whole time is this times the share of cells. */
const CHECKED_CELLS = 256

/** Quartic density on 512 × 512 cells, bandwidth ten cells: exact, preview, and brute force at a sample of cells. */
export function benchDensity(sizes: readonly number[]): void {
  const rows: string[][] = []
  for (const n of sizes)
    for (const pattern of ['uniform', 'clustered'] satisfies Pattern[]) {
      const points: Points = places(n, pattern, SQUARE, 20_240_601 + n)
      const options = { kernel: 'quartic', bandwidth: BANDWIDTH } as const
      const exact = timed(() => kernelDensity(points, GRID, options))
      const preview = timed(() => binnedDensity(points, GRID, options))
      const peak = exact.result.values.reduce((top, value) => Math.max(top, value), 0)
      const brute = bruteForce(points, n)
      const bruteTime = (brute.time * GRID.columns * GRID.rows) / CHECKED_CELLS
      const worst = brute.cells.reduce(
        (most, cell, k) => Math.max(most, Math.abs(exact.result.values[cell] - brute.values[k]) / peak),
        0,
      )
      const previewWorst = exact.result.values.reduce(
        (most, value, cell) => Math.max(most, Math.abs(value - preview.result.values[cell]) / peak),
        0,
      )
      rows.push([
        n.toLocaleString('en'),
        pattern,
        milliseconds(exact.time),
        `${Math.round(bruteTime / exact.time).toLocaleString('en')} x`,
        worst.toExponential(1),
        milliseconds(preview.time),
        `${(previewWorst * 100).toFixed(2)} %`,
        load(),
      ])
    }
  printTable(
    'Kernel density, quartic, 512 x 512 cells, h = 10 cells, one thread of Node (median of 3; brute force from a sample of cells)',
    [
      'n',
      'points',
      'exact',
      'brute force takes',
      'differs / peak',
      'preview',
      'preview differs / peak',
      'load 1/5 min',
    ],
    rows,
  )
}

function timed<T>(run: () => T): { result: T; time: number } {
  const times: number[] = []
  let result = run()
  for (let k = 0; k < RUNS; k++) {
    const start = performance.now()
    result = run()
    times.push(performance.now() - start)
  }
  return { result, time: quantile(times, 0.5) }
}

/** The definition, point by point, at cell centres chosen by chance. */
function bruteForce({ x, y }: Points, seed: number): { cells: number[]; values: number[]; time: number } {
  const random = seeded(seed)
  const cells = Array.from({ length: CHECKED_CELLS }, () => Math.floor(random() * GRID.columns * GRID.rows))
  const scale = (1e6 * 3) / (Math.PI * BANDWIDTH ** 2)
  const start = performance.now()
  const values = cells.map((cell) => {
    const cx = GRID.originX + ((cell % GRID.columns) + 0.5) * GRID.cellSize
    const cy = GRID.originY + (Math.floor(cell / GRID.columns) + 0.5) * GRID.cellSize
    let sum = 0
    for (let i = 0; i < x.length; i++) {
      const u = 1 - ((x[i] - cx) ** 2 + (y[i] - cy) ** 2) / BANDWIDTH ** 2
      if (u > 0) sum += u * u
    }
    return sum * scale
  })
  return { cells, values, time: performance.now() - start }
}
