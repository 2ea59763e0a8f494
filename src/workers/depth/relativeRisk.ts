import {
  cellAt,
  centreX,
  centreY,
  contourAbove,
  gridFor,
  relativeRisk,
  relativeRiskToleranceSteps,
  type Extent,
  type GridSpec,
  type MultiPolygon,
  type RiskTolerance,
} from '../../analysis/index.ts'
import { CLAUSE } from '../engine/clauseFlags.ts'
import type { AnalysisEngine } from '../engine/analysisEngine.ts'
import { surfaceCell } from '../engine/extent.ts'
import { placedPoints, type PlacedPoints } from '../engine/placedPoints.ts'
import type { JobContext } from '../jobs.ts'
import { runSteps } from '../runSteps.ts'
import { cellRegions } from './cellRegions.ts'
import type { DepthQuestion } from './depthMethods.ts'
import {
  FEWEST_UNDER_KERNEL,
  loneIncident,
  supportOf,
  surfacePair,
  type ComparedSurface,
} from './surfacePair.ts'

export interface RelativeRiskSettings {
  /** Id of a type; null = the chosen types, or else the most common one. */
  cases: string | null
  /** null = all other types. */
  controls: string | null
  /** × the bandwidth of the map: a ratio of two surfaces needs more under the kernel than one surface. */
  widths: 1 | 2 | 4
}

/** Fewer on one side say nothing of where it lies. */
export const FEWEST_OF_A_TYPE = 20
const PERMUTATIONS = 999
const SEED = 1
/** Two-sided, each cell a test of its own. */
const LEVEL = 0.05
/** Cells on which labels are drawn anew: some seconds of work. */
const TOLERANCE_CELLS = 40_000

/** Cells that touch, where the cases' share differs more than chance. */
export interface RiskPlace {
  /** More of the cases than expected, or fewer. */
  more: boolean
  cases: number
  controls: number
  /** Cases if the place had the same share of both types as the whole. */
  expected: number
  /** Least p of its cells. */
  pValue: number
  /** Centre of the cell that differs most, metres. */
  x: number
  y: number
  surfaceKm2: number
}

export interface RelativeRiskResult {
  /** Ids of the types; controls null = all others. */
  cases: string[]
  controls: string | null
  nCases: number
  nControls: number
  /** Without a type, hence on neither side; and with a position outside the grid. */
  untyped: number
  outside: number
  bandwidth: number
  /** Incidents per km² added to both densities. */
  delta: number
  /** log relative risk; null where one of the sides has too few. */
  surface: ComparedSurface | null
  tolerance: (Omit<RiskTolerance, 'logRatio' | 'pValue'> & { cellSize: number; level: number }) | null
  /** Where p < {@link LEVEL}, metres. */
  outlines: MultiPolygon
  /** Most incidents first. */
  places: RiskPlace[]
}

/**
 * Where one type of crime is more or less common than another would lead one to expect. Obeys all filters but type and place. Both densities are scaled to
 * the mean of the two totals, so that log ratio 0 is "as expected".
 */
export async function computeRelativeRisk(
  engine: AnalysisEngine,
  { selection, bandwidth: mapBandwidth, settings }: DepthQuestion<RelativeRiskSettings>,
  context: JobContext,
): Promise<RelativeRiskResult> {
  engine.apply(selection)
  const points = placedPoints(engine, CLAUSE.period | CLAUSE.hours | CLAUSE.kind)
  const { extent } = engine.summary
  const { groups, groupOfType } = engine.grouping
  const groupOf = Uint16Array.from(points.index, (row) => groupOfType[engine.columns.type[row]])
  const cases =
    settings.cases !== null ? [settings.cases] : chosenOrCommonest(selection.types, groups, groupOf)
  const caseGroups = new Set(cases)
  const side = (group: number) => {
    const { id } = groups[group]
    if (caseGroups.has(id)) return 1
    return id !== '' && (settings.controls === null || settings.controls === id) ? 0 : -1
  }
  const sideOfGroup = groups.map((_, group) => side(group))

  const bandwidth = settings.widths * mapBandwidth
  const grid = extent ? gridFor(extent, surfaceCell(bandwidth, extent), bandwidth) : null
  const held = grid ? onGrid(points, grid) : new Uint8Array(points.x.length)
  const onSide = (wanted: number) => pick(points, (i) => held[i] === 1 && sideOfGroup[groupOf[i]] === wanted)
  const first = onSide(1)
  const second = onSide(0)
  const sum = (chosen: (i: number) => boolean) => pick(points, chosen).total
  const base = {
    cases,
    controls: settings.controls,
    nCases: first.total,
    nControls: second.total,
    untyped: sum((i) => groups[groupOf[i]].id === '' && sideOfGroup[groupOf[i]] < 0),
    outside: sum((i) => held[i] === 0 && sideOfGroup[groupOf[i]] >= 0),
    bandwidth,
    delta: 0,
  }
  if (!grid || !extent || Math.min(first.total, second.total) < FEWEST_OF_A_TYPE)
    return { ...base, surface: null, tolerance: null, outlines: [], places: [] }

  const mean = (first.total + second.total) / 2
  // As one incident of the rarer type, in the middle of its kernel.
  const delta = (loneIncident(bandwidth) * mean) / Math.min(first.total, second.total)
  const [risen, expected] = await surfacePair(first, second, grid, bandwidth, context, 0.3)
  const support = supportOf(risen, expected)
  for (let i = 0; i < risen.values.length; i++) {
    risen.values[i] *= mean / first.total
    expected.values[i] *= mean / second.total
  }
  const surface = { grid, values: Float32Array.from(relativeRisk(risen, expected, { delta })), support }

  const coarse = gridFor(extent, toleranceCell(bandwidth, extent))
  const both = join(first, second)
  const isCase = Uint8Array.from(both.x, (_, i) => (i < first.x.length ? 1 : 0))
  const options = { bandwidth, delta, fewest: FEWEST_UNDER_KERNEL, permutations: PERMUTATIONS, seed: SEED }
  const steps = relativeRiskToleranceSteps(both, isCase, coarse, options)
  const { logRatio, pValue, ...tolerance } = await runSteps(steps, context, 'labels', { from: 0.3 })
  const certain = Float64Array.from(pValue, (p) => (Number.isNaN(p) ? 0 : 1 - p))
  return {
    ...base,
    delta,
    surface,
    tolerance: { ...tolerance, cellSize: coarse.cellSize, level: LEVEL },
    outlines: contourAbove(certain, coarse, 1 - LEVEL),
    places: placesOf(coarse, { logRatio, pValue }, first, second),
  }
}

function chosenOrCommonest(
  types: readonly string[],
  groups: readonly { id: string }[],
  groupOf: Uint16Array,
): string[] {
  if (types.length > 0) return [...types]
  const counts = new Float64Array(groups.length)
  for (const group of groupOf) counts[group]++
  let best = -1
  groups.forEach(({ id }, group) => {
    if (id !== '' && counts[group] > 0 && (best < 0 || counts[group] > counts[best])) best = group
  })
  return best < 0 ? [] : [groups[best].id]
}

function onGrid(points: PlacedPoints, grid: GridSpec): Uint8Array {
  return Uint8Array.from(points.x, (x, i) => (cellAt(grid, x, points.y[i]) >= 0 ? 1 : 0))
}

interface Side {
  x: Float64Array
  y: Float64Array
  weight: Float64Array
  total: number
}

function pick(points: PlacedPoints, chosen: (i: number) => boolean): Side {
  const indices = Uint32Array.from(points.index.keys()).filter(chosen)
  const weight = Float64Array.from(indices, (i) => (points.weight ? points.weight[i] : 1))
  return {
    x: Float64Array.from(indices, (i) => points.x[i]),
    y: Float64Array.from(indices, (i) => points.y[i]),
    weight,
    total: weight.reduce((sum, w) => sum + w, 0),
  }
}

function join(first: Side, second: Side): Side {
  return {
    x: concat(first.x, second.x),
    y: concat(first.y, second.y),
    weight: concat(first.weight, second.weight),
    total: first.total + second.total,
  }
}

function concat(a: Float64Array, b: Float64Array): Float64Array {
  const whole = new Float64Array(a.length + b.length)
  whole.set(a)
  whole.set(b, a.length)
  return whole
}

/** A sixth of the bandwidth, coarser only where that would be too many cells. */
function toleranceCell(bandwidth: number, { minX, minY, maxX, maxY }: Extent): number {
  const affordable = Math.sqrt(((maxX - minX + bandwidth) * (maxY - minY + bandwidth)) / TOLERANCE_CELLS)
  return Math.max(bandwidth / 6, Math.ceil(affordable / 10) * 10)
}

function placesOf(
  grid: GridSpec,
  { logRatio, pValue }: Pick<RiskTolerance, 'logRatio' | 'pValue'>,
  first: Side,
  second: Side,
): RiskPlace[] {
  const labels = Int8Array.from(pValue, (p, i) => (p < LEVEL ? (logRatio[i] > 0 ? 1 : 0) : -1))
  const inCells = (side: Side) => {
    const counts = new Float64Array(labels.length)
    side.x.forEach((x, i) => {
      const cell = cellAt(grid, x, side.y[i])
      if (cell >= 0) counts[cell] += side.weight[i]
    })
    return counts
  }
  const caseCounts = inCells(first)
  const controlCounts = inCells(second)
  const share = first.total / (first.total + second.total)
  const places = cellRegions(labels, grid).map(({ label, cells }): RiskPlace => {
    const sumOf = (counts: Float64Array) => cells.reduce((sum, cell) => sum + counts[cell], 0)
    const extreme = cells.reduce((a, b) => (Math.abs(logRatio[b]) > Math.abs(logRatio[a]) ? b : a))
    const cases = sumOf(caseCounts)
    const controls = sumOf(controlCounts)
    return {
      more: label === 1,
      cases,
      controls,
      expected: (cases + controls) * share,
      pValue: Math.min(...cells.map((cell) => pValue[cell])),
      x: centreX(grid, extreme % grid.columns),
      y: centreY(grid, Math.floor(extreme / grid.columns)),
      surfaceKm2: (cells.length * grid.cellSize ** 2) / 1e6,
    }
  })
  return places.sort((a, b) => b.cases + b.controls - a.cases - a.controls)
}
