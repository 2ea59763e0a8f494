import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { finish, nearRepeat, nearRepeatSteps } from '../../../src/analysis/index.ts'
import { closePairs, MAX_PAIRS } from '../../../src/analysis/pattern/closePairs.ts'
import { seeded } from '../seeded.ts'

const DAY = 86_400_000
const options = { distanceBands: [0, 100, 200], timeBandsDays: [0, 1, 7], permutations: 99, seed: 1 }

describe('nearRepeat', () => {
  it('counts pairs in half-open bands', () => {
    // Distances 60, 100, 160 (manhattan 60, 100, 160), times 0, 0.5, 1 days.
    const points = { x: [0, 60, 160], y: [0, 0, 0] }
    const { observed, expected } = nearRepeat(points, [0, 0.5 * DAY, 1.5 * DAY], options)
    // 0-60: .5 day; 60-160: 100 m, 1 day; 0-160: 1.5 days
    expect(observed).toEqual([
      [1, 0],
      [0, 2],
    ])
    expect(expected).toEqual([
      [1 / 3, 2 / 3],
      [2 / 3, 4 / 3],
    ])
  })

  it('measures by street or as the crow flies', () => {
    const points = { x: [0, 80], y: [0, 80] }
    expect(nearRepeat(points, [0, 0], options).observed[1]![0]).toBe(1)
    expect(
      nearRepeat(points, [0, 0], { ...options, distanceBands: [0, 150, 170], metric: 'manhattan' })
        .observed[1]![0],
    ).toBe(1)
  })

  it('finds planted repeats, and none where times are dealt at random', () => {
    const r = seeded(6)
    const x: number[] = []
    const y: number[] = []
    const times: number[] = []
    for (let i = 0; i < 100; i++) {
      const [px, py, t] = [r() * 5000, r() * 5000, r() * 365 * DAY]
      x.push(px, px + 20)
      y.push(py, py + 20)
      times.push(t, t + 0.4 * DAY)
    }
    expect(nearRepeat({ x, y }, times, options).pValue[0]![0]).toBe(0.01)
    expect(
      nearRepeat(
        { x, y },
        times.map(() => r() * 365 * DAY),
        options,
      ).pValue[0]![0],
    ).toBeGreaterThan(0.05)
  })

  it('gives the same p for the same seed, in (0, 1]', () => {
    const r = seeded(7)
    const points = {
      x: Array.from({ length: 60 }, () => r() * 600),
      y: Array.from({ length: 60 }, () => r() * 600),
    }
    const times = Array.from({ length: 60 }, () => r() * 30 * DAY)
    const one = nearRepeat(points, times, options)
    expect(nearRepeat(points, times, options)).toEqual(one)
    for (const p of one.pValue.flat()) expect(p > 0 && p <= 1).toBe(true)
  })

  it('leaves out what has no place or time, stands none, and refuses bands that are none', () => {
    expect(nearRepeat({ x: [0, NaN, 1, 2], y: [0, 0, 0, 0] }, [0, 0, NaN, 0], options).observed).toEqual([
      [1, 0],
      [0, 0],
    ])
    expect(nearRepeat({ x: [], y: [] }, [], options)).toMatchObject({
      expected: [
        [0, 0],
        [0, 0],
      ],
      pValue: [
        [1, 1],
        [1, 1],
      ],
    })
    expect(() => nearRepeat({ x: [], y: [] }, [], { ...options, distanceBands: [100, 50] })).toThrow(
      /distanceBands is \[100, 50\]/,
    )
    expect(() => nearRepeat({ x: [1], y: [1] }, [], options)).toThrow(/timesUtcMs.length is 0/)
  })

  it('says its side, what it used, and folds nothing', () => {
    expect(nearRepeat({ x: [0, NaN, 1], y: [0, 0, 0] }, [0, 0, 0], options)).toMatchObject({
      sided: 'one',
      n: 2,
      dropped: 1,
      permutations: 99,
      seed: 1,
      metric: 'euclidean',
    })
  })

  it('knows one point, and all at one place and time', () => {
    const one = nearRepeat({ x: [5], y: [5] }, [0], options)
    expect(one.observed).toEqual([
      [0, 0],
      [0, 0],
    ])
    expect(one.expected.flat()).toEqual([0, 0, 0, 0])
    expect(one.pValue.flat()).toEqual([1, 1, 1, 1])
    const same = nearRepeat({ x: Array(20).fill(7), y: Array(20).fill(7) }, Array(20).fill(DAY), options)
    expect(same.observed).toEqual([
      [190, 0],
      [0, 0],
    ])
    expect(same.expected[0]![0]).toBe(190)
    expect(same.pValue.flat()).toEqual([1, 1, 1, 1])
  })

  it('puts a distance on a break into the band that starts there, whatever the squares round to', () => {
    // 0.1 and 0.7 squared do not give the square of a break exactly; 3-4-5 triangles at a northing do.
    const at = (dx: number, dy: number, breaks: number[]) =>
      nearRepeat({ x: [674000, 674000 + dx], y: [6580000, 6580000 + dy] }, [0, 0], {
        ...options,
        distanceBands: breaks,
      }).observed.map((row) => row[0])
    expect(at(60, 80, [0, 100, 200])).toEqual([0, 1])
    expect(at(60, 79.99999, [0, 100, 200])).toEqual([1, 0])
    expect(at(0, 0, [0, 1e-9, 5])).toEqual([1, 0])
    expect(at(0, 0, [1, 5])).toEqual([0])
    expect(at(120, 160, [0, 100, 200])).toEqual([0, 0])
    expect(at(1e5, 1e5, [0, 100, Infinity])).toEqual([0, 1])
    expect(at(3, 4, [5, 6])).toEqual([1])
  })

  it('refuses what is no break, permutation, seed or metric, and more pairs than it could hold', () => {
    const none = { x: [], y: [] }
    const refused = (change: object) => () => nearRepeat(none, [], { ...options, ...change })
    expect(refused({ distanceBands: [0] })).toThrow(/options.distanceBands is \[0\]/)
    expect(refused({ distanceBands: [-1, 5] })).toThrow(RangeError)
    expect(refused({ distanceBands: [0, NaN] })).toThrow(RangeError)
    expect(refused({ distanceBands: [0, 5, 5] })).toThrow(RangeError)
    expect(refused({ timeBandsDays: [NaN, 1] })).toThrow(/options.timeBandsDays is \[NaN, 1\]/)
    expect(refused({ timeBandsDays: [] })).toThrow(/two or more ascending/)
    expect(refused({ permutations: 1.5 })).toThrow(/options.permutations is 1.5/)
    expect(refused({ permutations: Infinity })).toThrow(RangeError)
    expect(refused({ seed: 0.1 })).toThrow(/options.seed is 0.1/)
    expect(refused({ metric: 'street' })).toThrow(/options.metric is street/)
    expect(() => nearRepeat({ x: [1, 2], y: [1] }, [0, 0], options)).toThrow(/points.y.length is 1/)
    const heap = new Float64Array(40)
    expect(() => finish(closePairs(heap, heap, [0, 100], 'euclidean', 779))).toThrow(
      new RangeError(
        'options.distanceBands is [0, 100] with more than 779 pairs; allowed: bands that hold at most 779 pairs: ' +
          'shorter ones, or fewer incidents',
      ),
    )
    expect(finish(closePairs(heap, heap, [0, 100], 'euclidean', 780)).second).toHaveLength(780)
    expect(MAX_PAIRS * 4).toBeLessThanOrEqual(8e8)
  })

  /** Tables by comparing all pairs. */
  function allPairs(
    { x, y }: { x: number[]; y: number[] },
    days: number[],
    distances: number[],
    times: number[],
    metric: string,
  ) {
    const table = distances.slice(1).map(() => times.slice(1).map(() => 0))
    const band = (v: number, breaks: number[]) =>
      breaks.findIndex((b, k) => k > 0 && v >= breaks[k - 1]! && v < b) - 1
    for (let i = 0; i < x.length; i++)
      for (let j = 0; j < i; j++) {
        const [dx, dy] = [Math.abs(x[i]! - x[j]!), Math.abs(y[i]! - y[j]!)]
        const row = band(metric === 'manhattan' ? dx + dy : Math.hypot(dx, dy), distances)
        const column = band(Math.abs(days[i]! - days[j]!), times)
        if (row >= 0 && column >= 0) table[row]![column]!++
      }
    return table
  }

  it('counts as comparing all pairs does, and expects what all permutations give on average', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            x: fc.integer({ min: 0, max: 60 }),
            y: fc.integer({ min: 0, max: 60 }),
            day: fc.integer({ min: 0, max: 12 }),
          }),
          { maxLength: 40 },
        ),
        fc.constantFrom<number[]>([0, 5, 10], [0, 13, Infinity], [3, 5, 20, 50], [0, 1, 2], [0, 200]),
        fc.constantFrom<number[]>([0, 1, 3], [0, Infinity], [2, 5]),
        fc.constantFrom('euclidean' as const, 'manhattan' as const),
        (incidents, distanceBands, timeBandsDays, metric) => {
          const points = { x: incidents.map(({ x }) => 5 * x), y: incidents.map(({ y }) => 5 * y) }
          const days = incidents.map(({ day }) => day)
          const bands = { distanceBands: distanceBands.map((b) => 5 * b), timeBandsDays, metric }
          const result = nearRepeat(
            points,
            days.map((day) => day * DAY),
            { ...bands, permutations: 3, seed: 5 },
          )
          expect(result.observed).toEqual(allPairs(points, days, bands.distanceBands, timeBandsDays, metric))
          const pairs = (incidents.length * (incidents.length - 1)) / 2
          const inSpace = allPairs(
            points,
            days.map(() => 0),
            bands.distanceBands,
            [0, 1],
            metric,
          )
          const inTime = allPairs(
            { x: days.map(() => 0), y: days.map(() => 0) },
            days,
            [0, 1],
            timeBandsDays,
            metric,
          )
          result.expected.forEach((row, r) =>
            row.forEach((value, c) =>
              expect(value).toBeCloseTo(pairs > 0 ? (inSpace[r]![0]! * inTime[0]![c]!) / pairs : 0, 9),
            ),
          )
          for (const p of result.pValue.flat()) expect([0.25, 0.5, 0.75, 1]).toContain(p)
        },
      ),
    )
  })

  it('has the exact p of every permutation where they can be counted', () => {
    // Three at one place, three far apart; times 0, 0, 0, 9, 19, 29: all three close pairs are close in time in 1 of C(6, 3) = 20 deals.
    const points = { x: [0, 0, 0, 1e5, 2e5, 3e5], y: [0, 0, 0, 0, 0, 0] }
    const times = [0, 0, 0, 9, 19, 29].map((day) => day * DAY)
    const { observed, pValue } = nearRepeat(points, times, { ...options, permutations: 20_000, seed: 3 })
    expect(observed[0]![0]).toBe(3)
    // SE √(.05·.95/20 000) = .0015
    expect(Math.abs(pValue[0]![0]! - 1 / 20)).toBeLessThan(0.006)
  })

  it('gives what this seed has always given, at once and in pieces', () => {
    const r = seeded(41)
    const n = 400
    const x = Array.from({ length: n }, () => 674000 + Math.round(r() * r() * 3000))
    const y = Array.from({ length: n }, () => 6580000 + Math.round(r() * r() * 3000))
    const times = Array.from({ length: n }, () => Math.round(r() * 200) * DAY)
    const settings = {
      distanceBands: [0, 100, 200, Infinity],
      timeBandsDays: [0, 7, Infinity],
      permutations: 49,
      seed: -3,
      metric: 'manhattan' as const,
    }
    const whole = nearRepeat({ x, y }, times, settings)
    expect(whole).toMatchObject({
      observed: [
        [37, 568],
        [98, 1440],
        [5043, 72614],
      ],
      pValue: [
        [0.64, 0.44],
        [0.54, 0.52],
        [0.38, 0.66],
      ],
    })
    const fractions: number[] = []
    const steps = nearRepeatSteps({ x, y }, times, settings)
    let step = steps.next()
    while (!step.done) {
      fractions.push(step.value)
      step = steps.next()
    }
    expect(step.value).toEqual(whole)
    expect(fractions.length).toBeGreaterThanOrEqual(50)
    expect([...fractions].sort((a, b) => a - b)).toEqual(fractions)
    expect(fractions.every((f) => f >= 0 && f <= 1)).toBe(true)
  })

  it('pauses within the search and within a permutation where there are many pairs', () => {
    const r = seeded(8)
    const n = 2500
    const points = {
      x: Array.from({ length: n }, () => r() * 500),
      y: Array.from({ length: n }, () => r() * 500),
    }
    const times = points.x.map(() => r() * 100 * DAY)
    const fractions = [
      ...nearRepeatSteps(points, times, {
        distanceBands: [0, 1000],
        timeBandsDays: [0, 7],
        permutations: 1,
        seed: 1,
      }),
    ]
    // 3 123 750 pairs, looked at twice and tabulated twice, a million at a time.
    expect(fractions.filter((f) => f <= 0.1)).toHaveLength(6)
    expect(fractions.filter((f) => f > 0.1).length).toBeGreaterThanOrEqual(8)
  })
})
