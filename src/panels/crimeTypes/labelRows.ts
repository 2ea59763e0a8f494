import { crimeCodeOf } from '../../domain/crimeCodes.ts'
import { foldLabel, typesById, type Taxonomy } from '../../domain/taxonomy.ts'
import type { Classifier, Reading } from '../../domain/typeClassifier.ts'
import type { Dataset } from '../../state/dataset.svelte.ts'
import type { Language } from '../../i18n/format.ts'

/** A label of the loaded data: how many crimes carry it, what it is read as, and why. */
export interface LabelRow {
  label: string
  count: number
  reading: Reading
  /** Name and colour of what it is read as; null where it is not classed. */
  type: { name: string; category: string; colour: number } | null
}

/** Labels that a crime carries, most common first; "no type given" is none of them. */
export function labelRows(
  { labels, summary }: Pick<Dataset, 'labels' | 'summary'>,
  read: Classifier,
  taxonomy: Taxonomy,
  language: Language,
): LabelRow[] {
  const types = typesById(taxonomy)
  const counts = summary.labelKinds.crime
  return labels
    .flatMap(({ label }, i): LabelRow[] => {
      const count = counts[i] ?? 0
      if (label === '' || count === 0) return []
      const reading = read(label)
      const known = reading.typeId === null ? undefined : types.get(reading.typeId)
      const type = known && {
        name: known.type.name[language],
        category: known.category.name[language],
        colour: known.category.colour,
      }
      return [{ label, count, reading, type: type ?? null }]
    })
    .sort((a, b) => b.count - a.count)
}

export type LabelsShown = 'all' | 'unknown' | 'own'

/** Rows that a search and a choice leave. */
export function shownRows(rows: readonly LabelRow[], search: string, shown: LabelsShown): LabelRow[] {
  const words = foldLabel(search)
  return rows.filter(
    ({ label, type, reading }) =>
      (shown === 'all' || (shown === 'unknown' ? type === null : reading.by === 'person')) &&
      (words === '' || foldLabel(`${label} ${type?.name ?? ''} ${type?.category ?? ''}`).includes(words)),
  )
}

/** How much of the data is classed. */
export interface LabelSums {
  labels: number
  unknown: number
  /** Crimes of labels that are not classed, and of all. */
  unknownRows: number
  rows: number
  withoutType: number
  /** Labels that are crime codes, and those of them without a type. */
  codes: number
  unknownCodes: number
}

export function labelSums(rows: readonly LabelRow[], { summary }: Pick<Dataset, 'summary'>): LabelSums {
  const unknown = rows.filter(({ type }) => type === null)
  const isCode = ({ label }: LabelRow) => crimeCodeOf(label) !== null
  return {
    labels: rows.length,
    unknown: unknown.length,
    unknownRows: unknown.reduce((sum, { count }) => sum + count, 0),
    rows: summary.kinds.crime,
    withoutType: summary.labelKinds.crime[0] ?? 0,
    codes: rows.filter(isCode).length,
    unknownCodes: unknown.filter(isCode).length,
  }
}

/** Labels and crimes by what they are read as. */
export function countsByType(rows: readonly LabelRow[]): Map<string, { labels: number; rows: number }> {
  const counts = new Map<string, { labels: number; rows: number }>()
  for (const { reading, count } of rows) {
    if (reading.typeId === null) continue
    const sum = counts.get(reading.typeId) ?? { labels: 0, rows: 0 }
    counts.set(reading.typeId, { labels: sum.labels + 1, rows: sum.rows + count })
  }
  return counts
}
