import * as v from 'valibot'
import { ZONE_ORIGINS, ZONES } from '../domain/evaluation.ts'
import {
  GOAL_KINDS,
  MEASURE_ACTS_ON,
  MEASURE_CATEGORIES,
  MEASURE_HORIZONS,
  MEASURE_KINDS,
  MEASURE_STATUSES,
} from '../domain/measureKinds.ts'
import { NO_PREVENTION, type Prevention } from '../domain/prevention.ts'
import { LIGHTS, OBSERVATION_CATEGORIES } from '../domain/safetyWalk.ts'
import { ProjectError } from '../project/errors.ts'

const text = v.string()
const number = v.pipe(v.number(), v.finite())
const count = v.pipe(number, v.integer(), v.minValue(0))
const texts = v.array(text)
const lonLat = v.tuple([number, number])
const isoDate = v.pipe(text, v.regex(/^\d{4}-\d{2}-\d{2}$/))
const multiPolygon = v.array(v.array(v.array(v.pipe(v.array(number), v.minLength(2)))))
/** A list whose entries are told apart by their ids: screens hold on to them by these. */
const entries = <Entry extends { id: string }>(entry: v.GenericSchema<unknown, Entry>) =>
  v.pipe(
    v.array(entry),
    v.check((list) => new Set(list.map(({ id }) => id)).size === list.length),
  )

const observation = v.looseObject({
  id: text,
  lon: number,
  lat: number,
  feels: v.picklist(['safe', 'unsafe']),
  category: v.picklist(OBSERVATION_CATEGORIES),
  text,
  photo: v.optional(text),
  responsible: v.optional(text),
  decision: v.optional(
    v.looseObject({ kind: v.picklist(['approved', 'refused']), reason: v.optional(text) }),
  ),
  due: v.optional(isoDate),
  done: v.optional(isoDate),
  confirmed: v.optional(v.boolean()),
})

const walk = v.looseObject({
  id: text,
  title: text,
  date: isoDate,
  startTime: text,
  light: v.picklist(LIGHTS),
  route: v.array(lonLat),
  participants: v.record(text, count),
  organiser: text,
  observations: entries(observation),
})

const geometry = v.variant('type', [
  v.object({ type: v.literal('Point'), coordinates: lonLat, radius: number }),
  v.object({ type: v.literal('LineString'), coordinates: v.array(lonLat), radius: number }),
  v.object({ type: v.literal('Polygon'), coordinates: v.array(v.array(lonLat)) }),
])

const goal = v.looseObject({
  kind: v.picklist(GOAL_KINDS),
  text,
  indicator: v.optional(text),
  baseline: v.optional(number),
  target: v.optional(number),
  achieved: v.optional(number),
  date: v.optional(isoDate),
})

const measure = v.looseObject({
  id: text,
  title: text,
  kind: v.picklist(MEASURE_KINDS),
  actsOn: v.picklist(MEASURE_ACTS_ON),
  category: v.picklist(MEASURE_CATEGORIES),
  causes: texts,
  mechanism: text,
  horizon: v.picklist(MEASURE_HORIZONS),
  responsible: text,
  start: isoDate,
  end: v.optional(isoDate),
  geometry: v.nullable(geometry),
  crimeTypes: texts,
  goals: v.array(goal),
  cost: v.optional(number),
  log: v.array(v.object({ date: isoDate, text })),
  evidence: v.optional(text),
  status: v.picklist(MEASURE_STATUSES),
})

const problem = v.looseObject({
  id: text,
  text,
  crimeTypes: texts,
  period: v.optional(v.looseObject({ from: isoDate, to: isoDate })),
})
const cause = v.looseObject({
  id: text,
  text,
  kind: v.picklist(['proximate', 'distal']),
  problems: v.optional(texts, []),
})
const activity = v.looseObject({
  id: text,
  name: text,
  unit: text,
  measure: v.optional(text),
  months: v.array(v.object({ month: text, count: number })),
})
const period = v.object({ from: number, to: number })
const evaluation = v.object({
  measure: text,
  crimeTypes: v.nullable(texts),
  zones: v.record(
    v.picklist(ZONES),
    v.nullable(
      v.looseObject({ origin: v.picklist(ZONE_ORIGINS), lonLat: multiPolygon, label: v.optional(text) }),
    ),
  ),
  ringMetres: v.nullable(number),
  periods: v.nullable(v.object({ before: v.array(period), after: v.array(period) })),
  runInDays: v.nullable(number),
  chosenForPeak: v.union([v.boolean(), v.literal('unknown')]),
})

const prevention = v.object({
  walks: v.optional(entries(walk), []),
  problems: v.optional(entries(problem), []),
  causes: v.optional(entries(cause), []),
  measures: v.optional(entries(measure), []),
  activity: v.optional(entries(activity), []),
  evaluations: v.optional(v.array(evaluation), []),
  processNotes: v.optional(v.record(text, text), {}),
})

/**
 * Holds a project's prevention work to what the rest of the product takes for granted; parts that an older project lacks are empty.
 * @throws ProjectError `unsound`
 */
export function readPrevention(value: unknown): Prevention {
  const parsed = v.safeParse(prevention, value)
  if (!parsed.success)
    throw new ProjectError('unsound', { part: `prevention.${v.getDotPath(parsed.issues[0]) ?? ''}` })
  return { ...NO_PREVENTION, ...(parsed.output as unknown as Prevention) }
}
