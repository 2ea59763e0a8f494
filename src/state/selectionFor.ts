import { INCIDENT_KINDS, type IncidentKind } from '../domain/incident.ts'
import { EMPTY_SELECTION, type Selection } from '../domain/selection.ts'
import type { DatasetSummary } from '../workers/messages.ts'
import { lastTwelveMonths } from './periods.ts'

/** The kind that a data set opens on: the first that it has. */
export function firstKind({ kinds }: Pick<DatasetSummary, 'kinds'>): IncidentKind {
  return INCIDENT_KINDS.find((kind) => kinds[kind] > 0) ?? 'crime'
}

/** Two years or more of data open on the last twelve whole months, so that there is a year to compare with. */
export function openingSelection(summary: DatasetSummary): Selection {
  return { ...EMPTY_SELECTION, kind: firstKind(summary), period: lastTwelveMonths(summary.span) }
}

/**
 * A selection as it holds once layers have come or gone: a kind without rows gives way to one that has them, types that nothing
 * carries are let go, a period outside the data too; the last twelve months stay the last twelve.
 */
export function keptSelection(
  selection: Selection,
  before: DatasetSummary,
  after: DatasetSummary,
): Selection {
  const kind = after.kinds[selection.kind] > 0 ? selection.kind : firstKind(after)
  const carried = new Set(after.groups.filter(({ kinds }) => kinds[kind] > 0).map(({ id }) => id))
  const types = kind === selection.kind ? selection.types.filter((id) => carried.has(id)) : []
  const { period } = selection
  const latest = lastTwelveMonths(before.span)
  const followed = period && latest && period.from === latest.from && period.to === latest.to
  const inside = period && after.span && period.from < after.span.to && period.to > after.span.from
  return {
    ...selection,
    kind,
    types,
    period: followed ? lastTwelveMonths(after.span) : inside ? period : null,
  }
}
