import type { Formatter } from '../../i18n/format.ts'
import type { Catalogue } from '../../i18n/sv.ts'
import type { NearRepeatResult } from '../../workers/depth/nearRepeat.ts'

/** Below this q more pairs than chance are told apart from it. */
const LEVEL = 0.05

/** One distance band by one time band. */
export interface NearRepeatCell {
  row: number
  column: number
  distance: string
  days: string
  observed: number
  expected: number
  /** Observed over expected; null where nothing is expected. */
  ratio: number | null
  p: number
  q: number
  /** More pairs than chance, all tests taken together. */
  clear: boolean
}

type Texts = Catalogue['depthPlaces']['nearRepeat']

/** A band of metres [from, to) in words. */
export function distanceBand(texts: Texts, f: Formatter, from: number, to: number): string {
  if (to <= 1) return texts.samePlace
  return from <= 1 ? texts.upTo(f.distance(to)) : texts.range(f.integer(from), `${f.integer(to)}\u00a0m`)
}

/** A band of whole days [from, to) in words, both ends included. */
export function dayBand(texts: Texts, f: Formatter, from: number, to: number): string {
  return texts.daysRange(f.integer(from), f.integer(to - 1))
}

/** The table's cells, nearest and soonest first. */
export function nearRepeatCells(result: NearRepeatResult, texts: Texts, f: Formatter): NearRepeatCell[] {
  const { table, distances, days } = result
  if (!table) return []
  return table.observed.flatMap((line, row) =>
    line.map((observed, column) => {
      const expected = table.expected[row][column]
      const q = table.qValue[row][column]
      return {
        ...{ row, column, observed, expected, q },
        distance: distanceBand(texts, f, distances[row], distances[row + 1]),
        days: dayBand(texts, f, days[column], days[column + 1]),
        ratio: expected > 0 ? observed / expected : null,
        p: table.pValue[row][column],
        clear: q < LEVEL,
      }
    }),
  )
}

/** The least q that a value alone can reach: whether so few deals can tell anything. */
export function leastAlone(permutations: number, tests: number): number {
  return Math.min(1, tests / (permutations + 1))
}
