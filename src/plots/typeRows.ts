export interface TypeRow {
  id: string
  name: string
  /** Number of the category's colour, 1-7; 0 = unclassified. */
  categoryColour: number
  /** Name of the category, for grouping. */
  category?: string
  now: number
  /** Count of the comparison period, null where there is none. */
  before: number | null
  /** Relative change as a fraction, null where it cannot be given. */
  change: number | null
  /** Whether the change is more than chance; null where it is not judged. */
  moreThanChance: boolean | null
  /** Too few for a percentage. */
  tooFew: boolean
  selected: boolean
}

export interface TypeGroup {
  /** Category's name, or null where rows stand ungrouped. */
  category: string | null
  rows: TypeRow[]
}

/**
 * The rows to draw: most first, at most `limit` of them and every selected one besides; grouped, categories stand in
 * order of their sum.
 * @param limit null draws all
 */
export function typeGroups(
  rows: readonly TypeRow[],
  limit: number | null,
  grouped: boolean,
  order: 'count' | 'given' = 'count',
): TypeGroup[] {
  const sorted =
    order === 'given'
      ? [...rows]
      : [...rows].sort((a, b) => b.now - a.now || (b.before ?? 0) - (a.before ?? 0))
  const drawn = limit === null ? sorted : firstRows(sorted, limit)
  if (!grouped) return drawn.length > 0 ? [{ category: null, rows: drawn }] : []
  const sums = new Map<string, number>()
  for (const row of rows) sums.set(row.category ?? '', (sums.get(row.category ?? '') ?? 0) + row.now)
  const groups = new Map<string, TypeRow[]>()
  for (const row of drawn) {
    const name = row.category ?? ''
    groups.set(name, [...(groups.get(name) ?? []), row])
  }
  return [...groups]
    .map(([category, members]) => ({ category, rows: members }))
    .sort((a, b) => sums.get(b.category)! - sums.get(a.category)!)
}

/** The first rows and every selected one, as many as the limit where the selected ones leave room: a list keeps its height. */
function firstRows(sorted: readonly TypeRow[], limit: number): TypeRow[] {
  const below = sorted.slice(limit).filter((row) => row.selected).length
  const top = Math.max(0, limit - below)
  return sorted.filter((row, index) => index < top || row.selected)
}

/** The largest count of either period. */
export function topCount(rows: readonly TypeRow[]): number {
  return rows.reduce((max, row) => Math.max(max, row.now, row.before ?? 0), 0)
}

/** Shares of the bar's room, 0-1, for a count: `top` takes it all. */
export function barScale(top: number): (count: number) => number {
  return (count) => (top > 0 ? count / top : 0)
}
