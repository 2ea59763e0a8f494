import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { seeded } from '../seeded.ts'
import { adjustPValues, getisOrdGiStar, queenNeighbours } from '../../../src/analysis/index.ts'

/** Ones with an inner 3 × 3 block of fives. */
const BLOCK = Float64Array.from({ length: 25 }, (_, i) =>
  Math.abs((i % 5) - 2) <= 1 && Math.abs(Math.floor(i / 5) - 2) <= 1 ? 5 : 1,
)

describe('queenNeighbours', () => {
  it('gives 3, 5 and 8 neighbours in corner, edge and middle', () => {
    const { offsets, indices } = queenNeighbours({ columns: 3, rows: 3 }, { includeSelf: false })
    const rows = Array.from({ length: 9 }, (_, i) => Array.from(indices.slice(offsets[i], offsets[i + 1])))
    expect(rows[0]).toEqual([1, 3, 4])
    expect(rows[1]).toEqual([0, 2, 3, 4, 5])
    expect(rows[4]).toEqual([0, 1, 2, 3, 5, 6, 7, 8])
    const withSelf = queenNeighbours({ columns: 3, rows: 3 }, { includeSelf: true })
    expect(Array.from(withSelf.indices.slice(0, 4))).toEqual([0, 1, 3, 4])
  })

  it('leaves masked cells out, as units and as neighbours', () => {
    const inside = Uint8Array.from([1, 1, 0, 1])
    const { offsets, indices } = queenNeighbours({ columns: 2, rows: 2 }, { includeSelf: true, inside })
    expect(Array.from(offsets)).toEqual([0, 3, 6, 6, 9])
    expect(Array.from(indices)).toEqual([0, 1, 3, 0, 1, 3, 0, 1, 3])
  })

  it('is one lone cell, and refuses a shape or mask that is none', () => {
    expect(queenNeighbours({ columns: 1, rows: 1 }, { includeSelf: true }).indices).toHaveLength(1)
    expect(() => queenNeighbours({ columns: 0, rows: 3 }, { includeSelf: true })).toThrow(/grid.columns is 0/)
    expect(() =>
      queenNeighbours({ columns: 2, rows: 2 }, { includeSelf: true, inside: new Uint8Array(3) }),
    ).toThrow(/inside.length is 3/)
  })

  it('is symmetric', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 }), (columns, rows) => {
        const { offsets, indices } = queenNeighbours({ columns, rows }, { includeSelf: false })
        const pairs = new Set<string>()
        for (let i = 0; i < columns * rows; i++)
          for (let k = offsets[i]!; k < offsets[i + 1]!; k++) pairs.add(`${i} ${indices[k]}`)
        for (const pair of pairs) expect(pairs.has(pair.split(' ').reverse().join(' '))).toBe(true)
      }),
    )
  })
})

describe('getisOrdGiStar', () => {
  const star = queenNeighbours({ columns: 5, rows: 5 }, { includeSelf: true })

  it('gives the hand-worked z of the block of fives', () => {
    const { z, pValue, n } = getisOrdGiStar(BLOCK, star)
    expect(n).toBe(25)
    expect(z[12]).toBeCloseTo(4.898979, 6)
    expect(z[7]).toBeCloseTo(2.3474, 4)
    expect(z[6]).toBeCloseTo(0.6464, 4)
    expect(z[0]).toBeCloseTo(-0.49, 4)
    expect(pValue.filter((p) => p < 0.05)).toHaveLength(5)
    expect(adjustPValues(pValue, 'fdr-bh').filter((q) => q < 0.05)).toHaveLength(1)
  })

  it('counts only the study area', () => {
    const columns = 7
    const values = new Float64Array(49).fill(1000)
    const inside = new Uint8Array(49)
    for (let i = 0; i < 25; i++) {
      const cell = (Math.floor(i / 5) + 1) * columns + (i % 5) + 1
      values[cell] = BLOCK[i]!
      inside[cell] = 1
    }
    const masked = getisOrdGiStar(
      values,
      queenNeighbours({ columns, rows: 7 }, { includeSelf: true, inside }),
    )
    expect(masked.n).toBe(25)
    expect(masked.z[24]).toBeCloseTo(4.898979, 6)
    expect(masked.z[0]).toBeNaN()
    expect(masked.pValue[0]).toBeNaN()
  })

  it('reads weights', () => {
    const twice = { ...star, weights: new Float64Array(star.indices.length).fill(2) }
    const weighted = getisOrdGiStar(BLOCK, twice).z
    getisOrdGiStar(BLOCK, star).z.forEach((z, i) => expect(weighted[i]).toBeCloseTo(z, 12))
  })

  it('finds no evidence where all are equal, in one unit, or where everyone is a neighbour', () => {
    expect(getisOrdGiStar(new Float64Array(25).fill(4), star)).toMatchObject({ n: 25 })
    expect(Array.from(getisOrdGiStar(new Float64Array(25).fill(4), star).pValue)).toEqual(Array(25).fill(1))
    const lone = getisOrdGiStar([7], queenNeighbours({ columns: 1, rows: 1 }, { includeSelf: true }))
    expect([lone.z[0], lone.pValue[0]]).toEqual([0, 1])
    const four = getisOrdGiStar([1, 2, 3, 9], queenNeighbours({ columns: 2, rows: 2 }, { includeSelf: true }))
    expect(Array.from(four.z)).toEqual([0, 0, 0, 0])
  })

  it('is not taken in by the rounding of equal values, and is empty without units', () => {
    // 25 × 0.1 does not sum to 2.5: the mean misses 0.1 by one ulp.
    const tenths = getisOrdGiStar(new Float64Array(25).fill(0.1), star)
    expect(Array.from(tenths.z)).toEqual(Array(25).fill(0))
    expect(getisOrdGiStar([], { offsets: new Uint32Array(1), indices: new Uint32Array(0) })).toEqual({
      z: new Float64Array(0),
      pValue: new Float64Array(0),
      n: 0,
      sided: 'two',
    })
    const nobody = getisOrdGiStar([1, 2], { offsets: new Uint32Array(3), indices: new Uint32Array(0) })
    expect(nobody.n).toBe(0)
    expect(Array.from(nobody.z)).toEqual([NaN, NaN])
  })

  it('equals the published formula, computed plainly, on any values, weights and neighbours', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({ value: fc.integer({ min: -9, max: 30 }), degree: fc.integer({ min: 1, max: 4 }) }),
          {
            minLength: 3,
            maxLength: 15,
          },
        ),
        fc.integer(),
        (units, seed) => {
          const r = seeded(seed)
          const n = units.length
          const values = units.map(({ value }) => value)
          const offsets = new Uint32Array(n + 1)
          const indices: number[] = []
          const weights: number[] = []
          units.forEach(({ degree }, i) => {
            for (let k = 0; k < degree; k++) {
              indices.push(Math.floor(r() * n))
              weights.push(0.25 + r())
            }
            offsets[i + 1] = indices.length
          })
          const { z } = getisOrdGiStar(values, {
            offsets,
            indices: Uint32Array.from(indices),
            weights: Float64Array.from(weights),
          })
          const mean = values.reduce((a, b) => a + b, 0) / n
          const s = Math.sqrt(values.reduce((a, b) => a + b * b, 0) / n - mean * mean)
          fc.pre(new Set(values).size > 1)
          for (let i = 0; i < n; i++) {
            const w = weights.slice(offsets[i], offsets[i + 1])
            const at = indices.slice(offsets[i], offsets[i + 1])
            const W = w.reduce((a, b) => a + b, 0)
            const W2 = w.reduce((a, b) => a + b * b, 0)
            const denominator = s * Math.sqrt((n * W2 - W * W) / (n - 1))
            if (!(denominator > 1e-6)) continue
            const local = w.reduce((sum, weight, k) => sum + weight * values[at[k]!]!, 0)
            expect(z[i]).toBeCloseTo((local - mean * W) / denominator, 7)
          }
        },
      ),
    )
  })

  it('refuses values that do not match the neighbours', () => {
    expect(() => getisOrdGiStar([1, 2], star)).toThrow(/values.length is 2; allowed: 25/)
  })

  it('does not change with the unit of the values, and p lies in (0, 1]', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 50 }), { minLength: 25, maxLength: 25 }),
        fc.integer({ min: 1, max: 1000 }),
        (values, factor) => {
          const { z, pValue } = getisOrdGiStar(values, star)
          const scaled = getisOrdGiStar(
            values.map((v) => v * factor + 3),
            star,
          ).z
          z.forEach((value, i) => expect(scaled[i]).toBeCloseTo(value, 7))
          for (const p of pValue) expect(p > 0 && p <= 1).toBe(true)
        },
      ),
    )
  })
})
