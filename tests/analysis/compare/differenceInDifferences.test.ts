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

  it('refuses what cannot be estimated', () => {
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
