import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { regionOutline } from '../../../src/panels/depth/overlays/regionOutline.ts'

const grid = { originX: 0, originY: 0, cellSize: 1, columns: 5, rows: 4 }
const asIs = (x: number, y: number): [number, number] => [x, y]

/** Twice the signed area. */
const area = (ring: [number, number][]) =>
  ring.slice(1).reduce((sum, [x, y], k) => sum + ring[k][0] * y - x * ring[k][1], 0) / 2

describe('the outline of cells', () => {
  it('goes round them once, and round the hole in them', () => {
    const [square] = regionOutline(grid, [6, 7], asIs)
    expect(square).toHaveLength(7)
    expect(area(square)).toBe(2)
    const ring = [0, 1, 2, 5, 7, 10, 11, 12]
    expect(
      regionOutline(grid, ring, asIs)
        .map(area)
        .sort((a, b) => a - b),
    ).toEqual([-1, 9])
  })

  it('does not join the ends of two rows', () => {
    const rings = regionOutline(grid, [4, 5], asIs)
    expect(rings.map(area)).toEqual([1, 1])
  })

  it('holds as much surface as its cells, whatever they are', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 0, max: 19 }), { minLength: 1 }), (cells) => {
        const rings = regionOutline(grid, cells, asIs)
        expect(rings.reduce((sum, ring) => sum + area(ring), 0)).toBe(cells.length)
        for (const ring of rings) expect(ring[0]).toEqual(ring[ring.length - 1])
      }),
    )
  })
})
