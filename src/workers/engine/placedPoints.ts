import type { AnalysisEngine } from './analysisEngine.ts'
import { CLAUSE } from './clauseFlags.ts'

/** Clauses that leave the chosen period, all filters but the place: what the surfaces count. */
export const NOW = CLAUSE.period | CLAUSE.types | CLAUSE.hours | CLAUSE.kind
/** The same in the comparison. */
export const BEFORE = CLAUSE.comparison | CLAUSE.types | CLAUSE.hours | CLAUSE.kind

export interface PlacedPoints {
  /** Metres. */
  x: Float64Array
  y: Float64Array
  /** Share in the chosen hours; missing where all hours count. */
  weight?: Float64Array
  /** Row of the columns that each point is. */
  index: Uint32Array
  /** Σ weights. */
  total: number
}

/** Points with a position that fail none of the clauses; a copy, which later filters do not change. */
export function placedPoints(engine: AnalysisEngine, clauses: number): PlacedPoints {
  const { columns, flags, hourWeights } = engine
  const { failed } = flags
  let n = 0
  for (let i = 0; i < failed.length; i++) if (!(failed[i] & clauses) && !Number.isNaN(columns.x[i])) n++
  const x = new Float64Array(n)
  const y = new Float64Array(n)
  const index = new Uint32Array(n)
  const weight = hourWeights ? new Float64Array(n) : undefined
  let total = 0
  for (let i = 0, k = 0; i < failed.length; i++) {
    if (failed[i] & clauses || Number.isNaN(columns.x[i])) continue
    x[k] = columns.x[i]
    y[k] = columns.y[i]
    index[k] = i
    if (weight && hourWeights) weight[k] = hourWeights[i]
    total += hourWeights ? hourWeights[i] : 1
    k++
  }
  return { x, y, weight, index, total }
}
