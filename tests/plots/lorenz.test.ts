import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { heldAt, lorenzCurve, markLabels } from '../../src/plots/lorenz.ts'

describe('lorenzCurve', () => {
  it('adds the counts up, fullest first', () => {
    expect(lorenzCurve([5, 2, 1, 0])).toEqual([
      [0, 0],
      [0.25, 5 / 8],
      [0.5, 7 / 8],
      [0.75, 1],
      [1, 1],
    ])
    expect(lorenzCurve([])).toEqual([])
    expect(lorenzCurve([0, 0])).toEqual([])
  })

  it('is thinned to points of the whole curve, a steep beginning kept', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 30_000 }), fc.integer({ min: 1, max: 9 }), (units, power) => {
        const counts = Float64Array.from({ length: units }, (_, i) => 1000 / (i + 1) ** (power / 3))
        const total = counts.reduce((sum, count) => sum + count, 0)
        const curve = lorenzCurve(counts)
        expect(curve.length).toBeLessThanOrEqual(Math.min(units + 1, 402))
        expect(curve[0]).toEqual([0, 0])
        expect(curve.at(-1)).toEqual([1, 1])
        let held = 0
        const whole = new Map<number, number>([[0, 0]])
        counts.forEach((count, i) => whole.set(i + 1, (held += count) / total))
        for (const [x, y] of curve) expect(y).toBeCloseTo(whole.get(Math.round(x * units))!, 9)
        for (let i = 1; i < curve.length; i++) {
          const [step, rise] = [curve[i][0] - curve[i - 1][0], curve[i][1] - curve[i - 1][1]]
          // No point left out lies as far off as a pixel of 200.
          expect(Math.min(step, rise)).toBeLessThan(Math.max(0.006, 1.001 / units))
        }
      }),
      { numRuns: 30 },
    )
  })
})

describe('heldAt', () => {
  const curve = lorenzCurve([5, 2, 1, 0])
  it('reads between the points', () => {
    expect(heldAt(curve, 0)).toBe(0)
    expect(heldAt(curve, 0.125)).toBeCloseTo(5 / 16, 12)
    expect(heldAt(curve, 0.25)).toBeCloseTo(5 / 8, 12)
    expect(heldAt(curve, 1)).toBe(1)
    expect(heldAt([], 0.5)).toBe(0)
  })
})

describe('markLabels', () => {
  it('stands right of the mark and below, left and above where the plot ends', () => {
    expect(markLabels([{ x: 50, y: 100 }], [80], 300)).toEqual([{ x: 60, y: 111, anchor: 'start' }])
    expect(markLabels([{ x: 250, y: 100 }], [80], 300)).toEqual([{ x: 242, y: 92, anchor: 'end' }])
  })

  it('never lie on each other', () => {
    const labels = markLabels(
      [
        { x: 50, y: 100 },
        { x: 52, y: 95 },
        { x: 290, y: 93 },
      ],
      [80, 80, 80],
      300,
    )
    expect(labels.map(({ y }) => y)).toEqual([111, 95, 79])
  })
})
