import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { seededRandom, shuffle } from '../../src/analysis/random.ts'

describe('seededRandom', () => {
  it('is the same for the same seed, another for another, and even', () => {
    const draw = (seed: number, n: number) => {
      const random = seededRandom(seed)
      return Array.from({ length: n }, random)
    }
    expect(draw(7, 5)).toEqual(draw(7, 5))
    expect(draw(7, 5)).not.toEqual(draw(8, 5))
    const many = draw(1, 60_000)
    expect(many.every((v) => v >= 0 && v < 1)).toBe(true)
    const bins = new Float64Array(10)
    for (const v of many) bins[Math.floor(v * 10)]!++
    const chi = bins.reduce((sum, n) => sum + (n - 6000) ** 2 / 6000, 0)
    expect(chi).toBeLessThan(27.9)
    expect(() => seededRandom(NaN)).toThrow(/seed is NaN; allowed: a whole number/)
    expect(() => seededRandom(2 ** 53, 'options.seed')).toThrow(/options.seed is 9007199254740992/)
    expect(draw(2 ** 40, 3)).not.toEqual(draw(0, 3))
    expect(draw(-1, 3)).not.toEqual(draw(1, 3))
  })

  it('gives the numbers of sfc32, on every machine', () => {
    // The first three of a Python transcription of PractRand's sfc32.
    const random = seededRandom(20261122)
    expect(Array.from({ length: 3 }, () => random() * 4294967296)).toEqual([538977792, 307873038, 3482170049])
  })

  it('keeps what it shuffles, and leaves what lies past the end', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(50), { minLength: 1 }),
        fc.nat(),
        fc.nat(),
        fc.integer(),
        (values, a, b, seed) => {
          const end = 1 + (a % values.length)
          const count = b % (end + 1)
          const list = Uint32Array.from(values)
          shuffle(list, seededRandom(seed), count, end)
          expect(Array.from(list).slice(end)).toEqual(values.slice(end))
          const sorted = (part: number[]) => [...part].sort((p, q) => p - q)
          expect(sorted(Array.from(list))).toEqual(sorted(values))
        },
      ),
    )
  })

  it('shuffles every order alike', () => {
    const random = seededRandom(2)
    const seen = new Map<string, number>()
    for (let i = 0; i < 6000; i++) {
      const list = Uint32Array.from([0, 1, 2])
      shuffle(list, random)
      seen.set(list.join(''), (seen.get(list.join('')) ?? 0) + 1)
    }
    expect(seen.size).toBe(6)
    for (const n of seen.values()) expect(Math.abs(n - 1000)).toBeLessThan(130)
  })
})
