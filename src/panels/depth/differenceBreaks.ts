/** Steps of the three classes on each side of none. */
const LADDERS = [
  [1, 2, 4],
  [1, 2, 5],
  [1, 2, 3],
  [2, 3, 4],
  [2, 3, 5],
]
const STARTS = [1, 1.5, 2, 2.5, 3, 4, 5]
/** Share of the largest difference at which the outer classes begin. */
const TOP_SHARE = 0.65

/**
 * Six round bounds for a scale of differences, the same on both sides of 0.
 * @param largest difference either way
 * @param floor what one incident more makes: below it a difference is none, where the scale allows it
 */
export function differenceBreaks(largest: number, floor = 0): number[] {
  let best = [1, 2, 4]
  let least = Infinity
  if (largest > 0) {
    const magnitude = Math.floor(Math.log10(largest))
    for (let power = magnitude - 2; power <= magnitude; power++)
      for (const start of STARTS)
        for (const [index, ladder] of LADDERS.entries()) {
          const steps = ladder.map((step) => Number((start * step * 10 ** power).toPrecision(6)))
          if (steps[2] > largest) continue
          const cost =
            Math.abs(Math.log(steps[2] / (largest * TOP_SHARE))) + index * 0.02 + (steps[0] < floor ? 1 : 0)
          if (cost >= least) continue
          least = cost
          best = steps
        }
  }
  return [...best.map((step) => -step).reverse(), ...best]
}
