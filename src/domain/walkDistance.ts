interface Place {
  lon: number
  lat: number
}

/** Mean radius of the earth in metres (IUGG). */
const RADIUS = 6_371_008.8

const radians = (degrees: number) => (degrees * Math.PI) / 180

/** Metres between two places in degrees, along the great circle (haversine). */
export function metresBetween(a: Place, b: Place): number {
  const dLat = radians(b.lat - a.lat)
  const dLon = radians(b.lon - a.lon)
  const h =
    Math.sin(dLat / 2) ** 2 + Math.cos(radians(a.lat)) * Math.cos(radians(b.lat)) * Math.sin(dLon / 2) ** 2
  return 2 * RADIUS * Math.asin(Math.min(1, Math.sqrt(h)))
}

/** Metres from a place to the nearest of a line, on the plane that touches the earth at the place; Infinity for an empty line. */
export function metresToLine(place: Place, line: readonly (readonly [number, number])[]): number {
  const east = RADIUS * Math.cos(radians(place.lat))
  const points = line.map(([lon, lat]) => [
    east * radians(lon - place.lon),
    RADIUS * radians(lat - place.lat),
  ])
  let least = Infinity
  for (const [i, [x, y]] of points.entries()) {
    const [toX, toY] = points[i + 1] ?? [x, y]
    const [dx, dy] = [toX - x, toY - y]
    const length = dx * dx + dy * dy
    const t = length === 0 ? 0 : Math.min(1, Math.max(0, -(x * dx + y * dy) / length))
    least = Math.min(least, Math.hypot(x + t * dx, y + t * dy))
  }
  return least
}
