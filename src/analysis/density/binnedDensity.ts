import type { GridSpec } from '../../domain/grid.ts'
import { invalid, requirePositive } from '../argument.ts'
import { MAX_CELLS, requireGrid } from '../grid.ts'
import { isPlaced, requirePoints, type Points } from '../points.ts'
import { kernelPeak, requireKernel, SQUARE_METRES_PER_KM2, type Kernel } from './kernel.ts'
import { kernelDensity, type DensityResult } from './kernelDensity.ts'

/** Cells of bandwidth above which a stencil costs more than the exact running sums over the bins. */
const LARGEST_STENCIL = 11

/** Past the edge of the gaussian's stencil, in σ, its value is 3·10⁻⁴ of the peak, less than binning costs. */
const GAUSSIAN_CUT = 4

/**
 * The preview: each point is shared between the four nearest cell centres (linear binning) and the bins are smoothed by a
 * stencil of the kernel. Points move by up to a cell: errors of about 1 % of the peak; say on screen that it is a preview.
 * Arguments, result and errors as {@link kernelDensity}.
 */
export function binnedDensity(
  points: Points,
  grid: GridSpec,
  options: { kernel: Kernel; bandwidth: number },
): DensityResult {
  const { kernel, bandwidth } = options
  requirePoints(points)
  requireGrid(grid)
  requireKernel(kernel)
  requirePositive('options.bandwidth', bandwidth)
  const h = bandwidth / grid.cellSize
  const reach = Math.ceil(kernel === 'quartic' ? h : GAUSSIAN_CUT * h)
  const { bins, binGrid, n, dropped } = linearBins(points, grid, reach)
  if (kernel === 'quartic' && h > LARGEST_STENCIL)
    return { ...kernelDensity(centresOf(bins, binGrid), grid, options), n, dropped }
  const smoothed = kernel === 'quartic' ? quarticStencil(bins, binGrid, grid, reach, h) : gaussianStencil(bins, binGrid, grid, reach, h) // prettier-ignore
  const scale = SQUARE_METRES_PER_KM2 * kernelPeak(kernel, bandwidth)
  for (let i = 0; i < smoothed.length; i++) smoothed[i]! *= scale
  return { values: smoothed, grid, kernel, bandwidth, n, dropped, unit: 'per km²' }
}

/** Bins at the centres of the grid widened by `reach` cells on every side. */
function linearBins(points: Points, grid: GridSpec, reach: number) {
  const binGrid: GridSpec = {
    originX: grid.originX - reach * grid.cellSize,
    originY: grid.originY - reach * grid.cellSize,
    cellSize: grid.cellSize,
    columns: grid.columns + 2 * reach,
    rows: grid.rows + 2 * reach,
  }
  if (binGrid.columns * binGrid.rows > 4 * MAX_CELLS)
    throw invalid('options.bandwidth', `${reach} cells of reach over ${grid.columns} × ${grid.rows}`, 'a smaller bandwidth') // prettier-ignore
  const { columns, rows } = binGrid
  const bins = new Float64Array(columns * rows)
  let n = 0
  for (let i = 0; i < points.x.length; i++) {
    if (!isPlaced(points, i)) continue
    n++
    const x = (points.x[i]! - binGrid.originX) / grid.cellSize - 0.5
    const y = (points.y[i]! - binGrid.originY) / grid.cellSize - 0.5
    const column = Math.floor(x)
    const row = Math.floor(y)
    if (!(column >= -1 && column < columns && row >= -1 && row < rows)) continue
    const right = x - column
    const up = y - row
    const weight = points.weight ? points.weight[i]! : 1
    const at = row * columns + column
    if (row >= 0) {
      if (column >= 0) bins[at]! += weight * (1 - right) * (1 - up)
      if (column + 1 < columns) bins[at + 1]! += weight * right * (1 - up)
    }
    if (row + 1 < rows) {
      if (column >= 0) bins[at + columns]! += weight * (1 - right) * up
      if (column + 1 < columns) bins[at + columns + 1]! += weight * right * up
    }
  }
  return { bins, binGrid, n, dropped: points.x.length - n }
}

function quarticStencil(bins: Float64Array, binGrid: GridSpec, grid: GridSpec, reach: number, h: number) {
  const values = new Float64Array(grid.columns * grid.rows)
  const width = 2 * reach + 1
  const stencil = new Float64Array(width * width)
  const half = new Int32Array(width).fill(-1)
  for (let dy = -reach; dy <= reach; dy++)
    for (let dx = -reach; dx <= reach; dx++) {
      const u = 1 - (dx * dx + dy * dy) / (h * h)
      if (u <= 0) continue
      stencil[(dy + reach) * width + dx + reach] = u * u
      half[dy + reach] = Math.max(half[dy + reach]!, dx)
    }
  for (let binRow = 0; binRow < binGrid.rows; binRow++)
    for (let binColumn = 0; binColumn < binGrid.columns; binColumn++) {
      const weight = bins[binRow * binGrid.columns + binColumn]!
      if (weight === 0) continue
      const column = binColumn - reach
      const row = binRow - reach
      for (let dy = Math.max(-reach, -row); dy <= reach && row + dy < grid.rows; dy++) {
        const extent = half[dy + reach]!
        const from = Math.max(0, column - extent)
        const to = Math.min(grid.columns, column + extent + 1)
        const at = (row + dy) * grid.columns
        const s = (dy + reach) * width + reach - column
        for (let t = from; t < to; t++) values[at + t]! += weight * stencil[s + t]!
      }
    }
  return values
}

/** One pass along rows, one along columns: the gaussian is a product of both. */
function gaussianStencil(bins: Float64Array, binGrid: GridSpec, grid: GridSpec, reach: number, s: number) {
  const factor = Float64Array.from({ length: 2 * reach + 1 }, (_, i) =>
    Math.exp(-((i - reach) ** 2) / (2 * s * s)),
  )
  const alongRows = new Float64Array(grid.columns * binGrid.rows)
  for (let row = 0; row < binGrid.rows; row++)
    for (let binColumn = 0; binColumn < binGrid.columns; binColumn++) {
      const weight = bins[row * binGrid.columns + binColumn]!
      if (weight === 0) continue
      const from = Math.max(0, binColumn - 2 * reach)
      const to = Math.min(grid.columns, binColumn + 1)
      for (let t = from; t < to; t++)
        alongRows[row * grid.columns + t]! += weight * factor[t - binColumn + 2 * reach]!
    }
  const values = new Float64Array(grid.columns * grid.rows)
  for (let row = 0; row < grid.rows; row++)
    for (let d = 0; d <= 2 * reach; d++) {
      const source = (row + d) * grid.columns
      const target = row * grid.columns
      for (let t = 0; t < grid.columns; t++) values[target + t]! += factor[d]! * alongRows[source + t]!
    }
  return values
}

function centresOf(bins: Float64Array, { originX, originY, cellSize, columns }: GridSpec): Points {
  const x: number[] = []
  const y: number[] = []
  const weight: number[] = []
  bins.forEach((value, i) => {
    if (value === 0) return
    x.push(originX + ((i % columns) + 0.5) * cellSize)
    y.push(originY + (Math.floor(i / columns) + 0.5) * cellSize)
    weight.push(value)
  })
  return { x, y, weight }
}
