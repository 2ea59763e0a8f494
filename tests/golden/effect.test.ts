import { existsSync, readFileSync } from 'node:fs'
import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import { differenceInDifferences, rateRatio } from '../../src/analysis/index.ts'
import { REFERENCE } from '../analysis/seeded.ts'

/** R 4.2.2: glm(family = poisson), poisson.test; agreed by statsmodels 0.13.5 and scipy 1.10.1. */
describe.runIf(existsSync(REFERENCE))('effects against R', () => {
  const read = () => JSON.parse(readFileSync(`${REFERENCE}effect/effect_reference.json`, 'utf8'))

  it('difference in differences on the panel of 40 areas and 24 months', () => {
    const { data } = Papa.parse<Record<string, number>>(
      readFileSync(`${REFERENCE}effect/did_panel.csv`, 'utf8'),
      {
        header: true,
        dynamicTyping: true,
        skipEmptyLines: true,
      },
    )
    const column = (name: string) => data.map((row) => row[name]!)
    const { did } = read()
    expect(data).toHaveLength(did.n)
    const panel = { count: column('count'), treated: column('treated'), post: column('post') }
    const result = differenceInDifferences(panel)
    expect(result.logEffect).toBeCloseTo(did.simple_poisson.beta, 9)
    expect(result.effect).toBeCloseTo(did.simple_poisson.irr, 9)
    expect(result.standardError).toBeCloseTo(did.simple_poisson.se, 7)
    // R stops its iteration at 1e-8 of the deviance.
    expect(result.dispersion).toBeCloseTo(did.quasi_poisson.dispersion, 6)
    expect(result.quasiStandardError).toBeCloseTo(did.quasi_poisson.se, 7)
    const exposed = differenceInDifferences({ ...panel, offset: column('population').map(Math.log) })
    expect(exposed.logEffect).toBeCloseTo(did.offset_population.beta, 8)
    expect(exposed.standardError).toBeCloseTo(did.offset_population.se, 5)
  })

  it('rate ratios', () => {
    for (const r of read().poisson_rate_ratio) {
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
  })
})
