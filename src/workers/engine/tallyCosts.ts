import { CLAUSE } from './clauseFlags.ts'
import type { TallyInput } from './tally.ts'

const { period: P, types: T, hours: H, place: L, kind: K, comparison: C } = CLAUSE

/** Sums of costs in SEK, each view without its own filter as in the tally of counts. Rows that say no cost add nothing. */
export interface CostTally {
  total: { now: number; before: number }
  /** Of the incidents in the chosen period: how many say no cost (weighted as they are counted). */
  without: number
  /** By type group. */
  types: { now: Float64Array; before: Float64Array }
  /** By calendar month of the data. */
  months: Float64Array
  /** By area index; the last entry is "outside every area". */
  areas: { now: Float64Array; before: Float64Array }
}

/** One pass over the columns; null where no incident of the chosen kind says what it cost. */
export function tallyCosts(input: TallyInput): CostTally | null {
  const { columns, failed, groupOfType, hourWeights, monthOfDay, firstDay, areaOf } = input
  const { cost, type, day } = columns
  const areas = () => new Float64Array(input.areas + 1)
  const types = () => new Float64Array(input.groups)
  const sums: CostTally = {
    total: { now: 0, before: 0 },
    without: 0,
    types: { now: types(), before: types() },
    months: new Float64Array(input.months),
    areas: { now: areas(), before: areas() },
  }
  let any = false
  for (let i = 0; i < failed.length; i++) {
    const fails = failed[i]!
    if (fails & K) continue
    const weight = hourWeights ? hourWeights[i]! : 1
    const otherNow = fails & (P | T | H | L)
    if (Number.isNaN(cost[i]!)) {
      if (otherNow === 0) sums.without += weight
      continue
    }
    any = true
    const amount = cost[i]! * weight
    const area = areaOf && areaOf[i]! >= 0 ? areaOf[i]! : input.areas
    if (otherNow === 0) sums.total.now += amount
    if ((otherNow & ~T) === 0) sums.types.now[groupOfType[type[i]!]!]! += amount
    if ((otherNow & ~L) === 0) sums.areas.now[area]! += amount
    const month = day[i]! - firstDay
    if ((otherNow & ~P) === 0 && month >= 0 && month < monthOfDay.length)
      sums.months[monthOfDay[month]!]! += amount
    const otherBefore = fails & (C | T | H | L)
    if (otherBefore === 0) sums.total.before += amount
    if ((otherBefore & ~T) === 0) sums.types.before[groupOfType[type[i]!]!]! += amount
    if ((otherBefore & ~L) === 0) sums.areas.before[area]! += amount
  }
  return any ? sums : null
}
