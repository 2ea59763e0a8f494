import * as v from 'valibot'
import { ZONES } from '../domain/evaluation.ts'
import { NO_PREVENTION, type Prevention } from '../domain/prevention.ts'
import { ProjectError } from '../project/errors.ts'

const text = v.string()
const number = v.pipe(v.number(), v.finite())
const count = v.pipe(number, v.integer(), v.minValue(0))
const texts = v.array(text)
const lonLat = v.tuple([number, number])
const isoDate = v.pipe(text, v.regex(/^\d{4}-\d{2}-\d{2}$/))
const multiPolygon = v.array(v.array(v.array(v.pipe(v.array(number), v.minLength(2)))))

const observation = v.looseObject({
  id: text,
  lon: number,
  lat: number,
  feels: v.picklist(['safe', 'unsafe']),
  category: text,
  text,
})

const walk = v.looseObject({
  id: text,
  title: text,
  date: isoDate,
  startTime: text,
  light: v.picklist(['daylight', 'dusk', 'dark']),
  route: v.array(lonLat),
  participants: v.record(text, count),
  organiser: text,
  observations: v.array(observation),
})

const geometry = v.variant('type', [
  v.object({ type: v.literal('Point'), coordinates: lonLat, radius: number }),
  v.object({ type: v.literal('LineString'), coordinates: v.array(lonLat), radius: number }),
  v.object({ type: v.literal('Polygon'), coordinates: v.array(v.array(lonLat)) }),
])

const measure = v.looseObject({
  id: text,
  title: text,
  kind: v.picklist(['situational', 'social']),
  actsOn: v.picklist(['situation', 'victim', 'offender']),
  category: text,
  causes: texts,
  mechanism: text,
  horizon: v.picklist(['short', 'long']),
  responsible: text,
  start: isoDate,
  end: v.optional(isoDate),
  geometry: v.nullable(geometry),
  crimeTypes: texts,
  goals: v.array(v.looseObject({ kind: v.picklist(['outcome', 'process', 'output']), text })),
  cost: v.optional(number),
  log: v.array(v.object({ date: isoDate, text })),
  status: v.picklist(['planned', 'ongoing', 'done', 'cancelled']),
})

const problem = v.looseObject({ id: text, text, crimeTypes: texts })
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
  months: v.array(v.object({ month: text, count: number })),
})
const period = v.object({ from: number, to: number })
const evaluation = v.object({
  measure: text,
  crimeTypes: v.nullable(texts),
  zones: v.record(
    v.picklist(ZONES),
    v.nullable(v.looseObject({ origin: text, lonLat: multiPolygon, label: v.optional(text) })),
  ),
  ringMetres: v.nullable(number),
  periods: v.nullable(v.object({ before: v.array(period), after: v.array(period) })),
  runInDays: v.nullable(number),
  chosenForPeak: v.union([v.boolean(), v.literal('unknown')]),
})

const prevention = v.object({
  walks: v.optional(v.array(walk), []),
  problems: v.optional(v.array(problem), []),
  causes: v.optional(v.array(cause), []),
  measures: v.optional(v.array(measure), []),
  activity: v.optional(v.array(activity), []),
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
