import {
  areaIndex,
  assignToAreasSteps,
  convexHull,
  type AreaAssignment,
  type HullArea,
  type StudyArea,
} from '../../analysis/index.ts'
import { finish, type Steps } from '../../analysis/steps.ts'
import { hoursInWindow } from '../../domain/hourWindow.ts'
import { byKind, KIND_CODES, MISSING_DAY, MISSING_HOUR, type IncidentColumns } from '../../domain/incident.ts'
import { DEFAULT_CRIME_TYPES } from '../../domain/crimeTypes.ts'
import type { MultiPolygon } from '../../domain/grid.ts'
import type { Period } from '../../domain/period.ts'
import type { Selection, TimeMethod } from '../../domain/selection.ts'
import { sensitiveTypeIds } from '../../domain/taxonomy.ts'
import { projection, type Projection } from '../../ingest/crs.ts'
import type { JobContext } from '../jobs.ts'
import type {
  CountsResult,
  DatasetSummary,
  LoadRequest,
  RelabelRequest,
  PointsRequest,
  PointsResult,
  SurfaceRequest,
  SurfaceResult,
} from '../messages.ts'
import { kindsByRange } from './kindsByRange.ts'
import { monthCalendar, type MonthCalendar } from './calendar.ts'
import { CLAUSE, ClauseFlags } from './clauseFlags.ts'
import { comparisonSpan, type ComparisonSpan } from './comparison.ts'
import { defaultBandwidth, denseBounds, surfaceExtent } from './extent.ts'
import { pointsInView } from './pointsInView.ts'
import { computeSurface } from './surface.ts'
import { tally } from './tally.ts'
import { tallyCosts } from './tallyCosts.ts'
import { createTimeBins, type TimeBins } from './timeBins.ts'
import { groupTypes, type TypeGrouping } from './typeGroups.ts'

const EVERY_CLAUSE = CLAUSE.period | CLAUSE.types | CLAUSE.hours | CLAUSE.place | CLAUSE.kind

/** Span of data without a date: it covers nothing. */
const NO_DAYS: Period = { from: 0, to: 0 }

/** Keeps a data set's columns and answers the views; runs in the analysis worker, and in tests without one. */
export class AnalysisEngine {
  summary: DatasetSummary
  readonly columns: IncidentColumns
  readonly projection: Projection
  readonly timeZone: string
  readonly flags: ClauseFlags
  grouping: TypeGrouping
  /** Ids of the types that come close to identity together with a place. */
  sensitive: ReadonlySet<string>
  areas: MultiPolygon[] = []
  areaIds: string[] = []
  areaOf: Int32Array | null = null
  /** Each incident's share in the chosen hours; null = all hours. */
  hourWeights: Float32Array | null = null

  #calendar: MonthCalendar
  #hull: HullArea['hull'] | null = null
  #bins = new Map<TimeMethod, TimeBins>()
  /** What each clause was last set to, so that an unchanged one costs nothing. */
  #applied = new Map<string, string>()

  constructor(request: Omit<LoadRequest, 'onto'> & { columns: IncidentColumns }) {
    this.columns = request.columns
    this.timeZone = request.timeZone
    this.projection = projection(request.crs)
    this.flags = new ClauseFlags(request.columns)
    this.grouping = groupTypes(request.labels, request.columns)
    this.sensitive = new Set(request.sensitive ?? sensitiveTypeIds(DEFAULT_CRIME_TYPES.taxonomy))
    this.summary = summarise(request.columns, this.grouping)
    this.summary.layerKinds = kindsByRange(request.columns, request.ranges ?? [])
    const { span } = this.summary
    this.#calendar = span ? monthCalendar(span.from, span.to - 1) : monthCalendar(0, -1)
    this.summary.months = this.#calendar.months
  }

  /**
   * Takes over what the labels mean now; the rows keep their labels.
   * @throws RangeError where they are not the labels of this data set
   */
  relabel({ labels, sensitive }: RelabelRequest): DatasetSummary {
    const { labelKinds, groupOfType } = this.grouping
    if (labels.length !== groupOfType.length)
      throw new RangeError(`${labels.length} labels for a data set of ${groupOfType.length}`)
    this.grouping = groupTypes(labels, this.columns, labelKinds)
    this.sensitive = new Set(sensitive)
    this.summary = { ...this.summary, groups: this.grouping.groups }
    this.#applied.delete('types')
    return this.summary
  }

  /** Takes over areas in metres and says in which of them each incident lies. */
  setAreas(ids: string[], polygons: MultiPolygon[]): Int32Array {
    return finish(this.setAreasSteps(ids, polygons)).areaOf
  }

  /** {@link setAreas} in pieces; until the last of them the areas before hold. */
  *setAreasSteps(ids: string[], polygons: MultiPolygon[]): Steps<AreaAssignment> {
    const assigned = yield* assignToAreasSteps(this.columns.x, this.columns.y, polygons)
    this.areas = polygons
    this.areaIds = ids
    this.areaOf = polygons.length > 0 ? assigned.areaOf : null
    this.#applied.delete('place')
    return { ...assigned, areaOf: assigned.areaOf.slice() }
  }

  counts(selection: Selection): CountsResult {
    const { period, comparison } = this.apply(selection)
    const { columns, flags, grouping, areaOf, hourWeights } = this
    const input = {
      columns,
      failed: flags.failed,
      groupOfType: grouping.groupOfType,
      groups: grouping.groups.length,
      hourWeights,
      bins: this.bins(selection.timeMethod),
      monthOfDay: this.#calendar.monthOfDay,
      firstDay: this.#calendar.firstDay,
      months: this.#calendar.months.length,
      areaOf,
      areas: this.areas.length,
    }
    return {
      ...tally(input),
      costs: this.summary.withCost > 0 ? tallyCosts(input) : null,
      period,
      comparison,
    }
  }

  surface(request: SurfaceRequest, context: JobContext): Promise<SurfaceResult> {
    const spans = this.apply(request.selection)
    return computeSurface(this, request, spans, context)
  }

  points(request: PointsRequest): PointsResult {
    this.apply(request.selection)
    return pointsInView(this, request)
  }

  /** Keys of the rows that pass every filter. */
  rows(selection: Selection): Uint32Array {
    this.apply(selection)
    const { failed } = this.flags
    const rows = new Uint32Array(failed.length)
    let n = 0
    for (let i = 0; i < failed.length; i++)
      if ((failed[i] & EVERY_CLAUSE) === 0) rows[n++] = this.columns.row[i]
    return rows.slice(0, n)
  }

  /** The union of the areas, else what lies within a bandwidth of all incidents, whatever the filters leave. */
  studyArea(bandwidth: number): StudyArea {
    if (this.areas.length > 0) return this.areas.flat()
    this.#hull ??= convexHull(this.columns)
    return { hull: this.#hull, distance: bandwidth }
  }

  bins(method: TimeMethod): TimeBins {
    let bins = this.#bins.get(method)
    if (!bins) {
      bins = createTimeBins(this.columns, method, this.timeZone)
      this.#bins.set(method, bins)
    }
    return bins
  }

  /** Brings the clause flags in line with a selection. */
  apply(selection: Selection): { period: Period | null; comparison: ComparisonSpan } {
    const { span } = this.summary
    const period = selection.period ?? span
    const comparison: ComparisonSpan = period
      ? comparisonSpan(period, selection.comparison, span ?? NO_DAYS)
      : { periods: [], exposureNow: 0, exposureBefore: 0, perDay: false, covered: false, leapDay: false }
    this.#when('kind', selection.kind, () => this.flags.kind(selection.kind))
    this.#when('period', selection.period, () => this.flags.period(selection.period))
    this.#when('comparison', comparison.periods, () => this.flags.comparison(comparison.periods))
    this.#when('types', selection.types, () => this.flags.types(this.#chosenTypes(selection.types)))
    this.#when('hours', [selection.hours, selection.timeMethod], () => {
      this.hourWeights = selection.hours
        ? this.bins(selection.timeMethod).shareIn(hoursInWindow(selection.hours))
        : null
      this.flags.hours(this.hourWeights)
    })
    this.#when('place', selection.place, () => this.flags.place(this.#insidePlace(selection)))
    return { period, comparison }
  }

  #when(clause: string, value: unknown, update: () => void): void {
    const text = JSON.stringify(value)
    if (this.#applied.get(clause) === text) return
    update()
    this.#applied.set(clause, text)
  }

  #chosenTypes(ids: readonly string[]): Uint8Array | null {
    if (ids.length === 0) return null
    const chosen = new Set(ids)
    const { groups, groupOfType } = this.grouping
    return Uint8Array.from(groupOfType, (group) => (chosen.has(groups[group].id) ? 1 : 0))
  }

  #insidePlace({ place }: Selection): Uint8Array | null {
    if (!place) return null
    const inside = new Uint8Array(this.columns.length)
    if (place.kind === 'areas') {
      const chosen = Uint8Array.from(this.areaIds, (id) => (place.ids.includes(id) ? 1 : 0))
      if (this.areaOf) this.areaOf.forEach((area, i) => (inside[i] = area >= 0 ? chosen[area] : 0))
      return inside
    }
    const index = areaIndex([place.polygon])
    const { x, y } = this.columns
    for (let i = 0; i < inside.length; i++) inside[i] = index.find(x[i], y[i]) === 0 ? 1 : 0
    return inside
  }
}

function summarise(columns: IncidentColumns, grouping: TypeGrouping): DatasetSummary {
  const kinds = [0, 0, 0, 0]
  let withCost = 0
  let withPosition = 0
  let withClock = 0
  let withEnd = 0
  let first = Infinity
  let last = -Infinity
  for (let i = 0; i < columns.length; i++) {
    kinds[columns.kind[i]]++
    if (!Number.isNaN(columns.cost[i])) withCost++
    if (!Number.isNaN(columns.x[i])) withPosition++
    if (columns.startHour[i] !== MISSING_HOUR) withClock++
    if (!Number.isNaN(columns.toUtcMs[i])) withEnd++
    const day = columns.day[i]
    if (day === MISSING_DAY) continue
    if (day < first) first = day
    if (day > last) last = day
  }
  const extent = surfaceExtent(columns.x, columns.y)
  return {
    rows: columns.length,
    kinds: byKind((kind) => kinds[KIND_CODES[kind]]),
    withCost,
    layerKinds: [],
    withPosition,
    withClock,
    withEnd,
    span: first <= last ? { from: first, to: last + 1 } : null,
    months: [],
    groups: grouping.groups,
    labelKinds: grouping.labelKinds,
    extent,
    bounds: denseBounds(columns.lon, columns.lat),
    defaultBandwidth: defaultBandwidth(extent),
  }
}
