import { streetKeys, townKey, type Address } from './address.ts'
import type { MatchLevel } from './matchLevels.ts'
import type { AddressRegister } from './register.ts'

/** Where an address was found. */
export interface AddressMatch {
  level: MatchLevel
  /** Degrees WGS 84; NaN where it was not found. */
  lon: number
  lat: number
  /** How far the true place may be, metres: the spread of what the address can mean. */
  metres: number
}

/** A number farther than this from the nearest one says no more about where on the street it is. */
const NEAREST_WITHIN = 10
const METRES_PER_DEGREE = 111_320

/** Finds addresses in a register, one street's entries at a time. */
export class AddressMatcher {
  private readonly streets: ReadonlyMap<string, number>
  private readonly towns: ReadonlyMap<string, number>
  private readonly keys = new Map<string, string[]>()

  constructor(private readonly register: AddressRegister) {
    this.streets = new Map(register.streets.map((street, i) => [street, i]))
    this.towns = new Map(register.towns.map((town, i) => [town, i]))
  }

  match(address: Address | null): AddressMatch {
    if (!address || address.street === '') return none('noAddress')
    const street = this.findStreet(address.street)
    if (street === null) return none('notFound')
    const entries = this.entriesOf(street, address)
    if (entries.length === 0) return none('notFound')
    return (
      this.byNumber(entries, address, true) ??
      this.byNumber(entries, address, false) ??
      this.nearby(entries, address)
    )
  }

  private findStreet(name: string): number | null {
    let keys = this.keys.get(name)
    if (!keys) {
      keys = streetKeys(name)
      if (this.keys.size < 50_000) this.keys.set(name, keys)
    }
    for (const key of keys) {
      const street = this.streets.get(key)
      if (street !== undefined) return street
    }
    return null
  }

  /** Entries of the street where the address says it is. A town that the street has not is another street of that name. */
  private entriesOf(street: number, { postalCode, town }: Address): number[] {
    const { register } = this
    const all: number[] = []
    for (let i = register.starts[street]!; i < register.starts[street + 1]!; i++) all.push(i)
    if (postalCode > 0) {
      const same = all.filter((i) => register.postalCode[i] === postalCode)
      if (same.length > 0) return same
    }
    const named = townKey(town)
    if (named === '' || all.every((i) => register.town[i] === 0)) return all
    const known = this.towns.get(named)
    return known === undefined ? [] : all.filter((i) => register.town[i] === known)
  }

  private byNumber(entries: readonly number[], address: Address, withLetter: boolean): AddressMatch | null {
    if (address.number === 0) return null
    const { register } = this
    const letter = address.letter === '' ? 0 : address.letter.charCodeAt(0)
    const found = entries.filter(
      (i) =>
        (register.number[i] === address.number ||
          (address.upTo > 0 && register.number[i] === address.upTo)) &&
        (!withLetter || register.letter[i] === letter),
    )
    if (found.length === 0) return null
    if (this.townsOf(found) > 1) return none('ambiguous')
    return this.at(found[0]!, withLetter ? 'exact' : 'withoutLetter', this.spread(found[0]!, found))
  }

  private nearby(entries: readonly number[], address: Address): AddressMatch {
    if (this.townsOf(entries) > 1) return none('ambiguous')
    const { register } = this
    const { number } = address
    const side = entries.filter((i) => register.number[i]! > 0 && register.number[i]! % 2 === number % 2)
    if (number === 0 || side.length === 0) return this.middle(entries)
    const apart = (i: number) => Math.abs(register.number[i]! - number)
    const nearest = side.reduce((best, i) => (apart(i) < apart(best) ? i : best))
    if (apart(nearest) > NEAREST_WITHIN) return this.middle(entries)
    const across = side.filter(
      (i) => Math.sign(register.number[i]! - number) !== Math.sign(register.number[nearest]! - number),
    )
    // Between two numbers the true place is no farther than the other one; past the end of the street no one knows but by its stride.
    if (across.length > 0) {
      const other = across.reduce((best, i) => (apart(i) < apart(best) ? i : best))
      return this.at(nearest, 'nearestNumber', this.metres(nearest, other))
    }
    return this.at(nearest, 'nearestNumber', this.stride(side) * apart(nearest))
  }

  /** The entry that is nearest to the middle of the street: the middle itself may lie beside a bent one. */
  private middle(entries: readonly number[]): AddressMatch {
    const { lon, lat } = this.register
    const mean = (values: Float64Array) => entries.reduce((sum, i) => sum + values[i]!, 0) / entries.length
    const [x, y] = [mean(lon), mean(lat)]
    const away = (i: number) => this.between(lon[i]!, lat[i]!, x, y)
    const central = entries.reduce((best, i) => (away(i) < away(best) ? i : best))
    return this.at(central, 'street', this.spread(central, entries))
  }

  /** Metres a house number takes along one side of the street; 0 where it has but one house. */
  private stride(side: readonly number[]): number {
    const { number } = this.register
    const [first, last] = [side[0]!, side.at(-1)!]
    const numbers = number[last]! - number[first]!
    return numbers === 0 ? 0 : this.metres(first, last) / numbers
  }

  private townsOf(entries: readonly number[]): number {
    return new Set(entries.map((i) => this.register.town[i])).size
  }

  private spread(from: number, entries: readonly number[]): number {
    return entries.reduce((most, i) => Math.max(most, this.metres(from, i)), 0)
  }

  private metres(a: number, b: number): number {
    const { lon, lat } = this.register
    return this.between(lon[a]!, lat[a]!, lon[b]!, lat[b]!)
  }

  private between(lonA: number, latA: number, lonB: number, latB: number): number {
    const east = (lonA - lonB) * Math.cos((latA * Math.PI) / 180)
    return METRES_PER_DEGREE * Math.hypot(east, latA - latB)
  }

  private at(entry: number, level: MatchLevel, metres: number): AddressMatch {
    return { level, lon: this.register.lon[entry]!, lat: this.register.lat[entry]!, metres }
  }
}

function none(level: MatchLevel): AddressMatch {
  return { level, lon: NaN, lat: NaN, metres: NaN }
}
