import { describe, expect, it } from 'vitest'
import {
  differenceInDifferences,
  poissonZ,
  rateRatio,
  relativeEffectSize,
  weightedDisplacementDifference,
  type BeforeAfter,
} from '../../src/analysis/index.ts'
import { hasReference, referenceJson, referenceRows } from './reference.ts'

/** Digits agree to a share of the reference's own, which has 13. */
const near = (found: number, expected: number, relative = 1e-9) =>
  expect(Math.abs(found - expected)).toBeLessThanOrEqual(relative * Math.max(1e-3, Math.abs(expected)))

interface Wdd {
  id: string
  input: Partial<Record<'ct' | 'tr' | 'dc' | 'dt', [number, number]>> & {
    tw?: [number, number]
    aw?: [number, number, number, number]
    alpha?: number
  }
  [figure: string]: unknown
}

/** R 4.2.2: glm(family = poisson), poisson.test; agreed by statsmodels 0.13.5 and scipy 1.10.1. */
describe.runIf(hasReference)('effects against R', () => {
  const reference = hasReference ? referenceJson('effect/effect_reference.json') : undefined

  it('difference in differences on the panel of 40 areas and 24 months', () => {
    const data = referenceRows<Record<string, number>>('effect/did_panel.csv')
    const column = (name: string) => data.map((row) => row[name]!)
    const { did } = reference
    expect(data).toHaveLength(did.n)
    const panel = { count: column('count'), treated: column('treated'), post: column('post') }
    const result = differenceInDifferences(panel)
    near(result.logEffect, did.simple_poisson.beta, 1e-11)
    near(result.effect, did.simple_poisson.irr, 1e-11)
    // The closed form of the four totals is right where R, which takes the weights before its last step, is 1e-8 off.
    const closed = Math.sqrt(
      did.cell_totals.reduce((sum: number, { count }: { count: number }) => sum + 1 / count, 0),
    )
    near(result.standardError, closed, 1e-12)
    near(result.standardError, did.simple_poisson.se, 1e-7)
    near(result.dispersion, did.quasi_poisson.dispersion, 1e-7)
    near(result.quasiStandardError, did.quasi_poisson.se, 1e-7)
    const half = 1.959963984540054 * result.standardError
    near(Math.exp(result.logEffect - half), did.simple_poisson.ci95[0], 1e-7)
    near(Math.exp(result.logEffect + half), did.simple_poisson.ci95[1], 1e-7)
    // Fixed effects for areas and months change neither estimate nor, in a balanced panel, its standard error. Cluster-robust ones are not offered.
    near(result.logEffect, did.two_way_fixed_effects.beta, 1e-9)
    near(result.standardError, did.two_way_fixed_effects.se, 1e-7)
    const exposed = differenceInDifferences({ ...panel, offset: column('population').map(Math.log) })
    near(exposed.logEffect, did.offset_population.beta, 1e-8)
    near(exposed.standardError, did.offset_population.se, 2e-5)
    near(exposed.standardError, closed, 1e-12)
  })

  it('difference in differences of four counts', () => {
    const { input, beta, se, irr, ci95_wald } = reference.did_2x2
    const column = (name: string) => input.map((row: Record<string, number>) => row[name])
    const found = differenceInDifferences({ count: column('y'), treated: column('t'), post: column('p') })
    near(found.logEffect, beta, 1e-10)
    near(found.effect, irr, 1e-10)
    near(found.standardError, se, 1e-6)
    near(Math.exp(found.logEffect - 1.959963984540054 * found.standardError), ci95_wald[0], 1e-6)
  })

  it('rate ratios', () => {
    for (const r of reference.poisson_rate_ratio) {
      const { ratio, interval, pValue } = rateRatio(r.before, r.after, {
        exposureBefore: r.time_before,
        exposureAfter: r.time_after,
      })
      const [lower, upper] = r.ci95_exact.map((v: number | 'Inf') => (v === 'Inf' ? Infinity : v))
      expect(ratio, r.id).toBeCloseTo(r.rate_ratio === 'Inf' ? Infinity : r.rate_ratio, 11)
      expect(interval.lower, r.id).toBeCloseTo(lower, 8)
      expect(interval.upper, r.id).toBeCloseTo(upper, 8)
      expect(Math.abs(pValue / r.p_exact_two_sided - 1), r.id).toBeLessThan(1e-8)
    }
    expect(reference.poisson_rate_ratio).toHaveLength(7)
    const { after, before, p_binom_exact, z_wheeler_2sqrt } = reference.binomial_before_after
    near(rateRatio(before, after).pValue, p_binom_exact, 1e-8)
    near(poissonZ(before, after), z_wheeler_2sqrt, 1e-12)
  })

  // Wheeler & Ratcliffe's published example, and the values that the tests and the README of Wheeler's ptools hold.
  it('weighted displacement differences: published, ptools, constructed', () => {
    const all: Wdd[] = reference.wdd
    expect(all.map(({ id }) => id)).toEqual([
      'paper',
      'time_weights',
      'area_weights',
      'readme',
      'no_displacement',
    ])
    for (const { id, input, ...figures } of all) {
      const place = (pair: [number, number]): BeforeAfter => ({ before: pair[0], after: pair[1] })
      const [control, target, displacementControl, displacement] = input.aw ?? []
      const found = weightedDisplacementDifference(
        {
          target: place(input.tr!),
          control: place(input.ct!),
          ...(input.dt && { displacement: place(input.dt) }),
          ...(input.dc && { displacementControl: place(input.dc) }),
        },
        {
          level: 1 - (input.alpha ?? 0.05),
          ...(input.tw && { exposureBefore: input.tw[0], exposureAfter: input.tw[1] }),
          ...(input.aw && {
            weights: {
              control: control!,
              target: target!,
              displacementControl: displacementControl!,
              displacement: displacement!,
            },
          }),
        },
      )
      const figure = (name: string) => figures[name] as number
      for (const [value, name] of [
        [found.estimate, 'est_total'],
        [found.standardError, 'se_total'],
        [found.standardError ** 2, 'var_total'],
        [found.z, 'z'],
        [found.pValue, 'p_two_sided'],
        [found.local.estimate, 'est_local'],
        [found.local.standardError, 'se_local'],
        [found.displacement.estimate, 'est_displacement'],
        [found.displacement.standardError, 'se_displacement'],
      ] as const)
        expect(Math.abs(value - figure(name)), `${id} ${name}`).toBeLessThanOrEqual(
          1e-10 * Math.max(1, Math.abs(figure(name))),
        )
      const [lower, upper] = figures.ci as [number, number]
      near(found.interval.lower, lower, 1e-10)
      near(found.interval.upper, upper, 1e-10)
    }
  })

  // The overdispersed variances of the reference (factor 2, Farrington's D) are not offered.
  it('Welsh & Farrington’s relative effect size', () => {
    expect(reference.odds_ratio).toHaveLength(3)
    for (const r of reference.odds_ratio) {
      const { estimate, interval, netChange } = relativeEffectSize({
        target: { before: r.treated_before, after: r.treated_after },
        control: { before: r.control_before, after: r.control_after },
      })
      near(estimate, r.RES, 1e-11)
      near(interval.lower, r.ci95_poisson[0], 1e-11)
      near(interval.upper, r.ci95_poisson[1], 1e-11)
      near(netChange, r.inverse_OR_treated_change_over_control_change - 1, 1e-11)
      near(netChange * 100, r.percent_change_vs_expected, 1e-11)
    }
  })
})
