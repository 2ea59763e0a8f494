import type { Measure } from '../../domain/measure.ts'

/** Where a measure's mark stands: the point, the middle of the line, the mean of the polygon's corners; null without a place. */
export function measurePoint({ geometry }: Measure): [number, number] | null {
  if (!geometry) return null
  if (geometry.type === 'Point') return geometry.coordinates
  if (geometry.type === 'LineString') return geometry.coordinates[Math.floor(geometry.coordinates.length / 2)]
  const ring = geometry.coordinates[0].slice(0, -1)
  const mean = (axis: 0 | 1) => ring.reduce((sum, point) => sum + point[axis], 0) / ring.length
  return [mean(0), mean(1)]
}
