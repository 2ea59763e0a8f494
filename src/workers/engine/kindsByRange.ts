import { byKind, INCIDENT_KINDS, type IncidentColumns, type IncidentKind } from '../../domain/incident.ts'
import { inRange, type RowRange } from '../../domain/rowKeys.ts'

/** How many rows of each kind each range of row keys holds. */
export function kindsByRange(
  { kind, row, length }: IncidentColumns,
  ranges: readonly RowRange[],
): Record<IncidentKind, number>[] {
  const counts = ranges.map(() => byKind(() => 0))
  // Rows of a layer lie together: the range of the last row is most often that of the next.
  let at = -1
  for (let i = 0; i < length; i++) {
    if (at < 0 || !inRange(row[i], ranges[at])) at = ranges.findIndex((range) => inRange(row[i], range))
    if (at >= 0) counts[at][INCIDENT_KINDS[kind[i]]]++
  }
  return counts
}
