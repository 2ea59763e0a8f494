import type { Formatter } from '../format.ts'
import type { ingest as source } from '../sv/ingest.ts'

/** Rows that a note or a rejection concerns. */
interface Counted {
  count: number
  /** Fraction of the rows loaded. */
  share: number
}

const rows = (f: Formatter, count: number) => `${f.integer(count)} ${count === 1 ? 'row' : 'rows'}`

const LOOKS_LIKE: Record<string, string> = {
  pdf: 'a PDF',
  oldExcel: 'an old Excel file (.xls)',
  zip: 'an archive (zip)',
  image: 'an image',
  html: 'a web page',
  json: 'JSON or GeoJSON',
  xml: 'XML',
  binary: 'something other than text',
}

export const ingest: typeof source = {
  errors: {
    empty: () => 'The file is empty.',
    unsupported: (_f: Formatter, p: { looksLike: string }) =>
      p.looksLike === 'oldExcel'
        ? 'This is an old Excel file (.xls) or a workbook with a password. Save it as .xlsx without one, or as CSV, and try again.'
        : `The content is ${LOOKS_LIKE[p.looksLike] ?? p.looksLike}, not a table. Lägesbild reads CSV and Excel (.xlsx).`,
    brokenWorkbook: (_f: Formatter, p: { detail: string }) =>
      `The workbook cannot be read: it is damaged. Open and save it again in Excel. (${p.detail})`,
    noSuchSheet: (f: Formatter, p: { sheet: string; sheets: string[] }) =>
      `The workbook has no sheet “${p.sheet}”. It has ${f.list(p.sheets)}.`,
    noRows: (_f: Formatter, p: { sheet: string | null }) =>
      p.sheet === null ? 'The file has no rows below its header.' : `The sheet “${p.sheet}” has no rows.`,
    noDateOrPosition: (f: Formatter, p: { columns: string[] }) =>
      `No column reads as a date and no pair of columns as coordinates. The columns are ${f.list(p.columns.slice(0, 12))}.`,
    nothingMapped: () => 'Choose at least one column with dates or two with coordinates.',
    unreadable: (_f: Formatter, p: { detail: string }) =>
      `The browser could not read the file. It may have been moved or changed since it was chosen. (${p.detail})`,
  },
  rejected: {
    emptyRow: 'The row is empty',
    tooFewColumns: 'The row has too few columns',
    tooManyColumns: 'The row has too many columns: a delimiter stands inside a text without quotes',
    brokenQuotes: 'A quote opens and never closes',
    unparsableDate: 'The date cannot be read',
    nothingKnown: 'Neither date, place nor crime type is given',
  },
  notes: {
    noDateColumn: () => 'No column is chosen as date: nothing can be said of when.',
    noPositionColumn: () =>
      'No columns are chosen as coordinates: the map stays empty, but tables and times work.',
    noTypeColumn: () => 'No column is chosen as crime type: all rows count as one type.',
    ambiguousDateOrder: () =>
      'No date tells whether the day or the month stands first. The day was read first: check it against the file.',
    noDate: (f: Formatter, p: Counted) =>
      `${rows(f, p.count)} (${f.percent(p.share)}) without a date count only where the whole material is shown.`,
    noClock: (f: Formatter, p: Counted) =>
      `${rows(f, p.count)} (${f.percent(p.share)}) without a clock time count as “unknown time”.`,
    unparsableClock: (f: Formatter, p: Counted) =>
      `${rows(f, p.count)} with a clock time that cannot be read. The date is used.`,
    wallTimeMoved: (f: Formatter, p: Counted) =>
      `${rows(f, p.count)} with a clock time that did not exist on the night when summer time began. It was moved an hour forward.`,
    noEnd: (f: Formatter, p: Counted) =>
      `${rows(f, p.count)} (${f.percent(p.share)}) without an end time count at their start.`,
    unparsableEnd: (f: Formatter, p: Counted) =>
      `${rows(f, p.count)} with an end time that cannot be read count at their start.`,
    fromAfterTo: (f: Formatter, p: Counted) =>
      `${rows(f, p.count)} end before they begin. They count as “unknown time” where time is spread.`,
    midnightSpike: (f: Formatter, p: Counted) =>
      `${rows(f, p.count)} (${f.percent(p.share)} of those with a clock time) stand at exactly 00:00. That is often a default and not a time.`,
    noPosition: (f: Formatter, p: Counted) =>
      `${rows(f, p.count)} (${f.percent(p.share)}) without coordinates. They count in tables and times but are not on the map.`,
    nonNumericPosition: (f: Formatter, p: Counted) =>
      `${rows(f, p.count)} with coordinates that are no numbers. They are loaded without a place.`,
    nullIsland: (f: Formatter, p: Counted) =>
      `${rows(f, p.count)} at the coordinates 0, 0. They are loaded without a place.`,
    outsideExtent: (f: Formatter, p: Counted) =>
      `${rows(f, p.count)} outside the extent of the coordinate system. They are loaded without a place: is it the right system, and are the axes the right way round?`,
    noType: (f: Formatter, p: Counted) => `${rows(f, p.count)} (${f.percent(p.share)}) without a crime type.`,
    unknownType: (f: Formatter, p: Counted) =>
      `${rows(f, p.count)} (${f.percent(p.share)}) with a crime type that the taxonomy does not have. They are shown under their own name.`,
    tooManyTypes: (f: Formatter, p: Counted) =>
      `${rows(f, p.count)} got no crime type: the column has more than 65,000 different values. Is it the right column?`,
    unknownKind: (f: Formatter, p: Counted) =>
      `${rows(f, p.count)} say neither crime nor event in their column and were given the default of the file.`,
    shortRow: (f: Formatter, p: Counted) =>
      `${rows(f, p.count)} with fewer columns than the header. The missing ones were read as empty.`,
    replacedCharacters: (f: Formatter, p: Counted) =>
      `${f.integer(p.count)} characters could not be read in the chosen encoding.`,
    switchedEncoding: () =>
      'The file changes its encoding: it began as plain ASCII and was then read as Windows-1252.',
  },
  formats: { csv: 'Delimited text (CSV)', xlsx: 'Excel (.xlsx)' },
  roles: {
    id: 'Identifier',
    from: 'Time, or time from',
    to: 'Time to',
    position: 'Coordinates',
    type: 'Crime type',
    kind: 'Crime or event',
    place: 'Place in words',
  },
  certainty: { sure: 'Sure', likely: 'Likely', guess: 'Check this' },
  dateOrders: {
    ymd: 'year-month-day',
    dmy: 'day/month year',
    mdy: 'month/day/year',
    compact: 'YYYYMMDD without separators',
    serial: "Excel's serial number",
  },
  rejectedFile: { row: 'Row', reason: 'Reason' },
}
