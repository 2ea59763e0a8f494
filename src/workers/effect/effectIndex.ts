import { byKind, INCIDENT_KINDS, KIND_CODES, MISSING_DAY, type IncidentKind } from '../../domain/incident.ts'
import type { Period } from '../../domain/period.ts'
import type { AnalysisEngine } from '../engine/analysisEngine.ts'
import { PointGrid } from './pointGrid.ts'

/** The dated incidents of some types: those that have a position, by place, and the days of those that have none. */
export interface TypedPoints {
  grid: PointGrid
  /** Day of each point of the grid. */
  days: Int32Array
  /** Days of those without a position. */
  unplaced: Int32Array
}

/** Most sets of types that are kept by place; a data set's measures share a few. */
const MOST_KEPT = 32

/** A data set's incidents by place, sorted once, and the subsets of types that measures are judged by. */
export class EffectIndex {
  readonly all: PointGrid
  readonly #typed = new Map<string, TypedPoints>()

  constructor(readonly engine: AnalysisEngine) {
    this.all = PointGrid.of(engine.columns.x, engine.columns.y)
  }

  /** @param typeIds taxonomy ids; empty = all */
  typed(kind: IncidentKind, typeIds: readonly string[]): TypedPoints {
    const key = JSON.stringify([kind, [...typeIds].sort()])
    let typed = this.#typed.get(key)
    if (typed) return typed
    const { columns, grouping } = this.engine
    const chosen = new Set(typeIds)
    const passes = Uint8Array.from(grouping.groupOfType, (group) =>
      typeIds.length === 0 || chosen.has(grouping.groups[group]!.id) ? 1 : 0,
    )
    const code = KIND_CODES[kind]
    const counts = (i: number) =>
      columns.kind[i] === code && passes[columns.type[i]!] === 1 && columns.day[i] !== MISSING_DAY
    const unplaced: number[] = []
    for (let i = 0; i < columns.length; i++)
      if (!Number.isFinite(columns.x[i]!) && counts(i)) unplaced.push(columns.day[i]!)
    const grid = this.all.filter(counts)
    const days = Int32Array.from(grid.item, (row) => columns.day[row]!)
    typed = { grid, days, unplaced: Int32Array.from(unplaced) }
    if (this.#typed.size >= MOST_KEPT) this.#typed.delete(this.#typed.keys().next().value!)
    this.#typed.set(key, typed)
    return typed
  }

  /** The kind that most incidents of these types are of; crime where there are none. */
  kindOf(typeIds: readonly string[]): IncidentKind {
    const chosen = new Set(typeIds)
    const sums = byKind(() => 0)
    for (const { id, kinds } of this.engine.grouping.groups)
      if (chosen.size === 0 || chosen.has(id)) for (const kind of INCIDENT_KINDS) sums[kind] += kinds[kind]
    return INCIDENT_KINDS.reduce(
      (best, kind) => (sums[kind] > sums[best] ? kind : best),
      'crime' as IncidentKind,
    )
  }
}

const indices = new WeakMap<AnalysisEngine, { grouping: unknown; index: EffectIndex }>()

/** The index of a data set; made anew once its types have changed. */
export function effectIndex(engine: AnalysisEngine): EffectIndex {
  const known = indices.get(engine)
  if (known?.grouping === engine.grouping) return known.index
  const index = new EffectIndex(engine)
  indices.set(engine, { grouping: engine.grouping, index })
  return index
}

/** Whether a day lies in any of the windows. */
export function within(day: number, windows: readonly Period[]): boolean {
  for (const { from, to } of windows) if (day >= from && day < to) return true
  return false
}
