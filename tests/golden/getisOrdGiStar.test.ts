import { existsSync, readFileSync } from 'node:fs'
import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import { adjustPValues, getisOrdGiStar, queenNeighbours } from '../../src/analysis/index.ts'
import { REFERENCE } from '../analysis/seeded.ts'

interface Row {
  col: number
  row: number
  count: number
  gistar_z: number
  p_two_sided: number
  p_fdr_bh: number
  p_bonferroni: number
}

/** R 4.2.2, spdep 1.2-7 localG with self, binary queen; p.adjust. */
describe.runIf(existsSync(REFERENCE))('Gi* of the Memphis robberies in 500 m cells against spdep', () => {
  it.each([
    ['fullgrid', 5120, 600, 406],
    ['precinct', 3011, 382, undefined],
  ] as const)('%s: %d cells', (name, cells, hot, hotAfterFdr) => {
    const { data } = Papa.parse<Row>(
      readFileSync(`${REFERENCE}gistar/memphis_500m_${name}_spdep.csv`, 'utf8'),
      { header: true, dynamicTyping: true, skipEmptyLines: true },
    )
    expect(data).toHaveLength(cells)
    const columns = 80
    const inside = new Uint8Array(columns * 64)
    const counts = new Float64Array(columns * 64)
    for (const row of data) {
      inside[row.row * columns + row.col] = 1
      counts[row.row * columns + row.col] = row.count
    }
    const { z, pValue, n } = getisOrdGiStar(
      counts,
      queenNeighbours({ columns, rows: 64 }, { includeSelf: true, inside }),
    )
    const q = adjustPValues(pValue, 'fdr-bh')
    const bonferroni = adjustPValues(pValue, 'bonferroni')
    expect(n).toBe(cells)
    for (const row of data) {
      const cell = row.row * columns + row.col
      expect(Math.abs(z[cell]! - row.gistar_z)).toBeLessThan(1e-11)
      expect(Math.abs(pValue[cell]! / row.p_two_sided - 1)).toBeLessThan(1e-9)
      expect(Math.abs(q[cell]! - row.p_fdr_bh)).toBeLessThan(1e-12)
      expect(Math.abs(bonferroni[cell]! - row.p_bonferroni)).toBeLessThan(1e-12)
    }
    expect(z.filter((value) => value > 1.96)).toHaveLength(hot)
    if (hotAfterFdr) expect(q.filter((value, i) => value < 0.05 && z[i]! > 0)).toHaveLength(hotAfterFdr)
  })
})
