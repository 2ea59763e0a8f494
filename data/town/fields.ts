import type { Point, Ring } from '../frame.ts'
import { randomStream } from '../random.ts'
import { districts } from './districts.ts'
import { woods } from './greens.ts'
import { inset } from './grid.ts'
import { clear, inTheWayOf, obstacle, type Obstacle } from './obstacles.ts'
import { railway } from './railway.ts'
import { area, inRing, type Shape } from './shape.ts'
import { land } from './water.ts'

export interface Countryside {
  fields: Shape
  woodland: { name: string; shape: Shape }[]
}

/** Square metres below which a plot is left as open ground. */
const MIN_FIELD = 2500

/** The strip along the railway through the town: one piece, without field boundaries. */
function trackside(): Ring {
  const inTown = railway.filter(([x]) => x > -2350 && x < 1500)
  const side = (by: number) => inTown.map(([x, y]): Point => [x, y + by])
  return [...side(-62), ...side(62).reverse()]
}

/** Fields and woods beyond the town: an irregular grid, cut by roads, the shore and the town. */
export function layFields(obstacles: readonly Obstacle[]): Countryside {
  const random = randomStream('fields')
  const site: Shape = [land.reduce((a, b) => (area([a]) > area([b]) ? a : b))]
  const blocked = [...districts.map((district) => obstacle(district.outline)), ...obstacles]
  const columns = 25
  const rows = 19
  const corner = Array.from({ length: (columns + 1) * (rows + 1) }, (_, k): Point => {
    const [i, j] = [k % (columns + 1), Math.floor(k / (columns + 1))]
    const spread = () => random.between(-115, 115)
    return [-5000 + 405 * i + 40 * (j - 9) + spread(), -2950 + 355 * j + spread()]
  })
  const besideTrack = trackside()
  const fields: Shape = clear(besideTrack, site, inTheWayOf(besideTrack, blocked))
  blocked.push(obstacle(besideTrack))
  const woodland: Countryside['woodland'] = []
  for (let j = 0; j < rows; j++)
    for (let i = 0; i < columns; i++) {
      const k = j * (columns + 1) + i
      const ring = [corner[k]!, corner[k + 1]!, corner[k + columns + 2]!, corner[k + columns + 1]!]
      const middle: Point = [(ring[0]![0] + ring[2]![0]) / 2, (ring[0]![1] + ring[2]![1]) / 2]
      const wood = woods.find((green) => inRing(middle, green.ring))
      // of the woods a glade is a field, and of the fields a grove is a wood
      const wooded = wood ? random.next() > 0.08 : random.next() < 0.05
      const plot = wooded ? ring : (inset(ring, 3) ?? ring)
      const parts = clear(plot, site, inTheWayOf(plot, blocked)).filter((part) => area([part]) > MIN_FIELD)
      const name = wood?.name ?? 'Dungen'
      if (wooded) woodland.push(...parts.map((part) => ({ name, shape: [part] })))
      else fields.push(...parts)
    }
  return { fields, woodland }
}
