import type { Formatter } from '../format.ts'
import type { areaScreen as source } from '../sv/areaScreen.ts'

export const areaScreen: typeof source = {
  measure: 'Show',
  measures: {
    rate: 'Per inhabitant',
    smoothed: 'Per inhabitant, smoothed',
    count: 'Count',
    density: 'Per km²',
  },
  statistics: 'Statistics',
  per: 'Rate per',
  perOptions: { 1000: '1,000', 100000: '100,000' },
  perYear: (per: string) => `per ${per} inhabitants and year`,
  perKm2: 'per km² and year',
  rateColumn: (per: string) => `Per ${per} and year`,
  classes: 'Classes',
  classMethods: { equal: 'Equal steps', quantile: 'As many in each', natural: 'Natural breaks' },
  smoothedNote:
    'Smoothed by empirical Bayes: the fewer the inhabitants, the closer to the mean of all areas. The counts are those reported.',
  smoothedColumn: 'Smoothed',
  trendColumn: 'Against the others, a year',
  deviates: { up: 'Deviates upwards', down: 'Deviates downwards' },
  deviating: (f: Formatter, p: { names: string[]; years: string }) =>
    p.names.length === 0
      ? `No area’s trend in ${p.years} deviates from the others’ more than chance makes likely.`
      : `${f.list(p.names)} ${p.names.length === 1 ? 'goes' : 'go'} another way than the other areas in ${p.years}.`,
  firstOf: (shown: string, all: string) => `The first ${shown} of ${all} areas. The table has them all.`,
  tooFewYears: 'Trends are compared once the data reach over three years of the same period.',
  funnel: {
    title: 'Against chance',
    needsPopulation: 'The funnel plot needs the population of at least two areas.',
    open: 'More in Deepening',
  },
  peers: {
    title: 'Compare with alike areas',
    area: 'Area',
    peers: 'Compared with',
    add: 'Add an area …',
    propose: 'Propose',
    proposed: 'Proposed: those most alike in inhabitants and how closely they live.',
    proposedWithoutPopulation: 'Proposed: those most alike in surface. The population is unknown.',
    none: 'Choose at least one area to compare with.',
    level: (
      _f: Formatter,
      p: { name: string; rate: string; peers: string; per: string; change: string | null; interval: string },
    ) =>
      `${p.name} has ${p.rate} ${p.per}, the compared ${p.peers}${p.change === null ? '' : ` (${p.change}, 95% CI ${p.interval})`}.`,
    levelCounts: (p: { name: string; count: string; peers: string }) =>
      `${p.name} has ${p.count}, the compared together ${p.peers}. Without population the level cannot be compared.`,
    interval: (low: string, high: string) => `${low} to ${high}`,
    more: (percent: string) => `${percent} more`,
    fewer: (percent: string) => `${percent} fewer`,
    trendUp: (p: { percent: string; interval: string }) =>
      `The trend deviates: ${p.percent} more a year than the compared (95% CI ${p.interval}).`,
    trendDown: (p: { percent: string; interval: string }) =>
      `The trend deviates: ${p.percent} less a year than the compared (95% CI ${p.interval}).`,
    trendSame: (p: { change: string; interval: string }) =>
      `The trend differs no more than chance makes likely (${p.change} a year against the compared, 95% CI ${p.interval}).`,
    trendTooFew: (need: string) =>
      `Trends cannot be compared: that takes three years of the same period and ${need} in the area.`,
    plot: 'Each year, the same dates',
    countAxis: 'count',
    together: 'The compared',
    mean: 'The compared, mean',
    yearColumn: 'Period',
    nowNote: (p: { n: string; peers: string; years: string }) =>
      `${p.n} in the area and ${p.peers} in the compared, ${p.years}.`,
  },
  indicators: {
    title: 'Statistics of the areas',
    sentence: (p: { name: string; year: string; areas: string; low: string; high: string }) =>
      `${p.name}${p.year}: from ${p.low} to ${p.high} in ${p.areas}.`,
    areas: (n: number, text: string) => `${text} ${n === 1 ? 'area' : 'areas'}`,
    choose: 'Indicator',
    interval: (low: string, high: string) => `${low}–${high}`,
    intervalColumn: '95% CI',
    valueColumn: 'Value',
    yearColumn: 'Year',
    nColumn: 'n',
    none: 'missing',
    neverSpread: 'Answers are of whole areas and are never spread over streets.',
    onMap: 'Show on the map',
    overlap: 'Lines are 95% intervals. Where they overlap much, the difference may be chance.',
  },
}
