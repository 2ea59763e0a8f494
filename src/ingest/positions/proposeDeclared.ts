import { mostlyWithin, type ColumnProfile } from '../columnProfile.ts'
import { plausibleExtent } from '../crs.ts'
import type { PairSource } from '../mapping.ts'
import type { PositionProposal } from '../proposePosition.ts'
import type { SourceGeometry } from '../source.ts'
import { proposePair } from './proposePair.ts'

/** The geometry of a geographic file: its own CRS where it declares one that its values can be in, else what the values say. */
export function proposeDeclared(
  profiles: readonly ColumnProfile[],
  { x, y, crs }: SourceGeometry,
): PositionProposal | null {
  const columns = profiles.filter((profile) => profile.index === x || profile.index === y)
  const [easting, northing] = [x, y].map((column) => columns.find((profile) => profile.index === column))
  if (!easting || !northing) return null
  if (crs) {
    const [west, south, east, north] = plausibleExtent(crs)
    const source: PairSource = { kind: 'pair', x, y, crs, notation: 'number' }
    if (mostlyWithin(easting, west, east) && mostlyWithin(northing, south, north))
      return { source, certainty: 'sure', score: Infinity }
  }
  const byValues = proposePair(columns, '').sort((a, b) => b.score - a.score)[0]
  if (byValues) return { ...byValues, certainty: crs ? 'guess' : byValues.certainty }
  return crs && { source: { kind: 'pair', x, y, crs, notation: 'number' }, certainty: 'guess', score: 0 }
}
