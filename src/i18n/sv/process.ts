import type { Formatter } from '../format.ts'

/** A change with its 95 % interval, fractions. */
interface ChangeFigures {
  before: number
  now: number
  fraction: number
  lower: number
  upper: number
  clear: boolean
  tooFew: boolean
}

const interval = (f: Formatter, { lower, upper }: Pick<ChangeFigures, 'lower' | 'upper'>) =>
  `${f.change(lower).replace(/\s?%$/, '')} till ${upper > 9.99 ? 'över +900\u00a0%' : f.change(upper)}`

const moved = (f: Formatter, p: ChangeFigures) =>
  p.now === p.before
    ? `oförändrat ${f.integer(p.now)}`
    : `från ${f.integer(p.before)} till ${f.integer(p.now)}${p.tooFew || !Number.isFinite(p.fraction) ? '' : ` (${f.change(p.fraction)}, 95\u00a0% KI ${interval(f, p)})`}`

const verb = (p: ChangeFigures) => (p.now > p.before ? 'ökade ' : p.now < p.before ? 'minskade ' : 'var ')

export const process = {
  title: 'Processen',
  followUp: {
    title: 'Uppföljning av problembilden',
    problem: 'Problem',
    from: 'Uppföljning från',
    to: 'till och med',
    propose: 'Föreslå period',
    all: 'Totalt',
    outside: 'Utanför områdena',
    sentence: (f: Formatter, p: ChangeFigures & { types: string; period: string; earlier: string }) =>
      `${p.types} ${verb(p)}${moved(f, p)}, ${p.period} mot ${p.earlier}.`,
    area: (f: Formatter, p: ChangeFigures & { name: string }) => `${p.name}: ${moved(f, p)}.`,
    doubt: (p: { total: 'clear' | 'chance' | 'few'; areas: number; clearAreas: number }) => {
      const total =
        p.total === 'few'
          ? 'Det är för få för att bedöma förändringen.'
          : p.total === 'clear'
            ? 'Förändringen är större än slumpen.'
            : 'Förändringen kan vara slump.'
      if (p.areas === 0) return total
      if (p.clearAreas === 0)
        return p.total === 'chance'
          ? 'Både totalt och i varje område kan förändringen vara slump.'
          : `${total} I varje enskilt område kan den vara slump.`
      return `${total} I ${p.clearAreas} av ${p.areas} områden är den större än slumpen.`
    },
    notEffect:
      'Uppföljningen säger om problemet ändrades, inte varför. Åtgärdernas effekt bedöms var för sig mot jämförelseområden.',
    columns: {
      name: 'Område',
      before: 'före',
      after: 'efter',
      difference: 'skillnad',
      change: 'ändring',
      interval: '95\u00a0% KI',
      verdict: 'bedömning',
      lower: '95\u00a0% KI nedre',
      upper: '95\u00a0% KI övre',
    },
    interval,
    verdict: { clear: 'större än slumpen', chance: 'kan vara slump', few: 'för få för att bedöma' },
    noProblem:
      'Det finns inget problem med brottstyper att följa upp. Lägg till problemet och dess brottstyper bland åtgärderna.',
    noPeriod: 'Data räcker inte över någon period med motsvarande period året före. Välj en annan period.',
    notCovered: (period: string) =>
      `Data räcker inte över ${period}. Välj en period vars motsvarande period året före också finns i data.`,
    invalid: 'Perioden slutar före den börjar.',
    compares: (period: string, before: string) => `Uppföljning ${period}, jämfört med ${before}.`,
    picture: (period: string) => `Problembilden är av ${period}.`,
    counted: (f: Formatter, p: { now: number; before: number }) =>
      `n = ${f.integer(p.before)} före och ${f.integer(p.now)} efter. Exakt 95\u00a0%-intervall ur kvoten.`,
    caution: 'Anmälda brott är inte alla brott.',
    csvName: 'uppfoljning-problembild',
    failed: 'Uppföljningen kunde inte räknas.',
  },
}
