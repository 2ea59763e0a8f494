import type { Formatter } from '../format.ts'

const WORDS = [
  'no',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
]
const word = (count: number, f: Formatter) => WORDS[count] ?? f.integer(count)
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
const lower = (name: string) => name.charAt(0).toLowerCase() + name.slice(1)
const signed = (fraction: number, f: Formatter) =>
  fraction === Infinity ? 'unknown' : f.change(fraction).replace(/%$/, '')

/** A share that rounding would make none or all says so. */
function shareOf(fraction: number, f: Formatter): string {
  if (fraction > 0 && fraction < 0.0005) return `less than ${f.percent(0.001, 1)}`
  if (fraction < 1 && fraction > 0.9995) return `more than ${f.percent(0.999, 1)}`
  return f.percent(fraction, fraction < 0.0095 || (fraction > 0.995 && fraction < 1) ? 1 : 0)
}

export const readings: typeof import('../sv/readings.ts').readings = {
  nouns: {
    crime: (count) => (count === 1 ? 'reported crime' : 'reported crimes'),
    crimeShort: () => 'crimes',
    event: (count) => (count === 1 ? 'event' : 'events'),
    eventShort: (count) => (count === 1 ? 'event' : 'events'),
    fire: (count) => (count === 1 ? 'fire or rescue call' : 'fires and rescue calls'),
    fireShort: (count) => (count === 1 ? 'fire' : 'fires'),
    repair: (count) => (count === 1 ? 'repair' : 'repairs'),
    repairShort: (count) => (count === 1 ? 'repair' : 'repairs'),
  },
  total: (f, p) => {
    const head = `${f.integer(p.n)} ${p.noun}`
    if (!p.change) return `${head}.`
    return p.tooFew
      ? `${head}, ${f.integer(p.before)} in ${p.comparison}.`
      : `${head}, ${f.change(p.change.fraction)} on ${p.comparison}.`
  },
  concentration: (f, p) =>
    p.places === 0
      ? 'No place stands out.'
      : `${capital(p.places === 1 ? 'one place' : `${word(p.places, f)} places`)} on ${shareOf(p.surfaceShare, f)} of the surface ${p.places === 1 ? 'has' : 'have'} ${f.percent(p.share)} of them.`,
  comparedWith: (label) => `Compared with ${label}.`,
  surfaceShare: (f, fraction) => shareOf(fraction, f),
  samePeriod: (label) => `the same period ${label}`,
  meanPeriod: (label) => `the mean of the same period ${label}`,
  ownPeriod: (label) => label,
  beforeCount: (f, p) => `${capital(p.label)}: ${p.scaled ? '≈ ' : ''}${f.integer(p.before)} ${p.noun}.`,
  chance: (f, change) => {
    const what = change.fraction > 0 ? 'The rise' : change.fraction < 0 ? 'The fall' : 'The difference'
    const interval = `(95% CI ${signed(change.lower, f)} to ${change.upper === Infinity ? 'unknown' : f.change(change.upper)})`
    return change.clear ? `${what} is more than chance ${interval}.` : `${what} may be chance ${interval}.`
  },
  tooFew: 'Too few to judge the change.',
  noComparison: 'There is nothing to compare with: the data do not cover the comparison period.',
  caution: {
    crime: 'Reported crime is not all crime.',
    event: 'Events are not crimes and are never added to them.',
    fire: 'Fires and rescue calls are not crimes and are never added to them.',
    repair: 'Repairs are not crimes and are never added to them.',
  },
  proactive: (names) => `${names}: found by police work, so more may only mean more checks.`,
  empty: (noun) => `No ${noun} left after the filters.`,
  what: (f, p) =>
    (p.common === null ? 'Several types are equally common.' : `Most common: ${lower(p.common)}.`) +
    (p.rising
      ? ` Rising fastest: ${lower(p.rising.name)}, ${f.integer(p.rising.before)} to ${f.integer(p.rising.now)}.`
      : p.ranked
        ? ' No type rises more than chance.'
        : ''),
  noTypes: 'The file names no crime types.',
  whenWindow: (f, p) =>
    `${f.integer(p.inside)} of ${f.integer(p.all)} ${p.noun}${p.all >= 10 ? ` (${f.percent(p.inside / p.all)})` : ''} fall in ${word(p.hours, f)} of the week's 168 hours: ${p.window}.`,
  whenPeak: (f, p) =>
    p.all >= 10
      ? `Most ${p.noun} on ${p.days} ${p.clock}: ${f.percent(p.share)} of all with a known time.`
      : `Most ${p.noun} on ${p.days} ${p.clock}: ${f.integer(p.inside)} of ${f.integer(p.all)}.`,
  whenUnknown: 'No clock times are known.',
  whenEven: (noun) => `No ${noun} to spread over the week.`,
  where: (f, p) =>
    p.places === 0
      ? `No hotspot with at least five ${p.noun}.`
      : `${capital(p.places === 1 ? 'one hotspot has' : `${word(p.places, f)} hotspots have`)} ${f.integer(p.inside)} of ${f.integer(p.all)} ${p.noun}${p.all >= 10 ? ` (${f.percent(p.inside / p.all)})` : ''}.`,
  whereChance: (f, p) =>
    p.clear === p.places
      ? p.places === 1
        ? 'It is more than chance (Gi*, FDR 5%).'
        : 'All are more than chance (Gi*, FDR 5%).'
      : p.clear === 0
        ? p.places === 1
          ? 'It cannot be told from chance (Gi*, FDR 5%).'
          : 'None of them can be told from chance (Gi*, FDR 5%).'
        : `${capital(word(p.clear, f))} of them ${p.clear === 1 ? 'is' : 'are'} more than chance (Gi*, FDR 5%), drawn solid on the map.`,
  giCells: (f, p) =>
    p.hot === 0
      ? `No cell of ${p.cell} has more ${p.noun} than chance gives (Gi*, FDR 5%).`
      : `${capital(p.hot === 1 ? 'one cell' : `${word(p.hot, f)} cells`)} of ${p.cell} ${p.hot === 1 ? 'has' : 'have'} more ${p.noun} than chance gives (Gi*, FDR 5%).`,
  trend: (f, p) => `Most ${p.noun} in ${p.month}: ${f.integer(p.count)}.`,
  areasRate: (p) => `Most per ${p.per} inhabitants and year in ${p.name}: ${p.rate}.`,
  areasCount: (f, p) => `Most ${p.noun} in ${p.name}: ${f.integer(p.count)}.`,
}
