import { describe, expect, it } from 'vitest'
import { overlappingAreas, type MultiPolygon } from '../../../src/analysis/index.ts'
import { tiling } from '../../bench/tiling.ts'

const box = (x: number, y: number, size: number): MultiPolygon => [
  [
    [
      [x, y],
      [x + size, y],
      [x + size, y + size],
      [x, y + size],
      [x, y],
    ],
  ],
]

describe('overlappingAreas', () => {
  it('finds none among areas that share their borders, however crooked', () => {
    expect(overlappingAreas(tiling(8, 7, 60, { x: 0, y: 0, side: 1000 }, 5))).toEqual([])
    expect(overlappingAreas([])).toEqual([])
    expect(overlappingAreas([[[]], box(0, 0, 10)])).toEqual([])
  })

  it('finds a layer within a layer, and by how much two areas overlap', () => {
    const nested = overlappingAreas([box(0, 0, 100), box(10, 10, 20), box(200, 0, 10)])
    expect(nested).toEqual([{ first: 0, second: 1, share: 1 }])
    const [half] = overlappingAreas([box(0, 0, 100), box(50, 0, 100)])
    expect(Math.abs(half!.share - 0.5)).toBeLessThan(0.1)
  })

  it('does not take what lies in a hole for an overlap', () => {
    const [[outer]] = box(0, 0, 100)
    const [[hole]] = box(20, 20, 50)
    expect(overlappingAreas([[[outer!, hole!]], box(20, 20, 50)])).toEqual([])
  })
})
