import type { Feature, FeatureCollection, Polygon } from 'geojson'
import { lonLat, type Point, type Ring } from './frame.ts'
import { railway } from './town/railway.ts'
import { inRing, ringArea } from './town/shape.ts'
import { coastLine, riverLine } from './town/water.ts'

/** The three kommundelar: they share the railway (A-C), the river (A-B, B-C) and an eastern street, and tile the town. */
export type AreaId = 'A' | 'B' | 'C'

export interface DemoArea {
  id: AreaId
  name: string
  ring: Ring
  population: Record<number, number>
}

const WEST = -2480
const EAST = 2480

/** The part of a west-to-east line between two eastings. */
const between = (line: readonly Point[], from: number, to: number) =>
  line.filter(([x]) => x >= from && x <= to)

const track = between(railway, WEST, 1435)
const upperRiver = [...riverLine].reverse().filter(([x, y]) => x > 1357 && x < EAST && y > 500)
const lowerRiver = [...riverLine].reverse().filter(([x, y]) => x <= 1357 && y > -700)
const crossing = lowerRiver.at(-1)!

/** Last stretch of the coast: from the west of the town to the river's north bank. */
const westShore = coastLine.filter(
  ([x, y], i) => i > coastLine.length / 2 && x > WEST && x < -450 && y > -720 && y < -300,
)
/** First stretch: from the river's south bank eastwards. */
const southShore = coastLine.filter(([x, y], i) => i < coastLine.length / 4 && x < 1300 && y > -1330)

const northEdge: Point[] = [
  [WEST, 820],
  [-2420, 1320],
  [-1950, 1680],
  [-1300, 1860],
  [-480, 1860],
  [330, 2010],
  [1250, 1990],
  [2050, 2050],
  [2520, 1880],
  [2540, 1480],
]
const eastEdge: Point[] = [
  [1560, -1330],
  [2120, -1180],
  [2460, -800],
  [2520, -250],
]

export const areas: DemoArea[] = [
  {
    id: 'A',
    name: 'A Centrum',
    ring: [...westShore, ...lowerRiver, ...[...track].reverse()],
    population: { 2022: 18_240, 2023: 18_390, 2024: 18_520, 2025: 18_690, 2026: 18_810 },
  },
  {
    id: 'B',
    name: 'B Söder',
    ring: [...southShore, ...eastEdge, ...[...upperRiver].reverse(), ...[...lowerRiver].reverse()],
    population: { 2022: 15_870, 2023: 15_960, 2024: 16_110, 2025: 16_230, 2026: 16_300 },
  },
  {
    id: 'C',
    name: 'C Norrby',
    ring: [...track, crossing, ...upperRiver, ...[...northEdge].reverse()],
    population: { 2022: 30_420, 2023: 30_710, 2024: 31_050, 2025: 31_320, 2026: 31_540 },
  },
]

export function areaAt(point: Point): AreaId | null {
  return areas.find((area) => inRing(point, area.ring))?.id ?? null
}

export function areasGeoJson(): FeatureCollection<Polygon> {
  return {
    type: 'FeatureCollection',
    features: areas.map(({ id, name, population, ring }): Feature<Polygon> => {
      const points = (ringArea(ring) > 0 ? ring : [...ring].reverse()).map((point) => lonLat(point, 7))
      return {
        type: 'Feature',
        id,
        properties: { id, name, population },
        geometry: { type: 'Polygon', coordinates: [[...points, points[0]!]] },
      }
    }),
  }
}
