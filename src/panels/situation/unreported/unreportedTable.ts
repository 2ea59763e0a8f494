import { isoDate } from '../../../domain/period.ts'
import { locale } from '../../../i18n/locale.svelte.ts'
import { rowInLayer, type Layer } from '../../../state/layers.ts'
import type { UnreportedRow } from '../../../workers/engine/unreported.ts'
import type { FigureTable } from '../../save.ts'
import type { Readings } from '../../readings.svelte.ts'

export interface UnreportedFigures {
  key: number
  day: string
  type: string
  cost: number | null
  layer: string
  row: number
  lon: number
  lat: number
}

/** The fires or repairs without a report, with where each stands in its file. */
export function unreportedTable(
  rows: readonly UnreportedRow[],
  readings: Readings,
  layers: readonly Layer[],
): FigureTable<UnreportedFigures> {
  const texts = locale.texts.layers.unreported.columns
  const withCost = rows.some(({ cost }) => !Number.isNaN(cost))
  return {
    columns: [
      { key: 'day', label: texts.day, sortable: true },
      { key: 'type', label: texts.type, sortable: true },
      ...(withCost
        ? [
            {
              key: 'cost',
              label: texts.cost,
              sortable: true,
              align: 'end' as const,
              format: (value: unknown) => (typeof value === 'number' ? locale.format.integer(value) : '–'),
            },
          ]
        : []),
      { key: 'row', label: texts.row, sortable: true, align: 'end' },
    ],
    rows: rows.map(({ row, day, group, cost, lon, lat }) => {
      const place = rowInLayer(layers, row)
      return {
        key: row,
        day: isoDate(day),
        type: readings.types[group]?.name ?? '',
        cost: Number.isNaN(cost) ? null : cost,
        layer: place?.layer.fileName ?? '',
        row: place?.row ?? row,
        lon,
        lat,
      }
    }),
    key: ({ key }) => key,
  }
}
