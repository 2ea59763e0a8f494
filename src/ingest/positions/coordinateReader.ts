import type { Crs } from '../crs.ts'
import type { PairSource, PositionSource } from '../mapping.ts'
import { isMissing, parseNumber } from '../numbers.ts'
import type { NoteCode } from '../report.ts'

/** Reads the coordinates of a row as the file gives them. */
export interface CoordinateReader {
  /** Easting or longitude, in the units of `crs`; NaN where there is none. */
  readonly x: number
  /** Northing or latitude. */
  readonly y: number
  /** The CRS of the row that was read last. */
  readonly crs: Crs
  /** Null where the row has coordinates; else why it has none. */
  read(cells: readonly string[]): Extract<NoteCode, 'noPosition' | 'nonNumericPosition'> | null
}

/** The reader of a position's notation. */
export function coordinateReader(source: PositionSource, decimalComma: boolean): CoordinateReader {
  if (source.kind === 'pair') return new PairReader(source, decimalComma)
  throw new TypeError(`No reader of ${source.notation}`)
}

class PairReader implements CoordinateReader {
  x = NaN
  y = NaN
  readonly crs: Crs

  constructor(
    private readonly source: PairSource,
    private readonly decimalComma: boolean,
  ) {
    this.crs = source.crs
  }

  read(cells: readonly string[]) {
    this.x = this.y = NaN
    const xText = (cells[this.source.x] ?? '').trim()
    const yText = (cells[this.source.y] ?? '').trim()
    if (isMissing(xText) || isMissing(yText)) return 'noPosition'
    const x = parseNumber(xText, this.decimalComma)
    const y = parseNumber(yText, this.decimalComma)
    if (Number.isNaN(x) || Number.isNaN(y)) return 'nonNumericPosition'
    this.x = x
    this.y = y
    return null
  }
}
