import { requireNonNegative } from '../argument.ts'

/**
 * 2(√after − √before): near standard normal where both counts have the same rate (variance-stabilising root). Flag at ±3, not 2:
 * many are looked at. Source: Wheeler (2016), Security Journal 29(4). Of two periods
 * of equal length; below 0 it fell. 0 where both are 0.
 * @throws RangeError for counts below 0 or not finite
 */
export function poissonZ(before: number, after: number): number {
  requireNonNegative('before', before)
  requireNonNegative('after', after)
  return 2 * (Math.sqrt(after) - Math.sqrt(before))
}
