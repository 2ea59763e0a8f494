import type { Formatter } from '../format.ts'

const NBSP = '\u00a0'

export const areaScreen = {
  measure: 'Visa',
  measures: {
    rate: 'Per invånare',
    smoothed: 'Per invånare, utjämnat',
    count: 'Antal',
    density: 'Per km²',
  },
  statistics: 'Statistik',
  per: 'Räkna per',
  perOptions: { 1000: `1${NBSP}000`, 100000: `100${NBSP}000` },
  perYear: (per: string) => `per ${per} invånare och år`,
  perKm2: 'per km² och år',
  rateColumn: (per: string) => `Per ${per} och år`,
  classes: 'Klasser',
  classMethods: { equal: 'Jämna steg', quantile: 'Lika många i varje', natural: 'Naturliga gränser' },
  smoothedNote:
    'Utjämnat med empirisk Bayes: ju färre invånare, desto närmare alla områdens medeltal. Antalen är de anmälda.',
  smoothedColumn: 'Utjämnat',
  trendColumn: 'Mot övriga, per år',
  deviates: { up: 'Avviker uppåt', down: 'Avviker nedåt' },
  deviating: (f: Formatter, p: { names: string[]; years: string }) =>
    p.names.length === 0
      ? `Inget områdes utveckling ${p.years} avviker från de övrigas mer än slumpen gör troligt.`
      : `${f.list(p.names)} går en annan väg än övriga områden ${p.years}.`,
  firstOf: (shown: string, all: string) => `De ${shown} främsta av ${all} områden. Tabellen har alla.`,
  tooFewYears: 'Utvecklingen jämförs när data räcker över minst tre år av samma period.',
  funnel: {
    title: 'Mot slumpen',
    needsPopulation: 'Trattdiagrammet behöver befolkning i minst två områden.',
    open: 'Mer i Fördjupning',
  },
  peers: {
    title: 'Jämför med liknande',
    area: 'Område',
    peers: 'Jämförs med',
    add: 'Lägg till område …',
    propose: 'Föreslå',
    proposed: 'Föreslagna: de mest lika i invånarantal och hur tätt det bor folk.',
    proposedWithoutPopulation: 'Föreslagna: de som är mest lika i yta. Befolkning saknas.',
    none: 'Välj minst ett område att jämföra med.',
    level: (
      _f: Formatter,
      p: { name: string; rate: string; peers: string; per: string; change: string | null; interval: string },
    ) =>
      `${p.name} har ${p.rate} ${p.per}, de jämförda ${p.peers}${p.change === null ? '' : ` (${p.change}, 95${NBSP}% KI ${p.interval})`}.`,
    levelCounts: (p: { name: string; count: string; peers: string }) =>
      `${p.name} har ${p.count}, de jämförda tillsammans ${p.peers}. Befolkning saknas, så nivån kan inte jämföras.`,
    interval: (low: string, high: string) => `${low} till ${high}`,
    more: (percent: string) => `${percent} fler`,
    fewer: (percent: string) => `${percent} färre`,
    trendUp: (p: { percent: string; interval: string }) =>
      `Utvecklingen avviker: ${p.percent} mer per år än de jämförda (95${NBSP}% KI ${p.interval}).`,
    trendDown: (p: { percent: string; interval: string }) =>
      `Utvecklingen avviker: ${p.percent} mindre per år än de jämförda (95${NBSP}% KI ${p.interval}).`,
    trendSame: (p: { change: string; interval: string }) =>
      `Utvecklingen skiljer sig inte mer än slumpen gör troligt (${p.change} per år mot de jämförda, 95${NBSP}% KI ${p.interval}).`,
    trendTooFew: (need: string) =>
      `Utvecklingen kan inte jämföras: det behövs minst tre år av samma period och ${need} i området.`,
    plot: 'Varje år, samma datum',
    countAxis: 'antal',
    together: 'De jämförda',
    mean: 'De jämförda i snitt',
    yearColumn: 'Period',
    nowNote: (p: { n: string; peers: string; years: string }) =>
      `${p.n} i området och ${p.peers} i de jämförda, ${p.years}.`,
  },
  indicators: {
    title: 'Statistik i områdena',
    sentence: (p: { name: string; year: string; areas: string; low: string; high: string }) =>
      `${p.name}${p.year}: från ${p.low} till ${p.high} i ${p.areas}.`,
    areas: (n: number, text: string) => `${text} ${n === 1 ? 'område' : 'områden'}`,
    choose: 'Indikator',
    interval: (low: string, high: string) => `${low}–${high}`,
    intervalColumn: `95${NBSP}% KI`,
    valueColumn: 'Värde',
    yearColumn: 'År',
    nColumn: 'n',
    none: 'saknas',
    neverSpread: 'Svaren gäller hela områden och sprids aldrig ut på gator.',
    onMap: 'Visa på kartan',
    overlap: 'Streck visar 95-procentiga intervall. Överlappar de mycket kan skillnaden vara slump.',
  },
}
