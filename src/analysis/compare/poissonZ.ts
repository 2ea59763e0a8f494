import { requireNonNegative } from '../argument.ts'

/**
 * 2(√after − √before): each root has a variance near ¼, so that the difference has variance 1 where `before` stands for a level that is well
 * known, and 2 where both are counts of equal rate: with two single counts z = 2 is p ≈ 0.16, not 0.05. Flag at ±3. Of two periods of equal
 * length; below 0 it fell. 0 where both are 0. Source: Wheeler (2016), Int. J. Police Science & Management 18(3), 159-172.
 * @throws RangeError for counts below 0 or not finite
 */
export function poissonZ(before: number, after: number): number {
  requireNonNegative('before', before)
  requireNonNegative('after', after)
  return 2 * (Math.sqrt(after) - Math.sqrt(before))
}
