import { describe, expect, it } from 'vitest'
import { patternTestByChanceSteps } from '../../../src/analysis/areas/patternTestByChance.ts'
import { finish, spatialPointPatternTest } from '../../../src/analysis/index.ts'
import { seededRandom, shuffle } from '../../../src/analysis/random.ts'

const options = { samples: 50, relabellings: 39, seed: 1 }
const base = [30, 20, 10, 5, 0, 15]
const alike = [28, 22, 9, 6, 1, 14]
const moved = [5, 10, 30, 25, 10, 0]
const robust = (test: number[]) =>
  spatialPointPatternTest(base, test, { samples: 50, seed: 1, robust: true }).value

describe('patternTestByChance', () => {
  it('says what S would be had nothing moved: a moved pattern falls below it, an alike one does not', () => {
    const far = finish(patternTestByChanceSteps(base, moved, robust(moved), options))
    expect(far.pValue).toBe(1 / 40)
    expect(far.dissimilarity.observed).toBeGreaterThan(far.dissimilarity.upper)
    // Shares 30, 20, 10, 5, 0, 15 of 80 against 5, 10, 30, 25, 10, 0 of 80.
    expect(far.dissimilarity.observed).toBeCloseTo((25 + 10 + 20 + 20 + 10 + 15) / 160, 12)
    const near = finish(patternTestByChanceSteps(base, alike, robust(alike), options))
    expect(near.pValue).toBeGreaterThan(0.05)
    for (const figure of [near.sRobust, near.dissimilarity]) {
      expect(figure.lower).toBeLessThanOrEqual(figure.mean)
      expect(figure.mean).toBeLessThanOrEqual(figure.upper)
    }
    expect(near.sRobust.observed).toBe(robust(alike))
    // Two samples of one pattern do not give S = 1: that is the point.
    expect(near.sRobust.mean).toBeLessThan(0.9)
    expect(near).toMatchObject({ relabellings: 39, seed: 1, sided: 'one' })
  })

  it('computes S of each relabelling as the test itself does', () => {
    const { sRobust, dissimilarity } = finish(
      patternTestByChanceSteps(base, alike, 1, { ...options, relabellings: 1 }),
    )
    const pool = Uint32Array.from(base.flatMap((count, a) => Array<number>(count + alike[a]).fill(a)))
    const tested = alike.reduce((a, b) => a + b)
    shuffle(pool, seededRandom(1), tested)
    const counts = (from: number, to: number) =>
      base.map((_, a) => pool.subarray(from, to).filter((area) => area === a).length)
    const own = spatialPointPatternTest(counts(tested, pool.length), counts(0, tested), {
      samples: 50,
      seed: 1,
      robust: true,
    })
    expect(sRobust).toMatchObject({ mean: own.sRobust, lower: own.sRobust, upper: own.sRobust })
    const [baseCounts, testCounts] = [counts(tested, pool.length), counts(0, tested)]
    const baseTotal = pool.length - tested
    const apart = base.map((_, a) => Math.abs(baseCounts[a] / baseTotal - testCounts[a] / tested))
    expect(dissimilarity.mean).toBeCloseTo(apart.reduce((a, b) => a + b) / 2, 12)
  })

  it('repeats by its seed and tells how far it is', () => {
    const run = (seed: number) => finish(patternTestByChanceSteps(base, alike, 0.5, { ...options, seed }))
    expect(run(3)).toEqual(run(3))
    expect(run(4).dissimilarity).not.toEqual(run(3).dissimilarity)
    const fractions = [...patternTestByChanceSteps(base, alike, 0.5, options)]
    expect(fractions).toEqual([...fractions].sort((a, b) => a - b))
    expect(fractions.at(-1)).toBe(1)
  })

  it('refuses bad input by name', () => {
    const run = (part: Partial<typeof options>, b: number[] = base) =>
      finish(patternTestByChanceSteps(b, alike, 0.5, { ...options, ...part }))
    expect(() => run({ relabellings: 0 })).toThrow(/options.relabellings is 0/)
    expect(() => run({ seed: NaN })).toThrow(/options.seed/)
    expect(() => run({ samples: 1 })).toThrow(/options.samples is 1/)
    expect(() => run({}, [1, 2])).toThrow(/test/)
    expect(() => run({}, [1.5, 1, 1, 1, 1, 1])).toThrow(/base\[0\] is 1.5/)
  })
})
