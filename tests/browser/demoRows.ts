import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { builtApp } from '../support/builtApp.ts'

/**
 * The demo's incidents by plain reading of the served file: what the tests hold the screen against. Nothing of src/ is used, so
 * that an error there cannot hide.
 */
export interface DemoRow {
  crime: boolean
  type: string
  /** ISO day on which it began, "" where none is given. */
  day: string
  /** Cell of the screen's week (row from Monday × 24 + hours after 06), null where no clock time is given. */
  cell: number | null
}

export interface DemoFilter {
  types?: string[]
  /** Half-open, ISO days. */
  period?: [from: string, to: string]
  cells?: (cell: number) => boolean
}

export function demoRows(): DemoRow[] {
  const [head, ...lines] = readFileSync(join(builtApp(), 'demo/incidents.csv'), 'utf8').trimEnd().split('\n')
  const columns = head.replace('\ufeff', '').trim().split(';')
  const [kind, type, from] = ['slag', 'brottstyp', 'från'].map((name) => columns.indexOf(name))
  return lines.map((line) => {
    const fields = line.trim().split(';')
    return {
      crime: fields[kind] === 'brott',
      type: fields[type],
      day: fields[from].slice(0, 10),
      cell: cellOf(fields[from]),
    }
  })
}

/** Crimes that pass the filter. */
export function crimes(rows: DemoRow[], { types, period, cells }: DemoFilter): DemoRow[] {
  return rows.filter(
    (row) =>
      row.crime &&
      (!types || types.includes(row.type)) &&
      (!period || (row.day >= period[0] && row.day < period[1])) &&
      (!cells || (row.cell !== null && cells(row.cell))),
  )
}

export function byCell(rows: DemoRow[]): number[] {
  const week = new Array<number>(168).fill(0)
  for (const { cell } of rows) if (cell !== null) week[cell]++
  return week
}

export function byType(rows: DemoRow[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { type } of rows) counts.set(type, (counts.get(type) ?? 0) + 1)
  return counts
}

/** Counts of the months from the first month on, "2023-01" … */
export function byMonth(rows: DemoRow[], first: string, months: number): number[] {
  const counts = new Array<number>(months).fill(0)
  const start = monthIndex(first)
  for (const { day } of rows) if (day) counts[monthIndex(day) - start]++
  return counts
}

function monthIndex(day: string): number {
  return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1
}

/** "2023-01-01 22:45" to its cell; the screen's day runs from 06 to 06. */
function cellOf(from: string): number | null {
  const match = /^(\d{4}-\d{2}-\d{2})[ T](\d{2}):\d{2}/.exec(from)
  if (!match) return null
  const weekday = (new Date(`${match[1]}T00:00:00Z`).getUTCDay() + 6) % 7
  return (weekday * 24 + Number(match[2]) - 6 + 168) % 168
}
