import { expect, it } from 'vitest'
import * as analysis from '../../src/analysis/index.ts'

/** The public face as others rely on it; the type check holds src/analysis/index.ts to it. */
interface GridSpec {
  originX: number
  originY: number
  cellSize: number
  columns: number
  rows: number
}
interface Points {
  x: ArrayLike<number>
  y: ArrayLike<number>
  weight?: ArrayLike<number>
}
interface Interval {
  lower: number
  upper: number
  level: number
}
interface Neighbours {
  offsets: Uint32Array
  indices: Uint32Array
  weights?: Float64Array
}
type MultiPolygon = number[][][][]
interface DensityResult {
  values: Float64Array
  grid: GridSpec
  kernel: 'quartic' | 'gaussian'
  bandwidth: number
  n: number
  dropped: number
  unit: 'per km²'
}
interface TimeSpans {
  fromUtcMs: ArrayLike<number>
  toUtcMs?: ArrayLike<number>
}
interface BeforeAfter {
  before: number
  after: number
}

interface PublicFace {
  kernelDensity: (
    points: Points,
    grid: GridSpec,
    options: {
      kernel: 'quartic' | 'gaussian'
      bandwidth: number
      edgeCorrection?: { studyArea: MultiPolygon }
    },
  ) => DensityResult
  binnedDensity: (
    points: Points,
    grid: GridSpec,
    options: { kernel: 'quartic' | 'gaussian'; bandwidth: number },
  ) => DensityResult
  bandwidthScott: (points: Points) => number
  bandwidthLikelihood: (
    points: Points,
    candidates: ArrayLike<number>,
  ) => { bandwidth: number; logLikelihood: Float64Array }
  densityChange: (
    before: DensityResult,
    after: DensityResult,
    options: { yearsBefore: number; yearsAfter: number },
  ) => DensityResult
  relativeRisk: (cases: DensityResult, controls: DensityResult, options: { delta: number }) => Float64Array
  hotspotContours: (
    density: DensityResult,
    options: { levels: 'incremental-mean' | number[] },
  ) => { level: number; polygon: MultiPolygon }[]
  queenNeighbours: (
    grid: { columns: number; rows: number },
    options: { includeSelf: boolean; inside?: Uint8Array },
  ) => Neighbours
  getisOrdGiStar: (
    values: ArrayLike<number>,
    neighbours: Neighbours,
  ) => { z: Float64Array; pValue: Float64Array; n: number }
  adjustPValues: (p: ArrayLike<number>, method: 'none' | 'bonferroni' | 'fdr-bh' | 'fdr-by') => Float64Array
  localMoran: (
    values: ArrayLike<number>,
    neighbours: Neighbours,
    options: { rowStandardised: boolean; permutations: number; seed: number },
  ) => { statistic: Float64Array; pValue: Float64Array }
  nearestNeighbourIndex: (
    points: Points,
    areaSquareMetres: number,
  ) => { observed: number; expected: number; index: number; standardError: number; z: number }
  nearRepeat: (
    points: Points,
    timesUtcMs: ArrayLike<number>,
    options: {
      distanceBands: number[]
      timeBandsDays: number[]
      permutations: number
      seed: number
      metric?: 'euclidean' | 'manhattan'
    },
  ) => { observed: number[][]; expected: number[][]; pValue: number[][] }
  concentration: (counts: ArrayLike<number>) => {
    gini: number
    generalisedGini: number
    shareOfUnits: { incidents: number; units: number }[]
  }
  predictiveAccuracyIndex: (
    observed: ArrayLike<number>,
    predicted: ArrayLike<number>,
    units: number,
  ) => { pai: number; pei: number }
  localToUtcMs: (wallTime: string, timeZone: string) => number
  timeOfWeekProfile: (
    spans: TimeSpans,
    options: { method: 'start' | 'midpoint' | 'aoristic'; timeZone: string },
  ) => { counts: Float64Array /* 168, hour 0 = Monday 00 */; unknown: number; n: number }
  aoristicWeights: (
    fromUtcMs: number,
    toUtcMs: number,
    timeZone: string,
  ) => { hour: number; weight: number }[] | 'unknown'
  cusum: (series: ArrayLike<number>, options: { baseline: number; alternative: number }) => Float64Array
  empiricalBayesRates: (
    counts: ArrayLike<number>,
    population: ArrayLike<number>,
  ) => { rates: Float64Array; mean: number; variance: number }
  poissonLimits: (count: number, level?: number) => Interval
  funnelLimits: (expected: number, level?: number) => Interval
  spatialPointPatternTest: (
    base: ArrayLike<number>,
    test: ArrayLike<number>,
    options: { samples: number; seed: number; robust: boolean },
  ) => { s: number; sRobust: number }
  percentChange: (
    before: number,
    after: number,
    options?: { exposureBefore?: number; exposureAfter?: number; level?: number },
  ) => { change: number; interval: Interval }
  rateRatio: (
    before: number,
    after: number,
    options?: { exposureBefore?: number; exposureAfter?: number; level?: number },
  ) => { ratio: number; interval: Interval; pValue: number }
  poissonZ: (before: number, after: number) => number
  eTest: (before: number, after: number) => number
  weightedDisplacementDifference: (
    counts: {
      target: BeforeAfter
      control: BeforeAfter
      displacement?: BeforeAfter
      displacementControl?: BeforeAfter
    },
    options?: {
      weights?: { target?: number; control?: number; displacement?: number; displacementControl?: number }
      level?: number
    },
  ) => {
    estimate: number
    standardError: number
    z: number
    pValue: number
    interval: Interval
    local: { estimate: number; standardError: number }
    displacement: { estimate: number; standardError: number }
  }
  weightedDisplacementQuotient: (counts: {
    target: BeforeAfter
    control: BeforeAfter
    displacement: BeforeAfter
  }) => { quotient: number; readable: boolean }
  relativeEffectSize: (
    counts: { target: BeforeAfter; control: BeforeAfter },
    level?: number,
  ) => { estimate: number; interval: Interval; netChange: number }
  differenceInDifferences: (panel: {
    count: ArrayLike<number>
    treated: ArrayLike<number>
    post: ArrayLike<number>
    offset?: ArrayLike<number>
  }) => {
    effect: number
    logEffect: number
    standardError: number
    quasiStandardError: number
    dispersion: number
    preTrendPValue?: number
  }
}

const face: PublicFace = analysis

it('exports every function of the public face', () => {
  for (const name of FUNCTIONS) expect(typeof face[name], name).toBe('function')
})

const FUNCTIONS: (keyof PublicFace)[] = [
  'kernelDensity',
  'binnedDensity',
  'bandwidthScott',
  'bandwidthLikelihood',
  'densityChange',
  'relativeRisk',
  'hotspotContours',
  'queenNeighbours',
  'getisOrdGiStar',
  'adjustPValues',
  'localMoran',
  'nearestNeighbourIndex',
  'nearRepeat',
  'concentration',
  'predictiveAccuracyIndex',
  'localToUtcMs',
  'timeOfWeekProfile',
  'aoristicWeights',
  'cusum',
  'empiricalBayesRates',
  'poissonLimits',
  'funnelLimits',
  'spatialPointPatternTest',
  'percentChange',
  'rateRatio',
  'poissonZ',
  'eTest',
  'weightedDisplacementDifference',
  'weightedDisplacementQuotient',
  'relativeEffectSize',
  'differenceInDifferences',
]
