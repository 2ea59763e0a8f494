import { hoursInWindow } from '../../domain/hourWindow.ts'
import { KIND_CODES, MISSING_DAY } from '../../domain/incident.ts'
import { lengthInDays, type Period } from '../../domain/period.ts'
import type { AnalysisEngine } from '../engine/analysisEngine.ts'
import type { BeforeAfterCounts, BeforeAfterQuestion } from './beforeAfterMessages.ts'

/** The placed incidents of one period. */
export interface SidePoints {
  /** Metres. */
  x: Float64Array
  y: Float64Array
  /** Share in the chosen hours; missing where all hours count. */
  weight?: Float64Array
  /** Σ weights. */
  total: number
  /** Without a position, Σ weights. */
  unplaced: number
}

export interface BothSides {
  before: SidePoints
  after: SidePoints
  counts: BeforeAfterCounts
}

const DAYS_PER_YEAR = 365.25

/** A copy of what the question asks for; the filters on the screen are neither asked nor changed, and the place is no filter. */
export function bothSides(engine: AnalysisEngine, question: BeforeAfterQuestion): BothSides {
  const shares = question.hours
    ? engine.bins(question.timeMethod).shareIn(hoursInWindow(question.hours))
    : null
  const types = typeFlags(engine, question.typeIds)
  const before = sidePoints(engine, question, question.periods.before, types, shares)
  const after = sidePoints(engine, question, question.periods.after, types, shares)
  return {
    before,
    after,
    counts: {
      before: before.total,
      after: after.total,
      beforeUnplaced: before.unplaced,
      afterUnplaced: after.unplaced,
      yearsBefore: years(question.periods.before),
      yearsAfter: years(question.periods.after),
    },
  }
}

function years(periods: readonly Period[]): number {
  return periods.reduce((days, period) => days + lengthInDays(period), 0) / DAYS_PER_YEAR
}

/** A flag per type of the data set; null = all. */
function typeFlags({ grouping }: AnalysisEngine, ids: readonly string[]): Uint8Array | null {
  if (ids.length === 0) return null
  const chosen = new Set(ids)
  return Uint8Array.from(grouping.groupOfType, (group) => (chosen.has(grouping.groups[group].id) ? 1 : 0))
}

function sidePoints(
  { columns }: AnalysisEngine,
  { kind }: BeforeAfterQuestion,
  periods: readonly Period[],
  types: Uint8Array | null,
  shares: Float32Array | null,
): SidePoints {
  const rows: number[] = []
  let total = 0
  let unplaced = 0
  for (let i = 0; i < columns.length; i++) {
    const day = columns.day[i]
    if (columns.kind[i] !== KIND_CODES[kind] || day === MISSING_DAY) continue
    if (types && types[columns.type[i]] !== 1) continue
    if (!periods.some(({ from, to }) => day >= from && day < to)) continue
    const share = shares ? shares[i] : 1
    if (!(share > 0)) continue
    if (Number.isNaN(columns.x[i])) {
      unplaced += share
      continue
    }
    rows.push(i)
    total += share
  }
  return {
    x: Float64Array.from(rows, (i) => columns.x[i]),
    y: Float64Array.from(rows, (i) => columns.y[i]),
    ...(shares ? { weight: Float64Array.from(rows, (i) => shares[i]) } : {}),
    total,
    unplaced,
  }
}
