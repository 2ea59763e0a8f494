import { locale } from '../../../i18n/locale.svelte.ts'
import type { FigureTable } from '../../save.ts'
import type { Readings } from '../../readings.svelte.ts'

/** What costs are broken down by. */
export type CostPart = 'type' | 'area' | 'place'

/** One part's sum in SEK. */
export interface CostRow {
  id: string
  name: string
  now: number
  share: number
  /** null where there is nothing to compare with. */
  before: number | null
}

/** Sums by type, by area or by hotspot, the largest first; parts without any cost are left out. */
export function costRows(readings: Readings, part: CostPart): CostRow[] {
  const costs = readings.counts?.costs
  if (!costs) return []
  const texts = locale.texts.layers.cost
  const row = (id: string, name: string, now: number, before: number | null) => ({ id, name, now, before })
  const parts = {
    type: () =>
      readings.types.map((type, i) =>
        row(type.id, type.name, costs.types.now[i], readings.compares ? costs.types.before[i] : null),
      ),
    area: () => [
      ...readings.areas.map((area, i) =>
        row(area.id, area.name, costs.areas.now[i], readings.compares ? costs.areas.before[i] : null),
      ),
      row(
        '',
        texts.outside,
        costs.areas.now[readings.areas.length],
        readings.compares ? costs.areas.before[readings.areas.length] : null,
      ),
    ],
    place: () => {
      const spots = readings.hotspots.map(({ hotspot, name }) =>
        row(String(hotspot.rank), `${hotspot.rank}. ${name}`, hotspot.cost ?? 0, null),
      )
      const inside = spots.reduce((sum, { now }) => sum + now, 0)
      return [...spots, row('', texts.rest, Math.max(0, costs.total.now - inside), null)]
    },
  }[part]()
  const all = parts.reduce((sum, { now }) => sum + now, 0)
  return parts
    .filter(({ now, before }) => now > 0 || (before ?? 0) > 0)
    .map((one) => ({ ...one, share: all > 0 ? one.now / all : 0 }))
    .sort((a, b) => Number(a.id === '') - Number(b.id === '') || b.now - a.now)
}

/** The same with heads, for the table and the file. */
export function costTable(rows: CostRow[], comparison: string): FigureTable<CostRow> {
  const texts = locale.texts.layers.cost.columns
  const end = { align: 'end' as const, sortable: true }
  const whole = (value: unknown) => (typeof value === 'number' ? locale.format.integer(value) : '–')
  return {
    columns: [
      { key: 'name', label: texts.name, sortable: true },
      { key: 'now', label: texts.now, format: whole, ...end },
      {
        key: 'share',
        label: texts.share,
        format: (value) => (typeof value === 'number' ? locale.format.percent(value, 1) : '–'),
        ...end,
      },
      ...(comparison ? [{ key: 'before', label: texts.before, format: whole, ...end }] : []),
    ],
    rows,
    key: (row) => row.id || row.name,
  }
}
