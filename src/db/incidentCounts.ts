import type { Table } from 'apache-arrow'

/** How many of the chosen incidents fall on each type, month, hour of the week and area. */
export interface IncidentCounts {
  total: number
  /** By index of the type label. */
  byType: Uint32Array
  /** Months that have any, ascending; `start` is the day number of the month's first day. */
  byMonth: { start: number; n: number }[]
  /** Without a date. */
  noDay: number
  /** 168 hours, 0 = Monday 00-01, by the start of the interval. */
  byHour: Uint32Array
  /** Without a clock time. */
  noHour: number
  /** By index of the area. */
  byArea: Uint32Array
  /** In no area, or without a position. */
  noArea: number
}

/** Groupings of the query `counts`. */
const TYPE = 0
const MONTH = 1
const HOUR = 2

/** Reads the result of the query `counts`. */
export function incidentCounts(table: Table, types: number, areas: number): IncidentCounts {
  const counts: IncidentCounts = {
    total: 0,
    byType: new Uint32Array(types),
    byMonth: [],
    noDay: 0,
    byHour: new Uint32Array(168),
    noHour: 0,
    byArea: new Uint32Array(areas),
    noArea: 0,
  }
  const [groupings, keys, ns] = ['grouping', 'key', 'n'].map((name) => table.getChild(name)!)
  for (let i = 0; i < table.numRows; i++) {
    const grouping: number = groupings!.get(i)
    const key: number | null = keys!.get(i)
    const n: number = ns!.get(i)
    if (grouping === TYPE) {
      counts.total += n
      counts.byType[key!] = n
    } else if (grouping === MONTH) {
      if (key === null) counts.noDay = n
      else counts.byMonth.push({ start: key, n })
    } else if (grouping === HOUR) {
      if (key === null) counts.noHour = n
      else counts.byHour[key] = n
    } else if (key === null) counts.noArea = n
    else counts.byArea[key] = n
  }
  return counts
}
