const rows = (count: string) => `${count} ${count === '1' ? 'rad' : 'rader'}`

export const layers = {
  title: 'Lager',
  /** How many of a kind a layer holds. */
  count: {
    crime: (n: string) => `${n} anmälda brott`,
    event: (n: string) => `${n} ${n === '1' ? 'händelse' : 'händelser'}`,
    fire: (n: string) => `${n} ${n === '1' ? 'brand eller insats' : 'bränder och insatser'}`,
    repair: (n: string) => `${n} ${n === '1' ? 'reparation' : 'reparationer'}`,
  },
  summary: (layerCount: string, rowCount: string) => `${layerCount} lager med ${rowCount} rader.`,
  sheet: (name: string) => `bladet ${name}`,
  continues: (name: string) => `Fyller på ${name}.`,
  duplicatesLeftOut: (n: string) => `${rows(n)} fanns redan i en tidigare fil och läses inte in igen.`,
  duplicatesKept: (n: string) => `${rows(n)} finns också i en tidigare fil och har lästs in ändå.`,
  updated: (n: string) =>
    `${rows(n)} har en beteckning som redan fanns, men nytt innehåll, och ersätter den tidigare raden.`,
  replaced: (n: string) => `${rows(n)} är ${n === '1' ? 'ersatt' : 'ersatta'} av en senare fil.`,
  appendTo: 'Fyll på …',
  replaceThis: 'Ersätt …',
  remove: 'Ta bort',
  removeQuestion: (name: string, n: string) =>
    `Ta bort ${name} med ${rows(n)}? Filen på datorn rörs inte, men lagret måste öppnas på nytt för att komma tillbaka.`,
  removeNow: 'Ta bort lagret',
  keep: 'Behåll',
  /** What the file becomes. */
  plan: {
    title: 'Lager',
    label: 'Filen blir',
    append: (name: string) => `Påfyllning av ${name}`,
    replace: (name: string) => `Ny version av ${name}`,
    layer: 'Eget lager',
    all: 'Enda lagret',
    explain: {
      append: 'Filens rader läggs till i lagret. Rader som redan finns där läses inte in igen.',
      replace: 'Lagrets rader tas bort och filens kommer i stället. Övriga lager rörs inte.',
      layer: 'Filens rader läggs bredvid de andra lagren. Slag räknas aldrig ihop.',
      all: 'Allt som är öppet stängs.',
    },
    byId: (column: string) => `Samma incident känns igen på ${column}.`,
    byContent:
      'Samma incident känns igen på tid, plats och typ, eftersom ingen kolumn är vald som beteckning.',
    keepDuplicates: 'Läs in dubbletter också',
    otherColumns: 'Filens kolumner skiljer sig från lagrets.',
    metric: (crs: string) => `Positionerna räknas om till ${crs}, som första filen.`,
  },
  sek: (amount: string) => `${amount}\u00a0kr`,
  cost: {
    title: 'Kostnad',
    by: { label: 'Fördela på', type: 'Typ', area: 'Område', place: 'Plats' },
    sentence: (amount: string, counted: string, all: string, noun: string) =>
      counted === all
        ? `${amount} för ${all} ${noun}.`
        : `${amount} för ${counted} av ${all} ${noun}; de övriga saknar uppgift om kostnad.`,
    before: (amount: string, label: string) => `${amount} ${label}.`,
    none: (noun: string) => `Inga ${noun} kvar efter filtren.`,
    columns: { name: 'Post', now: 'Kostnad, kr', share: 'Andel', before: 'Jämförelse, kr' },
    outside: 'Utanför områdena',
    rest: 'Utanför platserna',
    perMonth: 'Kostnad per månad, kr',
    perMonthDrawn: 'Kostnad per månad, tusen kr',
    thousands: 'tusen kr',
    showCost: 'Visa kostnad per månad',
    showCount: 'Visa antal per månad',
    noPlaces: 'Ingen plats sticker ut, så kostnaden fördelas inte på platser.',
  },
  unreported: {
    title: 'Utan anmälan',
    sentence: (without: string, judged: string, noun: string, distance: string, days: string) =>
      `${without} av ${judged} ${noun} har ingen anmälan inom ${distance} och ${days}.`,
    within: (n: string) =>
      n === '0' ? 'samma dag' : `högst ${n} ${n === '1' ? 'dag' : 'dagar'} före eller efter`,
    days: (n: string) => (n === '0' ? 'samma dag' : n === '1' ? '1 dag' : `${n} dagar`),
    none: (noun: string) => `Inga ${noun} går att bedöma.`,
    cost: (amount: string) => `De kostade ${amount}.`,
    distance: 'Avstånd',
    time: 'Dagar före och efter',
    crime: 'Anmälan av',
    anyCrime: 'vilket brott som helst',
    definition: (days: string) =>
      `Som anmälan räknas ett anmält brott av vald typ, högst så långt bort, med början ${days}. En anmälan i närheten behöver inte gälla samma skada.`,
    unplaced: (n: string) => `${n} utan plats eller dag bedöms inte.`,
    outsideTime: (n: string) => `${n} bedöms inte, eftersom brotten inte täcker dagarna före och efter.`,
    columns: { day: 'Dag', type: 'Typ', cost: 'Kostnad, kr', layer: 'Fil', row: 'Rad' },
    listed: (shown: string, all: string) => `Listan visar de första ${shown} av ${all}.`,
  },
}
