import { describe, expect, it } from 'vitest'
import { concentrationByChance } from '../../../src/analysis/pattern/concentrationByChance.ts'

const options = { permutations: 999, seed: 1 }

describe('concentrationByChance', () => {
  it('by hand: two incidents on two units are held, half of them, by one unit always', () => {
    const { halfUnits, meanByRank } = concentrationByChance(2, 2, options)
    expect(halfUnits).toEqual({ mean: 1, lower: 1, upper: 1 })
    // Both on one unit in half of the deals: (2, 0) or (1, 1).
    expect(meanByRank[0]).toBeCloseTo(1.5, 1)
    expect(meanByRank[0] + meanByRank[1]).toBeCloseTo(2, 12)
  })

  it('three incidents on two units: the fuller holds 3 in a quarter of the deals, else 2', () => {
    const { meanByRank } = concentrationByChance(3, 2, options)
    expect(meanByRank[0]).toBeCloseTo(2.25, 1)
  })

  it('few incidents on many units look concentrated without being so', () => {
    const few = concentrationByChance(100, 10_000, options)
    expect(few.halfUnits.mean / 10_000).toBeLessThan(0.0051)
    expect(few.halfUnits.lower).toBeGreaterThanOrEqual(45)
    const many = concentrationByChance(100_000, 100, { permutations: 49, seed: 1 })
    expect(many.halfUnits.mean / 100).toBeGreaterThan(0.45)
    expect(many.halfUnits.upper).toBeLessThanOrEqual(50)
  })

  it('is the same for the same seed, and holds every incident', () => {
    const at = (seed: number) => concentrationByChance(50, 20, { permutations: 99, seed })
    expect(at(3)).toEqual(at(3))
    expect(at(3).meanByRank).not.toEqual(at(4).meanByRank)
    expect(at(3).meanByRank.reduce((sum, count) => sum + count, 0)).toBeCloseTo(50, 10)
    const none = concentrationByChance(0, 4, options)
    expect(none.halfUnits.mean).toBe(0)
  })

  it('refuses what is no count', () => {
    expect(() => concentrationByChance(1.5, 2, options)).toThrow(/n is 1.5/)
    expect(() => concentrationByChance(1, 0, options)).toThrow(/units is 0/)
    expect(() => concentrationByChance(1, 1, { ...options, permutations: 0 })).toThrow(/permutations is 0/)
    expect(() => concentrationByChance(1, 1, { ...options, seed: NaN })).toThrow(/seed is NaN/)
  })
})
