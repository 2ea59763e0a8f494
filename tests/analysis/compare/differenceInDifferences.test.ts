import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { differenceInDifferences, type Panel } from '../../../src/analysis/index.ts'
import { poissonRegression } from '../../../src/analysis/compare/poissonRegression.ts'
import { seeded } from '../seeded.ts'

/** Wheeler & Ratcliffe's target and control as a panel of four rows. */
const FOUR: Panel = { count: [207, 110, 308, 318], treated: [1, 1, 0, 0], post: [0, 1, 0, 1] }

/** `months` rows for a treated and a control area, 12 before; expectation by the given function. */
function panel(rate: (treated: number, month: number) => number) {
  const columns = {
    count: [] as number[],
    treated: [] as number[],
    post: [] as number[],
    time: [] as number[],
  }
  for (const treated of [0, 1])
    for (let month = 0; month < 24; month++) {
      columns.count.push(Math.round(rate(treated, month)))
      columns.treated.push(treated)
      columns.post.push(month >= 12 ? 1 : 0)
      columns.time.push(month)
    }
  return columns
}

describe('differenceInDifferences', () => {
  it('gives R’s 2 × 2: β −0.664, SE 0.1425', () => {
    const did = differenceInDifferences(FOUR)
    expect(did.logEffect).toBeCloseTo(-0.6641900272795, 9)
    expect(did.effect).toBeCloseTo(0.5146902439766, 9)
    expect(did.standardError).toBeCloseTo(Math.sqrt(1 / 207 + 1 / 110 + 1 / 308 + 1 / 318), 9)
    expect(did).not.toHaveProperty('preTrendPValue')
  })

  it('takes exposure out: twice as long, twice as many', () => {
    const offset = [0, Math.log(2), 0, 0]
    const did = differenceInDifferences({ ...FOUR, count: [207, 220, 308, 318], offset })
    expect(did.logEffect).toBeCloseTo(-0.6641900272795, 9)
  })

  it('has the closed form of the four totals whatever the panel, with Pearson dispersion', () => {
    const r = seeded(8)
    const p = panel((treated, month) => 5 + 20 * r() + (treated && month >= 12 ? -4 : 0))
    const did = differenceInDifferences(p)
    const total = (treated: number, post: number) =>
      p.count.filter((_, i) => p.treated[i] === treated && p.post[i] === post).reduce((a, b) => a + b, 0)
    const [c0, c1, t0, t1] = [total(0, 0), total(0, 1), total(1, 0), total(1, 1)]
    expect(did.effect).toBeCloseTo(t1 / t0 / (c1 / c0), 9)
    expect(did.standardError).toBeCloseTo(Math.sqrt(1 / c0 + 1 / c1 + 1 / t0 + 1 / t1), 9)
    const pearson = p.count.reduce((sum, c, i) => {
      const mean = total(p.treated[i]!, p.post[i]!) / 12
      return sum + (c - mean) ** 2 / mean
    }, 0)
    expect(did.dispersion).toBeCloseTo(pearson / 44, 9)
    expect(did.quasiStandardError).toBeCloseTo(did.standardError * Math.sqrt(pearson / 44), 9)
  })

  it('tests the trends before the measure', () => {
    const alike = differenceInDifferences(panel((treated, month) => (treated ? 40 : 60) * 1.02 ** month))
    expect(alike.preTrendPValue).toBeGreaterThan(0.8)
    const apart = differenceInDifferences(panel((treated, month) => (treated ? 40 * 1.12 ** month : 60)))
    expect(apart.preTrendPValue).toBeLessThan(0.001)
    const short = panel(() => 20)
    expect(differenceInDifferences({ ...short, time: short.time.map((t) => t % 2) })).not.toHaveProperty(
      'preTrendPValue',
    )
  })

  /**
   * R 4.2.2, all with glm.control(epsilon = 1e-14):
   * g <- glm(count ~ treated + factor(time) + treated:post, poisson); phi <- sum(residuals(g, "pearson")^2)/df.residual(g)
   * g1 <- glm(count ~ treated + factor(time) + treated:time, poisson, data = before); g0 <- update(g1, . ~ . - treated:time)
   * pchisq((deviance(g0) - deviance(g1))/max(1, phi1), 1, lower.tail = FALSE)
   * statsmodels 0.13.5, GLM(cbind(treated, control), Binomial), gives the same 0.239209246015295.
   */
  const CONTROL = [52, 49, 61, 50, 70, 66, 71, 60, 55, 64, 58, 60, 57, 49, 66, 52, 58, 50]
  const months = [...CONTROL.keys()]
  const columns = (treated: number[]): Panel => ({
    count: [...treated, ...CONTROL],
    treated: [...treated.map(() => 1), ...CONTROL.map(() => 0)],
    post: [...months, ...months].map((m) => (m >= 11 ? 1 : 0)),
    time: [...months, ...months],
  })

  it('gives R’s pre-trend test and paired effect', () => {
    const did = differenceInDifferences(
      columns([31, 28, 35, 30, 41, 38, 44, 40, 37, 45, 42, 22, 25, 19, 24, 21, 20, 18]),
    )
    expect(did.preTrendPValue).toBeCloseTo(0.239209246015295, 11)
    expect(did.logEffect).toBeCloseTo(-0.49974795939715, 11)
    expect(did.dispersion).toBeCloseTo(0.76725762094485, 9)
    expect(did.paired).toEqual({
      logEffect: expect.closeTo(-0.49974795939715, 10),
      standardError: expect.closeTo(0.11497786775014, 9),
      dispersion: expect.closeTo(0.1512524852802, 9),
      steps: 18,
    })
  })

  it('gives them with exposure and more variation than chance, which weakens the test', () => {
    const did = differenceInDifferences({
      ...columns([3, 40, 8, 55, 12, 60, 9, 71, 20, 80, 5, 6, 30, 2, 22, 10, 18, 4]),
      offset: [...months.map((m) => Math.log([1, 1.1, 1.2][m % 3]!)), ...months.map(() => Math.log(2))],
    })
    // Deviance falls by 7.143 (p .0075 for Poisson counts), dispersion 18.67.
    expect(did.preTrendPValue).toBeCloseTo(0.5361728679348, 9)
    expect(did.paired).toEqual({
      logEffect: expect.closeTo(-0.87972842479127, 9),
      standardError: expect.closeTo(0.13310585010244, 9),
      dispersion: expect.closeTo(13.24525994853591, 8),
      steps: 18,
    })
  })

  it('takes a season that both groups have out of the dispersion, and out of the trends', () => {
    const season = (month: number) => 1 + 0.8 * Math.sin((2 * Math.PI * month) / 12)
    const did = differenceInDifferences(
      panel((treated, month) => season(month) * (treated ? (month < 12 ? 200 : 120) : 300)),
    )
    expect(did.dispersion).toBeGreaterThan(20)
    expect(did.paired!.dispersion).toBeLessThan(0.1)
    const apart = panel((treated, month) => season(month) * (treated ? 60 * 1.05 ** month : 60))
    expect(differenceInDifferences(apart).preTrendPValue).toBeLessThan(0.01)
  })

  it('holds where a group vanishes before the measure, and leaves steps of one group alone out', () => {
    const count = [0, 0, 0, 0, 9, 9, 4, 4, 9, 9, 9, 9, 9, 9, 9, 9]
    const treated = [...Array<number>(8).fill(1), ...Array<number>(8).fill(0)]
    const post = [0, 0, 0, 0, 0, 0, 1, 1, 0, 0, 0, 0, 0, 0, 1, 1]
    const time = [0, 1, 2, 3, 4, 5, 6, 7, 0, 1, 2, 3, 4, 5, 6, 7]
    expect(differenceInDifferences({ count, treated, post, time }).preTrendPValue).toBeLessThan(1e-4)
    const alone = { count: [...count, 70], treated: [...treated, 1], post: [...post, 1], time: [...time, 8] }
    expect(differenceInDifferences(alone).paired).toEqual(
      differenceInDifferences({ count, treated, post, time }).paired,
    )
  })

  it('knows no paired effect of fewer than three steps with an incident', () => {
    const two = differenceInDifferences({ ...FOUR, time: [0, 1, 0, 1] })
    expect(two).not.toHaveProperty('paired')
    expect(two).not.toHaveProperty('preTrendPValue')
    const count = [207, 0, 110, 308, 0, 318]
    const flags = { treated: [1, 1, 1, 0, 0, 0], post: [0, 0, 1, 0, 0, 1], time: [0, 1, 2, 0, 1, 2] }
    expect(differenceInDifferences({ count, ...flags })).not.toHaveProperty('paired')
    expect(differenceInDifferences({ count: [207, 1, 110, 308, 0, 318], ...flags }).paired!.steps).toBe(3)
  })

  it('compares trends from three steps before the measure on', () => {
    const columns = (before: number): Panel => {
      const steps = [...Array.from({ length: before }, (_, i) => i), 9]
      const of = (counts: (step: number) => number) => steps.map(counts)
      return {
        count: [...of((t) => 40 - 9 * Math.min(t, 3)), ...of(() => 40)],
        treated: [...of(() => 1), ...of(() => 0)],
        post: [...of((t) => (t === 9 ? 1 : 0)), ...of((t) => (t === 9 ? 1 : 0))],
        time: [...steps, ...steps],
      }
    }
    expect(differenceInDifferences(columns(2))).not.toHaveProperty('preTrendPValue')
    expect(differenceInDifferences(columns(3)).preTrendPValue).toBeLessThan(0.1)
  })

  it('is the log ratio of the two ratios for four counts, and turns its sign with the groups', () => {
    const some = fc.integer({ min: 1, max: 5000 })
    fc.assert(
      fc.property(some, some, some, some, (a, b, c, d) => {
        const counts = { treated: [1, 1, 0, 0], post: [0, 1, 0, 1] }
        const did = differenceInDifferences({ count: [a, b, c, d], ...counts })
        expect(did.logEffect).toBeCloseTo(Math.log(b / a / (d / c)), 8)
        expect(did.standardError).toBeCloseTo(Math.sqrt(1 / a + 1 / b + 1 / c + 1 / d), 7)
        const turned = differenceInDifferences({ count: [c, d, a, b], ...counts })
        expect(turned.logEffect).toBeCloseTo(-did.logEffect, 8)
      }),
    )
  })

  it('refuses what cannot be estimated', () => {
    expect(() => differenceInDifferences({ ...FOUR, offset: [0, NaN, 0, 0] })).toThrow(
      /panel.offset\[1\] is NaN/,
    )
    expect(() => differenceInDifferences({ ...FOUR, time: [0, 1, 0, Infinity] })).toThrow(
      /panel.time\[3\] is Infinity/,
    )
    expect(() => differenceInDifferences({ ...FOUR, count: [1.5, 1, 1, 1] })).toThrow(
      /panel.count\[0\] is 1.5/,
    )
    expect(() => differenceInDifferences({ ...FOUR, count: [207, 0, 308, 318] })).toThrow(
      /treated 1, post 1 \(total\) is 0/,
    )
    expect(() => differenceInDifferences({ ...FOUR, treated: [2, 1, 0, 0] })).toThrow(
      /panel.treated\[0\] is 2/,
    )
    expect(() => differenceInDifferences({ ...FOUR, post: [0, 1] })).toThrow(/panel.post.length is 2/)
    expect(() => differenceInDifferences({ count: [], treated: [], post: [] })).toThrow(RangeError)
  })
})

describe('poissonRegression', () => {
  it('solves the score equations Xᵀ(y − μ) = 0', () => {
    const r = seeded(4)
    const x = Array.from({ length: 80 }, () => r() * 3 - 1)
    const z = Array.from({ length: 80 }, () => r())
    const offset = Array.from({ length: 80 }, () => r())
    const count = x.map((v, i) => Math.floor(Math.exp(1 + 0.4 * v - z[i]!) * 2 * r()))
    const ones = x.map(() => 1)
    const { fitted, coefficients } = poissonRegression(count, [ones, x, z], offset)
    for (const column of [ones, x, z])
      expect(Math.abs(column.reduce((sum, v, i) => sum + v * (count[i]! - fitted[i]!), 0))).toBeLessThan(1e-6)
    fitted.forEach((mu, i) =>
      expect(mu).toBeCloseTo(
        Math.exp(coefficients[0]! + coefficients[1]! * x[i]! + coefficients[2]! * z[i]! + offset[i]!),
        9,
      ),
    )
  })

  it('refuses columns that say the same', () => {
    expect(() =>
      poissonRegression(
        [1, 2, 3],
        [
          [1, 1, 1],
          [2, 2, 2],
        ],
      ),
    ).toThrow(/design is singular in column 1/)
  })
})
