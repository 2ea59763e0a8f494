import { describe, expect, it } from 'vitest'
import {
  adjustPValues,
  bandwidthScott,
  concentration,
  cusum,
  eTest,
  empiricalBayesRates,
  getisOrdGiStar,
  kernelDensity,
  localMoran,
  mannKendall,
  nearestNeighbourIndex,
  poissonZ,
  predictiveAccuracyIndex,
  queenNeighbours,
  relativeEffectSize,
  weightedDisplacementDifference,
  weightedDisplacementQuotient,
} from '../../../src/analysis/index.ts'
import { FORMULAS } from '../../../src/panels/methods/formulas.ts'
import type { MethodId } from '../../../src/panels/methods/methodIds.ts'

/**
 * What a card writes is what the product computes: each formula, worked out here sign by sign as it stands on the card, against
 * the function. A formula that is rewritten fails its plain text below, and has to be worked out anew.
 */

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)
const mean = (values: readonly number[]) => sum(values) / values.length
const written = (id: MethodId) => FORMULAS[id].plain.join('; ')

const grid = { columns: 4, rows: 3 }
const cells = [0, 2, 1, 0, 5, 9, 3, 0, 1, 4, 0, 2]
const neighboursOf = (i: number) =>
  cells.flatMap((_, j) =>
    Math.abs((i % 4) - (j % 4)) <= 1 && Math.abs(Math.floor(i / 4) - Math.floor(j / 4)) <= 1 ? [j] : [],
  )

describe('places', () => {
  it('density', () => {
    expect(written('kernelDensity')).toBe('f(c) = 10⁶/Y · Σ wᵢ · 3/(πh²) · (1 − dᵢ²/h²)², dᵢ < h')
    const points = { x: [10, 95, 40, 400], y: [20, 30, 90, 400], weight: [1, 0.5, 2, 1] }
    const one = { originX: 0, originY: 0, cellSize: 100, columns: 1, rows: 1 }
    const [h, years] = [120, 0.5]
    const distances = points.x.map((x, i) => Math.hypot(x - 50, points.y[i] - 50))
    const byCard =
      (1e6 / years) *
      sum(
        distances.map((d, i) =>
          d < h ? points.weight[i] * (3 / (Math.PI * h ** 2)) * (1 - d ** 2 / h ** 2) ** 2 : 0,
        ),
      )
    const { values } = kernelDensity(points, one, { kernel: 'quartic', bandwidth: h })
    expect(values[0] / years).toBeCloseTo(byCard, 9)
  })

  it('Scott’s rule', () => {
    expect(written('bandwidth')).toContain('σ_S = (s_x + s_y)/2 · n^(−1/6)')
    const [x, y] = [
      [1, 5, 9, 30],
      [2, 2, 7, 8],
    ]
    const deviation = (values: number[]) => Math.sqrt(sum(values.map((v) => (v - mean(values)) ** 2)) / 3)
    expect(bandwidthScott({ x, y })).toBeCloseTo(((deviation(x) + deviation(y)) / 2) * 4 ** (-1 / 6), 12)
  })

  it('Gi*', () => {
    expect(written('getisOrdGiStar')).toBe(
      'Gᵢ* = (Σⱼ wᵢⱼxⱼ − x̄Wᵢ)/(S · √((n Σⱼ wᵢⱼ² − Wᵢ²)/(n − 1))); Wᵢ = Σⱼ wᵢⱼ, S² = Σⱼ xⱼ²/n − x̄²',
    )
    const n = cells.length
    const s = Math.sqrt(sum(cells.map((x) => x ** 2)) / n - mean(cells) ** 2)
    const { z } = getisOrdGiStar(cells, queenNeighbours(grid, { includeSelf: true }))
    cells.forEach((_, i) => {
      const near = neighboursOf(i)
      const w = near.length
      const byCard =
        (sum(near.map((j) => cells[j])) - mean(cells) * w) / (s * Math.sqrt((n * w - w ** 2) / (n - 1)))
      expect(z[i]).toBeCloseTo(byCard, 12)
    })
  })

  it('local Moran', () => {
    expect(written('localMoran')).toContain('Iᵢ = (xᵢ − x̄)/m₂ · Σⱼ wᵢⱼ(xⱼ − x̄); m₂ = Σᵢ(xᵢ − x̄)²/n')
    const m = mean(cells)
    const m2 = mean(cells.map((x) => (x - m) ** 2))
    const { statistic } = localMoran(cells, queenNeighbours(grid, { includeSelf: false }), {
      rowStandardised: true,
      permutations: 9,
      seed: 1,
    })
    cells.forEach((x, i) => {
      const near = neighboursOf(i).filter((j) => j !== i)
      const byCard = ((x - m) / m2) * sum(near.map((j) => (cells[j] - m) / near.length))
      expect(statistic[i]).toBeCloseTo(byCard, 12)
    })
  })

  it('nearest neighbour', () => {
    expect(written('nearestNeighbourIndex')).toBe(
      'R = d̄/E, E = ½√(A/n), z = (d̄ − E)/SE; SE = √((4 − π)/(4π)) · √A/n',
    )
    const [a, n] = [10_000, 3]
    const expected = Math.sqrt(a / n) / 2
    const error = Math.sqrt((4 - Math.PI) / (4 * Math.PI)) * (Math.sqrt(a) / n)
    const observed = (30 + 30 + 40) / 3
    const { index, z } = nearestNeighbourIndex({ x: [0, 30, 30], y: [0, 0, 40] }, a)
    expect(index).toBeCloseTo(observed / expected, 12)
    expect(z).toBeCloseTo((observed - expected) / error, 12)
  })

  it('concentration', () => {
    expect(written('concentration')).toBe(
      'G = 2 Σ i · x₍ᵢ₎/(N · C) − (N + 1)/N; G′ = max(1, N/C) · (G − 1) + 1',
    )
    const counts = [3, 1, 1, 0, 0, 0, 0, 0, 0, 0]
    const [units, total] = [10, 5]
    const ascending = [...counts].sort((a, b) => a - b)
    const g = (2 * sum(ascending.map((x, i) => (i + 1) * x))) / (units * total) - (units + 1) / units
    const { gini, generalisedGini } = concentration(counts)
    expect(gini).toBeCloseTo(g, 12)
    expect(generalisedGini).toBeCloseTo(Math.max(1, units / total) * (g - 1) + 1, 12)
  })

  it('back-test', () => {
    expect(written('backTest')).toBe('PAI = (n/N)/(a/A), PEI = PAI/PAI_max = n/n_max')
    const { pai, pei } = predictiveAccuracyIndex([2, 7, 0, 1], [9, 3, 2, 1], 1)
    expect(pai).toBeCloseTo(2 / 10 / (1 / 4), 12)
    expect(pei).toBeCloseTo(2 / 7, 12)
  })
})

describe('chance and time', () => {
  it('many tests', () => {
    expect(written('adjustPValues')).toBe('q₍ᵣ₎ = min{m · p₍ₛ₎/s : s ≥ r}')
    const p = [0.001, 0.02, 0.03, 0.2, 0.9]
    const byCard = p.map((_, r) => Math.min(...p.slice(r).map((value, k) => (5 * value) / (r + k + 1))))
    expect([...adjustPValues(p, 'fdr-bh')]).toEqual(byCard.map((q) => expect.closeTo(q, 12)))
  })

  it('the trend of emerging places', () => {
    expect(written('emergingHotspots')).toBe('S = Σ sgn(z_t − z_s), s < t; Z = (S − sgn S)/√Var S')
    const series = [1, 3, 2, 5, 4, 6]
    const s = sum(series.flatMap((z, t) => series.slice(0, t).map((earlier) => Math.sign(z - earlier))))
    const variance = (6 * 5 * 17) / 18
    expect(mannKendall(series)).toMatchObject({ s, z: expect.closeTo((s - 1) / Math.sqrt(variance), 12) })
  })

  it('CUSUM', () => {
    expect(written('cusum')).toBe('C_t = max(0, C_(t−1) + x_t − k), C₀ = 0; k = (λ₁ − λ₀)/(ln λ₁ − ln λ₀)')
    const k = (6 - 4) / (Math.log(6) - Math.log(4))
    let c = 0
    const byCard = [3, 7, 9, 1, 8].map((x) => (c = Math.max(0, c + x - k)))
    expect([...cusum([3, 7, 9, 1, 8], { baseline: 4, alternative: 6 })]).toEqual(
      byCard.map((value) => expect.closeTo(value, 12)),
    )
  })
})

describe('areas and measures', () => {
  const T = [207, 110]
  const C = [308, 318]
  const D = [178, 157]
  const Dc = [150, 140]
  const pair = ([before, after]: number[]) => ({ before, after })

  it('smoothed rates', () => {
    expect(written('empiricalBayesRates')).toBe(
      'θᵢ = m + A/(A + m/Pᵢ) · (rᵢ − m); m = ΣOᵢ/ΣPᵢ, A = max(0, s² − m/P̄); s² = ΣPᵢ(rᵢ − m)²/ΣPᵢ',
    )
    const [o, p] = [
      [30, 5, 100, 2],
      [1000, 1000, 2000, 1000],
    ]
    const m = sum(o) / sum(p)
    const s2 = sum(o.map((count, i) => p[i] * (count / p[i] - m) ** 2)) / sum(p)
    const a = Math.max(0, s2 - m / mean(p))
    const byCard = o.map((count, i) => m + (a / (a + m / p[i])) * (count / p[i] - m))
    expect([...empiricalBayesRates(o, p).rates]).toEqual(byCard.map((rate) => expect.closeTo(rate, 12)))
  })

  it('Poisson z and the E-test', () => {
    expect(written('poissonZ')).toBe('z = 2(√x₁ − √x₀)')
    expect(poissonZ(16, 25)).toBeCloseTo(2 * (Math.sqrt(25) - Math.sqrt(16)), 12)
    expect(written('eTest')).toBe(
      't = (x₁ − x₀)/√(x₁ + x₀), λ̂ = (x₀ + x₁)/2; p = Σ e^(−2λ̂) λ̂^(a+b)/(a! b!), |t(a, b)| ≥ |t|',
    )
    const rate = (6 + 2) / 2
    const poisson = Array.from({ length: 60 }, (_, k) => k).reduce<number[]>(
      (list, k) => [...list, k === 0 ? Math.exp(-rate) : (list[k - 1] * rate) / k],
      [],
    )
    const limit = Math.abs(2 - 6) / Math.sqrt(8)
    let p = 0
    for (let a = 0; a < 60; a++)
      for (let b = 0; b < 60; b++)
        if (a + b > 0 && Math.abs(b - a) / Math.sqrt(a + b) >= limit - 1e-12) p += poisson[a] * poisson[b]
    expect(eTest(6, 2)).toBeCloseTo(p, 10)
  })

  it('WDD', () => {
    expect(written('weightedDisplacementDifference')).toBe(
      'WDD = (ΔT − ΔC) + (ΔD − ΔD_c); ΔX = (X₁ − X₀)/w_X, z = WDD/SE; SE = √Σ(X₀ + X₁)/w_X²',
    )
    const weights = { target: 1.2, control: 0.9, displacement: 1.5, displacementControl: 1.6 }
    const w = Object.values(weights)
    const delta = [T, C, D, Dc].map(([before, after], i) => (after - before) / w[i])
    const wdd = delta[0] - delta[1] + (delta[2] - delta[3])
    const error = Math.sqrt(sum([T, C, D, Dc].map((counts, i) => sum(counts) / w[i] ** 2)))
    const counts = { target: pair(T), control: pair(C), displacement: pair(D), displacementControl: pair(Dc) }
    const result = weightedDisplacementDifference(counts, { weights })
    expect(result.estimate).toBeCloseTo(wdd, 10)
    expect(result.z).toBeCloseTo(wdd / error, 10)
  })

  it('WDQ and the relative effect', () => {
    expect(written('weightedDisplacementQuotient')).toBe('WDQ = (D₁/C₁ − D₀/C₀)/(T₁/C₁ − T₀/C₀)')
    const counts = { target: pair(T), control: pair(C), displacement: pair(D) }
    expect(weightedDisplacementQuotient(counts).quotient).toBeCloseTo(
      (D[1] / C[1] - D[0] / C[0]) / (T[1] / C[1] - T[0] / C[0]),
      12,
    )
    expect(written('relativeEffectSize')).toBe(
      'RES = (T₀ · C₁)/(T₁ · C₀); RES · e^(±u·s), s² = 1/T₀ + 1/T₁ + 1/C₀ + 1/C₁',
    )
    const res = (T[0] * C[1]) / (T[1] * C[0])
    const s = Math.sqrt(sum([...T, ...C].map((count) => 1 / count)))
    const { estimate, interval } = relativeEffectSize(counts)
    expect(estimate).toBeCloseTo(res, 12)
    expect(interval.upper).toBeCloseTo(res * Math.exp(1.959963984540054 * s), 9)
  })
})
