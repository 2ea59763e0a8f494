import type { LayerSpecification, StyleSpecification } from 'maplibre-gl'
import type { ThemeTokens } from '../ui/theme.ts'
import { css } from './palette.ts'

/** Labels are drawn from the page's own font: no glyph server. */
const FONT = ['Inter Variable']

/** Layers of ours go below this one, so that street and place names stay readable on a density surface. */
export const BELOW_LABELS = 'label-anchor'

export type BasemapSource =
  /** Vector features with a `layer` property, made with the demo. */
  | { kind: 'features'; data: GeoJSON.FeatureCollection | string }
  /** Raster tiles from the one host that the build allows. */
  | { kind: 'tiles'; url: string; attribution: string }
  /** Nothing but the ground. */
  | { kind: 'none' }

const EMPTY: GeoJSON.FeatureCollection = { type: 'FeatureCollection', features: [] }

/** Pixels at zoom z of a width in metres at the town's latitude, as an exponential stop list. */
function metresWide(expression: unknown, latitude: number): unknown {
  const pixelsPerMetre = (zoom: number) =>
    (512 * 2 ** zoom) / (40_075_016.7 * Math.cos((latitude * Math.PI) / 180))
  return [
    'interpolate',
    ['exponential', 2],
    ['zoom'],
    8,
    ['*', expression, pixelsPerMetre(8)],
    20,
    ['*', expression, pixelsPerMetre(20)],
  ]
}

/** The quiet ground under the data, in the colours of the theme. */
export function basemapStyle(
  basemap: BasemapSource,
  tokens: ThemeTokens,
  latitude: number,
): StyleSpecification {
  const { map } = tokens
  const onLand = basemap.kind === 'features'
  const layers: LayerSpecification[] = [
    {
      id: 'ground',
      type: 'background',
      paint: {
        'background-color': css(onLand ? map.water : basemap.kind === 'tiles' ? map.ground : map.block),
      },
    },
  ]
  if (basemap.kind === 'tiles') layers.push({ id: 'tiles', type: 'raster', source: 'tiles' })
  if (onLand) layers.push(...featureLayers(tokens, latitude))
  layers.push({
    id: 'graticule',
    type: 'line',
    source: 'graticule',
    paint: { 'line-color': css(tokens.line2), 'line-width': 1, 'line-opacity': 0.7 },
  })
  layers.push({
    id: 'area-outline',
    type: 'line',
    source: 'areas',
    layout: { 'line-join': 'round' },
    paint: {
      'line-color': css(tokens.ink3),
      'line-width': 1.25,
      'line-dasharray': [6, 2.5, 1, 2.5],
      'line-opacity': 0.75,
    },
  })
  layers.push({ id: BELOW_LABELS, type: 'background', layout: { visibility: 'none' } })
  if (onLand) layers.push(...labelLayers(tokens))
  layers.push({
    id: 'area-name',
    type: 'symbol',
    source: 'area-names',
    layout: { 'text-field': ['get', 'name'], 'text-font': FONT, 'text-size': 16, 'text-padding': 6 },
    paint: {
      'text-color': css(map.labelPlace),
      'text-halo-color': css(map.halo, 0.9),
      'text-halo-width': 2,
    },
  })
  layers.push({
    id: 'graticule-label',
    type: 'symbol',
    source: 'graticule',
    layout: {
      'symbol-placement': 'line',
      'text-field': ['get', 'label'],
      'text-font': FONT,
      'text-size': 11,
      'symbol-spacing': 600,
    },
    paint: { 'text-color': css(tokens.ink3), 'text-halo-color': css(map.halo), 'text-halo-width': 2 },
  })
  return {
    version: 8,
    sources: {
      ...(basemap.kind === 'features'
        ? { base: { type: 'geojson', data: basemap.data, tolerance: 0.15 } }
        : {}),
      ...(basemap.kind === 'tiles'
        ? { tiles: { type: 'raster', tiles: [basemap.url], tileSize: 256, attribution: basemap.attribution } }
        : {}),
      areas: { type: 'geojson', data: EMPTY, tolerance: 0.2 },
      'area-names': { type: 'geojson', data: EMPTY },
      graticule: { type: 'geojson', data: EMPTY },
    },
    layers,
  }
}

function featureLayers({ map, theme }: ThemeTokens, latitude: number): LayerSpecification[] {
  const only = (layer: string) => ['==', ['get', 'layer'], layer] as never
  const fill = (layer: string, colour: string, minzoom = 0): LayerSpecification => ({
    id: `base-${layer}`,
    type: 'fill',
    source: 'base',
    filter: only(layer),
    minzoom,
    paint: { 'fill-color': colour },
  })
  const width = metresWide(['coalesce', ['get', 'width'], 8], latitude) as never
  return [
    fill('land', css(map.ground)),
    fill('block', css(map.block)),
    fill('square', css(map.ground)),
    fill('park', css(map.park)),
    fill('building', css(map.building), 12.5),
    fill('water', css(map.water)),
    {
      id: 'base-street',
      type: 'line',
      source: 'base',
      filter: ['all', only('street'), ['!=', ['get', 'class'], 'path']] as never,
      layout: { 'line-cap': 'round', 'line-join': 'round' },
      paint: { 'line-color': css(map.street), 'line-width': width },
    },
    {
      id: 'base-path',
      type: 'line',
      source: 'base',
      minzoom: 14,
      filter: ['all', only('street'), ['==', ['get', 'class'], 'path']] as never,
      paint: { 'line-color': css(map.street), 'line-width': 1.5, 'line-dasharray': [3, 2] },
    },
    {
      id: 'base-rail',
      type: 'line',
      source: 'base',
      filter: only('rail'),
      paint: { 'line-color': css(map.rail), 'line-width': 1.5 },
    },
    {
      id: 'base-rail-gap',
      type: 'line',
      source: 'base',
      filter: only('rail'),
      paint: {
        'line-color': css(theme === 'dark' ? map.block : map.ground),
        'line-width': 0.75,
        'line-dasharray': [8, 8],
      },
    },
  ]
}

function labelLayers({ map }: ThemeTokens): LayerSpecification[] {
  const label = (id: string, filter: unknown, more: { layout?: object; paint?: object; minzoom?: number }) =>
    ({
      id,
      type: 'symbol',
      source: 'base',
      filter,
      minzoom: more.minzoom ?? 0,
      layout: { 'text-field': ['get', 'name'], 'text-font': FONT, ...more.layout },
      paint: { 'text-halo-color': css(map.halo, 0.88), 'text-halo-width': 1.6, ...more.paint },
    }) as LayerSpecification
  const ofClass = (name: string) => ['all', ['==', ['get', 'layer'], 'label'], ['==', ['get', 'class'], name]]
  const streets = (classes: string[]) => [
    'all',
    ['==', ['get', 'layer'], 'street'],
    ['has', 'name'],
    ['in', ['get', 'class'], ['literal', classes]],
  ]
  const street = {
    layout: {
      'symbol-placement': 'line',
      'text-size': 12.5,
      'symbol-spacing': 420,
      'text-max-angle': 30,
      'text-padding': 6,
    },
    paint: { 'text-color': css(map.labelStreet) },
  }
  return [
    label('label-street-minor', streets(['minor', 'path']), { ...street, minzoom: 15 }),
    label('label-street-major', streets(['major', 'bridge']), { ...street, minzoom: 13 }),
    label('label-place', ofClass('place'), {
      minzoom: 14.5,
      layout: { 'text-size': 12.5 },
      paint: { 'text-color': css(map.labelPlace) },
    }),
    label('label-water', ofClass('water'), {
      layout: { 'text-size': 15, 'text-letter-spacing': 0.04 },
      paint: { 'text-color': css(map.labelWater) },
    }),
    label('label-district', ofClass('district'), {
      layout: {
        'text-size': 12.5,
        'text-transform': 'uppercase',
        'text-letter-spacing': 0.12,
        'text-padding': 4,
      },
      paint: { 'text-color': css(map.labelPlace) },
    }),
  ]
}
