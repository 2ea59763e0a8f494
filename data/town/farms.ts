import type { Point, Ring } from '../frame.ts'
import { randomStream } from '../random.ts'
import { districts } from './districts.ts'
import { mainRoads } from './roads.ts'
import { contains, distanceToLine, inRing, type Shape } from './shape.ts'

/** Houses and farms along the roads beyond the town, closer together near it: so that the town thins out. */
export function farmBuildings(fields: Shape): Ring[] {
  const random = randomStream('farms')
  const buildings: Ring[] = []
  for (const road of mainRoads)
    for (let i = 1; i < road.line.length; i++) {
      const [a, b] = [road.line[i - 1]!, road.line[i]!]
      const length = Math.hypot(b[0] - a[0], b[1] - a[1])
      const [ux, uy] = [(b[0] - a[0]) / length, (b[1] - a[1]) / length]
      for (let along = random.between(10, 60); along < length;) {
        const at: Point = [a[0] + ux * along, a[1] + uy * along]
        const away = distanceToTown(at)
        const side = random.next() < 0.5 ? -1 : 1
        const off = side * (road.width / 2 + random.between(14, 34))
        const yard: Point = [at[0] - uy * off, at[1] + ux * off]
        along += random.between(0.7, 1.6) * (26 + away * 0.22)
        if (away === 0) continue
        const house = box(yard, [ux, uy], random.between(9, 15), random.between(8, 11))
        const barn = box(
          [yard[0] - uy * side * 26, yard[1] + ux * side * 26],
          [ux, uy],
          random.between(18, 32),
          11,
        )
        const built = away > 350 && random.next() < 0.45 ? [house, barn] : [house]
        if (built.every((ring) => ring.every((corner) => contains(fields, corner)))) buildings.push(...built)
      }
    }
  return buildings
}

function distanceToTown(at: Point): number {
  if (districts.some((district) => inRing(at, district.outline))) return 0
  return Math.min(...districts.map(({ outline }) => distanceToLine(at, [...outline, outline[0]!])))
}

function box([x, y]: Point, [ux, uy]: Point, width: number, depth: number): Ring {
  const corner = (s: number, t: number): Point => [
    x + ux * s * (width / 2) - uy * t * (depth / 2),
    y + uy * s * (width / 2) + ux * t * (depth / 2),
  ]
  return [corner(-1, -1), corner(1, -1), corner(1, 1), corner(-1, 1)]
}
