import type { PreventionFileErrorData as Errors } from '../../domain/preventionFile/error.ts'

const many = (n: number, one: string, several: string) => (n === 1 ? one : several)

export const preventionFiles = {
  title: 'Så läses filen',
  /** The button on the screens, and what a file is offered as. */
  import: {
    walks: 'Läs in vandringar',
    measures: 'Läs in åtgärder',
    hint: 'Excel, CSV, GeoJSON, GPX, KML, Shapefile',
  },
  export: {
    walks: 'Spara vandringarna',
    walk: 'Spara vandringen',
    measures: 'Spara åtgärderna',
    xlsx: 'Excel',
    csv: 'CSV',
    geojson: 'GeoJSON',
    gpx: 'GPX',
    hints: {
      xlsx: 'En arbetsbok med ett blad per tabell',
      csv: 'En zip med en fil per tabell',
      geojson: 'För kartprogram, allt i en fil',
      gpx: 'Rutt och iakttagelser, för telefon och GPS',
    },
    writing: 'Skriver filen …',
    failed: (sentence: string) => `Filen kunde inte skrivas. ${sentence}`,
    names: { walks: 'vandringar', measures: 'atgarder' },
  },
  subject: 'Filen innehåller',
  subjects: { walks: 'Vandringar', measures: 'Åtgärder' },
  back: 'Tillbaka',
  accept: {
    walks: (n: number, written: string) => `Ta in ${written} ${many(n, 'vandring', 'vandringar')}`,
    measures: (n: number, written: string) => `Ta in ${written} ${many(n, 'åtgärd', 'åtgärder')}`,
    join: 'Lägg till i vandringen',
  },
  facts: {
    own: 'sparad av Lägesbild',
    foreign: (rows: string) => `${rows} rader`,
    walks: (n: number, written: string) => `${written} ${many(n, 'vandring', 'vandringar')}`,
    observations: (n: number, written: string) => `${written} ${many(n, 'iakttagelse', 'iakttagelser')}`,
    measures: (n: number, written: string) => `${written} ${many(n, 'åtgärd', 'åtgärder')}`,
    causes: (n: number, written: string) => `${written} ${many(n, 'orsak', 'orsaker')}`,
    problems: (n: number, written: string) => `${written} ${many(n, 'problem', 'problem')}`,
    activity: (n: number, written: string) => `${written} ${many(n, 'aktivitetsserie', 'aktivitetsserier')}`,
    route: (points: string) => `rutt med ${points} punkter`,
  },
  walk: {
    title: 'Vandringen',
    into: 'Hör till',
    ownWalk: 'En egen vandring',
    date: 'Datum',
    name: 'Titel',
    startTime: 'Starttid',
    light: 'Ljus',
    lights: { daylight: 'Dagsljus', dusk: 'Skymning', dark: 'Mörker' },
    organiser: 'Arrangör',
    feelsUnsaid: 'Där inget sägs',
    feels: { safe: 'Trygg', unsafe: 'Otrygg' },
    dateMissing: 'Ange vilken dag vandringen var: filen säger det inte.',
    addOther: 'Har du rutten (GPX) eller tabellen i en annan fil? Släpp den på sidan, så läggs den till här.',
  },
  measuresStart: 'Start där inget anges',
  columns: 'Kolumner',
  moreColumns: 'Fler kolumner',
  table: 'Blad eller lager',
  fields: {
    text: 'Iakttagelse',
    feels: 'Trygg eller otrygg',
    category: 'Kategori',
    responsible: 'Ansvarig',
    decision: 'Beslut',
    reason: 'Skäl',
    due: 'Åtgärd senast',
    done: 'Åtgärdad',
    confirmed: 'Bekräftad',
    photo: 'Foto',
    id: 'Id',
    walk: 'Vandring',
    date: 'Datum',
    participants: 'Deltagare',
    title: 'Åtgärd',
    kind: 'Slag',
    status: 'Status',
    start: 'Start',
    end: 'Slut',
    cause: 'Orsak',
    problem: 'Problem',
    goal: 'Mål',
    followUp: 'Uppföljning',
    mechanism: 'Mekanism',
    crimeTypes: 'Brottstyper',
    cost: 'Kostnad',
    evidence: 'Underlag',
    radius: 'Radie (m)',
  },
  position: {
    title: 'Plats',
    placed: 'Står i filens egen geometri.',
    north: 'Latitud eller nord',
    east: 'Longitud eller öst',
    single: 'Koordinater',
    crs: 'Koordinatsystem',
    none: 'Ingen kolumn är vald: rader utan plats kan inte bli iakttagelser.',
    noneMeasures: 'Ingen kolumn är vald: åtgärderna tas in utan plats, och effekten kan inte bedömas.',
  },
  preview: 'Så här blir de första',
  noText: '(ingen text)',
  nothing:
    'Inget i filen går att ta in som det läses nu. Ändra kolumnerna, eller se vad som inte kunde läsas.',
  personal: {
    title: 'Personuppgifter i texterna',
    found: (kind: string, n: number, texts: string) => `${kind} i ${texts} ${many(n, 'text', 'texter')}.`,
    why: 'Det som tas in kan bli allmän handling. Inget är sparat än.',
    choice: 'Personuppgifter',
    hide: 'Stryk dem',
    keep: 'Behåll',
    named: (n: number, rows: string) =>
      `Deltagare stod med namn på ${rows} ${many(n, 'rad', 'rader')}. De är räknade, och namnen är borttagna.`,
  },
  conflict: {
    title: 'Finns redan',
    found: (what: string) => `Samma id med annat innehåll: ${what}.`,
    choice: 'Det som redan finns',
    replace: 'Ersätt',
    both: 'Behåll båda',
  },
  problemsTitle: 'Att veta om raderna',
  fine: 'Allt i filen kunde läsas.',
  leftOut: (n: number, rows: string) => `${rows} ${many(n, 'rad tas', 'rader tas')} inte in.`,
  noted: (n: number, cells: string) =>
    `${cells} ${many(n, 'cell läses annorlunda än den står', 'celler läses annorlunda än de står')}.`,
  allProblems: 'Alla rader',
  morePlaces: (n: string) => `och ${n} till`,
  /** Where a row stands, before what is wrong with it. */
  place: (table: string, row: string, column: string) =>
    [table, `rad ${row}`, column && `”${column}”`].filter(Boolean).join(', '),
  problems: {
    noId: () => 'Namn eller id saknas. Raden tas inte in.',
    noDate: () => 'Datum saknas. Raden tas inte in.',
    notDate: (value: string) => `”${value}” är inget datum. Raden tas inte in.`,
    notNumber: (value: string) => `”${value}” är inget tal. Raden tas inte in.`,
    noPosition: () => 'Koordinater saknas. Raden tas inte in.',
    outsideWorld: (value: string) =>
      value === ''
        ? 'Koordinaterna ligger utanför sitt system. Raden tas inte in.'
        : `”${value}” ligger utanför sitt system. Raden tas inte in.`,
    unknownParent: (value: string) => `Hör till ”${value}”, som inte finns i filen. Raden tas inte in.`,
    notThisKind: () => 'Är varken vandring eller åtgärd som Lägesbild skrivit den. Tas inte in.',
    unknownWord: (value: string, instead: string) =>
      instead === ''
        ? `”${value}” är inget känt ord och utelämnas.`
        : `”${value}” är inget känt ord och läses som ${instead}.`,
    cellLeftOut: (value: string) => `”${value}” gick inte att tolka. Cellen utelämnas, raden tas in.`,
    sameId: (value: string, instead: string) =>
      `Id ”${value}” fanns redan på en rad före och blir ”${instead}”.`,
  },
  outcome: {
    walks: (walks: string, observations: string) => `Inlästa: ${walks} med ${observations}.`,
    joined: (observations: string, walk: string) => `${observations} lades till i ${walk}.`,
    measures: (what: string) => `Inlästa: ${what}.`,
  },
  errors: {
    textTooLong: ({ start }: Errors['textTooLong'], most: string) =>
      `En text är längre än de ${most} tecken som Excel rymmer (”${start}…”). Spara som CSV eller GeoJSON i stället.`,
    brokenJson: () => 'Filen är avklippt eller skadad. Spara den på nytt där den kom ifrån.',
    nothingFound: () =>
      'Filen innehåller varken vandringar, iakttagelser eller åtgärder. Välj en tabell med en rad per iakttagelse eller åtgärd, eller en rutt.',
    tooManyRows: ({ rows, most }: { rows: string; most: string }) =>
      `Filen har ${rows} rader, och högst ${most} kan läsas in på en gång. Dela den.`,
    tooManyRoutes: ({ routes, most }: { routes: string; most: string }) =>
      `Filen innehåller ${routes} linjer, och en vandring är en linje. Välj en fil med högst ${most} rutter, eller med punkter (brott) eller ytor (områden).`,
  },
}
