/** How well an address was found, the best first; the last three give no place. */
export const MATCH_LEVELS = [
  'exact',
  'withoutLetter',
  'nearestNumber',
  'street',
  'ambiguous',
  'notFound',
  'noAddress',
] as const
export type MatchLevel = (typeof MATCH_LEVELS)[number]

/** Levels that give a place. */
export const PLACING_LEVELS = ['exact', 'withoutLetter', 'nearestNumber', 'street'] as const
export type PlacingLevel = (typeof PLACING_LEVELS)[number]

/** What is accepted unless a person says otherwise: the house is right, the door perhaps not. */
export const DEFAULT_LOWEST: PlacingLevel = 'withoutLetter'

/** What came of placing rows by an address register. */
export interface AddressReport {
  /** Name of the register's file. */
  register: string
  /** Addresses in it. */
  addresses: number
  lowest: PlacingLevel
  /** Rows without a position of their own, by how their address was found. */
  counts: Record<MatchLevel, number>
  /** Farthest that a place of the level may lie from the true one, metres; 0 where none was found so. */
  worst: Record<PlacingLevel, number>
  /** Rows that got their place from the register. */
  placed: number
}
