import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  areaShape,
  pointShape,
  triangulateFelt,
  withoutAnyNear,
  type FeltPlace,
} from '../../../src/analysis/index.ts'

const square = (x: number, y: number, side: number) =>
  areaShape([[[[x, y], [x + side, y], [x + side, y + side], [x, y + side], [x, y]]]]) // prettier-ignore
const felt = (x: number, y: number, feels: 'safe' | 'unsafe', density = 0): FeltPlace => ({
  at: pointShape(x, y),
  feels,
  density,
})

describe('observations held against reported crime', () => {
  const dark = { judged: true, hotspots: [square(0, 0, 100), square(1000, 0, 50)] }
  const dusk = { judged: true, hotspots: [square(5000, 0, 10)] }
  const few = { judged: false, hotspots: [] }

  it('are much where a hotspot of their own light is within the distance', () => {
    const places = [
      felt(50, 50, 'unsafe'),
      felt(199, 0, 'unsafe'),
      felt(201, 0, 'unsafe'),
      felt(1025, 20, 'safe'),
      felt(600, 0, 'safe'),
      felt(50, 50, 'unsafe', 1),
      felt(50, 50, 'unsafe', 2),
    ]
    expect(triangulateFelt(places, [dark, dusk, few], 100)).toEqual([
      { class: 'unsafeMuch', hotspots: [0] },
      { class: 'unsafeMuch', hotspots: [0] },
      { class: 'unsafeLittle', hotspots: [] },
      { class: 'safeMuch', hotspots: [1] },
      { class: 'safeLittle', hotspots: [] },
      { class: 'unsafeLittle', hotspots: [] },
      { class: 'unjudged', hotspots: [] },
    ])
  })

  it('leave the hotspots that nobody mentioned', () => {
    expect(withoutAnyNear(dark.hotspots, [pointShape(150, 0)], 100)).toEqual([1])
    expect(withoutAnyNear(dark.hotspots, [pointShape(150, 0)], 10)).toEqual([0, 1])
    expect(withoutAnyNear(dark.hotspots, [], 100)).toEqual([0, 1])
    expect(withoutAnyNear([], [pointShape(0, 0)], 100)).toEqual([])
  })

  const at = fc.integer({ min: 0, max: 2000 })
  const places = fc.array(fc.tuple(at, at, fc.constantFrom('safe' as const, 'unsafe' as const)), {
    maxLength: 12,
  })
  const boxes = fc.array(fc.tuple(at, at, fc.integer({ min: 10, max: 200 })), { maxLength: 6 })

  it('are each in exactly one class, by what was felt', () => {
    fc.assert(
      fc.property(places, boxes, fc.boolean(), (points, squares, judged) => {
        const densities = [{ judged, hotspots: squares.map(([x, y, side]) => square(x, y, side)) }]
        const found = triangulateFelt(
          points.map(([x, y, feels]) => felt(x, y, feels)),
          densities,
          100,
        )
        expect(found).toHaveLength(points.length)
        found.forEach(({ class: of, hotspots }, i) => {
          const own = [`${points[i][2]}Much`, `${points[i][2]}Little`]
          if (judged) expect(own).toContain(of)
          else expect(of).toBe('unjudged')
          expect(of.endsWith('Much')).toBe(hotspots.length > 0)
        })
      }),
    )
  })

  it('never go from little to much with a higher threshold, nor with a shorter distance', () => {
    fc.assert(
      fc.property(places, boxes, fc.nat(100), fc.nat(5), (points, squares, shrink, dropped) => {
        const felts = points.map(([x, y, feels]) => felt(x, y, feels))
        const low = [{ judged: true, hotspots: squares.map(([x, y, side]) => square(x, y, side)) }]
        // A higher threshold: regions inside those of the lower one, and fewer of them.
        const high = squares
          .filter((_, i) => i !== dropped)
          .filter(([, , side]) => side > shrink)
          .map(([x, y, side]) => square(x + shrink / 2, y + shrink / 2, side - shrink))
        const much = (found: { class: string }[]) => found.map((one) => one.class.endsWith('Much'))
        const before = much(triangulateFelt(felts, low, 100))
        const higher = much(triangulateFelt(felts, [{ judged: true, hotspots: high }], 100))
        const nearer = much(triangulateFelt(felts, low, 40))
        before.forEach((was, i) => {
          if (!was) expect([higher[i], nearer[i]]).toEqual([false, false])
        })
      }),
    )
  })
})
