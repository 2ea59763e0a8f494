import type {
  EffectEvidence,
  EffectJudgement,
  MultiPolygon,
  ReasonCode,
} from '../../../src/analysis/index.ts'
import { dayNumber } from '../../../src/domain/period.ts'

/** A year before and a year with the measure, from 2025-06-01. */
export const START = dayNumber(2025, 6, 1)
export const PERIODS = {
  before: [{ from: dayNumber(2024, 6, 1), to: START }],
  after: [{ from: START, to: dayNumber(2026, 6, 1) }],
}

export const pair = (before: number, after: number) => ({ before, after })

/** A square in SWEREF 99 TM. */
export const square = (east: number, size = 100): MultiPolygon => {
  const [x, y] = [600_000 + east, 6_580_000]
  return [[[[x, y], [x + size, y], [x + size, y + size], [x, y + size], [x, y]]]] // prettier-ignore
}

export const ZONES = {
  target: square(0),
  displacement: square(100),
  control: square(1000),
  displacementControl: square(1100),
}

/** Wheeler & Ratcliffe (2018), four years of record, nothing amiss, and trends before the measure that ran alike. */
export const PAPER: EffectEvidence = {
  counts: {
    target: pair(207, 110),
    control: pair(308, 318),
    displacement: pair(178, 157),
    displacementControl: pair(150, 140),
  },
  periods: PERIODS,
  measureStart: START,
  baselineDays: 1461,
  zones: ZONES,
  chosenForPeak: false,
  breaks: [],
  otherMeasures: [],
  history: { days: 1096, target: 612, control: 915 },
}

/** Target alone. */
export const alone = (before: number, after: number, more: Partial<EffectEvidence> = {}): EffectEvidence => ({
  ...PAPER,
  counts: { target: pair(before, after) },
  zones: { target: ZONES.target },
  history: undefined,
  ...more,
})

export function reason(judgement: EffectJudgement, code: ReasonCode) {
  return judgement.reasons.find((one) => one.code === code)
}

export const codes = (judgement: EffectJudgement) =>
  judgement.reasons.map(({ code, severity }) => `${severity}: ${code}`)
