import { geoMercator, geoPath } from 'd3'
import type { Area } from '../../../domain/area.ts'
import { inSweden } from '../../../ingest/crs.ts'
import { swedishLand } from '../../../ingest/sweden/land.ts'
import { boundsOf, type Bounds } from '../../../state/areaFit.ts'

/** The small map of the form, in px from its upper left corner. */
export interface AreaMapLayout {
  /** All areas as one SVG path. */
  areas: string
  /** Sweden's land as an SVG path; '' abroad. */
  land: string
  /** The loaded incidents; null where there are none, or none in sight. */
  box: { x: number; y: number; width: number; height: number } | null
  /** Degrees, of the middle of most areas. */
  middle: [number, number]
  inSweden: boolean
}

const MARGIN = 12
/** Corners that are drawn at most: more are no finer at this size. */
const MOST_CORNERS = 24_000

export function areaMapLayout(
  areas: readonly Pick<Area, 'lonLat'>[],
  data: Bounds | null,
  width: number,
  height: number,
): AreaMapLayout {
  const [west, south, east, north] = boundsOf(areas)
  const middle = middleOf(areas)
  const projection = geoMercator()
    .rotate([-middle[0], 0])
    .fitExtent(
      [
        [MARGIN, MARGIN],
        [width - MARGIN, height - MARGIN],
      ],
      { type: 'MultiPoint', coordinates: [[west, south], [east, north], [west, north], [east, south]] }, // prettier-ignore
    )
    .clipExtent([
      [-2, -2],
      [width + 2, height + 2],
    ])
  const unclipped = geoMercator().rotate(projection.rotate()).scale(projection.scale()).translate(projection.translate()) // prettier-ignore
  const at = (lon: number, lat: number) => unclipped([lon, lat])!
  const swedish = inSweden(...middle)
  return {
    areas: pathOf(areas, at),
    land: swedish ? (geoPath(projection).digits(1)(swedishLand) ?? '') : '',
    box: data && boxOf(data, at, width, height),
    middle,
    inSweden: swedish,
  }
}

function pathOf(
  areas: readonly Pick<Area, 'lonLat'>[],
  at: (lon: number, lat: number) => [number, number],
): string {
  const corners = areas.reduce(
    (sum, { lonLat }) => sum + lonLat.flat().reduce((n, ring) => n + ring.length, 0),
    0,
  )
  const step = Math.max(1, Math.ceil(corners / MOST_CORNERS))
  const parts: string[] = []
  for (const { lonLat } of areas)
    for (const rings of lonLat)
      for (const ring of rings) {
        const own = Math.max(1, Math.min(step, Math.floor(ring.length / 4)))
        const drawn = ring.filter((_, i) => i % own === 0)
        parts.push(
          `M${drawn
            .map(([lon, lat]) =>
              at(lon!, lat!)
                .map((v) => v.toFixed(1))
                .join(),
            )
            .join('L')}Z`,
        )
      }
  return parts.join('')
}

function boxOf(
  [west, south, east, north]: Bounds,
  at: (lon: number, lat: number) => [number, number],
  width: number,
  height: number,
) {
  const [x0, y1] = at(west, south)
  const [x1, y0] = at(east, north)
  if (x1 < 0 || y1 < 0 || x0 > width || y0 > height) return null
  // A town seen from the whole country is still to be seen.
  return { x: x0 - 2, y: y0 - 2, width: Math.max(4, x1 - x0 + 4), height: Math.max(4, y1 - y0 + 4) }
}

/** The middle area by longitude and by latitude: a stray one does not move it. */
function middleOf(areas: readonly Pick<Area, 'lonLat'>[]): [number, number] {
  const first = areas.map(({ lonLat }) => lonLat[0]![0]![0]!)
  const median = (axis: 0 | 1) =>
    first.map((corner) => corner[axis]!).sort((a, b) => a - b)[first.length >> 1] ?? 0
  return [median(0), median(1)]
}
