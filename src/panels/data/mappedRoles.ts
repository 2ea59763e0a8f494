import type { Mapping, Role } from '../../ingest/index.ts'
import { positionColumns } from '../../ingest/mapping.ts'

/** The roles that have columns, in words, with the columns' names in the order of the role: date and clock, north and east. */
export function mappedRoles(
  mapping: Mapping,
  columns: readonly string[],
  words: Record<Role, string>,
): { label: string; columns: string[] }[] {
  const { from, to, position, type, kind, place, id, cost } = mapping
  const numbers: [Role, (number | null | undefined)[]][] = [
    ['from', [from?.column, from?.clockColumn]],
    ['to', [to?.column, to?.clockColumn]],
    ['position', positionColumns(position).reverse()],
    ['type', [type]],
    ['kind', [kind.column]],
    ['place', [place]],
    ['id', [id]],
    ['cost', [cost]],
  ]
  return numbers
    .map(([role, found]) => ({
      label: words[role],
      columns: found.filter((column) => column != null).map((column) => columns[column]),
    }))
    .filter((role) => role.columns.length > 0)
}
