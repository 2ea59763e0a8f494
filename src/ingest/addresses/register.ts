import type { PositionReader } from '../positions/positionReader.ts'
import { streetKey, townKey } from './address.ts'
import { readAddress, type AddressColumns } from './addressColumns.ts'

/**
 * Addresses with their places, by street, then town, number and letter: plain data that can be posted. Arrays but `streets` and
 * `starts` have one value an address.
 */
export interface AddressRegister {
  /** Name of the file. */
  name: string
  /** Rows read, and those of them without an address or a place. */
  rows: number
  skipped: number
  /** Keys of the streets, ascending. */
  streets: string[]
  /** First address of a street; one more than streets. */
  starts: Uint32Array
  /** Keys of the towns; 0 is none. */
  towns: string[]
  town: Uint32Array
  /** 0 where none is given. */
  postalCode: Uint32Array
  /** House number, 0 where none is given. */
  number: Uint32Array
  /** Code of the capital letter, 0 where there is none. */
  letter: Uint16Array
  /** Degrees WGS 84. */
  lon: Float64Array
  lat: Float64Array
}

interface Entry {
  street: string
  town: number
  postalCode: number
  number: number
  letter: number
  lon: number
  lat: number
}

/** Gathers a register row by row. */
export class RegisterBuilder {
  private readonly entries: Entry[] = []
  private readonly towns = new Map<string, number>([['', 0]])
  private rows = 0

  constructor(
    private readonly name: string,
    private readonly columns: AddressColumns,
    private readonly positions: PositionReader,
  ) {}

  add(cells: readonly string[]): void {
    this.rows++
    const address = readAddress(cells, this.columns)
    if (!address || address.street === '' || this.positions.read(cells)) return
    const townName = townKey(address.town)
    let town = this.towns.get(townName)
    if (town === undefined) {
      town = this.towns.size
      this.towns.set(townName, town)
    }
    this.entries.push({
      street: streetKey(address.street),
      town,
      postalCode: address.postalCode,
      number: address.number,
      letter: address.letter === '' ? 0 : address.letter.charCodeAt(0),
      lon: this.positions.lon,
      lat: this.positions.lat,
    })
  }

  build(): AddressRegister {
    const { entries } = this
    entries.sort(
      (a, b) =>
        (a.street < b.street ? -1 : a.street > b.street ? 1 : 0) ||
        a.town - b.town ||
        a.number - b.number ||
        a.letter - b.letter,
    )
    const streets: string[] = []
    const starts: number[] = []
    entries.forEach(({ street }, i) => {
      if (streets.at(-1) === street) return
      streets.push(street)
      starts.push(i)
    })
    starts.push(entries.length)
    return {
      name: this.name,
      rows: this.rows,
      skipped: this.rows - entries.length,
      streets,
      starts: Uint32Array.from(starts),
      towns: [...this.towns.keys()],
      town: Uint32Array.from(entries, (entry) => entry.town),
      postalCode: Uint32Array.from(entries, (entry) => entry.postalCode),
      number: Uint32Array.from(entries, (entry) => entry.number),
      letter: Uint16Array.from(entries, (entry) => entry.letter),
      lon: Float64Array.from(entries, (entry) => entry.lon),
      lat: Float64Array.from(entries, (entry) => entry.lat),
    }
  }
}

/** The middle (median) of a register's places: longitude and latitude; null where it has none. */
export function middleOfRegister({ lon, lat }: AddressRegister): [number, number] | null {
  if (lon.length === 0) return null
  return [lon.slice().sort()[lon.length >> 1]!, lat.slice().sort()[lat.length >> 1]!]
}
