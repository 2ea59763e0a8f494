import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  kernelDensity,
  relativeRisk,
  relativeRiskTolerance,
  relativeRiskToleranceSteps,
} from '../../../src/analysis/index.ts'
import { seeded } from '../seeded.ts'

const grid = { originX: 0, originY: 0, cellSize: 10, columns: 12, rows: 8 }
const options = { bandwidth: 40, delta: 3, fewest: 1, permutations: 99, seed: 1 }

/** Points at cell centres, where the binning moves nothing. */
function atCentres(n: number, seed: number) {
  const random = seeded(seed)
  const at = (cells: number) => Math.floor(random() * cells) * 10 + 5
  return { x: Array.from({ length: n }, () => at(12)), y: Array.from({ length: n }, () => at(8)) }
}

/** log((g₁ + δ)/(g₀ + δ)) by the densities themselves, each scaled to the mean of the totals. */
function byDefinition(points: { x: number[]; y: number[] }, isCase: ArrayLike<number>, delta: number) {
  const side = (wanted: number) => {
    const chosen = points.x.map((_, i) => i).filter((i) => isCase[i] === wanted)
    const own = { x: chosen.map((i) => points.x[i]), y: chosen.map((i) => points.y[i]) }
    const density = kernelDensity(own, grid, { kernel: 'quartic', bandwidth: 40 })
    const scale = points.x.length / 2 / chosen.length
    return { ...density, values: density.values.map((value) => value * scale) }
  }
  return relativeRisk(side(1), side(0), { delta })
}

describe('relativeRiskTolerance', () => {
  const points = atCentres(40, 5)
  const isCase = Uint8Array.from(points.x, (_, i) => (i % 3 === 0 ? 1 : 0))

  it('compares the densities scaled to equal totals, where enough lie', () => {
    const { logRatio, pValue } = relativeRiskTolerance(points, isCase, grid, options)
    const expected = byDefinition(points, isCase, options.delta)
    const all = kernelDensity(points, grid, { kernel: 'quartic', bandwidth: 40 })
    const peak = 3e6 / (Math.PI * 1600)
    let tested = 0
    logRatio.forEach((value, i) => {
      // Σ (1 − d²/h²)² is the density over the kernel's peak.
      const under = all.values[i] / peak
      if (Math.abs(under - 1) < 1e-9) return
      if (under < 1) {
        expect(value).toBeNaN()
        expect(pValue[i]).toBeNaN()
      } else {
        tested++
        expect(value).toBeCloseTo(expected[i], 9)
      }
    })
    expect(tested).toBeGreaterThan(20)
  })

  it('gives the p of all labellings, two-sided, as permutations grow', () => {
    const few = { x: [15, 25, 25, 65, 75, 105], y: [15, 15, 25, 45, 45, 65] }
    const cases = [1, 1, 0, 0, 1, 0]
    const labellings: number[][] = []
    for (let code = 0; code < 64; code++) {
      const flags = [0, 1, 2, 3, 4, 5].map((bit) => (code >> bit) & 1)
      if (flags.reduce((a, b) => a + b) === 3) labellings.push(flags)
    }
    const observed = byDefinition(few, cases, 3)
    const all = labellings.map((flags) => byDefinition(few, flags, 3))
    const { pValue, global } = relativeRiskTolerance(few, cases, grid, { ...options, permutations: 20_000 })
    const sum = (values: Float64Array) =>
      values.reduce((total, value, i) => (Number.isNaN(pValue[i]) ? total : total + value * value), 0)
    let tested = 0
    pValue.forEach((p, i) => {
      if (Number.isNaN(p)) return
      tested++
      const above = all.filter((values) => values[i] >= observed[i] - 1e-9).length / all.length
      const below = all.filter((values) => values[i] <= observed[i] + 1e-9).length / all.length
      expect(p).toBeCloseTo(Math.min(1, 2 * Math.min(above, below)), 1)
      expect(Math.abs(p - Math.min(1, 2 * Math.min(above, below)))).toBeLessThan(0.03)
    })
    expect(tested).toBeGreaterThan(4)
    const asMuch = all.filter((values) => sum(values) >= sum(observed) * (1 - 1e-9)).length / all.length
    expect(Math.abs(global.pValue - asMuch)).toBeLessThan(0.02)
    expect(global.statistic).toBeCloseTo(sum(observed), 9)
  })

  it('turns its sign where cases and controls change places', () => {
    const swapped = isCase.map((flag) => 1 - flag)
    const one = relativeRiskTolerance(points, isCase, grid, options)
    const other = relativeRiskTolerance(points, swapped, grid, options)
    one.logRatio.forEach((value, i) => {
      if (!Number.isNaN(value)) expect(other.logRatio[i]).toBeCloseTo(-value, 9)
    })
    expect(other.global.statistic).toBeCloseTo(one.global.statistic, 9)
  })

  it('finds what is planted, with the least p there is, and nothing where labels are random', () => {
    const random = seeded(9)
    const x = Array.from({ length: 300 }, () => random() * 120)
    const y = Array.from({ length: 300 }, () => random() * 80)
    const west = x.map((value) => (value < 25 ? 1 : 0))
    const planted = relativeRiskTolerance({ x, y }, west, grid, { ...options, fewest: 3 })
    expect(planted.global.pValue).toBe(1 / 100)
    expect(planted.pValue[3 * 12]).toBe(2 / 100)
    expect(planted.logRatio[3 * 12]).toBeGreaterThan(0)
    const any = x.map(() => (random() < 0.3 ? 1 : 0))
    const even = relativeRiskTolerance({ x, y }, any, grid, { ...options, fewest: 3 })
    expect(even.global.pValue).toBeGreaterThan(0.05)
    expect(even).toMatchObject({ n: 300, dropped: 0, permutations: 99, seed: 1, sided: 'two' })
  })

  it('lets weights stay with their points: twice the weight is two points, in what is observed', () => {
    const weighted = relativeRiskTolerance(
      { x: [15, 65], y: [15, 45], weight: [2, 3] },
      [1, 0],
      grid,
      options,
    )
    const repeated = relativeRiskTolerance(
      { x: [15, 15, 65, 65, 65], y: [15, 15, 45, 45, 45] },
      [1, 1, 0, 0, 0],
      grid,
      options,
    )
    expect([...weighted.logRatio]).toEqual([...repeated.logRatio])
  })

  it('repeats by its seed, whole or in pieces, and leaves out what has no place on the grid', () => {
    const far = { x: [...points.x, NaN, 5000], y: [...points.y, 5, 5] }
    const cases = [...isCase, 1, 0]
    const once = relativeRiskTolerance(far, cases, grid, options)
    expect(once).toMatchObject({ n: 40, dropped: 2 })
    expect([...once.pValue]).toEqual([...relativeRiskTolerance(points, isCase, grid, options).pValue])
    const other = relativeRiskTolerance(points, isCase, grid, { ...options, seed: 2 })
    expect([...other.pValue]).not.toEqual([...once.pValue])
    const fractions = [...relativeRiskToleranceSteps(points, isCase, grid, options)]
    expect(fractions).toEqual([...fractions].sort((a, b) => a - b))
    expect(fractions.at(-1)).toBe(1)
    expect(fractions).toHaveLength(100)
  })

  it('keeps p in (0, 1] and the ratio finite with δ, whatever lies where', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 0, max: 119 }), fc.integer({ min: 0, max: 79 }), fc.boolean()), {
          minLength: 2,
          maxLength: 30,
        }),
        fc.constantFrom(0, 3),
        (rows, delta) => {
          const flags = rows.map(([, , flag]) => (flag ? 1 : 0))
          fc.pre(flags.includes(1) && flags.includes(0))
          const own = { x: rows.map(([x]) => x), y: rows.map(([, y]) => y) }
          const result = relativeRiskTolerance(own, flags, grid, { ...options, delta, permutations: 19 })
          result.pValue.forEach((p, i) => {
            if (Number.isNaN(p)) return
            expect(p).toBeGreaterThan(0)
            expect(p).toBeLessThanOrEqual(1)
            if (delta > 0) expect(Number.isFinite(result.logRatio[i])).toBe(true)
          })
        },
      ),
      { numRuns: 60 },
    )
  })

  it('refuses bad input by name', () => {
    const run = (part: Partial<typeof options>, flags: ArrayLike<number> = isCase) =>
      relativeRiskTolerance(points, flags, grid, { ...options, ...part })
    expect(() => run({ bandwidth: 0 })).toThrow(/options.bandwidth is 0/)
    expect(() => run({ delta: -1 })).toThrow(/options.delta is -1/)
    expect(() => run({ fewest: 0 })).toThrow(/options.fewest is 0/)
    expect(() => run({ permutations: 0 })).toThrow(/options.permutations is 0/)
    expect(() => run({ seed: 0.5 })).toThrow(/options.seed is 0.5/)
    expect(() => run({}, [1])).toThrow(/isCase/)
    expect(() =>
      run(
        {},
        isCase.map(() => 0),
      ),
    ).toThrow(/no case on the grid/)
    expect(() =>
      run(
        {},
        isCase.map(() => 1),
      ),
    ).toThrow(/no control on the grid/)
    expect(() => relativeRiskTolerance(points, isCase, { ...grid, columns: 0 }, options)).toThrow(
      /grid.columns/,
    )
  })
})
