import type { AnalysisEngine } from '../engine/analysisEngine.ts'

/**
 * Square metres of the study area itself, not of its cells: the areas, or all that lies within `distance` metres of the incidents' hull (hull +
 * perimeter × distance + π distance²). Areas that overlap count twice.
 */
export function studySurface(engine: AnalysisEngine, distance: number): number {
  const area = engine.studyArea(distance)
  if (Array.isArray(area))
    return area.reduce(
      (sum, [outer, ...holes]) =>
        sum + surfaceOf(outer) - holes.reduce((held, hole) => held + surfaceOf(hole), 0),
      0,
    )
  let perimeter = 0
  area.hull.forEach(([x, y], i) => {
    const [nextX, nextY] = area.hull[(i + 1) % area.hull.length]
    perimeter += Math.hypot(nextX - x, nextY - y)
  })
  return surfaceOf(area.hull) + perimeter * area.distance + Math.PI * area.distance ** 2
}

/** Shoelace formula, from the first corner on against cancellation far from the origin. */
function surfaceOf(ring: readonly (readonly number[])[]): number {
  if (ring.length < 3) return 0
  const [x0, y0] = ring[0]
  let twice = 0
  for (let i = 0; i < ring.length; i++) {
    const [ax, ay] = ring[i]
    const [bx, by] = ring[(i + 1) % ring.length]
    twice += (ax - x0) * (by - y0) - (bx - x0) * (ay - y0)
  }
  return Math.abs(twice) / 2
}
