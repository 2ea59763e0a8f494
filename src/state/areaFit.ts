import type { Area, AreaSet } from '../domain/area.ts'
import type { MetricCrs } from '../domain/crs.ts'
import { projectCoordinates, projection } from '../ingest/crs.ts'
import { surfaceOf } from '../ingest/areas/polygons.ts'

/** West, south, east, north in degrees. */
export type Bounds = readonly [number, number, number, number]

/** Whether any area reaches into the bounds, by the areas' own bounding boxes. */
export function reach(areas: readonly Area[], bounds: Bounds): boolean {
  const [west, south, east, north] = bounds
  return areas.some((area) => {
    const [w, s, e, n] = boundsOf([area])
    return w <= east && e >= west && s <= north && n >= south
  })
}

/** The bounding box of areas. */
export function boundsOf(areas: readonly Pick<Area, 'lonLat'>[]): Bounds {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const { lonLat } of areas)
    for (const rings of lonLat)
      for (const [lon, lat] of rings[0] ?? []) {
        west = Math.min(west, lon)
        east = Math.max(east, lon)
        south = Math.min(south, lat)
        north = Math.max(north, lat)
      }
  return [west, south, east, north]
}

/** The set with its polygons in the metres of other data. */
export function inMetric(set: AreaSet, metric: MetricCrs): AreaSet {
  if (set.metric.proj4 === metric.proj4) return set
  const target = projection(metric)
  const areas = set.areas.map((area) => {
    const polygon = projectCoordinates(area.lonLat, target)
    return { ...area, polygon, surface: surfaceOf(polygon) / 1e6 }
  })
  return { ...set, metric, areas }
}
