/** A method card's texts. Plain sentences; `terms` are the formula's symbols. */
export interface MethodTexts {
  /** The method's name, as the card's tab writes it. */
  title: string
}

const cards = {
  counts: { title: 'Ändring i antal' },
  samePeriod: { title: 'Samma period' },
  months: { title: 'Månader' },
  timeOfWeek: { title: 'Veckans timmar' },
  kernelDensity: { title: 'Täthet' },
  bandwidth: { title: 'Bandbredd' },
  hotspots: { title: 'Brottstät plats' },
  getisOrdGiStar: { title: 'Gi*' },
  adjustPValues: { title: 'Många test' },
  densityChange: { title: 'Ändrad täthet' },
  relativeRisk: { title: 'Relativ risk' },
  localMoran: { title: 'Lokalt Moran' },
  nearestNeighbourIndex: { title: 'Närmaste granne' },
  nearRepeat: { title: 'Upprepning i närheten' },
  concentration: { title: 'Koncentration' },
  repeatPlaces: { title: 'Upprepade platser' },
  backTest: { title: 'Prövning i efterhand' },
  emergingHotspots: { title: 'Framväxande platser' },
  spatialPointPatternTest: { title: 'Lika mönster' },
  cusum: { title: 'CUSUM' },
  rates: { title: 'Antal per invånare' },
  empiricalBayesRates: { title: 'Utjämnade tal' },
  funnelLimits: { title: 'Trattgränser' },
  percentChange: { title: 'Procentuell ändring' },
  rateRatio: { title: 'Kvot mellan tal' },
  poissonZ: { title: 'Poisson-z' },
  eTest: { title: 'E-test' },
  weightedDisplacementDifference: { title: 'WDD' },
  weightedDisplacementQuotient: { title: 'WDQ' },
  relativeEffectSize: { title: 'Relativ effekt' },
  differenceInDifferences: { title: 'Skillnad i skillnader' },
} satisfies Record<string, MethodTexts>

export const methods = {
  now: 'Används nu',
  close: 'Stäng',
  cards: cards as Record<keyof typeof cards, MethodTexts>,
}
