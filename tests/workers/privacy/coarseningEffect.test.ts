import { describe, expect, it } from 'vitest'
import { seededRandom } from '../../../src/analysis/random.ts'
import { coarseningEffect } from '../../../src/workers/privacy/coarseningEffect.ts'

const town = (n: number, spread: number) => {
  const random = seededRandom(11)
  const x = new Float64Array(n)
  const y = new Float64Array(n)
  for (let i = 0; i < n; i++) {
    // Two dense places in a town of 4 km.
    const near = i % 3 === 0 ? 400 : spread
    x[i] = 674_000 + (i % 2) * 2_000 + near * (random() + random() - 1)
    y[i] = 6_580_000 + (i % 2) * 1_000 + near * (random() + random() - 1)
  }
  return { x, y }
}
const shifted = ({ x, y }: ReturnType<typeof town>, dx: number) => ({ x: x.map((v) => v + dx), y })

describe('the effect of a coarsening', () => {
  it('is none where nothing moved', () => {
    const points = town(2_000, 2_000)
    expect(coarseningEffect({ before: points, after: points })).toMatchObject({
      n: 2_000,
      peakRatio: 1,
      largestDifference: 0,
      correlation: 1,
      topCellsKept: 1,
      meanDisplacement: 0,
      largestDisplacement: 0,
    })
  })

  it('of one place that leaves the kernel’s reach is the whole peak', () => {
    const before = { x: Float64Array.of(674_000), y: Float64Array.of(6_580_000) }
    const effect = coarseningEffect({ before, after: shifted(before, 5_000) })!
    expect(effect).toMatchObject({ peakRatio: 0, largestDifference: 1, topCellsKept: 0 })
    expect(effect.meanDisplacement).toBe(5_000)
    expect(effect.bandwidth).toBe(100)
  })

  it('of one place moved by whole cells is the kernel’s own difference', () => {
    // h = 100 m, cells of 20 m: centres at 10, 30, … A place in a centre has its peak there.
    const before = { x: Float64Array.of(674_010), y: Float64Array.of(6_580_010) }
    const effect = coarseningEffect({ before, after: shifted(before, 40) })!
    const k = (d: number) => Math.max(0, 1 - (d / 100) ** 2) ** 2
    const along = Array.from({ length: 30 }, (_, i) => 20 * i - 200)
    const expected = Math.max(...along.map((d) => Math.abs(k(Math.abs(d)) - k(Math.abs(d - 40)))))
    expect(effect.largestDifference).toBeCloseTo(expected, 12)
    expect(effect.peakRatio).toBeCloseTo(1, 12)
    expect(effect.largestDisplacement).toBe(40)
  })

  it('grows with the distance moved', () => {
    const points = town(3_000, 2_000)
    const by = [20, 60, 200].map((dx) => coarseningEffect({ before: points, after: shifted(points, dx) })!)
    expect(by[0].largestDifference).toBeLessThan(by[1].largestDifference)
    expect(by[1].largestDifference).toBeLessThan(by[2].largestDifference)
    expect(by[0].correlation).toBeGreaterThan(by[1].correlation)
    expect(by[1].topCellsKept).toBeGreaterThan(by[2].topCellsKept)
    expect(by[2].meanDisplacement).toBeCloseTo(200, 9)
  })

  it('is not computed where nothing has a position', () => {
    const none = { x: new Float64Array(0), y: new Float64Array(0) }
    expect(coarseningEffect({ before: none, after: none })).toBeNull()
  })
})
