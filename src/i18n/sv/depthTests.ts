const plural = (count: number, one: string, many: string) => (count === 1 ? one : many)

/** Texts of the analyses that put the map and the trend to the test. */
export const depthTests = {
  backTest: {
    settings: { step: 'Prova på', history: 'Kartan görs av', share: 'Yta' },
    steps: { month: 'Månader', quarter: 'Kvartal' },
    months: (months: string) => `${months} mån`,
    next: { month: 'månaden efter', quarter: 'kvartalet efter' },
    noRolls: (need: string) =>
      `Data är för korta: det behövs ${need} hela månader före den månad eller det kvartal som prövas.`,
    tooFew: (parts: {
      observed: string
      noun: string
      rolls: string
      step: 'month' | 'quarter'
      need: string
    }) =>
      `${parts.rolls} prov med ${parts.observed} ${parts.noun} sammanlagt: för få för att bedöma kartan (minst ${parts.need} behövs).${
        parts.step === 'month' ? ' Prova kvartal, eller fler brottstyper.' : ' Välj fler brottstyper.'
      }`,
    sentence: (parts: {
      units: string
      cells: string
      share: string
      hits: string
      observed: string
      noun: string
      hitShare: string | null
      pai: string
      best: string
      next: string
      rolls: string
      period: string
    }) =>
      `De ${parts.units} tätaste av ${parts.cells} rutor (${parts.share}) hade ${parts.hits} av ${parts.observed} ${parts.noun} ${parts.next}${
        parts.hitShare ? `: ${parts.hitShare}` : ''
      } (PAI ${parts.pai}, bäst möjliga ${parts.best}). ${parts.rolls} prov, ${parts.period}.`,
    lastYear: (parts: { hits: string; observed: string; clear: boolean; better: boolean; p: string }) =>
      `Fjolårets karta: ${parts.hits} av ${parts.observed}${
        parts.clear
          ? parts.better
            ? ', sämre än slumpen förklarar'
            : ', bättre än slumpen förklarar'
          : ', skillnaden kan vara slump'
      } (${parts.p}).`,
    noLastYear: 'Fjolårets karta går inte att pröva: data börjar för sent.',
    predictors: {
      density: (distance: string) => `Täthet, ${distance}`,
      half: (distance: string) => `Täthet, ${distance}`,
      double: (distance: string) => `Täthet, ${distance}`,
      quadruple: (distance: string) => `Täthet, ${distance}`,
      lastYear: () => 'Fjolårets karta',
      counts: () => 'Antal per ruta',
    },
    shown: 'visas nu',
    columns: {
      map: 'Karta',
      share: 'Yta',
      hits: 'Träffar',
      observed: 'Av',
      pai: 'PAI',
      pei: 'PEI',
      p: 'p mot tätheten',
      onlyDensity: 'Bara tätheten',
      onlyThis: 'Bara denna',
    },
    curve: {
      x: 'andel av rutorna, tätast först',
      y: (noun: string) => `andel av ${noun}`,
      density: 'kartan',
      best: 'bäst möjliga',
      lastYear: 'fjolåret',
      chance: 'slump',
      label: (noun: string) => `Andel av ${noun} i nästa period efter andel av rutorna`,
    },
    strip: {
      label: 'PAI i varje prov',
      mean: (pai: string) => `alla: ${pai}`,
      of: (period: string, pai: string, hits: string, observed: string) =>
        `${period}: PAI ${pai}, ${hits} av ${observed}`,
      title: (least: string, most: string) => `PAI per prov, ${least}–${most}`,
    },
    now: (parts: {
      rolls: string
      step: 'month' | 'quarter'
      history: string
      period: string
      cell: string
      cells: string
      bandwidth: string
      observed: string
      outside: string
      seed: string
    }) => [
      `${parts.rolls} prov på ${parts.step === 'month' ? 'en månad' : 'ett kvartal'} (${parts.period}), varje karta av ${parts.history} månader före. Period- och platsfiltret räknas inte med.`,
      `Exakt kvartisk täthet, bandbredd ${parts.bandwidth}, medel över rutan. ${parts.cells} rutor om ${parts.cell}. n = ${parts.observed}, ${parts.outside} utanför rutorna.`,
      `Lika täta rutor tas i en ordning dragen med frö ${parts.seed}. p: teckentest av de brott som bara den ena kartan träffade, tvåsidigt; brott i samma ruta är inte oberoende, så p är snarast för litet.`,
    ],
    overlay: {
      title: (history: string, period: string) => `Karta av ${history}, prövad på ${period}`,
      hit: (noun: string) => `utpekad, ${noun} kom`,
      empty: (noun: string) => `utpekad, inga ${noun}`,
      missed: (noun: string) => `${noun} utanför`,
      notes: (units: string, cell: string, hits: string, observed: string) => [
        `${units} utpekade rutor om ${cell}`,
        `${hits} av ${observed} träffade`,
      ],
    },
  },
  bandwidth: {
    settings: { leave: 'Lämna ute' },
    leave: { point: 'Punkt', place: 'Plats' },
    leaveTitle: {
      point: 'Varje brott förutsägs av alla andra, även på samma plats',
      place: 'Varje brott förutsägs bara av brott på andra platser',
    },
    sentence: (parts: {
      n: string
      noun: string
      best: string
      sigma: string
      leave: 'point' | 'place'
      present: string
      period: string
    }) =>
      `${parts.n} ${parts.noun}${parts.period} förutsägs bäst av varandra med bandbredden ${parts.best} (σ ${parts.sigma}). Nu visas ${parts.present}.${
        parts.leave === 'place' ? ' Brott på samma plats räknas inte för varandra.' : ''
      }`,
    flat: (from: string, to: string) => `Så gott som lika bra: ${from}–${to}.`,
    sharp: 'De närmaste kandidaterna är klart sämre.',
    none: 'Alla positioner är desamma: det finns ingen bandbredd att jämföra.',
    noBest: 'Någon plats ligger så långt från alla andra att ingen kandidat når den.',
    use: (distance: string) => `Använd ${distance}`,
    used: (distance: string) => `${distance} används`,
    narrowest:
      'Kurvan stiger ända till den smalaste kandidaten: det är positionernas sammanfall som syns, inte brottens spridning.',
    widest:
      'Den bredaste kandidaten vinner: det bästa ligger vid 1\u00a0000 m eller mer. Glesa ytterområden drar svaret uppåt; för gatans skala är det ingen vägledning.',
    coincident: (share: string, noun: string) =>
      `${share} av ${noun} delar position med ett annat. Sådana drar svaret mot 0 när punkter lämnas ute; lämna hela platsen ute i stället.`,
    rounding: (distance: string) =>
      `Positionerna är avrundade till ${distance}: smalare kandidater väljs inte.`,
    sample: (used: string, n: string) =>
      `Räknat på ett draget urval om ${used} av ${n}. Alla skulle ge något smalare.`,
    clamped: (distance: string) => `Reglaget går till ${distance}.`,
    columns: {
      candidate: 'Bandbredd',
      sigma: 'σ',
      point: 'Punkt ute',
      place: 'Plats ute',
    },
    plot: {
      label: 'Hur väl bandbredden förutsäger varje brott, jämfört med den bästa',
      x: 'bandbredd (kvartisk), m',
      y: 'log-sannolikhet per brott',
      best: 'bäst',
      present: 'visas nu',
      scott: (distance: string) => `Scott ${distance}`,
      point: 'punkt ute',
      place: 'plats ute',
    },
    now: (parts: { n: string; used: string; places: string; scott: string; seed: string }) => [
      `Kandidater: 1\u00a0000 m · 2^(−k/4) ned till 53 m, kvartisk radie h = √8 · σ av en gaussisk kärna. n = ${parts.n}, räknat på ${parts.used} på ${parts.places} platser (frö ${parts.seed} där urval dras). Platsfiltret räknas inte med.`,
      `Scotts regel ger ${parts.scott}: en övre gräns, inte ett förslag. Brott långt från alla andra drar svaret uppåt. Vikter (andelar av timmar) används inte.`,
    ],
  },
  cusum: {
    settings: {
      step: 'Steg',
      baseline: 'Vanlig nivå',
      change: 'Leta efter',
      falseAlarms: 'Falskt larm',
    },
    steps: { month: 'Månader', week: 'Veckor' },
    baselines: { year: 'Första året', twoYears: 'Två år, månadsvis', comparison: 'Jämförelsen' },
    every: (years: string) => `vart ${years}:e år`,
    of: { month: 'månad', week: 'vecka' },
    weekFrom: (day: string) => `veckan från ${day}`,
    refusals: {
      baselineTooShort: 'Data täcker inte den vanliga nivåns hela period. Välj en kortare.',
      baselineTooFew:
        'Den vanliga nivån vilar på färre än 10 brott: för få för att bedöma. Välj en annan vanlig nivå.',
      monthWithout:
        'Någon kalendermånad saknar brott i de två åren: månadsvis nivå går inte att sätta. Välj första året.',
      nothingAfter: 'Data slutar med den vanliga nivåns period: det finns inget efter att bevaka.',
    },
    alarm: (parts: {
      when: string
      count: string
      noun: string
      expected: string
      since: string
      change: string
      rising: boolean
    }) =>
      `Larm ${parts.when}: ${parts.count} ${parts.noun} mot ${parts.expected} väntade, och summan har ${
        parts.rising ? 'stigit' : 'visat på minskning'
      } sedan ${parts.since}. Nivån har troligen ändrats, sökt ändring ${parts.change}.`,
    quiet: (parts: { until: string; sum: string; threshold: string; change: string; since: string | null }) =>
      `Inget larm till och med ${parts.until}: summan är ${parts.sum}, ${parts.threshold} (sökt ändring ${parts.change}).${
        parts.since ? ` Den har stigit sedan ${parts.since}, vilket kan vara slump.` : ''
      }`,
    baselineIs: (parts: {
      expected: string
      step: 'month' | 'week'
      n: string
      noun: string
      period: string
    }) =>
      `Vanlig nivå ${parts.expected} per ${parts.step === 'month' ? 'månad' : 'vecka'} (${parts.n} ${parts.noun}, ${parts.period}).`,
    dispersion: (parts: { index: string; clear: boolean }) =>
      parts.clear
        ? `Spridningsindex ${parts.index} i den vanliga nivån, klart över 1: antalen svänger mer än Poisson, och larm av ren slump kommer oftare än det står.`
        : `Spridningsindex ${parts.index} i den vanliga nivån: svänger inte mer än slumpen (1).`,
    season:
      'En jämn nivå känner ingen årstid: en vanlig sommar kan larma. Välj två år, månadsvis, där data räcker.',
    partOfYear: 'Jämförelsen är inte ett helt år: månader utanför den kan ha en annan nivå.',
    columns: {
      step: { month: 'Månad', week: 'Vecka från' },
      count: 'Antal',
      expected: 'Väntat',
      sum: 'Summa',
      state: 'Läge',
    },
    states: { baseline: 'vanlig nivå', alarm: 'över gränsen', before: 'före' },
    plot: {
      label: 'Antal per steg och ansamlad avvikelse',
      counts: (noun: string) => `${noun} per`,
      sum: 'ansamlad avvikelse',
      threshold: (height: string) => `larm vid ${height}`,
      /** Where the counts are so many that one step tells. */
      atOnce: (count: string, rising: boolean) =>
        `larm så snart ett steg ligger ${rising ? 'över' : 'under'} ${count}`,
      expected: 'väntat',
      baseline: 'vanlig nivå',
      first: (when: string) => `larm ${when}`,
      of: (when: string, count: string, expected: string, sum: string) =>
        `${when}: ${count}, väntat ${expected}, summa ${sum}`,
    },
    now: (parts: {
      step: 'month' | 'week'
      baseline: string
      lambda0: string
      lambda1: string
      threshold: string
      years: string
      delay: string | null
      seed: string | null
      n: string
      outside: string
      rising: boolean
    }) => [
      `Hela ${parts.step === 'month' ? 'månader' : 'veckor'}, n = ${parts.n}, ${parts.outside} utanför dem. Periodfiltret räknas inte med; alla andra filter gäller. Väntat följer antalet dagar.`,
      `λ₀ = ${parts.lambda0} (${parts.baseline}), λ₁ = ${parts.lambda1}, ensidigt (${parts.rising ? 'ökning' : 'minskning'}). Larm över ${parts.threshold}: i snitt ett falskt på ${parts.years} år om antalen är Poisson${
        parts.delay ? `; en sådan ändring upptäcks i snitt efter ${parts.delay}` : ''
      }${parts.seed ? ` (simulerat, frö ${parts.seed})` : ''}.`,
    ],
    delay: {
      month: (steps: string) => `${steps} månader`,
      week: (steps: string) => `${steps} veckor`,
    },
  },
  areaFunnel: {
    noAreas: 'Det behövs minst två områden med folkmängd. Öppna områden och folkmängd under Data.',
    outside: (parts: { names: string; outside: string; areas: string }) =>
      `${parts.outside} av ${parts.areas} områden skiljer sig mer än slumpen: ${parts.names}.`,
    within: (areas: string) =>
      `Inget av ${areas} områden skiljer sig mer än slumpen från det gemensamma talet.`,
    name: (parts: { name: string; count: string; expected: string; far: boolean }) =>
      `${parts.name} ${parts.count} mot ${parts.expected} väntade${parts.far ? '' : ' (bara inre gränsen)'}`,
    basis: (parts: { n: string; noun: string; period: string; rate: string }) =>
      `${parts.n} ${parts.noun}${parts.period}, gemensamt ${parts.rate} per 1\u00a0000 invånare och år.`,
    day: 'Folkmängden är de som bor där, inte de som är där: ett centrum har fler på plats än invånare.',
    many: (parts: { areas: string; byChance: string; after: string }) =>
      `Av ${parts.areas} områden hamnar i snitt ${parts.byChance} utanför 95\u00a0%-gränsen av ren slump. Efter korrigering för många test (FDR) kvarstår ${parts.after}.`,
    dispersion: (index: string) =>
      `Områdena sprider sig ${index} gånger mer än Poisson i sin helhet: annat än slump skiljer dem åt, och gränserna är för snäva för att peka ut enskilda.`,
    withoutPopulation: (count: number, written: string) =>
      `${written} ${plural(count, 'område', 'områden')} utan folkmängd är inte med.`,
    places: {
      farBelow: 'under 99,8\u00a0%',
      below: 'under 95\u00a0%',
      within: 'inom, kan vara slump',
      above: 'över 95\u00a0%',
      farAbove: 'över 99,8\u00a0%',
    },
    columns: {
      name: 'Område',
      count: 'Antal',
      expected: 'Väntat',
      population: 'Invånare',
      rate: 'Tal',
      smoothed: 'Utjämnat',
      p: 'p',
      q: 'q (FDR)',
      place: 'Läge',
    },
    plot: {
      label: 'Antal genom väntat efter väntat antal, med slumpens gränser',
      x: 'väntat antal',
      y: 'antal genom väntat',
      inner: '95\u00a0%',
      outer: '99,8\u00a0%',
      of: (name: string, count: string, expected: string, place: string) =>
        `${name}: ${count}, väntat ${expected}, ${place}`,
    },
    overlay: {
      title: (noun: string) => `${noun} mot väntat efter folkmängd`,
      notes: (rate: string) => [`gemensamt ${rate} per 1\u00a0000 invånare och år`, 'exakta Poissongränser'],
    },
    now: (parts: {
      n: string
      areas: string
      outside: string
      rate: string
      year: string
      dispersion: string
    }) =>
      `n = ${parts.n} i ${parts.areas} områden med folkmängd (${parts.year}), ${parts.outside} utanför dem. Väntat = folkmängd × ${parts.rate} per 1\u00a0000 invånare och år. Exakta Poissongränser 95\u00a0% och 99,8\u00a0%, tvåsidiga. Spridning ${parts.dispersion}. Platsfiltret räknas inte med.`,
    smoothedNow: 'Utjämnade tal: Marshall 1991, krympta mot det gemensamma talet, mest där få bor.',
  },
}
