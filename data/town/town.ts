import type { Point, Ring } from '../frame.ts'
import { randomStream } from '../random.ts'
import { buildingsOn } from './buildings.ts'
import { districts, type District, type Pattern } from './districts.ts'
import { inset, layGrid } from './grid.ts'
import { streetNames } from './names.ts'
import { bridges, mainRoads, parks, railway, secondTrack, squares, woods, type Road } from './plan.ts'
import {
  area,
  boxesMeet,
  boxOf,
  contains,
  corridor,
  inRing,
  intersect,
  polygon,
  ribbon,
  subtract,
  type Box,
  type Shape,
} from './shape.ts'
import { gridStreets, onMainRoad, parkPaths } from './streets.ts'
import { coastLine, land, riverLine } from './water.ts'

export interface Block {
  district: string
  pattern: Pattern
  shape: Shape
  buildings: Ring[][]
}

export interface Town {
  land: Shape
  blocks: Block[]
  fields: Shape
  parks: { name: string; shape: Shape; kind: 'park' | 'wood' }[]
  squares: { name: string; shape: Shape }[]
  streets: Road[]
}

interface Obstacle {
  box: Box
  shape: Shape
}

const obstacle = (ring: Ring): Obstacle => ({ box: boxOf([ring]), shape: polygon(ring) })

/** Everything that a block may not stand on, as convex pieces. */
function obstacles(): Obstacle[] {
  const pieces: Ring[] = [...mainRoads, ...bridges].flatMap((road) => ribbon(road.line, road.width))
  pieces.push(...ribbon(railway, 34), ...ribbon(secondTrack, 30))
  pieces.push(...ribbon([...coastLine, coastLine[0]!], 34), ...ribbon(riverLine, 108))
  for (const district of districts) pieces.push(...corridor([...district.outline, district.outline[0]!], 11))
  for (const square of squares) pieces.push(square.ring)
  for (const park of parks) pieces.push(park.ring, ...corridor([...park.ring, park.ring[0]!], 12))
  return pieces.map(obstacle)
}

/** Station building and rail-side sheds stand free, outside any block grid. */
const MIN_BLOCK = 500

function layDistrict(district: District, site: Shape, blocked: Obstacle[]): Block[] {
  const random = randomStream(`district ${district.id}`)
  const grid = layGrid(district, random)
  const names = Object.keys(district.patterns) as Pattern[]
  const weights = names.map((name) => district.patterns[name]!)
  const blocks: Block[] = []
  for (const cell of grid.cells) {
    const pattern = names[random.weighted(weights)]!
    const own = randomStream(`block ${district.id} ${cell.i} ${cell.j}`)
    const ring = inset(cell.ring, district.street / 2)
    if (!ring) continue
    const box = boxOf([ring])
    const near = blocked.filter((piece) => boxesMeet(piece.box, box))
    const whole = near.length === 0 && ring.every((corner) => contains(site, corner))
    const shape = whole
      ? polygon(ring)
      : subtract(
          intersect(polygon(ring), site),
          near.map((piece) => piece.shape),
        )
    for (const part of shape) {
      if (area([part]) < MIN_BLOCK) continue
      const buildings = buildingsOn(ring, pattern, own)
      const kept = whole ? buildings : buildings.flatMap((rings) => clipBuilding(rings, part))
      blocks.push({ district: district.id, pattern, shape: [part], buildings: kept })
    }
  }
  return blocks
}

/** A building on a cut block: what of it stands on the block, if it is still a building. */
function clipBuilding(rings: Ring[], part: Ring[]): Ring[][] {
  if (rings.length === 1 && rings[0]!.every((corner) => contains([part], corner))) return [rings]
  return intersect([rings], [part]).filter((piece) => area([piece]) > 90)
}

export function buildTown(): Town {
  const blocked = obstacles()
  const nameFor = streetNames([
    ...mainRoads.map((road) => road.name),
    ...districts.flatMap((district) => district.named.map((line) => line.name)),
  ])
  const greens = parks.map((park) => ({ park, shape: intersect(polygon(park.ring), land) }))
  const blocks: Block[] = []
  const streets: Road[] = [...mainRoads, ...bridges]
  for (const district of districts) {
    const site = intersect(polygon(district.outline), land)
    blocks.push(...layDistrict(district, site, blocked))
    const free = (point: Point) =>
      contains(site, point) &&
      !greens.some(({ shape }) => contains(shape, point)) &&
      !squares.some((square) => contains(polygon(square.ring), point)) &&
      !onMainRoad(point)
    const grid = layGrid(district, randomStream(`district ${district.id}`))
    streets.push(...gridStreets(district, grid, free, nameFor))
  }
  for (const { park, shape } of greens) streets.push(...parkPaths(park.name, park.ring, shape))

  const { fields, forest } = layFields(blocked)
  return {
    land,
    blocks,
    fields,
    parks: [
      ...greens.map(({ park, shape }) => ({
        name: park.name,
        kind: 'park' as const,
        shape: subtract(shape, parkCuts(park.ring, blocked)),
      })),
      ...forest.flatMap(({ name, shape }) =>
        shape.map((part) => ({ name, shape: [part], kind: 'wood' as const })),
      ),
    ],
    squares: squares.map((square) => ({ name: square.name, shape: polygon(square.ring) })),
    streets,
  }
}

/** Main roads and water's edge cut through a park; its own outline does not. */
function parkCuts(ring: Ring, blocked: Obstacle[]): Shape[] {
  const box = boxOf([ring])
  const own = new Set(corridor([...ring, ring[0]!], 12).map((piece) => JSON.stringify(piece)))
  own.add(JSON.stringify(ring))
  return blocked
    .filter((piece) => boxesMeet(piece.box, box) && !own.has(JSON.stringify(piece.shape[0]![0])))
    .map((piece) => piece.shape)
}

const mainland = (): Shape => [land.reduce((a, b) => (area([a]) > area([b]) ? a : b))]

/** What is left of a ring on the site when everything that lies there has been cut out. */
function clear(ring: Ring, site: Shape, blocked: Obstacle[]): Shape {
  const box = boxOf([ring])
  const near = blocked.filter((piece) => boxesMeet(piece.box, box))
  return subtract(
    intersect(polygon(ring), site),
    near.map((piece) => piece.shape),
  )
}

/** The strip along the railway through the town: one piece, without field boundaries. */
function trackside(): Ring {
  const inTown = railway.filter(([x]) => x > -2350 && x < 1500)
  const side = (by: number) => inTown.map(([x, y]): Point => [x, y + by])
  return [...side(-62), ...side(62).reverse()]
}

/** Fields and woods beyond the town: an irregular grid, cut by roads, the shore and the town. */
function layFields(blocked: Obstacle[]): { fields: Shape; forest: { name: string; shape: Shape }[] } {
  const random = randomStream('fields')
  const site = mainland()
  const inTheWay = [...blocked, ...districts.map((district) => obstacle(district.outline))]
  const columns = 25
  const rows = 19
  const corner = Array.from({ length: (columns + 1) * (rows + 1) }, (_, k): Point => {
    const [i, j] = [k % (columns + 1), Math.floor(k / (columns + 1))]
    const spread = () => random.between(-115, 115)
    return [-5000 + 405 * i + 40 * (j - 9) + spread(), -2950 + 355 * j + spread()]
  })
  const besideTrack = trackside()
  const fields: Shape = clear(besideTrack, site, inTheWay)
  inTheWay.push(obstacle(besideTrack))
  const forest = new Map<string, Shape>()
  for (let j = 0; j < rows; j++)
    for (let i = 0; i < columns; i++) {
      const k = j * (columns + 1) + i
      const ring = [corner[k]!, corner[k + 1]!, corner[k + columns + 2]!, corner[k + columns + 1]!]
      const middle: Point = [(ring[0]![0] + ring[2]![0]) / 2, (ring[0]![1] + ring[2]![1]) / 2]
      const wood = woods.find((green) => inRing(middle, green.ring))
      // of the woods a glade is a field, and of the fields a grove is a wood
      const wooded = wood ? random.next() > 0.08 : random.next() < 0.05
      const parts = clear(wooded ? ring : (inset(ring, 3) ?? ring), site, inTheWay).filter(
        (part) => area([part]) > 2500,
      )
      const name = wood?.name ?? 'Dungen'
      if (wooded) forest.set(name, [...(forest.get(name) ?? []), ...parts])
      else fields.push(...parts)
    }
  return { fields, forest: [...forest].map(([name, parts]) => ({ name, shape: parts })) }
}
