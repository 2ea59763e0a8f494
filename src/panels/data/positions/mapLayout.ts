import { geoGraticule, geoMercator, geoPath, type GeoProjection } from 'd3'
import { inSweden } from '../../../ingest/crs.ts'
import { swedishLand } from '../../../ingest/sweden/land.ts'
import { swedishPlaces } from '../../../ingest/sweden/places.ts'

/** The small map of the form, in px from its upper left corner. */
export interface MapLayout {
  points: [number, number][]
  /** Sweden's land as an SVG path; '' abroad. */
  land: string
  /** Parallels and meridians as an SVG path; '' in Sweden. */
  graticule: string
  labels: { name: string; x: number; y: number; anchor: 'start' | 'end' }[]
  /** On the ground, in the middle of the map. */
  metresPerPixel: number
  inSweden: boolean
}

const MARGIN = 18
/** A map shows at least so many metres from side to side: closer, there is nothing to know a place by. */
const NARROWEST = 12_000
const METRES_PER_DEGREE = 111_320
const MOST_LABELS = 7
const LABEL_HEIGHT = 15
const LETTER = 6.2

export function mapLayout(
  places: readonly (readonly [number, number])[],
  width: number,
  height: number,
): MapLayout | null {
  if (places.length === 0) return null
  const middle = [medianOf(places, 0), medianOf(places, 1)] as const
  const swedish = inSweden(...middle)
  const frame = swedish ? places.filter(([lon, lat]) => inSweden(lon, lat)) : places
  const projection = fitted(frame, middle, width, height)
  const path = geoPath(projection).digits(1)
  const toPixels = ([lon, lat]: readonly [number, number]) => projection([lon, lat])!
  const metresPerPixel = scaleAt(projection, width, height)
  return {
    points: places.map(toPixels).filter(([x, y]) => x >= 0 && x <= width && y >= 0 && y <= height),
    land: swedish ? (path(swedishLand) ?? '') : '',
    graticule: swedish ? '' : (path(graticule(middle, metresPerPixel * width)) ?? ''),
    labels: swedish ? labels(projection, width, height) : [],
    metresPerPixel,
    inSweden: swedish,
  }
}

/** Sweden as a whole in a small frame, and where a place is in it. */
export function locator(
  [lon, lat]: readonly [number, number],
  width: number,
  height: number,
): { land: string; x: number; y: number } {
  const projection = geoMercator().fitSize([width, height], swedishLand)
  const [x, y] = projection([lon, lat])!
  return { land: geoPath(projection).digits(1)(swedishLand) ?? '', x, y }
}

function fitted(
  places: readonly (readonly [number, number])[],
  middle: readonly [number, number],
  width: number,
  height: number,
): GeoProjection {
  const half = NARROWEST / 2 / METRES_PER_DEGREE
  const wide = half / Math.cos((middle[1] * Math.PI) / 180)
  const around = (sign: 1 | -1): [number, number] => [middle[0] + sign * wide, middle[1] + (sign * half) / 2]
  const coordinates = [...places.map(([lon, lat]): [number, number] => [lon, lat]), around(1), around(-1)]
  const corners: [[number, number], [number, number]] = [
    [MARGIN, MARGIN],
    [width - MARGIN, height - MARGIN],
  ]
  return geoMercator()
    .rotate([-middle[0], 0])
    .fitExtent(corners, { type: 'MultiPoint', coordinates })
    .clipExtent([
      [-2, -2],
      [width + 2, height + 2],
    ])
}

function scaleAt(projection: GeoProjection, width: number, height: number): number {
  const [, top] = projection.invert!([width / 2, height / 2 - 1])!
  const [, bottom] = projection.invert!([width / 2, height / 2 + 1])!
  return (Math.abs(top - bottom) * METRES_PER_DEGREE) / 2
}

const ROUND_DEGREES = [0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 30]

/** Lines at round degrees around the middle, some four of them across the map. */
function graticule([lon, lat]: readonly [number, number], metresAcross: number) {
  const wanted = metresAcross / METRES_PER_DEGREE / 4
  const step = ROUND_DEGREES.find((candidate) => candidate >= wanted) ?? 30
  const round = (value: number) => Math.round(value / step) * step
  const reach = 8 * step
  const west = Math.max(-180, round(lon) - reach)
  const east = Math.min(180, round(lon) + reach)
  const south = Math.max(-85, round(lat) - reach)
  const north = Math.min(85, round(lat) + reach)
  return geoGraticule()
    .extent([
      [west, south],
      [east, north],
    ])
    .step([step, step])()
}

/** Names of places in view, towns first, none over another. */
function labels(projection: GeoProjection, width: number, height: number): MapLayout['labels'] {
  const taken: { left: number; right: number; y: number }[] = []
  const found: MapLayout['labels'] = []
  for (const { name, lon, lat } of swedishPlaces) {
    if (found.length >= MOST_LABELS) break
    const [x, y] = projection([lon, lat])!
    if (x < 4 || x > width - 4 || y < LABEL_HEIGHT || y > height - 6) continue
    const length = name.length * LETTER
    const anchor = x + 6 + length > width ? 'end' : 'start'
    const left = anchor === 'start' ? x : x - 6 - length
    const right = left + 6 + length
    if (left < 0) continue
    if (
      taken.some((other) => Math.abs(other.y - y) < LABEL_HEIGHT && left < other.right && right > other.left)
    )
      continue
    taken.push({ left, right, y })
    found.push({ name, x, y, anchor })
  }
  return found
}

function medianOf(places: readonly (readonly [number, number])[], axis: 0 | 1): number {
  return places.map((place) => place[axis]).sort((a, b) => a - b)[places.length >> 1]!
}
