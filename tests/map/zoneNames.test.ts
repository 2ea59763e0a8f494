import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { placeNames, type NameWish, type PixelBox } from '../../src/map/zoneNames.ts'

const view: PixelBox = { left: 0, top: 0, right: 800, bottom: 600 }
const circle = (x: number, y: number, radius: number) =>
  Array.from({ length: 32 }, (_, i) => ({
    x: x + radius * Math.cos((i * Math.PI) / 16),
    y: y + radius * Math.sin((i * Math.PI) / 16),
  }))
const wish = (id: string, x: number, y: number, radius = 60): NameWish<string> => ({
  id,
  outline: circle(x, y, radius),
  width: 90,
  height: 18,
})
const boxOf = ({ left, top }: { left: number; top: number }): PixelBox => ({
  left,
  top,
  right: left + 90,
  bottom: top + 18,
})
const meet = (a: PixelBox, b: PixelBox) =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom

describe('names of places on the map', () => {
  it('stand over their outline, in its middle, where nothing is in the way', () => {
    const [name] = placeNames([wish('a', 400, 300)], [], view)
    expect(name!.left).toBeCloseTo(400 - 45)
    expect(name!.top).toBeCloseTo(300 - 60 - 6 - 18)
  })

  it('give way to a mark', () => {
    const mark: PixelBox = { left: 380, top: 210, right: 420, bottom: 240 }
    const [name] = placeNames([wish('a', 400, 300)], [mark], view)
    expect(meet(boxOf(name!), mark)).toBe(false)
  })

  it('give way to each other where two places share their middle', () => {
    const [inner, outer] = placeNames([wish('inner', 400, 300, 60), wish('outer', 400, 300, 75)], [], view)
    expect(meet(boxOf(inner!), boxOf(outer!))).toBe(false)
  })

  it('stay on the map: a place at its edge has its name inside, one outside has none', () => {
    const [edge] = placeNames([wish('a', 400, 50)], [], view)
    expect(edge!.top).toBeGreaterThanOrEqual(0)
    expect(placeNames([wish('a', 400, -900)], [], view)).toEqual([])
    expect(placeNames([{ ...wish('a', 0, 0), outline: [] }], [], view)).toEqual([])
  })

  it('never hide a single mark of a place that has room around it', () => {
    const places = fc.record({ x: fc.integer({ min: 200, max: 600 }), y: fc.integer({ min: 150, max: 450 }) })
    fc.assert(
      fc.property(places, places, (at, mark) => {
        const box = { left: mark.x - 13, top: mark.y - 13, right: mark.x + 13, bottom: mark.y + 13 }
        const [name] = placeNames([wish('a', at.x, at.y)], [box], view)
        return !meet(boxOf(name!), box)
      }),
    )
  })
})
