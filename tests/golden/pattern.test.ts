import { existsSync, readFileSync } from 'node:fs'
import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import { concentration, countInCells, extentOf, nearestNeighbourIndex } from '../../src/analysis/index.ts'
import { REFERENCE } from '../analysis/seeded.ts'

/** spatstat 3.0-3 clarkevans and an own numpy 1.24 evaluation; lorenzgini's formula. Memphis robberies 2019. */
describe.runIf(existsSync(REFERENCE))('patterns of the Memphis robberies', () => {
  const read = () => {
    const { data } = Papa.parse<{ x_32616: number; y_32616: number }>(
      readFileSync(`${REFERENCE}data/memphis_robberies_2019.csv`, 'utf8'),
      { header: true, dynamicTyping: true, skipEmptyLines: true },
    )
    return { x: data.map((row) => row.x_32616), y: data.map((row) => row.y_32616) }
  }
  const json = (file: string) => JSON.parse(readFileSync(`${REFERENCE}pattern/${file}`, 'utf8'))

  it('Clark-Evans', () => {
    const points = read()
    const reference = json('clark_evans.json')
    const { minX, minY, maxX, maxY } = extentOf(points)!
    for (const [name, area] of [
      ['memphis_bbox_all', (maxX - minX) * (maxY - minY)],
      ['memphis_grid_all', 1280e6],
    ] as const) {
      const { observed, expected, index, standardError, z } = nearestNeighbourIndex(points, area)
      expect(observed).toBeCloseTo(reference[name].mean_nn_m, 8)
      expect(expected).toBeCloseTo(reference[name].expected_nn_m, 8)
      expect(index).toBeCloseTo(reference[name].R, 10)
      // The reference rounds the constant to 0.26136.
      expect(standardError / reference[name].se_m).toBeCloseTo(1, 4)
      expect(z / reference[name].z).toBeCloseTo(1, 4)
    }
  })

  it.each([100, 250, 500, 1000])('concentration in cells of %d m', (cellSize) => {
    const reference = json('concentration.json')[`memphis_grid_${cellSize}m_all_cells`]
    const grid = {
      originX: 213000,
      originY: 3875000,
      cellSize,
      columns: 40000 / cellSize,
      rows: 32000 / cellSize,
    }
    const { gini, generalisedGini, shareOfUnits } = concentration(countInCells(read(), grid).counts)
    expect(gini).toBeCloseTo(reference.gini, 11)
    expect(generalisedGini).toBeCloseTo(reference.gini_generalised, 11)
    expect(shareOfUnits[0]!.units).toBeCloseTo(reference.share_of_cells_for_25pct, 12)
    expect(shareOfUnits[1]!.units).toBeCloseTo(reference.share_of_cells_for_50pct, 12)
  })
})
