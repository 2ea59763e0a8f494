import type { AddressPlacement } from '../mapping.ts'
import { readAddress } from './addressColumns.ts'
import { AddressMatcher, type AddressMatch } from './addressMatcher.ts'
import {
  MATCH_LEVELS,
  PLACING_LEVELS,
  type AddressReport,
  type MatchLevel,
  type PlacingLevel,
} from './matchLevels.ts'
import type { AddressRegister } from './register.ts'

/** Places rows by their addresses and keeps the tally. */
export class AddressPlacer {
  private readonly matcher: AddressMatcher
  private readonly counts = Object.fromEntries(MATCH_LEVELS.map((level) => [level, 0])) as Record<
    MatchLevel,
    number
  >
  private readonly worst = Object.fromEntries(PLACING_LEVELS.map((level) => [level, 0])) as Record<
    PlacingLevel,
    number
  >
  private placed = 0
  private last: AddressMatch | null = null

  constructor(
    private readonly placement: AddressPlacement,
    private readonly register: AddressRegister,
  ) {
    this.matcher = new AddressMatcher(register)
  }

  /** The place of a row by its address; null where it was not found as well as was asked for. */
  place(cells: readonly string[]): AddressMatch | null {
    const match = this.matcher.match(readAddress(cells, this.placement.columns))
    this.counts[match.level]++
    this.last = match
    if (!isPlacing(match.level)) return null
    this.worst[match.level] = Math.max(this.worst[match.level], match.metres)
    if (!this.accepts(match.level)) return null
    this.placed++
    return match
  }

  /** The row that was placed last does not stay. */
  takeBack(): void {
    if (!this.last) return
    this.counts[this.last.level]--
    if (isPlacing(this.last.level) && this.accepts(this.last.level)) this.placed--
    this.last = null
  }

  report(): AddressReport {
    return {
      register: this.register.name,
      addresses: this.register.number.length,
      lowest: this.placement.lowest,
      counts: this.counts,
      worst: this.worst,
      placed: this.placed,
    }
  }

  private accepts(level: PlacingLevel): boolean {
    return PLACING_LEVELS.indexOf(level) <= PLACING_LEVELS.indexOf(this.placement.lowest)
  }
}

function isPlacing(level: MatchLevel): level is PlacingLevel {
  return (PLACING_LEVELS as readonly MatchLevel[]).includes(level)
}
