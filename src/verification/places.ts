import type { GridSpec, MultiPolygon } from '../domain/grid.ts'
import { seededRandom } from '../analysis/random.ts'

/** Columns of positions in metres, as kernelDensity takes them. */
export interface Places {
  x: number[]
  y: number[]
  weight?: number[]
}

/** A place in a square of side `size`. */
type Layout = (random: () => number, size: number) => [number, number]

const LAYOUTS = {
  uniform: (random, size) => [random() * size, random() * size],
  /** Three towns of different spread. */
  clustered: (random, size) => {
    const town = Math.floor(random() * 3)
    const spread = (0.02 + 0.04 * town) * size
    const around = () => (random() + random() + random() - 1.5) * spread
    return [(0.25 + 0.25 * town) * size + around(), (0.7 - 0.2 * town) * size + around()]
  },
  /** Few addresses, many incidents at each. */
  duplicated: (random, size) => [
    (Math.floor(random() * 9) + 0.37) * (size / 9),
    (Math.floor(random() * 9) + 0.61) * (size / 9),
  ],
} satisfies Record<string, Layout>

/** Seeded places, the same on every machine, from the corner (originX, originY) on. */
export function places(
  layout: keyof typeof LAYOUTS,
  count: number,
  size: number,
  { originX = 0, originY = 0, seed = 1 } = {},
): Places {
  const random = seededRandom(seed)
  const positions = Array.from({ length: count }, () => LAYOUTS[layout](random, size))
  return { x: positions.map(([x]) => originX + x), y: positions.map(([, y]) => originY + y) }
}

/** A 1 × 1 grid whose only cell centre is the given place. */
export function cellAround(x: number, y: number): GridSpec {
  return { originX: x - 0.5, originY: y - 0.5, cellSize: 1, columns: 1, rows: 1 }
}

/** A square as a study area, counter-clockwise. */
export function square(from: number, to: number): MultiPolygon {
  return [
    [
      [
        [from, from],
        [to, from],
        [to, to],
        [from, to],
        [from, from],
      ],
    ],
  ]
}

/** Σ density · cell area, in incidents. */
export function massOf({ values, grid }: { values: ArrayLike<number>; grid: GridSpec }): number {
  let sum = 0
  for (let cell = 0; cell < values.length; cell++) sum += values[cell]!
  return (sum * grid.cellSize ** 2) / 1e6
}
