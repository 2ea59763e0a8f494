import type { GridSpec } from '../domain/grid.ts'
import * as ownAnalysis from '../analysis/index.ts'
import { seededRandom } from '../analysis/random.ts'
import { densityByDefinition } from './bruteForce.ts'
import type { Analysis } from './check.ts'
import { cellAround, places, type Places } from './places.ts'

/** Our figure and the other tool's for the same input, made now; `gap` is their difference as the text tells it. */
export interface Measured {
  ours: number
  theirs: number
  gap: number
}

export interface Deviation {
  id: string
  tool: string
  version: string
  source: string
  measure?: (analysis: Analysis) => Measured
}

export interface DeviationResult extends Omit<Deviation, 'measure'> {
  measured: Measured | null
}

/** 40 × 40 cells of 50 m, h = 200 m: cell = h/4, as in the measurements on the Memphis robberies. */
const GRID: GridSpec = { originX: 0, originY: 0, cellSize: 50, columns: 40, rows: 40 }
const BANDWIDTH = 200
const EXAMPLE = places('clustered', 60, 2000, { seed: 12 })

/** Ours against another surface at the cell where they differ most; the gap as a share of our peak. */
function worstCell(ours: Float64Array, theirs: Float64Array): Measured {
  let worst = 0
  for (let cell = 1; cell < ours.length; cell++)
    if (Math.abs(theirs[cell]! - ours[cell]!) > Math.abs(theirs[worst]! - ours[worst]!)) worst = cell
  const gap = Math.abs(theirs[worst]! - ours[worst]!) / Math.max(...ours)
  return { ours: ours[worst]!, theirs: theirs[worst]!, gap }
}

function surface({ kernelDensity }: Analysis, points: Places): Float64Array {
  return kernelDensity(points, GRID, { kernel: 'quartic', bandwidth: BANDWIDTH }).values
}

/** Each position's cell along an axis, as a centre. */
const centreOfCell = (value: number) => (Math.floor(value / GRID.cellSize) + 0.5) * GRID.cellSize

/** MASS::bandwidth.nrd of one axis, which sfhotspot takes. */
function normalReference(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const quantile = (q: number) => {
    const at = q * (sorted.length - 1)
    const low = Math.floor(at)
    return sorted[low]! + (at - low) * ((sorted[low + 1] ?? sorted[low]!) - sorted[low]!)
  }
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1)
  const spread = Math.min(Math.sqrt(variance), (quantile(0.75) - quantile(0.25)) / 1.34)
  return 4 * 1.06 * spread * values.length ** -0.2
}

function onePeak({ kernelDensity }: Analysis, bandwidth: number): number {
  return kernelDensity({ x: [0], y: [0] }, cellAround(0, 0), { kernel: 'quartic', bandwidth }).values[0]!
}

export const KNOWN_DEVIATIONS: readonly Deviation[] = [
  {
    id: 'qgisScaled',
    tool: 'QGIS',
    version: '3.22 – 3.40.3',
    source: 'QGIS #60616, #60631 (2025-02)',
    measure(analysis) {
      const bandwidth = 300
      const ours = onePeak(analysis, bandwidth)
      const theirs = ((1e6 * 116) / (5 * Math.PI * bandwidth ** 2)) * (15 / 16)
      return { ours, theirs, gap: theirs / ours }
    },
  },
  {
    id: 'qgisMirrored',
    tool: 'QGIS',
    version: '3.22.16',
    source: 'QGIS 3.22.16, GRASS 8.2.1',
    measure(analysis) {
      const mirrored = { x: EXAMPLE.x, y: EXAMPLE.y.map((y) => 2 * centreOfCell(y) - y) }
      return worstCell(surface(analysis, EXAMPLE), surface(analysis, mirrored))
    },
  },
  {
    id: 'spatialKde',
    tool: 'SpatialKDE (R)',
    version: '0.8.2',
    source: 'SpatialKDE 0.8.2: kde(scaled = TRUE)',
  },
  {
    id: 'pixelFft',
    tool: 'spatstat (R)',
    version: '3.0-3',
    source: 'R 4.2.2, spatstat 3.0-3: density.ppp',
    measure(analysis) {
      const moved = { x: EXAMPLE.x.map(centreOfCell), y: EXAMPLE.y.map(centreOfCell) }
      return worstCell(surface(analysis, EXAMPLE), surface(analysis, moved))
    },
  },
  {
    id: 'grassCut',
    tool: 'GRASS',
    version: '8.2.1',
    source: 'GRASS 8.2.1: v.kernel kernel=gaussian',
    measure({ kernelDensity }) {
      const options = { kernel: 'gaussian', bandwidth: BANDWIDTH } as const
      const cut = densityByDefinition(EXAMPLE, GRID, 'gaussian', BANDWIDTH, 4)
      return worstCell(kernelDensity(EXAMPLE, GRID, options).values, cut)
    },
  },
  {
    id: 'sagaCell',
    tool: 'SAGA',
    version: '8.5.0',
    source: 'SAGA 8.5.0: grid_gridding 6',
    measure(analysis) {
      const ours = Math.max(...surface(analysis, EXAMPLE))
      const theirs = (ours * GRID.cellSize ** 2) / 1e6
      return { ours, theirs, gap: ours / theirs }
    },
  },
  {
    id: 'sfhotspotRule',
    tool: 'sfhotspot (R)',
    version: '0.8.0',
    source: 'sfhotspot 0.8.0: R/bandwidth_nrd.R',
    measure({ bandwidthScott }) {
      const random = seededRandom(5)
      const along = Array.from({ length: 200 }, () => (random() + random() + random() - 1.5) * 4000)
      const across = along.map(() => (random() + random() + random() - 1.5) * 1000)
      const turned = bandwidthScott({ x: along, y: across }) / bandwidthScott({ x: across, y: along })
      const theirs = normalReference(along) / normalReference(across)
      return { ours: turned, theirs, gap: theirs / turned }
    },
  },
  { id: 'deckHeatmap', tool: 'deck.gl', version: '9', source: 'deck.gl: HeatmapLayer, radiusPixels' },
  {
    id: 'nearRepeatLabels',
    tool: 'Near Repeat Calculator',
    version: '1.3',
    source: 'Ratcliffe, Near Repeat Calculator 1.3; R NearRepeat',
    measure({ nearRepeat }) {
      // One pair 200 m apart, the limit of the label "1 to 200 m", which in fact holds [1, 200).
      const pair = { x: [0, 200], y: [0, 0] }
      const at = (distanceBands: number[]) =>
        nearRepeat(pair, [0, 0], { distanceBands, timeBandsDays: [0, 1], permutations: 0, seed: 1 })
          .observed[0]![0]!
      const [ours, theirs] = [at([1, 201]), at([1, 200])]
      return { ours, theirs, gap: ours - theirs }
    },
  },
  {
    id: 'giStarRectangle',
    tool: 'Gi*',
    version: '',
    source: 'R 4.2.2, spdep 1.2-7: localG, Memphis 500 m: 600 / 382',
    measure({ getisOrdGiStar, queenNeighbours, countInCells }) {
      // A round town in a square: its surroundings are empty, and lift every cell of the town above the mean.
      const points = places('clustered', 260, 3000, { originX: 500, originY: 500, seed: 3 })
      const grid = { originX: 0, originY: 0, cellSize: 200, columns: 20, rows: 20 }
      const { counts } = countInCells(points, grid)
      const inside = counts.map((_, cell) =>
        Math.hypot((cell % 20) - 9.5, Math.floor(cell / 20) - 9.5) < 7 ? 1 : 0,
      )
      const hot = (mask?: Uint8Array) =>
        getisOrdGiStar(
          counts,
          queenNeighbours(grid, { includeSelf: true, ...(mask && { inside: mask }) }),
        ).z.filter((z) => z > 1.96).length
      const [ours, theirs] = [hot(Uint8Array.from(inside)), hot()]
      return { ours, theirs, gap: theirs - ours }
    },
  },
  {
    id: 'topShare',
    tool: 'Top 5 %',
    version: '',
    source: 'Bernasco & Steenbeek 2017',
    measure({ concentration, countInCells }) {
      // 100 incidents dealt out blindly over 2 500 cells.
      const points = places('uniform', 100, 5000, { seed: 2 })
      const grid = { originX: 0, originY: 0, cellSize: 100, columns: 50, rows: 50 }
      const { counts } = countInCells(points, grid)
      const densest = [...counts].sort((a, b) => b - a).slice(0, counts.length / 20)
      const theirs = densest.reduce((sum, count) => sum + count, 0) / 100
      return { ours: concentration(counts).generalisedGini, theirs, gap: concentration(counts).gini }
    },
  },
]

/** The table with its live figures; a measurement that throws leaves its row without one. */
export function* measureDeviations(analysis: Analysis = ownAnalysis): Generator<DeviationResult, void, void> {
  for (const { measure, ...deviation } of KNOWN_DEVIATIONS)
    yield { ...deviation, measured: attempt(measure, analysis) }
}

function attempt(measure: Deviation['measure'], analysis: Analysis): Measured | null {
  try {
    return measure ? measure(analysis) : null
  } catch {
    return null
  }
}
