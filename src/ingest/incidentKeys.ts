import { MISSING_DAY, type IncidentColumns } from '../domain/incident.ts'
import { foldLabel } from '../domain/taxonomy.ts'
import { Hash53 } from './hash53.ts'
import type { Mapping } from './mapping.ts'
import { isMissing } from './numbers.ts'

/**
 * By what a file's incidents are known again in the next file: hashes of 53 bits ({@link Hash53}), from which nothing of the
 * row can be read. All of one length, row by row.
 */
export interface IncidentKeys {
  /** Of the id; NaN where the row has none. */
  id: Float64Array
  /** Of place, start and type; NaN where neither place nor start is known. */
  content: Float64Array
  /** Of everything that is read of the row: tells a changed row from a repeated one. */
  details: Float64Array
  /** Key of the row in the data set. */
  row: Uint32Array
}

/** Decimals of a degree that a position is compared by: about a metre, which another CRS's rounding does not move. */
const PER_DEGREE = 1e5

/** Computes the keys of rows as they are read. */
export class KeyMaker {
  readonly #hash = new Hash53()
  #id: number[] = []
  #content: number[] = []
  #details: number[] = []
  /** The last row's. */
  id = NaN
  content = NaN
  details = NaN

  constructor(private readonly mapping: Mapping) {}

  /** Reads the row at place `at` of the columns; {@link keep} takes it in. */
  read(cells: readonly string[], columns: IncidentColumns, at: number): void {
    const hash = this.#hash
    const id = this.mapping.id === null ? '' : (cells[this.mapping.id] ?? '').trim()
    this.id = id === '' || isMissing(id) ? NaN : hash.reset().text(id.toLowerCase()).value()
    const { fromUtcMs, toUtcMs, day, lon, lat, type, kind, cost } = columns
    const placeText = this.mapping.place === null ? '' : foldLabel(cells[this.mapping.place] ?? '')
    const placed = !Number.isNaN(lon[at]!)
    const known = placed || placeText !== '' || day[at] !== MISSING_DAY
    hash.reset().number(Number.isNaN(fromUtcMs[at]!) ? day[at]! : fromUtcMs[at]!)
    if (placed) hash.number(Math.round(lon[at]! * PER_DEGREE)).number(Math.round(lat[at]! * PER_DEGREE))
    else hash.text(placeText)
    hash.number(type[at]!).number(kind[at]!)
    this.content = known ? hash.value() : NaN
    this.details = hash.number(toUtcMs[at]!).number(cost[at]!).text(placeText).value()
  }

  keep(): void {
    this.#id.push(this.id)
    this.#content.push(this.content)
    this.#details.push(this.details)
  }

  /** Takes out the keys of the rows kept since the last call. */
  take(row: Uint32Array): IncidentKeys {
    const keys = {
      id: Float64Array.from(this.#id),
      content: Float64Array.from(this.#content),
      details: Float64Array.from(this.#details),
      row: row.slice(),
    }
    this.#id = []
    this.#content = []
    this.#details = []
    return keys
  }
}

/** Keys of several runs of rows as one. */
export function joinKeys(parts: readonly IncidentKeys[]): IncidentKeys {
  const length = parts.reduce((sum, { row }) => sum + row.length, 0)
  const joined: IncidentKeys = {
    id: new Float64Array(length),
    content: new Float64Array(length),
    details: new Float64Array(length),
    row: new Uint32Array(length),
  }
  let at = 0
  for (const part of parts) {
    joined.id.set(part.id, at)
    joined.content.set(part.content, at)
    joined.details.set(part.details, at)
    joined.row.set(part.row, at)
    at += part.row.length
  }
  return joined
}

/** The keys without those of rows that have left. */
export function keysWithout(keys: IncidentKeys, rows: ReadonlySet<number>): IncidentKeys {
  const stays = (_: number, i: number) => !rows.has(keys.row[i]!)
  return {
    id: keys.id.filter(stays),
    content: keys.content.filter(stays),
    details: keys.details.filter(stays),
    row: keys.row.filter(stays),
  }
}

/** The buffers of keys, for a worker's transfer list. */
export function keyBuffers({ id, content, details, row }: IncidentKeys): ArrayBuffer[] {
  return [id.buffer, content.buffer, details.buffer, row.buffer] as ArrayBuffer[]
}
