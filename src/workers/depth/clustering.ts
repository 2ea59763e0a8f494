import { adjustPValues, nearestNeighbourIndex, queenNeighbours, type GridSpec } from '../../analysis/index.ts'
import { localMoranSteps } from '../../analysis/chance/localMoran.ts'
import { twoSidedP } from '../../analysis/chance/normal.ts'
import type { AnalysisEngine } from '../engine/analysisEngine.ts'
import { NOW, placedPoints, type PlacedPoints } from '../engine/placedPoints.ts'
import type { JobContext } from '../jobs.ts'
import { runSteps } from '../runSteps.ts'
import type { DepthQuestion } from './depthMethods.ts'
import { positionLattice, type PositionLattice } from './positionLattice.ts'
import { countInStudy, studyCells, type StudyCells } from './studyCells.ts'
import { studySurface } from './studySurface.ts'

export interface ClusteringSettings {
  /** null = as many as so many cells need. */
  permutations: 999 | 9999 | null
  seed: number
}

/** Clark and Evans' index of one set of points. */
export interface NearestNeighbours {
  n: number
  /** Metres. */
  observed: number
  expected: number
  index: number
  z: number
  /** Two-sided, normal. */
  pValue: number
}

/** How a cell and its neighbours stand to the mean, where they differ from chance; 'none' where they may be chance. */
export const MORAN_CLASSES = ['highHigh', 'highLow', 'lowHigh', 'lowLow', 'none'] as const
export type MoranClass = (typeof MORAN_CLASSES)[number]

export interface ClusteringResult {
  /** All incidents, and each place once (positions rounded to the metre); null with fewer than two. */
  incidents: NearestNeighbours | null
  places: NearestNeighbours | null
  n: number
  outside: number
  /** km², of the study area itself. */
  surfaceKm2: number
  study: 'areas' | 'hull'
  lattice: PositionLattice | null
  grid: GridSpec
  /** Indices of the study area's cells, and for each its count, Iᵢ, q and class as an index of {@link MORAN_CLASSES}. */
  cells: Uint32Array
  counts: Float64Array
  statistic: Float64Array
  qValue: Float64Array
  classes: Uint8Array
  mean: number
  /** Cells with a neighbour, and those without one. */
  tested: number
  lonely: number
  permutations: number
  seed: number
}

/** More cells than these, and 999 permutations have no p small enough to be told after adjusting. */
const FEW_CELLS = 250
/** What is told apart from chance. */
export const LEVEL = 0.05

/**
 * Whether the incidents of the period lie closer than chance would have it (Clark & Evans), and which cells of the study area are alike or unlike their
 * neighbours (local Moran). The place filter is left out.
 */
export async function computeClustering(
  engine: AnalysisEngine,
  { selection, bandwidth, settings }: DepthQuestion<ClusteringSettings>,
  context: JobContext,
): Promise<ClusteringResult> {
  engine.apply(selection)
  const points = placedPoints(engine, NOW)
  const study = studyCells(engine, bandwidth)
  const surface = studySurface(engine, bandwidth)
  const { counts, outside } = countInStudy(study, points)
  const within = inStudyArea(engine, points)
  const lattice = positionLattice(engine.columns)
  await context.breathe()
  const incidents = nearest(within, surface)
  await context.breathe()
  const places = nearest(eachPlaceOnce(within), surface)
  await context.breathe()
  const permutations = settings.permutations ?? (study.cells.length > FEW_CELLS ? 9999 : 999)
  const moran = await classify(study, counts, permutations, settings.seed, context)
  return {
    ...{ incidents, places, lattice, counts, outside },
    n: points.total,
    surfaceKm2: surface / 1e6,
    study: study.kind,
    grid: study.grid,
    cells: study.cells,
    ...moran,
    permutations,
    seed: settings.seed,
  }
}

interface Positions {
  x: Float64Array
  y: Float64Array
}

/** A hull holds all that it was made of; areas may leave incidents out. */
function inStudyArea({ areaOf }: AnalysisEngine, { x, y, index }: PlacedPoints): Positions {
  if (!areaOf) return { x, y }
  const inside = (_: number, k: number) => areaOf[index[k]] >= 0
  return { x: x.filter(inside), y: y.filter(inside) }
}

function eachPlaceOnce({ x, y }: Positions): Positions {
  const seen = new Set<number>()
  const first = (_: number, k: number) => {
    const key = Math.round(x[k]) * 33_554_432 + Math.round(y[k])
    if (seen.has(key)) return false
    seen.add(key)
    return true
  }
  const kept = Uint8Array.from(x, (value, k) => (first(value, k) ? 1 : 0))
  const isKept = (_: number, k: number) => kept[k] === 1
  return { x: x.filter(isKept), y: y.filter(isKept) }
}

function nearest(points: Positions, surface: number): NearestNeighbours | null {
  if (points.x.length < 2 || !(surface > 0)) return null
  const { observed, expected, index, z } = nearestNeighbourIndex(points, surface)
  return { n: points.x.length, observed, expected, index, z, pValue: twoSidedP(z) }
}

async function classify(
  { grid, inside, cells }: StudyCells,
  counts: Float64Array,
  permutations: number,
  seed: number,
  context: JobContext,
) {
  const neighbours = queenNeighbours(grid, { includeSelf: false, inside })
  const values = new Float64Array(inside.length)
  cells.forEach((cell, k) => (values[cell] = counts[k]))
  const { statistic, pValueTwoSided, n } = await runSteps(
    localMoranSteps(values, neighbours, { rowStandardised: true, permutations, seed }),
    context,
    'clustering',
  )
  const qValue = adjustPValues(
    Float64Array.from(cells, (cell) => pValueTwoSided[cell]),
    'fdr-bh',
  )
  const { offsets, indices } = neighbours
  const isTested = (cell: number) => offsets[cell + 1] > offsets[cell]
  const mean = cells.reduce((sum, cell) => sum + (isTested(cell) ? values[cell] : 0), 0) / n
  const classes = Uint8Array.from(cells, (cell, k) => {
    if (!(qValue[k] < LEVEL)) return MORAN_CLASSES.indexOf('none')
    let around = 0
    for (let j = offsets[cell]; j < offsets[cell + 1]; j++) around += values[indices[j]]
    const lag = around / (offsets[cell + 1] - offsets[cell])
    const name = `${values[cell] > mean ? 'high' : 'low'}${lag > mean ? 'High' : 'Low'}` as MoranClass
    return MORAN_CLASSES.indexOf(name)
  })
  return {
    statistic: Float64Array.from(cells, (cell) => statistic[cell]),
    qValue,
    classes,
    mean,
    tested: n,
    lonely: cells.length - n,
  }
}
