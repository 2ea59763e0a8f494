import { scaleLog } from 'd3'

/** A ratio with its interval. */
export interface ForestRatio {
  ratio: number
  lower: number
  upper: number
}

/** The scale never shows more than a tenth or ten times: what reaches further ends in an arrow. */
const [LEAST, MOST] = [0.1, 10]
/** And never less than half and one and a half. */
const [NARROW_LOW, NARROW_HIGH] = [0.5, 1.5]

/** Ratios that are round as changes in percent. */
const ROUND = [0.1, 0.25, 0.5, 0.75, 1, 1.5, 2, 3, 4, 5, 10]
/** px between two labels. */
const APART = 42

export interface ForestScale {
  x: (ratio: number) => number
  domain: [number, number]
  /** Ratios with a label; 1 always among them. */
  ticks: number[]
}

/** A logarithmic scale of ratios that holds all intervals, as far as it may reach. Half and twice stand equally far from no change. */
export function forestScale(rows: readonly ForestRatio[], left: number, right: number): ForestScale {
  const low = Math.max(LEAST, Math.min(NARROW_LOW, ...rows.map(({ lower }) => 0.93 * lower)))
  const high = Math.min(MOST, Math.max(NARROW_HIGH, ...rows.map(({ upper }) => 1.07 * upper)))
  const scale = scaleLog().domain([low, high]).range([left, right]).clamp(true)
  const x = (ratio: number) => scale(Math.max(ratio, low))
  const ticks = [1]
  // From no change outwards, so that the nearer label wins where there is no room for both.
  const outwards = ROUND.filter((ratio) => ratio !== 1 && ratio >= low && ratio <= high).sort(
    (a, b) => Math.abs(Math.log(a)) - Math.abs(Math.log(b)),
  )
  for (const wanted of [[0.5, 1.5, 2], outwards])
    for (const ratio of wanted)
      if (ratio >= low && ratio <= high && ticks.every((tick) => Math.abs(x(tick) - x(ratio)) >= APART))
        ticks.push(ratio)
  return { x, domain: [low, high], ticks: ticks.sort((a, b) => a - b) }
}

export interface ForestMark {
  x: number
  from: number
  to: number
  /** The interval goes on beyond the scale. */
  beyondLow: boolean
  beyondHigh: boolean
}

export function forestMark({ ratio, lower, upper }: ForestRatio, { x, domain }: ForestScale): ForestMark {
  return {
    x: x(ratio),
    from: x(lower),
    to: x(upper),
    beyondLow: lower < domain[0],
    beyondHigh: upper > domain[1],
  }
}
