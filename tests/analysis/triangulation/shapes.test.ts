import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { areaShape, lineShape, pointShape, shapesWithin, type Shape } from '../../../src/analysis/index.ts'

const square = (x: number, y: number, side: number) =>
  areaShape([[[[x, y], [x + side, y], [x + side, y + side], [x, y + side], [x, y]]]]) // prettier-ignore
/** The distance, by where "within" begins. */
const gap = (a: Shape, b: Shape) => {
  for (let metres = 0; metres <= 200; metres++) if (shapesWithin(a, b, metres)) return metres
  return Infinity
}

describe('distance between places', () => {
  it('is from border to border, and none inside', () => {
    expect(gap(pointShape(0, 0), pointShape(30, 40))).toBe(50)
    expect(gap(pointShape(0, 0, 20), pointShape(30, 40, 5))).toBe(25)
    expect(gap(pointShape(50, 50), square(0, 0, 100))).toBe(0)
    expect(gap(pointShape(130, 50), square(0, 0, 100))).toBe(30)
    expect(gap(square(0, 0, 100), square(40, 40, 10))).toBe(0)
    expect(gap(lineShape([[-50, 50], [150, 50]]), square(0, 0, 100))).toBe(0) // prettier-ignore
    expect(gap(lineShape([[0, 0], [100, 0]], 10), pointShape(50, 60))).toBe(50) // prettier-ignore
    expect(gap(lineShape([[0, 0], [100, 100]]), lineShape([[0, 100], [100, 0]]))).toBe(0) // prettier-ignore
    expect(gap(lineShape([]), pointShape(0, 0))).toBe(Infinity)
  })

  it('leaves a hole outside its area', () => {
    const ring = (from: number, to: number) => [[from, from], [to, from], [to, to], [from, to], [from, from]] // prettier-ignore
    const holed = areaShape([[ring(0, 100), ring(20, 80)]])
    expect(gap(pointShape(50, 50), holed)).toBe(30)
    expect(gap(pointShape(10, 50), holed)).toBe(0)
  })

  it('is the same both ways, and grows no smaller with a longer reach', () => {
    const at = fc.integer({ min: -100, max: 200 })
    const shape = fc.oneof(
      fc.tuple(at, at, fc.integer({ min: 0, max: 30 })).map(([x, y, margin]) => pointShape(x, y, margin)),
      fc.array(fc.tuple(at, at), { minLength: 1, maxLength: 4 }).map((line) => lineShape(line)),
      fc.tuple(at, at, fc.integer({ min: 1, max: 80 })).map(([x, y, side]) => square(x, y, side)),
    )
    fc.assert(
      fc.property(shape, shape, fc.integer({ min: 0, max: 150 }), (a, b, metres) => {
        const near = shapesWithin(a, b, metres)
        expect(shapesWithin(b, a, metres)).toBe(near)
        if (near) expect(shapesWithin(a, b, metres + 10)).toBe(true)
        expect(shapesWithin(a, a, 0)).toBe(true)
      }),
    )
  })
})
