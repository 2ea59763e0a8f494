import { describe, expect, it } from 'vitest'
import {
  differenceInDifferences,
  empiricalBayesRates,
  eTest,
  funnelLimits,
  percentChange,
  poissonLimits,
  poissonZ,
  rateRatio,
  rates,
  relativeEffectSize,
  spatialPointPatternTest,
  weightedDisplacementDifference,
  weightedDisplacementQuotient,
} from '../../../src/analysis/index.ts'
import { cases, columns, expectClose, python, r } from './read.ts'

const cells = columns('cells')

describe('areas', () => {
  it('empirical Bayes rates: spdep EBest, numpy', () => {
    const found = empiricalBayesRates(cells.count!, cells.population!)
    expect(found.variance).toBeGreaterThan(0)
    for (const { empirical_bayes: peer } of [python, r]) {
      expectClose(found.rates, peer.rates, 1e-12)
      expectClose([found.mean, found.variance], [peer.mean, peer.variance], 1e-12)
    }
  })

  it('exact Poisson limits of a count (poisson.test, chi-square quantiles) and of an expectation (qpois)', () => {
    const limits = cases.poisson_counts.flatMap((count: number) => [
      poissonLimits(count),
      poissonLimits(count, 0.998),
    ])
    const funnel = cases.expected_counts.flatMap((count: number) => [
      funnelLimits(count),
      funnelLimits(count, 0.998),
    ])
    const flat = (all: { lower: number; upper: number }[]) =>
      all.flatMap(({ lower, upper }) => [lower, upper])
    for (const peer of [python, r]) {
      expectClose(flat(limits), peer.poisson_limits.flat(), 1e-9)
      expectClose(flat(funnel), peer.funnel_limits.flat(), 0)
    }
    // R's qpois says −0.
    expect(Object.is(funnelLimits(0.3).lower, 0)).toBe(true)
    const [k, population] = [47, 20_000]
    const rate = rates([k], [population], 1000)
    expectClose(
      [rate.lower[0]!, rate.upper[0]!],
      python.poisson_limits[10].map((v: number) => v / 20),
      1e-9,
    )
    expect(rate.rates[0]).toBeCloseTo(2.35, 12)
  })

  it('Andresen’s intervals: hypergeometric quantiles, to the one incident that 4 000 samples leave open', () => {
    const { drawn, lower, upper } = python.pattern_test
    const found = spatialPointPatternTest(cells.count!, cells.next!, { samples: 4000, seed: 5, robust: true })
    for (let i = 0; i < 80; i++) {
      expect(Math.abs(found.lower[i]! - lower[i]) * drawn).toBeLessThan(1.01)
      expect(Math.abs(found.upper[i]! - upper[i]) * drawn).toBeLessThan(1.01)
    }
    const total = cells.count!.reduce((a, b) => a + b, 0)
    const alike = cells.count!.map(
      (c, i) => c / total >= found.lower[i]! - 1e-9 && c / total <= found.upper[i]! + 1e-9,
    )
    const either = cells.count!.map((c, i) => c + cells.next![i]! > 0)
    const share = (flags: boolean[]) => flags.filter(Boolean).length / flags.length
    expect(found.s).toBeCloseTo(share(alike), 12)
    expect(found.sRobust).toBeCloseTo(share(alike.filter((_, i) => either[i])), 12)
  })
})

describe('before and after', () => {
  it('rate ratios: poisson.test, scipy’s beta quantiles and binomtest', () => {
    cases.before_after.forEach(([before, after, exposureBefore, exposureAfter]: number[], k: number) => {
      const found = rateRatio(before!, after!, {
        exposureBefore: exposureBefore!,
        exposureAfter: exposureAfter!,
      })
      for (const { before_after: peer } of [python, r]) {
        expectClose(
          [found.ratio, found.interval.lower, found.interval.upper],
          [peer[k].ratio, peer[k].lower, peer[k].upper],
          1e-9,
        )
        expectClose([found.pValue], [peer[k].p], 1e-9)
      }
      expect(poissonZ(before!, after!)).toBeCloseTo(python.before_after[k].z, 12)
      if (before === 0) return
      const change = percentChange(before!, after!, {
        exposureBefore: exposureBefore!,
        exposureAfter: exposureAfter!,
      })
      expectClose(
        [change.change, change.interval.lower],
        [python.before_after[k].ratio - 1, python.before_after[k].lower - 1],
        1e-9,
        1,
      )
    })
  })

  // Where they differ the definition is right: statsmodels stops summing at the 1e-10 quantiles, 2e-10 of p.
  it('e-test: the definition summed in full; statsmodels to what it leaves out', () => {
    cases.before_after.forEach(([before, after]: number[], k: number) => {
      const p = eTest(before!, after!)
      expect(Math.abs(p - Math.min(1, python.e_test_definition[k]))).toBeLessThan(1e-12)
      expect(Math.abs(p - Math.min(1, python.before_after[k].e_test))).toBeLessThan(1e-9)
    })
  })

  it('displacement: WDD with and without weights, WDQ, relative effect size', () => {
    const [target, control, displacement, displacementControl] = cases.weights
    const weights = { target, control, displacement, displacementControl }
    cases.displacement.forEach((c: number[], k: number) => {
      const place = (at: number) => ({ before: c[at]!, after: c[at + 1]! })
      const counts = {
        target: place(0),
        control: place(2),
        displacement: place(4),
        displacementControl: place(6),
      }
      for (const weighted of [0, 1]) {
        const found = weightedDisplacementDifference(counts, weighted ? { weights } : {})
        const peer = python.displacement[2 * k + weighted]
        expectClose(
          [found.estimate, found.standardError, found.z, found.interval.lower, found.interval.upper],
          [peer.estimate, peer.se, peer.z, peer.lower, peer.upper],
          1e-11,
          1,
        )
        expectClose([found.pValue], [peer.p], 1e-10)
        expectClose([found.local.estimate, found.local.standardError], peer.local, 1e-11, 1)
        expectClose(
          [found.displacement.estimate, found.displacement.standardError],
          peer.displacement,
          1e-11,
          1,
        )
      }
      const peer = python.displacement[2 * k + 1]
      const { estimate, interval } = relativeEffectSize(counts)
      expectClose([estimate, interval.lower, interval.upper], peer.res, 1e-11)
      expect(weightedDisplacementQuotient(counts).quotient / peer.wdq).toBeCloseTo(1, 11)
    })
  })

  // The plain model is the ratio of four totals: a closed form, which statsmodels and R both meet. With an offset R 4.2.2's standard error is 1.3e-8
  // off: summary.glm takes the weights of the last iteration but one. statsmodels, which takes those of the last, is right.
  it('difference in differences: closed form, statsmodels, R’s glm', () => {
    const { count, treated, post, exposure } = columns('panel')
    const panel = { count: count!, treated: treated!, post: post! }
    const plain = differenceInDifferences(panel)
    const offset = differenceInDifferences({ ...panel, offset: exposure!.map(Math.log) })
    expectClose([plain.logEffect, plain.standardError], [python.did.closed.log, python.did.closed.se], 1e-11)
    for (const [found, name] of [
      [plain, 'plain'],
      [offset, 'offset'],
    ] as const)
      for (const [peer, tolerance] of [
        [python.did[name], 1e-10],
        [r.did[name], 1e-7],
      ] as const)
        expectClose(
          [found.logEffect, found.standardError, found.dispersion, found.quasiStandardError],
          [peer.log, peer.se, peer.dispersion, peer.quasi_se],
          tolerance,
        )
  })
})
