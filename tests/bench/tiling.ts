import type { MultiPolygon } from '../../src/domain/grid.ts'
import { seeded } from './seeded.ts'
import type { Square } from './places.ts'

/**
 * Areas that tile a square with crooked borders that neighbours share corner by corner, as a division of the ground does.
 * @param corners of each area, about
 */
export function tiling(
  columns: number,
  rows: number,
  corners: number,
  square: Square,
  seed: number,
): MultiPolygon[] {
  const random = seeded(seed)
  const [width, height] = [square.side / columns, square.side / rows]
  const perSide = Math.max(1, Math.round(corners / 4))
  const nodes = Array.from({ length: (columns + 1) * (rows + 1) }, (_, k) => {
    const [c, r] = [k % (columns + 1), Math.floor(k / (columns + 1))]
    const shift = (edge: boolean, length: number) => (edge ? 0 : (random() - 0.5) * 0.5 * length)
    return [
      square.x + c * width + shift(c === 0 || c === columns, width),
      square.y + r * height + shift(r === 0 || r === rows, height),
    ]
  })
  /** Corners from one node to the next, both included; crooked inside the square. */
  const border = (from: number[], to: number[], straight: boolean) =>
    Array.from({ length: perSide + 1 }, (_, k) => {
      const t = k / perSide
      const reach = straight || k === 0 || k === perSide ? 0 : 0.02 * (random() - 0.5)
      return [
        from[0]! + t * (to[0]! - from[0]!) + reach * width,
        from[1]! + t * (to[1]! - from[1]!) + reach * height,
      ]
    })
  const node = (c: number, r: number) => nodes[r * (columns + 1) + c]!
  const along = Array.from({ length: columns * (rows + 1) }, (_, k) => {
    const [c, r] = [k % columns, Math.floor(k / columns)]
    return border(node(c, r), node(c + 1, r), r === 0 || r === rows)
  })
  const up = Array.from({ length: (columns + 1) * rows }, (_, k) => {
    const [c, r] = [k % (columns + 1), Math.floor(k / (columns + 1))]
    return border(node(c, r), node(c, r + 1), c === 0 || c === columns)
  })
  return Array.from({ length: columns * rows }, (_, k) => {
    const [c, r] = [k % columns, Math.floor(k / columns)]
    const ring = [
      ...along[r * columns + c]!.slice(0, -1),
      ...up[r * (columns + 1) + c + 1]!.slice(0, -1),
      ...along[(r + 1) * columns + c]!.slice(1).reverse(),
      ...up[r * (columns + 1) + c]!.slice(1).reverse(),
    ]
    return [[[...ring, ring[0]!]]]
  })
}

/**
 * The same ground drawn together around a few towns, as people live: most areas are small and lie close, a few are wide. A map of
 * the plane onto itself, so that what tiled still tiles.
 */
export function drawnTogether(
  { x: x0, y: y0, side }: Square,
  seed: number,
): (x: number, y: number) => [number, number] {
  const random = seeded(seed)
  const curve = () => {
    const towns = Array.from({ length: 5 }, () => random())
    const steps = 4096
    // The wider the step, the farther from a town.
    const widths = Array.from(
      { length: steps },
      (_, k) => Math.min(...towns.map((town) => Math.abs(town - (k + 0.5) / steps))) ** 2 + 2e-5,
    )
    const total = widths.reduce((sum, width) => sum + width, 0)
    const at = new Float64Array(steps + 1)
    for (let k = 0; k < steps; k++) at[k + 1] = at[k]! + widths[k]! / total
    return (t: number) => {
      const k = Math.min(steps - 1, Math.max(0, Math.floor(t * steps)))
      return at[k]! + (t * steps - k) * (at[k + 1]! - at[k]!)
    }
  }
  const [across, upwards] = [curve(), curve()]
  return (x, y) => [x0 + side * across((x - x0) / side), y0 + side * upwards((y - y0) / side)]
}
