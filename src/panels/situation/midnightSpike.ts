import type { IncidentKind } from '../../domain/incident.ts'
import type { Note } from '../../ingest/index.ts'
import type { Layer } from '../../state/layers.ts'

/** What the files with rows of a kind say of clock times at 00:00, the one with most of them; undefined where none does. */
export function midnightSpike(layers: readonly Layer[], kind: IncidentKind): Note | undefined {
  return layers
    .filter(({ kinds }) => kinds[kind] > 0)
    .flatMap(({ report }) => report.notes.filter(({ code }) => code === 'midnightSpike'))
    .sort((a, b) => b.count - a.count)[0]
}
