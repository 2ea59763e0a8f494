import type { Formatter } from '../format.ts'

/** Rows that a note or a rejection concerns. */
interface Counted {
  count: number
  /** Fraction of the rows loaded. */
  share: number
}

const rows = (f: Formatter, count: number) => `${f.integer(count)} ${count === 1 ? 'rad' : 'rader'}`

const LOOKS_LIKE: Record<string, string> = {
  pdf: 'en PDF',
  oldExcel: 'en gammal Excelfil (.xls)',
  zip: 'ett arkiv (zip)',
  image: 'en bild',
  html: 'en webbsida',
  json: 'JSON eller GeoJSON',
  xml: 'XML',
  binary: 'något annat än text',
}

export const ingest = {
  /** Why a whole file cannot be used. */
  errors: {
    empty: () => 'Filen är tom.',
    unsupported: (_f: Formatter, p: { looksLike: string }) =>
      p.looksLike === 'oldExcel'
        ? 'Det är en gammal Excelfil (.xls) eller en arbetsbok med lösenord. Spara den som .xlsx utan lösenord, eller som CSV, och försök igen.'
        : `Innehållet är ${LOOKS_LIKE[p.looksLike] ?? p.looksLike}, inte en tabell. Lägesbild läser CSV och Excel (.xlsx).`,
    brokenWorkbook: (_f: Formatter, p: { detail: string }) =>
      `Arbetsboken går inte att läsa: den är skadad. Öppna och spara den på nytt i Excel. (${p.detail})`,
    noSuchSheet: (f: Formatter, p: { sheet: string; sheets: string[] }) =>
      `Arbetsboken har inget blad ”${p.sheet}”. Den har ${f.list(p.sheets)}.`,
    noRows: (_f: Formatter, p: { sheet: string | null }) =>
      p.sheet === null ? 'Filen har inga rader under rubrikerna.' : `Bladet ”${p.sheet}” har inga rader.`,
    noDateOrPosition: (f: Formatter, p: { columns: string[] }) =>
      `Ingen kolumn går att läsa som datum och inget par av kolumner som koordinater. Kolumnerna är ${f.list(p.columns.slice(0, 12))}.`,
    nothingMapped: () => 'Välj minst en kolumn med datum eller två med koordinater.',
    unreadable: (_f: Formatter, p: { detail: string }) =>
      `Webbläsaren kom inte åt filen. Den kan ha flyttats eller ändrats sedan den valdes. (${p.detail})`,
  },
  /** Why a row was left out; each is counted. */
  rejected: {
    emptyRow: 'Raden är tom',
    tooFewColumns: 'Raden har för få kolumner',
    tooManyColumns: 'Raden har för många kolumner: ett skiljetecken står inne i en text utan citattecken',
    brokenQuotes: 'Ett citattecken öppnas men stängs aldrig',
    unparsableDate: 'Datumet går inte att läsa',
    nothingKnown: 'Varken datum, plats eller brottstyp är ifyllt',
  },
  /** What is odd about what was loaded. */
  notes: {
    noDateColumn: () => 'Ingen kolumn är vald som datum: inget kan sägas om när.',
    noPositionColumn: () =>
      'Inga kolumner är valda som koordinater: kartan blir tom, men tabeller och tider fungerar.',
    noTypeColumn: () => 'Ingen kolumn är vald som brottstyp: alla rader räknas som en typ.',
    ambiguousDateOrder: () =>
      'Inget datum avgör om dag eller månad står först. Dagen har lästs först: kontrollera mot filen.',
    noDate: (f: Formatter, p: Counted) =>
      `${rows(f, p.count)} (${f.percent(p.share)}) saknar datum och räknas bara när hela materialet visas.`,
    noClock: (f: Formatter, p: Counted) =>
      `${rows(f, p.count)} (${f.percent(p.share)}) saknar klockslag och räknas som ”okänd tid”.`,
    unparsableClock: (f: Formatter, p: Counted) =>
      `${rows(f, p.count)} har ett klockslag som inte går att läsa. Datumet används.`,
    wallTimeMoved: (f: Formatter, p: Counted) =>
      `${rows(f, p.count)} har ett klockslag som inte fanns den natt sommartiden började. Det har flyttats en timme framåt.`,
    noEnd: (f: Formatter, p: Counted) =>
      `${rows(f, p.count)} (${f.percent(p.share)}) saknar sluttid och räknas på starttiden.`,
    unparsableEnd: (f: Formatter, p: Counted) =>
      `${rows(f, p.count)} har en sluttid som inte går att läsa och räknas på starttiden.`,
    fromAfterTo: (f: Formatter, p: Counted) =>
      `${rows(f, p.count)} slutar innan de börjar. De räknas som ”okänd tid” när tiden fördelas.`,
    midnightSpike: (f: Formatter, p: Counted) =>
      `${rows(f, p.count)} (${f.percent(p.share)} av dem med klockslag) står på exakt 00:00. Det är ofta ett förvalt värde och inte en tid.`,
    noPosition: (f: Formatter, p: Counted) =>
      `${rows(f, p.count)} (${f.percent(p.share)}) saknar koordinater. De räknas i tabeller och tider men syns inte på kartan.`,
    nonNumericPosition: (f: Formatter, p: Counted) =>
      `${rows(f, p.count)} har koordinater som inte är tal. De läses in utan plats.`,
    nullIsland: (f: Formatter, p: Counted) =>
      `${rows(f, p.count)} har koordinaterna 0, 0. De läses in utan plats.`,
    outsideExtent: (f: Formatter, p: Counted) =>
      `${rows(f, p.count)} ligger utanför koordinatsystemets område. De läses in utan plats: är rätt system valt, och axlarna åt rätt håll?`,
    noType: (f: Formatter, p: Counted) => `${rows(f, p.count)} (${f.percent(p.share)}) saknar brottstyp.`,
    unknownType: (f: Formatter, p: Counted) =>
      `${rows(f, p.count)} (${f.percent(p.share)}) har en brottstyp som inte finns i indelningen. De visas under sitt eget namn.`,
    tooManyTypes: (f: Formatter, p: Counted) =>
      `${rows(f, p.count)} fick ingen brottstyp: kolumnen har fler än 65 000 olika värden. Är rätt kolumn vald?`,
    unknownKind: (f: Formatter, p: Counted) =>
      `${rows(f, p.count)} säger varken brott eller händelse i sin kolumn och har fått filens förval.`,
    shortRow: (f: Formatter, p: Counted) =>
      `${rows(f, p.count)} har färre kolumner än rubrikraden. De som saknas lästes som tomma.`,
    replacedCharacters: (f: Formatter, p: Counted) =>
      `${f.integer(p.count)} tecken gick inte att läsa med den valda teckenkodningen.`,
    switchedEncoding: () =>
      'Filen byter teckenkodning: den började som ren ASCII och lästes sedan som Windows-1252.',
  },
  formats: { csv: 'Text med skiljetecken (CSV)', xlsx: 'Excel (.xlsx)' },
  roles: {
    id: 'Beteckning',
    from: 'Tid, eller tid från',
    to: 'Tid till',
    position: 'Koordinater',
    type: 'Brottstyp',
    kind: 'Brott eller händelse',
    place: 'Plats i text',
  },
  certainty: { sure: 'Säkert', likely: 'Troligt', guess: 'Kontrollera' },
  dateOrders: {
    ymd: 'år-månad-dag',
    dmy: 'dag/månad år',
    mdy: 'månad/dag/år',
    compact: 'ÅÅÅÅMMDD utan skiljetecken',
    serial: 'Excels löpnummer',
  },
  /** Headings of the file of rejected rows. */
  rejectedFile: { row: 'Rad', reason: 'Orsak' },
}
