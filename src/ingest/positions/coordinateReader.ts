import { crsByEpsg, type Crs } from '../crs.ts'
import type { PairSource, PositionSource, SingleSource } from '../mapping.ts'
import { isMissing, parseNumber } from '../numbers.ts'
import type { NoteCode } from '../report.ts'
import { parseAngle, type Angle } from './angle.ts'
import { parseIso6709 } from './iso6709.ts'
import { parsePair } from './pairText.ts'
import { parseWktPoint } from './wkt.ts'

type Problem = Extract<NoteCode, 'noPosition' | 'nonNumericPosition'>

/** Reads the coordinates of a row as the file gives them. */
export interface CoordinateReader {
  /** Easting or longitude, in the units of `crs`; NaN where there is none. */
  readonly x: number
  /** Northing or latitude. */
  readonly y: number
  /** The CRS of the row that was read last. */
  readonly crs: Crs
  /** Null where the row has coordinates; else why it has none. */
  read(cells: readonly string[]): Problem | null
}

/** The reader of a position's notation. */
export function coordinateReader(source: PositionSource, decimalComma: boolean): CoordinateReader {
  if (source.kind === 'single') return new SingleReader(source)
  return source.notation === 'dms' ? new AnglesReader(source) : new NumbersReader(source, decimalComma)
}

class NumbersReader implements CoordinateReader {
  x = NaN
  y = NaN
  readonly crs: Crs

  constructor(
    private readonly source: PairSource,
    private readonly decimalComma: boolean,
  ) {
    this.crs = source.crs
  }

  read(cells: readonly string[]): Problem | null {
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

class AnglesReader implements CoordinateReader {
  x = NaN
  y = NaN
  readonly crs: Crs
  private readonly angle: Angle = { degrees: NaN, axis: null, sexagesimal: false }

  constructor(private readonly source: PairSource) {
    this.crs = source.crs
  }

  read(cells: readonly string[]): Problem | null {
    this.x = this.y = NaN
    const xText = (cells[this.source.x] ?? '').trim()
    const yText = (cells[this.source.y] ?? '').trim()
    if (isMissing(xText) || isMissing(yText)) return 'noPosition'
    const x = this.degrees(xText, 'lon')
    const y = this.degrees(yText, 'lat')
    if (Number.isNaN(x) || Number.isNaN(y)) return 'nonNumericPosition'
    this.x = x
    this.y = y
    return null
  }

  /** NaN also where a letter says that it is the other axis. */
  private degrees(text: string, axis: 'lon' | 'lat'): number {
    if (!parseAngle(text, this.angle)) return NaN
    return this.angle.axis === null || this.angle.axis === axis ? this.angle.degrees : NaN
  }
}

class SingleReader implements CoordinateReader {
  x = NaN
  y = NaN
  crs: Crs

  constructor(private readonly source: SingleSource) {
    this.crs = source.crs
  }

  read(cells: readonly string[]): Problem | null {
    this.x = this.y = NaN
    this.crs = this.source.crs
    const text = (cells[this.source.column] ?? '').trim()
    if (isMissing(text) || /^(MULTI)?POINT\s*(Z|M|ZM)?\s*EMPTY$/i.test(text)) return 'noPosition'
    if (this.source.notation === 'text') this.readText(text)
    else if (this.source.notation === 'wkt') this.readWkt(text)
    else this.readIso(text)
    return Number.isNaN(this.x) || Number.isNaN(this.y) ? 'nonNumericPosition' : null
  }

  private readText(text: string): void {
    const pair = parsePair(text)
    if (pair) this.take(pair.first, pair.second, pair.firstIsNorth ?? this.source.northFirst)
  }

  private readWkt(text: string): void {
    const point = parseWktPoint(text)
    if (!point) return
    const own = point.srid === null ? this.source.crs : crsByEpsg(point.srid)
    if (!own) return
    this.crs = own
    this.take(point.x, point.y, this.source.northFirst)
  }

  private readIso(text: string): void {
    const point = parseIso6709(text)
    if (point) this.take(point.lat, point.lon, true)
  }

  private take(first: number, second: number, northFirst: boolean): void {
    this.x = northFirst ? second : first
    this.y = northFirst ? first : second
  }
}
