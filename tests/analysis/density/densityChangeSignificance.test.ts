import { describe, expect, it } from 'vitest'
import {
  densityChange,
  densityChangeSignificance,
  densityChangeSignificanceSteps,
  kernelDensity,
  type GridSpec,
  type Points,
} from '../../../src/analysis/index.ts'
import { seeded } from '../seeded.ts'

const grid: GridSpec = { originX: 0, originY: 0, cellSize: 20, columns: 50, rows: 50 }
const options = { bandwidth: 100, yearsBefore: 1, yearsAfter: 1, fewest: 5, permutations: 99, seed: 1 }

/** Points spread evenly over the inner part of the grid, so that no kernel is cut by its edge. */
function even(n: number, seed: number, weighted = false): { x: number[]; y: number[]; weight?: number[] } {
  const random = seeded(seed)
  const at = () => 150 + 700 * random()
  const x = Array.from({ length: n }, at)
  const y = Array.from({ length: n }, at)
  return weighted ? { x, y, weight: x.map(() => 0.2 + 0.8 * random()) } : { x, y }
}

const joined = (a: { x: number[]; y: number[] }, b: { x: number[]; y: number[] }) => ({
  x: [...a.x, ...b.x],
  y: [...a.y, ...b.y],
})
const found = (q: Float64Array) => q.reduce((count, value) => count + (value < 0.05 ? 1 : 0), 0)

/** (1 − d²/h²)² within h. */
const quartic = (dx: number, dy: number, h: number) => Math.max(0, 1 - (dx * dx + dy * dy) / (h * h)) ** 2

describe('densityChangeSignificance', () => {
  it('gives the p of all six relabellings of two and two points, by hand', () => {
    // Cell centres at 10, 30, 50, 70. A and B after, C and D before.
    const small: GridSpec = { originX: 0, originY: 0, cellSize: 20, columns: 4, rows: 1 }
    const all = [12, 28, 41, 66]
    const result = densityChangeSignificance(
      { x: [41, 66], y: [10, 10] },
      { x: [12, 28], y: [10, 10] },
      small,
      { ...options, bandwidth: 40, yearsBefore: 2, yearsAfter: 0.5, fewest: 0.5, permutations: 20_000 },
    )
    const pairs = [[0, 1], [0, 2], [0, 3], [1, 2], [1, 3], [2, 3]] // prettier-ignore
    const peak = 3e6 / (Math.PI * 1600)
    for (const [cell, centre] of [10, 30, 50, 70].entries()) {
      const under = all.map((x) => quartic(x - centre, 0, 40))
      const change = (after: readonly number[]) =>
        peak * under.reduce((sum, value, i) => sum + (after.includes(i) ? value / 0.5 : -value / 2), 0)
      const changes = pairs.map(change)
      const mean = changes.reduce((a, b) => a + b) / 6
      const own = Math.abs(changes[0] - mean)
      const p = changes.filter((value) => Math.abs(value - mean) >= own - 1e-9).length / 6
      expect(result.difference[cell]).toBeCloseTo(changes[0], 8)
      expect(result.expected[cell]).toBeCloseTo(mean, 8)
      expect(Math.abs(result.pValue[cell] - p)).toBeLessThan(0.015)
    }
    expect(result).toMatchObject({ nBefore: 2, nAfter: 2, tested: 4, tooFew: 0, dropped: 0, snapped: false })
  })

  it('is the difference of the two exact densities', () => {
    const [before, after] = [even(80, 3, true), even(60, 4, true)]
    const years = { yearsBefore: 3, yearsAfter: 0.5 }
    const { difference } = densityChangeSignificance(before, after, grid, {
      ...options,
      ...years,
      permutations: 1,
    })
    const density = (points: Points) => kernelDensity(points, grid, { kernel: 'quartic', bandwidth: 100 })
    densityChange(density(before), density(after), years).values.forEach((value, i) =>
      expect(difference[i]).toBeCloseTo(value, 7),
    )
  })

  it('holds after/yearsAfter − before/yearsBefore in the whole surface', () => {
    const years = { yearsBefore: 3, yearsAfter: 0.5 }
    const { difference, expected } = densityChangeSignificance(even(90, 5), even(30, 6), grid, {
      ...options,
      ...years,
      permutations: 1,
    })
    const perCell = (20 * 20) / 1e6
    const total = (values: Float64Array) => values.reduce((a, b) => a + b) * perCell
    // The sum over cell centres is the integral but for some thousandths at five cells a bandwidth.
    expect(total(difference)).toBeCloseTo(30 / 0.5 - 90 / 3, 0)
    expect(Math.abs(total(difference) - 30)).toBeLessThan(0.2)
    expect(Math.abs(total(expected) - 30)).toBeLessThan(0.2)
  })

  it('leaves p as it is whatever the lengths of the periods', () => {
    const [before, after] = [even(80, 7), even(90, 8)]
    const one = densityChangeSignificance(before, after, grid, options)
    const other = densityChangeSignificance(before, after, grid, {
      ...options,
      yearsBefore: 3,
      yearsAfter: 0.25,
    })
    expect(other.pValue).toEqual(one.pValue)
  })

  it('finds nothing in nothing: p at a place is uniform, and most runs have no discovery', () => {
    const ps: number[] = []
    let clean = 0
    const runs = 160
    for (let run = 0; run < runs; run++) {
      const result = densityChangeSignificance(even(300, 1000 + run), even(240, 5000 + run), grid, {
        ...options,
        seed: run,
      })
      ps.push(result.pValue[25 * 50 + 25])
      if (found(result.qValue) === 0) clean++
    }
    ps.sort((a, b) => a - b)
    const distance = ps.reduce(
      (most, p, i) => Math.max(most, Math.abs(p - i / runs), Math.abs((i + 1) / runs - p)),
      0,
    )
    // Kolmogorov-Smirnov at 1 %: 1.63/√n, and a hundredth for the steps of p.
    expect(distance).toBeLessThan(1.63 / Math.sqrt(runs) + 0.01)
    expect(clean).toBeGreaterThan(0.85 * runs)
  })

  it('finds a planted shift, where it is, and in its direction', () => {
    const at = (x: number, y: number, n: number, seed: number) => {
      const random = seeded(seed)
      const near = (centre: number) => Array.from({ length: n }, () => centre + 60 * (random() - 0.5))
      return { x: near(x), y: near(y) }
    }
    // 60 that were at the first place are at the second.
    const before = joined(even(150, 11), at(300, 300, 60, 12))
    const after = joined(even(150, 13), at(700, 700, 60, 14))
    const { qValue, difference, expected } = densityChangeSignificance(before, after, grid, {
      ...options,
      permutations: 999,
    })
    const first = 15 * 50 + 15
    const second = 35 * 50 + 35
    expect(qValue[first]).toBeLessThan(0.05)
    expect(qValue[second]).toBeLessThan(0.05)
    expect(difference[first]).toBeLessThan(expected[first])
    expect(difference[second]).toBeGreaterThan(expected[second])
    let near = 0
    qValue.forEach((q, i) => {
      if (!(q < 0.05)) return
      const x = (i % 50) * 20 + 10
      const y = Math.floor(i / 50) * 20 + 10
      if (Math.min(Math.hypot(x - 300, y - 300), Math.hypot(x - 700, y - 700)) < 160) near++
    })
    // One in twenty of what is found may be false, on average over many such maps.
    expect(near).toBeGreaterThan(0.8 * found(qValue))
  })

  it('does not take for a place of its own what the whole did', () => {
    // Everything fell by half, everywhere.
    const before = even(600, 21)
    const { qValue, difference } = densityChangeSignificance(before, even(300, 22), grid, options)
    expect(difference[25 * 50 + 25]).toBeLessThan(0)
    expect(found(qValue)).toBe(0)
  })

  it('is the same for the same seed, in another order, and elsewhere', () => {
    const [before, after] = [even(60, 31, true), even(70, 32, true)]
    const one = densityChangeSignificance(before, after, grid, options)
    expect(densityChangeSignificance(before, after, grid, options)).toEqual(one)
    expect(densityChangeSignificance(before, after, grid, { ...options, seed: 2 }).pValue).not.toEqual(
      one.pValue,
    )
    const turned = ({ x, y, weight }: ReturnType<typeof even>) => ({
      x: [...x].reverse(),
      y: [...y].reverse(),
      weight: [...weight!].reverse(),
    })
    expect(densityChangeSignificance(turned(before), turned(after), grid, options)).toEqual(one)
    // Whole metres in binary fractions: moved without rounding.
    const coarse = (points: ReturnType<typeof even>) => ({
      x: points.x.map((x) => Math.round(x * 4) / 4),
      y: points.y.map((y) => Math.round(y * 4) / 4),
    })
    const moved = (points: { x: number[]; y: number[] }) => ({
      x: points.x.map((x) => x + 600_000),
      y: points.y.map((y) => y + 6_400_000),
    })
    const there = { ...grid, originX: 600_000, originY: 6_400_000 }
    const here = densityChangeSignificance(coarse(before), coarse(after), grid, options)
    const elsewhere = densityChangeSignificance(moved(coarse(before)), moved(coarse(after)), there, options)
    expect(elsewhere.pValue).toEqual(here.pValue)
  })

  it('says the same of a rise as of the fall back', () => {
    const [few, many] = [even(50, 41), even(90, 42)]
    const rise = densityChangeSignificance(few, many, grid, options)
    const fall = densityChangeSignificance(many, few, grid, options)
    expect(fall.pValue).toEqual(rise.pValue)
    rise.difference.forEach((value, i) => expect(fall.difference[i]).toBeCloseTo(-value, 8))
  })

  it('tests no cell with too little under the kernel or outside the study area, and says how many', () => {
    const inside = Uint8Array.from({ length: 2500 }, (_, i) => (i % 50 < 25 ? 1 : 0))
    const result = densityChangeSignificance(even(100, 51), even(100, 52), grid, { ...options, inside })
    let tested = 0
    let tooFew = 0
    result.under.forEach((under, i) => {
      const enough = under >= 5 && inside[i] === 1
      if (enough) tested++
      else if (inside[i] === 1 && under > 0) tooFew++
      expect(Number.isNaN(result.pValue[i])).toBe(!enough)
      expect(Number.isNaN(result.qValue[i])).toBe(!enough)
    })
    expect(tested).toBeGreaterThan(50)
    expect(tooFew).toBeGreaterThan(50)
    expect(result).toMatchObject({ tested, tooFew })
    const none = densityChangeSignificance(
      { x: [200], y: [200] },
      { x: [800, NaN], y: [800, 1] },
      grid,
      options,
    )
    expect(none).toMatchObject({ tested: 0, nBefore: 1, nAfter: 1, dropped: 1 })
  })

  it('moves very many points to their cells, says so, and finds the same', () => {
    const fine: GridSpec = { originX: 0, originY: 0, cellSize: 10, columns: 100, rows: 100 }
    const hot = { x: Array.from({ length: 300 }, () => 500), y: Array.from({ length: 300 }, () => 500) }
    const result = densityChangeSignificance(joined(even(7_000, 61), hot), even(7_000, 62), fine, {
      ...options,
      permutations: 99,
    })
    expect(result.snapped).toBe(true)
    expect(result.pValue[50 * 100 + 50]).toBe(0.01)
    const density = (points: Points) => kernelDensity(points, fine, { kernel: 'quartic', bandwidth: 100 })
    const exact = densityChange(density(joined(even(7_000, 61), hot)), density(even(7_000, 62)), options)
    expect(result.difference[5050]).toBeCloseTo(exact.values[5050], 5)
  })

  it('refuses what is none, before it begins', () => {
    const some = even(5, 1)
    const steps = (before: Points, after: Points, more: object) => () =>
      densityChangeSignificanceSteps(before, after, grid, { ...options, ...more })
    expect(steps(some, { x: [], y: [] }, {})).toThrow(/after \(placed\)/)
    expect(steps({ x: [NaN], y: [1] }, some, {})).toThrow(/before \(placed\)/)
    expect(steps(some, some, { bandwidth: 0 })).toThrow(/bandwidth is 0/)
    expect(steps(some, some, { yearsBefore: 0 })).toThrow(/yearsBefore is 0/)
    expect(steps(some, some, { yearsAfter: -1 })).toThrow(/yearsAfter is -1/)
    expect(steps(some, some, { fewest: 0 })).toThrow(/fewest is 0/)
    expect(steps(some, some, { permutations: 1.5 })).toThrow(/permutations is 1.5/)
    expect(steps(some, some, { seed: 0.5 })).toThrow(/seed is 0.5/)
    expect(steps(some, some, { inside: [1] })).toThrow(/inside/)
  })

  it('comes up for breath while it orders very many points, and in however many pieces says the same', () => {
    const [before, after] = [even(60_000, 71, true), even(60_000, 72, true)]
    const wide = { ...grid, cellSize: 100, columns: 10, rows: 10 }
    const one = { ...options, permutations: 1 }
    const steps = densityChangeSignificanceSteps(before, after, wide, one)
    const shares: number[] = []
    let step = steps.next()
    for (; !step.done; step = steps.next()) shares.push(step.value)
    expect(shares.filter((share) => share < 0.02).length).toBeGreaterThanOrEqual(7)
    const turned = { x: before.x.toReversed(), y: before.y.toReversed(), weight: before.weight!.toReversed() }
    expect(densityChangeSignificance(turned, after, wide, one)).toEqual(step.value)
  })

  it('tells how far it is', () => {
    const steps = densityChangeSignificanceSteps(even(40, 1), even(40, 2), grid, options)
    const shares: number[] = []
    for (let step = steps.next(); !step.done; step = steps.next()) shares.push(step.value)
    expect(shares.length).toBeGreaterThan(1)
    expect([...shares].sort((a, b) => a - b)).toEqual(shares)
    expect(shares.at(-1)).toBeLessThanOrEqual(1)
  })
})
