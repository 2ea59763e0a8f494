import { invalid, requirePositive } from '../argument.ts'
import { isPlaced, requirePoints, type Points } from '../points.ts'
import { finish, part, type Steps } from '../steps.ts'

/** Past this many σ a neighbour adds exp(−32) = 1.3·10⁻¹⁴. */
const CUT = 8
/** Kernel sums below n times this could miss more than 10⁻¹⁰ of themselves past the cut, and are summed in full. */
const FAINT = 1.3e-4

/** Neighbours looked at between two yields: some milliseconds. */
const NEIGHBOURS_PER_STEP = 500_000

export interface BandwidthLikelihood {
  /** The candidate of the highest likelihood, the first of equals; metres. */
  bandwidth: number
  /** One per candidate; −Infinity where a point lies so far from all others that its kernel sum is 0 in float64 (some 38 σ). */
  logLikelihood: Float64Array
}

/**
 * Leave-one-out likelihood: the candidate σ of a gaussian kernel under which each point is best foretold by the others,
 * Σᵢ log(1/(n − 1) · Σⱼ≠ᵢ K(dᵢⱼ)) (Habbema et al. 1974; Duin 1976; Silverman 1986, ch. 3.4.4). For the quartic multiply by √8. Coincident points
 * (addresses rounded to one place) pull the answer towards 0; where all coincide the smallest candidate wins. Weights are not used.
 * Time grows as candidates × n × the points within 8 σ in x, memory as n.
 * @param points metres; NaN is a point without a position
 * @param candidates σ in metres, ascending or not
 * @throws RangeError for fewer than two placed points, columns of unequal length, no candidate, or one that is not finite and above 0
 */
export function bandwidthLikelihood(points: Points, candidates: ArrayLike<number>): BandwidthLikelihood {
  return finish(bandwidthLikelihoodSteps(points, candidates))
}

/** {@link bandwidthLikelihood} in pieces: the same figures. Bad input is refused before the first piece. */
export function bandwidthLikelihoodSteps(
  points: Points,
  candidates: ArrayLike<number>,
): Steps<BandwidthLikelihood> {
  requirePoints(points)
  if (candidates.length === 0) throw invalid('candidates.length', 0, '1 or above')
  for (let c = 0; c < candidates.length; c++) requirePositive(`candidates[${c}]`, candidates[c]!)
  const placed: number[] = []
  for (let i = 0; i < points.x.length; i++) if (isPlaced(points, i)) placed.push(i)
  const n = placed.length
  if (n < 2) throw invalid('points (placed)', n, 'at least 2')
  placed.sort((a, b) => points.x[a]! - points.x[b]!)
  const x = Float64Array.from(placed, (i) => points.x[i]!)
  const y = Float64Array.from(placed, (i) => points.y[i]!)
  return likelihoods(x, y, candidates)
}

function* likelihoods(
  x: Float64Array,
  y: Float64Array,
  candidates: ArrayLike<number>,
): Steps<BandwidthLikelihood> {
  const all = candidates.length
  const logLikelihood = new Float64Array(all)
  let best = 0
  for (let c = 0; c < all; c++) {
    logLikelihood[c] = yield* part(likelihood(x, y, candidates[c]!), c / all, (c + 1) / all)
    if (logLikelihood[c]! > logLikelihood[best]!) best = c
  }
  return { bandwidth: candidates[best]!, logLikelihood }
}

/** x ascends. */
function* likelihood(x: Float64Array, y: Float64Array, sigma: number): Steps<number> {
  const n = x.length
  const sums = new Float64Array(n)
  let looked = 0
  for (let i = 0; i < n; i++) {
    looked += addKernels(x, y, sigma, i, sums)
    if (looked < NEIGHBOURS_PER_STEP) continue
    looked = 0
    yield i / n
  }
  let total = -n * Math.log(2 * Math.PI * sigma * sigma * (n - 1))
  for (let i = 0; i < n; i++) {
    if (sums[i]! >= n * FAINT) total += Math.log(sums[i]!)
    else {
      total += Math.log(fullSum(x, y, sigma, i))
      looked += n
    }
    if (looked < NEIGHBOURS_PER_STEP) continue
    looked = 0
    yield 1
  }
  return total
}

/** Adds the kernels between point i and those after it to both; tells how many it looked at. */
function addKernels(x: Float64Array, y: Float64Array, sigma: number, i: number, sums: Float64Array): number {
  const reach = CUT * sigma
  const scale = -0.5 / (sigma * sigma)
  let j = i + 1
  for (; j < x.length && x[j]! - x[i]! <= reach; j++) {
    const d = (x[j]! - x[i]!) ** 2 + (y[j]! - y[i]!) ** 2
    if (d > reach * reach) continue
    const value = Math.exp(scale * d)
    sums[i]! += value
    sums[j]! += value
  }
  return j - i
}

/** Kernel sum of one point over all others. */
function fullSum(x: Float64Array, y: Float64Array, sigma: number, i: number): number {
  let sum = 0
  for (let j = 0; j < x.length; j++)
    if (j !== i) sum += Math.exp((-0.5 * ((x[j]! - x[i]!) ** 2 + (y[j]! - y[i]!) ** 2)) / (sigma * sigma))
  return sum
}
