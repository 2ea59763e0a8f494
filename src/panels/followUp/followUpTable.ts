import { locale } from '../../i18n/locale.svelte.ts'
import type { FigureTable } from '../save.ts'
import type { FollowUpRow } from './followUpRows.ts'

interface Figures {
  id: string
  name: string
  before: number
  after: number
  difference: number
  /** Fractions; null where they are too few for percent. */
  change: number | null
  lower: number | null
  upper: number | null
  verdict: string
}

/** The follow-up as a table: with the judgement in words, and no percent where there are too few. */
export function followUpTable(rows: readonly FollowUpRow[]): FigureTable<Figures> {
  const { columns, verdict } = locale.texts.process.followUp
  const f = locale.format
  const whole = (key: 'before' | 'after') => ({
    key,
    label: columns[key],
    align: 'end' as const,
    sortable: true,
    format: (_: unknown, row: Figures) => f.integer(row[key]),
  })
  const percent = (key: 'change' | 'lower' | 'upper') => ({
    key,
    label: columns[key],
    align: 'end' as const,
    sortable: true,
    format: (_: unknown, row: Figures) => (row[key] === null ? '–' : f.change(row[key])),
  })
  return {
    columns: [
      { key: 'name', label: columns.name, sortable: true },
      whole('before'),
      whole('after'),
      {
        key: 'difference',
        label: columns.difference,
        align: 'end',
        sortable: true,
        format: (_, row) => f.signed(row.difference),
      },
      percent('change'),
      percent('lower'),
      percent('upper'),
      { key: 'verdict', label: columns.verdict },
    ],
    rows: rows.map(({ id, name, before, after, change }) => {
      const shown = (value: number) => (change.tooFew || !Number.isFinite(value) ? null : value)
      return {
        id,
        name,
        before,
        after,
        difference: after - before,
        change: shown(change.fraction),
        lower: shown(change.lower),
        upper: shown(change.upper),
        verdict: change.tooFew ? verdict.few : change.clear ? verdict.clear : verdict.chance,
      }
    }),
    key: (row) => row.id,
  }
}
