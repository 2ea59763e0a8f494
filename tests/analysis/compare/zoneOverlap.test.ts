import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { measuresTouching, zoneArea, zoneOverlaps, type MultiPolygon } from '../../../src/analysis/index.ts'
import { square, ZONES } from './evidence.ts'

const ring = (outer: number, hole: number): MultiPolygon => [[circle(outer), [...circle(hole)].reverse()]]

/** 720 corners: of the circle's area all but 1.3e-5. */
function circle(radius: number): number[][] {
  const corners = Array.from({ length: 720 }, (_, i) => {
    const angle = (2 * Math.PI * i) / 720
    return [600_000 + radius * Math.cos(angle), 6_580_000 + radius * Math.sin(angle)]
  })
  return [...corners, corners[0]!]
}

describe('zoneArea', () => {
  it('is exact far from the origin, whatever the turn; holes are taken off', () => {
    expect(zoneArea(square(0))).toBe(10_000)
    expect(zoneArea(square(0).map((p) => p.map((r) => [...r].reverse())))).toBe(10_000)
    expect(zoneArea([...square(0), ...square(500, 20)])).toBe(10_400)
    expect(zoneArea(ring(200, 100)) / (Math.PI * (200 ** 2 - 100 ** 2))).toBeCloseTo(1, 4)
    expect(zoneArea([])).toBe(0)
    expect(zoneArea([[]])).toBe(0)
  })
})

describe('zoneOverlaps', () => {
  it('finds nothing among zones that meet or lie apart', () => {
    expect(zoneOverlaps(ZONES)).toEqual([])
    expect(zoneOverlaps({})).toEqual([])
  })

  it('gives the ground shared and its share of the smaller zone', () => {
    expect(zoneOverlaps({ target: square(0), control: square(60, 300) })).toEqual([
      { zones: ['target', 'control'], squareMetres: 4000, share: 0.4 },
    ])
    expect(zoneOverlaps({ control: square(-500, 2000), target: square(0) })).toEqual([
      { zones: ['control', 'target'], squareMetres: 10_000, share: 1 },
    ])
  })

  it('a ring meets its own hole in nothing', () => {
    expect(zoneOverlaps({ target: [[circle(100)]], displacement: ring(250, 100) })).toEqual([])
    const [overlap] = zoneOverlaps({ target: [[circle(110)]], displacement: ring(250, 100) })
    expect(overlap!.squareMetres / (Math.PI * (110 ** 2 - 100 ** 2))).toBeCloseTo(1, 4)
  })

  it('refuses a zone without area', () => {
    expect(() => zoneOverlaps({ target: square(0, 0) })).toThrow(/zones.target \(area\) is 0/)
    expect(() => zoneOverlaps({ target: [[[[0, 0], [NaN, 1], [2, 2], [0, 0]]]] })).toThrow(RangeError) // prettier-ignore
  })

  it('of two boxes is the overlap of their sides; the same either way round', () => {
    const side = fc.integer({ min: 1, max: 400 })
    const at = fc.integer({ min: -300, max: 300 })
    fc.assert(
      fc.property(at, side, side, (east, a, b) => {
        const wide = Math.max(0, Math.min(a, east + b) - Math.max(0, east))
        const shared = wide * Math.min(a, b)
        const zones = { target: square(0, a), control: square(east, b) }
        const found = zoneOverlaps(zones)
        const turned = zoneOverlaps({ target: zones.control, control: zones.target })
        expect(found[0]?.squareMetres ?? 0).toBeCloseTo(shared / Math.min(a, b) ** 2 < 0.001 ? 0 : shared, 3)
        expect(turned.length).toBe(found.length)
      }),
    )
  })
})

describe('measuresTouching', () => {
  it('names the zones each measure works in', () => {
    expect(
      measuresTouching(ZONES, [
        { id: 'at the corner', zone: square(90, 20) },
        { id: 'far away', zone: square(9000) },
        { id: 'over all', zone: square(-100, 3000) },
      ]),
    ).toEqual([
      { id: 'at the corner', touches: ['target', 'displacement'] },
      { id: 'far away', touches: [] },
      { id: 'over all', touches: ['target', 'displacement', 'control', 'displacementControl'] },
    ])
  })
})
