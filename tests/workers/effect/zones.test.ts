import { describe, expect, it } from 'vitest'
import { zoneArea } from '../../../src/analysis/index.ts'
import {
  enlarged,
  loadBuffer,
  moved,
  ringZone,
  targetZone,
  usualRing,
  widened,
} from '../../../src/workers/effect/zones.ts'

const buffer = await loadBuffer()
const [X, Y] = [691_860, 6_449_169]
const point = (radius: number) => ({
  type: 'Point' as const,
  coordinates: [X, Y] as [number, number],
  radius,
})
/** Relative error of a radius by that of the area of what it draws. */
const radiusError = (area: number, radius: number) => Math.abs(Math.sqrt(area / Math.PI) / radius - 1)

describe('the place of a measure', () => {
  it('is a circle round a point, true to a thousandth of its radius', () => {
    expect(radiusError(zoneArea(targetZone(point(75), buffer)), 75)).toBeLessThan(0.001)
    expect(targetZone(point(0), buffer)).toEqual([])
  })

  it('is a band along a line, with round ends', () => {
    const line = targetZone({ type: 'LineString', coordinates: [[X, Y], [X + 300, Y], [X + 300, Y + 400]], radius: 25 }, buffer) // prettier-ignore
    // Two strips and a half circle at each end; at the bend a quarter disc outside, a square counted twice inside.
    const exact = 50 * 700 + Math.PI * 625 + (Math.PI / 4) * 625 - 625
    expect(Math.abs(zoneArea(line) / exact - 1)).toBeLessThan(0.001)
  })

  it('is a polygon as it stands', () => {
    const ring: [number, number][] = [[X, Y], [X + 100, Y], [X + 100, Y + 50], [X, Y + 50], [X, Y]] // prettier-ignore
    expect(targetZone({ type: 'Polygon', coordinates: [ring] }, buffer)).toEqual([[ring]])
  })
})

describe('the ring', () => {
  it('of a circle has the area of an annulus', () => {
    const target = targetZone(point(75), buffer)
    const ring = ringZone(target, widened(target, 150, buffer))
    const exact = Math.PI * (225 ** 2 - 75 ** 2)
    expect(Math.abs(zoneArea(ring) / exact - 1)).toBeLessThan(0.001)
  })

  it('of a rectangle has sides and quarter circles', () => {
    const ring: [number, number][] = [[X, Y], [X + 100, Y], [X + 100, Y + 50], [X, Y + 50], [X, Y]] // prettier-ignore
    const around = ringZone([[ring]], widened([[ring]], 40, buffer))
    const exact = 40 * 300 + Math.PI * 1600
    expect(Math.abs(zoneArea(around) / exact - 1)).toBeLessThan(0.001)
  })

  it('leaves out a target with a hole, and takes the hole', () => {
    const square = (size: number): [number, number][] => [[X - size, Y - size], [X + size, Y - size], [X + size, Y + size], [X - size, Y + size], [X - size, Y - size]] // prettier-ignore
    const holed = [[square(300), square(200)]]
    const ring = ringZone(holed, widened(holed, 50, buffer))
    const outside = 50 * 2400 + Math.PI * 2500
    const inside = 400 ** 2 - 300 ** 2
    expect(Math.abs(zoneArea(ring) / (outside + inside) - 1)).toBeLessThan(0.001)
  })

  it('is 150 m wide round a place, a street, a block, and wider round a district', () => {
    expect(usualRing(targetZone(point(30), buffer))).toBe(150)
    expect(usualRing(targetZone(point(300), buffer))).toBe(150)
    expect(usualRing(targetZone(point(700), buffer))).toBe(350)
    expect(usualRing(targetZone(point(5000), buffer))).toBe(500)
  })
})

it('moving keeps the area, enlarging multiplies it by the square', () => {
  const target = targetZone(point(75), buffer)
  expect(zoneArea(moved(target, 123, -456))).toBeCloseTo(zoneArea(target), 3)
  expect(zoneArea(enlarged(target, 3, [X, Y])) / zoneArea(target)).toBeCloseTo(9, 6)
})
