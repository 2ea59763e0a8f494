import { describe, expect, it } from 'vitest'
import { nearRepeat } from '../../../src/analysis/index.ts'
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
})
