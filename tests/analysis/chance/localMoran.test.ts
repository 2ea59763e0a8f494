import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { finish, localMoran, localMoranSteps, queenNeighbours } from '../../../src/analysis/index.ts'
import { seeded } from '../seeded.ts'

const BLOCK = Float64Array.from({ length: 25 }, (_, i) =>
  Math.abs((i % 5) - 2) <= 1 && Math.abs(Math.floor(i / 5) - 2) <= 1 ? 5 : 1,
)
const queen = queenNeighbours({ columns: 5, rows: 5 }, { includeSelf: false })

describe('localMoran', () => {
  const options = { rowStandardised: true, permutations: 999, seed: 1 }

  it('the block of fives: centre 1.7778', () => {
    const { statistic, pValue } = localMoran(BLOCK, queen, options)
    expect(statistic[12]).toBeCloseTo(1.7778, 4)
    expect(pValue[12]).toBeLessThan(0.01)
    // All eight neighbours of the centre are fives: C(8, 8)/C(24, 8) of the draws are as extreme.
    expect(pValue[12]).toBe(1 / 1000)
  })

  it('has the mean of the global Moran’s I: Σ Iᵢ/n with row-standardised weights', () => {
    const { statistic } = localMoran(BLOCK, queen, options)
    const mean = BLOCK.reduce((a, b) => a + b, 0) / 25
    let cross = 0
    let squares = 0
    for (let i = 0; i < 25; i++) {
      squares += (BLOCK[i]! - mean) ** 2
      const count = queen.offsets[i + 1]! - queen.offsets[i]!
      for (let k = queen.offsets[i]!; k < queen.offsets[i + 1]!; k++)
        cross += ((BLOCK[i]! - mean) * (BLOCK[queen.indices[k]!]! - mean)) / count
    }
    expect(statistic.reduce((a, b) => a + b, 0) / 25).toBeCloseTo(cross / squares, 12)
  })

  it('sums rather than averages neighbours without standardisation', () => {
    const plain = localMoran(BLOCK, queen, { ...options, rowStandardised: false }).statistic
    expect(plain[12]).toBeCloseTo(8 * 1.7778, 3)
  })

  it('gives the same p for the same seed, about the exact one for a lone neighbour', () => {
    const line = { offsets: Uint32Array.from([0, 1, 2, 3, 4]), indices: Uint32Array.from([1, 0, 3, 2]) }
    const values = [9, 8, 1, 0]
    const many = { rowStandardised: true, permutations: 20_000, seed: 5 }
    const { pValue } = localMoran(values, line, many)
    // Of the three others one is as high as its neighbour.
    expect(pValue[0]).toBeCloseTo(1 / 3, 1)
    expect(localMoran(values, line, many).pValue).toEqual(pValue)
    expect(localMoran(values, line, { ...many, seed: 6 }).pValue).not.toEqual(pValue)
  })

  it('finds nothing where all are equal, and leaves out what has no neighbour', () => {
    const equal = localMoran(new Float64Array(25).fill(2), queen, options)
    expect(Array.from(equal.statistic)).toEqual(Array(25).fill(0))
    expect(Array.from(equal.pValue)).toEqual(Array(25).fill(1))
    const inside = new Uint8Array(25).fill(1, 0, 10)
    const masked = localMoran(
      BLOCK,
      queenNeighbours({ columns: 5, rows: 5 }, { includeSelf: false, inside }),
      options,
    )
    expect(masked.statistic[20]).toBeNaN()
    expect(masked.statistic[7]).not.toBeNaN()
    expect(localMoran(BLOCK, queen, { ...options, permutations: 0 }).pValue[0]).toBe(1)
    expect(() => localMoran([1], queen, options)).toThrow(RangeError)
    expect(() => localMoran(BLOCK, queen, { ...options, seed: 0.5 })).toThrow(/seed is 0.5/)
  })

  it('keeps the value of a unit that is among its own neighbours', () => {
    // Both draws of the other two values are alike to the lag of the first: nothing but its own value varies.
    const own = { offsets: Uint32Array.from([0, 2, 3, 4]), indices: Uint32Array.from([0, 1, 0, 0]) }
    const { statistic, pValue } = localMoran([8, 2, 2], own, {
      rowStandardised: false,
      permutations: 50,
      seed: 1,
    })
    // x̄ 4, deviations 4, −2, −2, m₂ 8: I₀ = 4·(4 − 2)/8.
    expect(statistic[0]).toBeCloseTo(1, 12)
    expect(pValue[0]).toBe(1)
  })

  it('is 0 and p 1 where a row weighs nothing, or equal values do not sum evenly', () => {
    const weightless = {
      offsets: Uint32Array.from([0, 1, 2]),
      indices: Uint32Array.from([1, 0]),
      weights: Float64Array.from([0, 1]),
    }
    const { statistic, pValue } = localMoran([1, 5], weightless, options)
    expect([statistic[0], pValue[0]]).toEqual([0, 1])
    expect(statistic[1]).toBe(-1)
    const tenths = localMoran(new Float64Array(25).fill(0.1), queen, options)
    expect(Array.from(tenths.statistic)).toEqual(Array(25).fill(0))
    const none = localMoran([], { offsets: new Uint32Array(1), indices: new Uint32Array(0) }, options)
    expect(none).toMatchObject({ n: 0, statistic: new Float64Array(0) })
  })

  it('says its side, its permutations and its seed, and folds p to two sides', () => {
    const result = localMoran(BLOCK, queen, options)
    expect(result).toMatchObject({ sided: 'one', n: 25, permutations: 999, seed: 1 })
    result.pValue.forEach((p, i) => expect(result.pValueTwoSided[i]).toBe(Math.min(1, 2 * p)))
    expect(() => localMoran(BLOCK, queen, { ...options, permutations: 0.5 })).toThrow(
      /options.permutations is 0.5/,
    )
    expect(() => localMoran(BLOCK, queen, { ...options, permutations: -1 })).toThrow(RangeError)
    expect(() => localMoran(BLOCK, queen, { ...options, seed: NaN })).toThrow(/options.seed is NaN/)
  })

  it('has the exact p of every draw where they can be counted', () => {
    // Unit 0 with neighbours 1 and 2 of five: C(4, 2) = 6 equally likely pairs from 5, 4, 1, 0; 5 + 4 is the one highest.
    const star = {
      offsets: Uint32Array.from([0, 2, 3, 4, 5, 6]),
      indices: Uint32Array.from([1, 2, 0, 0, 0, 0]),
    }
    const { pValue } = localMoran([9, 5, 4, 1, 0], star, {
      rowStandardised: true,
      permutations: 30_000,
      seed: 11,
    })
    // SE √(1/6·5/6/30 000) = .0022
    expect(Math.abs(pValue[0]! - 1 / 6)).toBeLessThan(0.009)
  })

  it('gives the same in pieces, and reports rising fractions', () => {
    const r = seeded(3)
    const values = Array.from({ length: 900 }, () => Math.floor(r() * 5))
    const grid = queenNeighbours({ columns: 30, rows: 30 }, { includeSelf: false })
    const fractions: number[] = []
    const steps = localMoranSteps(values, grid, { ...options, permutations: 199 })
    let step = steps.next()
    while (!step.done) {
      fractions.push(step.value)
      step = steps.next()
    }
    expect(step.value).toEqual(localMoran(values, grid, { ...options, permutations: 199 }))
    expect(finish(localMoranSteps(values, grid, { ...options, permutations: 0 })).pValue[7]).toBe(1)
    expect(fractions.length).toBeGreaterThan(5)
    expect([...fractions].sort((a, b) => a - b)).toEqual(fractions)
    expect(fractions.every((f) => f > 0 && f <= 1)).toBe(true)
  })

  it('gives the p that this seed has always given', () => {
    const r = seeded(41)
    const values = Array.from({ length: 40 }, () => Math.floor(r() * 6))
    const inside = Uint8Array.from({ length: 40 }, (_, i) => (i % 11 === 3 ? 0 : 1))
    const { pValue } = localMoran(
      values,
      queenNeighbours({ columns: 8, rows: 5 }, { includeSelf: false, inside }),
      { rowStandardised: true, permutations: 199, seed: 4 },
    )
    expect(Array.from(pValue, (p) => Math.round(p * 200))).toEqual([
      107,
      26,
      38,
      NaN,
      89,
      2,
      92,
      80,
      10,
      17,
      21,
      47,
      81,
      56,
      NaN,
      90,
      79,
      68,
      90,
      91,
      85,
      94,
      72,
      15,
      106,
      NaN,
      101,
      108,
      13,
      78,
      41,
      19,
      41,
      53,
      12,
      100,
      NaN,
      103,
      31,
      74,
    ])
  })

  it('does not change with the unit or zero of the values; p in [1/(R + 1), 1]; mean the global I', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 25, maxLength: 25 }),
        fc.integer({ min: 1, max: 50 }),
        fc.integer({ min: -100, max: 100 }),
        (values, factor, shift) => {
          const settings = { rowStandardised: true, permutations: 19, seed: 3 }
          const one = localMoran(values, queen, settings)
          const other = localMoran(
            values.map((v) => v * factor + shift),
            queen,
            settings,
          )
          one.statistic.forEach((value, i) => expect(other.statistic[i]).toBeCloseTo(value, 8))
          expect(other.pValue).toEqual(one.pValue)
          for (const p of one.pValue) expect(p >= 1 / 20 && p <= 1).toBe(true)
        },
      ),
      { numRuns: 40 },
    )
  })
})
