import { readFileSync } from 'node:fs'
import proj4 from 'proj4'
import { describe, expect, it } from 'vitest'
import {
  assignToAreas,
  concentration,
  countInCells,
  extentOf,
  lorenzCurve,
  nearestNeighbourIndex,
  type MultiPolygon,
} from '../../src/analysis/index.ts'
import { REFERENCE } from '../analysis/seeded.ts'
import { hasReference, memphisPoints, referenceJson, referenceRows } from './reference.ts'

/** The precincts in UTM 16N. */
function precincts(): MultiPolygon[] {
  const utm = proj4('+proj=utm +zone=16 +datum=WGS84 +units=m')
  const { features } = JSON.parse(readFileSync(`${REFERENCE}data/memphis_precincts.geojson`, 'utf8'))
  return features.map(({ geometry }: { geometry: { type: string; coordinates: unknown } }) => {
    const polygons = (
      geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates
    ) as MultiPolygon
    return polygons.map((rings) => rings.map((ring) => ring.map(([lon, lat]) => utm.forward([lon!, lat!]))))
  })
}

/** spatstat 3.0-3 clarkevans and an own numpy 1.24 evaluation; lorenzgini's formula. Memphis robberies 2019. */
describe.runIf(hasReference)('patterns of the Memphis robberies', () => {
  it('Clark-Evans, all and distinct places, in three study areas', () => {
    const points = memphisPoints()
    const reference = referenceJson('pattern/clark_evans.json')
    const { minX, minY, maxX, maxY } = extentOf(points)!
    const box = (maxX - minX) * (maxY - minY)
    const pick = (rows: number[]) => ({ x: rows.map((i) => points.x[i]!), y: rows.map((i) => points.y[i]!) })
    const distinct = [...new Map(points.x.map((x, i) => [`${x} ${points.y[i]}`, i])).values()]
    const areaOf = assignToAreas(points.x, points.y, precincts())
    const inPrecincts = points.x.map((_, i) => i).filter((i) => areaOf[i]! >= 0)
    for (const [name, chosen, area] of [
      ['memphis_bbox_all', points, box],
      ['memphis_grid_all', points, 1280e6],
      ['memphis_bbox_unique', pick(distinct), box],
      ['memphis_precinct_all', pick(inPrecincts), reference.memphis_precinct_all.area_km2 * 1e6],
    ] as const) {
      const { observed, expected, index, standardError, z, pValue, n } = nearestNeighbourIndex(chosen, area)
      expect(n, name).toBe(reference[name].n)
      expect(area / 1e6).toBeCloseTo(reference[name].area_km2, 5)
      expect(observed).toBeCloseTo(reference[name].mean_nn_m, 8)
      expect(expected / reference[name].expected_nn_m).toBeCloseTo(1, 10)
      expect(index).toBeCloseTo(reference[name].R, 10)
      // The reference rounds √((4 − π)/4π) to 0.26136; the constant in full is right.
      expect(standardError / reference[name].se_m).toBeCloseTo(1, 4)
      expect(z / reference[name].z).toBeCloseTo(1, 4)
      // The reference's smallest p rounds to 0; ours do not.
      expect(pValue).toBeLessThan(1e-200)
      expect(pValue).toBeGreaterThan(0)
    }
    expect(nearestNeighbourIndex(points, box).index).toBeCloseTo(reference.spatstat_bbox.naive, 12)
  })

  const gridCounts = (cellSize: number) =>
    countInCells(memphisPoints(), {
      originX: 213000,
      originY: 3875000,
      cellSize,
      columns: 40000 / cellSize,
      rows: 32000 / cellSize,
    }).counts

  it.each([
    ['memphis_grid_100m_all_cells', () => gridCounts(100)],
    ['memphis_grid_250m_all_cells', () => gridCounts(250)],
    ['memphis_grid_500m_all_cells', () => gridCounts(500)],
    ['memphis_grid_1000m_all_cells', () => gridCounts(1000)],
    [
      'memphis_grid_500m_precinct_cells',
      () =>
        referenceRows<{ count: number }>('gistar/memphis_500m_precinct_spdep.csv').map(({ count }) => count),
    ],
  ] as const)('concentration: %s', (name, counts) => {
    const reference = referenceJson('pattern/concentration.json')[name]
    const { gini, generalisedGini, shareOfUnits, units, incidents } = concentration(counts())
    expect([units, incidents]).toEqual([reference.cells, reference.incidents])
    expect(gini).toBeCloseTo(reference.gini, 11)
    expect(generalisedGini).toBeCloseTo(reference.gini_generalised, 11)
    expect(shareOfUnits[0]!.units).toBeCloseTo(reference.share_of_cells_for_25pct, 12)
    expect(shareOfUnits[1]!.units).toBeCloseTo(reference.share_of_cells_for_50pct, 12)
    expect(concentration(Array.from(counts()).filter((count: number) => count > 0)).gini).toBeCloseTo(
      reference.gini_over_nonzero,
      11,
    )

    const curve = lorenzCurve(counts())
    const heldBy = (share: number) => {
      const at = share * units
      const k = Math.min(units - 1, Math.floor(at + 1e-9))
      return curve.incidents[k]! + (at - k) * (curve.incidents[k + 1]! - curve.incidents[k]!)
    }
    reference.lorenz_deciles.forEach((held: number, tenth: number) =>
      expect(heldBy(tenth / 10)).toBeCloseTo(held, 9),
    )
    for (const percent of [1, 5, 10])
      expect(1 - heldBy(1 - percent / 100)).toBeCloseTo(reference[`top_${percent}pct`].share_interpolated, 9)
  })
})
