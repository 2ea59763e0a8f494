import type { AreaAssignment } from '../analysis/index.ts'
import type { GridSpec, MultiPolygon } from '../domain/grid.ts'
import type { IncidentColumns, IncidentKind } from '../domain/incident.ts'
import type { MetricCrs } from '../domain/crs.ts'
import type { Period } from '../domain/period.ts'
import type { RowRange, RowRemoval } from '../domain/rowKeys.ts'
import type { Selection } from '../domain/selection.ts'
import type { TypeLabel } from '../domain/taxonomy.ts'
import type { Verification } from '../verification/verify.ts'
import type { AreaSeries } from './engine/areaSeries.ts'
import type { ComparisonSpan } from './engine/comparison.ts'
import type { Tally } from './engine/tally.ts'
import type { CostTally } from './engine/tallyCosts.ts'
import type { UnreportedRequest, UnreportedResult } from './engine/unreported.ts'
import type { DepthRequest, DepthResponse } from './depth/depthMethods.ts'
import type { TriangulationRequest, TriangulationResult } from './triangulation/triangulationMessages.ts'
import type { BeforeAfterJobs } from './effect/beforeAfterMessages.ts'
import type { EffectJobs } from './effect/effectMessages.ts'

/** What is known of a data set once all of its rows have come. */
export interface LoadRequest {
  labels: TypeLabel[]
  /** Ids of the types that are left out where places are listed; the default taxonomy's unless given. */
  sensitive?: readonly string[]
  timeZone: string
  crs: MetricCrs
  /** Keys of each layer's rows; what they hold is answered in `layerKinds`, in this order. */
  ranges?: readonly RowRange[]
  /** What leaves the present data set, to whose other rows the new ones are added; null where the new rows are all there is. */
  onto: RowRemoval | null
}

/** What the labels of the loaded data set mean now. */
export interface RelabelRequest {
  /** As many as were loaded, in their order. */
  labels: readonly TypeLabel[]
  sensitive: readonly string[]
}

/** A type as it is counted: all labels that mean the same taxonomy type. */
export interface TypeGroup {
  /** Taxonomy id, or the raw label; "" = no type given. */
  id: string
  typeId: string | null
  label: string
  /** How many of each kind carry it. */
  kinds: Record<IncidentKind, number>
}

export interface DatasetSummary {
  rows: number
  kinds: Record<IncidentKind, number>
  /** Rows that say what they cost. */
  withCost: number
  /** Rows of each kind by layer, as the ranges were given. */
  layerKinds: Record<IncidentKind, number>[]
  withPosition: number
  withClock: number
  withEnd: number
  /** Days that hold data, half-open; null where no row has a date. */
  span: Period | null
  months: Period[]
  groups: TypeGroup[]
  /** How many of each kind carry each label, in the order of the labels. */
  labelKinds: Record<IncidentKind, Uint32Array>
  /** Metres; null where no row has a position. */
  extent: { minX: number; minY: number; maxX: number; maxY: number } | null
  /** Degrees: west, south, east, north of where most incidents are. */
  bounds: [number, number, number, number] | null
  /** Metres, the default for this extent. */
  defaultBandwidth: number
}

export interface CountsRequest {
  selection: Selection
}

export interface CountsResult extends Tally {
  /** Sums in SEK; null where no incident of the kind says what it cost. */
  costs: CostTally | null
  period: Period | null
  comparison: ComparisonSpan
}

export interface SurfaceRequest {
  selection: Selection
  /** Metres. */
  bandwidth: number
  /** The binned preview while a brush moves, or the exact surface with hotspots and Gi*. */
  exact: boolean
  /** × the mean of the non-zero cells, or the densest share of the surface. */
  threshold: { kind: 'factor'; factor: number } | { kind: 'densest'; share: number }
}

export interface GridValues {
  grid: GridSpec
  values: Float32Array
  max: number
}

export interface Hotspot {
  rank: number
  polygon: MultiPolygon
  lonLat: MultiPolygon
  surfaceKm2: number
  /** Share of the study area. */
  surfaceShare: number
  /** Weighted where hours are shared out. */
  incidents: number
  share: number
  /** Sum of costs in SEK; null where none of its incidents says one. */
  cost: number | null
  before: number
  peakDensity: number
  /** Degrees. */
  peak: { lon: number; lat: number; x: number; y: number }
  /** Degrees: north-eastern shoulder of the outline, where the number stands. */
  badge: { lon: number; lat: number }
  /** Hour of the week with most incidents (three-hour window); null where no times are known. */
  peakHour: number | null
  area: number
  moreThanChance: boolean
}

export interface GiStarCells {
  grid: GridSpec
  z: Float64Array
  qValue: Float64Array
  counts: Float64Array
  /** 1 where the cell belongs to the study area. */
  inside: Uint8Array
}

export interface SurfaceResult {
  exact: boolean
  density: GridValues
  /** Metres, of the grid's cells. */
  bandwidth: number
  /** Scott's rule as the radius of the quartic, √8 σ, in metres; 0 for fewer than two points. */
  scottBandwidth: number
  /** Incidents with a position in the period (weighted), and those without. */
  n: number
  before: number
  years: number
  /** Points outside the grid, where a few lie far away. */
  outsideGrid: number
  /** Density that one incident reaches at its own place, per km² and year. */
  loneIncident: number
  hotspots: Hotspot[] | null
  giStar: GiStarCells | null
  /** What the study area is and how large, in km². */
  study: { kind: 'areas' | 'hull'; surfaceKm2: number } | null
}

export interface PointsRequest {
  selection: Selection
  /** Kinds are drawn by shape; never summed. */
  kinds: Record<IncidentKind, boolean>
  limit: number
  /** Degrees: only points within. */
  bounds: [number, number, number, number] | null
}

export interface PointsResult {
  /** Longitude, latitude pairs. */
  positions: Float64Array
  /** Type group of each point. */
  group: Uint16Array
  kind: Uint8Array
  /** Key of each point's row. */
  row: Uint32Array
  total: number
  limited: boolean
}

export interface RowsRequest {
  selection: Selection
}

export type AnalysisJobs = BeforeAfterJobs &
  EffectJobs & {
    /** Makes room for the rows of another data set; the present one stays until `load`. */
    begin: { request: null; response: null }
    /** Takes over a run of rows, in the order of the file. */
    append: { request: { columns: IncidentColumns }; response: null }
    /** Makes what was appended the data set that is asked about, or adds it to the present one. */
    load: { request: LoadRequest; response: DatasetSummary }
    /** Classes the loaded rows anew, and counts what the selection leaves. */
    relabel: {
      request: RelabelRequest & { selection: Selection }
      response: { summary: DatasetSummary; counts: CountsResult }
    }
    /** Assigns the incidents to areas in metres, with progress and cancel; until it is through the areas before hold. */
    /** A copy of all columns, to be saved. */
    snapshot: { request: null; response: IncidentColumns }
    areas: { request: { ids: string[]; polygons: MultiPolygon[] }; response: AreaAssignment }
    counts: { request: CountsRequest; response: CountsResult }
    /** Every area's counts over the same dates of each year. */
    areaSeries: { request: CountsRequest; response: AreaSeries }
    surface: { request: SurfaceRequest; response: SurfaceResult }
    points: { request: PointsRequest; response: PointsResult }
    /** Fires or repairs without a report near them. */
    unreported: { request: UnreportedRequest; response: UnreportedResult }
    /** One deepening analysis, with progress and cancel. */
    depth: { request: DepthRequest; response: DepthResponse }
    /** Walks and measures held against reported crime, with progress and cancel. */
    triangulation: { request: TriangulationRequest; response: TriangulationResult }
    /** Keys of the rows that pass every filter, for the database's table. */
    rows: { request: RowsRequest; response: { rows: Uint32Array } }
    /** Runs the acceptance figures of the statistics, with progress and cancel; needs no data set. */
    verify: { request: null; response: Verification }
  }
