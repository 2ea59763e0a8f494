import type { Point, Ring } from '../frame.ts'
import type { Random } from '../random.ts'
import type { Pattern } from './districts.ts'

/** Building footprints on a four-cornered block, in the manner of its district: each a polygon of rings. */
export function buildingsOn(block: Ring, pattern: Pattern, random: Random): Ring[][] {
  const [p00, p10, p11, p01] = block as [Point, Point, Point, Point]
  const length = (a: Point, b: Point) => Math.hypot(b[0] - a[0], b[1] - a[1])
  const width = (length(p00, p10) + length(p01, p11)) / 2
  const height = (length(p00, p01) + length(p10, p11)) / 2
  const at = (u: number, v: number): Point => {
    const [s, t] = [u / width, v / height]
    return [0, 1].map(
      (k) => (1 - t) * ((1 - s) * p00[k]! + s * p10[k]!) + t * ((1 - s) * p01[k]! + s * p11[k]!),
    ) as Point
  }
  const box = (u0: number, v0: number, u1: number, v1: number): Ring => [
    at(u0, v0),
    at(u1, v0),
    at(u1, v1),
    at(u0, v1),
  ]
  if (width < 18 || height < 18) return []
  return patterns[pattern]({ width, height, box, at, random })
}

interface Site {
  width: number
  height: number
  /** Rectangle in metres along the block's sides. */
  box(u0: number, v0: number, u1: number, v1: number): Ring
  /** Point in metres along the block's sides. */
  at(u: number, v: number): Point
  random: Random
}

const patterns: Record<Pattern, (site: Site) => Ring[][]> = {
  /** Closed or broken courtyard blocks. */
  perimeter({ width, height, box, at, random }) {
    const m = 2.5
    const d = random.between(11, 14)
    if (Math.min(width, height) < 2 * d + 14) return [[box(m, m, width - m, height - m)]]
    const draw = random.next()
    const court =
      width > 62 && height > 56 && random.next() < 0.5
        ? [[box(width / 2 - 9, height / 2 - 6, width / 2 + 8, height / 2 + 6)]]
        : []
    if (draw < 0.45) {
      const hole = box(m + d, m + d, width - m - d, height - m - d).reverse()
      return [[box(m, m, width - m, height - m), hole], ...court]
    }
    const gap = random.between(5, 9)
    const [w, h] = [width - m, height - m]
    if (draw < 0.75) {
      return [[openCourt(width, height, m, d, random.below(4), at)], ...court]
    }
    const cut = random.between(0.35, 0.65) * width
    return [
      [box(m, m, cut - gap / 2, m + d)],
      [box(cut + gap / 2, m, w, m + d)],
      [box(m, h - d, w, h)],
      [box(m, m + d + gap, m + d, h - d - gap)],
      [box(w - d, m + d + gap, w, h - d - gap)],
      ...court,
    ]
  },
  /** Parallel slabs across the longer side. */
  slab({ width, height, box, random }) {
    const depth = 11.5
    const step = random.between(25, 31)
    const out: Ring[][] = []
    const trim = random.between(4, 10)
    if (width >= height)
      for (let u = 6; u + depth < width - 3; u += step) out.push([box(u, trim, u + depth, height - 5)])
    else for (let v = 6; v + depth < height - 3; v += step) out.push([box(trim, v, width - 5, v + depth)])
    return out
  },
  /** Two rows of terraced houses, cut in lengths. */
  terrace({ width, height, box, random }) {
    const out: Ring[][] = []
    const depth = 9.5
    for (const v of height < 36 ? [5] : [5, height - 5 - depth]) {
      let u = 5
      while (u < width - 14) {
        const end = Math.min(width - 5, u + random.between(22, 40))
        if (end - u > 9) out.push([box(u, v, end, v + depth)])
        u = end + random.between(4, 9)
      }
    }
    if (height > 70) out.push([box(width * 0.2, height / 2 - 5, width * 0.8, height / 2 + 5)])
    return out
  },
  /** Detached houses along both long sides. */
  villa({ width, height, box, random }) {
    const out: Ring[][] = []
    for (const side of height < 42 ? [0] : [0, 1]) {
      for (let u = random.between(5, 10); u < width - 14; u += random.between(21, 27)) {
        if (random.next() < 0.08) continue
        const [w, h] = [random.between(9, 13.5), random.between(8.5, 11)]
        const set = random.between(5, 9)
        const v = side ? height - set - h : set
        out.push([box(u, v, Math.min(u + w, width - 3), v + h)])
      }
    }
    return out
  },
  /** A few large sheds. */
  industry({ width, height, box, random }) {
    const cut = random.between(0.4, 0.65)
    return random.next() < 0.5
      ? [[box(6, 6, width * cut - 5, height - 8)], [box(width * cut + 5, 8, width - 7, height * 0.7)]]
      : [[box(5, height * 0.3, width - 8, height - 6)], [box(8, 6, width * cut, height * 0.2)]]
  },
  /** A school, a church, a hall: one building with room about it. */
  hall({ width, height, at }) {
    const corners: Point[] = [
      [0.18, 0.3],
      [0.82, 0.3],
      [0.82, 0.62],
      [0.42, 0.62],
      [0.42, 0.84],
      [0.18, 0.84],
    ]
    return [[corners.map(([u, v]) => at(u * width, v * height))]]
  },
}

/** Three wings about a court that is open to one side: 0 south, 1 north, 2 west, 3 east. */
function openCourt(
  width: number,
  height: number,
  margin: number,
  depth: number,
  open: number,
  at: Site['at'],
): Ring {
  const [along, across] = open < 2 ? [width, height] : [height, width]
  const [a, b] = [margin, margin + depth]
  const [w, h] = [along - margin, across - margin]
  const shape: Point[] = [
    [a, a],
    [b, a],
    [b, h - depth],
    [w - depth, h - depth],
    [w - depth, a],
    [w, a],
    [w, h],
    [a, h],
  ]
  return shape.map(([u, v]) => {
    const side = open % 2 === 0 ? v : across - v
    return open < 2 ? at(u, side) : at(side, u)
  })
}
