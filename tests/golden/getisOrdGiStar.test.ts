import { describe, expect, it } from 'vitest'
import { adjustPValues, countInCells, getisOrdGiStar, queenNeighbours } from '../../src/analysis/index.ts'
import { hasReference, memphisPoints, referenceJson, referenceRows } from './reference.ts'

interface Row {
  col: number
  row: number
  count: number
  n_neigh: number
  gistar_z: number
  p_two_sided: number
  p_fdr_bh: number
  p_bonferroni: number
}

interface NamedCell {
  col: number
  row: number
  count: number
  n_neigh: number
  z: number
  p: number
  p_bh: number
}

/** R 4.2.2, spdep 1.2-7 localG with self, binary queen; p.adjust. Its `gi_z`, Gi without self, is another statistic, which we do not have. */
describe.runIf(hasReference)('Gi* of the Memphis robberies in 500 m cells against spdep', () => {
  it.each([
    ['fullgrid', 5120],
    ['precinct', 3011],
  ] as const)('%s: %d cells', (name, cells) => {
    const data = referenceRows<Row>(`gistar/memphis_500m_${name}_spdep.csv`)
    const summary = referenceJson('gistar/summary.json').result[name]
    expect(data).toHaveLength(cells)
    const columns = 80
    const inside = new Uint8Array(columns * 64)
    const counts = new Float64Array(columns * 64)
    for (const row of data) {
      inside[row.row * columns + row.col] = 1
      counts[row.row * columns + row.col] = row.count
    }
    const neighbours = queenNeighbours({ columns, rows: 64 }, { includeSelf: true, inside })
    const { z, pValue, n } = getisOrdGiStar(counts, neighbours)
    const q = adjustPValues(pValue, 'fdr-bh')
    const bonferroni = adjustPValues(pValue, 'bonferroni')
    expect(n).toBe(cells)
    for (const row of data) {
      const cell = row.row * columns + row.col
      expect(neighbours.offsets[cell + 1]! - neighbours.offsets[cell]!).toBe(row.n_neigh)
      expect(Math.abs(z[cell]! - row.gistar_z)).toBeLessThan(1e-11)
      expect(Math.abs(pValue[cell]! / row.p_two_sided - 1)).toBeLessThan(1e-9)
      expect(Math.abs(q[cell]! - row.p_fdr_bh)).toBeLessThan(1e-12)
      expect(Math.abs(bonferroni[cell]! - row.p_bonferroni)).toBeLessThan(1e-12)
    }
    for (const [limit, hot] of [
      [1.96, summary.n_z_gt_1_96],
      [2.576, summary.n_z_gt_2_576],
      [3.291, summary.n_z_gt_3_291],
    ])
      expect(z.filter((value) => value > limit)).toHaveLength(hot)
    expect(q.filter((value, i) => value < 0.05 && z[i]! > 0)).toHaveLength(summary.n_fdr05_hot)
    expect(pValue.filter((p, i) => p < 0.05 && z[i]! < 0)).toHaveLength(summary.n_cold_p05)
    for (const named of summary.named as NamedCell[]) {
      const cell = named.row * columns + named.col
      expect(z[cell]).toBeCloseTo(named.z, 11)
      expect(pValue[cell]! / named.p).toBeCloseTo(1, 9)
      expect(q[cell]! / named.p_bh).toBeCloseTo(1, 9)
    }
  })

  it('the counts are those of countInCells', () => {
    const grid = { originX: 213000, originY: 3875000, cellSize: 500, columns: 80, rows: 64 }
    const { counts, n } = countInCells(memphisPoints(), grid)
    expect(n).toBe(2245)
    for (const row of referenceRows<Row>('gistar/memphis_500m_fullgrid_spdep.csv'))
      expect(counts[row.row * 80 + row.col]).toBe(row.count)
  })
})
