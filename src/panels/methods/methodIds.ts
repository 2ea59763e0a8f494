/** Every method that a result on screen may rest on; each has a card in Swedish and English (i18n, `methods`). */
export const METHOD_IDS = [
  'counts',
  'samePeriod',
  'months',
  'timeOfWeek',
  'kernelDensity',
  'bandwidth',
  'hotspots',
  'getisOrdGiStar',
  'adjustPValues',
  'densityChange',
  'relativeRisk',
  'localMoran',
  'nearestNeighbourIndex',
  'nearRepeat',
  'concentration',
  'repeatPlaces',
  'backTest',
  'emergingHotspots',
  'spatialPointPatternTest',
  'cusum',
  'rates',
  'empiricalBayesRates',
  'funnelLimits',
  'trendAgainstPeers',
  'percentChange',
  'rateRatio',
  'poissonZ',
  'eTest',
  'weightedDisplacementDifference',
  'weightedDisplacementQuotient',
  'relativeEffectSize',
  'differenceInDifferences',
  'changeByChance',
] as const

export type MethodId = (typeof METHOD_IDS)[number]

/** A method as one result uses it. */
export interface MethodUse {
  id: MethodId
  /**
   * The defaults used now, as sentences in the reader's language: "Bandbredd 150 m, ruta 30 m, n = 312." They stand as
   * they are; left out where the method has nothing to choose.
   */
  now?: string[]
}
