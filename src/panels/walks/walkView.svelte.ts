import type { ObservationCategory, SafetyWalk, WalkObservation } from '../../domain/safetyWalk.ts'
import { observationStatus, type Observed, type ObservationStatus } from '../../domain/walkStatus.ts'
import type { LonLat } from './typedPlace.ts'

export interface ObservationFilter {
  category: ObservationCategory | 'all'
  feels: WalkObservation['feels'] | 'all'
  status: ObservationStatus | 'all'
}

export const NO_FILTER: Readonly<ObservationFilter> = { category: 'all', feels: 'all', status: 'all' }

/** What is being entered: a walk, or an observation of one; `id` null = a new one. */
export type Entry =
  { what: 'walk'; id: string | null } | { what: 'observation'; walk: string; id: string | null }

/** What has just been done, and the way back. */
export interface Undo {
  text: string
  undo: () => void
}

/** What the list and the map of the walks show together; of the moment, no part of the address. */
class WalkView {
  filter = $state.raw<ObservationFilter>(NO_FILTER)
  /** Keys of the observations that are marked in the list and on the map. */
  chosen = $state.raw<ReadonlySet<string>>(new Set())
  entry = $state.raw<Entry | null>(null)
  /** What the form has drawn or typed so far. */
  draft = $state.raw<{ places: readonly LonLat[]; route: readonly LonLat[] } | null>(null)
  undo = $state.raw<Undo | null>(null)

  get filtered(): boolean {
    return Object.values(this.filter).some((value) => value !== 'all')
  }

  narrow(part: Partial<ObservationFilter>): void {
    this.filter = { ...this.filter, ...part }
  }

  choose(...observed: { walk: { id: string }; observation: { id: string } }[]): void {
    this.chosen = new Set(observed.map(({ walk, observation }) => observationKey(walk, observation)))
  }

  isChosen(walk: SafetyWalk, observation: WalkObservation): boolean {
    return this.chosen.has(observationKey(walk, observation))
  }

  shows({ observation }: Observed, today: number): boolean {
    const { category, feels, status } = this.filter
    return (
      (category === 'all' || observation.category === category) &&
      (feels === 'all' || observation.feels === feels) &&
      (status === 'all' || observationStatus(observation, today) === status)
    )
  }

  enter(entry: Entry | null): void {
    this.entry = entry
    this.draft = null
    if (entry) this.undo = null
  }
}

export const walkView = new WalkView()

export function observationKey(walk: { id: string }, observation: { id: string }): string {
  return `${walk.id} ${observation.id}`
}

export function observedOn(walks: readonly SafetyWalk[]): Observed[] {
  return walks.flatMap((walk) => walk.observations.map((observation) => ({ walk, observation })))
}
