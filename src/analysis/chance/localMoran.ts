import { requireCount, requireSameLength } from '../argument.ts'
import { seededRandom, shuffle } from '../random.ts'
import type { Neighbours } from './neighbours.ts'

/**
 * Local Moran Iᵢ = (xᵢ − x̄) Σⱼwᵢⱼ(xⱼ − x̄)/m₂, m₂ = Σ(x − x̄)²/n (Anselin 1995): above 0 among alike (high by high, low by low),
 * below 0 an outlier. Pseudo p by conditional permutation: xᵢ stays, its neighbours' values are drawn from the others;
 * p = (1 + #)/(R + 1) with # the permuted Iᵢ at least as extreme on the observed side (one-sided, as pysal's esda).
 *
 * Units with an empty row are left out; theirs are NaN. Where all values are equal: 0 and p 1.
 * @param options.permutations R; 999 is usual; with 0 every p is 1
 */
export function localMoran(
  values: ArrayLike<number>,
  neighbours: Neighbours,
  options: { rowStandardised: boolean; permutations: number; seed: number },
): { statistic: Float64Array; pValue: Float64Array } {
  const { rowStandardised, permutations, seed } = options
  const { offsets, indices, weights } = neighbours
  requireSameLength('values', values, 'neighbours', { length: offsets.length - 1 })
  requireCount('options.permutations', permutations)
  const random = seededRandom(seed)
  const units: number[] = []
  for (let i = 0; i < values.length; i++) if (offsets[i + 1]! > offsets[i]!) units.push(i)
  const mean = units.reduce((sum, i) => sum + values[i]!, 0) / units.length
  const deviations = Float64Array.from(values, (value) => value - mean)
  const spread = units.reduce((sum, i) => sum + deviations[i]! ** 2, 0) / units.length

  const statistic = new Float64Array(values.length).fill(NaN)
  const pValue = new Float64Array(values.length).fill(NaN)
  const pool = new Float64Array(units.length)
  for (let u = 0; u < units.length; u++) {
    const i = units[u]!
    const first = offsets[i]!
    const count = offsets[i + 1]! - first
    const w = (k: number) => (weights ? weights[first + k]! : 1)
    let total = 0
    let lag = 0
    for (let k = 0; k < count; k++) {
      total += w(k)
      lag += w(k) * deviations[indices[first + k]!]!
    }
    const scale = spread > 0 ? deviations[i]! / (spread * (rowStandardised ? total : 1)) : 0
    statistic[i] = scale * lag

    // The others stand in the first places of the pool, the unit itself in the last.
    units.forEach((unit, k) => (pool[k] = deviations[unit]!))
    pool[u] = pool[units.length - 1]!
    pool[units.length - 1] = deviations[i]!
    let atLeast = 0
    let atMost = 0
    for (let r = 0; r < permutations; r++) {
      shuffle(pool, random, Math.min(count, units.length - 1), units.length - 1)
      let drawn = 0
      for (let k = 0; k < count; k++) drawn += w(k) * pool[k]!
      const slack = 1e-12 * (Math.abs(scale * drawn) + Math.abs(statistic[i]!))
      if (scale * drawn >= statistic[i]! - slack) atLeast++
      if (scale * drawn <= statistic[i]! + slack) atMost++
    }
    pValue[i] = (1 + Math.min(atLeast, atMost)) / (permutations + 1)
  }
  return { statistic, pValue }
}
