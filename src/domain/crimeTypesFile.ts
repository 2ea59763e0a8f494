import * as v from 'valibot'
import { parseCodes } from './crimeCodes.ts'
import type { CrimeTypes, TypeRule } from './crimeTypes.ts'
import { parseIsoDate } from './period.ts'
import type { Taxonomy } from './taxonomy.ts'
import { labelKey } from './typeClassifier.ts'

/** What marks a file of crime types, and its version. A bare taxonomy, as older files were, counts as version 0. */
export const CRIME_TYPES_MARK = 'crime-types'
export const CRIME_TYPES_VERSION = 1

/** Crime types as they are written; plain JSON. */
export interface CrimeTypesFile extends CrimeTypes {
  lagesbild: typeof CRIME_TYPES_MARK
  version: typeof CRIME_TYPES_VERSION
}

const MOST_BYTES = 8_000_000

export interface CrimeTypesFaults {
  tooLarge: { bytes: number; most: number }
  notJson: Record<never, never>
  notCrimeTypes: Record<never, never>
  newerVersion: { version: number; known: number }
  /** `path` as in `taxonomy.categories[2].types[0].class`; `value` shortened. */
  badValue: { path: string; value: string }
  /** A key by which an object's very nature could be changed. */
  forbiddenKey: { path: string }
  twice: { path: string; value: string }
  unknownType: { path: string; value: string }
}

export class CrimeTypesError extends Error {
  constructor(
    readonly fault: {
      [Code in keyof CrimeTypesFaults]: { code: Code; data: CrimeTypesFaults[Code] }
    }[keyof CrimeTypesFaults],
  ) {
    super(fault.code)
    this.name = 'CrimeTypesError'
  }
}

const text = v.pipe(v.string(), v.maxLength(500))
const id = v.pipe(v.string(), v.nonEmpty(), v.maxLength(200))
const name = v.object({
  sv: v.pipe(
    text,
    v.check((one) => labelKey(one) !== ''),
  ),
  en: text,
})
const isoDay = v.pipe(
  v.string(),
  v.check((one) => Number.isFinite(parseIsoDate(one))),
)
const typeId = v.nullable(id)

const taxonomy = v.object({
  version: v.optional(text, ''),
  categories: v.pipe(
    v.array(
      v.object({
        id,
        name,
        colour: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(7)),
        types: v.pipe(
          v.array(
            v.object({
              id,
              name,
              class: v.picklist(['interaction', 'noInteraction', 'proactive']),
              sensitive: v.optional(v.boolean()),
              aliases: v.optional(v.pipe(v.array(text), v.maxLength(5_000))),
            }),
          ),
          v.maxLength(5_000),
        ),
      }),
    ),
    v.minLength(1),
    v.maxLength(200),
  ),
})

const rule = v.union([
  v.object({
    label: v.pipe(
      text,
      v.check((one) => labelKey(one) !== ''),
    ),
    type: typeId,
  }),
  v.object({
    codes: v.pipe(
      text,
      v.check((one) => parseCodes(one) !== null),
    ),
    type: typeId,
  }),
])

const file = v.object({
  taxonomy,
  mapping: v.optional(v.pipe(v.array(rule), v.maxLength(70_000)), []),
  codeList: v.optional(
    v.nullable(v.object({ name: text, version: text, validFrom: v.nullish(isoDay, null) })),
    null,
  ),
  breaks: v.optional(
    v.pipe(
      v.array(
        v.object({
          id: v.optional(id),
          date: isoDay,
          kind: v.optional(v.picklist(['category', 'reporting']), 'category'),
          types: v.union([v.literal('all'), v.pipe(v.array(id), v.minLength(1), v.maxLength(5_000))]),
          from: v.optional(text, ''),
          to: v.optional(text, ''),
          note: v.optional(text, ''),
        }),
      ),
      v.maxLength(1_000),
    ),
    [],
  ),
})

/** Whether the beginning of a file says that it holds crime types: the mark, or the bare taxonomy of older files. */
export function looksLikeTypeMapping(head: string): boolean {
  const json = head.replace(/^\ufeff/, '').trimStart()
  if (!json.startsWith('{')) return false
  return (
    /^\{[^{}[\]]*"lagesbild"\s*:\s*"crime-types"/.test(json) ||
    /^\{\s*("version"\s*:\s*"[^"]*"\s*,\s*)?"categories"\s*:\s*\[\s*\{/.test(json)
  )
}

/** Refuses a file before it is read as a whole. @throws CrimeTypesError */
export function refuseLarge(bytes: number): void {
  if (bytes > MOST_BYTES) throw new CrimeTypesError({ code: 'tooLarge', data: { bytes, most: MOST_BYTES } })
}

/** The text of a file. @throws CrimeTypesError */
export function parseCrimeTypes(json: string): CrimeTypes {
  refuseLarge(json.length)
  let value: unknown
  try {
    value = JSON.parse(json.replace(/^\ufeff/, ''))
  } catch {
    throw new CrimeTypesError({ code: 'notJson', data: {} })
  }
  return readCrimeTypes(value)
}

/** A value as it was written by {@link writeCrimeTypes}, of this version or an older one. @throws CrimeTypesError */
export function readCrimeTypes(value: unknown): CrimeTypes {
  refuseForbiddenKeys(value, '', 0)
  const read = v.safeParse(file, current(value), { abortEarly: true })
  if (!read.success) {
    const [issue] = read.issues
    const path = v.getDotPath(issue) ?? ''
    throw new CrimeTypesError({ code: 'badValue', data: { path, value: shown(issue.input) } })
  }
  const { codeList, breaks, ...rest } = read.output
  const found: CrimeTypes = {
    ...rest,
    mapping: rest.mapping,
    codeList,
    breaks: breaks.map((one, i) => ({ ...one, id: one.id ?? `b${i + 1}` })),
  }
  expectSound(found)
  return found
}

export function writeCrimeTypes(types: CrimeTypes): CrimeTypesFile {
  return { lagesbild: CRIME_TYPES_MARK, version: CRIME_TYPES_VERSION, ...types }
}

/** Brings what an older version wrote into the present form. */
function current(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new CrimeTypesError({ code: 'notCrimeTypes', data: {} })
  const { lagesbild, version, categories } = value as Record<string, unknown>
  if (lagesbild === undefined && Array.isArray(categories)) return { taxonomy: value }
  if (lagesbild !== CRIME_TYPES_MARK || typeof version !== 'number')
    throw new CrimeTypesError({ code: 'notCrimeTypes', data: {} })
  if (version > CRIME_TYPES_VERSION)
    throw new CrimeTypesError({ code: 'newerVersion', data: { version, known: CRIME_TYPES_VERSION } })
  return value
}

/** Deeper than any file of ours. */
const DEEPEST = 12

function refuseForbiddenKeys(value: unknown, path: string, depth: number): void {
  if (typeof value !== 'object' || value === null) return
  if (depth > DEEPEST) throw new CrimeTypesError({ code: 'notCrimeTypes', data: {} })
  for (const key of Object.keys(value)) {
    const at = path ? `${path}.${key}` : key
    if (key === '__proto__' || key === 'constructor' || key === 'prototype')
      throw new CrimeTypesError({ code: 'forbiddenKey', data: { path: at } })
    refuseForbiddenKeys((value as Record<string, unknown>)[key], at, depth + 1)
  }
}

/** Every id once, and nothing that points at a type that is not there. */
function expectSound({ taxonomy, mapping, breaks }: CrimeTypes): void {
  const known = idsOf(taxonomy)
  const points = (type: string, path: string) => {
    if (!known.has(type))
      throw new CrimeTypesError({ code: 'unknownType', data: { path, value: shown(type) } })
  }
  mapping.forEach((one: TypeRule, i) => one.type !== null && points(one.type, `mapping[${i}].type`))
  breaks.forEach(
    (one, i) => one.types !== 'all' && one.types.forEach((type) => points(type, `breaks[${i}].types`)),
  )
  once(
    breaks.map((one) => one.id),
    'breaks',
  )
}

function idsOf({ categories }: Taxonomy): Set<string> {
  once(
    categories.map((category) => category.id),
    'taxonomy.categories',
  )
  return once(
    categories.flatMap(({ types }) => types.map((type) => type.id)),
    'taxonomy.categories.types',
  )
}

function once(ids: readonly string[], path: string): Set<string> {
  const seen = new Set<string>()
  for (const one of ids) {
    if (seen.has(one)) throw new CrimeTypesError({ code: 'twice', data: { path, value: shown(one) } })
    seen.add(one)
  }
  return seen
}

function shown(value: unknown): string {
  const written = typeof value === 'string' ? value : (JSON.stringify(value) ?? '–')
  return written.length > 60 ? `${written.slice(0, 60)}…` : written
}
