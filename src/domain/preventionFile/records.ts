import type { ActivitySeries, Cause, Measure, MeasureGeometry, Problem } from '../measure.ts'
import type { Prevention } from '../prevention.ts'
import type { SafetyWalk, WalkObservation } from '../safetyWalk.ts'
import type { FieldValue, FileRecord, FileRecords, FileSubject } from './tables.ts'

/** What a file of a subject carries of the prevention work; how effects are judged stays in the project. */
export type FileContent = Pick<Prevention, 'walks' | 'problems' | 'causes' | 'measures' | 'activity'>

export const NO_CONTENT: FileContent = { walks: [], problems: [], causes: [], measures: [], activity: [] }

type Loose = Readonly<Record<string, FieldValue | undefined>>

/** Without what is absent. */
function record(of: Loose): FileRecord {
  const entries = Object.entries(of).filter((entry) => entry[1] !== undefined)
  return Object.fromEntries(entries) as FileRecord
}

/** The work of a subject as flat records: no lists within lists, many-to-many by stable ids. */
export function recordsOf(content: FileContent, subject: FileSubject): FileRecords {
  return subject === 'walks' ? walkRecords(content.walks) : measureRecords(content)
}

function walkRecords(walks: readonly SafetyWalk[]): FileRecords {
  return {
    walks: walks.map(({ id, title, date, startTime, light, organiser }) =>
      record({ id, title, date, startTime, light, organiser }),
    ),
    observations: walks.flatMap((walk) =>
      walk.observations.map(({ decision, ...rest }) =>
        record({ walk: walk.id, ...rest, decision: decision?.kind, reason: decision?.reason }),
      ),
    ),
    participants: walks.flatMap((walk) =>
      Object.entries(walk.participants).map(([role, count]) => record({ walk: walk.id, role, count })),
    ),
    routes: walks.flatMap((walk) => walk.route.map(([lon, lat]) => record({ walk: walk.id, lon, lat }))),
  }
}

function measureRecords({ measures, causes, problems, activity }: FileContent): FileRecords {
  return {
    measures: measures.map(({ id, geometry, goals: _, log: __, causes: ___, ...rest }) =>
      record({
        id,
        ...rest,
        shape: geometry?.type,
        radius: geometry && geometry.type !== 'Polygon' ? geometry.radius : undefined,
      }),
    ),
    causes: causes.map(({ id, text, kind }) => record({ id, text, kind })),
    problems: problems.map(({ id, text, crimeTypes, period }) =>
      record({ id, text, crimeTypes, from: period?.from, to: period?.to }),
    ),
    goals: measures.flatMap((measure) =>
      measure.goals.map((goal) => record({ measure: measure.id, ...goal })),
    ),
    log: measures.flatMap((measure) => measure.log.map((entry) => record({ measure: measure.id, ...entry }))),
    measureCauses: measures.flatMap(({ id, causes: aimedAt }) =>
      aimedAt.map((cause) => record({ measure: id, cause })),
    ),
    causeProblems: causes.flatMap(({ id, problems: of }) =>
      of.map((problem) => record({ cause: id, problem })),
    ),
    geometries: measures.flatMap(({ id, geometry }) =>
      cornersOf(geometry).map(([ring, lon, lat]) => record({ measure: id, ring, lon, lat })),
    ),
    activity: activity.map(({ id, name, unit, measure }) => record({ id, name, unit, measure })),
    activityMonths: activity.flatMap(({ id, months }) =>
      months.map(({ month, count }) => record({ series: id, month, count })),
    ),
  }
}

/** Ring (from 1), longitude and latitude of every corner, in order. */
function cornersOf(geometry: MeasureGeometry | null): [number, number, number][] {
  if (!geometry) return []
  const rings =
    geometry.type === 'Polygon'
      ? geometry.coordinates
      : [geometry.type === 'Point' ? [geometry.coordinates] : geometry.coordinates]
  return rings.flatMap((ring, k) => ring.map(([lon, lat]): [number, number, number] => [k + 1, lon, lat]))
}

/** The work that flat records describe; what they name and do not hold is left out, which the reader has said before. */
export function contentOf(records: FileRecords): FileContent {
  const routes = grouped(records.routes, 'walk')
  const participants = grouped(records.participants, 'walk')
  const observations = grouped(records.observations, 'walk')
  const goals = grouped(records.goals, 'measure')
  const log = grouped(records.log, 'measure')
  const measureCauses = grouped(records.measureCauses, 'measure')
  const causeProblems = grouped(records.causeProblems, 'cause')
  const corners = grouped(records.geometries, 'measure')
  const months = grouped(records.activityMonths, 'series')
  return {
    walks: (records.walks ?? []).map((walk) => ({
      ...(walk as unknown as Omit<SafetyWalk, 'route' | 'participants' | 'observations'>),
      route: routes(walk.id).map(({ lon, lat }): [number, number] => [lon as number, lat as number]),
      participants: Object.fromEntries(
        participants(walk.id).map(({ role, count }) => [role as string, count as number]),
      ),
      observations: observations(walk.id).map(observationOf),
    })),
    causes: (records.causes ?? []).map((cause) => ({
      ...(cause as unknown as Omit<Cause, 'problems'>),
      problems: causeProblems(cause.id).map(({ problem }) => problem as string),
    })),
    problems: (records.problems ?? []).map(({ from, to, ...rest }) => ({
      ...(rest as unknown as Problem),
      ...(from !== undefined && to !== undefined && { period: { from: from as string, to: to as string } }),
    })),
    measures: (records.measures ?? []).map(({ shape, radius, ...rest }) => ({
      ...(rest as unknown as Measure),
      causes: measureCauses(rest.id).map(({ cause }) => cause as string),
      goals: goals(rest.id).map((goal) => without(goal, 'measure') as unknown as Measure['goals'][number]),
      log: log(rest.id).map((entry) => without(entry, 'measure') as unknown as Measure['log'][number]),
      geometry: geometryOf(shape as MeasureGeometry['type'] | undefined, radius as number, corners(rest.id)),
    })),
    activity: (records.activity ?? []).map((series) => ({
      ...(series as unknown as Omit<ActivitySeries, 'months'>),
      months: months(series.id).map(({ month, count }) => ({
        month: month as string,
        count: count as number,
      })),
    })),
  }
}

function observationOf({ walk: _, decision, reason, ...rest }: FileRecord): WalkObservation {
  return {
    ...(rest as unknown as WalkObservation),
    ...(decision !== undefined && {
      decision: {
        kind: decision as 'approved' | 'refused',
        ...(reason !== undefined && { reason: reason as string }),
      },
    }),
  }
}

/** Metres round a point or a line whose width no one has given. */
export const DEFAULT_RADIUS = 100

function geometryOf(
  type: MeasureGeometry['type'] | undefined,
  radius: number | undefined,
  corners: readonly FileRecord[],
): MeasureGeometry | null {
  if (type === undefined || corners.length === 0) return null
  const place = ({ lon, lat }: FileRecord): [number, number] => [lon as number, lat as number]
  const wide = radius ?? DEFAULT_RADIUS
  if (type === 'Point') return { type, coordinates: place(corners[0]!), radius: wide }
  if (type === 'LineString') return { type, coordinates: corners.map(place), radius: wide }
  const rings = new Map<FieldValue, [number, number][]>()
  for (const corner of corners) {
    const ring = rings.get(corner.ring!) ?? []
    rings.set(corner.ring!, ring)
    ring.push(place(corner))
  }
  return { type, coordinates: [...rings.values()] }
}

function without(of: FileRecord, key: string): FileRecord {
  return Object.fromEntries(Object.entries(of).filter(([name]) => name !== key))
}

/** The records that name a parent, in order. */
function grouped(
  records: readonly FileRecord[] = [],
  by: string,
): (parent: FieldValue | undefined) => FileRecord[] {
  const groups = new Map<FieldValue | undefined, FileRecord[]>()
  for (const one of records) {
    const group = groups.get(one[by])
    if (group) group.push(one)
    else groups.set(one[by], [one])
  }
  return (parent) => groups.get(parent) ?? []
}
