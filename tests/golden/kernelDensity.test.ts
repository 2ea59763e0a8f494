import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { kernelDensity, type Kernel } from '../../src/analysis/index.ts'
import { worstDifference } from '../analysis/density/bruteForce.ts'
import { REFERENCE } from '../analysis/seeded.ts'
import { hasReference, memphisPoints, referenceJson, referenceRows } from './reference.ts'

const GRID = { originX: 213000, originY: 3875000, columns: 0, rows: 0, cellSize: 0 }
const memphisGrid = (cellSize: number) => ({
  ...GRID,
  cellSize,
  columns: 40000 / cellSize,
  rows: 32000 / cellSize,
})

/** Memphis robberies 2019 (2 245): whole grids of a brute-force evaluation, equal to GRASS 8.2.1 v.kernel to 6e-16 of the peak. */
describe.runIf(hasReference)('kernelDensity on the Memphis robberies', () => {
  it.each([
    ['quartic', 200, 50, 1e-9],
    ['quartic', 500, 100, 1e-9],
    ['gaussian', 200, 50, 1e-9],
    ['gaussian', 500, 100, 1e-9],
  ] as const)('%s, h %d m, cell %d m', (kernel, bandwidth, cellSize, tolerance) => {
    const name = `kde/memphis_${kernel}_h${bandwidth}_c${cellSize}`
    const bytes = gunzipSync(readFileSync(`${REFERENCE}${name}.f64.gz`))
    const expected = new Float64Array(new Uint8Array(bytes).buffer)
    const header = referenceJson(`${name}.json`)
    const grid = memphisGrid(cellSize)
    const { values, n } = kernelDensity(memphisPoints(), grid, { kernel, bandwidth })
    expect([n, grid.columns, grid.rows]).toEqual([header.n_points, header.cols, header.rows])
    expect(worstDifference(values, expected)).toBeLessThan(tolerance)
    const [column, row] = header.max_cell
    expect(values[row * grid.columns + column]! / header.max).toBeCloseTo(1, 10)
    const mass = values.reduce((a, b) => a + b, 0) * (cellSize / 1000) ** 2
    expect(mass / header.sum_times_cell_km2).toBeCloseTo(1, 9)
  })
})

interface NamedPoint extends Record<string, number | string> {
  h: number
  cell: number
  col: number
  row: number
}

describe.runIf(hasReference)('kernelDensity at 40 named cells of Memphis, against every peer', () => {
  const rows = hasReference ? referenceRows<NamedPoint>('kde/named_points.csv') : []
  const memphis = hasReference ? memphisPoints() : { x: [], y: [] }

  /** Largest difference from a peer's column over the peak of the same bandwidth. */
  function worst(kernel: Kernel, peer: string, points = (_: NamedPoint) => memphis): number {
    let most = 0
    for (const h of [200, 500]) {
      const named = rows.filter((row) => row.h === h)
      const grid = memphisGrid(named[0]!.cell)
      const { values } = kernelDensity(points(named[0]!), grid, { kernel, bandwidth: h })
      const peak = values.reduce((a, b) => Math.max(a, b), 0)
      for (const row of named)
        most = Math.max(
          most,
          Math.abs(values[row.row * grid.columns + row.col]! - (row[peer] as number)) / peak,
        )
    }
    return most
  }

  // The figures have twelve digits.
  it.each([
    ['quartic', 'quartic_exact'],
    ['quartic', 'quartic_grass'],
    ['quartic', 'quartic_spatstat_exact'],
    ['gaussian', 'gaussian_exact'],
    ['gaussian', 'gaussian_spatstat_exact'],
    ['gaussian', 'gaussian_ks_exact'],
  ] as const)('%s: %s agrees', (kernel, peer) => {
    expect(rows).toHaveLength(40)
    expect(worst(kernel, peer)).toBeLessThan(2e-11)
  })

  // Peers that are wrong, each by what it is known to be wrong by: pixel FFT moves points to cell centres, GRASS cuts the gaussian at 4 σ.
  it.each([
    ['quartic', 'quartic_spatstat_fft', 0.05, 0.16],
    ['gaussian', 'gaussian_spatstat_fft', 0.002, 0.04],
    ['gaussian', 'gaussian_grass_trunc4sd', 1e-7, 2.6e-4],
  ] as const)('%s: %s differs, by %d to %d of the peak', (kernel, peer, least, most) => {
    const difference = worst(kernel, peer)
    expect(difference).toBeGreaterThan(least)
    expect(difference).toBeLessThan(most)
  })

  it('QGIS 3.22 differs by up to a fifth of the peak, and is our density of the points mirrored in their own pixel rows', () => {
    expect(worst('quartic', 'quartic_qgis_raw_scaled')).toBeGreaterThan(0.05)
    expect(worst('quartic', 'quartic_qgis_raw_scaled')).toBeLessThan(0.2)
    const mirrored = ({ cell }: NamedPoint) => ({
      x: memphis.x,
      y: memphis.y.map(
        (y) => 2 * (Math.floor((y - GRID.originY) / cell) + 0.5) * cell + 2 * GRID.originY - y,
      ),
    })
    expect(worst('quartic', 'quartic_qgis_raw_scaled', mirrored)).toBeLessThan(1e-5)
  })
})

interface HandCase {
  id: string
  kernel: Kernel
  h?: number
  sd?: number
  points: [number, number][]
  weights?: number[]
  at: [number, number]
  value: number
}

it.runIf(hasReference)('kernelDensity gives the closed-form cases', () => {
  const cases = (referenceJson('kde/hand_cases.json') as HandCase[]).filter(({ id }) => id !== 'mass')
  expect(cases).toHaveLength(8)
  for (const { id, kernel, h, sd, points, weights, at, value } of cases) {
    const cell = 2
    const grid = { originX: at[0] - 1, originY: at[1] - 1, cellSize: cell, columns: 1, rows: 1 }
    const [x, y] = [points.map((p) => p[0]), points.map((p) => p[1])]
    const { values } = kernelDensity(weights ? { x, y, weight: weights } : { x, y }, grid, {
      kernel,
      bandwidth: (h ?? sd)!,
    })
    expect(values[0], id).toBeCloseTo(value, 11)
  }
})

it('gives the peak that GRASS v.kernel and spatstat densitycrossEngine give on a copied neighbourhood', () => {
  const points = { x: [0, 100, 200, 200, -150, 0], y: [0, 50, 0, 0, 120, -199] }
  const grid = { originX: -25, originY: -25, cellSize: 50, columns: 1, rows: 1 }
  // 10⁶·3/(π·200²)·Σ(1 − d²/h²)²: (1)² + (1 − .3125)² + 0 + 0 + (1 − .9225)² + (1 − .990025)²
  const expected = ((1e6 * 3) / (Math.PI * 40000)) * (1 + 0.6875 ** 2 + 0.0775 ** 2 + 0.009975 ** 2)
  expect(kernelDensity(points, grid, { kernel: 'quartic', bandwidth: 200 }).values[0]).toBeCloseTo(
    expected,
    10,
  )
})
