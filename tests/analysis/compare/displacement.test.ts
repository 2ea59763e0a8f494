import fc from 'fast-check'
import poissonQuantile from '@stdlib/stats-base-dists-poisson-quantile'
import { describe, expect, it } from 'vitest'
import {
  relativeEffectSize,
  weightedDisplacementDifference,
  weightedDisplacementQuotient,
} from '../../../src/analysis/index.ts'
import { seededRandom } from '../../../src/analysis/random.ts'

/** Wheeler & Ratcliffe (2018), the worked example. */
const PAPER = {
  target: { before: 207, after: 110 },
  control: { before: 308, after: 318 },
  displacement: { before: 178, after: 157 },
  displacementControl: { before: 150, after: 140 },
}

describe('weightedDisplacementDifference', () => {
  it('gives the published example', () => {
    const wdd = weightedDisplacementDifference(PAPER)
    expect(wdd.estimate).toBe(-118)
    expect(wdd.standardError).toBeCloseTo(39.597979746447, 11)
    expect(wdd.z).toBeCloseTo(-2.979950006429, 11)
    expect(wdd.pValue).toBeCloseTo(0.002882954304981, 12)
    expect(wdd.interval).toEqual({
      lower: expect.closeTo(-195.610614163582, 9),
      upper: expect.closeTo(-40.389385836418, 9),
      level: 0.95,
    })
    expect(wdd.local).toEqual({ estimate: -107, standardError: expect.closeTo(30.708305065568, 11) })
    expect(wdd.displacement).toEqual({ estimate: -11, standardError: 25 })
  })

  it('gives the published example with area weights (ptools)', () => {
    const weights = { control: 0.9, target: 1.2, displacementControl: 1.6, displacement: 1.5 }
    const wdd = weightedDisplacementDifference(PAPER, { weights })
    expect(wdd.estimate).toBeCloseTo(-99.69444444444, 9)
    expect(wdd.standardError).toBeCloseTo(35.428075504473, 11)
    expect(wdd.z).toBeCloseTo(-2.813995483098, 11)
    expect([wdd.interval.lower, wdd.interval.upper]).toEqual([
      expect.closeTo(-169.132196474777, 9),
      expect.closeTo(-30.256692414112, 9),
    ])
    expect(wdd.displacement).toEqual({
      estimate: expect.closeTo(-7.75, 12),
      standardError: expect.closeTo(16.191668811117, 11),
    })
  })

  it('without a displacement zone, at 90 % (ptools README)', () => {
    const wdd = weightedDisplacementDifference(
      { target: { before: 20, after: 10 }, control: { before: 20, after: 20 } },
      { level: 0.9 },
    )
    expect(wdd).toMatchObject({ estimate: -10, displacement: { estimate: 0, standardError: 0 } })
    expect([wdd.interval.lower, wdd.interval.upper]).toEqual([
      expect.closeTo(-23.761832791699, 9),
      expect.closeTo(3.761832791699, 9),
    ])
  })

  it('scales the counts before to the exposure after (ptools, time weights 2 and 1)', () => {
    const wdd = weightedDisplacementDifference(
      { target: { before: 80, after: 20 }, control: { before: 100, after: 50 } },
      { exposureBefore: 2, exposureAfter: 1 },
    )
    expect(wdd.estimate).toBe(-20)
    expect(wdd.standardError).toBeCloseTo(Math.sqrt(115), 12)
    expect(wdd.z).toBeCloseTo(-1.865009616481, 11)
    expect(wdd.pValue).toBeCloseTo(0.06218005628482, 12)
  })

  it('turns its sign with before and after, and with target and control', () => {
    const count = fc.integer({ min: 0, max: 800 })
    const pair = fc.record({ before: count, after: count })
    const turn = (p: { before: number; after: number }) => ({ before: p.after, after: p.before })
    fc.assert(
      fc.property(pair, pair, pair, pair, (target, control, displacement, displacementControl) => {
        const wdd = weightedDisplacementDifference({ target, control, displacement, displacementControl })
        const back = weightedDisplacementDifference({
          target: turn(target),
          control: turn(control),
          displacement: turn(displacement),
          displacementControl: turn(displacementControl),
        })
        const swapped = weightedDisplacementDifference({
          target: control,
          control: target,
          displacement: displacementControl,
          displacementControl: displacement,
        })
        for (const other of [back, swapped]) {
          expect(other.estimate + wdd.estimate).toBe(0)
          expect(other.z).toBeCloseTo(-wdd.z, 12)
          expect(other.pValue).toBeCloseTo(wdd.pValue, 12)
          expect(other.interval.lower).toBeCloseTo(-wdd.interval.upper, 9)
        }
        expect(wdd.local.estimate + wdd.displacement.estimate).toBe(wdd.estimate)
        expect(wdd.interval.lower <= wdd.estimate && wdd.estimate <= wdd.interval.upper).toBe(true)
      }),
    )
  })

  it('keeps its level: 95 % of intervals hold the true difference (seeded simulation)', () => {
    const random = seededRandom(19)
    const draw = (mean: number) => poissonQuantile(random(), mean)
    let held = 0
    for (let run = 0; run < 2000; run++) {
      const { interval } = weightedDisplacementDifference({
        target: { before: draw(60), after: draw(40) },
        control: { before: draw(80), after: draw(85) },
      })
      if (interval.lower <= -25 && interval.upper >= -25) held++
    }
    // Binomial: 1 900 ± 3 × 9.7.
    expect(Math.abs(held - 1900)).toBeLessThan(30)
  })

  it('knows nothing of nothing, and refuses what is no count or weight', () => {
    const none = { before: 0, after: 0 }
    expect(weightedDisplacementDifference({ target: none, control: none })).toMatchObject({
      estimate: 0,
      z: 0,
      pValue: 1,
    })
    expect(() => weightedDisplacementDifference({ target: { before: -1, after: 0 }, control: none })).toThrow(
      /counts.target.before is -1/,
    )
    expect(() => weightedDisplacementDifference(PAPER, { weights: { target: 0 } })).toThrow(
      /weights.target is 0/,
    )
    expect(() => weightedDisplacementDifference(PAPER, { level: 0 })).toThrow(/level is 0/)
    expect(() => weightedDisplacementDifference(PAPER, { exposureBefore: 0 })).toThrow(/exposureBefore is 0/)
    expect(() => weightedDisplacementDifference(PAPER, { exposureAfter: NaN })).toThrow(
      /exposureAfter is NaN/,
    )
  })

  it('scales with harm: one weight for all divides estimate and error alike', () => {
    const count = fc.integer({ min: 0, max: 500 })
    const pair = fc.record({ before: count, after: count })
    fc.assert(
      fc.property(pair, pair, fc.integer({ min: 1, max: 90 }), (target, control, weight) => {
        fc.pre(target.before + control.before > 0)
        const plain = weightedDisplacementDifference({ target, control })
        const scaled = weightedDisplacementDifference(
          { target, control },
          { weights: { target: weight, control: weight } },
        )
        expect(scaled.estimate).toBeCloseTo(plain.estimate / weight, 9)
        expect(scaled.z).toBeCloseTo(plain.z, 9)
      }),
    )
  })
})

describe('weightedDisplacementQuotient', () => {
  it('same places: 0.2582, readable', () => {
    const { quotient, readable } = weightedDisplacementQuotient(PAPER)
    expect(quotient).toBeCloseTo(0.2582, 4)
    expect(readable).toBe(true)
  })

  it('is not to be read where the target did no better than the control, or nothing happened there', () => {
    expect(weightedDisplacementQuotient({ ...PAPER, target: { before: 100, after: 120 } }).readable).toBe(
      false,
    )
    expect(weightedDisplacementQuotient({ ...PAPER, control: { before: 5, after: 0 } }).readable).toBe(false)
    expect(() => weightedDisplacementQuotient({ ...PAPER, control: { before: NaN, after: 0 } })).toThrow(
      RangeError,
    )
  })
})

describe('relativeEffectSize', () => {
  it('same target and control: 1.943 [1.469, 2.569], −48.5 % net', () => {
    const { estimate, interval, netChange } = relativeEffectSize(PAPER)
    expect(estimate).toBeCloseTo(1.942916174734, 11)
    expect(interval).toEqual({
      lower: expect.closeTo(1.469389681778, 9),
      upper: expect.closeTo(2.569041629226, 9),
      level: 0.95,
    })
    expect(netChange).toBeCloseTo(-0.48530975602346, 12)
  })

  it('small counts (constructed), and none', () => {
    const small = relativeEffectSize({
      target: { before: 30, after: 20 },
      control: { before: 40, after: 41 },
    })
    expect(small.interval).toEqual({
      lower: expect.closeTo(0.7528557749266, 9),
      upper: expect.closeTo(3.139919130235, 9),
      level: 0.95,
    })
    const none = relativeEffectSize({ target: { before: 4, after: 0 }, control: { before: 4, after: 4 } })
    expect(none).toEqual({
      estimate: Infinity,
      interval: { lower: 0, upper: Infinity, level: 0.95 },
      netChange: -1,
    })
    expect(() => relativeEffectSize(PAPER, 2)).toThrow(/level is 2/)
  })
})
