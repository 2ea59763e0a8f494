/**
 * Seeded pseudo-random numbers: sfc32 (Doty-Humphrey, PractRand) seeded from a name by xmur3, so that every part of the
 * demo has its own stream and a change in one part leaves the others' draws alone.
 */
export interface Random {
  /** Uniform in [0, 1). */
  next(): number
  /** Uniform in [from, to). */
  between(from: number, to: number): number
  /** Whole number in [0, n). */
  below(n: number): number
  /** Standard normal by Marsaglia's polar method. */
  normal(): number
  pick<T>(items: readonly T[]): T
  /** Index drawn with probability proportional to its weight. */
  weighted(weights: ArrayLike<number>): number
  /** Fisher-Yates, in place. */
  shuffle<T>(items: T[]): T[]
}

function hash(name: string): () => number {
  let h = 1779033703 ^ name.length
  for (let i = 0; i < name.length; i++) {
    h = Math.imul(h ^ name.charCodeAt(i), 3432918353)
    h = (h << 13) | (h >>> 19)
  }
  return () => {
    h = Math.imul(h ^ (h >>> 16), 2246822507)
    h = Math.imul(h ^ (h >>> 13), 3266489909)
    return (h ^= h >>> 16) >>> 0
  }
}

/** A stream of its own for each name. */
export function randomStream(name: string): Random {
  const seed = hash(`Exempelköping ${name}`)
  let [a, b, c, d] = [seed(), seed(), seed(), seed()]
  const next = () => {
    const t = (((a + b) | 0) + d) | 0
    d = (d + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (c << 21) | (c >>> 11)
    c = (c + t) | 0
    return (t >>> 0) / 4294967296
  }
  for (let i = 0; i < 15; i++) next()
  const random: Random = {
    next,
    between: (from, to) => from + (to - from) * next(),
    below: (n) => Math.floor(next() * n),
    normal() {
      for (;;) {
        const u = 2 * next() - 1
        const v = 2 * next() - 1
        const s = u * u + v * v
        if (s > 0 && s < 1) return u * Math.sqrt((-2 * Math.log(s)) / s)
      }
    },
    pick: (items) => items[Math.floor(next() * items.length)]!,
    weighted(weights) {
      let total = 0
      for (let i = 0; i < weights.length; i++) total += weights[i]!
      let left = next() * total
      for (let i = 0; i < weights.length; i++) {
        left -= weights[i]!
        if (left < 0) return i
      }
      return weights.length - 1
    },
    shuffle(items) {
      for (let i = items.length - 1; i > 0; i--) {
        const j = Math.floor(next() * (i + 1))
        ;[items[i], items[j]] = [items[j]!, items[i]!]
      }
      return items
    },
  }
  return random
}
