import { describe, expect, it } from 'vitest'
import { localMoran, queenNeighbours } from '../../../src/analysis/index.ts'

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
})
