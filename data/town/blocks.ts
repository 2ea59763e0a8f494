import type { Ring } from '../frame.ts'
import { randomStream } from '../random.ts'
import { buildingsOn } from './buildings.ts'
import type { District, Pattern } from './districts.ts'
import { inset, type Grid } from './grid.ts'
import { clear, inTheWayOf, type Obstacle } from './obstacles.ts'
import { area, contains, intersect, type Shape } from './shape.ts'

export interface Block {
  district: string
  shape: Shape
  buildings: Ring[][]
}

/** Square metres below which a cut block is left as open ground. */
const MIN_BLOCK = 500
/** Square metres below which what is left of a cut building is none. */
const MIN_BUILDING = 90

/** The blocks of a district's grid that stand on its site, with their buildings. */
export function layBlocks(
  district: District,
  grid: Grid,
  site: Shape,
  obstacles: readonly Obstacle[],
): Block[] {
  const random = randomStream(`patterns ${district.id}`)
  const names = Object.keys(district.patterns) as Pattern[]
  const weights = names.map((name) => district.patterns[name]!)
  return grid.cells.flatMap((cell): Block[] => {
    const pattern = names[random.weighted(weights)]!
    const ring = inset(cell.ring, district.street / 2)
    if (!ring) return []
    const near = inTheWayOf(ring, obstacles)
    const parts = clear(ring, site, near).filter((part) => area([part]) >= MIN_BLOCK)
    if (parts.length === 0) return []
    const buildings = buildingsOn(ring, pattern, randomStream(`block ${district.id} ${cell.i} ${cell.j}`))
    return parts.map((part) => ({
      district: district.id,
      shape: [part],
      buildings: near.length === 0 ? buildings : buildings.flatMap((rings) => cutBuilding(rings, part)),
    }))
  })
}

function cutBuilding(rings: Ring[], part: Ring[]): Ring[][] {
  if (rings.length === 1 && rings[0]!.every((corner) => contains([part], corner))) return [rings]
  return intersect([rings], [part]).filter((piece) => area([piece]) > MIN_BUILDING)
}
