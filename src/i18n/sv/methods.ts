import { depthMethods } from './methodCards/depth.ts'
import { effectMethods } from './methodCards/effect.ts'
import { situationMethods } from './methodCards/situation.ts'
import type { MethodTexts } from './methodCards/texts.ts'

const cards = { ...situationMethods, ...depthMethods, ...effectMethods }

export const methods = {
  label: 'Metod',
  formula: 'Formel',
  symbols: 'Beteckningar',
  unit: 'Enhet',
  now: 'Används nu',
  defaults: 'Förvalt',
  reading: 'Läs så',
  notWhen: 'Använd inte',
  source: 'Källa',
  close: 'Stäng metod',
  verify: 'Kontrollera beräkningarna',
  cards: cards as Record<keyof typeof cards, MethodTexts>,
  /** The defaults used now, for the cards of the situation and the areas. */
  used: {
    n: (n: string) => `n\u00a0=\u00a0${n}.`,
    allTypes: (n: string) => `n\u00a0=\u00a0${n}, alla typer.`,
    compared: (p: { period: string; comparison: string }) => `${p.period} jämfört med ${p.comparison}.`,
    perDay: 'Per dag, eftersom perioderna är olika långa.',
    leapDay: 'Den ena perioden har en skottdag.',
    noComparison: 'Ingen jämförelse: data täcker inte jämförelseperioden.',
    counted: (p: { now: string; before: string }) => `${p.now} nu, ${p.before} i jämförelsen.`,
    level: '95\u00a0%-intervall, tvåsidigt.',
    timeMethod: {
      start: 'Räknas efter starttid.',
      midpoint: 'Räknas efter mittpunkt.',
      aoristic: 'Utspridd över intervallet.',
    },
    week: (p: { n: string; unknown: string }) => `n\u00a0=\u00a0${p.n}, varav ${p.unknown} med okänd tid.`,
    timeZone: (zone: string) => `Tidszon ${zone}.`,
    fractional: 'Antalen är summor av andelar.',
    density: (p: { bandwidth: string; cell: string; n: string }) =>
      `Bandbredd ${p.bandwidth}, ruta ${p.cell}, n\u00a0=\u00a0${p.n}.`,
    years: (years: string) => `Delat med ${years} år.`,
    preview: 'Förhandsbild: räknas exakt när du släpper.',
    bandwidthDefault: (metres: string) => `${metres}, förvald för ytans storlek.`,
    bandwidthChosen: (metres: string) => `${metres}, vald av dig.`,
    scott: (metres: string) => `Scotts tumregel: ${metres} som radie (√8 σ), en övre gräns.`,
    factor: (times: string) => `Gräns ${times} × medel, minst 5 incidenter.`,
    densest: (share: string) => `Gräns: tätaste ${share} av ytan, minst 5 incidenter.`,
    places: (p: { places: string; clear: string }) => `${p.places} platser, ${p.clear} mer än slump.`,
    gi: (p: { cell: string; cells: string }) =>
      `Ruta ${p.cell}, ${p.cells} rutor, grannar åtta plus rutan själv.`,
    study: {
      areas: (km2: string) => `Undersökt yta: områdena, ${km2} km².`,
      hull: (km2: string) => `Undersökt yta: kring incidenterna, ${km2} km².`,
    },
    fdr: 'FDR (Benjamini-Hochberg), gräns q < 0,05.',
    tests: (p: { tests: string; hits: string }) => `${p.tests} test, ${p.hits} rutor med q < 0,05.`,
    months: (p: { span: string; months: string; n: string }) =>
      `${p.span}: ${p.months} månader, n\u00a0=\u00a0${p.n}.`,
    population: (p: { years: string | null; known: string; areas: string }) =>
      `Befolkning ${p.years ?? 'utan årtal'}, känd för ${p.known} av ${p.areas} områden.`,
    noPopulation: 'Befolkning saknas: antal visas.',
    areaYears: (p: { n: string; years: string }) => `n\u00a0=\u00a0${p.n} på ${p.years} år.`,
    outside: (p: { outside: string; unplaced: string }) =>
      `${p.outside} utanför områdena, ${p.unplaced} utan position.`,
  },
}
