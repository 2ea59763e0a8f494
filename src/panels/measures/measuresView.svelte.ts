import type { MeasureGeometry } from '../../domain/measure.ts'
import type { Prevention } from '../../domain/prevention.ts'
import type { Removal } from '../../domain/measureRemoval.ts'
import type { MeasureDraft } from './measureDraft.ts'
import type { Lagesbild } from '../../state/lagesbild.svelte.ts'

export const MEASURE_TABS = ['list', 'warnings', 'chain', 'followUp'] as const
export type MeasureTab = (typeof MEASURE_TABS)[number]

/** What is looked at among the measures, shared by the list and the map; of the moment, never kept. */
class MeasuresView {
  tab = $state<MeasureTab>('list')
  /** Id of the measure under the pointer, in the list or on the map. */
  pointed = $state<string | null>(null)
  /** The place that is being entered. */
  draft = $state.raw<MeasureGeometry | null>(null)
  /** Id of the measure that is being changed; `new` = one that is not there yet. */
  editing = $state<string | null>(null)
  /** What was being entered when another screen was chosen, by the measure's id or `new`. */
  left: { key: string; draft: MeasureDraft } | null = null
  /** The problem or cause that is being changed. */
  chainEntry = $state.raw<ChainEntry | null>(null)
  /** What was taken out last, and can be had back. */
  removed = $state.raw<{ name: string; restore: Removal['restore'] } | null>(null)

  /** Takes something out, so that it can be had back. */
  remove(app: Lagesbild, name: string, removal: (work: Prevention) => Removal): void {
    const { left, restore } = removal(app.prevention.current)
    app.prevention.replace(left)
    this.removed = { name, restore }
  }

  /** @returns the name of what came back */
  undo(app: Lagesbild): string | null {
    if (!this.removed) return null
    const { name, restore } = this.removed
    app.prevention.replace(restore(app.prevention.current))
    this.removed = null
    return name
  }
}

export type ChainEntry =
  { what: 'problem'; id: string | null } | { what: 'cause'; id: string | null; under: string | null }

export const measuresView = new MeasuresView()
