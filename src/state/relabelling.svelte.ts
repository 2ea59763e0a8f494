import type { Selection } from '../domain/selection.ts'
import { typesById, type Taxonomy, type TypeLabel } from '../domain/taxonomy.ts'
import type { AnalysisClient } from '../workers/analysisClient.ts'
import { groupId } from '../workers/engine/typeGroups.ts'
import type { AnalysisState } from './analysis.svelte.ts'
import type { CrimeTypesState } from './crimeTypes.svelte.ts'
import type { DatabaseState } from './database.svelte.ts'
import type { DatasetState } from './dataset.svelte.ts'
import type { SelectionState } from './selection.svelte.ts'

/** What classing anew needs of the state. */
export interface RelabelledParts {
  crimeTypes: CrimeTypesState
  data: DatasetState
  selection: SelectionState
  analysis: AnalysisState
  database: Pick<DatabaseState, 'relabel'>
  worker: Pick<AnalysisClient, 'start'>
}

/** The types of a selection that can still be counted, and those that are gone. */
export function typesThatHold(
  selection: Selection,
  labels: readonly TypeLabel[],
  taxonomy: Taxonomy,
): { kept: string[]; gone: string[] } {
  const counted = new Set(labels.map(groupId))
  const known = typesById(taxonomy)
  const holds = (id: string) => counted.has(id) || known.has(id)
  return { kept: selection.types.filter(holds), gone: selection.types.filter((id) => !holds(id)) }
}

/** Classes what is loaded by the present crime types, without reading a file again. */
export class Relabelling {
  #turn = 0

  constructor(private readonly parts: RelabelledParts) {}

  /**
   * New types for the labels, then in one step the groups and their counts, and the database's names. A chosen type that is gone is no longer
   * chosen, which `crimeTypes.lifted` tells.
   * @returns whether the data set has changed; false where there is none or something later has overtaken this
   */
  async run(): Promise<boolean> {
    const { crimeTypes, data, selection, analysis, database, worker } = this.parts
    const turn = ++this.#turn
    const before = data.current
    if (!before) return false
    const { taxonomy } = crimeTypes.current
    const labels = crimeTypes.classify(before.labels)
    const choice = () => typesThatHold(selection.committed, labels, taxonomy)
    const asked = $state.snapshot({ ...selection.committed, types: choice().kept }) as Selection
    const { sensitive } = crimeTypes
    const job = worker.start('relabel', { labels, sensitive, selection: asked })
    const overtaken = () => turn !== this.#turn || data.current?.labels !== before.labels
    const answer = await job.result.catch((error: Error) => {
      // Labels of a data set that has gone meanwhile are not those of the next one.
      if (overtaken()) return null
      throw error
    })
    const { current } = data
    if (!answer || !current || overtaken()) return false
    const { summary, counts } = answer
    const { kept, gone } = choice()
    const names = new Map(before.summary.groups.map(({ id, label }) => [id, label]))
    data.current = { ...current, labels: [...labels], summary }
    analysis.relabelled(counts, asked)
    if (gone.length > 0) {
      crimeTypes.lifted = gone.map((id) => names.get(id) || id)
      selection.restore({ ...selection.committed, types: kept })
    }
    database.relabel(labels, taxonomy)
    return true
  }

  /** Lifts the filter on types that neither the data nor the crime types know, as an address of other data may hold. */
  dropUnknown(): void {
    const { crimeTypes, data, selection } = this.parts
    if (!data.current) return
    const { kept, gone } = typesThatHold(
      selection.committed,
      data.current.labels,
      crimeTypes.current.taxonomy,
    )
    if (gone.length === 0) return
    crimeTypes.lifted = gone
    selection.restore({ ...selection.committed, types: kept })
  }
}
