import { requireNonNegative } from '../argument.ts'

/** Shares of incidents for which the share of units is told. */
const INCIDENT_SHARES = [0.25, 0.5, 0.8] as const

export interface Concentration {
  /** G, 0 where all units hold as many, 1 − 1/N where one holds all. */
  gini: number
  /** G′, 0 to 1. */
  generalisedGini: number
  /** The smallest share of units, fullest first, that holds 25, 50 and 80 % of the incidents; fractions of 1. */
  shareOfUnits: { incidents: number; units: number }[]
  /** N, and C, the sum of the counts. */
  units: number
  incidents: number
}

/**
 * How unevenly N units (streets, cells, addresses) share C incidents. G = 2Σi·x₍ᵢ₎/(N·C) − (N + 1)/N, x ascending. With fewer incidents than
 * units G is high by necessity (one incident in each of C units is the most even there can be); G′ = max(1, N/C)(G − 1) + 1 measures against that
 * instead, and equals G where N ≤ C. Source: Bernasco & Steenbeek (2017), J. Quant. Criminol. 33; they and the R package lorenzgini also know an "unbiased"
 * variant, ×N/(N − 1), which this is not.
 *
 * The correction is made for whole counts. Shares of incidents (hours shared out) may be spread more evenly than that: G′ is then 0. One unit: G 0. Without
 * units, or without incidents, nothing is concentrated or even: NaN.
 * @param counts one per unit, zeros included, finite and not below 0
 * @throws RangeError for a count that is not
 */
export function concentration(counts: ArrayLike<number>): Concentration {
  const ascending = ascendingCounts(counts)
  const units = ascending.length
  let incidents = 0
  let ranked = 0
  for (let i = 0; i < units; i++) {
    incidents += ascending[i]!
    ranked += (i + 1) * ascending[i]!
  }
  const gini = Math.max(0, (2 * ranked) / (units * incidents) - (units + 1) / units)
  const shareOfUnits = INCIDENT_SHARES.map((share) => {
    let held = 0
    let used = 0
    while (used < units && held < share * incidents * (1 - 1e-12)) held += ascending[units - 1 - used++]!
    return { incidents: share, units: incidents > 0 ? used / units : NaN }
  })
  return {
    gini,
    generalisedGini: Math.max(0, Math.max(1, units / incidents) * (gini - 1) + 1),
    shareOfUnits,
    units,
    incidents,
  }
}

/**
 * Lorenz curve (Lorenz 1905): the k emptiest of N units hold which share of the incidents? Both columns have N + 1 values, from 0 to 1; the area
 * between the curve and the diagonal, doubled, is G. The curve "fullest first" is the same, turned: 1 − units against 1 − incidents, read from the
 * end. Without incidents the incidents' column is NaN.
 * @param counts as for {@link concentration}
 * @throws RangeError for a count that is not finite or below 0
 */
export function lorenzCurve(counts: ArrayLike<number>): { units: Float64Array; incidents: Float64Array } {
  const ascending = ascendingCounts(counts)
  const n = ascending.length
  const total = ascending.reduce((sum, count) => sum + count, 0)
  const units = new Float64Array(n + 1)
  const incidents = new Float64Array(n + 1)
  let held = 0
  for (let k = 1; k <= n; k++) {
    held += ascending[k - 1]!
    units[k] = k / n
    incidents[k] = held / total
  }
  if (!(total > 0)) incidents.fill(NaN)
  return { units, incidents }
}

function ascendingCounts(counts: ArrayLike<number>): Float64Array {
  for (let i = 0; i < counts.length; i++) requireNonNegative(`counts[${i}]`, counts[i]!)
  return Float64Array.from(counts).sort()
}
