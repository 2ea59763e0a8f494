import { requireSeed } from './argument.ts'

/**
 * Seeded uniform numbers in [0, 1): the same on every machine. sfc32 (Doty-Humphrey, PractRand), state filled from the seed.
 * @param seed a whole number
 * @param name of the seed, as the caller's caller knows it
 * @throws RangeError for a seed that is no whole number
 */
export function seededRandom(seed: number, name = 'seed'): () => number {
  requireSeed(name, seed)
  let a = seed | 0
  let b = Math.floor(seed / 4294967296) | 0
  let c = 0x9e3779b9 | 0
  let counter = 1
  const next = () => {
    const sum = (((a + b) | 0) + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + sum) | 0
    return (sum >>> 0) / 4294967296
  }
  for (let i = 0; i < 15; i++) next()
  return next
}

/**
 * Shuffles the first `count` places of a list, in place, with entries drawn from all up to `end` (Fisher & Yates 1938, as Durstenfeld
 * 1964): every order is equally likely.
 * @param random uniform in [0, 1)
 */
export function shuffle(
  list: Uint32Array | Float64Array,
  random: () => number,
  count = list.length,
  end = list.length,
): void {
  for (let i = 0; i < count; i++) {
    const j = i + Math.floor(random() * (end - i))
    const kept = list[i]!
    list[i] = list[j]!
    list[j] = kept
  }
}
