import type { Formatter } from '../format.ts'
import { fileFormats } from './fileFormats.ts'
import { privacy, type PersonColumns } from './privacy.ts'

/** Rows that a note or a rejection concerns. */
interface Counted {
  count: number
  /** Fraction of the rows loaded. */
  share: number
}

const rows = (f: Formatter, count: number) => `${f.integer(count)} ${count === 1 ? 'rad' : 'rader'}`

export const ingest = {
  /** Why a whole file cannot be used. */
  errors: {
    empty: () => 'Filen är tom.',
    unsupported: (_f: Formatter, p: { looksLike: keyof typeof fileFormats.unsupported }) =>
      `${fileFormats.unsupported[p.looksLike]} ${fileFormats.readable}`,
    brokenFile: (_f: Formatter, p: { format: keyof typeof fileFormats.names; detail: string }) =>
      `Filen (${fileFormats.names[p.format]}) går inte att läsa: den är skadad eller avbruten. Hämta eller exportera den på nytt. (${p.detail})`,
    tooLarge: (f: Formatter, p: { bytes: number; most: number }) =>
      `Filen är på ${f.bytes(p.bytes)}. Formatet måste rymmas i minnet och läses upp till ${f.bytes(p.most)}: dela lagret, eller exportera det som CSV eller GeoJSON.`,
    tooManyColumns: (f: Formatter, p: { most: number }) =>
      `Filen har fler än ${f.integer(p.most)} kolumner. Kontrollera att det inte är värden som står som kolumnnamn.`,
    missingPart: (_f: Formatter, p: { layer: string; part: string }) =>
      `Shapefilen ”${p.layer}” saknar sin .${p.part}. Lägg .shp, .shx, .dbf och .prj i samma zip-fil.`,
    noFeatures: (_f: Formatter, p: { layer: string | null }) =>
      p.layer === null ? 'Filen har inga objekt.' : `Lagret ”${p.layer}” har inga objekt.`,
    entities: () =>
      'Filen är XML som deklarerar egna entiteter. De kan vecklas ut till vilken storlek som helst och läses inte: exportera filen på nytt.',
    severalFiles: (f: Formatter, p: { names: string[] }) =>
      `Arkivet har flera filer som kan läsas: ${f.list(p.names.slice(0, 8))}. Packa upp det och välj en av dem.`,
    nothingInside: (f: Formatter, p: { names: string[] }) =>
      p.names.length === 0
        ? 'Arkivet är tomt.'
        : `Arkivet har ingen fil som Lägesbild läser. I det ligger ${f.list(p.names.slice(0, 8))}.`,
    archiveTooLarge: (f: Formatter, p: { most: number }) =>
      `Arkivet packas upp till mer än ${f.bytes(p.most)}, eller till orimligt mycket mer än det självt är. Packa upp det och välj filen, om du litar på den.`,
    nestedArchive: () => 'Arkivet har arkiv i arkiv. Packa upp det och välj filen.',
    encryptedArchive: () => 'Arkivet har lösenord. Packa upp det och välj filen.',
    brokenWorkbook: (_f: Formatter, p: { detail: string }) =>
      `Arbetsboken går inte att läsa: den är skadad. Öppna och spara den på nytt i Excel. (${p.detail})`,
    rowGroupTooLarge: (f: Formatter, p: { cells: number; most: number }) =>
      `Parquetfilen har en radgrupp med ${f.integer(p.cells)} celler; högst ${f.integer(p.most)} går att hålla i minnet på en gång. Skriv om filen med mindre radgrupper, eller ta bort kolumner som inte behövs.`,
    endlessLine: (f: Formatter, p: { most: number }) =>
      `Filen har en rad som inte tar slut på ${f.integer(p.most)} tecken. Det är inte en tabell: kontrollera att filen exporterats med radbrytningar.`,
    workbookTooLarge: (f: Formatter, p: { most: number }) =>
      `Arbetsboken packas upp till mer än ${f.bytes(p.most)}. Spara bladet som CSV, som läses bit för bit, och försök igen.`,
    noSuchSheet: (f: Formatter, p: { sheet: string; sheets: string[] }) =>
      `Arbetsboken har inget blad ”${p.sheet}”. Den har ${f.list(p.sheets)}.`,
    noRows: (_f: Formatter, p: { sheet: string | null }) =>
      p.sheet === null ? 'Filen har inga rader under rubrikerna.' : `Bladet ”${p.sheet}” har inga rader.`,
    noDateOrPosition: (f: Formatter, p: { columns: string[] }) =>
      `Ingen kolumn går att läsa som datum och inget par av kolumner som koordinater. Kolumnerna är ${f.list(p.columns.slice(0, 12))}. Välj under När eller Var, eller rätta rubrikraden under Filens form.`,
    personFile: (f: Formatter, p: PersonColumns) => privacy.personFile(f, p),
    badCoarsening: (f: Formatter, p: { fault: 'cell' | 'ring' }) => privacy.badCoarsening(f, p),
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
    duplicate: 'Raden finns redan i en tidigare fil',
  },
  /** What is odd about what was loaded. */
  notes: {
    noDateColumn: () => 'Ingen kolumn är vald som datum: inget kan sägas om när.',
    noPositionColumn: () =>
      'Inga kolumner är valda som koordinater: kartan blir tom, men tabeller och tider fungerar.',
    noTypeColumn: () => 'Ingen kolumn är vald som brottstyp: alla rader räknas som en typ.',
    ambiguousDateOrder: () =>
      'Inget datum avgör om dag eller månad står först. Dagen har lästs först: kontrollera mot filen.',
    dateOrderByRows: () =>
      'Urvalet avgjorde inte om dag eller månad står först, men ett datum längre ner i filen gör det. Alla datum är lästa så.',
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
    endWithoutClock: (f: Formatter, p: Counted) =>
      `${rows(f, p.count)} (${f.percent(p.share)}) har ett slutdatum men inget klockslag för slutet, och räknas på starttiden.`,
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
    notAPoint: (f: Formatter, p: Counted) =>
      `${rows(f, p.count)} är linjer, ytor eller flera punkter på en gång i ett lager av punkter. De läses in utan plats.`,
    noType: (f: Formatter, p: Counted) => `${rows(f, p.count)} (${f.percent(p.share)}) saknar brottstyp.`,
    unknownType: (f: Formatter, p: Counted) =>
      `${rows(f, p.count)} (${f.percent(p.share)}) har en brottstyp som inte finns i indelningen. De visas under sitt eget namn.`,
    tooManyTypes: (f: Formatter, p: Counted) =>
      `${rows(f, p.count)} fick ingen brottstyp: kolumnen har fler än 65 000 olika värden. Är rätt kolumn vald?`,
    unknownKind: (f: Formatter, p: Counted) =>
      `${rows(f, p.count)} säger inte vilket slag de är i sin kolumn och har fått filens förval.`,
    unparsableCost: (f: Formatter, p: Counted) =>
      `${rows(f, p.count)} har en kostnad som inte går att läsa som kronor. De räknas utan kostnad.`,
    otherTimeZone: () => 'Filens klockslag är lästa i en annan tidszon och visas i den första filens.',
    repeatedId: (f: Formatter, p: Counted) =>
      `${rows(f, p.count)} har en beteckning som redan står på en rad i samma fil. Alla är inlästa: ett ärende kan gälla flera brott.`,
    shortRow: (f: Formatter, p: Counted) =>
      `${rows(f, p.count)} har färre kolumner än rubrikraden. De som saknas lästes som tomma.`,
    replacedCharacters: (f: Formatter, p: Counted) =>
      `${f.integer(p.count)} tecken gick inte att läsa med den valda teckenkodningen.`,
    hiddenSheets: (f: Formatter, p: Counted) =>
      p.count === 1
        ? 'Arbetsboken har ett dolt blad. Det går att välja under Blad.'
        : `Arbetsboken har ${f.integer(p.count)} dolda blad. De går att välja under Blad.`,
    hiddenRows: (f: Formatter, p: Counted) =>
      `${rows(f, p.count)} är dolda i Excel, till exempel bortfiltrerade. De läses in ändå: ta bort dem i filen om de inte ska räknas.`,
    errorCells: (f: Formatter, p: Counted) =>
      `${f.integer(p.count)} ${p.count === 1 ? 'cell har' : 'celler har'} ett fel i Excel (som #SAKNAS!) och läses som ${p.count === 1 ? 'tom' : 'tomma'}.`,
    switchedEncoding: () =>
      'Filen byter teckenkodning: den började som ren ASCII och lästes sedan som Windows-1252.',
  },
  formats: fileFormats.names,
  roles: {
    id: 'Beteckning',
    from: 'Tid, eller tid från',
    to: 'Tid till',
    position: 'Koordinater',
    type: 'Brottstyp',
    kind: 'Slag',
    place: 'Plats i text',
    cost: 'Kostnad',
  },
  certainty: { sure: 'Säkert', likely: 'Troligt', guess: 'Kontrollera' },
  dateOrders: {
    ymd: 'år-månad-dag',
    dmy: 'dag/månad år',
    mdy: 'månad/dag/år',
    compact: 'ÅÅÅÅMMDD utan skiljetecken',
    serial: 'Excels löpnummer',
    serial1904: 'Excels löpnummer från 1904 (Mac)',
  },
  /** Headings of the file of rejected rows. */
  rejectedFile: {
    row: 'Rad',
    reason: 'Orsak',
    earlier: (file: string, row: string) => `${file}, rad ${row}`,
  },
}
