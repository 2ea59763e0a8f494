import type { Formatter } from '../format.ts'

/** A change with its 95 % interval, fractions. `clear` = the interval leaves no change out. */
export interface ChangeReading {
  fraction: number
  lower: number
  upper: number
  clear: boolean
}

const WORDS = ['noll', 'en', 'två', 'tre', 'fyra', 'fem', 'sex', 'sju', 'åtta', 'nio', 'tio', 'elva', 'tolv']
const word = (count: number, f: Formatter) => WORDS[count] ?? f.integer(count)
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
const signed = (fraction: number, f: Formatter) =>
  fraction === Infinity ? 'okänt' : f.change(fraction).replace(/\s%$/, '')

/** A share that rounding would make none or all says so. */
function shareOf(fraction: number, f: Formatter): string {
  if (fraction > 0 && fraction < 0.0005) return `mindre än ${f.percent(0.001, 1)}`
  if (fraction < 1 && fraction > 0.9995) return `mer än ${f.percent(0.999, 1)}`
  return f.percent(fraction, fraction < 0.0095 || (fraction > 0.995 && fraction < 1) ? 1 : 0)
}

export const readings = {
  nouns: {
    crime: (count: number): string => (count === 1 ? 'anmält brott' : 'anmälda brott'),
    crimeShort: (): string => 'brott',
    event: (count: number): string => (count === 1 ? 'händelse' : 'händelser'),
    eventShort: (count: number): string => (count === 1 ? 'händelse' : 'händelser'),
    fire: (count: number): string => (count === 1 ? 'brand eller insats' : 'bränder och insatser'),
    fireShort: (count: number): string => (count === 1 ? 'brand' : 'bränder'),
    repair: (count: number): string => (count === 1 ? 'reparation' : 'reparationer'),
    repairShort: (count: number): string => (count === 1 ? 'reparation' : 'reparationer'),
  },
  total: (
    f: Formatter,
    p: {
      n: number
      noun: string
      change: ChangeReading | null
      comparison: string
      tooFew: boolean
      before: number
    },
  ) => {
    const head = `${f.integer(p.n)} ${p.noun}`
    if (!p.change) return `${head}.`
    return p.tooFew
      ? `${head}, ${f.integer(p.before)} ${p.comparison}.`
      : `${head}, ${f.change(p.change.fraction)} mot ${p.comparison}.`
  },
  concentration: (f: Formatter, p: { places: number; surfaceShare: number; share: number }) =>
    p.places === 0
      ? 'Ingen plats sticker ut.'
      : `${capital(p.places === 1 ? 'en plats' : `${word(p.places, f)} platser`)} på ${shareOf(p.surfaceShare, f)} av ytan har ${f.percent(p.share)} av dem.`,
  comparedWith: (label: string) => `Jämförs med ${label}.`,
  surfaceShare: (f: Formatter, fraction: number) => shareOf(fraction, f),
  samePeriod: (label: string) => `samma period ${label}`,
  meanPeriod: (label: string) => `medel för samma period ${label}`,
  ownPeriod: (label: string) => label,
  beforeCount: (f: Formatter, p: { label: string; before: number; noun: string; scaled: boolean }) =>
    `${capital(p.label)}: ${p.scaled ? '≈ ' : ''}${f.integer(p.before)} ${p.noun}.`,
  chance: (f: Formatter, change: ChangeReading) => {
    const what = change.fraction > 0 ? 'Ökningen' : change.fraction < 0 ? 'Minskningen' : 'Skillnaden'
    const interval = `(95\u00a0% KI ${signed(change.lower, f)} till ${change.upper === Infinity ? 'okänt' : f.change(change.upper)})`
    return change.clear ? `${what} är större än slumpen ${interval}.` : `${what} kan vara slump ${interval}.`
  },
  tooFew: 'För få för att bedöma förändringen.',
  noComparison: 'Det finns inget att jämföra med: data täcker inte jämförelseperioden.',
  /** What the figures of a kind do not say. */
  caution: {
    crime: 'Anmälda brott är inte alla brott.',
    event: 'Händelser är inte brott och räknas aldrig ihop med dem.',
    fire: 'Bränder och insatser är inte brott och räknas aldrig ihop med dem.',
    repair: 'Reparationer är inte brott och räknas aldrig ihop med dem.',
  },
  proactive: (names: string) => `${names} är ingripandebrott: fler kan betyda mer kontroll.`,
  empty: (noun: string) => `Inga ${noun} kvar efter filtren.`,
  what: (
    f: Formatter,
    p: {
      /** null where several are equally common. */
      common: string | null
      /** The one that rises fastest and more than chance. */
      rising: { name: string; before: number; now: number } | null
      /** Some type is large enough to be ranked. */
      ranked: boolean
    },
  ) =>
    (p.common === null ? 'Flera typer är lika vanliga.' : `Vanligast är ${lower(p.common)}.`) +
    (p.rising
      ? ` Snabbast ökar ${lower(p.rising.name)}: ${f.integer(p.rising.before)} till ${f.integer(p.rising.now)}.`
      : p.ranked
        ? ' Ingen typ ökar mer än slumpen.'
        : ''),
  noTypes: 'Filen anger inga brottstyper.',
  whenWindow: (
    f: Formatter,
    p: { inside: number; all: number; noun: string; hours: number; window: string },
  ) =>
    `${f.integer(p.inside)} av ${f.integer(p.all)} ${p.noun}${p.all >= 10 ? ` (${f.percent(p.inside / p.all)})` : ''} sker på ${word(p.hours, f)} av veckans 168 timmar: ${p.window}.`,
  whenPeak: (
    f: Formatter,
    p: { noun: string; days: string; clock: string; share: number; inside: number; all: number },
  ) =>
    p.all >= 10
      ? `Flest ${p.noun} ${p.days} kl. ${p.clock}: ${f.percent(p.share)} av alla med känd tid.`
      : `Flest ${p.noun} ${p.days} kl. ${p.clock}: ${f.integer(p.inside)} av ${f.integer(p.all)}.`,
  whenUnknown: 'Inga klockslag är kända.',
  whenEven: (noun: string) => `Inga ${noun} att fördela på veckan.`,
  where: (f: Formatter, p: { places: number; inside: number; all: number; noun: string }) =>
    p.places === 0
      ? `Ingen brottstät plats med minst fem ${p.noun}.`
      : `${capital(p.places === 1 ? 'en brottstät plats' : `${word(p.places, f)} brottstäta platser`)} har ${f.integer(p.inside)} av ${f.integer(p.all)} ${p.noun}${p.all >= 10 ? ` (${f.percent(p.inside / p.all)})` : ''}.`,
  whereChance: (f: Formatter, p: { clear: number; places: number }) =>
    p.clear === p.places
      ? p.places === 1
        ? 'Den är mer än slump (Gi*, FDR 5\u00a0%).'
        : 'Alla är mer än slump (Gi*, FDR 5\u00a0%).'
      : p.clear === 0
        ? p.places === 1
          ? 'Den kan inte skiljas från slump (Gi*, FDR 5\u00a0%).'
          : 'Ingen av dem kan skiljas från slump (Gi*, FDR 5\u00a0%).'
        : `${capital(word(p.clear, f))} av dem är mer än slump (Gi*, FDR 5\u00a0%), heldragna på kartan.`,
  giCells: (f: Formatter, p: { hot: number; cell: string; noun: string }) =>
    p.hot === 0
      ? `Ingen ruta om ${p.cell} har fler ${p.noun} än slumpen ger (Gi*, FDR 5\u00a0%).`
      : `${capital(p.hot === 1 ? 'en ruta' : `${word(p.hot, f)} rutor`)} om ${p.cell} har fler ${p.noun} än slumpen ger (Gi*, FDR 5\u00a0%).`,
  trend: (f: Formatter, p: { month: string; count: number; noun: string }) =>
    `Flest ${p.noun} i ${p.month}: ${f.integer(p.count)}.`,
  areasRate: (p: { name: string; rate: string; per: string }) =>
    `Flest per ${p.per} invånare och år i ${p.name}: ${p.rate}.`,
  areasCount: (f: Formatter, p: { name: string; count: number; noun: string }) =>
    `Flest ${p.noun} i ${p.name}: ${f.integer(p.count)}.`,
}

function lower(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1)
}
