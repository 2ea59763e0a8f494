import { bandwidthScott, QUARTIC_PER_SIGMA } from '../../analysis/index.ts'
import { seededRandom, shuffle } from '../../analysis/random.ts'
import type { AnalysisEngine } from '../engine/analysisEngine.ts'
import { NOW, placedPoints } from '../engine/placedPoints.ts'
import type { JobContext } from '../jobs.ts'
import { runSteps } from '../runSteps.ts'
import type { DepthQuestion } from './depthMethods.ts'
import { placeLikelihood, placesOf } from './placeLikelihood.ts'
import { positionLattice } from './positionLattice.ts'

export interface BandwidthSettings {
  /** What is left out when each point is foretold; null = the place where many points share one, else the point. */
  leave: 'point' | 'place' | null
}

export interface BandwidthResult {
  /** Metres, radius of the quartic, widest first. */
  candidates: Float64Array
  /** Mean log likelihood of a point under each, by what is left out; −Infinity where a point is too far from all others. */
  byPoint: Float64Array
  byPlace: Float64Array
  leave: 'point' | 'place'
  /** Index of the best candidate of those that may be chosen; −1 where there is none. */
  best: number
  /** Candidates narrower than this see the rounding of the positions, and are not chosen; metres, 0 where none is found. */
  rounding: number
  /** Scott's rule as a quartic radius, metres. */
  scott: number
  /** Of the density as it is shown. */
  present: number
  n: number
  /** Points that the likelihood rests on: all, or a drawn sample. */
  used: number
  /** Places of those, and the share of all points that share their place with another. */
  places: number
  coincident: number
  seed: number
}

const WIDEST = 1000
/** Down to 1 000 · 2^(−17/4) = 52.6 m. */
const CANDIDATES = 18
const SEED = 1
/** Pairs grow as the square, to some seconds: more points than this are sampled. */
const MOST_POINTS = 10_000
/** Shared places pull the likelihood towards 0 from about here. */
const MANY_COINCIDENT = 0.1

/** Leave-one-out likelihood over geometric candidates of 50-1 000 m; the place filter is left out. */
export async function computeBandwidth(
  engine: AnalysisEngine,
  { selection, bandwidth, settings }: DepthQuestion<BandwidthSettings>,
  context: JobContext,
): Promise<BandwidthResult> {
  engine.apply(selection)
  const { x, y } = placedPoints(engine, NOW)
  const lattice = positionLattice(engine.columns)
  const n = x.length
  const whole = placesOf(x, y)
  const coincident = n === 0 ? 0 : whole.count.reduce((sum, count) => sum + (count > 1 ? count : 0), 0) / n
  const candidates = Float64Array.from({ length: CANDIDATES }, (_, k) => WIDEST * 2 ** (-k / 4))
  const sample = n > MOST_POINTS ? sampled(x, y) : whole
  const result: BandwidthResult = {
    candidates,
    byPoint: new Float64Array(CANDIDATES).fill(NaN),
    byPlace: new Float64Array(CANDIDATES).fill(NaN),
    leave: settings.leave ?? (coincident >= MANY_COINCIDENT ? 'place' : 'point'),
    best: -1,
    rounding: lattice ? Math.max(lattice.stepX, lattice.stepY) : 0,
    scott: n < 2 ? NaN : QUARTIC_PER_SIGMA * bandwidthScott({ x, y }),
    present: bandwidth,
    n,
    used: sample.n,
    places: sample.x.length,
    coincident,
    seed: SEED,
  }
  if (result.places < 2) return result
  const found = await runSteps(
    placeLikelihood(sample, WIDEST / QUARTIC_PER_SIGMA, CANDIDATES),
    context,
    'bandwidth',
  )
  result.byPoint = found.byPoint.map((sum) => sum / sample.n)
  result.byPlace = found.byPlace.map((sum) => sum / sample.n)
  const likelihood = result.leave === 'place' ? result.byPlace : result.byPoint
  candidates.forEach((metres, k) => {
    if (metres < result.rounding || likelihood[k] === -Infinity) return
    if (result.best < 0 || likelihood[k] > likelihood[result.best]) result.best = k
  })
  return result
}

/** A simple random sample, the same for the same points. */
function sampled(x: Float64Array, y: Float64Array) {
  const order = Uint32Array.from(x.keys())
  shuffle(order, seededRandom(SEED), MOST_POINTS)
  const chosen = order.subarray(0, MOST_POINTS)
  return placesOf(
    Float64Array.from(chosen, (i) => x[i]),
    Float64Array.from(chosen, (i) => y[i]),
  )
}
