import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { judgeEffect, type EffectEvidence } from '../../../src/analysis/index.ts'
import { dayNumber } from '../../../src/domain/period.ts'
import { alone, codes, PAPER, pair, PERIODS, reason, square, START, ZONES } from './evidence.ts'

const judge = (more: Partial<EffectEvidence>) => judgeEffect({ ...PAPER, ...more })

describe('too few', () => {
  it('4 → 1: withheld, and what is missing', () => {
    const judgement = judgeEffect(alone(4, 1))
    expect(judgement).toEqual({
      verdict: 'withheld',
      counts: { target: pair(4, 1) },
      days: pair(365, 365),
      level: 0.95,
      reasons: [
        {
          code: 'too-few',
          severity: 'withholds',
          data: {
            expectedBefore: 2.5,
            expectedAfter: 2.5,
            needed: 5,
            daysNeeded: { before: 730, after: 730 },
          },
        },
        { code: 'no-control', severity: 'caution', data: {} },
      ],
    })
  })

  it('takes the lower of both readings of what is expected', () => {
    // 9 → 0: 4.5 in each had nothing changed. 4 → 12: 4 carried on.
    expect(reason(judgeEffect(alone(9, 0)), 'too-few')!.data).toMatchObject({ expectedAfter: 4.5 })
    expect(reason(judgeEffect(alone(4, 12)), 'too-few')!.data).toMatchObject({ expectedBefore: 4, expectedAfter: 4 }) // prettier-ignore
    expect(judgeEffect(alone(10, 0)).verdict).toBe('fell')
    expect(judgeEffect(alone(5, 5)).verdict).toBe('no-clear-change')
  })

  it('expects less in a shorter period, and knows no length that would do for none', () => {
    const periods = { before: PERIODS.before, after: [{ from: START, to: START + 73 }] }
    const short = reason(judgeEffect(alone(20, 6, { periods })), 'too-few')!
    expect(short.data).toMatchObject({ expectedAfter: 4, daysNeeded: { before: 365, after: 92 } })
    expect(reason(judgeEffect(alone(0, 30)), 'too-few')!.data).toMatchObject({
      expectedBefore: 0,
      daysNeeded: { before: null, after: null },
    })
  })
})

describe('baseline', () => {
  it.each([
    [364, ['withholds: baseline-short']],
    [365, ['caution: baseline-short']],
    [1094, ['caution: baseline-short']],
    [1095, []],
  ])('%d days', (baselineDays, expected) => {
    const judgement = judge({ baselineDays })
    expect(codes(judgement).filter((code) => code.includes('baseline'))).toEqual(expected)
    expect(judgement.verdict === 'withheld').toBe(baselineDays < 365)
    if (expected.length)
      expect(reason(judgement, 'baseline-short')!.data).toEqual({ days: baselineDays, needed: 365, wanted: 1095 }) // prettier-ignore
  })
})

describe('overlap of zones', () => {
  it.each([
    ['target', 'control'],
    ['target', 'displacement'],
    ['control', 'displacement'],
    ['target', 'displacementControl'],
    ['displacement', 'displacementControl'],
  ] as const)('%s and %s: withheld, with the square metres', (a, b) => {
    const zones = { ...ZONES, [a]: square(5000), [b]: square(5090) }
    const judgement = judge({ zones })
    expect(judgement.verdict).toBe('withheld')
    const { data } = reason(judgement, 'zones-overlap')! as { data: { zones: string[] } }
    expect([...data.zones].sort()).toEqual([a, b].sort())
    expect(data).toMatchObject({
      squareMetres: expect.closeTo(1000, 6),
      share: expect.closeTo(0.1, 9),
    })
  })

  it('the two controls may share ground, and it is said', () => {
    const judgement = judge({ zones: { ...ZONES, displacementControl: square(1000) } })
    expect(judgement.verdict).toBe('fell')
    expect(codes(judgement)).toContain('caution: zones-overlap')
  })

  it('a shared border is none, nor is a sliver', () => {
    expect(judge({}).reasons.some(({ code }) => code === 'zones-overlap')).toBe(false)
    expect(judge({ zones: { ...ZONES, displacement: square(99.95) } }).verdict).toBe('fell')
    expect(judge({ zones: { ...ZONES, displacement: square(99.8) } }).verdict).toBe('withheld')
  })

  it('takes overlaps that are known already, and asks for every polygon else', () => {
    const overlaps = [{ zones: ['target', 'control'] as ['target', 'control'], squareMetres: 12, share: 0.3 }]
    expect(judge({ zones: { overlaps } }).verdict).toBe('withheld')
    expect(judge({ zones: { overlaps: [{ ...overlaps[0]!, share: 0 }] } }).verdict).toBe('fell')
    expect(judge({ zones: { overlaps: [{ ...overlaps[0]!, share: 1 }] } }).verdict).toBe('withheld')
    expect(() => judge({ zones: { overlaps: [{ ...overlaps[0]!, share: NaN }] } })).toThrow(/share is NaN/)
    expect(() => judge({ zones: { overlaps: [{ ...overlaps[0]!, share: 30 }] } })).toThrow(/share is 30/)
    expect(() => judge({ zones: { target: ZONES.target } })).toThrow(/zones.control is undefined/)
    expect(() => judge({ zones: { ...ZONES, control: [] } })).toThrow(/zones.control \(area\) is 0/)
  })
})

describe('regression to the mean', () => {
  const street = alone(81, 43, { history: { days: 517, target: 59 } })

  it('back to the level of the years before the peak: withheld, declared or not', () => {
    for (const chosenForPeak of [true, false, 'unknown'] as const) {
      const judgement = judgeEffect({ ...street, chosenForPeak })
      expect(judgement.verdict).toBe('withheld')
      expect(reason(judgement, 'regression-to-mean')).toEqual({
        code: 'regression-to-mean',
        severity: 'withholds',
        data: {
          direction: 'peak',
          declared: chosenForPeak === true,
          before: 81,
          after: 43,
          history: expect.closeTo((59 / 517) * 365, 9),
          // R 4.2.2: poisson.test(c(81, 59), c(365, 517)), poisson.test(c(43, 59), c(365, 517))
          pBefore: expect.closeTo(1.001281e-4, 10),
          pAfter: expect.closeTo(0.9200149, 6),
        },
      })
    }
  })

  it('far below those years as well: told of, not withheld', () => {
    const judgement = judgeEffect({ ...street, counts: { target: pair(81, 15) } })
    expect(judgement.verdict).toBe('fell')
    expect(codes(judgement)).toContain('caution: regression-to-mean')
  })

  it('chosen for a peak, and no earlier years to hold it against: withheld', () => {
    const judgement = judgeEffect(alone(81, 43, { chosenForPeak: true }))
    expect(judgement.verdict).toBe('withheld')
    expect(reason(judgement, 'regression-to-mean')!.data).toMatchObject({ history: null, pBefore: null, pAfter: null }) // prettier-ignore
    expect(codes(judgeEffect(alone(81, 81, { chosenForPeak: true })))).toEqual([
      'caution: regression-to-mean',
      'caution: no-control',
    ])
    expect(codes(judgeEffect(alone(81, 43, { chosenForPeak: 'unknown' })))).toContain(
      'caution: selection-unknown',
    )
  })

  it('works upwards from a trough', () => {
    const history = { days: 1095, target: 240 }
    expect(judgeEffect(alone(43, 81, { history }))).toMatchObject({
      verdict: 'withheld',
      reasons: [{ code: 'regression-to-mean', data: { direction: 'trough' } }, { code: 'no-control' }],
    })
    expect(judgeEffect(alone(43, 150, { history })).verdict).toBe('rose')
  })

  it('a fall that had begun before the measure is said to have', () => {
    const judgement = judgeEffect(alone(100, 60, { history: { days: 1095, target: 600 } }))
    expect(judgement.verdict).toBe('fell')
    expect(reason(judgement, 'already-changing')).toMatchObject({
      severity: 'caution',
      data: { change: expect.closeTo(-0.5, 12) },
    })
  })

  it('not known why it was chosen: a small peak is enough to ask for more than the way back', () => {
    // 40 in the year before, 33 a year in the three before that: no clear peak (p .25). After: 23.
    const history = { days: 1095, target: 99 }
    const small = (chosenForPeak: EffectEvidence['chosenForPeak'], after: number) =>
      judgeEffect(alone(40, after, { history, chosenForPeak }))
    expect(small(false, 22)).toMatchObject({ verdict: 'fell', reasons: [{ code: 'no-control' }] })
    expect(reason(small('unknown', 22), 'regression-to-mean')).toMatchObject({
      severity: 'withholds',
      data: { direction: 'peak', declared: false, history: 33 },
    })
    expect(small('unknown', 15)).toMatchObject({ verdict: 'fell', reasons: [{ code: 'no-control' }] })
    expect(small('unknown', 38).reasons).toEqual([{ code: 'no-control', severity: 'caution', data: {} }])
    // Below those years before: no peak to come back from.
    const low = judgeEffect(alone(40, 22, { history: { days: 1095, target: 123 }, chosenForPeak: 'unknown' }))
    expect(low).toMatchObject({ verdict: 'fell', reasons: [{ code: 'no-control' }] })
    const trough = judgeEffect(
      alone(22, 40, { history: { days: 1095, target: 99 }, chosenForPeak: 'unknown' }),
    )
    expect(trough).toMatchObject({ verdict: 'withheld', reasons: [{ data: { direction: 'trough' } }, {}] })
  })

  it('no flag where the period before was as the years before', () => {
    expect(codes(judge({}))).toEqual(['caution: dispersion-unknown'])
  })
})

describe('breaks', () => {
  const first = PERIODS.before[0]!.from
  const end = PERIODS.after[0]!.to
  it.each([
    ['before the first day', first - 1, false],
    ['on the first day', first, false],
    ['within the period before', first + 1, true],
    ['on the start', START, true],
    ['within the period after', end - 1, true],
    ['on the day after the last', end, false],
  ])('%s', (_, day, withheld) => {
    for (const kind of ['category', 'reporting'] as const) {
      const judgement = judge({ breaks: [{ kind, day }] })
      expect(judgement.verdict === 'withheld').toBe(withheld)
      if (withheld) expect(reason(judgement, 'data-break')!.data).toEqual({ kind, day })
    }
  })
})

describe('periods', () => {
  it('must lie before and after the start of the measure', () => {
    const late = judge({ measureStart: START - 30 })
    expect(reason(late, 'periods-misplaced')).toEqual({
      code: 'periods-misplaced',
      severity: 'withholds',
      data: { overlapDays: 0, beforeDaysWithMeasure: 30, afterDaysWithoutMeasure: 0 },
    })
    expect(reason(judge({ measureStart: START + 30 }), 'periods-misplaced')!.data).toMatchObject({
      afterDaysWithoutMeasure: 30,
    })
    const overlapping = { before: PERIODS.before, after: [{ from: START - 10, to: START + 355 }] }
    expect(reason(judge({ periods: overlapping }), 'periods-misplaced')!.data).toMatchObject({
      overlapDays: 10,
      afterDaysWithoutMeasure: 10,
    })
    expect(late.verdict).toBe('withheld')
  })

  it('leaves a run-in between them alone', () => {
    const periods = { before: [{ from: START - 395, to: START - 30 }], after: PERIODS.after }
    expect(codes(judge({ periods }))).toEqual(['caution: dispersion-unknown'])
  })

  const spring = { from: dayNumber(2025, 1, 1), to: dayNumber(2025, 5, 1) }
  const summer = { from: START, to: START + 92 }

  it('hold the same months, else withhold where no control has the season too', () => {
    const periods = { before: [spring], after: [summer] }
    const without = judgeEffect(alone(207, 110, { periods }))
    expect(without.verdict).toBe('withheld')
    expect(reason(without, 'season-mismatch')!.data).toEqual({ share: expect.closeTo(1, 12) })
    const withControl = judge({ periods, history: { days: 360, target: 612, control: 915 } })
    expect(withControl).toMatchObject({ maryland: 3 })
    expect(codes(withControl)).toContain('caution: season-mismatch')
  })

  it('joins the same season of several years', () => {
    const year = (y: number) => ({ from: dayNumber(y, 1, 1), to: dayNumber(y, 5, 1) })
    const periods = { before: [year(2023), year(2024), year(2025)], after: [year(2026)] }
    const judgement = judgeEffect(alone(165, 55, { periods }))
    expect(judgement.days).toEqual(pair(361, 120))
    expect(judgement.verdict).toBe('no-clear-change')
    expect(codes(judgement)).toEqual(['caution: no-control'])
  })

  // A calendar year before, its first days after: the share that the year lacks is 1 − days/365.
  it.each([
    [347, 'fell', []],
    [346, 'fell', ['caution: season-mismatch']],
    [274, 'fell', ['caution: season-mismatch']],
    [273, 'withheld', ['withholds: season-mismatch']],
  ])('a year against its first %d days: %s', (days, verdict, expected) => {
    const measureStart = dayNumber(2026, 1, 1)
    const periods = {
      before: [{ from: dayNumber(2025, 1, 1), to: measureStart }],
      after: [{ from: measureStart, to: measureStart + days }],
    }
    const judgement = judgeEffect(alone(207, 80, { periods, measureStart }))
    expect(judgement.verdict).toBe(verdict)
    expect(codes(judgement).filter((code) => code.includes('season'))).toEqual(expected)
  })

  it('shares are of days: thirteen months against twelve is told of', () => {
    const periods = { before: PERIODS.before, after: [{ from: START, to: dayNumber(2026, 7, 1) }] }
    // June has 30 of 365 days before, 60 of 395 after.
    expect(reason(judge({ periods }), 'season-mismatch')).toEqual({
      code: 'season-mismatch',
      severity: 'caution',
      data: { share: expect.closeTo(60 / 395 - 30 / 365, 12) },
    })
  })
})

describe('any one guard is enough', () => {
  const guards: Partial<EffectEvidence>[] = [
    { baselineDays: 200 },
    { breaks: [{ kind: 'reporting', day: START }] },
    { zones: { ...ZONES, displacement: square(50) } },
    { chosenForPeak: true, history: undefined },
    { measureStart: START + 5 },
    { counts: { ...PAPER.counts, target: pair(4, 1) } },
  ]

  it('and each that spoke is shown', () => {
    fc.assert(
      fc.property(fc.subarray(guards), (chosen) => {
        const judgement = judge(Object.assign({}, ...chosen) as Partial<EffectEvidence>)
        expect(judgement.verdict === 'withheld').toBe(chosen.length > 0)
        const spoke = judgement.reasons.filter(({ severity }) => severity === 'withholds').length
        // 4 → 1 is no clear fall: no way back from a peak then.
        const silent = chosen.includes(guards[3]!) && chosen.includes(guards[5]!) ? 1 : 0
        expect(spoke).toBe(chosen.length - silent)
        judgement.reasons.slice(0, spoke).forEach(({ severity }) => expect(severity).toBe('withholds'))
      }),
    )
  })
})
