import type { HourWindow } from '../domain/hourWindow.ts'
import type { IncidentKind } from '../domain/incident.ts'
import type { Period } from '../domain/period.ts'
import {
  EMPTY_SELECTION,
  type Comparison,
  type PlaceFilter,
  type Selection,
  type TimeMethod,
} from '../domain/selection.ts'

/** One of the filters that a person can lift on its own. */
export type FilterName = 'period' | 'types' | 'hours' | 'place'

/** A brush moves, goes back to what stands, or rests on something new. */
export type SelectionChange = 'preview' | 'withdraw' | 'commit'

/** What is chosen, and what a moving brush proposes before it rests. */
export class SelectionState {
  committed = $state.raw<Selection>(EMPTY_SELECTION)
  preview = $state.raw<Partial<Selection> | null>(null)
  readonly current: Selection = $derived(
    this.preview ? { ...this.committed, ...this.preview } : this.committed,
  )

  constructor(private readonly onchange: (change: SelectionChange) => void) {}

  /** What a moving brush would choose; what stands already, or null, takes the proposal back. */
  propose(part: Partial<Selection> | null): void {
    const { committed } = this
    const stands = part === null || JSON.stringify({ ...committed, ...part }) === JSON.stringify(committed)
    this.preview = stands ? null : part
    this.onchange(stands ? 'withdraw' : 'preview')
  }

  commit(part: Partial<Selection>): void {
    this.preview = null
    this.committed = { ...this.committed, ...part }
    this.onchange('commit')
  }

  /** Takes over a whole selection without telling anyone: the caller loads or goes through history. */
  restore(selection: Selection): void {
    this.preview = null
    this.committed = selection
  }

  choosePeriod(period: Period | null): void {
    this.commit({ period })
  }

  chooseHours(hours: HourWindow | null): void {
    this.commit({ hours })
  }

  chooseTypes(types: string[]): void {
    this.commit({ types })
  }

  /** Adds the types, or takes them away where all of them are chosen already. */
  toggleTypes(ids: readonly string[]): void {
    const chosen = new Set(this.committed.types)
    const all = ids.every((id) => chosen.has(id))
    for (const id of ids) {
      if (all) chosen.delete(id)
      else chosen.add(id)
    }
    this.commit({ types: [...chosen] })
  }

  choosePlace(place: PlaceFilter | null): void {
    this.commit({ place })
  }

  toggleArea(id: string): void {
    const { place } = this.committed
    const ids = place?.kind === 'areas' ? place.ids : []
    const next = ids.includes(id) ? ids.filter((other) => other !== id) : [...ids, id]
    this.commit({ place: next.length > 0 ? { kind: 'areas', ids: next } : null })
  }

  chooseKind(kind: IncidentKind): void {
    this.commit({ kind, types: [] })
  }

  chooseComparison(comparison: Comparison): void {
    this.commit({ comparison })
  }

  chooseTimeMethod(timeMethod: TimeMethod): void {
    this.commit({ timeMethod })
  }

  lift(filter: FilterName): void {
    this.commit({ [filter]: EMPTY_SELECTION[filter] })
  }

  liftAll(): void {
    this.commit({ period: null, types: [], hours: null, place: null })
  }
}
