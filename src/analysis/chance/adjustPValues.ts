import { invalid } from '../argument.ts'

export type Adjustment = 'none' | 'bonferroni' | 'fdr-bh' | 'fdr-by'

/**
 * p-values adjusted for m tests, at most 1; what is below 0.05 then keeps the rate of false alarms at 5 % over all of them.
 * - `bonferroni`: m·p
 * - `fdr-bh`: step-up, the least m·p₍ₖ₎/k from the k-th smallest on (Benjamini & Hochberg 1995, J. R. Stat. Soc. B 57)
 * - `fdr-by`: the same × Σ1/k, valid under any dependence (Benjamini & Yekutieli 2001, Ann. Stat. 29)
 *
 * **NaN says that no test was made** (a cell outside the study area): it stays NaN and is not counted in m, as R's `p.adjust` treats NA.
 * No p-values give none; one is its own.
 * @param p one per test, 0 to 1 or NaN; left as it is
 * @returns one per test, in the order of `p`
 * @throws RangeError for a method of another name or a p outside [0, 1]
 */
export function adjustPValues(p: ArrayLike<number>, method: Adjustment): Float64Array {
  if (!['none', 'bonferroni', 'fdr-bh', 'fdr-by'].includes(method))
    throw invalid('method', method, `'none', 'bonferroni', 'fdr-bh' or 'fdr-by'`)
  const adjusted = Float64Array.from(p)
  const tested: number[] = []
  adjusted.forEach((value, i) => {
    if (Number.isNaN(value)) return
    if (value < 0 || value > 1) throw invalid(`p[${i}]`, value, '0 to 1')
    tested.push(i)
  })
  if (method === 'none') return adjusted
  const m = tested.length
  if (method === 'bonferroni') {
    for (const i of tested) adjusted[i] = Math.min(1, m * adjusted[i]!)
    return adjusted
  }
  let factor = m
  if (method === 'fdr-by') {
    let harmonic = 0
    for (let k = 1; k <= m; k++) harmonic += 1 / k
    factor *= harmonic
  }
  tested.sort((a, b) => p[a]! - p[b]!)
  let least = 1
  for (let rank = m; rank >= 1; rank--) {
    const i = tested[rank - 1]!
    // The largest p is multiplied by exactly 1: none comes out below itself.
    least = Math.min(least, (factor / rank) * p[i]!)
    adjusted[i] = least
  }
  return adjusted
}
