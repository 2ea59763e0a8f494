import { positionColumns, type Mapping } from '../mapping.ts'

/** Columns that a mapping reads for something: a time, a place, a type, an id. */
export function usedColumns({ from, to, position, type, kind, place, id, cost }: Mapping): number[] {
  return [
    from?.column,
    from?.clockColumn,
    to?.column,
    to?.clockColumn,
    ...positionColumns(position),
    type,
    kind.column,
    place,
    id,
    cost,
  ].filter((column) => column != null)
}
