import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { areaIndex, assignToAreas, type MultiPolygon } from '../../../src/analysis/index.ts'
import { seeded } from '../seeded.ts'

const box = (x: number, y: number, size: number): number[][] => [
  [x, y],
  [x + size, y],
  [x + size, y + size],
  [x, y + size],
  [x, y],
]

/** Even-odd over every edge. */
function holds(area: MultiPolygon, x: number, y: number): boolean {
  let odd = false
  for (const ring of area.flat())
    for (let i = 0; i + 1 < ring.length; i++) {
      const [ax, ay] = ring[i]!
      const [bx, by] = ring[i + 1]!
      if (ay! > y !== by! > y && x < ax! + ((y - ay!) / (by! - ay!)) * (bx! - ax!)) odd = !odd
    }
  return odd
}

describe('assignToAreas', () => {
  it('finds areas, holes, islands, and what lies nowhere', () => {
    const areas: MultiPolygon[] = [
      [[box(0, 0, 100), box(40, 40, 20)]],
      [[box(45, 45, 10)], [box(100, 0, 50)]],
    ]
    const x = [10, 42, 50, 120, 500, NaN, -1]
    const y = [10, 42, 50, 20, 500, 10, 50]
    expect(Array.from(assignToAreas(x, y, areas))).toEqual([0, -1, 1, 1, -1, -1, -1])
    expect(Array.from(assignToAreas(x, y, []))).toEqual(Array(7).fill(-1))
    expect(Array.from(assignToAreas([1], [1], [[]]))).toEqual([-1])
    expect(() => assignToAreas([1], [], areas)).toThrow(RangeError)
  })

  it('gives every place of a tiling to exactly one area, borders and corners too', () => {
    const areas: MultiPolygon[] = []
    for (let r = 0; r < 7; r++) for (let c = 0; c < 9; c++) areas.push([[box(c * 10, r * 10, 10)]])
    for (let y = 0; y < 70; y += 2.5)
      for (let x = 0; x < 90; x += 2.5)
        expect(assignToAreas([x], [y], areas)[0]).toBe(Math.floor(y / 10) * 9 + Math.floor(x / 10))
  })

  it('takes the first of two areas that overlap', () => {
    expect(areaIndex([[[box(0, 0, 10)]], [[box(5, 5, 10)]]]).find(7, 7)).toBe(0)
    expect(areaIndex([[[box(5, 5, 10)]], [[box(0, 0, 100)]]]).find(50, 50)).toBe(1)
  })

  it('equals the test of every edge, for crooked areas of any size', () => {
    fc.assert(
      fc.property(
        fc.integer(),
        fc.integer({ min: 1, max: 60 }),
        fc.constantFrom(1, 1000, 100_000),
        (seed, count, size) => {
          const r = seeded(seed)
          const areas: MultiPolygon[] = Array.from({ length: count }, () => {
            const [cx, cy, corners] = [r() * size, 6_580_000 + r() * size, 3 + Math.floor(r() * 12)]
            const ring = Array.from({ length: corners }, (_, k) => {
              const [angle, reach] = [(2 * Math.PI * k) / corners, (0.02 + r() * 0.3) * size]
              return [cx + reach * Math.cos(angle), cy + reach * Math.sin(angle)]
            })
            return [[[...ring, ring[0]!]]]
          })
          const index = areaIndex(areas)
          for (let i = 0; i < 200; i++) {
            const [x, y] = [r() * size * 1.2 - size * 0.1, 6_580_000 + r() * size * 1.2 - size * 0.1]
            expect(index.find(x, y)).toBe(areas.findIndex((area) => holds(area, x, y)))
          }
        },
      ),
      { numRuns: 60 },
    )
  })
})
