import { funnelLimits } from '../analysis/index.ts'

/** Limits of count over expected at an expected count. */
export interface FunnelStep {
  expected: number
  lower: number
  upper: number
}

/** The exact limits over a range of expected counts, as ratios; in steps, as counts are whole. */
export function funnelSteps(from: number, to: number, level: number, places = 160): FunnelStep[] {
  return Array.from({ length: places + 1 }, (_, i) => {
    const expected = from * (to / from) ** (i / places)
    const { lower, upper } = funnelLimits(expected, level)
    return { expected, lower: lower / expected, upper: upper / expected }
  })
}

/** Range of the axes that holds all areas and some of the funnel round them. */
export function funnelRange(points: readonly { expected: number; ratio: number }[]) {
  const least = Math.min(...points.map(({ expected }) => expected))
  const most = Math.max(...points.map(({ expected }) => expected))
  const from = Math.max(0.5, least / 1.5)
  const to = Math.max(from * 2, most * 1.5)
  const widest = funnelLimits(Math.max(from, least), 0.998).upper / Math.max(from, least)
  const highest = Math.max(1.5, ...points.map(({ ratio }) => ratio * 1.08), Math.min(4, widest))
  return { from, to, highest }
}
