import { describe, expect, it } from 'vitest'
import { bandwidthLikelihood } from '../../../src/analysis/index.ts'
import { seeded } from '../seeded.ts'

describe('bandwidthLikelihood', () => {
  it('equals the definition', () => {
    const r = seeded(1)
    const points = {
      x: Array.from({ length: 60 }, () => r() * 900),
      y: Array.from({ length: 60 }, () => r() * 900),
    }
    const candidates = [10, 30, 80, 200, 900]
    const { logLikelihood, bandwidth } = bandwidthLikelihood(points, candidates)
    const expected = candidates.map((s) => {
      let total = 0
      for (let i = 0; i < 60; i++) {
        let sum = 0
        for (let j = 0; j < 60; j++)
          if (i !== j)
            sum +=
              Math.exp(
                -((points.x[i]! - points.x[j]!) ** 2 + (points.y[i]! - points.y[j]!) ** 2) / (2 * s * s),
              ) /
              (2 * Math.PI * s * s)
        total += Math.log(sum / 59)
      }
      return total
    })
    expected.forEach((value, c) => expect(logLikelihood[c]).toBeCloseTo(value, 8))
    expect(bandwidth).toBe(candidates[expected.indexOf(Math.max(...expected))])
  })

  it('finds the spread of a cluster: two points at distance d are best foretold at d/√2', () => {
    const candidates = Array.from({ length: 40 }, (_, i) => 50 + i * 1)
    expect(bandwidthLikelihood({ x: [0, 100], y: [0, 0] }, candidates).bandwidth).toBe(71)
  })

  it('stands a lone point, and says when a candidate is too small for it', () => {
    const { logLikelihood, bandwidth } = bandwidthLikelihood({ x: [0, 1, 10_000], y: [0, 0, 0] }, [10, 500])
    expect(logLikelihood[0]).toBe(-Infinity)
    expect(bandwidth).toBe(500)
    expect(() => bandwidthLikelihood({ x: [1], y: [1] }, [10])).toThrow(/at least 2/)
    expect(() => bandwidthLikelihood({ x: [1, 2], y: [1, 2] }, [])).toThrow(/candidates.length is 0/)
    expect(() => bandwidthLikelihood({ x: [1, 2], y: [1, 2] }, [0])).toThrow(/candidates\[0\] is 0/)
  })
})
