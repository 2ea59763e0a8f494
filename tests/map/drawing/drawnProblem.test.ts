import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cornersOf, drawable, shapeOf } from '../../../src/map/drawing/drawn.ts'
import { drawnProblem } from '../../../src/map/drawing/drawnProblem.ts'

const polygon = (...corners: [number, number][]) => shapeOf('polygon', corners)

describe('what is drawn can be counted in', () => {
  it('takes a square, also one drawn the other way round', () => {
    expect(drawnProblem(polygon([18, 58], [18.01, 58], [18.01, 58.01], [18, 58.01]), 'polygon')).toBeNull()
    expect(drawnProblem(polygon([18, 58.01], [18.01, 58.01], [18.01, 58], [18, 58]), 'polygon')).toBeNull()
  })

  it('takes every star-shaped polygon', () => {
    const radii = fc.array(fc.double({ min: 0.1, max: 1, noNaN: true }), { minLength: 3, maxLength: 20 })
    fc.assert(
      fc.property(radii, (around) => {
        const corners = around.map((radius, i): [number, number] => {
          const turn = (2 * Math.PI * i) / around.length
          return [18 + 0.01 * radius * Math.cos(turn), 58 + 0.01 * radius * Math.sin(turn)]
        })
        return drawnProblem(polygon(...corners), 'polygon') === null
      }),
    )
  })

  it('refuses a bow tie: its outline crosses itself', () => {
    expect(drawnProblem(polygon([18, 58], [18.01, 58.01], [18.01, 58], [18, 58.01]), 'polygon')).toBe(
      'crossing',
    )
  })

  it('refuses an outline that comes back to a corner', () => {
    const eight = polygon([18, 58], [18.01, 58], [18, 58.01], [17.99, 58.02], [18.01, 58.02], [18, 58.01])
    expect(drawnProblem(eight, 'polygon')).toBe('crossing')
  })

  it('refuses what has too few corners, or no area', () => {
    expect(drawnProblem(polygon([18, 58], [18.01, 58]), 'polygon')).toBe('fewCorners')
    expect(drawnProblem(polygon([18, 58], [18.01, 58], [18.01, 58]), 'polygon')).toBe('fewCorners')
    expect(drawnProblem(polygon([18, 58], [18.01, 58], [18.02, 58]), 'polygon')).not.toBeNull()
    expect(drawnProblem(null, 'point')).toBe('fewCorners')
    expect(drawnProblem(shapeOf('line', [[18, 58]]), 'line')).toBe('fewCorners')
  })

  it('takes a line of two corners and a point', () => {
    const line = shapeOf('line', [
      [18, 58],
      [18.01, 58],
    ])
    expect(drawnProblem(line, 'line')).toBeNull()
    expect(drawnProblem(shapeOf('point', [[18, 58]]), 'point')).toBeNull()
  })
})

describe('shapes and corners', () => {
  it('closes a polygon, and takes its corners back without the one that closes it', () => {
    const corners: [number, number][] = [
      [18, 58],
      [18.01, 58],
      [18.01, 58.01],
    ]
    const drawn = polygon(...corners)!
    expect(drawn.coordinates).toEqual([[...corners, [18, 58]]])
    expect(cornersOf(drawn)).toEqual(corners)
  })

  it('draws on the first outer ring of a geometry of that shape, and on nothing else', () => {
    const ring = [
      [18, 58],
      [18.01, 58],
      [18.01, 58.01],
      [18, 58],
    ]
    const hole = [
      [18.005, 58.001],
      [18.008, 58.001],
      [18.008, 58.004],
      [18.005, 58.001],
    ]
    const expected = { type: 'Polygon', coordinates: [ring] }
    expect(drawable({ type: 'MultiPolygon', coordinates: [[ring, hole], [hole]] }, 'polygon')).toEqual(
      expected,
    )
    expect(drawable({ type: 'Polygon', coordinates: [ring, hole] }, 'polygon')).toEqual(expected)
    expect(drawable({ type: 'Point', coordinates: [18, 58] }, 'polygon')).toBeNull()
    expect(drawable({ type: 'Point', coordinates: [18.123456789, 58] }, 'point')).toEqual({
      type: 'Point',
      coordinates: [18.1234568, 58],
    })
    expect(drawable(undefined, 'line')).toBeNull()
  })
})
