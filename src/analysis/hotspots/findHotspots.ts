import type { MultiPolygon } from '../../domain/grid.ts'
import { areaIndex } from '../areas/areaIndex.ts'
import { invalid, requirePositive } from '../argument.ts'
import { contourAbove, meanOfNonZero } from '../density/hotspotContours.ts'
import { SQUARE_METRES_PER_KM2 } from '../density/kernel.ts'
import type { DensityResult } from '../density/kernelDensity.ts'
import { ringArea } from '../density/nestRings.ts'
import { requireCells } from '../density/requireCells.ts'
import { cellAt, centreX, centreY } from '../grid.ts'
import { isPlaced, type Points } from '../points.ts'
import type { GiStarGrid } from './giStarGrid.ts'
import { overlapsCell } from './overlapsCell.ts'

/** A brottstät plats: a connected region above the threshold. */
export interface Hotspot {
  /** One polygon in metres, with its holes. */
  polygon: MultiPolygon
  surfaceKm2: number
  /** Incidents inside (Σ weights), and their share of all placed incidents. */
  incidents: number
  share: number
  /** Density of the densest cell, per km², and the centre of that cell. */
  peakDensity: number
  peakX: number
  peakY: number
  /** A Gi* cell with z > 0, q < 0.05 and enough incidents overlaps the region; false where no Gi* was given. */
  moreThanChance: boolean
}

export interface HotspotOptions {
  /** Threshold as a multiple of the mean of the non-zero cells; 5 unless said. */
  thresholdFactor?: number
  /** Instead: the densest share of the surface, of the study area where Gi* is given, else of the grid. */
  densestShare?: number
  minimumIncidents?: number
  giStar?: Pick<GiStarGrid, 'grid' | 'z' | 'qValue' | 'counts'> & { surfaceKm2?: number }
}

const Q_LIMIT = 0.05

/**
 * Hotspots (brottställen): connected regions where the density exceeds a threshold and that hold at least `minimumIncidents` (5), most incidents
 * first, then highest peak. A threshold at a multiple of the mean of the non-zero cells is Chainey, Tompson & Uhlig's (2008, Security Journal 21)
 * incremental mean. None without points, or where the threshold is not above 0.
 * @param density per km², one value per cell of its grid; @param points metres, those the density was made of
 * @returns polygons in metres, surface in km², incidents as Σ weights
 * @throws RangeError for a factor, share or minimum that is none, or a density that does not fit its grid
 */
export function findHotspots(
  density: Pick<DensityResult, 'values' | 'grid'>,
  points: Points,
  options: HotspotOptions = {},
): Hotspot[] {
  const { minimumIncidents = 5, giStar } = options
  requirePositive('options.minimumIncidents', minimumIncidents)
  requireCells('density', density)
  const level = hotspotThreshold(density, options)
  if (!(level > 0)) return []
  const regions = contourAbove(density.values, density.grid, level)
  const index = areaIndex(regions.map((rings) => [rings]))
  const incidents = new Float64Array(regions.length)
  let total = 0
  for (let i = 0; i < points.x.length; i++) {
    if (!isPlaced(points, i)) continue
    const weight = points.weight ? points.weight[i]! : 1
    total += weight
    const region = index.find(points.x[i]!, points.y[i]!)
    if (region >= 0) incidents[region]! += weight
  }
  const peaks = peakCells(density, regions)
  return regions
    .map((rings, r): Hotspot => {
      const cell = peaks[r]!
      return {
        polygon: [rings],
        surfaceKm2: rings.reduce((sum, ring) => sum + ringArea(ring), 0) / SQUARE_METRES_PER_KM2,
        incidents: incidents[r]!,
        share: total > 0 ? incidents[r]! / total : 0,
        peakDensity: density.values[cell]!,
        peakX: centreX(density.grid, cell % density.grid.columns),
        peakY: centreY(density.grid, Math.floor(cell / density.grid.columns)),
        moreThanChance: false,
      }
    })
    .filter((hotspot) => hotspot.incidents >= minimumIncidents)
    .map((hotspot) => ({
      ...hotspot,
      moreThanChance: giStar !== undefined && isMoreThanChance(hotspot.polygon[0]!, giStar, minimumIncidents),
    }))
    .sort((a, b) => b.incidents - a.incidents || b.peakDensity - a.peakDensity)
}

/**
 * The density, per km², that a hotspot must exceed; 0 where nothing is there, or where the share asked for is larger than the surface on which
 * anything is.
 * @throws RangeError for a factor or share that is none, or a density that does not fit its grid
 */
export function hotspotThreshold(
  { values, grid }: Pick<DensityResult, 'values' | 'grid'>,
  { thresholdFactor = 5, densestShare, giStar }: HotspotOptions,
): number {
  requireCells('density', { values, grid })
  if (densestShare === undefined) {
    requirePositive('options.thresholdFactor', thresholdFactor)
    return thresholdFactor * meanOfNonZero(values)
  }
  if (!(densestShare > 0 && densestShare < 1))
    throw invalid('options.densestShare', densestShare, 'a fraction above 0 and below 1')
  const cellKm2 = grid.cellSize ** 2 / SQUARE_METRES_PER_KM2
  const surface = giStar?.surfaceKm2 ?? values.length * cellKm2
  const cells = Math.round((densestShare * surface) / cellKm2)
  const ascending = Float64Array.from(values).sort()
  return ascending[Math.max(0, ascending.length - 1 - cells)]!
}

/** The densest cell of each region: that of all cells whose centre it holds. */
function peakCells(
  { values, grid }: Pick<DensityResult, 'values' | 'grid'>,
  regions: MultiPolygon,
): Int32Array {
  const index = areaIndex(regions.map((rings) => [rings]))
  const peaks = new Int32Array(regions.length).fill(-1)
  let lowest = Infinity
  regions.forEach((rings, r) => {
    // A corner of the contour lies next to a cell of the region: a first answer, also for regions that hold no centre.
    peaks[r] = Math.max(0, cellAt(grid, rings[0]![0]![0]!, rings[0]![0]![1]!))
    lowest = Math.min(lowest, values[peaks[r]!]!)
  })
  for (let cell = 0; cell < values.length; cell++) {
    if (values[cell]! < lowest) continue
    const region = index.find(
      centreX(grid, cell % grid.columns),
      centreY(grid, Math.floor(cell / grid.columns)),
    )
    if (region >= 0 && values[cell]! > values[peaks[region]!]!) peaks[region] = cell
  }
  return peaks
}

function isMoreThanChance(
  rings: number[][][],
  { grid, z, qValue, counts }: Pick<GiStarGrid, 'grid' | 'z' | 'qValue' | 'counts'>,
  minimumIncidents: number,
): boolean {
  for (let cell = 0; cell < z.length; cell++)
    if (z[cell]! > 0 && qValue[cell]! < Q_LIMIT && counts[cell]! >= minimumIncidents)
      if (overlapsCell(rings, grid, cell)) return true
  return false
}
