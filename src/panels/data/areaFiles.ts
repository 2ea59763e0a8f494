import type { Area } from '../../domain/area.ts'
import type { SourceFile } from '../../ingest/index.ts'

/** Whether a file begins as a JSON object and says that it holds features. */
export async function isGeoJson(file: SourceFile): Promise<boolean> {
  const head = (await file.slice(0, 64).text()).replace(/^\ufeff/, '').trimStart()
  if (!head.startsWith('{')) return false
  try {
    const { type } = JSON.parse(await file.text()) as { type?: unknown }
    return type === 'Feature' || type === 'FeatureCollection'
  } catch {
    return false
  }
}

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
