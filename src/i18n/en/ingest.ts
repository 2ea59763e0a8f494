import type { Formatter } from '../format.ts'
import { fileFormats } from './fileFormats.ts'
import { privacy } from './privacy.ts'
import type { ingest as source } from '../sv/ingest.ts'

/** Rows that a note or a rejection concerns. */
interface Counted {
  count: number
  /** Fraction of the rows loaded. */
  share: number
}

const rows = (f: Formatter, count: number) => `${f.integer(count)} ${count === 1 ? 'row' : 'rows'}`

export const ingest: typeof source = {
  errors: {
    empty: () => 'The file is empty.',
    unsupported: (_f, p) => `${fileFormats.unsupported[p.looksLike]} ${fileFormats.readable}`,
    brokenFile: (_f, p) =>
      `The file (${fileFormats.names[p.format]}) cannot be read: it is damaged or cut off. Fetch or export it anew. (${p.detail})`,
    tooLarge: (f, p) =>
      `The file has ${f.bytes(p.bytes)}. This format has to fit in memory and is read up to ${f.bytes(p.most)}: split the layer, or export it as CSV or GeoJSON.`,
    tooManyColumns: (f, p) =>
      `The file has more than ${f.integer(p.most)} columns. Check that no values stand as column names.`,
    missingPart: (_f, p) =>
      `The Shapefile “${p.layer}” lacks its .${p.part}. Put .shp, .shx, .dbf and .prj into the same zip file.`,
    noFeatures: (_f, p) =>
      p.layer === null ? 'The file has no features.' : `The layer “${p.layer}” has no features.`,
    entities: () =>
      'The file is XML that declares entities of its own. They can unfold to any size and are not read: export the file anew.',
    severalFiles: (f, p) =>
      `The archive has several files that can be read: ${f.list(p.names.slice(0, 8))}. Unpack it and choose one of them.`,
    nothingInside: (f, p) =>
      p.names.length === 0
        ? 'The archive is empty.'
        : `The archive has no file that Lägesbild reads. It holds ${f.list(p.names.slice(0, 8))}.`,
    archiveTooLarge: (f, p) =>
      `The archive unpacks to more than ${f.bytes(p.most)}, or to unreasonably more than its own size. Unpack it and choose the file, if you trust it.`,
    nestedArchive: () => 'The archive holds archives within archives. Unpack it and choose the file.',
    encryptedArchive: () => 'The archive has a password. Unpack it and choose the file.',
    brokenWorkbook: (_f: Formatter, p: { detail: string }) =>
      `The workbook cannot be read: it is damaged. Open and save it again in Excel. (${p.detail})`,
    rowGroupTooLarge: (f, p) =>
      `The Parquet file has a row group of ${f.integer(p.cells)} cells; at most ${f.integer(p.most)} can be held in memory at once. Write it with smaller row groups, or leave out columns that are not needed.`,
    endlessLine: (f, p) =>
      `The file has a line that does not end within ${f.integer(p.most)} characters. That is no table: see that the file was exported with line breaks.`,
    workbookTooLarge: (f, p) =>
      `The workbook unpacks to more than ${f.bytes(p.most)}. Save the sheet as CSV, which is read piece by piece, and try again.`,
    noSuchSheet: (f: Formatter, p: { sheet: string; sheets: string[] }) =>
      `The workbook has no sheet “${p.sheet}”. It has ${f.list(p.sheets)}.`,
    noRows: (_f: Formatter, p: { sheet: string | null }) =>
      p.sheet === null ? 'The file has no rows below its header.' : `The sheet “${p.sheet}” has no rows.`,
    noDateOrPosition: (f: Formatter, p: { columns: string[] }) =>
      `No column reads as a date and no pair of columns as coordinates. The columns are ${f.list(p.columns.slice(0, 12))}. Choose under When or Where, or correct the heading row under The file’s form.`,
    personFile: (f, p) => privacy.personFile(f, p),
    badCoarsening: (f, p) => privacy.badCoarsening(f, p),
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
    duplicate: 'The row is in an earlier file already',
  },
  notes: {
    noDateColumn: () => 'No column is chosen as date: nothing can be said of when.',
    noPositionColumn: () =>
      'No columns are chosen as coordinates: the map stays empty, but tables and times work.',
    noTypeColumn: () => 'No column is chosen as crime type: all rows count as one type.',
    ambiguousDateOrder: () =>
      'No date tells whether the day or the month stands first. The day was read first: check it against the file.',
    dateOrderByRows: () =>
      'The sample did not tell whether day or month comes first, but a date further down in the file does. All dates are read that way.',
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
    endWithoutClock: (f: Formatter, p: Counted) =>
      `${rows(f, p.count)} (${f.percent(p.share)}) ${p.count === 1 ? 'has' : 'have'} an end date but no clock time for the end, and ${p.count === 1 ? 'counts' : 'count'} by the start.`,
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
    notAPoint: (f, p) =>
      `${rows(f, p.count)} are lines, surfaces or several points at once in a layer of points. They are loaded without a place.`,
    noType: (f: Formatter, p: Counted) => `${rows(f, p.count)} (${f.percent(p.share)}) without a crime type.`,
    unknownType: (f: Formatter, p: Counted) =>
      `${rows(f, p.count)} (${f.percent(p.share)}) with a crime type that the taxonomy does not have. They are shown under their own name.`,
    tooManyTypes: (f: Formatter, p: Counted) =>
      `${rows(f, p.count)} got no crime type: the column has more than 65,000 different values. Is it the right column?`,
    unknownKind: (f: Formatter, p: Counted) =>
      `${rows(f, p.count)} do not say their kind in its column and were given the default of the file.`,
    unparsableCost: (f: Formatter, p: Counted) =>
      `${rows(f, p.count)} with a cost that cannot be read as kronor. They count without a cost.`,
    otherTimeZone: () =>
      'The times of the file were read in another time zone and are shown in that of the first file.',
    repeatedId: (f: Formatter, p: Counted) =>
      `${rows(f, p.count)} with a reference that another row of the same file has. All are loaded: a case may hold several crimes.`,
    shortRow: (f: Formatter, p: Counted) =>
      `${rows(f, p.count)} with fewer columns than the header. The missing ones were read as empty.`,
    replacedCharacters: (f: Formatter, p: Counted) =>
      `${f.integer(p.count)} characters could not be read in the chosen encoding.`,
    hiddenSheets: (f, p) =>
      p.count === 1
        ? 'The workbook has a hidden sheet. It can be chosen under Sheet.'
        : `The workbook has ${f.integer(p.count)} hidden sheets. They can be chosen under Sheet.`,
    hiddenRows: (f, p) =>
      `${rows(f, p.count)} ${p.count === 1 ? 'is' : 'are'} hidden in Excel, by a filter for instance. They are read all the same: delete them in the file if they should not count.`,
    errorCells: (f, p) =>
      `${f.integer(p.count)} ${p.count === 1 ? 'cell holds' : 'cells hold'} an error of Excel (such as #N/A) and ${p.count === 1 ? 'is' : 'are'} read as empty.`,
    switchedEncoding: () =>
      'The file changes its encoding: it began as plain ASCII and was then read as Windows-1252.',
  },
  formats: fileFormats.names,
  roles: {
    id: 'Identifier',
    from: 'Time, or time from',
    to: 'Time to',
    position: 'Coordinates',
    type: 'Crime type',
    kind: 'Kind',
    place: 'Place in words',
    cost: 'Cost',
  },
  certainty: { sure: 'Sure', likely: 'Likely', guess: 'Check this' },
  dateOrders: {
    ymd: 'year-month-day',
    dmy: 'day/month year',
    mdy: 'month/day/year',
    compact: 'YYYYMMDD without separators',
    serial: "Excel's serial number",
    serial1904: "Excel's serial number from 1904 (Mac)",
  },
  rejectedFile: { row: 'Row', reason: 'Reason', earlier: (file, row) => `${file}, row ${row}` },
}
