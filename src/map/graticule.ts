import type { Bounds } from './mapController.svelte.ts'

/** Spacings in metres; the finest that leaves lines at least a finger apart is drawn. */
const SPACINGS = [100, 200, 500, 1_000, 2_000, 5_000, 10_000, 20_000, 50_000, 100_000]

const LEAST_PIXELS = 130
const MOST_LINES = 60

interface PlaneProjection {
  forward(lon: number, lat: number): [number, number]
  inverse(x: number, y: number): [number, number]
}

/**
 * Lines of the metric grid over a map view, labelled with their coordinate in kilometres: a ground where there is no map.
 * @param written writes kilometres with at most one decimal in the language of the interface
 */
export function graticule(
  bounds: Bounds,
  metresPerPixel: number,
  plane: PlaneProjection,
  written: (kilometres: number) => string = String,
): GeoJSON.FeatureCollection {
  const spacing =
    SPACINGS.find((metres) => metres / metresPerPixel >= LEAST_PIXELS) ?? SPACINGS[SPACINGS.length - 1]
  const [west, south, east, north] = bounds
  const corners = [
    plane.forward(west, south),
    plane.forward(east, south),
    plane.forward(west, north),
    plane.forward(east, north),
  ]
  const xs = corners.map(([x]) => x)
  const ys = corners.map(([, y]) => y)
  const [minX, maxX, minY, maxY] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)]
  if (![minX, maxX, minY, maxY].every(Number.isFinite)) return { type: 'FeatureCollection', features: [] }
  if ((maxX - minX) / spacing > MOST_LINES || (maxY - minY) / spacing > MOST_LINES)
    return { type: 'FeatureCollection', features: [] }
  const features: GeoJSON.Feature[] = []
  const line = (label: string, points: [number, number][]) =>
    features.push({
      type: 'Feature',
      properties: { label },
      geometry: { type: 'LineString', coordinates: points.map(([x, y]) => plane.inverse(x, y)) },
    })
  const steps = 8
  for (let x = Math.ceil(minX / spacing) * spacing; x <= maxX; x += spacing)
    line(
      `E ${written(kilometres(x))} km`,
      range(steps, (t) => [x, minY + t * (maxY - minY)]),
    )
  for (let y = Math.ceil(minY / spacing) * spacing; y <= maxY; y += spacing)
    line(
      `N ${written(kilometres(y))} km`,
      range(steps, (t) => [minX + t * (maxX - minX), y]),
    )
  return { type: 'FeatureCollection', features }
}

function kilometres(metres: number): number {
  return Math.round(metres / 100) / 10
}

function range(steps: number, at: (t: number) => [number, number]): [number, number][] {
  return Array.from({ length: steps + 1 }, (_, i) => at(i / steps))
}
