import * as turf from '@turf/turf'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { Found, PointGrid, shapeOf } from '../../../src/workers/effect/pointGrid.ts'
import { moved } from '../../../src/workers/effect/zones.ts'

const coordinate = fc.double({ min: 0, max: 1000, noNaN: true })
const position = fc.option(fc.tuple(coordinate, coordinate), { freq: 20 })
/** A star-shaped polygon with its border off the points. */
const star = fc
  .record({
    x: coordinate,
    y: coordinate,
    radii: fc.array(fc.double({ min: 20, max: 400, noNaN: true }), { minLength: 3, maxLength: 24 }),
  })
  .map(({ x, y, radii }) => {
    const ring = radii.map((radius, i) => {
      const angle = (2 * Math.PI * i) / radii.length
      return [x + radius * Math.cos(angle) + 1e-4, y + radius * Math.sin(angle) + 1e-4]
    })
    return [[[...ring, ring[0]!]]]
  })

function gridOf(points: readonly ([number, number] | null)[]): PointGrid {
  return PointGrid.of(
    Float64Array.from(points, (point) => point?.[0] ?? NaN),
    Float64Array.from(points, (point) => point?.[1] ?? NaN),
  )
}

function itemsInside(grid: PointGrid, zone: number[][][][], dx = 0, dy = 0): number[] {
  const found = new Found()
  const n = grid.inside(shapeOf(zone), dx, dy, found)
  return [...found.items.slice(0, n)].map((k) => grid.item[k]!).sort((a, b) => a - b)
}

it('finds the points that a test of every point finds', () => {
  fc.assert(
    fc.property(fc.array(position, { maxLength: 200 }), star, (points, zone) => {
      const polygon = turf.multiPolygon(zone)
      const inside = points.flatMap((point, i) =>
        point && turf.booleanPointInPolygon(point, polygon) ? [i] : [],
      )
      expect(itemsInside(gridOf(points), zone)).toEqual(inside)
    }),
  )
})

it('finds the same where points and zone are moved together, and where the zone is moved in its place', () => {
  fc.assert(
    fc.property(fc.array(position, { maxLength: 100 }), star, (points, zone) => {
      const [dx, dy] = [674_016, 6_580_032]
      const there = itemsInside(gridOf(points), zone)
      const far = points.map((point): [number, number] | null => point && [point[0] + dx, point[1] + dy])
      const near = points.map((point) => point !== null && nearBorder(point, zone))
      const clear = (items: number[]) => items.filter((i) => !near[i])
      expect(clear(itemsInside(gridOf(far), moved(zone, dx, dy)))).toEqual(clear(there))
      expect(clear(itemsInside(gridOf(far), zone, dx, dy))).toEqual(clear(there))
    }),
  )
})

it('a filtered grid finds what passes and nothing else', () => {
  fc.assert(
    fc.property(fc.array(position, { maxLength: 100 }), star, (points, zone) => {
      const grid = gridOf(points)
      const odd = (item: number) => item % 2 === 1
      expect(itemsInside(grid.filter(odd), zone)).toEqual(itemsInside(grid, zone).filter(odd))
    }),
  )
})

it('holds nothing, and finds nothing, of no points', () => {
  const zone = [[[[0, 0], [10, 0], [10, 10], [0, 0]]]] // prettier-ignore
  expect(itemsInside(gridOf([]), zone)).toEqual([])
  expect(itemsInside(gridOf([null, null]), zone)).toEqual([])
  expect(gridOf([null, [5, 4]]).length).toBe(1)
})

/** Within a micrometre of the border, where rounding decides. */
function nearBorder([x, y]: [number, number], zone: number[][][][]): boolean {
  return zone.flat().some((ring) =>
    ring.slice(1).some((b, i) => {
      const a = ring[i]!
      const [ux, uy] = [b[0]! - a[0]!, b[1]! - a[1]!]
      const t = Math.max(0, Math.min(1, ((x - a[0]!) * ux + (y - a[1]!) * uy) / (ux * ux + uy * uy)))
      return Math.hypot(x - a[0]! - t * ux, y - a[1]! - t * uy) < 1e-6
    }),
  )
}
