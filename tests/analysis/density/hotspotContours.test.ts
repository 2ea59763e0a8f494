import { describe, expect, it } from 'vitest'
import {
  contourAbove,
  hotspotContours,
  kernelDensity,
  meanOfNonZero,
  type GridSpec,
} from '../../../src/analysis/index.ts'
import { nestRings, ringArea } from '../../../src/analysis/density/nestRings.ts'

const grid: GridSpec = { originX: 674000, originY: 6580000, cellSize: 10, columns: 60, rows: 40 }

describe('hotspotContours', () => {
  it('draws one kernel as a circle round its point, in metres', () => {
    const centre = [674205, 6580195] as const
    const density = kernelDensity({ x: [centre[0]], y: [centre[1]] }, grid, {
      kernel: 'quartic',
      bandwidth: 150,
    })
    const level = 1e6 * (3 / (Math.PI * 150 ** 2)) * 0.25
    const radius = 150 * Math.sqrt(0.5)
    const [contour] = hotspotContours(density, { levels: [level] })
    expect(contour!.level).toBe(level)
    expect(contour!.polygon).toHaveLength(1)
    const ring = contour!.polygon[0]![0]!
    for (const [x, y] of ring)
      expect(Math.abs(Math.hypot(x! - centre[0], y! - centre[1]) - radius)).toBeLessThan(1)
    expect(ringArea(ring) / (Math.PI * radius ** 2)).toBeCloseTo(1, 2)
  })

  it('takes 1, 2, 3 and 5 × the mean of the non-zero cells', () => {
    const density = kernelDensity({ x: [674300, 674310], y: [6580200, 6580200] }, grid, {
      kernel: 'quartic',
      bandwidth: 90,
    })
    const mean = meanOfNonZero(density.values)
    const contours = hotspotContours(density, { levels: 'incremental-mean' })
    expect(contours.map(({ level }) => level / mean)).toEqual([1, 2, 3, 5].map((k) => expect.closeTo(k, 12)))
    const areas = contours.map(({ polygon }) => polygon.reduce((sum, p) => sum + ringArea(p[0]!), 0))
    expect([...areas].sort((a, b) => b - a)).toEqual(areas)
  })

  it('finds nothing above the mean of equal cells, nor above the peak', () => {
    const equal = { values: new Float64Array(4).fill(3), grid: { ...grid, columns: 2, rows: 2 } }
    expect(hotspotContours(equal, { levels: 'incremental-mean' })[0]!.polygon).toEqual([])
    expect(hotspotContours(equal, { levels: [2.9, 3, 4] }).map(({ polygon }) => polygon.length)).toEqual([
      1, 0, 0,
    ])
    const none = { values: new Float64Array(4), grid: equal.grid }
    expect(
      hotspotContours(none, { levels: 'incremental-mean' }).every(({ polygon }) => polygon.length === 0),
    ).toBe(true)
    expect(() => hotspotContours(none, { levels: [NaN] })).toThrow(RangeError)
  })

  it('gives an island in a hole back to its own ring', () => {
    const size = 21
    const values = new Float64Array(size * size)
    for (let i = 0; i < values.length; i++) {
      const ring = Math.max(Math.abs((i % size) - 10), Math.abs(Math.floor(i / size) - 10))
      values[i] = [0, 0, 5, 5, 0, 0, 5, 5, 5, 0, 0][ring]!
    }
    const polygon = contourAbove(
      values,
      { originX: 0, originY: 0, cellSize: 1, columns: size, rows: size },
      2.5,
    )
    const areas = polygon.map((rings) => rings.map((ring) => Math.round(ringArea(ring))))
    expect(areas.sort((a, b) => a[0]! - b[0]!)).toHaveLength(2)
    expect(areas[0]).toHaveLength(2)
    expect(areas[1]).toHaveLength(2)
    expect(areas[0]![0]! + areas[0]![1]!).toBeLessThan(areas[0]![0]!)
    expect(-areas[0]![1]!).toBeLessThan(areas[0]![0]!)
    expect(-areas[1]![1]!).toBeGreaterThan(areas[0]![0]!)
  })
})

it('nestRings gives a hole to the smallest ring that holds it, whatever the order', () => {
  const box = (a: number, b: number) => [
    [a, a],
    [b, a],
    [b, b],
    [a, b],
    [a, a],
  ]
  const hole = (a: number, b: number) => box(a, b).reverse()
  const nested = nestRings([box(0, 100), hole(10, 90), box(20, 80), hole(30, 70)])
  expect(nested).toEqual([
    [box(0, 100), hole(10, 90)],
    [box(20, 80), hole(30, 70)],
  ])
})
