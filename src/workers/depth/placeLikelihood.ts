import type { Steps } from '../../analysis/index.ts'

/** Points by place: points of exactly the same position are one place. */
export interface Places {
  x: Float64Array
  y: Float64Array
  /** Points at each. */
  count: Float64Array
  n: number
}

export interface PlaceLikelihood {
  /** Leave one point out: those of its own place tell of it. */
  byPoint: Float64Array
  /** Leave one place out: only other places tell of it. NaN where there is but one place. */
  byPlace: Float64Array
}

/** Past so many of the widest σ a neighbour adds exp(−32) = 1.3·10⁻¹⁴. */
const CUT = 8
/** Kernel sums of the widest σ below n times this could miss more than 10⁻⁷ of themselves past the cut, and are summed in full. */
const FAINT = 1.3e-7
/** A smaller kernel adds nothing that float64 holds beside another (some 37 σ away); its square would be a slow, denormal figure. */
const FAINTEST = 1e-150
/** Neighbours looked at between two yields. */
const PIECE = 200_000

/** Places in order of their easting. */
export function placesOf(x: Float64Array, y: Float64Array): Places {
  const order = Uint32Array.from(x.keys()).sort((a, b) => x[a]! - x[b]! || y[a]! - y[b]!)
  const places: Places = {
    x: new Float64Array(x.length),
    y: new Float64Array(x.length),
    count: new Float64Array(x.length),
    n: x.length,
  }
  let last = -1
  for (const i of order) {
    if (last < 0 || places.x[last] !== x[i] || places.y[last] !== y[i]) {
      last++
      places.x[last] = x[i]!
      places.y[last] = y[i]!
    }
    places.count[last]!++
  }
  return {
    x: places.x.slice(0, last + 1),
    y: places.y.slice(0, last + 1),
    count: places.count.slice(0, last + 1),
    n: x.length,
  }
}

/**
 * Log likelihoods of a gaussian kernel, each point foretold by the others (as `bandwidthLikelihood`, which is Σ over points of
 * log Σⱼ≠ᵢ K/(n − 1)) and by those of other places alone, where coincident points pull nothing towards 0.
 * @param widest σ in metres; the candidates are widest · 2^(−k/4), k = 0 … `candidates` − 1: two of them take an exponential, a kernel's
 *   square is that of the σ two steps below (relative error under 10⁻¹²)
 * @returns one of each per candidate, widest first; −Infinity where a kernel sum is 0 in float64 (some 38 σ from all others)
 */
export function* placeLikelihood(places: Places, widest: number, candidates: number): Steps<PlaceLikelihood> {
  const all = places.x.length
  const sums = new Float64Array(all * candidates)
  const reach = CUT * widest
  let looked = 0
  for (let i = 0; i < all; i++) {
    looked += addNeighbours(places, sums, i, i + 1, widest, candidates, reach)
    if (looked < PIECE) continue
    looked = 0
    yield i / all
  }
  for (let i = 0; i < all; i++) {
    if (sums[i * candidates]! >= places.n * FAINT) continue
    sums.fill(0, i * candidates, (i + 1) * candidates)
    addAll(places, sums, i, widest, candidates)
    looked += all
    if (looked < PIECE) continue
    looked = 0
    yield i / all
  }
  return likelihoods(places, sums, widest, candidates)
}

/** Adds the kernels of the pairs of a place and those after it, to both. @returns pairs looked at */
function addNeighbours(
  { x, y, count }: Places,
  sums: Float64Array,
  i: number,
  first: number,
  widest: number,
  candidates: number,
  reach: number,
): number {
  const scale = -0.5 / (widest * widest)
  // σ · 2^(−1/4): σ² shrinks by √2.
  const between = scale * Math.SQRT2
  const at = i * candidates
  let j = first
  for (; j < x.length && x[j]! - x[i]! <= reach; j++) {
    const d = (x[j]! - x[i]!) ** 2 + (y[j]! - y[i]!) ** 2
    if (d > reach * reach) continue
    const to = j * candidates
    let even = Math.exp(scale * d)
    let odd = Math.exp(between * d)
    for (let k = 0; k < candidates && even > FAINTEST; k += 2) {
      sums[at + k]! += count[j]! * even
      sums[to + k]! += count[i]! * even
      if (k + 1 < candidates) {
        sums[at + k + 1]! += count[j]! * odd
        sums[to + k + 1]! += count[i]! * odd
      }
      even *= even
      odd *= odd
    }
  }
  return j - first
}

/** The sums of one place over all others. */
function addAll({ x, y, count }: Places, sums: Float64Array, i: number, widest: number, candidates: number) {
  const scale = -0.5 / (widest * widest)
  for (let j = 0; j < x.length; j++) {
    if (j === i) continue
    const d = (x[j]! - x[i]!) ** 2 + (y[j]! - y[i]!) ** 2
    for (let k = 0; k < candidates; k++) {
      const kernel = Math.exp(scale * 2 ** (k / 2) * d)
      if (kernel === 0) break
      sums[i * candidates + k]! += count[j]! * kernel
    }
  }
}

function likelihoods(
  { count, n }: Places,
  sums: Float64Array,
  widest: number,
  candidates: number,
): PlaceLikelihood {
  const byPoint = new Float64Array(candidates)
  const byPlace = new Float64Array(candidates)
  for (let k = 0; k < candidates; k++) {
    const sigma = widest * 2 ** (-k / 4)
    const peak = 1 / (2 * Math.PI * sigma * sigma)
    for (let i = 0; i < count.length; i++) {
      const own = count[i]!
      const sum = sums[i * candidates + k]!
      byPoint[k]! += own * Math.log((peak * (own - 1 + sum)) / (n - 1))
      byPlace[k]! += own * Math.log((peak * sum) / (n - own))
    }
  }
  return { byPoint, byPlace }
}
