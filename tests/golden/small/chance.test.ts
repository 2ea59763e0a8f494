import { describe, expect, it } from 'vitest'
import {
  adjustPValues,
  getisOrdGiStar,
  localMoran,
  mannKendall,
  queenNeighbours,
} from '../../../src/analysis/index.ts'
import { cases, columns, expectClose, python, r } from './read.ts'

const { count, inside } = columns('cells')
const grid = { columns: 10, rows: 8 }
const masks = { all: new Uint8Array(80).fill(1), inside: Uint8Array.from(inside!) }

/** spdep 1.2-7 localG, localmoran and p.adjust; numpy by dense matrices, statsmodels multipletests. They agree to 3e-14. */
describe.each(['all', 'inside'] as const)('grid statistics of the small cells: %s', (name) => {
  const mask = masks[name]
  const kept = (values: ArrayLike<number>) => Array.from(values).filter((_, i) => mask[i] === 1)

  it('Gi* and its adjusted p', () => {
    const { z, pValue, n } = getisOrdGiStar(
      count!,
      queenNeighbours(grid, { includeSelf: true, inside: mask }),
    )
    expect(n).toBe(kept(mask).length)
    for (const peer of [python.gi_star[name], r.gi_star[name]]) {
      expectClose(kept(z), peer.z, 1e-12, 1)
      expectClose(kept(pValue), peer.p, 1e-11)
      for (const method of ['bonferroni', 'fdr-bh', 'fdr-by'] as const)
        expectClose(kept(adjustPValues(pValue, method)), peer[method], 1e-11)
    }
  })

  it('local Moran, row-standardised and not', () => {
    const neighbours = queenNeighbours(grid, { includeSelf: false, inside: mask })
    const of = (rowStandardised: boolean) =>
      kept(localMoran(count!, neighbours, { rowStandardised, permutations: 0, seed: 1 }).statistic)
    for (const peer of [python.gi_star[name], r.gi_star[name]]) {
      expectClose(of(true), peer.moran_w, 1e-11, 1)
      expectClose(of(false), peer.moran_b, 1e-11, 1)
    }
  })
})

it('local Moran’s pseudo p of the corners comes near that of all C(79, 3) = 79 079 draws', () => {
  const permutations = 20_000
  const { pValue } = localMoran(count!, queenNeighbours(grid, { includeSelf: false }), {
    rowStandardised: true,
    permutations,
    seed: 2,
  })
  for (const [cell, p] of Object.entries<number>(python.moran_exact_p))
    expect(Math.abs(pValue[Number(cell)]! - p), cell).toBeLessThan(
      4 * Math.sqrt((p * (1 - p)) / permutations),
    )
})

it('adjusted p-values: p.adjust and multipletests', () => {
  for (const method of ['bonferroni', 'fdr-bh', 'fdr-by'] as const)
    for (const peer of [python, r])
      expectClose(adjustPValues(cases.p, method), peer.p_adjusted[method], 1e-13)
})

/** R's Kendall test of a series against its own order, with continuity correction, is the same test; numpy by the definition. */
it('Mann-Kendall', () => {
  cases.series.forEach((series: number[], k: number) => {
    const found = mannKendall(series)
    expect(found.s).toBe(python.mann_kendall[k].s)
    for (const peer of [python, r])
      expectClose([found.z, found.pValue], [peer.mann_kendall[k].z, peer.mann_kendall[k].p], 1e-12)
  })
})
