const WORDS = ['ingen', 'en', 'två', 'tre', 'fyra', 'fem', 'sex', 'sju', 'åtta', 'nio', 'tio', 'elva', 'tolv']
const word = (count: number, written: string) => WORDS[count] ?? written
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

/** Alla åtgärders effekt i en blick. */
export const allEffects = {
  title: 'Alla åtgärder',
  sentence: {
    /** Antal som skiljer sig av antal bedömda mot jämförelse; siffrorna skrivna för den som går över tolv. */
    some: (p: { clear: number; judged: number; clearText: string; judgedText: string }) => {
      if (p.judged === 1)
        return p.clear === 1
          ? 'Den enda bedömbara åtgärden skiljer sig från slumpen.'
          : 'Den enda bedömbara åtgärden skiljer sig inte från slumpen.'
      const clear = capital(word(p.clear, p.clearText))
      return `${clear} av ${word(p.judged, p.judgedText)} bedömbara åtgärder skiljer sig från slumpen.`
    },
    none: 'Ingen åtgärd går att bedöma mot en jämförelse.',
    noMeasures: 'Inga åtgärder är inlagda.',
    waiting: 'Åtgärderna bedöms.',
  },
  computing: 'Bedömer åtgärderna',
  failed: 'Åtgärderna gick inte att bedöma.',
  stopped: 'Bedömningen stoppades.',
  again: 'Bedöm igen',
  plotLabel: 'Åtgärdernas effekt, netto mot jämförelse',
  foot: (judged: string) =>
    `Netto mot jämförelse, 95\u00a0% KI. Fylld = kvar efter korrigering för ${judged} test. Saknas en jämförbar plats står åtgärden under.`,
  together: (names: string) =>
    `${names}: flera åtgärder på samma plats. Vad som beror på vilken går inte att säga.`,
  oneTest: (names: string) => `${names}: samma platser, perioder och brott. Räknas som ett test.`,
  moved: (names: string) => `${names}: intill blev det fler än väntat. En nettovinst är inte visad.`,
  interval: (p: { lower: string; upper: string }) => `${p.lower} till ${p.upper}`,
  spoken: (p: { title: string; value: string; interval: string; clear: boolean }) =>
    `${p.title}: ${p.value}, 95\u00a0% KI ${p.interval}. ${p.clear ? 'Skiljer sig från slumpen.' : 'Kan vara slump.'}`,
  spokenWhy: (p: { title: string; why: string }) => `${p.title}: ${p.why}.`,
  uncompared: (p: { change: string; interval: string }) => `utan jämförelse: ${p.change} (${p.interval})`,
  uncomparedNothing: 'utan jämförelse',
  withheld: {
    'too-few': (p: { before: string; after: string }) => `för få för att bedöma (${p.before} → ${p.after})`,
    'regression-to-mean': { peak: 'toppår före: ingen bedömning', trough: 'bottenår före: ingen bedömning' },
    'zones-overlap': 'områdena överlappar',
    'data-break': 'statistiken lades om',
    'baseline-short': 'för kort tid före',
    'season-mismatch': 'olika årstider',
    'periods-misplaced': 'perioderna ligger fel',
    other: 'ingen bedömning',
  },
  cannot: {
    'no-place': 'saknar plats',
    'no-start': 'saknar startdatum',
    cancelled: 'avbruten',
    'no-dates': 'uppgifterna saknar datum',
    'empty-place': 'platsen har ingen yta',
    'nothing-after': 'inget att räkna efter ännu',
    'over-too-soon': 'pågick för kort tid för att bedöma',
    'nothing-before': 'inget att räkna före',
  },
  filter: {
    label: 'Urval bland åtgärderna',
    kind: 'Slag',
    category: 'Kategori',
    all: 'Alla',
    shown: (p: { shown: string; of: string }) => `${p.shown} av ${p.of} visas. Korrigeringen gäller alla.`,
    none: 'Ingen åtgärd passar urvalet.',
    clear: 'Visa alla',
  },
  more: (count: string) => `Visa alla ${count}`,
  columns: {
    title: 'Åtgärd',
    kind: 'Slag',
    category: 'Kategori',
    before: 'Före',
    after: 'Efter',
    net: 'Netto',
    lower: 'KI undre',
    upper: 'KI övre',
    p: 'p',
    q: 'q',
    reading: 'Läses som',
  },
  readings: {
    clear: 'skiljer sig från slumpen',
    chance: 'kan vara slump',
    moved: 'skiljer sig, men flyttade intill',
    together: (reading: string) => `${reading}; flera åtgärder tillsammans`,
  },
  now: {
    tests: (p: { judged: string; tests: string }) =>
      `Bedömda mot jämförelse: ${p.judged}. Test: ${p.tests}, FDR 0,05.`,
    net: 'Platsens ändring delad med jämförelsens, per dygn.',
  },
  exportName: 'alla-atgarder',
}
