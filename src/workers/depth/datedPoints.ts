import type { Period } from '../../domain/period.ts'
import type { AnalysisEngine } from '../engine/analysisEngine.ts'
import { CLAUSE } from '../engine/clauseFlags.ts'
import { placedPoints } from '../engine/placedPoints.ts'

/** Points of all filters but period and place in order of their day. */
export interface DatedPoints {
  x: Float64Array
  y: Float64Array
  weight?: Float64Array
  day: Int32Array
}

/** A copy, which later filters do not change. */
export function datedPoints(engine: AnalysisEngine): DatedPoints {
  const { x, y, weight, index } = placedPoints(engine, CLAUSE.types | CLAUSE.hours | CLAUSE.kind)
  const days = Int32Array.from(index, (row) => engine.columns.day[row])
  const order = Uint32Array.from(days.keys()).sort((a, b) => days[a] - days[b])
  const ordered = (column: Float64Array) => Float64Array.from(order, (i) => column[i])
  return {
    x: ordered(x),
    y: ordered(y),
    weight: weight && ordered(weight),
    day: Int32Array.from(order, (i) => days[i]),
  }
}

/** Those of a period; views of the columns. */
export function pointsOf({ x, y, weight, day }: DatedPoints, { from, to }: Period) {
  const [a, b] = [firstFrom(day, from), firstFrom(day, to)]
  const shares = weight?.subarray(a, b)
  return {
    x: x.subarray(a, b),
    y: y.subarray(a, b),
    ...(shares && { weight: shares }),
    total: shares ? shares.reduce((sum, share) => sum + share, 0) : b - a,
  }
}

function firstFrom(days: Int32Array, day: number): number {
  let from = 0
  let to = days.length
  while (from < to) {
    const middle = (from + to) >> 1
    if (days[middle] < day) from = middle + 1
    else to = middle
  }
  return from
}
