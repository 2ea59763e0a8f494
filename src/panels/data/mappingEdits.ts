import { profileColumns } from '../../ingest/columnProfile.ts'
import { metricCrsFor, WGS84, type Crs } from '../../ingest/crs.ts'
import type { Mapping, PositionSource, Role, SourceDescription, TimeSource } from '../../ingest/index.ts'
import { middleOf } from '../../ingest/positions/middle.ts'
import { proposeMapping } from '../../ingest/proposeMapping.ts'
import { proposePosition } from '../../ingest/proposePosition.ts'

/** Another column for the start or the end. Without a start there is no end. */
export function chooseTime(
  description: SourceDescription,
  mapping: Mapping,
  role: 'from' | 'to',
  column: number | null,
): Mapping {
  if (column === null)
    return {
      ...mapping,
      [role]: null,
      ...(role === 'from' && { to: null }),
      certainty: without(mapping, role),
    }
  const dates = profileColumns(description)[column].dates
  const clock = (mapping[role] ?? proposeMapping(description)[role])?.clockColumn ?? null
  const standsApart = clock !== column && (!dates || dates.withClock < 0.5 || dates.onlyMidnight)
  const source: TimeSource = {
    column,
    order: dates?.order ?? mapping[role]?.order ?? 'ymd',
    clockColumn: standsApart ? clock : null,
    ambiguous: dates?.ambiguous ?? false,
    midnightIsNoClock: dates?.onlyMidnight ?? false,
  }
  return {
    ...mapping,
    [role]: source,
    certainty: { ...mapping.certainty, [role]: source.ambiguous ? 'guess' : 'sure' },
  }
}

/** A part of how a time is read: its order, or its clock column. An order that a person chose is no convention. */
export function refineTime(
  mapping: Mapping,
  role: 'from' | 'to',
  part: Partial<Pick<TimeSource, 'order' | 'clockColumn' | 'midnightUnknown'>>,
): Mapping {
  const source = mapping[role]
  if (!source) return mapping
  const ambiguous = part.order === undefined && source.ambiguous
  return {
    ...mapping,
    [role]: { ...source, ...part, ambiguous },
    certainty: { ...mapping.certainty, [role]: ambiguous ? mapping.certainty[role] : 'sure' },
  }
}

/**
 * Other columns for the position, null for none. The CRS is looked for among the values where `crs` is null, and the metric
 * CRS follows the middle of the data.
 */
export function choosePosition(
  description: SourceDescription,
  mapping: Mapping,
  columns: { x: number; y: number } | null,
  crs: Crs | null,
): Mapping {
  if (!columns) return { ...mapping, position: null, certainty: without(mapping, 'position') }
  const profiles = profileColumns(description)
  const { x, y } = columns
  const found = proposePosition([profiles[x], profiles[y]])?.source
  const notation = found?.kind === 'pair' ? found.notation : 'number'
  const chosen = crs ?? found?.crs ?? mapping.position?.crs ?? mapping.metric
  return setPosition(description, mapping, { kind: 'pair', x, y, crs: chosen, notation })
}

/** One column that holds both coordinates, null for none; notation, order and CRS are looked for among its values. */
export function chooseSingle(
  description: SourceDescription,
  mapping: Mapping,
  column: number | null,
): Mapping {
  if (column === null) return { ...mapping, position: null, certainty: without(mapping, 'position') }
  const found = proposePosition([profileColumns(description)[column]])?.source
  const fallback = { kind: 'single', column, notation: 'text', northFirst: true, crs: WGS84 } as const
  return setPosition(description, mapping, found?.kind === 'single' ? found : fallback)
}

/** A position as a person has it. The metric CRS follows the middle of the data. */
export function setPosition(
  description: SourceDescription,
  mapping: Mapping,
  position: PositionSource,
): Mapping {
  const middle = middleOf(description, position)
  return {
    ...mapping,
    position,
    metric: middle ? metricCrsFor(...middle) : mapping.metric,
    certainty: { ...mapping.certainty, position: 'sure' },
  }
}

/** Northing and easting change places. */
export function swapAxes(position: PositionSource): PositionSource {
  return position.kind === 'pair'
    ? { ...position, x: position.y, y: position.x }
    : { ...position, northFirst: !position.northFirst }
}

/** Another column for a role that is one column. */
export function chooseColumn(
  mapping: Mapping,
  role: 'id' | 'type' | 'place' | 'kind' | 'cost',
  column: number | null,
): Mapping {
  const chosen = role === 'kind' ? { kind: { ...mapping.kind, column } } : { [role]: column }
  const certainty =
    column === null ? without(mapping, role) : { ...mapping.certainty, [role]: 'sure' as const }
  return { ...mapping, ...chosen, certainty }
}

function without(mapping: Mapping, role: Role): Mapping['certainty'] {
  const certainty = { ...mapping.certainty }
  delete certainty[role]
  return certainty
}
