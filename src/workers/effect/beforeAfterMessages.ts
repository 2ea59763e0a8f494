import type { EvaluationPeriods } from '../../domain/evaluation.ts'
import type { GridSpec } from '../../domain/grid.ts'
import type { HourWindow } from '../../domain/hourWindow.ts'
import type { IncidentKind } from '../../domain/incident.ts'
import type { TimeMethod } from '../../domain/selection.ts'

/** Which incidents stand on the map before and after. */
export interface BeforeAfterQuestion {
  kind: IncidentKind
  /** Taxonomy ids; empty = all. */
  typeIds: readonly string[]
  /** Half-open local days. */
  periods: EvaluationPeriods
  hours: HourWindow | null
  timeMethod: TimeMethod
  /** Metres. */
  bandwidth: number
}

/** What lies in each of the two periods. */
export interface BeforeAfterCounts {
  /** With a position; Σ weights where hours are shared out. */
  before: number
  after: number
  /** Without a position, hence on neither map. */
  beforeUnplaced: number
  afterUnplaced: number
  /** Length of each in years, of days. */
  yearsBefore: number
  yearsAfter: number
}

/** Two densities on one grid. */
export interface BeforeAfterSurfaces extends BeforeAfterCounts {
  /** false = binned preview. */
  exact: boolean
  bandwidth: number
  grid: GridSpec
  /** Per km² and year at the cell centres, row 0 south. */
  beforeValues: Float32Array
  afterValues: Float32Array
  /** Largest of the two. */
  max: number
  /** What one incident reaches at its own place in the shorter period, per km² and year. */
  loneIncident: number
}

/** How a cell changed, against chance. */
export const CHANCE = {
  /** Outside the study area, or too little under the kernel. */
  untested: 0,
  /** q ≥ 0.05. */
  mayBeChance: 1,
  /** q < 0.05, and risen by more than the whole did. */
  rise: 2,
  /** q < 0.05, and fallen by more than the whole did. */
  fall: 3,
  /** q < 0.05, but by less than the whole, or the other way than it shows: what is seen is not what stands out. */
  lag: 4,
} as const

/** Cells that touch, where the change is more than chance. */
export interface ClearPlace {
  direction: 'rise' | 'fall'
  /** Metres: the cell that changed most. */
  x: number
  y: number
  /** Per km² and year, there. */
  change: number
  /** Incidents in its cells, Σ weights. */
  before: number
  after: number
  surfaceKm2: number
  /** Least q of its cells. */
  qValue: number
}

/** The difference of the two densities, held against relabellings of before and after. */
export interface BeforeAfterChance extends BeforeAfterCounts {
  grid: GridSpec
  bandwidth: number
  /** after − before, per km² and year. */
  difference: Float32Array
  /** Mean of the difference over all relabellings: the whole's own change. */
  expected: Float32Array
  /** Σ (1 − d²/h²)² of both over the least that is tested: from 1 on the surface is drawn. */
  support: Float32Array
  /** NaN where not tested. */
  pValue: Float32Array
  qValue: Float32Array
  /** One of {@link CHANCE} a cell. */
  verdict: Uint8Array
  tested: number
  mayBeChance: number
  tooFew: number
  /** Largest difference on the tested cells, either way. */
  largest: number
  loneIncident: number
  /** Those with enough incidents, most first; and how many regions hold fewer. */
  places: ClearPlace[]
  placesTooFew: number
  permutations: number
  seed: number
  /** The points were moved to their cells' centres. */
  snapped: boolean
  /** The least surface that so many relabellings can tell from chance, where all of it were as extreme as can be. */
  smallestKm2: number
}

export type BeforeAfterJobs = {
  /** Both densities, binned or exact. */
  beforeAfter: { request: BeforeAfterQuestion & { exact: boolean }; response: BeforeAfterSurfaces | null }
  /** Their difference against chance, with progress and cancel; null where a period has nothing. */
  beforeAfterChance: { request: BeforeAfterQuestion; response: BeforeAfterChance | null }
}
