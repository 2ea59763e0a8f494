import { requireNonNegative } from '../argument.ts'
import type { BeforeAfter } from './weightedDisplacementDifference.ts'

/**
 * Weighted displacement quotient (Bowers & Johnson 2003): (Da/Ca − Db/Cb)/(Ra/Ca − Rb/Cb) with D the displacement zone, R the target
 * and C the control. Above 0 gains spread, below 0 incidents moved, below −1 more moved than was gained. It can be read only where
 * the target did better than the control (denominator below 0); it has no interval. Not a number, or infinite, where the control holds
 * no incident in a period, or target and control changed alike: then it is not readable either.
 * @throws RangeError for counts below 0 or not finite
 */
export function weightedDisplacementQuotient(counts: {
  target: BeforeAfter
  control: BeforeAfter
  displacement: BeforeAfter
}): { quotient: number; readable: boolean } {
  const { target, control, displacement } = counts
  for (const [name, { before, after }] of Object.entries(counts)) {
    requireNonNegative(`counts.${name}.before`, before)
    requireNonNegative(`counts.${name}.after`, after)
  }
  const success = target.after / control.after - target.before / control.before
  const buffer = displacement.after / control.after - displacement.before / control.before
  return { quotient: buffer / success, readable: success < 0 && Number.isFinite(buffer / success) }
}
