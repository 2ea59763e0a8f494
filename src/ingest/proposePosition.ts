import type { ColumnProfile } from './columnProfile.ts'
import type { Certainty, PositionSource } from './mapping.ts'
import { proposeAngles } from './positions/proposeAngles.ts'
import { proposeDeclared } from './positions/proposeDeclared.ts'
import { proposePair } from './positions/proposePair.ts'
import { proposeSingle } from './positions/proposeSingle.ts'
import type { SourceGeometry } from './source.ts'

export interface PositionProposal {
  source: PositionSource
  certainty: Certainty
  /** Higher goes before lower; 100 is a pair of named degrees in Sweden. */
  score: number
}

/**
 * Where the file's positions stand, and in which CRS. What the file declares goes before all; a Swedish plane CRS before degrees,
 * degrees before other planes, numbers in two columns before texts.
 */
export function proposePosition(
  profiles: readonly ColumnProfile[],
  geometry: SourceGeometry | null = null,
  fileName = '',
): PositionProposal | null {
  const declared = geometry && proposeDeclared(profiles, geometry)
  if (declared) return declared
  const found = [
    ...proposePair(profiles, fileName),
    ...proposeAngles(profiles),
    ...proposeSingle(profiles),
  ].sort((a, b) => b.score - a.score)
  return found[0] ?? null
}
