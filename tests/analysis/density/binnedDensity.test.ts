import { describe, expect, it } from 'vitest'
import { binnedDensity, kernelDensity, type GridSpec } from '../../../src/analysis/index.ts'
import { seeded } from '../seeded.ts'
import { bruteForceDensity, worstDifference } from './bruteForce.ts'

const grid: GridSpec = { originX: 0, originY: 0, cellSize: 10, columns: 90, rows: 70 }

describe('binnedDensity', () => {
  it('is exact for points on cell centres, also outside the grid', () => {
    const points = { x: [105, 105, 455, -25, 915], y: [205, 205, 5, 355, 715] }
    for (const bandwidth of [35, 100, 250]) {
      const values = binnedDensity(points, grid, { kernel: 'quartic', bandwidth }).values
      expect(worstDifference(values, bruteForceDensity(points, grid, 'quartic', bandwidth))).toBeLessThan(
        1e-12,
      )
    }
    const gaussian = binnedDensity(points, grid, { kernel: 'gaussian', bandwidth: 30 }).values
    expect(worstDifference(gaussian, bruteForceDensity(points, grid, 'gaussian', 30))).toBeLessThan(1e-3)
  })

  it.each([
    ['quartic', 100],
    ['quartic', 200],
    ['gaussian', 35],
  ] as const)('%s %d stays within 2 %% of the exact density', (kernel, bandwidth) => {
    const r = seeded(4)
    const n = 5000
    const points = {
      x: Array.from({ length: n }, () => r() * 900),
      y: Array.from({ length: n }, (_, i) => (i % 2 ? 300 + r() * 60 : r() * 700)),
    }
    const binned = binnedDensity(points, grid, { kernel, bandwidth })
    const exact = kernelDensity(points, grid, { kernel, bandwidth })
    expect(worstDifference(binned.values, exact.values)).toBeLessThan(0.02)
    expect(binned).toMatchObject({ n, dropped: 0, unit: 'per km²' })
  })

  it('counts dropped points and refuses a bandwidth of none', () => {
    expect(
      binnedDensity({ x: [NaN, 1], y: [1, 1] }, grid, { kernel: 'quartic', bandwidth: 30 }),
    ).toMatchObject({ n: 1, dropped: 1 })
    expect(() => binnedDensity({ x: [], y: [] }, grid, { kernel: 'quartic', bandwidth: -1 })).toThrow(
      RangeError,
    )
  })
})
