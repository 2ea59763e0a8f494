import { beforeAll, describe, expect, it } from 'vitest'
import { bandwidthLikelihood, bandwidthScott } from '../../../src/analysis/index.ts'
import { seededRandom } from '../../../src/analysis/random.ts'
import { dayNumber } from '../../../src/domain/period.ts'
import { EMPTY_SELECTION } from '../../../src/domain/selection.ts'
import { computeBandwidth, type BandwidthSettings } from '../../../src/workers/depth/bandwidth.ts'
import type { AnalysisEngine } from '../../../src/workers/engine/analysisEngine.ts'
import { NOW, placedPoints } from '../../../src/workers/engine/placedPoints.ts'
import { demoEngine, QUIET } from '../engine/demoEngine.ts'
import { engineOf, type Incident } from '../engine/incidents.ts'

const ask = (engine: AnalysisEngine, leave: BandwidthSettings['leave'] = null, selection = EMPTY_SELECTION) =>
  computeBandwidth(engine, { selection, bandwidth: 150, settings: { leave } }, QUIET)

const at = (x: number, y: number): Incident => ({
  kind: 0,
  type: 1,
  from: Date.UTC(2025, 2, 1, 12),
  to: null,
  day: null,
  at: [x, y],
})

describe('bandwidth by likelihood', () => {
  let engine: AnalysisEngine
  beforeAll(async () => {
    engine = (await demoEngine()).engine
  })
  const selection = {
    ...EMPTY_SELECTION,
    types: ['misshandel-utomhus'],
    period: { from: dayNumber(2025, 1, 1), to: dayNumber(2026, 1, 1) },
  }

  it('is the likelihood of σ = h/√8, a point’s mean, over 18 candidates from 1 000 m down', async () => {
    const result = await ask(engine, 'point', selection)
    engine.apply(selection)
    const points = placedPoints(engine, NOW)
    expect(result.candidates).toHaveLength(18)
    expect([0, 4, 8].map((k) => result.candidates[k])).toEqual(
      [1000, 500, 250].map((h) => expect.closeTo(h, 9)),
    )
    const sigmas = result.candidates.map((h) => h / Math.sqrt(8))
    const expected = bandwidthLikelihood(points, sigmas)
    result.byPoint.forEach((value, k) => {
      const wanted = expected.logLikelihood[k] / points.x.length
      if (Number.isFinite(wanted)) expect(value).toBeCloseTo(wanted, 8)
      else expect(value).toBe(wanted)
    })
    expect(result.candidates[result.best]).toBeCloseTo(expected.bandwidth * Math.sqrt(8), 9)
    expect(result.scott).toBeCloseTo(Math.sqrt(8) * bandwidthScott(points), 9)
    expect(result).toMatchObject({ n: points.x.length, used: points.x.length, present: 150 })
  })

  it('leaves the place out where many points share one', async () => {
    const random = seededRandom(2)
    const addresses = Array.from({ length: 80 }, () => [1200 * random() ** 2, 1200 * random() ** 2] as const)
    const heaped = Array.from({ length: 500 }, () => {
      const [x, y] = addresses[Math.floor(80 * random() ** 2)]
      return at(x, y)
    })
    const result = await ask(engineOf(heaped))
    expect(result.coincident).toBeGreaterThan(0.5)
    expect(result.leave).toBe('place')
    expect(result.places).toBeLessThanOrEqual(80)
    const byPoint = await ask(engineOf(heaped), 'point')
    expect(byPoint.candidates[byPoint.best]).toBeLessThan(result.candidates[result.best])
  })

  it('does not choose what is narrower than the rounding of the positions', async () => {
    const random = seededRandom(5)
    const lattice = Array.from({ length: 400 }, () =>
      at(100 * Math.floor(13 * random() ** 2), 100 * Math.floor(13 * random() ** 2)),
    )
    const result = await ask(engineOf(lattice), 'point')
    expect(result.rounding).toBe(100)
    expect(result.candidates[result.best]).toBeGreaterThanOrEqual(100)
    // Without the rule the narrowest would win.
    expect(result.byPoint[17]).toBeGreaterThan(result.byPoint[result.best])
  })

  it('draws the same sample of a large selection, and says so', async () => {
    const random = seededRandom(9)
    const many = engineOf(Array.from({ length: 10_400 }, () => at(60_000 * random(), 60_000 * random())))
    const result = await ask(many)
    expect(result).toMatchObject({ n: 10_400, used: 10_000, seed: 1 })
    expect(await ask(many)).toEqual(result)
  })

  it('has no answer for none, one, or a single place', async () => {
    for (const incidents of [[], [at(5, 5)], [at(5, 5), at(5, 5), at(5, 5)]]) {
      const result = await ask(engineOf(incidents))
      expect(result.best).toBe(-1)
      expect(result.n).toBe(incidents.length)
    }
  })
})
