import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  EFFECT_LIMITS,
  judgeEffect,
  type EffectEvidence,
  type Level3Judgement,
} from '../../../src/analysis/index.ts'
import { alone, codes, PAPER, pair, PERIODS, START } from './evidence.ts'

function level3(evidence: EffectEvidence): Level3Judgement {
  const judgement = judgeEffect(evidence)
  if (judgement.verdict === 'withheld' || judgement.maryland !== 3) throw new Error(codes(judgement).join())
  return judgement
}

describe('the table of before and after, in one answer', () => {
  const judged = level3(PAPER)

  it('what the target and the control did', () => {
    expect(judged).toMatchObject({ verdict: 'fell', maryland: 3, attribution: 'measure', days: { before: 365, after: 365 } }) // prettier-ignore
    expect(judged.target.change).toBeCloseTo(-0.4686, 4)
    expect(judged.target.changeInterval.lower).toBeCloseTo(-0.5822, 4)
    expect(judged.target.changeInterval.upper).toBeCloseTo(-0.3271, 4)
    expect(judged.target.ratio).toBeCloseTo(0.531, 3)
    expect(judged.target.ratioInterval.lower).toBeCloseTo(0.418, 3)
    expect(judged.target.ratioInterval.upper).toBeCloseTo(0.673, 3)
    expect(judged.target.pValue).toBeLessThan(1e-7)
    expect(judged.control).toMatchObject({ before: 308, after: 318, verdict: 'no-clear-change' })
  })

  it('the effect beyond the control', () => {
    expect(judged.effect).toBe('reduction')
    expect(judged.relativeEffectSize.estimate).toBeCloseTo(1.943, 3)
    expect(judged.relativeEffectSize.interval.lower).toBeCloseTo(1.469, 3)
    expect(judged.relativeEffectSize.interval.upper).toBeCloseTo(2.569, 3)
    // One over it, and its p (effect_reference: 3.159310039978e-06).
    expect(judged.net.ratio).toBeCloseTo(1 / 1.942916174734, 9)
    expect(judged.net.interval.lower).toBeCloseTo(1 / 2.569041629226, 9)
    expect(judged.net.interval.upper).toBeCloseTo(1 / 1.469389681778, 9)
    expect(judged.net.pValue).toBeCloseTo(3.159310039978e-6, 12)
    expect(judged.net).toMatchObject({ dispersion: 1, corrected: false })
    // Python: z = log((207/612)/(308/915))/sqrt(1/207 + 1/612 + 1/308 + 1/915) = 0.04628; erfc(z/√2).
    expect(judged.preTrend).toEqual({ pValue: expect.closeTo(0.9630853898193754, 12), by: 'history' })
  })

  it('incidents on the whole, and no displacement', () => {
    const wdd = judged.weightedDisplacementDifference
    expect(wdd.estimate).toBe(-118)
    expect(wdd.standardError).toBeCloseTo(39.6, 2)
    expect([Math.round(wdd.interval.lower), Math.round(wdd.interval.upper)]).toEqual([-196, -40])
    expect(judged.onTheWhole).toBe('fewer')
    expect(judged.displacement).toMatchObject({ verdict: 'none-seen', difference: -11, standardError: 25 })
    if (judged.displacement.verdict !== 'none-seen') throw new Error()
    expect(judged.displacement.z).toBeCloseTo(-0.44, 12)
    expect(judged.displacement.quotient).toBeCloseTo(0.2582, 4)
    expect(judged.displacement.detectable).toBeCloseTo(1.6449 * 25, 2)
  })

  it('says itself that Poisson was taken on trust', () => {
    expect(codes(judged)).toEqual(['caution: dispersion-unknown'])
  })
})

describe('levels', () => {
  it('2, and no effect, without a control', () => {
    const judgement = judgeEffect(alone(207, 110))
    expect(judgement).toMatchObject({ verdict: 'fell', maryland: 2, effect: 'not-assessed' })
    expect(codes(judgement)).toEqual(['caution: no-control'])
    expect(judgement).not.toHaveProperty('net')
    expect(judgement).toMatchObject({ displacement: { verdict: 'not-assessed', why: 'no-zone' } })
  })

  it('tells rises from falls, and either from nothing', () => {
    expect(judgeEffect(alone(110, 207)).verdict).toBe('rose')
    expect(judgeEffect(alone(207, 200)).verdict).toBe('no-clear-change')
    // The handbook’s +22 % (55 → 67) may be chance.
    expect(judgeEffect(alone(55, 67)).verdict).toBe('no-clear-change')
    expect(judgeEffect(alone(22, 11)).verdict).toBe('no-clear-change')
  })

  it('no effect where the control did the same, though the count fell', () => {
    const judged = level3({ ...PAPER, counts: { target: pair(207, 110), control: pair(308, 164) } })
    expect(judged).toMatchObject({ verdict: 'fell', effect: 'not-shown', control: { verdict: 'fell' } })
  })

  it('an increase where it rose beyond the control', () => {
    const judged = level3({ ...PAPER, counts: { target: pair(207, 330), control: pair(308, 318) } })
    expect(judged).toMatchObject({ verdict: 'rose', effect: 'increase', onTheWhole: 'more' })
    expect(judged.displacement).toEqual({ verdict: 'not-assessed', why: 'no-zone' })
  })

  it('compares periods of unlike length per day', () => {
    const periods = { before: PERIODS.before, after: [{ from: START, to: START + 730 }] }
    const judged = level3({
      ...PAPER,
      periods,
      counts: { target: pair(207, 220), control: pair(308, 636) },
    })
    expect(judged.days).toEqual({ before: 365, after: 730 })
    expect(judged.target.change).toBeCloseTo(-0.4686, 4)
    expect(judged.net.ratio).toBeCloseTo((220 * 308) / (207 * 636), 12)
    expect(judged.weightedDisplacementDifference.estimate).toBeCloseTo(220 - 2 * 207 - (636 - 2 * 308), 9)
  })

  it('adds ½ where a count is 0, and says so', () => {
    const judged = level3({
      ...PAPER,
      counts: { target: pair(30, 0), control: pair(40, 41) },
      history: { days: 1096, target: 90, control: 120 },
    })
    expect(judged.net.corrected).toBe(true)
    expect(judged.net.ratio).toBeCloseTo((0.5 * 40.5) / (30.5 * 41.5), 12)
    expect(judged.effect).toBe('reduction')
  })
})

describe('a control is comparable only if it passes', () => {
  const with2 = (more: Partial<EffectEvidence>) => {
    const judgement = judgeEffect({ ...PAPER, ...more })
    expect(judgement).toMatchObject({ verdict: 'fell', maryland: 2, effect: 'not-assessed' })
    expect(judgement).toMatchObject({ control: { verdict: expect.any(String) } })
    return judgement.reasons
  }

  it('its trend before must have been tested', () => {
    expect(with2({ history: undefined })).toEqual([
      { code: 'pre-trend-untested', severity: 'caution', data: { steps: 0, needed: 6 } },
    ])
    const series = { target: [17, 17, 9], control: [26, 26, 26], post: [0, 0, 1] }
    expect(with2({ history: undefined, series })[0]).toMatchObject({ data: { steps: 2, needed: 6 } })
  })

  it('and not differ, by the years before …', () => {
    const [first] = with2({ history: { days: 1096, target: 612, control: 500 } })
    // ln((207/612)/(308/500)) = −0.5995, √(1/207 + 1/612 + 1/308 + 1/500) = 0.10822: −5.54 standard errors.
    expect(first).toMatchObject({ code: 'pre-trend-differs', data: { limit: 0.05 } })
    expect((first!.data as { pValue: number }).pValue).toBeCloseTo(3.03e-8, 10)
  })

  it('… or by the series, which goes before them', () => {
    const control = [26, 25, 27, 26, 25, 26, 26, 25, 26, 26, 25, 25, ...Array<number>(12).fill(26)]
    const falling = [30, 28, 26, 23, 20, 18, 15, 13, 11, 9, 8, 6, ...Array<number>(12).fill(9)]
    const post = Array.from({ length: 24 }, (_, i) => (i < 12 ? 0 : 1))
    const reasons = with2({ series: { target: falling, control, post } })
    expect(reasons.map(({ code }) => code)).toContain('pre-trend-differs')
    const level = [17, 18, 17, 17, 18, 17, 17, 17, 18, 17, 17, 17, ...Array<number>(12).fill(9)]
    const judged = level3({ ...PAPER, series: { target: level, control, post } })
    expect(judged.reasons).toEqual([])
    expect(judged.preTrend).toMatchObject({ by: 'series' })
    expect(judged.preTrend.pValue).toBeGreaterThan(0.5)
  })

  it('by a series of six steps before the measure or more; of five, by the years before', () => {
    const series = (before: number) => ({
      target: [...[30, 24, 20, 15, 10, 6].slice(0, before), 9, 9, 9],
      control: [...[20, 20, 20, 20, 20, 20].slice(0, before), 20, 20, 20],
      post: [...[0, 0, 0, 0, 0, 0].slice(0, before), 1, 1, 1],
    })
    expect(with2({ series: series(6) }).map(({ code }) => code)).toContain('pre-trend-differs')
    expect(judgeEffect({ ...PAPER, series: series(5) })).toMatchObject({ maryland: 3 })
    expect(with2({ series: series(5), history: { days: 1096, target: 612 } })[0]).toMatchObject({
      code: 'pre-trend-untested',
      data: { steps: 5, needed: 6 },
    })
  })

  it('it holds enough, on a like level, and no measure of its own', () => {
    expect(
      with2({ counts: { target: pair(207, 110), control: pair(4, 60) }, history: undefined })[0],
    ).toEqual({
      code: 'control-too-few',
      severity: 'caution',
      data: { expectedBefore: 4, expectedAfter: 4, needed: 5 },
    })
    expect(
      with2({
        counts: { target: pair(207, 110), control: pair(1200, 1200) },
        history: { days: 1096, target: 612, control: 3600 },
      }),
    ).toEqual([
      {
        code: 'control-level-differs',
        severity: 'caution',
        data: { ratio: 1200 / 207, factor: EFFECT_LIMITS.levelFactor },
      },
    ])
    expect(with2({ otherMeasures: [{ id: 'm7', touches: ['control'] }] })).toEqual([
      { code: 'measures-in-zone', severity: 'caution', data: { zone: 'control', ids: ['m7'] } },
    ])
  })
})

describe('more variation than chance', () => {
  const post = Array.from({ length: 24 }, (_, i) => (i < 12 ? 0 : 1))
  const control = Array<number>(24).fill(26)
  const wild = [2, 40, 5, 38, 3, 30, 4, 36, 1, 35, 6, 7, 1, 20, 2, 18, 1, 22, 3, 15, 2, 20, 3, 3]

  it('widens the net interval by √dispersion until it tells nothing', () => {
    const judged = level3({ ...PAPER, series: { target: wild, control, post } })
    expect(judged.net.dispersion).toBeGreaterThan(5)
    expect(judged.reasons).toEqual([
      { code: 'overdispersed', severity: 'caution', data: { dispersion: judged.net.dispersion } },
    ])
    const plain = level3(PAPER).net
    const width = ({ interval }: typeof plain) => Math.log(interval.upper / interval.lower)
    expect(width(judged.net) / width(plain)).toBeCloseTo(Math.sqrt(judged.net.dispersion), 9)
    expect([judged.verdict, judged.effect]).toEqual(['fell', 'not-shown'])
  })

  it('is told of from 1.5 on, and widens from 1 on', () => {
    const seen = new Set<string>()
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 24 }), (swing) => {
        const target = control.map((_, i) => (i < 12 ? 17 : 9) + (i % 4 < 2 ? swing / 4 : -swing / 4))
        const series = { target: target.map(Math.round), control, post }
        const { reasons, net } = level3({ ...PAPER, series })
        const told = reasons.some(({ code }) => code === 'overdispersed')
        expect(told).toBe(net.dispersion > 1.5)
        seen.add(net.dispersion === 1 ? 'none' : net.dispersion > 1.5 ? 'told' : 'widened')
      }),
      { numRuns: 200 },
    )
    expect([...seen].sort()).toEqual(['none', 'told', 'widened'])
  })

  it('never narrows it, and refuses a series that is none', () => {
    const even = control.map((_, i) => (i < 12 ? 17 : 9))
    expect(level3({ ...PAPER, series: { target: even, control, post } }).net.dispersion).toBe(1)
    const judge = (series: EffectEvidence['series']) => () => judgeEffect({ ...PAPER, series })
    expect(judge({ target: wild, control, post: [0] })).toThrow(/series.post.length is 1/)
    expect(judge({ target: wild, control: [1], post })).toThrow(/series.control.length is 1/)
    expect(judge({ target: [0.5, 1], post: [0, 1] })).toThrow(/series.target\[0\] is 0.5/)
    expect(judge({ target: [1, 1], control: [-1, 1], post: [0, 1] })).toThrow(/series.control\[0\] is -1/)
    expect(judge({ target: [1, 1], post: [0, 2] })).toThrow(/series.post\[1\] is 2/)
  })
})

describe('displacement', () => {
  const around = (displacement: [number, number], displacementControl?: [number, number]) =>
    judgeEffect({
      ...PAPER,
      counts: {
        target: pair(48, 24),
        control: pair(40, 40),
        displacement: pair(...displacement),
        ...(displacementControl && { displacementControl: pair(...displacementControl) }),
      },
      history: { days: 1096, target: 144, control: 120 },
    })

  it('moved round the corner: the ring rose by what the target fell, no net gain', () => {
    expect(around([36, 60], [30, 30])).toMatchObject({
      verdict: 'fell',
      effect: 'reduction',
      displacement: { verdict: 'moved', difference: 24, quotient: expect.closeTo(-1, 12) },
      weightedDisplacementDifference: { estimate: 0 },
      onTheWhole: 'not-shown',
    })
  })

  it('by the ring’s control: no displacement where that rose as much', () => {
    expect(around([36, 60], [36, 60])).toMatchObject({
      displacement: { verdict: 'none-seen', difference: 0 },
    })
  })

  it('diffusion where the ring fell too, unless its control did', () => {
    expect(around([80, 40], [60, 60])).toMatchObject({
      displacement: { verdict: 'diffusion', difference: -40 },
    })
    expect(around([80, 40], [80, 40])).toMatchObject({ displacement: { verdict: 'none-seen' } })
  })

  it('is one-sided for a rise, two-sided for a fall', () => {
    // z = ±1.83 with 40 + 60 + 10 + 10 incidents: 1.645 < 1.83 < 1.96.
    expect(around([40, 60], [10, 10])).toMatchObject({
      displacement: { verdict: 'moved', z: expect.closeTo(20 / Math.sqrt(120), 12) },
    })
    expect(around([60, 40], [10, 10])).toMatchObject({
      displacement: { verdict: 'none-seen', z: expect.closeTo(-20 / Math.sqrt(120), 12) },
    })
  })

  it('is not judged on too few, without a fall, or beside a control that is missing without saying so', () => {
    expect(around([4, 9], [30, 30])).toMatchObject({
      displacement: { verdict: 'too-few', expectedBefore: 4, expectedAfter: 4, needed: 5 },
    })
    expect(around([30, 30], [4, 9])).toMatchObject({ displacement: { verdict: 'too-few' } })
    const without = around([36, 60])
    expect(without).toMatchObject({ displacement: { verdict: 'moved', difference: 24 } })
    expect(codes(without)).toContain('caution: displacement-without-control')
    expect(judgeEffect({ ...PAPER, counts: { ...PAPER.counts, target: pair(207, 200) } })).toMatchObject({
      displacement: { verdict: 'not-assessed', why: 'nothing-fell' },
    })
  })

  it('gives no quotient that cannot be read', () => {
    const judgement = judgeEffect({
      ...PAPER,
      counts: { ...PAPER.counts, control: pair(308, 100) },
      history: { days: 1096, target: 612, control: 915 },
    })
    expect(judgement).toMatchObject({ verdict: 'fell', displacement: { quotient: null } })
    expect(judgeEffect({ ...PAPER, counts: { ...PAPER.counts, control: undefined } })).toMatchObject({
      displacement: { quotient: null },
    })
  })
})

describe('several measures at one place', () => {
  it('are named, and none is credited alone', () => {
    const judgement = judgeEffect({
      ...PAPER,
      otherMeasures: [
        { id: 'nattbuss', touches: ['target'] },
        { id: 'annan', touches: [] },
        { id: 'patrull', touches: ['target', 'displacement'] },
      ],
    })
    expect(judgement).toMatchObject({ verdict: 'fell', attribution: 'measures-together' })
    expect(judgement.reasons).toEqual([
      { code: 'concurrent-measures', severity: 'caution', data: { ids: ['nattbuss', 'patrull'] } },
      { code: 'measures-in-zone', severity: 'caution', data: { zone: 'displacement', ids: ['patrull'] } },
      { code: 'dispersion-unknown', severity: 'caution', data: {} },
    ])
  })
})

describe('what holds for any evidence', () => {
  const count = fc.integer({ min: 0, max: 400 })
  const counts = fc.record({ before: count, after: count })
  const evidence = fc
    .record({
      target: counts,
      control: fc.option(counts, { nil: undefined }),
      displacement: fc.option(counts, { nil: undefined }),
      displacementControl: fc.option(counts, { nil: undefined }),
      baselineDays: fc.integer({ min: 0, max: 2000 }),
      chosenForPeak: fc.constantFrom(true, false, 'unknown' as const),
      history: fc.option(
        fc.record({ days: fc.constant(1096), target: fc.integer({ min: 0, max: 1200 }), control: count }),
        { nil: undefined },
      ),
      break: fc.option(fc.integer({ min: START - 900, max: START + 900 }), { nil: undefined }),
    })
    .map(({ target, control, displacement, displacementControl, break: day, ...rest }): EffectEvidence => {
      const all = { target, control, displacement, displacementControl }
      const given = Object.fromEntries(Object.entries(all).filter(([, c]) => c)) as EffectEvidence['counts']
      const breaks = day === undefined ? [] : [{ kind: 'category' as const, day }]
      return { ...PAPER, ...rest, counts: given, breaks }
    })

  it('a verdict has passed every guard that withholds, and shows nothing that compares otherwise', () => {
    fc.assert(
      fc.property(evidence, (one) => {
        const judgement = judgeEffect(one)
        const withheld = judgement.reasons.some(({ severity }) => severity === 'withholds')
        expect(judgement.verdict === 'withheld').toBe(withheld)
        const { before, after } = one.counts.target
        if (Math.min(before, (before + after) / 2) < 5) expect(withheld).toBe(true)
        if (one.baselineDays < 365) expect(withheld).toBe(true)
        if (withheld)
          expect(Object.keys(judgement).sort()).toEqual(['counts', 'days', 'level', 'reasons', 'verdict'])
        if (judgement.verdict === 'withheld') return
        expect(judgement.target.verdict).toBe(judgement.verdict)
        const { lower, upper } = judgement.target.changeInterval
        if (judgement.verdict === 'fell') expect(upper).toBeLessThan(0)
        if (judgement.verdict === 'rose') expect(lower).toBeGreaterThan(0)
        if (judgement.maryland === 2) return
        expect(one.counts.control).toBeDefined()
        if (judgement.effect === 'reduction') expect(judgement.net.interval.upper).toBeLessThan(1)
        if (judgement.effect === 'increase') expect(judgement.net.interval.lower).toBeGreaterThan(1)
      }),
      { numRuns: 500 },
    )
  })

  it('a longer baseline never takes a verdict away', () => {
    fc.assert(
      fc.property(evidence, fc.integer({ min: 0, max: 2000 }), (one, more) => {
        const [short, long] = [one, { ...one, baselineDays: one.baselineDays + more }].map((e) =>
          judgeEffect(e),
        )
        if (short!.verdict !== 'withheld') expect(long!.verdict).toBe(short!.verdict)
      }),
    )
  })

  it('the same incidents several times over never become too few, and a clear change stays clear', () => {
    fc.assert(
      fc.property(count, count, fc.integer({ min: 1, max: 6 }), (before, after, times) => {
        const once = judgeEffect(alone(before, after))
        const many = judgeEffect(alone(before * times, after * times))
        if (once.verdict === 'fell' || once.verdict === 'rose') expect(many.verdict).toBe(once.verdict)
        if (once.verdict !== 'withheld') expect(many.verdict).not.toBe('withheld')
      }),
    )
  })

  it('before and after exchanged turn the verdict round', () => {
    const turned = { fell: 'rose', rose: 'fell', 'no-clear-change': 'no-clear-change', withheld: 'withheld' }
    const enough = fc.integer({ min: 5, max: 400 })
    fc.assert(
      fc.property(enough, enough, (before, after) => {
        const there = judgeEffect(alone(before, after)).verdict
        expect(judgeEffect(alone(after, before)).verdict).toBe(turned[there])
      }),
    )
  })

  it('a higher level never makes a verdict out of none', () => {
    fc.assert(
      fc.property(evidence, (one) => {
        const [strict, usual] = [judgeEffect(one, { level: 0.99 }), judgeEffect(one)]
        if (usual.verdict === 'no-clear-change' && strict.verdict !== 'withheld')
          expect(strict.verdict).toBe('no-clear-change')
      }),
    )
  })
})

describe('refuses what is no evidence', () => {
  const judge = (more: Partial<EffectEvidence>) => () => judgeEffect({ ...PAPER, ...more })
  it.each([
    [{ counts: { target: pair(1.5, 2) } }, /counts.target.before is 1.5/],
    [{ counts: { ...PAPER.counts, control: pair(3, -2) } }, /counts.control.after is -2/],
    [{ counts: { ...PAPER.counts, displacement: pair(NaN, 2) } }, /counts.displacement.before is NaN/],
    [{ baselineDays: -1 }, /baselineDays is -1/],
    [{ baselineDays: NaN }, /baselineDays is NaN/],
    [{ periods: { ...PERIODS, before: [] } }, /periods.before.length is 0/],
    [{ periods: { ...PERIODS, after: [{ from: START, to: START }] } }, /periods.after\[0\].to is/],
    [{ periods: { ...PERIODS, after: [{ from: 0.5, to: 9 }] } }, /periods.after\[0\].from is 0.5/],
    [
      { periods: { ...PERIODS, after: [{ from: START, to: START + 9 }, { from: START + 8, to: START + 20 }] } }, // prettier-ignore
      /periods.after is windows that overlap/,
    ],
    [{ breaks: [{ kind: 'category' as const, day: NaN }] }, /breaks\[0\].day is NaN/],
    [{ history: { days: 0, target: 3 } }, /history.days is 0/],
    [{ history: { days: 100, target: 0.5 } }, /history.target is 0.5/],
    [{ history: { days: 100, target: 5, control: -1 } }, /history.control is -1/],
    [{ measureStart: NaN }, /measureStart is NaN/],
    [{ zones: { target: PAPER.zones } as never }, /zones/],
  ])('%o', (more, message) => {
    expect(judge(more as Partial<EffectEvidence>)).toThrow(message)
    expect(judge(more as Partial<EffectEvidence>)).toThrow(RangeError)
  })

  it('a level that is none', () => {
    expect(() => judgeEffect(PAPER, { level: 95 })).toThrow(/options.level is 95/)
  })
})
