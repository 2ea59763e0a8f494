import type { Period } from '../../domain/period.ts'
import type { Selection } from '../../domain/selection.ts'
import { breaksBetween, type TypeBreak } from '../../domain/typeBreaks.ts'
import type { DepthMethod } from '../../workers/depth/depthMethods.ts'
import type { CountsResult, DatasetSummary } from '../../workers/messages.ts'

/** What an evaluation spans: the period with what it is compared with, or all months of the data. */
export type Spanned = 'comparison' | 'series'

/** Deepening analyses that set counts of one time against counts of another. */
export const DEPTH_SPANS: Readonly<Partial<Record<DepthMethod, Spanned>>> = {
  densityChange: 'comparison',
  patternShift: 'comparison',
  repeatPlaces: 'comparison',
  emerging: 'series',
  cusum: 'series',
  backTest: 'series',
}

interface Shown {
  selection: Selection
  summary: DatasetSummary
  counts: CountsResult
  /** The comparison can be used. */
  compares: boolean
}

/**
 * Breaks in the series that an evaluation goes over. Crimes only: events and the like are no crime types.
 * @param everyType the view shows all types, whichever are chosen
 */
export function seriesBreaks(
  breaks: readonly TypeBreak[],
  { selection, summary, counts, compares }: Shown,
  over: Spanned,
  everyType: boolean,
): TypeBreak[] {
  if (breaks.length === 0 || selection.kind !== 'crime') return []
  const counted = summary.groups.filter(({ kinds }) => kinds.crime > 0).map(({ id }) => id)
  const types = everyType || selection.types.length === 0 ? counted : selection.types
  return breaksBetween(spansOf(over, summary, counts, compares), types, breaks)
}

function spansOf(over: Spanned, { span }: DatasetSummary, counts: CountsResult, compares: boolean): Period[] {
  if (over === 'series') return span ? [span] : []
  return compares && counts.period ? [counts.period, ...counts.comparison.periods] : []
}
