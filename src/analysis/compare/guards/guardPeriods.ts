import { calendarDate, lengthInDays, type Period } from '../../../domain/period.ts'
import { invalid } from '../../argument.ts'
import type { EffectEvidence } from '../effectEvidence.ts'
import { EFFECT_LIMITS } from '../effectLimits.ts'
import type { Reason } from '../effectReason.ts'

/**
 * Days of each period together.
 * @throws RangeError for no window, an empty one, days that are not whole, and windows of one period that overlap
 */
export function exposureDays({ before, after }: EffectEvidence['periods']): {
  before: number
  after: number
} {
  const days = (name: string, windows: readonly Period[]) => {
    if (windows.length === 0) throw invalid(`periods.${name}.length`, 0, '1 or above')
    windows.forEach(({ from, to }, i) => {
      if (!Number.isSafeInteger(from))
        throw invalid(`periods.${name}[${i}].from`, from, 'a day number (whole)')
      if (!(Number.isSafeInteger(to) && to > from))
        throw invalid(`periods.${name}[${i}].to`, to, `a day number above from (${from})`)
    })
    if (sharedDays(windows, windows) > windows.reduce((sum, window) => sum + lengthInDays(window), 0))
      throw invalid(`periods.${name}`, 'windows that overlap', 'windows apart from each other')
    return windows.reduce((sum, window) => sum + lengthInDays(window), 0)
  }
  return { before: days('before', before), after: days('after', after) }
}

/** Before lies before the measure, after with it. */
export function guardPeriods({ periods, measureStart }: EffectEvidence): Reason[] {
  if (!Number.isFinite(measureStart)) throw invalid('measureStart', measureStart, 'a day number')
  const overlapDays = sharedDays(periods.before, periods.after)
  const beforeDaysWithMeasure = sharedDays(periods.before, [{ from: measureStart, to: Infinity }])
  const afterDaysWithoutMeasure = sharedDays(periods.after, [{ from: -Infinity, to: measureStart }])
  return overlapDays + beforeDaysWithMeasure + afterDaysWithoutMeasure > 0
    ? [
        {
          code: 'periods-misplaced',
          severity: 'withholds',
          data: { overlapDays, beforeDaysWithMeasure, afterDaysWithoutMeasure },
        },
      ]
    : []
}

/** Both periods hold the same months of the year in the same shares. Without a control that has the same season, a great difference withholds. */
export function guardSeasons({ periods }: EffectEvidence, controlled: boolean): Reason[] {
  const [before, after] = [monthShares(periods.before), monthShares(periods.after)]
  const share = before.reduce((sum, s, month) => sum + Math.max(0, after[month]! - s), 0)
  if (share < EFFECT_LIMITS.seasonCaution) return []
  const severity = share >= EFFECT_LIMITS.seasonWithholds && !controlled ? 'withholds' : 'caution'
  return [{ code: 'season-mismatch', severity, data: { share } }]
}

/** Share of the days in each month of the year, January first. */
function monthShares(windows: readonly Period[]): number[] {
  const days = new Array<number>(12).fill(0)
  for (const { from, to } of windows)
    for (let day = from; day < to; day++) days[calendarDate(day).month - 1]!++
  const all = days.reduce((a, b) => a + b, 0)
  return days.map((d) => d / all)
}

/** Days that lie in a window of both. */
function sharedDays(a: readonly Period[], b: readonly Period[]): number {
  let days = 0
  for (const one of a)
    for (const other of b) days += Math.max(0, Math.min(one.to, other.to) - Math.max(one.from, other.from))
  return days
}
