import { invalid } from '../argument.ts'

export type Adjustment = 'none' | 'bonferroni' | 'fdr-bh' | 'fdr-by'

/**
 * p-values adjusted for many tests, at most 1. NaN (no test was made) stays NaN and is not counted.
 * `fdr-bh`: Benjamini & Hochberg 1995; `fdr-by`: Benjamini & Yekutieli 2001, under any dependence.
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
    least = Math.min(least, (factor * p[i]!) / rank)
    adjusted[i] = least
  }
  return adjusted
}
