import { addressColumnsOf } from '../addresses/addressColumns.ts'
import { positionColumns, type Mapping } from '../mapping.ts'

/** Columns that a mapping reads for something: a time, a place, a type, an id. */
export function usedColumns(mapping: Mapping): number[] {
  const { from, to, position, type, kind, place, id, cost, addresses } = mapping
  return [
    from?.column,
    from?.clockColumn,
    to?.column,
    to?.clockColumn,
    ...positionColumns(position),
    ...(addresses ? addressColumnsOf(addresses.columns) : []),
    type,
    kind.column,
    place,
    id,
    cost,
  ].filter((column) => column != null)
}
