import { normal, seeded } from './seeded.ts'

export interface Square {
  /** Metres, south-west corner. */
  x: number
  y: number
  /** Metres. */
  side: number
}

export type Pattern = 'uniform' | 'clustered' | 'half'

/** Points in a square: evenly spread, in forty clusters of σ 60-400 m, or one half of each. */
export function places(
  n: number,
  pattern: Pattern,
  square: Square,
  seed: number,
): { x: Float64Array; y: Float64Array } {
  const random = seeded(seed)
  const clusters = Array.from({ length: 40 }, () => ({
    x: random() * square.side,
    y: random() * square.side,
    sigma: 60 + 340 * random(),
  }))
  const share = { uniform: 0, clustered: 1, half: 0.5 }[pattern]
  const x = new Float64Array(n)
  const y = new Float64Array(n)
  for (let i = 0; i < n; i++) {
    let px: number
    let py: number
    do {
      if (random() < share) {
        const { x: cx, y: cy, sigma } = clusters[Math.floor(random() * clusters.length)]
        px = cx + sigma * normal(random)
        py = cy + sigma * normal(random)
      } else {
        px = random() * square.side
        py = random() * square.side
      }
    } while (px < 0 || px >= square.side || py < 0 || py >= square.side)
    x[i] = square.x + px
    y[i] = square.y + py
  }
  return { x, y }
}
