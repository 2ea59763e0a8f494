import { locale } from '../../i18n/locale.svelte.ts'
import type { Lagesbild } from '../../state/lagesbild.svelte.ts'
import type { FigureTable } from '../save.ts'
import { rowWords } from './rowWords.ts'
import { TRIANGULATION_CLASSES, type TriangulationClass, type TriangulationRow } from './triangulationRows.ts'

interface Figures {
  key: string
  class: string
  name: string
  detail: string
  /** Σ weights, to a tenth. */
  crimes: number
  lat: number
  lon: number
}

/** All rows of all classes as one table. */
export function rowTable(
  app: Lagesbild,
  rows: Record<TriangulationClass, TriangulationRow[]> | null,
): FigureTable<Figures> {
  const { columns, classes } = locale.texts.triangulation
  const f = locale.format
  const end = { align: 'end' as const, sortable: true }
  return {
    columns: [
      { key: 'class', label: columns.class, sortable: true },
      { key: 'name', label: columns.name, sortable: true },
      { key: 'crimes', label: columns.crimes, ...end, format: (_, row) => f.integer(row.crimes) },
      { key: 'detail', label: columns.detail },
      { key: 'lat', label: columns.lat, ...end, format: (_, row) => f.decimal(row.lat, 4) },
      { key: 'lon', label: columns.lon, ...end, format: (_, row) => f.decimal(row.lon, 4) },
    ],
    rows: TRIANGULATION_CLASSES.flatMap((of) =>
      (rows?.[of] ?? []).map((row) => ({
        key: row.key,
        class: classes[of].short,
        ...rowWords(app, row),
        crimes: Math.round(10 * row.crimes) / 10,
        lat: row.at[1],
        lon: row.at[0],
      })),
    ),
    key: (row) => row.key,
  }
}
