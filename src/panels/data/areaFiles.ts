import type { Area } from '../../domain/area.ts'

/** Whether no area reaches into the data's bounds: [west, south, east, north] in degrees. */
export function lieElsewhere(
  areas: readonly Area[],
  bounds: readonly [number, number, number, number],
): boolean {
  return !areas.some((area) => meets(area, bounds))
}

/** By the area's own bounding box. */
function meets({ lonLat }: Area, bounds: readonly [number, number, number, number]): boolean {
  const [west, south, east, north] = bounds
  const corners = lonLat.flat(2)
  const lons = corners.map(([lon]) => lon)
  const lats = corners.map(([, lat]) => lat)
  const least = (values: number[]) => values.reduce((a, b) => Math.min(a, b))
  const most = (values: number[]) => values.reduce((a, b) => Math.max(a, b))
  return least(lons) <= east && most(lons) >= west && least(lats) <= north && most(lats) >= south
}

export function hasPopulation({ population }: { population: Record<number, number> }): boolean {
  return Object.keys(population).length > 0
}
