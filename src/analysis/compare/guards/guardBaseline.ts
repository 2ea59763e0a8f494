import { requireNonNegative } from '../../argument.ts'
import type { EffectEvidence } from '../effectEvidence.ts'
import { EFFECT_LIMITS } from '../effectLimits.ts'
import type { Reason } from '../effectReason.ts'

/** At least a year of record before the measure, three wanted: in less, a season or a chance peak is taken for what is usual. */
export function guardBaseline({ baselineDays: days }: EffectEvidence): Reason[] {
  requireNonNegative('baselineDays', days)
  const { baselineDays: needed, baselineDaysWanted: wanted } = EFFECT_LIMITS
  if (days >= wanted) return []
  return [
    {
      code: 'baseline-short',
      severity: days < needed ? 'withholds' : 'caution',
      data: { days, needed, wanted },
    },
  ]
}
