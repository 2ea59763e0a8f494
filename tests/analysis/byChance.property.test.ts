import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  concentrationByChance,
  concentrationByChanceSteps,
  finish,
  kernelDensity,
  kernelDensitySteps,
  patternTestByChanceSteps,
  repeatsByChance,
  repeatsByChanceSteps,
} from '../../src/analysis/index.ts'

const seed = fc.integer({ min: 0, max: 1_000_000 })
const counts = (length: number) =>
  fc.array(fc.integer({ min: 0, max: 12 }), { minLength: length, maxLength: length })

describe('what chance would give', () => {
  it('concentration: between an even deal and all on one unit, every incident held, ranks descending', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: 1, max: 30 }),
        seed,
        (n, units, seed) => {
          const options = { permutations: 19, seed }
          const result = concentrationByChance(n, units, options)
          const { mean, lower, upper } = result.halfUnits
          expect(lower).toBeGreaterThanOrEqual(1)
          expect(lower).toBeLessThanOrEqual(mean)
          expect(mean).toBeLessThanOrEqual(upper)
          // No deal needs more units for half than the most even one.
          expect(upper).toBeLessThanOrEqual(Math.ceil(Math.min(n, units) / 2))
          const ranks = [...result.meanByRank]
          expect(ranks.reduce((sum, count) => sum + count, 0)).toBeCloseTo(n, 9)
          expect(ranks).toEqual([...ranks].sort((a, b) => b - a))
          expect(ranks[0]).toBeGreaterThanOrEqual(n / units)
          expect(finish(concentrationByChanceSteps(n, units, options))).toEqual(result)
        },
      ),
    )
  })

  it('repeats: in pieces the same figures as in one', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 20 }),
        seed,
        (held, seed) => {
          const options = { places: held.length + 5, permutations: 19, seed }
          expect(finish(repeatsByChanceSteps(held, options))).toEqual(repeatsByChance(held, options))
        },
      ),
    )
  })

  it('shift of pattern: p in (0, 1], the same for either order of the areas, 1 where nothing could move', () => {
    const options = { samples: 9, relabellings: 19 }
    fc.assert(
      fc.property(counts(5), counts(5), seed, (base, test, seed) => {
        const result = finish(patternTestByChanceSteps(base, test, 1, { ...options, seed }))
        expect(result.pValue).toBeGreaterThan(0)
        expect(result.pValue).toBeLessThanOrEqual(1)
        const turned = finish(
          patternTestByChanceSteps([...base].reverse(), [...test].reverse(), 1, { ...options, seed }),
        )
        const { observed } = result.dissimilarity
        if (base.every((n) => n === 0) || test.every((n) => n === 0)) {
          expect(observed).toBeNaN()
          expect(result.pValue).toBe(1)
        } else {
          expect(observed).toBeGreaterThanOrEqual(0)
          expect(observed).toBeLessThanOrEqual(1 + 1e-12)
          expect(turned.dissimilarity.observed).toBeCloseTo(observed, 12)
        }
        const same = finish(patternTestByChanceSteps(base, base, 1, { ...options, seed }))
        expect(same.pValue).toBe(1)
      }),
      { numRuns: 40 },
    )
  })
})

it('a density in pieces is the density in one', () => {
  const coordinate = fc.double({ min: 0, max: 1000, noNaN: true })
  const grid = { originX: 0, originY: 0, cellSize: 40, columns: 25, rows: 25 }
  fc.assert(
    fc.property(
      fc.array(fc.tuple(coordinate, coordinate), { maxLength: 40 }),
      fc.constantFrom('quartic' as const, 'gaussian' as const),
      fc.double({ min: 30, max: 300, noNaN: true }),
      (places, kernel, bandwidth) => {
        const points = { x: places.map(([x]) => x), y: places.map(([, y]) => y) }
        const options = { kernel, bandwidth }
        expect(finish(kernelDensitySteps(points, grid, options))).toEqual(
          kernelDensity(points, grid, options),
        )
      },
    ),
    { numRuns: 40 },
  )
})
