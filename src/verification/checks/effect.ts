import { dayNumber } from '../../domain/period.ts'
import { exactly, relatively, within, type Analysis, type Check } from '../check.ts'
import { square } from '../places.ts'

const PRECISE = 1e-9
const WHEELER_RATCLIFFE = 'Wheeler & Ratcliffe 2018, Crime Science 7:11'

/** The worked example of Wheeler & Ratcliffe (2018). */
const PAPER = {
  target: { before: 207, after: 110 },
  control: { before: 308, after: 318 },
  displacement: { before: 178, after: 157 },
  displacementControl: { before: 150, after: 140 },
}

const MEASURE_START = dayNumber(2025, 6, 1)
/** The same counts with a year before and a year with the measure, four years of record and nothing amiss. */
const EVIDENCE: Evidence = {
  counts: PAPER,
  periods: {
    before: [{ from: dayNumber(2024, 6, 1), to: MEASURE_START }],
    after: [{ from: MEASURE_START, to: dayNumber(2026, 6, 1) }],
  },
  measureStart: MEASURE_START,
  baselineDays: 1461,
  zones: {
    target: square(0, 100),
    displacement: square(100, 200),
    control: square(1000, 1100),
    displacementControl: square(1100, 1200),
  },
  chosenForPeak: false,
  breaks: [],
  otherMeasures: [],
  history: { days: 1096, target: 612, control: 915 },
}

/** What may be wrong with an evaluation, and the reason for which no verdict is given. */
const WITHHELD = {
  'too-few': { counts: { ...PAPER, target: { before: 3, after: 2 } } },
  'zones-overlap': { zones: { ...EVIDENCE.zones, control: square(50, 150) } },
  'baseline-short': { baselineDays: 200 },
  'data-break': { breaks: [{ kind: 'category', day: MEASURE_START }] },
  'periods-misplaced': { measureStart: MEASURE_START - 90 },
} as const satisfies Record<string, Partial<Evidence>>

type Evidence = Parameters<Analysis['judgeEffect']>[0]

/** before, after, exposure before, exposure after; ratio, limits and p by R's poisson.test(c(after, before), c(…)). */
const RATIOS = [
  ['rateRatioFall', 207, 110, 1, 1, [0.5314009661836, 0.4177815583049, 0.6728667012753, 5.539228869716e-8]],
  ['rateRatioRise', 16, 25, 1, 1, [1.5625, 0.8019570732632, 3.1320441451798, 0.2110235976088]],
  ['rateRatioExposure', 80, 20, 12, 6, [0.5, 0.290047191361413, 0.824231239561836, 0.004035790886057]],
] as const

/** Four areas × eight months, two of the areas treated from the sixth month on: tests/verification/peers/figures.R. */
const COUNT = [
  14, 11, 16, 12, 15, 8, 7, 9, 22, 25, 19, 28, 21, 14, 17, 12, 9, 12, 8, 11, 13, 10, 12, 9, 31, 27, 35, 24,
  30, 33, 26, 29,
]
const INHABITANTS = [1200, 2100, 900, 2600]
const MONTHS = COUNT.map((_, i) => (i % 8) + 1)
const PANEL = {
  count: COUNT,
  treated: COUNT.map((_, i) => (i < 16 ? 1 : 0)),
  post: COUNT.map((_, i) => (i % 8 >= 5 ? 1 : 0)),
}

export const effectChecks: readonly Check[] = [
  {
    id: 'percentChange',
    group: 'effect',
    method: 'percentChange',
    unit: 'share',
    source: { kind: 'program', text: 'R 4.2.2: poisson.test(c(110, 207))$conf.int − 1' },
    figures: [
      within('change', -0.469, 0.0005),
      relatively('lower', 0.4177815583049 - 1, PRECISE),
      relatively('upper', 0.6728667012753 - 1, PRECISE),
    ],
    obtain({ percentChange }) {
      const { change, interval } = percentChange(207, 110)
      return [change, interval.lower, interval.upper]
    },
  },
  ...RATIOS.map(([id, before, after, exposureBefore, exposureAfter, [ratio, lower, upper, p]]): Check => ({
    id,
    group: 'effect',
    method: 'rateRatio',
    unit: 'none',
    source: {
      kind: 'program',
      text: `R 4.2.2: poisson.test(c(${after}, ${before})${exposureBefore === 1 ? '' : `, c(${exposureAfter}, ${exposureBefore})`})`,
    },
    figures: [
      relatively('ratio', ratio, PRECISE),
      relatively('lower', lower, PRECISE),
      relatively('upper', upper, PRECISE),
      relatively('p', p, 1e-8),
    ],
    obtain({ rateRatio }) {
      const result = rateRatio(before, after, { exposureBefore, exposureAfter })
      return [result.ratio, result.interval.lower, result.interval.upper, result.pValue]
    },
  })),
  {
    id: 'rateRatioNone',
    group: 'effect',
    method: 'rateRatio',
    unit: 'none',
    source: { kind: 'program', text: 'R 4.2.2: poisson.test(c(0, 9)); poisson.test(c(9, 0))' },
    figures: [
      exactly('noneAfter', 0),
      relatively('noneAfterUpper', 0.5066301902947, PRECISE),
      exactly('noneBefore', Infinity),
      relatively('noneBeforeLower', 1.973826311887, PRECISE),
    ],
    obtain({ rateRatio }) {
      const [none, some] = [rateRatio(9, 0), rateRatio(0, 9)]
      return [none.ratio, none.interval.upper, some.ratio, some.interval.lower]
    },
  },
  {
    id: 'poissonZ',
    group: 'effect',
    method: 'poissonZ',
    unit: 'none',
    source: { kind: 'published', text: 'Wheeler 2016: 2(√25 − √16)' },
    figures: [within('16 → 25', 2, 1e-12)],
    obtain: ({ poissonZ }) => [poissonZ(16, 25)],
  },
  {
    id: 'eTest',
    group: 'effect',
    method: 'eTest',
    unit: 'none',
    source: {
      kind: 'program',
      text: 'Krishnamoorthy & Thomson 2004; Python 3.11, scipy 1.10.1: poisson.pmf, ΣΣ',
    },
    figures: [
      within('3, 0', 0.088379009, 5e-9),
      within('6, 2', 0.174874821, 5e-9),
      within('25, 16', 0.164796318, 5e-9),
    ],
    obtain: ({ eTest }) => [eTest(3, 0), eTest(6, 2), eTest(25, 16)],
  },
  {
    id: 'wdd',
    group: 'effect',
    method: 'weightedDisplacementDifference',
    unit: 'none',
    source: { kind: 'published', text: WHEELER_RATCLIFFE },
    figures: [
      exactly('estimate', -118),
      within('standardError', 39.6, 0.005),
      within('z', -2.98, 0.005),
      within('lower', -196, 0.5),
      within('upper', -40, 0.5),
      exactly('local', -107),
      within('localError', 30.71, 0.005),
      exactly('displacement', -11),
      within('displacementError', 25, 1e-12),
    ],
    obtain({ weightedDisplacementDifference }) {
      const { estimate, standardError, z, interval, local, displacement } =
        weightedDisplacementDifference(PAPER)
      return [
        estimate,
        standardError,
        z,
        interval.lower,
        interval.upper,
        local.estimate,
        local.standardError,
        displacement.estimate,
        displacement.standardError,
      ]
    },
  },
  {
    id: 'wddWeighted',
    group: 'effect',
    method: 'weightedDisplacementDifference',
    unit: 'none',
    source: { kind: 'published', text: 'Wheeler 2021-02-23 (ptools): C 0.9, T 1.2, Dc 1.6, D 1.5' },
    figures: [
      within('estimate', -99.694, 0.0005),
      within('standardError', 35.428, 0.0005),
      within('z', -2.814, 0.0005),
      within('lower', -169.132, 0.0005),
      within('upper', -30.257, 0.0005),
    ],
    obtain({ weightedDisplacementDifference }) {
      const { estimate, standardError, z, interval } = weightedDisplacementDifference(PAPER, {
        weights: { control: 0.9, target: 1.2, displacementControl: 1.6, displacement: 1.5 },
      })
      return [estimate, standardError, z, interval.lower, interval.upper]
    },
  },
  {
    id: 'wdq',
    group: 'effect',
    method: 'weightedDisplacementQuotient',
    unit: 'none',
    source: { kind: 'hand', text: 'Bowers & Johnson 2003: (157/318 − 178/308)/(110/318 − 207/308)' },
    figures: [
      within('quotient', 0.2582, 5e-5),
      exactly('readable', 'yes'),
      exactly('readableWhenRisen', 'no'),
    ],
    obtain({ weightedDisplacementQuotient }) {
      const { quotient, readable } = weightedDisplacementQuotient(PAPER)
      const risen = weightedDisplacementQuotient({ ...PAPER, target: { before: 110, after: 207 } })
      return [quotient, readable ? 'yes' : 'no', risen.readable ? 'yes' : 'no']
    },
  },
  {
    id: 'relativeEffect',
    group: 'effect',
    method: 'relativeEffectSize',
    unit: 'none',
    source: { kind: 'hand', text: 'Welsh & Farrington 2009: ad/bc = 207 · 318/(110 · 308); Var ln = Σ 1/n' },
    figures: [
      within('estimate', 1.943, 0.0005),
      within('lower', 1.469, 0.0005),
      within('upper', 2.569, 0.0005),
      relatively('netChange', (110 * 308) / (207 * 318) - 1, 1e-9),
    ],
    obtain({ relativeEffectSize }) {
      const { estimate, interval, netChange } = relativeEffectSize(PAPER)
      return [estimate, interval.lower, interval.upper, netChange]
    },
  },
  {
    id: 'did',
    group: 'effect',
    method: 'differenceInDifferences',
    unit: 'none',
    source: { kind: 'program', text: 'R 4.2.2: glm(count ~ treated * post, poisson, epsilon = 1e-14)' },
    figures: [
      relatively('logEffect', -0.4855996600139, PRECISE),
      relatively('effect', 0.6153280984525, PRECISE),
      relatively('standardError', 0.1838293103625, 1e-8),
    ],
    obtain({ differenceInDifferences }) {
      const { logEffect, effect, standardError } = differenceInDifferences(PANEL)
      return [logEffect, effect, standardError]
    },
  },
  {
    id: 'didQuasi',
    group: 'effect',
    method: 'differenceInDifferences',
    unit: 'none',
    source: { kind: 'program', text: 'R 4.2.2: glm(count ~ treated * post, quasipoisson, epsilon = 1e-14)' },
    figures: [
      relatively('quasiError', 0.3469287747549, 1e-8),
      relatively('dispersion', 3.5616490917568, 1e-8),
    ],
    obtain({ differenceInDifferences }) {
      const { quasiStandardError, dispersion } = differenceInDifferences(PANEL)
      return [quasiStandardError, dispersion]
    },
  },
  {
    id: 'didOffset',
    group: 'effect',
    method: 'differenceInDifferences',
    unit: 'none',
    source: {
      kind: 'program',
      text: 'R 4.2.2: glm(count ~ treated * post + offset(log(inhabitants)), poisson)',
    },
    figures: [
      relatively('logEffect', -0.4855996600139, PRECISE),
      relatively('standardError', 0.183829310316, 1e-8),
    ],
    obtain({ differenceInDifferences }) {
      const offset = COUNT.map((_, i) => Math.log(INHABITANTS[i >> 3]!))
      const { logEffect, standardError } = differenceInDifferences({ ...PANEL, offset })
      return [logEffect, standardError]
    },
  },
  {
    id: 'didTrend',
    group: 'effect',
    method: 'differenceInDifferences',
    unit: 'none',
    source: {
      kind: 'program',
      text: 'R 4.2.2: glm(cbind(treated, control) ~ month, binomial); pchisq(drop in deviance/max(1, φ), 1)',
    },
    figures: [relatively('p', 0.9348389381875, 1e-8)],
    obtain({ differenceInDifferences }) {
      return [differenceInDifferences({ ...PANEL, time: MONTHS }).preTrendPValue ?? NaN]
    },
  },
  {
    id: 'didPaired',
    group: 'effect',
    method: 'differenceInDifferences',
    unit: 'none',
    source: {
      kind: 'program',
      text: 'R 4.2.2: glm(cbind(treated, control) ~ post, binomial, epsilon = 1e-14)',
    },
    figures: [
      relatively('logEffect', -0.4855996600139, PRECISE),
      relatively('standardError', 0.1838293103756, 1e-6),
      relatively('dispersion', 0.280881888266, 1e-6),
    ],
    obtain({ differenceInDifferences }) {
      const { paired } = differenceInDifferences({ ...PANEL, time: MONTHS })
      return paired ? [paired.logEffect, paired.standardError, paired.dispersion] : []
    },
  },
  {
    id: 'judged',
    group: 'effect',
    method: 'judgeEffect',
    unit: 'none',
    source: { kind: 'published', text: `${WHEELER_RATCLIFFE}; Sherman et al. 1997: 2, 3` },
    figures: [
      exactly('verdict', 'fell'),
      exactly('maryland', 3),
      exactly('effectVerdict', 'reduction'),
      relatively('netChange', (110 * 308) / (207 * 318) - 1, PRECISE),
      exactly('marylandAlone', 2),
      exactly('effectAlone', 'not-assessed'),
    ],
    obtain({ judgeEffect }) {
      const judged = judgeEffect(EVIDENCE)
      const alone = judgeEffect({
        ...EVIDENCE,
        counts: { target: PAPER.target },
        zones: { target: square(0, 100) },
        history: { days: 1096, target: 612 },
      })
      if (judged.verdict === 'withheld' || alone.verdict === 'withheld' || judged.maryland === 2)
        return [judged.verdict]
      return [judged.verdict, judged.maryland, judged.effect, judged.net.change, alone.maryland, alone.effect]
    },
  },
  {
    id: 'withheld',
    group: 'effect',
    method: 'judgeEffect',
    unit: 'none',
    source: { kind: 'definition', text: 'E < 5; |T ∩ C| > 0; < 365; t₀' },
    figures: Object.keys(WITHHELD).map((code) => exactly(code, 'withheld')),
    obtain({ judgeEffect }) {
      return Object.entries(WITHHELD).map(([code, amiss]) => {
        const { verdict, reasons } = judgeEffect({ ...EVIDENCE, ...amiss })
        const told = reasons.some((reason) => reason.code === code && reason.severity === 'withholds')
        return told ? verdict : 'not-told'
      })
    },
  },
]
