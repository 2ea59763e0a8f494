import { binnedDensity, kernelDensity, type GridSpec, type Points } from '../../src/analysis/index.ts'
import { load, megabytes, milliseconds, printTable } from './figures.ts'
import { growth, measure } from './measure.ts'
import { places, type Pattern } from './places.ts'
import { seeded } from './seeded.ts'

export const GRID: GridSpec = {
  originX: 674_000,
  originY: 6_580_000,
  cellSize: 10,
  columns: 512,
  rows: 512,
}
/** Metres: ten cells. */
export const BANDWIDTH = 100
export const SQUARE = { x: GRID.originX, y: GRID.originY, side: GRID.cellSize * GRID.columns }
/** Cells at which the brute force is computed. */
const CHECKED_CELLS = 256

type Kernel = 'quartic' | 'gaussian'

const WAYS: { name: string; kernel: Kernel; largest: number; density: typeof binnedDensity }[] = [
  { name: 'quartic, exact', kernel: 'quartic', largest: Infinity, density: kernelDensity },
  { name: 'quartic, preview', kernel: 'quartic', largest: Infinity, density: binnedDensity },
  { name: 'gaussian, exact', kernel: 'gaussian', largest: 1_000_000, density: kernelDensity },
]

/** Density on 512 × 512 cells, bandwidth (σ of the gaussian) ten cells, each way held to the definition at a sample of cells. */
export function benchDensity(sizes: readonly number[]): void {
  for (const { name, kernel, largest, density } of WAYS) {
    const rows: string[][] = []
    for (const pattern of ['uniform', 'clustered'] satisfies Pattern[]) {
      let before: { n: number; processor: number } | null = null
      for (const n of sizes.filter((size) => size <= largest)) {
        const points: Points = places(n, pattern, SQUARE, 20_240_601 + n)
        const { result, time, processor, allocated, kept } = measure(() =>
          density(points, GRID, { kernel, bandwidth: BANDWIDTH }),
        )
        const peak = result.values.reduce((top, value) => Math.max(top, value), 0)
        const definition = definitionAtCells(points, kernel, n)
        const worst = definition.reduce(
          (most, [cell, value]) => Math.max(most, Math.abs(result.values[cell] - value) / peak),
          0,
        )
        rows.push([
          pattern,
          n.toLocaleString('en'),
          milliseconds(time),
          milliseconds(processor),
          before ? growth(processor, n, before.processor, before.n).toFixed(2) : '',
          megabytes(allocated),
          megabytes(kept),
          worst.toExponential(1),
          load(),
        ])
        before = { n, processor }
      }
    }
    printTable(
      `Kernel density, ${name}, 512 x 512 cells, bandwidth 10 cells, one thread (median of 3; of the processor’s time the least)`,
      ['points', 'n', 'time', 'processor', 'growth', 'allocated', 'kept', 'differs / peak', 'load 1/5 min'],
      rows,
    )
  }
}

/** The definition, point by point, at cell centres chosen by chance. */
function definitionAtCells({ x, y }: Points, kernel: Kernel, seed: number): [cell: number, value: number][] {
  const random = seeded(seed)
  const cells = Array.from({ length: CHECKED_CELLS }, () => Math.floor(random() * GRID.columns * GRID.rows))
  return cells.map((cell) => {
    const cx = GRID.originX + ((cell % GRID.columns) + 0.5) * GRID.cellSize
    const cy = GRID.originY + (Math.floor(cell / GRID.columns) + 0.5) * GRID.cellSize
    let sum = 0
    for (let i = 0; i < x.length; i++) {
      const s = ((x[i] - cx) ** 2 + (y[i] - cy) ** 2) / BANDWIDTH ** 2
      if (kernel === 'gaussian') sum += Math.exp(-s / 2)
      else if (s < 1) sum += (1 - s) ** 2
    }
    return [cell, (sum * 1e6 * (kernel === 'quartic' ? 3 : 0.5)) / (Math.PI * BANDWIDTH ** 2)]
  })
}
