import { describe, expect, it } from 'vitest'
import { projection, SWEREF99_TM } from '../../src/ingest/index.ts'
import { graticule } from '../../src/map/graticule.ts'

const plane = projection(SWEREF99_TM)
const boundsOf = (minX: number, minY: number, maxX: number, maxY: number) => {
  const [west, south] = plane.inverse(minX, minY)
  const [east, north] = plane.inverse(maxX, maxY)
  return [west, south, east, north] as [number, number, number, number]
}

describe('the metric grid', () => {
  it('lies on whole coordinates, each line labelled with its own', () => {
    const { features } = graticule(boundsOf(690_000, 6_447_000, 694_000, 6_450_000), 4, plane)
    expect(features.length).toBeGreaterThanOrEqual(8)
    for (const { geometry, properties } of features) {
      const [axis, kilometres] = (properties!.label as string).replace(' km', '').split(' ')
      const points = (geometry as GeoJSON.LineString).coordinates.map(([lon, lat]) => plane.forward(lon, lat))
      for (const point of points)
        expect(point[axis === 'E' ? 0 : 1]).toBeCloseTo(Number(kilometres) * 1000, 2)
      expect((Number(kilometres) * 1000) % 1000).toBe(0)
    }
  })

  it('writes kilometres as it is told to', () => {
    const written = (kilometres: number) => kilometres.toFixed(1).replace('.', ',')
    const { features } = graticule(boundsOf(690_000, 6_447_000, 691_000, 6_448_000), 0.7, plane, written)
    const labels = features.map(({ properties }) => properties!.label as string)
    expect(labels).toContain('E 690,1 km')
    expect(labels).toContain('N 6447,2 km')
  })

  it('is as fine as leaves a finger between lines', () => {
    const spacingAt = (metresPerPixel: number) => {
      const { features } = graticule(boundsOf(690_000, 6_447_000, 694_000, 6_450_000), metresPerPixel, plane)
      const east = features.flatMap(
        ({ properties }) => /^E (.+) km$/.exec(properties!.label as string)?.[1] ?? [],
      )
      return Math.round((Number(east[1]) - Number(east[0])) * 1000)
    }
    expect(spacingAt(0.7)).toBe(100)
    expect(spacingAt(1.5)).toBe(200)
    expect(spacingAt(3)).toBe(500)
  })

  it('is nothing where there would be too many lines, or no plane to draw on', () => {
    expect(graticule([-180, -85, 180, 85], 0.5, plane).features).toEqual([])
    const nowhere = { forward: (): [number, number] => [NaN, NaN], inverse: plane.inverse }
    expect(graticule([17, 58, 18, 59], 10, nowhere).features).toEqual([])
  })
})
