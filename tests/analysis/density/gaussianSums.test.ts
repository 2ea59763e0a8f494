import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { GridSpec } from '../../../src/domain/grid.ts'
import { finish, kernelDensity, type Points } from '../../../src/analysis/index.ts'
import { boxCells, gaussianByBox, seriesTerms } from '../../../src/analysis/density/gaussianByBox.ts'
import { gaussianByPoint } from '../../../src/analysis/density/gaussianByPoint.ts'
import { seeded } from '../seeded.ts'
import { bruteForceDensity, worstDifference } from './bruteForce.ts'

const grid: GridSpec = { originX: 674_000, originY: 6_580_000, cellSize: 20, columns: 70, rows: 50 }
const size = { x: 1400, y: 1000 }

const layouts: Record<string, (r: () => number) => [number, number]> = {
  uniform: (r) => [r() * size.x, r() * size.y],
  clustered: (r) => [500 + (r() + r() + r() - 1.5) * 40, 400 + (r() + r() - 1) * 40],
  duplicated: (r) => [Math.floor(r() * 4) * 350 + 7.5, Math.floor(r() * 3) * 300 + 2.5],
  'on cell corners': (r) => [Math.floor(r() * 70) * 20, Math.floor(r() * 50) * 20],
  'half outside': (r) => [(r() * 2 - 0.5) * size.x, (r() * 2 - 0.5) * size.y],
}

function cloud(layout: (r: () => number) => [number, number], n: number, seed: number): Points {
  const r = seeded(seed)
  const positions = Array.from({ length: n }, () => layout(r))
  return {
    x: positions.map(([x]) => grid.originX + x),
    y: positions.map(([, y]) => grid.originY + y),
    weight: positions.map(() => 0.1 + r()),
  }
}

describe('the gaussian, by point and by box', () => {
  for (const [name, layout] of Object.entries(layouts))
    it.each([20, 37.5, 90, 410])(`${name}, σ %d m, at northing 6.5 million: 1e-12 of the peak`, (sigma) => {
      const points = cloud(layout, 300, 7)
      const definition = bruteForceDensity(points, grid, 'gaussian', sigma)
      const scale = 1e6 / (2 * Math.PI * sigma * sigma)
      for (const way of [gaussianByPoint, gaussianByBox]) {
        const { values, n, dropped } = finish(way(points, grid, sigma))
        expect(n).toBe(300)
        expect(dropped).toBe(0)
        expect(values.every((value) => value >= 0)).toBe(true)
        expect(
          worstDifference(
            values.map((value) => value * scale),
            definition,
          ),
        ).toBeLessThan(2e-12)
      }
    })

  it('goes point by point where σ is less than a cell', () => {
    const points = cloud(layouts['on cell corners']!, 4_000, 5)
    const { values } = kernelDensity(points, grid, { kernel: 'gaussian', bandwidth: 6 })
    expect(worstDifference(values, bruteForceDensity(points, grid, 'gaussian', 6))).toBeLessThan(2e-12)
  })

  it('takes the boxes where they are less work, to the same density', () => {
    const points = cloud(layouts.uniform!, 20_000, 3)
    const { values } = kernelDensity(points, grid, { kernel: 'gaussian', bandwidth: 100 })
    const scale = 1e6 / (2 * Math.PI * 100 * 100)
    const same = (sums: Float64Array) => values.every((value, i) => value === sums[i]! * scale)
    expect(same(finish(gaussianByBox(points, grid, 100)).values)).toBe(true)
    const byPoint = finish(gaussianByPoint(points, grid, 100)).values.map((value) => value * scale)
    expect(worstDifference(values, byPoint)).toBeLessThan(1e-12)
    const few = cloud(layouts.uniform!, 5, 3)
    const density = kernelDensity(few, grid, { kernel: 'gaussian', bandwidth: 100 }).values
    const direct = finish(gaussianByPoint(few, grid, 100)).values
    expect(density.every((value, i) => value === direct[i]! * scale)).toBe(true)
  })

  it('equals the definition for any cloud, σ and cell', () => {
    const position = fc.integer({ min: -200_000, max: 1_200_000 }).map((millimetres) => millimetres / 1000)
    fc.assert(
      fc.property(
        fc.array(fc.tuple(position, position, fc.integer({ min: 0, max: 300 })), {
          minLength: 1,
          maxLength: 30,
        }),
        fc.double({ min: 1, max: 12, noNaN: true }),
        fc.integer({ min: 15, max: 70 }),
        (drawn, cells, cellSize) => {
          const sigma = cells * cellSize
          const points = {
            x: drawn.map(([x]) => x),
            y: drawn.map(([, y]) => y),
            weight: drawn.map(([, , w]) => w),
          }
          const where = { originX: 0, originY: 0, cellSize, columns: 17, rows: 13 }
          const definition = bruteForceDensity(points, where, 'gaussian', sigma)
          const total = points.weight.reduce((sum, w) => sum + w, 0) / (2 * Math.PI * sigma * sigma)
          const { values } = finish(gaussianByBox(points, where, sigma))
          values.forEach((value, i) => {
            const density = (value * 1e6) / (2 * Math.PI * sigma * sigma)
            expect(Math.abs(density - definition[i]!)).toBeLessThanOrEqual(2e-12 * total * 1e6)
          })
        },
      ),
      { numRuns: 100 },
    )
  })

  it('keeps as many terms as the bound asks for', () => {
    for (const r of [0.25, 0.4, 0.5]) {
      const terms = seriesTerms(r)
      const missed = (degrees: number) => {
        let worst = 0
        for (let x = -8; x <= 8; x += 0.05) {
          let before = 0
          let hermite = Math.exp((-x * x) / 2)
          let sum = 0
          let factor = 1
          for (let a = 0; a < degrees; a++) {
            sum += hermite * factor
            const next = x * hermite - a * before
            before = hermite
            hermite = next
            factor *= r / (a + 1)
          }
          worst = Math.max(worst, Math.abs(sum - Math.exp((-(x - r) * (x - r)) / 2)))
        }
        return worst
      }
      expect(missed(terms)).toBeLessThan(1e-13)
      expect(missed(terms - 8)).toBeGreaterThan(1e-13)
    }
    expect([0.4, 1, 1.9, 10.2].map(boxCells)).toEqual([1, 1, 1, 10])
  })
})
