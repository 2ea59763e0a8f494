/**
 * Six round lower bounds for a scale of amounts. The lowest leaves out the thin tails that would paint a whole town; the
 * highest leaves the top class for the peaks.
 */

/** Steps from the lowest class to the highest, as in the design's 250 · 500 · 1 000 · 2 000 · 3 000 · 4 000. */
const LADDERS = [
  [1, 2, 4, 8, 12, 16],
  [1, 2, 5, 10, 15, 20],
  [1, 2, 4, 6, 8, 10],
  [1, 2, 3, 4, 5, 6],
  [2, 3, 4, 5, 6, 7],
  [5, 6, 7, 8, 9, 10],
]

/** First bounds that keep all six of a ladder round. */
const STARTS = [1, 1.5, 2, 2.5, 3, 4, 5, 10]

/** Share of the peak at which the top class should begin. */
const TOP_SHARE = 0.7

/** @param floor what a lone incident reaches: it is no surface, and is left unpainted where the scale allows it */
export function amountBreaks(max: number, floor = 0): number[] {
  if (!(max > 0)) return [1, 2, 4, 8, 12, 16]
  let best: number[] = []
  let least = Infinity
  const magnitude = Math.floor(Math.log10(max))
  for (let power = magnitude - 3; power <= magnitude; power++)
    for (const start of STARTS)
      for (const [index, ladder] of LADDERS.entries()) {
        const breaks = ladder.map((step) => tidy(start * step * 10 ** power))
        const top = breaks[5]
        if (top > max) continue
        const cost = Math.abs(Math.log(top / (max * TOP_SHARE))) + index * 0.01 + (breaks[0] < floor ? 1 : 0)
        if (cost < least) {
          least = cost
          best = breaks
        }
      }
  return best
}

function tidy(value: number): number {
  return Number(value.toPrecision(6))
}
