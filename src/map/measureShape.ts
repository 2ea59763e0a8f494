import type { Layer } from '@deck.gl/core'
import { PathLayer, ScatterplotLayer, SolidPolygonLayer } from '@deck.gl/layers'
import type { MeasureGeometry } from '../domain/measure.ts'
import type { ThemeTokens } from '../ui/theme.ts'
import type { Bounds } from './mapController.svelte.ts'
import { bytes } from './palette.ts'

const FLAT = { depthCompare: 'always', depthWriteEnabled: false } as const
const METRES_PER_DEGREE = 111_320

/** The ground that a measure covers: a disc, a line as wide as twice its radius, or an area. */
export function measureShapeLayers(geometry: MeasureGeometry | null, tokens: ThemeTokens): Layer[] {
  if (!geometry) return []
  const shared = {
    parameters: FLAT,
    updateTriggers: { getColor: [tokens.theme], getFillColor: [tokens.theme] },
  }
  const stroke = (ring: [number, number][], id: string, halo: boolean) =>
    new PathLayer<[number, number][]>({
      id,
      data: [ring],
      getPath: (path) => path,
      getColor: halo ? bytes(tokens.card, 0.75) : bytes(tokens.accent),
      getWidth: halo ? 6 : 2.75,
      widthUnits: 'pixels',
      jointRounded: true,
      ...shared,
    })
  const outline = (ring: [number, number][], id: string) => [
    stroke(ring, `${id}-halo`, true),
    stroke(ring, id, false),
  ]
  if (geometry.type === 'Point')
    return [
      new ScatterplotLayer<[number, number]>({
        id: 'measure-halo',
        data: [geometry.coordinates],
        getPosition: (at) => at,
        getRadius: geometry.radius,
        radiusUnits: 'meters',
        filled: false,
        stroked: true,
        getLineColor: bytes(tokens.card, 0.75),
        getLineWidth: 6,
        lineWidthUnits: 'pixels',
        parameters: FLAT,
        updateTriggers: { getLineColor: [tokens.theme], getRadius: [geometry.radius] },
      }),
      new ScatterplotLayer<[number, number]>({
        id: 'measure-disc',
        data: [geometry.coordinates],
        getPosition: (at) => at,
        getRadius: geometry.radius,
        radiusUnits: 'meters',
        getFillColor: bytes(tokens.accent, 0.12),
        stroked: true,
        getLineColor: bytes(tokens.accent),
        getLineWidth: 2.75,
        lineWidthUnits: 'pixels',
        parameters: FLAT,
        updateTriggers: {
          getFillColor: [tokens.theme],
          getLineColor: [tokens.theme],
          getRadius: [geometry.radius],
        },
      }),
    ]
  if (geometry.type === 'LineString')
    return [
      new PathLayer<[number, number][]>({
        id: 'measure-strip',
        data: [geometry.coordinates],
        getPath: (path) => path,
        getColor: bytes(tokens.accent, 0.24),
        getWidth: 2 * geometry.radius,
        widthUnits: 'meters',
        capRounded: true,
        jointRounded: true,
        parameters: FLAT,
        updateTriggers: { getColor: [tokens.theme], getWidth: [geometry.radius] },
      }),
      ...outline(geometry.coordinates, 'measure-line'),
    ]
  return [
    new SolidPolygonLayer<[number, number][][]>({
      id: 'measure-area',
      data: [geometry.coordinates],
      getPolygon: (rings) => rings,
      getFillColor: bytes(tokens.accent, 0.12),
      ...shared,
    }),
    ...geometry.coordinates.flatMap((ring, i) => outline(ring, `measure-outline-${i}`)),
  ]
}

/** The box round the ground that a measure covers, in degrees; null without a place. */
export function measureBounds(geometry: MeasureGeometry | null): Bounds | null {
  if (!geometry) return null
  const points =
    geometry.type === 'Point'
      ? [geometry.coordinates]
      : geometry.type === 'LineString'
        ? geometry.coordinates
        : geometry.coordinates.flat()
  if (points.length === 0) return null
  const radius = geometry.type === 'Polygon' ? 0 : geometry.radius
  const [lons, lats] = [points.map(([lon]) => lon), points.map(([, lat]) => lat)]
  const north = radius / METRES_PER_DEGREE
  const east = north / Math.cos((lats[0] * Math.PI) / 180)
  return [
    Math.min(...lons) - east,
    Math.min(...lats) - north,
    Math.max(...lons) + east,
    Math.max(...lats) + north,
  ]
}
