import type { Area } from '../../domain/area.ts'
import { valuesOf, type AreaStatistic } from '../../domain/areaStatistics.ts'
import { locale } from '../../i18n/locale.svelte.ts'
import type { FigureTable } from '../save.ts'

interface Figures {
  key: string
  area: string
  unsafe: number
  safe: number
  indicator: string
  year: number | null
  value: number
  lower: number | null
  upper: number | null
  n: number | null
  unit: string
}

/** Every answer of every area and year, with the points that the walks found in the area. */
export function surveyTable(
  surveys: readonly AreaStatistic[],
  areas: readonly Area[],
  felt: ReadonlyMap<string, { unsafe: number; safe: number }>,
): FigureTable<Figures> {
  const texts = locale.texts.triangulation.survey
  const f = locale.format
  const end = { align: 'end' as const, sortable: true }
  const figure = (key: 'value' | 'lower' | 'upper', label: string) => ({
    key,
    label,
    ...end,
    format: (_: unknown, row: Figures) => (row[key] === null ? '–' : f.decimal(row[key], 1)),
  })
  return {
    columns: [
      { key: 'area', label: texts.area, sortable: true },
      { key: 'indicator', label: texts.indicator, sortable: true },
      { key: 'year', label: texts.yearColumn, ...end },
      figure('value', texts.valueColumn),
      figure('lower', texts.lower),
      figure('upper', texts.upper),
      { key: 'n', label: texts.n, ...end },
      { key: 'unit', label: texts.unit },
      { key: 'unsafe', label: texts.unsafe, ...end },
      { key: 'safe', label: texts.safe, ...end },
    ],
    rows: areas.flatMap(({ id, name }) =>
      surveys.flatMap((survey) =>
        valuesOf(survey, id).map(({ year, value, low, high, n }) => ({
          key: `${id}/${survey.id}/${year}`,
          area: name,
          unsafe: felt.get(id)?.unsafe ?? 0,
          safe: felt.get(id)?.safe ?? 0,
          indicator: survey.name,
          year: year > 0 ? year : null,
          value,
          lower: low ?? null,
          upper: high ?? null,
          n: n ?? null,
          unit: survey.unit,
        })),
      ),
    ),
    key: (row) => row.key,
  }
}
