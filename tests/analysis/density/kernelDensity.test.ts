import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { gridFor, kernelDensity, type GridSpec, type Points } from '../../../src/analysis/index.ts'
import { seeded } from '../seeded.ts'
import { bruteForceDensity, worstDifference } from './bruteForce.ts'

/** A 1 × 1 grid whose only cell centre is the given place. */
function at(x: number, y: number): GridSpec {
  return { originX: x - 0.5, originY: y - 0.5, cellSize: 1, columns: 1, rows: 1 }
}

function quarticAt(points: Points, x: number, y: number, bandwidth: number) {
  return kernelDensity(points, at(x, y), { kernel: 'quartic', bandwidth }).values[0]!
}

describe('kernelDensity by hand', () => {
  const one = { x: [0], y: [0] }
  it('quartic', () => {
    expect(quarticAt(one, 0, 0, 300)).toBeCloseTo(10.610329539459688, 11)
    expect(quarticAt(one, 150, 0, 300)).toBeCloseTo(5.968310365946075, 11)
    expect(quarticAt(one, 300, 0, 300)).toBe(0)
    expect(quarticAt(one, 180, 240, 300)).toBeLessThan(1e-20)
    expect(quarticAt({ x: [0, 0, 300], y: [0, 0, 400] }, 300, 0, 500)).toBeCloseTo(3.6241490401341667, 11)
    expect(quarticAt({ x: [0, 100], y: [0, 0], weight: [2.5, 0.5] }, 0, 0, 500)).toBeCloseTo(
      11.30942293215561,
      11,
    )
  })

  it('gaussian', () => {
    const value = (points: Points, x: number) =>
      kernelDensity(points, at(x, 0), { kernel: 'gaussian', bandwidth: 300 }).values[0]!
    expect(value(one, 0)).toBeCloseTo(1.7683882565766147, 12)
    expect(value({ x: [0, 600], y: [0, 0] }, 300)).toBeCloseTo(2.1451633917789756, 12)
  })

  it('carries what made it', () => {
    const grid = at(0, 0)
    const density = kernelDensity({ x: [0, NaN, 1, 2], y: [0, 0, NaN, 2] }, grid, {
      kernel: 'quartic',
      bandwidth: 9,
    })
    expect(density).toMatchObject({
      grid,
      kernel: 'quartic',
      bandwidth: 9,
      n: 2,
      dropped: 2,
      unit: 'per km²',
    })
  })
})

describe('kernelDensity, edges', () => {
  const grid: GridSpec = { originX: 0, originY: 0, cellSize: 10, columns: 30, rows: 20 }
  const options = { kernel: 'quartic', bandwidth: 42 } as const

  it('is zero without points', () => {
    const density = kernelDensity({ x: [], y: [] }, grid, options)
    expect(density.n).toBe(0)
    expect(density.values.every((v) => v === 0)).toBe(true)
    expect(kernelDensity({ x: [NaN], y: [3] }, grid, options)).toMatchObject({ n: 0, dropped: 1 })
  })

  it('is exactly zero where no kernel reaches, and positive where one does', () => {
    const points = { x: [50, 51, 250], y: [50, 51, 150] }
    const values = kernelDensity(points, grid, options).values
    const brute = bruteForceDensity(points, grid, 'quartic', 42)
    brute.forEach((v, i) => expect(values[i]! > 0, `cell ${i}`).toBe(v > 0))
  })

  it('is exactly zero where all weights are: hours that are filtered away leave no surface', () => {
    const r = seeded(8)
    const x = Array.from({ length: 600 }, () => r() * 300)
    const points = { x, y: x.map(() => r() * 200), weight: x.map((v) => (v < 60 ? r() : 0)) }
    for (const kernel of ['quartic', 'gaussian'] as const) {
      const density = kernelDensity(points, grid, { kernel, bandwidth: 12 })
      expect(density.n).toBe(600)
      const brute = bruteForceDensity(points, grid, kernel, 12)
      brute.forEach((v, i) => kernel === 'quartic' && expect(density.values[i]! > 0, `cell ${i}`).toBe(v > 0))
      expect(worstDifference(density.values, brute)).toBeLessThan(1e-10)
    }
  })

  it('counts points outside the grid that reach into it, and none that do not', () => {
    const points = { x: [-30, 310, 150, 150, 5000], y: [100, 100, -30, 230, 100] }
    const density = kernelDensity(points, grid, options)
    expect(density.n).toBe(5)
    expect(worstDifference(density.values, bruteForceDensity(points, grid, 'quartic', 42))).toBeLessThan(
      1e-12,
    )
    expect(kernelDensity({ x: [-500], y: [0] }, grid, options).values.every((v) => v === 0)).toBe(true)
  })

  it('stacks coincident points', () => {
    const one = kernelDensity({ x: [123.4], y: [77.7] }, grid, options).values
    const many = kernelDensity(
      { x: Array(1000).fill(123.4), y: Array(1000).fill(77.7) },
      grid,
      options,
    ).values
    one.forEach((v, i) => expect(many[i]).toBeCloseTo(1000 * v, 7))
  })

  it('holds with a bandwidth below the cell, and one far above the grid', () => {
    const points = { x: [4, 15, 111, 250], y: [5, 16, 99, 180] }
    for (const bandwidth of [3, 9, 10, 15, 400, 2500])
      for (const kernel of ['quartic', 'gaussian'] as const)
        expect(
          worstDifference(
            kernelDensity(points, grid, { kernel, bandwidth }).values,
            bruteForceDensity(points, grid, kernel, bandwidth),
          ),
          `${kernel} ${bandwidth}`,
        ).toBeLessThan(1e-10)
  })

  it('refuses what is no grid or bandwidth, before allocating', () => {
    const points = { x: [0], y: [0] }
    expect(() => kernelDensity(points, grid, { kernel: 'quartic', bandwidth: 0 })).toThrow(
      /bandwidth is 0; allowed/,
    )
    expect(() => kernelDensity(points, grid, { kernel: 'quartic', bandwidth: NaN })).toThrow(RangeError)
    expect(() => kernelDensity(points, grid, { kernel: 'cone' as 'quartic', bandwidth: 1 })).toThrow(
      /kernel is cone/,
    )
    const large = { ...grid, columns: 1e6, rows: 1e6 }
    expect(() => kernelDensity(points, large, options)).toThrow(
      /columns × grid.rows is 1000000000000; allowed/,
    )
    expect(() => kernelDensity(points, { ...grid, rows: 1.5 }, options)).toThrow(RangeError)
    expect(() => kernelDensity(points, { ...grid, cellSize: -1 }, options)).toThrow(RangeError)
    expect(() => kernelDensity({ x: [1, 2], y: [1] }, grid, options)).toThrow(/points.y/)
    expect(() => kernelDensity({ x: [1], y: [1], weight: [] }, grid, options)).toThrow(/points.weight/)
    expect(() => kernelDensity({ x: [1], y: [1], weight: [-1] }, grid, options)).toThrow(
      /points.weight\[0\] is -1/,
    )
  })
})

describe('kernelDensity against brute force', () => {
  const layouts: Record<string, (r: () => number, size: number) => [number, number]> = {
    uniform: (r, size) => [r() * size, r() * size],
    clustered: (r, size) => [size / 3 + (r() + r() + r() - 1.5) * 40, size / 2 + (r() + r() - 1) * 40],
    duplicated: (r, size) => [Math.floor(r() * 4) * (size / 4) + 7.5, Math.floor(r() * 3) * (size / 3) + 2.5],
    onCentres: (r, size) => [
      Math.floor((r() * size) / 20) * 20 + 10,
      Math.floor((r() * size) / 20) * 20 + 10,
    ],
    onCorners: (r, size) => [Math.floor((r() * size) / 20) * 20, Math.floor((r() * size) / 20) * 20],
  }
  for (const [name, layout] of Object.entries(layouts))
    for (const bandwidth of [50, 100, 210.5])
      it(`quartic, ${name} points, ${bandwidth} m, at northing 6.5 million: 1e-9 of the peak`, () => {
        const r = seeded(11)
        const size = 1600
        const grid: GridSpec = { originX: 674000, originY: 6580000, cellSize: 20, columns: 80, rows: 80 }
        const positions = Array.from({ length: 1500 }, () => layout(r, size))
        const points = {
          x: positions.map(([x]) => grid.originX + x),
          y: positions.map(([, y]) => grid.originY + y),
          weight: positions.map(() => r()),
        }
        const fast = kernelDensity(points, grid, { kernel: 'quartic', bandwidth }).values
        expect(worstDifference(fast, bruteForceDensity(points, grid, 'quartic', bandwidth))).toBeLessThan(
          1e-9,
        )
      })

  it('quartic in a long row of many bands, with a dense cluster far off', () => {
    const r = seeded(3)
    const grid: GridSpec = { originX: 0, originY: 6500000, cellSize: 10, columns: 1500, rows: 6 }
    const x: number[] = []
    const y: number[] = []
    for (let i = 0; i < 3000; i++) {
      x.push(i < 2500 ? 14000 + r() * 30 : r() * 15000)
      y.push(6500000 + r() * 60)
    }
    const fast = kernelDensity({ x, y }, grid, { kernel: 'quartic', bandwidth: 30 }).values
    expect(worstDifference(fast, bruteForceDensity({ x, y }, grid, 'quartic', 30))).toBeLessThan(1e-9)
  })

  it('gaussian', () => {
    const r = seeded(5)
    const grid: GridSpec = { originX: 674000, originY: 6580000, cellSize: 25, columns: 60, rows: 50 }
    const x = Array.from({ length: 400 }, () => 674000 + r() * 1500)
    const y = Array.from({ length: 400 }, () => 6580000 + r() * r() * 1250)
    const fast = kernelDensity({ x, y }, grid, { kernel: 'gaussian', bandwidth: 60 }).values
    expect(worstDifference(fast, bruteForceDensity({ x, y }, grid, 'gaussian', 60))).toBeLessThan(1e-9)
  })
})

describe('kernelDensity, properties', () => {
  const position = fc.integer({ min: 0, max: 1_000_000 }).map((millimetres) => millimetres / 1000)
  const clouds = fc.array(
    fc.tuple(
      position,
      position,
      fc.integer({ min: 0, max: 500 }).map((hundredths) => hundredths / 100),
    ),
    {
      minLength: 1,
      maxLength: 40,
    },
  )
  const columnsOf = (cloud: [number, number, number][]) => ({
    x: cloud.map(([x]) => x),
    y: cloud.map(([, y]) => y),
    weight: cloud.map(([, , w]) => w),
  })

  it('equals the definition for any cloud, bandwidth and cell', () => {
    fc.assert(
      fc.property(
        clouds,
        fc.double({ min: 5, max: 900, noNaN: true }),
        fc.double({ min: 20, max: 120, noNaN: true }),
        (cloud, bandwidth, cellSize) => {
          const points = columnsOf(cloud)
          const grid = gridFor(points, cellSize, 50)
          const values = kernelDensity(points, grid, { kernel: 'quartic', bandwidth }).values
          expect(worstDifference(values, bruteForceDensity(points, grid, 'quartic', bandwidth))).toBeLessThan(
            1e-9,
          )
        },
      ),
      { numRuns: 150 },
    )
  })

  it('keeps mass: Σ value × cell = Σ weights on a fine grid', () => {
    fc.assert(
      fc.property(clouds, (cloud) => {
        const points = columnsOf(cloud)
        const grid = gridFor(points, 10, 210)
        const values = kernelDensity(points, grid, { kernel: 'quartic', bandwidth: 200 }).values
        const mass = values.reduce((sum, v) => sum + v, 0) * 1e-4
        const weight = points.weight.reduce((sum, w) => sum + w, 0)
        expect(Math.abs(mass - weight)).toBeLessThanOrEqual(1e-4 * weight + 1e-12)
      }),
      { numRuns: 25 },
    )
  })

  it('does not depend on the order of points nor on where the map lies', () => {
    fc.assert(
      fc.property(clouds, (cloud) => {
        const grid = { originX: 0, originY: 0, cellSize: 40, columns: 25, rows: 25 }
        const options = { kernel: 'quartic', bandwidth: 130 } as const
        const values = kernelDensity(columnsOf(cloud), grid, options).values
        const reversed = kernelDensity(columnsOf([...cloud].reverse()), grid, options).values
        expect(worstDifference(reversed, values)).toBeLessThan(1e-12)
        const moved = columnsOf(cloud.map(([x, y, w]) => [x + 674000, y + 6580000, w]))
        const there = kernelDensity(moved, { ...grid, originX: 674000, originY: 6580000 }, options).values
        expect(worstDifference(there, values)).toBeLessThan(1e-9)
      }),
      { numRuns: 60 },
    )
  })
})
