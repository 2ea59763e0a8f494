import { locale } from '../../i18n/locale.svelte.ts'
import type { GiStarCells } from '../../workers/messages.ts'
import type { FigureTable } from '../save.ts'

export interface GiFigures {
  cell: number
  n: number
  e: number
  count: number
  z: number
  q: number
}

/** Cells of the study area, the most significant first; those without incidents and without significance left out. */
export function giTable(cells: GiStarCells | null): FigureTable<GiFigures> {
  const heads = locale.texts.panels.where.gi
  const f = locale.format
  const number = (digits: number) => (value: unknown) =>
    typeof value === 'number' ? f.decimal(value, digits) : '–'
  const end = { align: 'end' as const, sortable: true }
  const rows: GiFigures[] = []
  if (cells) {
    const { grid } = cells
    for (let i = 0; i < cells.z.length; i++) {
      if (!cells.inside[i] || (cells.counts[i] === 0 && cells.qValue[i] >= 0.05)) continue
      rows.push({
        cell: i,
        n: grid.originY + (Math.floor(i / grid.columns) + 0.5) * grid.cellSize,
        e: grid.originX + ((i % grid.columns) + 0.5) * grid.cellSize,
        count: cells.counts[i],
        z: cells.z[i],
        q: cells.qValue[i],
      })
    }
  }
  return {
    columns: [
      { key: 'n', label: heads.north, format: number(0), ...end },
      { key: 'e', label: heads.east, format: number(0), ...end },
      { key: 'count', label: locale.texts.panels.where.columns.count, format: number(0), ...end },
      { key: 'z', label: 'z', format: number(2), ...end },
      { key: 'q', label: 'q', format: number(4), ...end },
    ],
    rows: rows.sort((a, b) => b.z - a.z),
    key: (row) => row.cell,
  }
}

/** Cells with more incidents than chance gives, q < 0.05. */
export function hotCells(cells: GiStarCells | null): number {
  if (!cells) return 0
  let hot = 0
  for (let i = 0; i < cells.z.length; i++)
    if (cells.inside[i] && cells.z[i] > 0 && cells.qValue[i] < 0.05) hot++
  return hot
}
