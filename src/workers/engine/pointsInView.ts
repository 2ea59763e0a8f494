import { INCIDENT_KINDS, KIND_CODES } from '../../domain/incident.ts'
import type { PointsRequest, PointsResult } from '../messages.ts'
import type { AnalysisEngine } from './analysisEngine.ts'
import { CLAUSE } from './clauseFlags.ts'

const BEFORE_KIND = CLAUSE.period | CLAUSE.hours | CLAUSE.place

/**
 * Points that pass the filters within a map view, at most `limit` of them (every k-th where there are more). The chosen
 * kind obeys all filters; other kinds, drawn beside it for context, all but the type filter, which is not about them.
 */
export function pointsInView(engine: AnalysisEngine, request: PointsRequest): PointsResult {
  const { columns, flags, grouping } = engine
  const { lon, lat, kind, type } = columns
  const chosenKind = KIND_CODES[request.selection.kind]
  const shown = INCIDENT_KINDS.map((name) => request.kinds[name])
  const [west, south, east, north] = request.bounds ?? [-180, -90, 180, 90]

  const found: number[] = []
  for (let i = 0; i < columns.length; i++) {
    if (!shown[kind[i]]) continue
    const clauses = kind[i] === chosenKind ? BEFORE_KIND | CLAUSE.types : BEFORE_KIND
    if (flags.failed[i] & clauses) continue
    if (lon[i] >= west && lon[i] <= east && lat[i] >= south && lat[i] <= north) found.push(i)
  }
  const step = Math.max(1, Math.ceil(found.length / request.limit))
  const index = Uint32Array.from({ length: Math.ceil(found.length / step) }, (_, k) => found[k * step])
  const positions = new Float64Array(index.length * 2)
  index.forEach((i, k) => {
    positions[2 * k] = lon[i]
    positions[2 * k + 1] = lat[i]
  })
  return {
    positions,
    group: Uint16Array.from(index, (i) => grouping.groupOfType[type[i]]),
    kind: Uint8Array.from(index, (i) => kind[i]),
    row: Uint32Array.from(index, (i) => columns.row[i]),
    total: found.length,
    limited: step > 1,
  }
}
