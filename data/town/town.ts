import type { Point } from '../frame.ts'
import { randomStream } from '../random.ts'
import { layBlocks, type Block } from './blocks.ts'
import { districts } from './districts.ts'
import { farmBuildings } from './farms.ts'
import { layFields } from './fields.ts'
import { landmarks, parks, squares } from './greens.ts'
import { layGrid } from './grid.ts'
import { streetNames } from './names.ts'
import { inTheWayOf, townObstacles } from './obstacles.ts'
import { bridges, mainRoads, type Road } from './roads.ts'
import { contains, intersect, polygon, subtract, type Shape } from './shape.ts'
import { gridStreets, onMainRoad, parkPaths } from './streets.ts'
import { bay, inlandWater, islets, land } from './water.ts'

export interface Town {
  land: Shape
  blocks: Block[]
  fields: Shape
  /** Buildings that stand on no block: the station, houses and farms beyond the town. */
  loose: Shape
  parks: { name: string; shape: Shape; kind: 'park' | 'wood' }[]
  squares: { name: string; shape: Shape }[]
  streets: Road[]
}

/** Lays out Exempelköping in local metres. */
export function buildTown(): Town {
  const obstacles = townObstacles()
  const nameFor = streetNames([
    ...mainRoads.map((road) => road.name),
    ...districts.flatMap((district) => district.named.map((line) => line.name)),
  ])
  const open = squares.map((square) => polygon(square.ring))
  const greens = parks.map(({ name, ring }) => {
    const cuts = inTheWayOf(ring, obstacles).filter((piece) => piece.park !== name)
    return {
      name,
      ring,
      kind: 'park' as const,
      shape: subtract(
        intersect(polygon(ring), land),
        cuts.map((piece) => polygon(piece.ring)),
      ),
    }
  })
  const notBuilt = [...open, ...parks.map((park) => polygon(park.ring))]
  const blocks: Block[] = []
  const streets: Road[] = [...mainRoads, ...bridges]
  for (const district of districts) {
    const site = intersect(polygon(district.outline), land)
    const grid = layGrid(district, randomStream(`district ${district.id}`))
    blocks.push(...layBlocks(district, grid, site, obstacles))
    const free = (point: Point) =>
      ashore(point, site) && !notBuilt.some((shape) => contains(shape, point)) && !onMainRoad(point)
    streets.push(...gridStreets(district, grid, free, nameFor))
  }
  for (const { ring, shape } of greens) streets.push(...parkPaths(ring, shape))
  const { fields, woodland } = layFields(obstacles)
  return {
    land,
    blocks,
    fields,
    loose: [...landmarks, ...farmBuildings(fields)].map((ring) => [ring]),
    parks: [...greens, ...[...woodland, ...isletWoods()].map((wood) => ({ ...wood, kind: 'wood' as const }))],
    squares: squares.map((square, k) => ({ name: square.name, shape: open[k]! })),
    streets,
  }
}

/** On the site, and far enough from its edge that a street's round end stays on the quay. */
function ashore([x, y]: Point, site: Shape): boolean {
  const around: Point[] = [
    [x, y],
    [x - QUAY, y],
    [x + QUAY, y],
    [x, y - QUAY],
    [x, y + QUAY],
  ]
  return contains(site, around[0]!) && around.every((at) => !contains(inlandWater, at) && !contains(bay, at))
}

const QUAY = 12

/** Pines on the larger islets, within a rim of rock. */
function isletWoods(): Town['parks'][number][] {
  return islets.map((ring) => {
    const n = ring.length
    const [cx, cy] = [0, 1].map((k) => ring.reduce((sum, p) => sum + p[k]!, 0) / n) as Point
    const within = ring.map(([x, y]): Point => [cx + 0.8 * (x - cx), cy + 0.8 * (y - cy)])
    return { name: 'Holmarna', shape: polygon(within), kind: 'wood' }
  })
}
