import type { MeasureGeometry } from '../../src/domain/measure.ts'
import { lonLat, type Point } from '../frame.ts'

/** Measure geometries in degrees from local metres. */

export const spot = (at: Point, radius: number): MeasureGeometry => ({
  type: 'Point',
  coordinates: lonLat(at, 7),
  radius,
})
export const outline = (ring: Point[]): MeasureGeometry => {
  const points = ring.map((point) => lonLat(point, 7))
  return { type: 'Polygon', coordinates: [[...points, points[0]!]] }
}

export const line = (points: Point[], radius: number): MeasureGeometry => ({
  type: 'LineString',
  coordinates: points.map((point) => lonLat(point, 7)),
  radius,
})

/** Day from which the planted effects are counted. */
export const MEASURES_START = '2025-06-01'
