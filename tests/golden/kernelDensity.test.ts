import { existsSync, readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import { kernelDensity } from '../../src/analysis/index.ts'
import { worstDifference } from '../analysis/density/bruteForce.ts'
import { REFERENCE } from '../analysis/seeded.ts'

const GRID = { originX: 213000, originY: 3875000, columns: 0, rows: 0, cellSize: 0 }

/** Memphis robberies 2019 (2 245): whole grids of a brute-force evaluation, equal to GRASS 8.2.1 v.kernel to 6e-16 of the peak. */
describe.runIf(existsSync(REFERENCE))('kernelDensity on the Memphis robberies', () => {
  const rows = existsSync(REFERENCE)
    ? Papa.parse<{ x_32616: number; y_32616: number }>(
        readFileSync(`${REFERENCE}data/memphis_robberies_2019.csv`, 'utf8'),
        { header: true, dynamicTyping: true, skipEmptyLines: true },
      ).data
    : []
  const points = { x: rows.map((row) => row.x_32616), y: rows.map((row) => row.y_32616) }

  it.each([
    ['quartic', 200, 50, 1e-9],
    ['quartic', 500, 100, 1e-9],
    ['gaussian', 200, 50, 1e-9],
    ['gaussian', 500, 100, 1e-9],
  ] as const)('%s, h %d m, cell %d m', (kernel, bandwidth, cellSize, tolerance) => {
    const grid = { ...GRID, cellSize, columns: 40000 / cellSize, rows: 32000 / cellSize }
    const bytes = gunzipSync(
      readFileSync(`${REFERENCE}kde/memphis_${kernel}_h${bandwidth}_c${cellSize}.f64.gz`),
    )
    const expected = new Float64Array(new Uint8Array(bytes).buffer)
    const density = kernelDensity(points, grid, { kernel, bandwidth })
    expect(density.n).toBe(2245)
    expect(worstDifference(density.values, expected)).toBeLessThan(tolerance)
  })
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
