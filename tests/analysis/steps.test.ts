import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  bandwidthLikelihood,
  bandwidthLikelihoodSteps,
  finish,
  localMoran,
  localMoranSteps,
  nearRepeat,
  nearRepeatSteps,
  part,
  queenNeighbours,
  spatialPointPatternTest,
  spatialPointPatternTestSteps,
  type Steps,
} from '../../src/analysis/index.ts'

function* count(to: number): Steps<string> {
  for (let i = 1; i <= to; i++) yield i / to
  return `${to} done`
}

/** Runs a computation piece by piece; what it yielded and what it returned. */
function watch<T>(steps: Steps<T>): { fractions: number[]; result: T } {
  const fractions: number[] = []
  for (;;) {
    const step = steps.next()
    if (step.done) return { fractions, result: step.value }
    fractions.push(step.value)
  }
}

describe('steps', () => {
  it('finish returns what the computation returns, part moves its fractions', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 9 }),
        fc.double({ min: 0, max: 0.5, noNaN: true }),
        fc.double({ min: 0.5, max: 1, noNaN: true }),
        (to, low, high) => {
          expect(finish(count(to))).toBe(`${to} done`)
          const { fractions, result } = watch(part(count(to), low, high))
          expect(result).toBe(`${to} done`)
          expect(fractions).toHaveLength(to)
          fractions.forEach((f, i) => expect(f).toBeCloseTo(low + ((high - low) * (i + 1)) / to, 12))
        },
      ),
    )
  })

  const points = fc
    .array(fc.tuple(fc.integer({ min: 0, max: 900 }), fc.integer({ min: 0, max: 900 })), {
      minLength: 2,
      maxLength: 30,
    })
    .map((pairs) => ({ x: pairs.map(([x]) => x), y: pairs.map(([, y]) => y) }))
  const seed = fc.integer()

  it.each([
    [
      'localMoran',
      fc.property(fc.array(fc.nat(9), { minLength: 12, maxLength: 12 }), seed, (values, seed) => {
        const grid = queenNeighbours({ columns: 4, rows: 3 }, { includeSelf: false })
        const options = { rowStandardised: true, permutations: 9, seed }
        expect(watch(localMoranSteps(values, grid, options)).result).toEqual(
          localMoran(values, grid, options),
        )
      }),
    ],
    [
      'nearRepeat',
      fc.property(points, seed, (places, seed) => {
        const options = { distanceBands: [0, 100, 300], timeBandsDays: [0, 2, 9], permutations: 5, seed }
        const times = places.x.map((x) => x * 86_400_000)
        const { fractions, result } = watch(nearRepeatSteps(places, times, options))
        expect(result).toEqual(nearRepeat(places, times, options))
        expect(fractions.every((f, i) => f >= 0 && f <= 1 && (i === 0 || f >= fractions[i - 1]!))).toBe(true)
      }),
    ],
    [
      'bandwidthLikelihood',
      fc.property(points, (places) => {
        const candidates = [10, 100, 500]
        expect(watch(bandwidthLikelihoodSteps(places, candidates)).result).toEqual(
          bandwidthLikelihood(places, candidates),
        )
      }),
    ],
    [
      'spatialPointPatternTest',
      fc.property(fc.array(fc.tuple(fc.nat(20), fc.nat(20)), { minLength: 1 }), seed, (pairs, seed) => {
        const [base, test] = [
          [1, ...pairs.map(([b]) => b)],
          [1, ...pairs.map(([, t]) => t)],
        ]
        const options = { samples: 20, seed, robust: false }
        const { result } = watch(spatialPointPatternTestSteps(base, test, options))
        expect(result).toEqual(spatialPointPatternTest(base, test, options))
        for (let a = 0; a < base.length; a++)
          expect(result.lower[a]! >= 0 && result.lower[a]! <= result.upper[a]! && result.upper[a]! <= 1).toBe(
            true,
          )
        expect(result.s >= 0 && result.s <= 1 && result.sRobust <= result.s + 1e-12).toBe(true)
      }),
    ],
  ])('%s gives in pieces what it gives at once', (_, property) => {
    fc.assert(property as fc.IPropertyWithHooks<unknown>, { numRuns: 60 })
  })

  it('the long ones pause, and rise to their end', () => {
    const line = Array.from({ length: 2000 }, (_, i) => i)
    for (const steps of [
      bandwidthLikelihoodSteps({ x: line, y: line }, [5, 1000]) as Steps<unknown>,
      // Each point 1 000 σ from the next: every kernel sum is taken in full.
      bandwidthLikelihoodSteps({ x: line.map((i) => i * 10), y: line }, [0.01]),
      spatialPointPatternTestSteps([1, 1], [2000, 2000], { samples: 400, seed: 1, robust: true }),
    ]) {
      const { fractions } = watch(steps)
      expect(fractions.length).toBeGreaterThanOrEqual(2)
      expect([...fractions].sort((a, b) => a - b)).toEqual(fractions)
      expect(fractions.every((f) => f > 0 && f <= 1)).toBe(true)
    }
  })

  it('refuse before the first piece', () => {
    const none = { x: [], y: [] }
    const lone = queenNeighbours({ columns: 1, rows: 1 }, { includeSelf: true })
    expect(() => localMoranSteps([1], lone, { rowStandardised: true, permutations: 9, seed: 0.5 })).toThrow(
      /options.seed is 0.5/,
    )
    expect(() =>
      nearRepeatSteps(none, [], { distanceBands: [0], timeBandsDays: [0, 1], permutations: 9, seed: 1 }),
    ).toThrow(/options.distanceBands/)
    expect(() => bandwidthLikelihoodSteps(none, [10])).toThrow(/points \(placed\) is 0/)
    expect(() => spatialPointPatternTestSteps([1], [0], { samples: 9, seed: 1, robust: true })).toThrow(
      /test \(total\) is 0/,
    )
    expect(() => spatialPointPatternTestSteps([1], [1], { samples: 9, seed: 1.5, robust: true })).toThrow(
      /options.seed is 1.5/,
    )
  })
})
