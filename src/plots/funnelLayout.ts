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

export interface PlacedName {
  id: string
  x: number
  anchor: 'start' | 'end'
}

/** px between a mark's middle and its name; half the height of a mark and of a line of text. */
const [GAP, HALF_MARK, HALF_LINE] = [9, 6, 8]

/**
 * Names beside their marks, right where there is room, else left, none over another name or mark; the first ones come first.
 * @param marks px, with the width of each name
 */
export function placeNames(
  marks: readonly { id: string; x: number; y: number; width: number }[],
  all: readonly { x: number; y: number }[],
  bounds: { left: number; right: number },
): PlacedName[] {
  const placed: { from: number; to: number; y: number }[] = []
  const names: PlacedName[] = []
  for (const { id, x, y, width } of marks) {
    const sides = [
      { anchor: 'start' as const, x: x + GAP, from: x + GAP, to: x + GAP + width },
      { anchor: 'end' as const, x: x - GAP, from: x - GAP - width, to: x - GAP },
    ]
    const free = sides.find(
      ({ from, to }) =>
        from >= bounds.left &&
        to <= bounds.right &&
        placed.every(
          (other) => to < other.from || from > other.to || Math.abs(other.y - y) >= 2 * HALF_LINE,
        ) &&
        all.every(
          (mark) =>
            (mark.x === x && mark.y === y) ||
            to < mark.x - HALF_MARK ||
            from > mark.x + HALF_MARK ||
            Math.abs(mark.y - y) >= HALF_LINE + HALF_MARK,
        ),
    )
    if (!free) continue
    placed.push({ from: free.from, to: free.to, y })
    names.push({ id, x: free.x, anchor: free.anchor })
  }
  return names
}
