import poissonQuantile from '@stdlib/stats-base-dists-poisson-quantile'
import { describe, expect, it } from 'vitest'
import { judgeEffect, rateRatio, type EffectEvidence } from '../../../src/analysis/index.ts'
import { seededRandom } from '../../../src/analysis/random.ts'
import { alone, PAPER, pair, ZONES } from './evidence.ts'

/** Seeded simulations of measures whose effect is known: how often is the judgement wrong? */
const sum = (counts: number[]) => counts.reduce((a, b) => a + b, 0)
const POST = Array.from({ length: 36 }, (_, month) => (month < 24 ? 0 : 1))

/** Three years of months in target and control that share a season; the last year with the measure. */
function simulated(draw: (mean: number) => number, effect: number, trend = 0): EffectEvidence {
  const season = (month: number) => 1 + 0.5 * Math.sin((2 * Math.PI * month) / 12)
  const target = POST.map((post, m) => draw(12 * season(m) * (post ? effect : 1) * Math.exp(trend * m)))
  const control = POST.map((_, m) => draw(18 * season(m)))
  const years = (counts: number[]) => [0, 12, 24].map((from) => sum(counts.slice(from, from + 12)))
  const [t0, t1, t2] = years(target) as [number, number, number]
  const [c0, c1, c2] = years(control) as [number, number, number]
  return {
    ...PAPER,
    counts: { target: pair(t1, t2), control: pair(c1, c2) },
    zones: { target: ZONES.target, control: ZONES.control },
    history: { days: 365, target: t0, control: c0 },
    series: { target, control, post: POST },
  }
}

describe('a measure that does nothing', () => {
  const random = seededRandom(31)
  const draw = (mean: number) => poissonQuantile(random(), mean)
  const judged = Array.from({ length: 1000 }, () => judgeEffect(simulated(draw, 1)))

  it('is said to have an effect in no more than 5 of 100', () => {
    const level3 = judged.flatMap((one) =>
      one.verdict !== 'withheld' && one.maryland === 3 ? [one.effect] : [],
    )
    const wrong = level3.filter((effect) => effect !== 'not-shown').length
    expect(level3.length).toBeGreaterThan(850)
    // 5 % of some 950 is 47 ± 7.
    expect(wrong).toBeGreaterThan(15)
    expect(wrong).toBeLessThan(68)
    const changed = judged.filter(({ verdict }) => verdict === 'fell' || verdict === 'rose').length
    expect(changed).toBeLessThan(68)
  })

  it('chosen at its peak, it seems to work; the judgement does not fall for it', () => {
    const places = Array.from({ length: 3000 }, () => ({
      history: { days: 1096, target: draw(90) },
      before: draw(30),
      after: draw(30),
    }))
    const chosen = places.sort((a, b) => b.before - a.before).slice(0, 300)
    const naive = chosen.filter(({ before, after }) => rateRatio(before, after).interval.upper < 1).length
    const verdicts = (chosenForPeak: EffectEvidence['chosenForPeak']) =>
      chosen.map(({ before, after, history }) => judgeEffect(alone(before, after, { history, chosenForPeak })).verdict) // prettier-ignore
    const declared = verdicts(true).filter((verdict) => verdict === 'fell').length
    const undeclared = verdicts('unknown').filter((verdict) => verdict === 'fell').length
    // Nothing was done anywhere: at a proper level some 7 of 300 fall.
    expect(naive).toBeGreaterThan(35)
    expect(declared).toBeLessThanOrEqual(15)
    expect(undeclared).toBeLessThanOrEqual(15)
  })
})

describe('a measure that works', () => {
  it('by a third and more is mostly found, in the right direction', () => {
    const random = seededRandom(8)
    const draw = (mean: number) => poissonQuantile(random(), mean)
    const judged = Array.from({ length: 300 }, () => judgeEffect(simulated(draw, 0.6)))
    const found = judged.filter((one) => one.verdict !== 'withheld' && one.effect === 'reduction').length
    const wrong = judged.filter((one) => one.verdict !== 'withheld' && one.effect === 'increase').length
    expect(found).toBeGreaterThan(230)
    expect(wrong).toBe(0)
  })
})

describe('a target that was falling anyway', () => {
  it('loses its comparable control, and with it the claim of an effect', () => {
    const random = seededRandom(77)
    const draw = (mean: number) => poissonQuantile(random(), mean)
    const judged = Array.from({ length: 200 }, () => judgeEffect(simulated(draw, 1, -0.05)))
    const flagged = judged.filter(({ reasons }) => reasons.some(({ code }) => code === 'pre-trend-differs'))
    expect(flagged.length).toBeGreaterThan(170)
    for (const one of flagged) if (one.verdict !== 'withheld') expect(one.effect).toBe('not-assessed')
  })
})
