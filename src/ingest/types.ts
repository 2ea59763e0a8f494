import defaultTaxonomy from '../domain/defaultTaxonomy.json' with { type: 'json' }
import { foldLabel, taxonomyIndex, type Taxonomy, type TypeLabel } from '../domain/taxonomy.ts'

let defaultIndex: Map<string, string> | null = null

/** Folded label → type id of the default taxonomy. */
export function defaultTaxonomyIndex(): Map<string, string> {
  defaultIndex ??= taxonomyIndex(defaultTaxonomy as Taxonomy)
  return defaultIndex
}

/** `IncidentColumns.type` is 16 bits wide. */
const MOST_LABELS = 65_536

/** Numbers the type labels of a data set in the order in which they come; labels that differ in case only are one. */
export class TypeDictionary {
  readonly labels: TypeLabel[]
  /** Crimes by label: events have types of their own, which no crime taxonomy knows. */
  readonly counts: number[]
  private readonly byText = new Map<string, number>([['', 0]])
  private readonly byFolded = new Map<string, number>()

  /** @param known labels of the data set that are numbered already; the first is always "none" */
  constructor(
    private readonly taxonomy: ReadonlyMap<string, string>,
    known: readonly TypeLabel[] = [{ label: '', typeId: null }],
  ) {
    this.labels = [...known]
    this.counts = known.map(() => 0)
    known.forEach(({ label }, index) => this.byFolded.set(foldLabel(label), index))
  }

  /** Number of a label, counted; -1 where there is no room for another. */
  add(text: string, crime: boolean): number {
    let index = this.byText.get(text)
    if (index === undefined) {
      const folded = foldLabel(text)
      index = this.byFolded.get(folded)
      if (index === undefined) {
        index = this.labels.length
        if (index >= MOST_LABELS) return -1
        this.labels.push({ label: text, typeId: this.taxonomy.get(folded) ?? null })
        this.counts.push(0)
        this.byFolded.set(folded, index)
      }
      if (this.byText.size < MOST_LABELS) this.byText.set(text, index)
    }
    if (crime) this.counts[index]!++
    return index
  }

  /** Takes back one crime of a label. */
  uncount(index: number): void {
    this.counts[index]!--
  }

  /** Labels that the taxonomy does not have, most common first. */
  unknown(limit: number): { label: string; count: number }[] {
    return this.labels
      .map((label, i) => ({
        label: label.label,
        count: this.counts[i]!,
        known: i === 0 || label.typeId !== null,
      }))
      .filter((entry) => !entry.known && entry.count > 0)
      .sort((a, b) => b.count - a.count)
      .slice(0, limit)
      .map(({ label, count }) => ({ label, count }))
  }
}
