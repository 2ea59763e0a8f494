import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bandwidthLikelihood, finish } from '../../../src/analysis/index.ts'
import { seededRandom } from '../../../src/analysis/random.ts'
import { placeLikelihood, placesOf } from '../../../src/workers/depth/placeLikelihood.ts'

const WIDEST = 1000 / Math.sqrt(8)
const sigmas = Array.from({ length: 18 }, (_, k) => WIDEST * 2 ** (-k / 4))

function town(n: number, side: number, step = 0) {
  const random = seededRandom(7)
  const at = () => {
    const metres = 6_580_000 + side * random()
    return step > 0 ? Math.round(metres / step) * step : metres
  }
  return { x: Float64Array.from({ length: n }, at), y: Float64Array.from({ length: n }, at) }
}

describe('placesOf', () => {
  it('joins points of the same position and no others', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(4), fc.nat(4))), (points) => {
        const places = placesOf(
          Float64Array.from(points, ([x]) => x),
          Float64Array.from(points, ([, y]) => y),
        )
        const counted = new Map<string, number>()
        for (const point of points) counted.set(String(point), (counted.get(String(point)) ?? 0) + 1)
        const got = [...places.x].map((x, i) => [`${x},${places.y[i]}`, places.count[i]] as const)
        expect(new Map(got)).toEqual(counted)
        expect(got.length).toBe(counted.size)
        expect([...places.x]).toEqual([...places.x].sort((a, b) => a - b))
      }),
    )
  })
})

describe('placeLikelihood', () => {
  it.each([
    ['far apart', town(300, 6000)],
    ['close together', town(800, 900)],
    ['on a lattice of 50 m', town(600, 1200, 50)],
  ])('point by point it is the leave-one-out likelihood, %s', (_, points) => {
    const expected = bandwidthLikelihood(points, sigmas).logLikelihood
    const { byPoint } = finish(placeLikelihood(placesOf(points.x, points.y), WIDEST, 18))
    byPoint.forEach((value, k) => {
      if (expected[k] === -Infinity) expect(value).toBe(-Infinity)
      else expect(Math.abs(value / expected[k] - 1)).toBeLessThan(1e-9)
    })
  })

  it('place by place it is the definition, which coincident points do not pull', () => {
    // 60 addresses of some seven incidents each.
    const addresses = town(60, 1500)
    const random = seededRandom(3)
    const drawn = Array.from({ length: 400 }, () => Math.floor(60 * random()))
    const points = {
      x: Float64Array.from(drawn, (i) => addresses.x[i]),
      y: Float64Array.from(drawn, (i) => addresses.y[i]),
    }
    const n = points.x.length
    const { byPoint, byPlace } = finish(placeLikelihood(placesOf(points.x, points.y), WIDEST, 18))
    for (const k of [0, 1, 7, 12]) {
      const sigma = sigmas[k]
      let expected = 0
      for (let i = 0; i < n; i++) {
        let sum = 0
        let others = 0
        for (let j = 0; j < n; j++) {
          const d = (points.x[i] - points.x[j]) ** 2 + (points.y[i] - points.y[j]) ** 2
          if (d === 0) continue
          others++
          sum += Math.exp(-d / (2 * sigma * sigma)) / (2 * Math.PI * sigma * sigma)
        }
        expected += Math.log(sum / others)
      }
      expect(Math.abs(byPlace[k] / expected - 1)).toBeLessThan(1e-9)
    }
    const best = (values: Float64Array) => values.indexOf(Math.max(...values))
    expect(best(byPoint)).toBe(17)
    expect(best(byPlace)).toBeLessThan(17)
  })

  it('sums in full for a place that lies far from all others', () => {
    const { x, y } = town(40, 500)
    const far = { x: Float64Array.of(...x, 6_583_500), y: Float64Array.of(...y, 6_580_000) }
    const expected = bandwidthLikelihood(far, [WIDEST]).logLikelihood[0]
    const { byPoint } = finish(placeLikelihood(placesOf(far.x, far.y), WIDEST, 1))
    expect(Math.abs(byPoint[0] / expected - 1)).toBeLessThan(1e-9)
  })
})
