import { invalid } from '../../argument.ts'
import type { EffectEvidence } from '../effectEvidence.ts'
import type { Reason } from '../effectReason.ts'

/** No new definition of the category and no new way of reporting between the first day counted and the last. */
export function guardBreaks({ breaks, periods }: EffectEvidence): Reason[] {
  const first = Math.min(...periods.before.map(({ from }) => from))
  const end = Math.max(...periods.after.map(({ to }) => to))
  return breaks.flatMap((one, i): Reason[] => {
    if (!Number.isFinite(one.day)) throw invalid(`breaks[${i}].day`, one.day, 'a day number')
    return one.day > first && one.day < end ? [{ code: 'data-break', severity: 'withholds', data: one }] : []
  })
}
