import { requireNonNegative } from '../argument.ts'

/** Shares of incidents for which the share of units is told. */
const INCIDENT_SHARES = [0.25, 0.5, 0.8] as const

/**
 * How unevenly N units (streets, cells, addresses) share C incidents. `gini` G; `generalisedGini` G′ = max(1, N/C)(G − 1) + 1, which does
 * not mistake "fewer incidents than units" for concentration (Bernasco & Steenbeek 2017, J. Quant. Criminol. 33). `shareOfUnits`: the
 * smallest share of units, fullest first, that holds 25, 50 and 80 % of the incidents. NaN without units or incidents.
 */
export function concentration(counts: ArrayLike<number>): {
  gini: number
  generalisedGini: number
  shareOfUnits: { incidents: number; units: number }[]
} {
  const ascending = Float64Array.from(counts).sort()
  const units = ascending.length
  let total = 0
  let ranked = 0
  for (let i = 0; i < units; i++) {
    requireNonNegative('counts', ascending[i]!)
    total += ascending[i]!
    ranked += (i + 1) * ascending[i]!
  }
  const gini = (2 * ranked) / (units * total) - (units + 1) / units
  const shareOfUnits = INCIDENT_SHARES.map((incidents) => {
    let held = 0
    let used = 0
    while (used < units && held < incidents * total * (1 - 1e-12)) held += ascending[units - 1 - used++]!
    return { incidents, units: total > 0 ? used / units : NaN }
  })
  return { gini, generalisedGini: Math.max(1, units / total) * (gini - 1) + 1, shareOfUnits }
}
