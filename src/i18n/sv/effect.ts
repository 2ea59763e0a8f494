/** Effekt: one measure before and after. What is claimed never goes beyond the level on the Maryland scale. */
interface ChangeText {
  noun: string
  before: string
  after: string
  /** "−47 %, 95 % KI −58 till −33" */
  change: string
}

interface CountsText {
  before: string
  after: string
  /** "−12 %"; null where it cannot be given. */
  change: string | null
  /** The target went the same way. */
  also: boolean
}

const LEVEL_3 = '(nivå\u00a03 på Marylandskalan)'
const LEVEL_2 = '(nivå\u00a02 på Marylandskalan)'
/** 1:a, 2:a, 11:e, 12:e, 21:a, 25:e. */
const ordinal = (day: string) => `${day}:${/^(?:[23]?1|2?2)$/.test(day) ? 'a' : 'e'}`
const bracketed = (change: string | null) => (change === null ? '' : ` (${change})`)

export const effect = {
  title: 'Effekt',
  back: 'Alla åtgärder',
  openIt: 'Öppna åtgärden',
  cannot: {
    'no-place': 'Åtgärden har ingen plats på kartan. Rita eller skriv in den, så kan den bedömas.',
    'no-start': 'Åtgärden har inget startdatum. Skriv in det, så kan den bedömas.',
    cancelled: 'Åtgärden avbröts: det finns inget att bedöma.',
    'no-dates': 'Brotten i filen saknar datum: före och efter går inte att skilja åt.',
    'empty-place': (zone: string) => `${zone}: området är tomt. Rita det på nytt.`,
    'nothing-after': (p: { end: string; from: string }) =>
      `Uppgifterna slutar ${p.end}, och tiden efter åtgärden räknas från ${p.from}. Det behövs minst fyra veckor, helst ett år.`,
    'over-too-soon': (p: { end: string; from: string }) =>
      `Åtgärden slutade ${p.end}, och tiden med den räknas från ${p.from}. Det behövs minst fyra veckor, helst ett år.`,
    'nothing-before': (p: { begin: string; start: string }) =>
      `Uppgifterna börjar ${p.begin} och åtgärden ${p.start}. Det behövs minst fyra veckor före, helst ett år.`,
  },
  matched: {
    'whole-years': 'Hela år före och efter.',
    'same-dates': 'Samma datum året före.',
    'equal-months': 'Lika många månader före och efter.',
    settled: 'Perioderna är inställda för hand eller givna.',
    'after-short': (days: string) => `Bara ${days} efter åtgärden finns i uppgifterna.`,
    'no-year-before': (days: string) =>
      `Samma datum året före saknas: uppgifterna börjar ${days} före åtgärden.`,
  },
  computing: 'Räknar före och efter',
  failed: 'Det gick inte att räkna',
  verdict: {
    label: 'Bedömning',
    noun: { crime: 'Anmälda brott', event: 'Händelser' },
    interval: (p: { change: string; level: string; lower: string; upper: string; perDay: boolean }) =>
      `${p.change}, ${p.level}\u00a0KI\u00a0${p.lower} till\u00a0${p.upper}${p.perDay ? ', räknat per dag' : ''}`,
    change: {
      fell: (p: ChangeText) => `${p.noun} minskade från ${p.before} till ${p.after} (${p.change}).`,
      rose: (p: ChangeText) => `${p.noun} ökade från ${p.before} till ${p.after} (${p.change}).`,
      'no-clear-change': (p: ChangeText) =>
        `${p.noun} gick från ${p.before} till ${p.after} (${p.change}): skillnaden kan vara slump.`,
    },
    control: {
      unchanged: 'I jämförelseområdet var det oförändrat.',
      fell: (p: CountsText) =>
        `I jämförelseområdet minskade det${p.also ? ' också,' : ''} från ${p.before} till ${p.after}${bracketed(p.change)}.`,
      rose: (p: CountsText) =>
        `I jämförelseområdet ökade det${p.also ? ' också,' : ''} från ${p.before} till ${p.after}${bracketed(p.change)}.`,
      'no-clear-change': (p: CountsText) =>
        `I jämförelseområdet syns ingen säker ändring (från ${p.before} till ${p.after}).`,
    },
    effect: {
      reduction: `Resultatet talar för en effekt ${LEVEL_3}.`,
      reductionHere: `På själva platsen talar resultatet för en effekt ${LEVEL_3}.`,
      reductionTogether: `Resultatet talar för en effekt av åtgärderna tillsammans ${LEVEL_3}.`,
      fewerThanControl: 'Det blev färre än jämförelseområdets utveckling låter vänta.',
      increase: `Det blev fler än jämförelseområdets utveckling låter vänta ${LEVEL_3}.`,
      'not-shown': `Mot jämförelseområdet kan skillnaden vara slump: någon effekt är inte visad ${LEVEL_3}.`,
    },
    level2: {
      changed: `Utan ett jämförbart område kan det sägas att antalet ändrades, inte varför ${LEVEL_2}.`,
      unclear: `Utan ett jämförbart område går det inte att säga mer ${LEVEL_2}.`,
    },
    together: (names: string) =>
      names
        ? `Samtidigt pågick ${names}: vad som beror på vilken åtgärd går inte att säga.`
        : 'Andra åtgärder pågick samtidigt här: vad som beror på vilken går inte att säga.',
    displacement: {
      'none-seen': 'Ingen förflyttning syns.',
      'none-detectable':
        'Ingen förflyttning syns, men även om allt hade flyttat intill hade det inte skilts från slumpen.',
      moved: {
        'no-gain': 'Det som minskade här ökade lika mycket intill: ingen nettovinst.',
        part: (more: string) => `Intill blev det ${more} fler än väntat: en nettovinst är inte visad.`,
        fewer: (more: string) => `Intill blev det ${more} fler än väntat, men sammantaget blev det färre.`,
        more: (more: string) => `Intill blev det ${more} fler än väntat: sammantaget blev det fler.`,
        alone: (more: string) => `Intill blev det ${more} fler än väntat: en del kan ha flyttat dit.`,
      },
      diffusion: 'Intill blev det också färre än väntat.',
      'too-few': 'Intill är det för få för att säga om något har flyttat.',
      'not-assessed': 'Omgivningen är inte räknad: om något har flyttat är inte bedömt.',
    },
    wholeUnsure: 'Räknat med ringen kan nettot vara slump.',
    withheld: {
      'too-few': 'För få för att bedöma.',
      'regression-to-mean': {
        peak: 'Ingen bedömning: perioden före var en topp.',
        trough: 'Ingen bedömning: perioden före var ovanligt låg.',
      },
      'zones-overlap': 'Ingen bedömning: områdena överlappar varandra.',
      'data-break': 'Ingen bedömning: statistiken lades om mellan perioderna.',
      'baseline-short': 'Ingen bedömning: för kort tid före åtgärden.',
      'season-mismatch': 'Ingen bedömning: perioderna är olika årstider.',
      'periods-misplaced': 'Ingen bedömning: perioderna ligger inte före och efter åtgärden.',
    },
    counts: (p: { noun: string; before: string; after: string }) =>
      `${p.noun} på platsen: ${p.before} före och ${p.after} efter.`,
  },
  reasons: {
    'periods-misplaced': (p: { overlap: string | null; before: string | null; after: string | null }) =>
      [
        p.overlap && `${p.overlap} ligger i båda perioderna.`,
        p.before && `${p.before} av perioden före ligger efter åtgärdens start.`,
        p.after && `${p.after} av perioden efter ligger före åtgärdens start.`,
        'Flytta perioderna, så att de ligger på var sin sida om starten.',
      ]
        .filter(Boolean)
        .join(' '),
    'zones-overlap': (p: { a: string; b: string; squareMetres: string }) =>
      `${p.a} och ${p.b} har ${p.squareMetres}\u00a0m² gemensamt: samma brott räknas i båda. Flytta det ena området.`,
    'baseline-short': {
      withholds: (p: { days: string; needed: string }) =>
        `Uppgifterna börjar ${p.days} före åtgärden, och det behövs minst ${p.needed}. Med kortare tid tas en årstid eller en slump för det vanliga.`,
      caution: (p: { days: string; wanted: string }) =>
        `${p.days} före åtgärden, mindre än de ${p.wanted} som är önskvärda.`,
    },
    'too-few': {
      counts: (p: { before: string; after: string; needed: string }) =>
        `Väntat antal är ${p.before} före och ${p.after} efter, och det behövs minst ${p.needed} i vardera perioden.`,
      time: (p: { before: string; after: string }) =>
        `Med samma nivå skulle det ta ${p.before} före och ${p.after} efter.`,
      noTime: 'Utan ett enda brott går det inte att säga hur lång tid det skulle ta.',
    },
    'regression-to-mean': {
      peak: (p: { before: string; history: string }) =>
        `Perioden före var ovanligt hög: ${p.before}, mot ${p.history} i samma månader tidigare år.`,
      trough: (p: { before: string; history: string }) =>
        `Perioden före var ovanligt låg: ${p.before}, mot ${p.history} i samma månader tidigare år.`,
      declared: 'Platsen valdes för att den hade många brott.',
      declaredAlone:
        'Platsen valdes för att den hade många brott, och tidigare år finns inte att jämföra med.',
      wayBack: 'Att antalet sedan gick tillbaka var att vänta, och kan inte räknas åtgärden till godo.',
      expected: 'En del av skillnaden var därför att vänta.',
      beyond: (after: string) => `Perioden efter (${after}) ligger ändå klart bortom de åren.`,
    },
    'selection-unknown':
      'Det är inte känt varför platsen valdes. Valdes den för en topp var en återgång att vänta.',
    'already-changing': {
      fell: 'Antalet gick nedåt redan före åtgärden: perioden före ligger klart under åren dessförinnan.',
      rose: 'Antalet gick uppåt redan före åtgärden: perioden före ligger klart över åren dessförinnan.',
    },
    'data-break': {
      category: (day: string) =>
        `Från ${day} räknas andra händelser till brottstypen. Perioderna mäter inte samma sak.`,
      reporting: (day: string) =>
        `Från ${day} registreras brotten på ett annat sätt. Perioderna mäter inte samma sak.`,
    },
    'season-mismatch': (days: string) =>
      `${days} av perioden efter ligger i månader som perioden före saknar. Välj samma månader.`,
    'concurrent-measures': (names: string) =>
      names
        ? `${names} pågick också här: resultatet kan inte delas upp.`
        : 'Andra åtgärder pågick också här: resultatet kan inte delas upp.',
    'measures-in-zone': (p: { zone: string; names: string }) =>
      p.names
        ? `${p.zone}: där pågick ${p.names}. Området är inte orört.`
        : `${p.zone}: där pågick andra åtgärder. Området är inte orört.`,
    'no-control': 'Inget jämförelseområde: vad som hade hänt ändå är inte känt.',
    'control-too-few': (p: { before: string; after: string; needed: string }) =>
      `Jämförelseområdet har för få: ${p.before} väntade före och ${p.after} efter, minst ${p.needed} behövs.`,
    'control-level-differs': (p: { ratio: string; factor: string }) =>
      `Jämförelseområdet har ${p.ratio} gånger platsens nivå före. Mer än ${p.factor} gånger isär är inte jämförbart.`,
    'pre-trend-differs': (p: string) => `Platsen och jämförelseområdet gick åt olika håll redan före (${p}).`,
    'pre-trend-untested': (p: { steps: string; needed: string }) =>
      `Trenderna före går inte att pröva: ${p.steps} månader med brott, ${p.needed} behövs.`,
    overdispersed: (dispersion: string) =>
      `Antalen varierar mer än slumpen (${dispersion} gånger): intervallen är vidgade för det.`,
    'dispersion-unknown':
      'Ingen serie: om antalen varierar mer än slumpen är inte känt, och intervallen kan vara för snäva.',
    'displacement-without-control': 'Ringen har ingen egen jämförelse: dess ändring står för sig.',
  },
  checks: {
    label: 'Kontroller',
    kinds: { passed: 'Godkänd', caution: 'Att tänka på', withholds: 'Hindrar bedömning' },
    preTrend: (p: string) => `Lika trend före (${p}).`,
    noPeak: (p: { before: string; history: string }) =>
      `Perioden före är inget toppår (${p.before}, tidigare ${p.history}).`,
    apart: 'Områdena ligger isär.',
    season: 'Samma månader.',
    noBreak: 'Ingen känd omläggning av statistiken.',
    alone: 'Ingen annan inlagd åtgärd mot samma brott på platsen.',
    otherTypes: (names: string) => `${names} pågick också här, men riktar sig mot andra brott.`,
    detectable: (n: string) => `En ökning i ringen på färre än ${n} hade inte skilts från slumpen.`,
    withoutPosition: (n: string) => `${n} i perioderna saknar plats på kartan och är inte med.`,
  },
  key: {
    label: 'Nyckeltal',
    net: 'Netto mot jämförelse',
    wdd: 'WDD, antal',
    change: 'Ändring på platsen',
    maryland: 'Marylandskalan',
    interval: (p: { lower: string; upper: string }) => `KI ${p.lower} till ${p.upper}`,
    noControl: 'kräver ett jämförbart område',
    levels: { 2: 'före och efter', 3: 'före/efter, jämförelse' },
    level: (level: string) => `Nivå ${level} av 5`,
  },
  zones: {
    target: 'Åtgärdsplats',
    displacement: (width: string | null) => (width ? `Ring 0–${width}` : 'Ring'),
    control: 'Jämförelse',
    displacementControl: 'Jämförelse till ringen',
  },
  table: {
    label: 'Antal före och efter per område',
    period: {
      same: (time: string) => `${time} före och efter`,
      days: (before: string, after: string) => `${before} dygn före, ${after} efter`,
    },
    before: 'före',
    after: 'efter',
    difference: 'skillnad',
    change: 'ändring',
    interval: (level: string) => `${level}\u00a0KI`,
    range: (p: { lower: string; upper: string }) => `${p.lower} till ${p.upper}`,
    zone: 'område',
  },
  all: {
    title: 'Alla mått',
    label: 'Alla mått för åtgärden',
    measure: 'mått',
    value: 'värde',
    lower: 'KI undre',
    upper: 'KI övre',
    unit: 'enhet',
    method: 'metod',
    level: 'konfidensnivå',
    units: { percent: 'andel', p: 'sannolikhet', incidents: 'antal', number: 'tal utan enhet' },
    notComparable: 'Jämförelseområdet klarar inte sina kontroller: måtten mot det säger inget om åtgärden.',
    withheld: 'Måtten visas inte när bedömningen hålls inne: de skulle se ut som ett svar.',
    names: {
      percentChange: 'Procentuell ändring, plats',
      rateRatio: 'Kvot efter/före, plats',
      ratePValue: 'p för kvoten, tvåsidigt',
      poissonZ: 'Poisson-z, plats',
      eTest: 'p enligt E-test, plats',
      netRatio: 'Netto mot jämförelse, kvot',
      netPValue: 'p för nettot',
      wdd: 'WDD',
      wddZ: 'z för WDD',
      wddStandardError: 'medelfel för WDD',
      wddLocal: 'WDD, platsens del',
      wddDisplacement: 'WDD, ringens del',
      wdq: 'WDQ',
      res: 'Relativ effekt',
      did: 'Skillnad i skillnader, kvot',
      didLog: 'Skillnad i skillnader, β',
      didStandardError: 'medelfel för β',
      didQuasi: 'medelfel för β, kvasi-Poisson',
      dispersion: 'Överspridning, parvis',
      preTrend: 'p för trenden före',
    },
    notEqual: 'Periodernas längd skiljer sig: måttet kräver lika långa perioder.',
    unreadable: 'läses inte',
  },
  preTrend: {
    title: 'Trenden före',
    sentence: {
      same: (p: string) => `Före åtgärden skiljer sig trenderna inte mer än slumpen (${p}).`,
      differs: (p: string) => `Före åtgärden gick platsen och jämförelsen åt olika håll (${p}).`,
      untested: 'Trenderna före är inte prövade: för få månader med brott.',
      noControl: 'Utan jämförelse finns ingen trend att hålla platsens mot.',
      withheld: 'Månaderna före åtgärden, platsen och jämförelsen.',
    },
    label: 'Antal per månad före åtgärden, index där medel är 100',
    axis: 'index, medel = 100',
    now: (p: { months: string; from: string }) => `${p.months} månader före åtgärden, ${p.from}.`,
  },
  hours: {
    title: 'Veckans timmar före och efter',
    label: (p: { period: string; n: string }) => `Veckans timmar ${p.period}: ${p.n}`,
    before: 'Före',
    after: 'Efter',
    sentence: (p: { before: string; after: string }) => `Flest före: ${p.before}. Flest efter: ${p.after}.`,
    few: 'För få med känd tid för att jämföra veckans timmar.',
    none: 'Inga brott med känd tid.',
    aoristic: 'Brott som skett någon gång mellan två klockslag är fördelade över timmarna (aoristiskt).',
    starts: 'Räknat på starttiden.',
    unknown: (p: { before: string; after: string }) => `Utan känd tid: ${p.before} före, ${p.after} efter.`,
    hour: 'timme',
    unit: 'brott',
    events: 'händelser',
  },
  series: {
    title: (noun: string, days: { first: string; last: string } | null) =>
      `${noun} per månad${days ? ` (${ordinal(days.first)} till ${ordinal(days.last)})` : ''}`,
    label: (noun: string) => `${noun} per månad, platsen och jämförelsen`,
    before: (mean: string) => `före: ${mean} per månad`,
    after: (mean: string) => `efter: ${mean} per månad`,
    runIn: 'inkörning',
    control: 'jämförelse',
    target: 'åtgärdsplats',
    start: 'åtgärden börjar',
    help: 'Piltangenter flyttar mellan månaderna.',
    phases: { before: 'före', after: 'efter', runIn: 'inkörning', outside: 'utanför perioderna' },
    month: (p: { month: string; target: string; control: string | null; phase: string }) =>
      `${p.month}, ${p.phase}: ${p.target}${p.control === null ? '' : `, jämförelse ${p.control}`}`,
    columns: { month: 'månad', phase: 'period' },
    sentence: (p: { before: string; after: string }) =>
      `På åtgärdsplatsen ${p.before} per månad före och ${p.after} efter.`,
  },
  settings: {
    title: 'Så är det räknat',
    types: 'Brottstyper',
    typesOwn: 'Som åtgärden anger',
    addType: 'Lägg till brottstyp',
    removeType: (name: string) => `Ta bort ${name}`,
    allTypes: 'Alla brottstyper',
    periods: 'Perioder',
    window: { before: 'Före', after: 'Efter' },
    from: 'från',
    to: 'till och med',
    dateOf: (p: { window: string; edge: string }) => `${p.window}, ${p.edge}`,
    emptyPeriod: 'Sista dagen ligger före den första.',
    severalWindows: (n: string) => `${n} delperioder. Ändras en dag blir det en sammanhängande period.`,
    runIn: 'Inkörning, dagar',
    runInHint: 'Dagar efter starten som inte räknas.',
    notDays: 'Skriv ett helt antal dagar, 0 till 730.',
    peak: 'Valdes platsen för att den hade många brott?',
    peakAnswers: { yes: 'Ja', no: 'Nej', unknown: 'Vet inte' },
    zones: 'Områden',
    proposed: 'Allt är föreslaget på nytt.',
    undo: 'Ångra',
    propose: 'Föreslå igen',
    proposeHint: 'Perioder, ring och områden föreslås på nytt. Det som ställts in här försvinner.',
  },
  origins: {
    measure: 'åtgärdens plats',
    ring: 'ring runt platsen',
    proposed: 'föreslaget',
    drawn: 'ritat',
    areas: 'valda områden',
    given: 'givet',
  },
  measure: {
    done: (day: string) => `genomförd, från ${day}`,
    ongoing: (day: string) => `pågår sedan ${day}`,
    planned: (day: string) => `planerad från ${day}`,
    cancelled: (day: string) => `avbruten, började ${day}`,
  },
  export: {
    name: 'effekt',
    allTypes: 'Alla brottstyper.',
    types: (names: string) => `Brottstyper: ${names}.`,
    before: (periods: string) => `Före: ${periods}.`,
    after: (periods: string) => `Efter: ${periods}.`,
    start: (day: string) => `Åtgärden började ${day}.`,
    zone: (p: { zone: string; origin: string; label: string | null }) =>
      `${p.zone}: ${p.origin}${p.label ? `, ${p.label}` : ''}.`,
    polygon: (p: { zone: string; crs: string; text: string }) => `${p.zone}, hörn i ${p.crs}: ${p.text}`,
  },
  time: {
    days: (n: number, written: string) => (n === 1 ? '1 dag' : `${written} dagar`),
    months: (n: number, written: string) => (n === 1 ? '1 månad' : `${written} månader`),
    years: (written: string) => `${written} år`,
  },
}
