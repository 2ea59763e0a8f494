import type { Formatter } from '../format.ts'

const plural = (count: number, one: string, many: string) => (count === 1 ? one : many)

/** p as it is written: never 0. */
const p = (f: Formatter, value: number) =>
  value < 0.001 ? `p < ${f.decimal(0.001, 3)}` : `p = ${f.decimal(value, 3)}`

/** Texts of the deepening analyses that draw what comes, goes and differs. */
export const depthMaps = {
  place: {
    head: 'Plats',
    /** A position some way off a named place. */
    near: (distance: string, direction: string, name: string) => `${distance} ${direction} om ${name}`,
    directions: ['norr', 'nordost', 'öster', 'sydost', 'söder', 'sydväst', 'väster', 'nordväst'],
    flyTo: (name: string) => `Visa ${name} på kartan`,
    north: 'N',
    east: 'E',
    area: 'Område',
  },
  bandwidth: 'Bandbredd',
  tooFewPlace: 'för få för att bedöma',
  mayBeChance: 'kan vara slump',
  moreThanChance: 'mer än slump',
  surface: {
    masked: (need: string, distance: string) =>
      `Ritas där minst ${need} (närmare räknas mer) ligger inom ${distance}.`,
    bandwidth: (distance: string) => `Bandbredd ${distance}.`,
  },
  notCovered: 'Det finns inget att jämföra med: data täcker inte jämförelseperioden.',
  noPositions: 'Inga rader i urvalet har en position.',
  emerging: {
    unit: 'Tidssteg',
    units: { month: 'Månad', quarter: 'Kvartal', year: 'År' },
    slices: (count: number, unit: 'month' | 'quarter' | 'year') =>
      ({
        month: plural(count, 'månad', 'månader'),
        quarter: 'kvartal',
        year: 'år',
      })[unit],
    lastSlice: { month: 'sista månaden', quarter: 'sista kvartalet', year: 'sista året' },
    tooFew: (parts: { slices: string; need: string; unit: string }) =>
      `Data täcker ${parts.slices} hela ${parts.unit}. Minst ${parts.need} tidssteg behövs: välj ett kortare.`,
    classes: {
      new: 'Ny',
      consecutive: 'Sedan en tid',
      intensifying: 'Tilltagande',
      persistent: 'Bestående',
      sporadic: 'Av och till',
      oscillating: 'Växlande',
      diminishing: 'Avtagande',
      historical: 'Tidigare',
    },
    /** In a sentence, of a number of places. */
    inSentence: {
      new: (count: number) => plural(count, 'ny', 'nya'),
      consecutive: () => 'sedan en tid',
      intensifying: () => 'tilltagande',
      persistent: () => 'bestående',
      sporadic: () => 'av och till',
      oscillating: () => 'växlande',
      diminishing: () => 'avtagande',
      historical: (count: number) => plural(count, 'tidigare tät', 'tidigare täta'),
    },
    meanings: {
      new: (last: string) => `Brottstät för första gången ${last}.`,
      consecutive: (last: string) => `I följd till och med ${last}, aldrig före det.`,
      intensifying: () => 'I minst 90\u00a0% av tiden, och allt tätare.',
      persistent: () => 'I minst 90\u00a0% av tiden, utan trend.',
      sporadic: (last: string) => `${last.charAt(0).toUpperCase()}${last.slice(1)} och då och då tidigare.`,
      oscillating: (last: string) =>
        `${last.charAt(0).toUpperCase()}${last.slice(1)}, men någon gång glesare än väntat.`,
      diminishing: () => 'I minst 90\u00a0% av tiden, men allt glesare.',
      historical: (last: string) => `I minst 90\u00a0% av tiden, men inte ${last}.`,
    },
    sentence: (
      f: Formatter,
      parts: {
        places: number
        list: string
        n: string
        noun: string
        period: string
        slices: string
        unit: string
      },
    ) =>
      (parts.places === 0
        ? 'Ingen plats är tätare än slumpen i sista tidssteget eller nästan alltid'
        : `${f.integer(parts.places)} ${plural(parts.places, 'brottstät plats', 'brottstäta platser')}: ${parts.list}`) +
      `. ${parts.n} ${parts.noun}, ${parts.period} (${parts.slices} ${parts.unit}).`,
    summary: (places: string, cells: string, count: number) =>
      `${places} (${cells} ${plural(count, 'ruta', 'rutor')})`,
    heads: {
      incidents: 'antal',
      trend: 'trend',
      bySlice:
        'Staplar: antal per tidssteg, varje plats i sin egen skala. Mörkt: mer än slump, grått: kan vara slump.',
    },
    columns: {
      class: 'Klass',
      cells: 'Rutor',
      incidents: 'Antal',
      hot: 'Täta tidssteg',
      trend: 'Trend (z)',
      trendP: 'p',
    },
    trend: { up: 'tätare', down: 'glesare', none: 'ingen' },
    spark: (name: string, values: string) => `${name}, antal per tidssteg: ${values}`,
    legend: 'Platser över tid',
    few: 'För få för att bedöma (färre än 5)',
    notes: (cell: string) => `Rutor om ${cell}, Gi* per tidssteg, FDR 5\u00a0%.`,
    now: {
      slices: (parts: { slices: string; unit: string; period: string }) =>
        `${parts.slices} hela ${parts.unit}: ${parts.period}.`,
      ofPeriod: 'Den valda perioden delas.',
      ofAll: (need: string) =>
        `Hela datamängden delas: den valda perioden räknas bara om den rymmer minst ${need} tidssteg. Platsfiltret räknas inte.`,
      leftOut: (periods: string) =>
        `Utelämnat, eftersom data inte täcker hela tidssteget eller har under en tiondel av ett fullt stegs rader: ${periods}.`,
      cells: (parts: { cells: string; size: string; n: string; outside: string }) =>
        `${parts.cells} rutor om ${parts.size}, samma i alla tidssteg. n = ${parts.n}, varav ${parts.outside} utanför undersökningsområdet.`,
      rules:
        'Esris åtta klasser av täta platser. Tät är en ruta med Gi* z > 0 och q < 0,05 (FDR inom tidssteget, tvåsidigt); trenden är Mann-Kendall på z, tvåsidigt, 5\u00a0%. Rutor av samma klass som ligger intill varandra är en plats; staplarna räknar hela platsen, trenden dess fullaste ruta. Till skillnad från Esri når ingen ruta bakåt i tiden.',
    },
  },
  relativeRisk: {
    cases: 'Var är det mer av',
    controls: 'än väntat av',
    others: 'alla andra',
    chosen: (names: string) => `Valt i filtret: ${names}`,
    commonest: (name: string) => `Vanligast: ${name}`,
    tooFew: (parts: { cases: string; controls: string; need: string }) =>
      `${parts.cases} mot ${parts.controls}: minst ${parts.need} av vardera behövs för att säga något.`,
    same: 'Samma typ på båda sidor: välj två olika.',
    sentence: (
      f: Formatter,
      parts: {
        cases: string
        nCases: string
        controls: string
        nControls: string
        pValue: number
        clear: boolean
        more: number
        fewer: number
        period: string
      },
    ) =>
      `${parts.cases} (${parts.nCases}) och ${parts.controls} (${parts.nControls}) ligger ${
        parts.clear ? 'olika' : 'ungefär lika'
      }: ${parts.clear ? 'mer än slump' : 'skillnaden kan vara slump'} (${p(f, parts.pValue)}). ${
        parts.more + parts.fewer === 0
          ? 'Ingen plats skiljer sig säkert'
          : `Fler än väntat på ${f.integer(parts.more)} ${plural(parts.more, 'plats', 'platser')}, färre på ${f.integer(parts.fewer)}`
      }. ${parts.period}`,
    heads: { cases: 'antal', expected: 'väntat', ratio: 'kvot', p: 'p' },
    columns: {
      direction: 'Riktning',
      cases: 'Antal',
      expected: 'Väntat',
      controls: 'Av de andra',
      ratio: 'Kvot',
      p: 'p (minsta)',
      surface: 'Yta (km²)',
      verdict: 'Bedömning',
    },
    direction: { more: 'fler', fewer: 'färre' },
    groups: { more: 'Fler än väntat', fewer: 'Färre än väntat' },
    few: (count: string, one: boolean) =>
      `På ${count} ${one ? 'plats' : 'platser'} till är p litet, men där är det för få för att bedöma (färre än 5 både räknade och väntade). De finns i tabellen.`,
    legend: (name: string) => `${name}: gånger väntat`,
    sides: { less: 'färre', none: 'som väntat', more: 'fler' },
    factor: (value: string) => `×${value}`,
    outline: (f: Formatter) => `p < ${f.decimal(0.05, 2)} (tvåsidigt)`,
    notes: (permutations: string) => `${permutations} slumpade etiketter, varje ruta för sig.`,
    now: {
      sides: (parts: { cases: string; controls: string; nCases: string; nControls: string }) =>
        `${parts.cases}, n = ${parts.nCases}, mot ${parts.controls}, n = ${parts.nControls}. Typ- och platsfiltret räknas inte.`,
      leftOut: (parts: { untyped: string; outside: string }) =>
        `${parts.untyped} utan typ och ${parts.outside} utanför kartans yta räknas inte.`,
      surface: (parts: { bandwidth: string; delta: string; need: string }) =>
        `Bandbredd ${parts.bandwidth} för båda. Tätheterna är skalade till samma summa, så att log-kvoten 0 är "som väntat". δ = ${parts.delta} per km², som ett brott av den ovanligare typen mitt i kärnan. Ritas där minst ${parts.need} av båda tillsammans ligger under kärnan (närmare räknas mer).`,
      tolerance: (parts: { permutations: string; seed: string; cell: string }) =>
        `${parts.permutations} slumpade etiketter (frö ${parts.seed}) i rutor om ${parts.cell}. p är tvåsidigt och gäller varje ruta för sig: en på tjugo hamnar under 0,05 av en slump. p för hela ytan är ensidigt: minst så stor samlad skillnad.`,
    },
  },
  densityChange: {
    sentence: (
      f: Formatter,
      parts: {
        now: string
        before: string
        noun: string
        comparison: string
        rises: number
        falls: number
        clear: number
      },
    ) =>
      `${parts.now} ${parts.noun} mot ${parts.before} ${parts.comparison}. ` +
      (parts.rises + parts.falls === 0
        ? 'Ingenstans ligger tillräckligt många för att jämföra.'
        : parts.clear === 0
          ? `På ${plural(parts.rises + parts.falls, 'platsen', `de ${f.integer(parts.rises + parts.falls)} platser`)} där det ändrats mest kan ändringen vara slump.`
          : `På ${f.integer(parts.clear)} av ${f.integer(parts.rises + parts.falls)} platser där det ändrats mest är ändringen större än slumpen.`),
    groups: { rises: 'Mest ökning', falls: 'Mest minskning' },
    none: {
      rises: 'Ingen plats med tillräckligt många har ökat.',
      falls: 'Ingen plats med tillräckligt många har minskat.',
    },
    /** An interval of a change; the first end without its sign. */
    range: (lower: string, upper: string) => `${lower} till ${upper}`,
    over: (change: string) => `över ${change}`,
    heads: { before: 'före', now: 'nu', interval: '95\u00a0% KI' },
    columns: {
      direction: 'Riktning',
      before: 'Före',
      now: 'Nu',
      change: 'Ändring per km² och år',
      lower: 'KI nedre',
      upper: 'KI övre',
      verdict: 'Bedömning',
    },
    direction: { rises: 'ökning', falls: 'minskning' },
    selected: (distance: string) =>
      `Antal inom ${distance}. Platserna är valda för att de ändrats mest, vilket intervallen inte räknar med. Fet: större än slumpen.`,
    unknown: 'okänt',
    legend: {
      crime: 'Ändring, brott per km² och år',
      event: 'Ändring, händelser per km² och år',
      fire: 'Ändring, bränder per km² och år',
      repair: 'Ändring, reparationer per km² och år',
    },
    sides: { less: 'färre', none: 'lika', more: 'fler' },
    scale: 'Samma skala åt båda hållen.',
    now: {
      periods: (parts: { now: string; before: string; nowYears: string; beforeYears: string }) =>
        `Nu ${parts.now} (${parts.nowYears} år), före ${parts.before} (${parts.beforeYears} år). Platsfiltret räknas inte.`,
      surface: (parts: { n: string; before: string; bandwidth: string; need: string }) =>
        `n = ${parts.n} nu, ${parts.before} före. Bandbredd ${parts.bandwidth} för båda, per km² och år. Ritas där minst ${parts.need} av båda tillsammans ligger under kärnan (närmare räknas mer).`,
      places:
        'Platserna är ytans största toppar åt vardera hållet, minst två bandbredder isär. Intervallet är exakt (Clopper-Pearson) för kvoten mellan antalen, tvåsidigt, 95\u00a0%.',
    },
  },
  patternShift: {
    countBy: 'Räkna per',
    units: { cells: 'Rutor', areas: 'Områden' },
    unit: (unit: 'cells' | 'areas', size: string) => (unit === 'areas' ? 'områden' : `rutor om ${size}`),
    tooFew: (parts: { now: string; before: string; need: string }) =>
      `${parts.before} före och ${parts.now} nu: minst ${parts.need} av vardera behövs.`,
    one: { cells: 'ruta', areas: 'område' },
    sentence: (
      f: Formatter,
      parts: {
        shifted: string
        units: string
        unit: string
        s: number
        sRobust: number
        /** Share of the crimes that would have to change cell or area, and what chance gives. */
        apart: { observed: number; lower: number; upper: number }
        one: string
        clear: boolean
        before: string
        now: string
        noun: string
        comparison: string
      },
    ) =>
      `${parts.shifted} av ${parts.units} ${parts.unit} har en annan andel än ${parts.comparison} (S = ${f.decimal(parts.s, 2)}, robust ${f.decimal(parts.sRobust, 2)}). Andelen som bytt ${parts.one} är ${f.percent(parts.apart.observed)}: ${
        parts.clear ? 'mer än slump' : 'kan vara slump'
      } (${f.decimal(100 * parts.apart.lower, 0)} till ${f.percent(parts.apart.upper)} om inget hade flyttat). ${parts.before} → ${parts.now} ${parts.noun}.`,
    groups: { more: 'Större andel än före', fewer: 'Mindre andel än före' },
    heads: { before: 'före', now: 'nu', share: 'andel' },
    share: (before: string, now: string) => `${before} → ${now}`,
    columns: {
      unit: 'Ruta eller område',
      direction: 'Riktning',
      before: 'Före',
      now: 'Nu',
      shareBefore: 'Andel före',
      shareNow: 'Andel nu',
      lower: 'Intervall från',
      upper: 'till',
      verdict: 'Bedömning',
    },
    direction: { more: 'större', fewer: 'mindre' },
    more: (count: string) => `De ${count} med störst ändring. Alla finns i tabellen. `,
    bold: 'Fet: större än slumpen även när enheten prövas för sig (exakt, 95\u00a0%).',
    legend: 'Andel av alla, mot före',
    classes: {
      more: 'större, mer än slump',
      fewer: 'mindre, mer än slump',
      mayBeChance: 'utanför intervallet, kan vara slump',
    },
    now: {
      units: (parts: { units: string; unit: string; occupied: string; outside: string }) =>
        `${parts.units} ${parts.unit}, ${parts.occupied} med brott i någon av perioderna, ${parts.outside} brott utanför. Platsfiltret räknas inte.`,
      periods: (parts: { now: string; before: string; n: string; nBefore: string }) =>
        `Bas: ${parts.before}, n = ${parts.nBefore}. Prövas: ${parts.now}, n = ${parts.n}.`,
      samples: (parts: { samples: string; seed: string }) =>
        `${parts.samples} dragningar av 85\u00a0% av de nuvarande, intervall 95\u00a0%, tvåsidigt (frö ${parts.seed}). Robust S utelämnar enheter utan brott i båda.`,
      chance: (
        f: Formatter,
        parts: {
          relabellings: string
          seed: string
          s: { mean: number; lower: number; upper: number }
          pValue: number
        },
      ) =>
        `${parts.relabellings} gånger har det slumpats vilka brott som är före och nu (frö ${parts.seed}): robust S blir då ${f.decimal(parts.s.lower, 2)}–${f.decimal(parts.s.upper, 2)}, i medeltal ${f.decimal(parts.s.mean, 2)}. Omdömet gäller andelen som bytt plats, ½ Σ |andel − andel|: ${p(f, parts.pValue)}, ensidigt: så stor eller större.`,
      startTimes: 'Hela brott räknas: starttid gäller även när tider annars delas ut.',
    },
  },
}
