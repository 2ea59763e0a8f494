import { isoDate, dayNumber } from '../../domain/period.ts'
import { hoursInWindow } from '../../domain/hourWindow.ts'
import { exactly, relatively, within, type Analysis, type Check, type Figure } from '../check.ts'

const ZONE = 'Europe/Stockholm'
const MINUTE_MS = 60_000
const ZONEINFO = 'Python 3.11: zoneinfo, 1 s'

const SATURDAY = 5 * 24
const SUNDAY = 6 * 24
const WEDNESDAY = 2 * 24
const THURSDAY = 3 * 24

/** Shares of an interval, each a fraction of whole numbers, and one hour that must have none. */
interface Interval {
  id: string
  from: string
  to: string
  minutes: number
  shares: readonly (readonly [hour: number, share: number])[]
  without?: number
}

const INTERVALS: readonly Interval[] = [
  {
    id: 'aoristicNight',
    from: '2024-05-15T23:30',
    to: '2024-05-16T01:15',
    minutes: 105,
    shares: [
      [WEDNESDAY + 23, 30 / 105],
      [THURSDAY, 60 / 105],
      [THURSDAY + 1, 15 / 105],
    ],
  },
  {
    id: 'aoristicAutumn',
    from: '2024-10-27T00:30',
    to: '2024-10-27T04:30',
    minutes: 300,
    shares: [
      [SUNDAY, 0.1],
      [SUNDAY + 1, 0.2],
      [SUNDAY + 2, 0.4],
      [SUNDAY + 3, 0.2],
      [SUNDAY + 4, 0.1],
    ],
  },
  {
    id: 'aoristicSpring',
    from: '2024-03-31T01:30',
    to: '2024-03-31T03:30',
    minutes: 60,
    shares: [
      [SUNDAY + 1, 0.5],
      [SUNDAY + 3, 0.5],
    ],
    without: SUNDAY + 2,
  },
  {
    id: 'aoristicSpringNight',
    from: '2024-03-30T22:00',
    to: '2024-03-31T06:00',
    minutes: 420,
    shares: [SATURDAY + 22, SATURDAY + 23, SUNDAY, SUNDAY + 1, SUNDAY + 3, SUNDAY + 4, SUNDAY + 5].map(
      (hour) => [hour, 1 / 7] as const,
    ),
    without: SUNDAY + 2,
  },
  {
    id: 'aoristicAutumnNight',
    from: '2024-10-26T22:00',
    to: '2024-10-27T06:00',
    minutes: 540,
    shares: [
      SATURDAY + 22,
      SATURDAY + 23,
      SUNDAY,
      SUNDAY + 1,
      SUNDAY + 2,
      SUNDAY + 3,
      SUNDAY + 4,
      SUNDAY + 5,
    ].map((hour) => [hour, hour === SUNDAY + 2 ? 2 / 9 : 1 / 9] as const),
  },
  {
    id: 'aoristicWeekEnd',
    from: '2024-05-19T23:30',
    to: '2024-05-20T00:30',
    minutes: 60,
    shares: [
      [SUNDAY + 23, 0.5],
      [0, 0.5],
    ],
  },
]

function utc(analysis: Analysis, wallTime: string): number {
  return analysis.localToUtcMs(wallTime, ZONE)
}

/** Share of an interval in each hour of the week; NaN where it is unknown. */
function shares(analysis: Analysis, from: number, to: number): (hour: number) => number {
  const weights = analysis.aoristicWeights(from, to, ZONE)
  if (weights === 'unknown') return () => NaN
  return (wanted) => weights.find(({ hour }) => hour === wanted)?.weight ?? 0
}

function intervalCheck({ id, from, to, minutes, shares: expected, without }: Interval): Check {
  const figures: Figure[] = [
    exactly('elapsedMinutes', minutes),
    ...expected.map(([hour, share]) => relatively({ hour }, share, 1e-9)),
  ]
  if (without !== undefined) figures.push(exactly({ hour: without }, 0))
  return {
    id,
    group: 'time',
    method: 'aoristicWeights',
    unit: 'share',
    source: { kind: 'program', text: `${ZONEINFO}; ${from.replace('T', ' ')} – ${to.replace('T', ' ')}` },
    figures,
    obtain(analysis) {
      const [start, end] = [utc(analysis, from), utc(analysis, to)]
      const share = shares(analysis, start, end)
      const hours = expected.map(([hour]) => hour)
      if (without !== undefined) hours.push(without)
      return [(end - start) / MINUTE_MS, ...hours.map(share)]
    },
  }
}

/** Four that can be placed and four that cannot: from > to, longer than 168 h, and no start. */
const MIXED: readonly (readonly [string | null, string | null])[] = [
  ['2024-05-15T23:30', '2024-05-16T01:15'],
  ['2024-05-15T10:15', '2024-05-15T10:15'],
  ['2024-05-15T12:20', null],
  ['2024-05-06T08:00', '2024-05-13T08:00'],
  ['2024-05-15T12:00', '2024-05-15T10:00'],
  ['2024-05-06T08:00', '2024-05-13T08:01'],
  ['2024-01-01T00:00', '2024-05-01T00:00'],
  [null, '2024-05-15T12:20'],
]

function mixedSpans(analysis: Analysis) {
  const column = (side: 0 | 1) => MIXED.map((span) => (span[side] === null ? NaN : utc(analysis, span[side])))
  return { fromUtcMs: column(0), toUtcMs: column(1) }
}

export const timeChecks: readonly Check[] = [
  ...INTERVALS.map(intervalCheck),
  {
    id: 'aoristicEnds',
    group: 'time',
    method: 'aoristicWeights',
    unit: 'share',
    source: { kind: 'definition', text: '[a, b); a = b; b = –; 168 h' },
    figures: [
      exactly('zeroLength', 1),
      exactly('missingEnd', 1),
      exactly('endsOnTheHour', 0),
      relatively('wholeWeek', 1 / 168, 1e-9),
    ],
    obtain(analysis) {
      const at = (wallTime: string) => utc(analysis, wallTime)
      const tenFifteen = at('2024-05-15T10:15')
      return [
        shares(analysis, tenFifteen, tenFifteen)(WEDNESDAY + 10),
        shares(analysis, at('2024-05-15T12:20'), NaN)(WEDNESDAY + 12),
        shares(analysis, at('2024-05-15T10:00'), at('2024-05-15T11:00'))(WEDNESDAY + 11),
        shares(analysis, at('2024-05-06T08:00'), at('2024-05-13T08:00'))(SUNDAY + 3),
      ]
    },
  },
  {
    id: 'aoristicUnknown',
    group: 'time',
    method: 'aoristicWeights',
    unit: 'none',
    source: { kind: 'definition', text: 'a > b; b − a > 168 h; a = –' },
    figures: [
      exactly('endBeforeStart', 'unknown'),
      exactly('tooLong', 'unknown'),
      exactly('missingStart', 'unknown'),
      exactly('justAWeek', 'known'),
    ],
    obtain(analysis) {
      const { fromUtcMs, toUtcMs } = mixedSpans(analysis)
      return [4, 5, 7, 3].map((k) =>
        analysis.aoristicWeights(fromUtcMs[k]!, toUtcMs[k]!, ZONE) === 'unknown' ? 'unknown' : 'known',
      )
    },
  },
  {
    id: 'weightsAndUnknown',
    group: 'time',
    method: 'timeOfWeekProfile',
    unit: 'incidents',
    source: { kind: 'definition', text: 'Σ w + ? = n; n = 8' },
    figures: [
      relatively('placed', 4, 1e-9),
      exactly('unknown', 4),
      exactly('n', 8),
      exactly('unknownByStart', 1),
    ],
    obtain(analysis) {
      const spans = mixedSpans(analysis)
      const profile = (method: 'start' | 'aoristic') =>
        analysis.timeOfWeekProfile(spans, { method, timeZone: ZONE })
      const { counts, unknown, n } = profile('aoristic')
      return [counts.reduce((sum, count) => sum + count, 0), unknown, n, profile('start').unknown]
    },
  },
  {
    id: 'profileMethods',
    group: 'time',
    method: 'timeOfWeekProfile',
    unit: 'incidents',
    source: { kind: 'hand', text: '23:30 – 01:15: 23:30, 00:22:30, 30/105' },
    figures: [exactly('byStart', 1), exactly('byMidpoint', 1), relatively('byAoristic', 30 / 105, 1e-9)],
    obtain(analysis) {
      const spans = {
        fromUtcMs: [utc(analysis, '2024-05-15T23:30')],
        toUtcMs: [utc(analysis, '2024-05-16T01:15')],
      }
      const counts = (method: 'start' | 'midpoint' | 'aoristic') =>
        analysis.timeOfWeekProfile(spans, { method, timeZone: ZONE }).counts
      return [
        counts('start')[WEDNESDAY + 23]!,
        counts('midpoint')[THURSDAY]!,
        counts('aoristic')[WEDNESDAY + 23]!,
      ]
    },
  },
  {
    id: 'wallTimes',
    group: 'time',
    method: 'localToUtcMs',
    unit: 'none',
    source: { kind: 'program', text: 'Python 3.11: zoneinfo, fold = 0' },
    figures: [
      exactly('2024-03-31 02:30', '01:30Z'),
      exactly('2024-10-27 02:30', '00:30Z'),
      exactly('2024-07-01 00:00', '22:00Z'),
      exactly('2024-01-01 00:00', '23:00Z'),
    ],
    obtain: (analysis) =>
      ['2024-03-31T02:30', '2024-10-27T02:30', '2024-07-01T00:00', '2024-01-01T00:00'].map(
        (wallTime) => `${new Date(utc(analysis, wallTime)).toISOString().slice(11, 16)}Z`,
      ),
  },
  {
    id: 'windowPastMidnight',
    group: 'time',
    method: 'hoursInWindow',
    unit: 'none',
    source: { kind: 'definition', text: '21:00–07:00' },
    figures: [
      exactly({ hour: 4 * 24 + 21 }, 1),
      exactly({ hour: SATURDAY + 3 }, 1),
      exactly({ hour: 4 * 24 + 3 }, 0),
      exactly('hours', 10),
    ],
    obtain() {
      const flags = hoursInWindow({ dayFrom: 4, dayTo: 4, start: 15, length: 10 })
      return [
        flags[4 * 24 + 21]!,
        flags[SATURDAY + 3]!,
        flags[4 * 24 + 3]!,
        flags.reduce((sum, flag) => sum + flag, 0),
      ]
    },
  },
  {
    id: 'midnightSpike',
    group: 'time',
    method: 'midnightSpike',
    unit: 'incidents',
    source: { kind: 'hand', text: '12 × 00:00; 46/23' },
    figures: [exactly('atMidnight', 12), exactly('otherHours', 2), exactly('suspicious', 'yes')],
    obtain(analysis) {
      const two = (hour: number) => String(hour).padStart(2, '0')
      const hours = Array.from({ length: 23 }, (_, k) => `2024-05-15T${two(k + 1)}:00`)
      const times = [...Array<string>(12).fill('2024-05-15T00:00'), ...hours, ...hours]
      const { atMidnight, expected, suspicious } = analysis.midnightSpike(
        times.map((wallTime) => utc(analysis, wallTime)),
        ZONE,
      )
      return [atMidnight, expected, suspicious ? 'yes' : 'no']
    },
  },
  {
    id: 'samePeriod',
    group: 'time',
    method: 'samePeriodLastYear',
    unit: 'none',
    source: { kind: 'hand', text: '2024-01-01 – 2024-03-31 → 2023' },
    figures: [
      exactly('firstDay', '2023-01-01'),
      exactly('dayAfter', '2023-04-01'),
      exactly('leapDays', 1),
      exactly('weekdayShift', 1),
    ],
    obtain({ samePeriodLastYear }) {
      const chosen = { from: dayNumber(2024, 1, 1), to: dayNumber(2024, 4, 1) }
      const { period, leapDays, weekdayShift } = samePeriodLastYear(chosen, 1)
      return [isoDate(period.from), isoDate(period.to), leapDays, weekdayShift]
    },
  },
  {
    id: 'cusum',
    group: 'time',
    method: 'cusum',
    unit: 'none',
    source: {
      kind: 'published',
      text: 'Lucas 1985: k = (λ₁ − λ₀)/ln(λ₁/λ₀); 4 → 6; x = 4, 6, 7, 9, 3, 2, 1, 8',
    },
    figures: [
      within('k', 4.933, 0.0005),
      ...[0, 1.067393075, 3.13478615, 7.202179226, 5.269572301, 2.336965376, 0, 3.067393075].map((sum, t) =>
        within(`C${'₁₂₃₄₅₆₇₈'[t]}`, sum, 1e-8),
      ),
    ],
    obtain({ cusum, cusumReference }) {
      const options = { baseline: 4, alternative: 6 }
      return [cusumReference(options), ...cusum([4, 6, 7, 9, 3, 2, 1, 8], options)]
    },
  },
  {
    id: 'cusumRunLength',
    group: 'time',
    method: 'cusumRunLength',
    unit: 'none',
    source: {
      kind: 'program',
      text: 'R 4.2.2, surveillance 1.20.3: arlCusum(h, k = 4.93, theta, digits = 2)$ARL; Lucas 1985',
    },
    figures: [
      relatively('h = 3, λ = 4', 14.3208887, 5e-4),
      relatively('h = 3, λ = 6', 3.1178503, 5e-4),
      relatively('h = 8, λ = 4', 170.033674, 5e-4),
      relatively('h = 8, λ = 6', 7.7314285, 5e-4),
    ],
    obtain: ({ cusumRunLength }) =>
      [3, 8].flatMap((threshold) =>
        [4, 6].map((rate) => cusumRunLength({ baseline: 4, alternative: 6, threshold, rate })),
      ),
  },
]
