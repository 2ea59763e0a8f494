import {
  adjustPValues,
  cellAt,
  centreX,
  centreY,
  emergingHotspots,
  getisOrdGiStar,
  queenNeighbours,
  type EmergingClass,
  type GridSpec,
} from '../../analysis/index.ts'
import { KIND_CODES, type IncidentKind } from '../../domain/incident.ts'
import type { Period } from '../../domain/period.ts'
import { CLAUSE } from '../engine/clauseFlags.ts'
import type { AnalysisEngine } from '../engine/analysisEngine.ts'
import { placedPoints, type PlacedPoints } from '../engine/placedPoints.ts'
import type { JobContext } from '../jobs.ts'
import { cellRegions } from './cellRegions.ts'
import type { DepthQuestion } from './depthMethods.ts'
import { studyCells, type StudyCells } from './studyCells.ts'
import { coveredSlices, timeSlices, type SliceUnit } from './timeSlices.ts'

export interface EmergingSettings {
  /** null = quarters where the data hold enough of them, else months. */
  unit: SliceUnit | null
}

/** Fewer slices say nothing of a trend (Esri asks for as many). */
export const FEWEST_SLICES = 10
/** False discovery rate at which a cell of a slice is hot. */
const Q_LIMIT = 0.05
/** Cells classed between two breaths. */
const CHUNK = 2_000

/** The classes of places that are hot at some time, most urgent first; the order of lists and legends. */
export const PLACE_CLASSES = [
  'new',
  'consecutive',
  'intensifying',
  'persistent',
  'sporadic',
  'oscillating',
  'diminishing',
  'historical',
] as const satisfies readonly EmergingClass[]
export type PlaceClass = (typeof PLACE_CLASSES)[number]

/** Cells of one class that touch. */
export interface EmergingPlace {
  class: PlaceClass
  cells: number[]
  /** Centre of its fullest cell, metres. */
  x: number
  y: number
  incidents: number
  /** Incidents by slice (Σ weights where hours are shared out). */
  counts: Float64Array
  /** 1 where one of its cells is hot in the slice. */
  hot: Uint8Array
  /** Two-sided Mann-Kendall of z in the fullest cell. */
  trendZ: number
  trendPValue: number
}

export interface EmergingResult {
  unit: SliceUnit
  slices: Period[]
  /** Parts at the ends that fill no slice, or hold less than a tenth of a full one's rows. */
  leftOut: Period[]
  /** The chosen period was sliced; else all of the data. */
  ofPeriod: boolean
  /** In the slices, with a position; and those of them outside of the study area. */
  n: number
  outside: number
  study: { kind: StudyCells['kind']; cells: number; cellSize: number }
  grid: GridSpec
  /** Cells of each class. */
  cells: Record<PlaceClass, number>
  /** Most incidents first within each class, classes in the order of {@link PLACE_CLASSES}. */
  places: EmergingPlace[]
}

/**
 * How places come and go: Gi* by slice of time on one grid, classed by Esri's rules. Obeys all filters but place and period; the period is sliced
 * only where it holds slices enough.
 */
export async function computeEmerging(
  engine: AnalysisEngine,
  { selection, bandwidth, settings }: DepthQuestion<EmergingSettings>,
  context: JobContext,
): Promise<EmergingResult> {
  engine.apply(selection)
  const points = placedPoints(engine, CLAUSE.types | CLAUSE.hours | CLAUSE.kind)
  const days = Int32Array.from(points.index, (row) => engine.columns.day[row])
  const study = studyCells(engine, bandwidth)
  const span = engine.summary.span ?? { from: 0, to: 0 }
  const chosen = selection.period && within(selection.period, span)
  const sliced = (period: Period, unit: SliceUnit) => {
    const cut = timeSlices(period, unit)
    return coveredSlices(cut, rowsBySlice(engine, selection.kind, cut.slices))
  }
  const unit = settings.unit ?? (sliced(span, 'quarter').slices.length >= FEWEST_SLICES ? 'quarter' : 'month')
  const own = chosen && sliced(chosen, unit)
  const ofPeriod = !!own && own.slices.length >= FEWEST_SLICES
  const { slices, leftOut } = ofPeriod ? own : sliced(span, unit)

  const counted = countBySlice(study, points, days, slices)
  const base = {
    unit,
    slices,
    leftOut,
    ofPeriod,
    n: counted.n,
    outside: counted.outside,
    study: { kind: study.kind, cells: study.cells.length, cellSize: study.grid.cellSize },
    grid: study.grid,
  }
  const cells = Object.fromEntries(PLACE_CLASSES.map((name) => [name, 0])) as Record<PlaceClass, number>
  if (slices.length < FEWEST_SLICES || study.cells.length < 2) return { ...base, cells, places: [] }

  const { z, q } = await giBySlice(study, counted.counts, context)
  const { classes, trendZ, trendPValue } = await classify(z, q, study.cells.length, context)
  for (const name of classes) if (name !== 'none') cells[name]++
  return { ...base, cells, places: placesOf(study, counted.counts, { z, q, classes, trendZ, trendPValue }) }
}

function within(period: Period, span: Period): Period | null {
  const from = Math.max(period.from, span.from)
  const to = Math.min(period.to, span.to)
  return from < to ? { from, to } : null
}

/** All rows of a kind by slice, whatever the other filters: what the data cover. */
function rowsBySlice(
  { columns }: AnalysisEngine,
  kind: IncidentKind,
  slices: readonly Period[],
): Float64Array {
  const rows = new Float64Array(slices.length)
  for (let i = 0; i < columns.length; i++) {
    const slice = columns.kind[i] === KIND_CODES[kind] ? sliceOf(columns.day[i], slices) : -1
    if (slice >= 0) rows[slice]++
  }
  return rows
}

/** Incidents by slice and cell of the study area, in the order of its cells. */
function countBySlice(study: StudyCells, points: PlacedPoints, days: Int32Array, slices: readonly Period[]) {
  const positionOf = new Int32Array(study.inside.length).fill(-1)
  study.cells.forEach((cell, k) => (positionOf[cell] = k))
  const counts = slices.map(() => new Float64Array(study.cells.length))
  let n = 0
  let outside = 0
  for (let i = 0; i < points.x.length; i++) {
    const slice = sliceOf(days[i], slices)
    if (slice < 0) continue
    const weight = points.weight ? points.weight[i] : 1
    n += weight
    const cell = cellAt(study.grid, points.x[i], points.y[i])
    const k = cell < 0 ? -1 : positionOf[cell]
    if (k < 0) outside += weight
    else counts[slice][k] += weight
  }
  return { counts, n, outside }
}

/** Slices follow each other without a gap. */
function sliceOf(day: number, slices: readonly Period[]): number {
  let low = 0
  let high = slices.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    if (day < slices[middle].from) high = middle - 1
    else if (day >= slices[middle].to) low = middle + 1
    else return middle
  }
  return -1
}

async function giBySlice(study: StudyCells, counts: readonly Float64Array[], context: JobContext) {
  const neighbours = queenNeighbours(study.grid, { includeSelf: true, inside: study.inside })
  const whole = new Float64Array(study.inside.length)
  const z: Float64Array[] = []
  const q: Float64Array[] = []
  for (const [t, slice] of counts.entries()) {
    study.cells.forEach((cell, k) => (whole[cell] = slice[k]))
    const gi = getisOrdGiStar(whole, neighbours)
    z.push(Float64Array.from(study.cells, (cell) => gi.z[cell]))
    q.push(
      adjustPValues(
        Float64Array.from(study.cells, (cell) => gi.pValue[cell]),
        'fdr-bh',
      ),
    )
    context.progress((0.7 * (t + 1)) / counts.length, 'gi')
    await context.breathe()
  }
  return { z, q }
}

async function classify(
  z: readonly Float64Array[],
  q: readonly Float64Array[],
  cells: number,
  context: JobContext,
) {
  const classes: EmergingClass[] = []
  const trendZ = new Float64Array(cells)
  const trendPValue = new Float64Array(cells)
  for (let from = 0; from < cells; from += CHUNK) {
    const part = (series: readonly Float64Array[]) =>
      series.map((slice) => slice.subarray(from, from + CHUNK))
    const found = emergingHotspots(part(z), { qBySlice: part(q), qLimit: Q_LIMIT })
    classes.push(...found.classes)
    trendZ.set(found.trendZ, from)
    trendPValue.set(found.trendPValue, from)
    context.progress(0.7 + (0.3 * Math.min(cells, from + CHUNK)) / cells, 'classes')
    await context.breathe()
  }
  return { classes, trendZ, trendPValue }
}

interface Classed {
  z: readonly Float64Array[]
  q: readonly Float64Array[]
  classes: readonly EmergingClass[]
  trendZ: Float64Array
  trendPValue: Float64Array
}

function placesOf(study: StudyCells, counts: readonly Float64Array[], classed: Classed): EmergingPlace[] {
  const { grid } = study
  const labels = new Int8Array(study.inside.length).fill(-1)
  const positionOf = new Map<number, number>()
  study.cells.forEach((cell, k) => {
    labels[cell] = PLACE_CLASSES.indexOf(classed.classes[k] as PlaceClass)
    positionOf.set(cell, k)
  })
  const places = cellRegions(labels, grid).map(({ label, cells }): EmergingPlace => {
    const members = cells.map((cell) => positionOf.get(cell)!)
    const sumOf = (k: number) => counts.reduce((sum, slice) => sum + slice[k], 0)
    const sums = members.map(sumOf)
    const fullest = sums.indexOf(Math.max(...sums))
    const k = members[fullest]
    return {
      class: PLACE_CLASSES[label],
      cells,
      x: centreX(grid, cells[fullest] % grid.columns),
      y: centreY(grid, Math.floor(cells[fullest] / grid.columns)),
      incidents: sums.reduce((sum, count) => sum + count, 0),
      counts: Float64Array.from(counts, (slice) => members.reduce((sum, member) => sum + slice[member], 0)),
      hot: Uint8Array.from(classed.z, (z, t) =>
        members.some((member) => z[member] > 0 && classed.q[t][member] < Q_LIMIT) ? 1 : 0,
      ),
      trendZ: classed.trendZ[k],
      trendPValue: classed.trendPValue[k],
    }
  })
  return places.sort(
    (a, b) => PLACE_CLASSES.indexOf(a.class) - PLACE_CLASSES.indexOf(b.class) || b.incidents - a.incidents,
  )
}
