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

const KINDS = { outcome: 'Effekt', process: 'Process', output: 'Produktion' }

export const process = {
  title: 'Processen',
  back: 'Åtgärder',
  intro:
    'Handbokens arbete från problembild till uppföljning på en sida. Det ni skriver sparas med projektet; det som redan står bland åtgärderna hämtas därifrån.',
  print: 'Skriv ut',
  excel: 'Excel',
  csv: 'CSV',
  exportFailed: 'Filen kunde inte skrivas.',
  madeBy: (p: { name: string; date: string }) =>
    `${[p.name, p.date].filter(Boolean).join(', ')}. Gjord med Lägesbild.`,
  personal: {
    found: (found: string) =>
      `Det här ser ut som personuppgifter: ${found}. Skriv en funktion eller enhet i stället: det som står kvar sparas med projektet.`,
    takeOut: 'Ta bort dem',
    letStand: 'Låt stå',
  },
  stepLabel: (n: number, title: string) => `${n}. ${title}`,
  steps: {
    initiate: {
      title: 'Initiera',
      says: 'Kom överens om att det finns ett gemensamt problem, och om vem som leder arbetet.',
    },
    own: {
      title: 'Egna förberedelser',
      says: 'Var och en kartlägger vad den egna verksamheten vet: först statistik, sedan prioritering, sedan fördjupning.',
    },
    joint: {
      title: 'Gemensamma förberedelser',
      says: 'Lägg ihop till en gemensam problembild, analysera orsaker, sätt mål, välj åtgärder och planera uppföljningen. Aldrig en åtgärd före problembilden.',
    },
    carryOut: {
      title: 'Genomförande',
      says: 'Gör det som beslutats, och för logg med datum.',
    },
    followUp: {
      title: 'Uppföljning',
      says: 'Blev det gjort som beslutat (process), och ändrades problemet (effekt)?',
    },
  },
  fields: {
    shared: 'Vilket problem är vi överens om att vi har tillsammans?',
    lead: 'Vilka leder arbetet? Styrgrupp, projektgrupp och två samordnare, en från polisen och en från kommunen. Skriv funktioner, inte namn.',
    police: 'Vad vet polisen?',
    municipality:
      'Vad vet kommunen och andra: skola, fritid, socialtjänst, bostadsbolag, teknisk förvaltning?',
    lacking: 'Vad vet vi inte, och hur får vi reda på det?',
    picture: 'Vår gemensamma problembild: vad, var, när, och vad det får för följder',
    causes: 'Vad har vi kommit fram till om orsakerna?',
    goals: 'Vilka mål är viktigast, och varför är de rimliga?',
    baseline: 'Vad behöver vi veta innan vi börjar, för att kunna mäta en förändring efteråt?',
    measures: 'Varför just de här åtgärderna? Vad valdes bort?',
    deviations: 'Vad blev inte som planerat, och varför?',
    outcome: 'Vad säger uppföljningen, och hur säkert är det?',
    next: 'Vad fortsätter vi med, vad ändrar vi, och när följer vi upp igen?',
  },
  problems: {
    title: 'Problem',
    none: 'Inga problem är inlagda.',
    period: (period: string) => `problembild av ${period}`,
    edit: 'Ändra problem och orsaker',
  },
  causes: {
    title: 'Orsaker',
    none: 'inga orsaker angivna',
    kind: { proximate: 'närliggande', distal: 'avlägsen' },
    loose: 'Orsaker utan problem',
  },
  goals: {
    title: 'Effektmål',
    none: 'Inga effektmål är satta.',
  },
  warnings: {
    title: 'Det här saknas',
    none: 'Varje åtgärd har en orsak, varje orsak en åtgärd och varje effektmål siffra och utgångsläge.',
    show: 'Visa varningarna',
  },
  plan: {
    title: 'Plan',
    columns: { activity: 'Aktivitet', goal: 'Mål', responsible: 'Ansvarig', followUp: 'Uppföljning' },
    none: 'Inga åtgärder är inlagda.',
    add: 'Lägg in åtgärder',
    open: (title: string) => `Öppna ${title}`,
    noteOf: (title: string) => `Uppföljning av ${title}`,
    fromTo: (from: string, to: string) => `från ${from} till ${to}`,
    target: (to: string) => `målvärde ${to}`,
    noNumber: 'ingen siffra angiven',
    by: (day: string) => `senast ${day}`,
    achieved: (p: {
      kind: 'outcome' | 'process' | 'output'
      what: string
      achieved: string
      target: string
    }) => {
      const target = p.target === '' ? '' : p.kind === 'outcome' ? ` (mål ${p.target})` : ` av ${p.target}`
      return `${KINDS[p.kind]}: ${p.what} ${p.achieved}${target}`
    },
    fileName: 'handlingsplan',
    sheet: 'Plan',
    note: 'Produktion och process är aktivitet: de räknas aldrig som effekt.',
  },
  sheet: {
    name: 'Processen',
    step: 'Steg',
    question: 'Fråga',
    answer: 'Svar',
    problem: 'Problem',
    cause: 'Orsak',
  },
  links: {
    effect: 'Åtgärdernas effekt',
    process: 'Processuppföljning',
    felt: 'Upplevt och anmält',
  },
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
    tooLong: 'Perioden är längre än ett år och skulle jämföras med sig själv. Välj högst tolv månader.',
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
