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
    expect(() => seededRandom(NaN)).toThrow(/seed is NaN/)
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
