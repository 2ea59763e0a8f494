import { invalid, requirePositive } from '../argument.ts'
import { isPlaced, requirePoints, type Points } from '../points.ts'

/** Past this many σ a neighbour adds exp(−32) = 1.3·10⁻¹⁴. */
const CUT = 8
/** Kernel sums below n times this could miss more than 10⁻¹⁰ of themselves past the cut, and are summed in full. */
const FAINT = 1.3e-4

/**
 * Leave-one-out likelihood: the candidate σ of a gaussian kernel under which each point is best foretold by the others,
 * Σᵢ log(1/(n − 1) · Σⱼ≠ᵢ K(dᵢⱼ)). For the quartic multiply by √8. Coincident points (addresses rounded to one place) pull the answer
 * towards 0. Weights are not used.
 * @param candidates σ in metres, ascending or not
 * @returns the candidate of the highest likelihood, and the log likelihood of each; −Infinity where a point lies so far from all others
 *   that its kernel sum is 0 in float64 (some 38 σ)
 */
export function bandwidthLikelihood(
  points: Points,
  candidates: ArrayLike<number>,
): { bandwidth: number; logLikelihood: Float64Array } {
  requirePoints(points)
  if (candidates.length === 0) throw invalid('candidates.length', 0, '1 or above')
  const placed: number[] = []
  for (let i = 0; i < points.x.length; i++) if (isPlaced(points, i)) placed.push(i)
  const n = placed.length
  if (n < 2) throw invalid('points (placed)', n, 'at least 2')
  placed.sort((a, b) => points.x[a]! - points.x[b]!)
  const x = Float64Array.from(placed, (i) => points.x[i]!)
  const y = Float64Array.from(placed, (i) => points.y[i]!)
  const logLikelihood = Float64Array.from(candidates, (sigma, c) => {
    requirePositive(`candidates[${c}]`, sigma)
    return likelihood(x, y, sigma)
  })
  let best = 0
  for (let c = 1; c < logLikelihood.length; c++) if (logLikelihood[c]! > logLikelihood[best]!) best = c
  return { bandwidth: candidates[best]!, logLikelihood }
}

/** x ascends. */
function likelihood(x: Float64Array, y: Float64Array, sigma: number): number {
  const n = x.length
  const sums = kernelSums(x, y, sigma, CUT * sigma)
  let total = -n * Math.log(2 * Math.PI * sigma * sigma * (n - 1))
  for (let i = 0; i < n; i++) total += Math.log(sums[i]! >= n * FAINT ? sums[i]! : fullSum(x, y, sigma, i))
  return total
}

function kernelSums(x: Float64Array, y: Float64Array, sigma: number, reach: number): Float64Array {
  const sums = new Float64Array(x.length)
  const scale = -0.5 / (sigma * sigma)
  for (let i = 0; i < x.length; i++)
    for (let j = i + 1; j < x.length && x[j]! - x[i]! <= reach; j++) {
      const d = (x[j]! - x[i]!) ** 2 + (y[j]! - y[i]!) ** 2
      if (d > reach * reach) continue
      const value = Math.exp(scale * d)
      sums[i]! += value
      sums[j]! += value
    }
  return sums
}

/** Kernel sum of one point over all others. */
function fullSum(x: Float64Array, y: Float64Array, sigma: number, i: number): number {
  let sum = 0
  for (let j = 0; j < x.length; j++)
    if (j !== i) sum += Math.exp((-0.5 * ((x[j]! - x[i]!) ** 2 + (y[j]! - y[i]!) ** 2)) / (sigma * sigma))
  return sum
}
