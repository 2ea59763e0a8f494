import type { Bytes } from './bytes.ts'
import { COLUMN_TYPES, columnBytes, columnType, fillColumn, type ColumnType, type Values } from './columns.ts'
import { ProjectError } from './errors.ts'

/**
 * Typed arrays within a document stand in entries of their own, where they take as many bytes as they have; in the JSON a
 * reference is in their place. No other object of a document has this key.
 */
const KEY = 'typedArray'

interface ArrayReference {
  [KEY]: { type: ColumnType; length: number; entry: string }
}

const MAKERS: Record<ColumnType, (length: number) => Values> = {
  float64: (length) => new Float64Array(length),
  int32: (length) => new Int32Array(length),
  uint32: (length) => new Uint32Array(length),
  uint16: (length) => new Uint16Array(length),
  uint8: (length) => new Uint8Array(length),
}

/** A copy of plain data with each typed array put away by `store`, which gives the name of its entry. */
export async function detachArrays(
  value: unknown,
  store: (planes: Bytes) => Promise<string>,
): Promise<unknown> {
  if (isValues(value)) {
    const type = columnType(value)
    const entry = await store(columnBytes(value))
    return { [KEY]: { type, length: value.length, entry } } satisfies ArrayReference
  }
  if (Array.isArray(value)) {
    const items: unknown[] = []
    for (const item of value) items.push(await detachArrays(item, store))
    return items
  }
  if (typeof value !== 'object' || value === null) return value
  const copy: Record<string, unknown> = {}
  for (const [key, item] of Object.entries(value)) copy[key] = await detachArrays(item, store)
  return copy
}

/** The data again with its typed arrays, fetched by the names of their entries. @throws ProjectError `unsound`, `tooLarge` */
export async function attachArrays(
  value: unknown,
  fetch: (entry: string) => Promise<Bytes>,
): Promise<unknown> {
  if (isReference(value)) {
    const { type, length, entry } = value[KEY]
    const planes = await fetch(entry)
    // Room is made for what came, not for what is claimed.
    if (length > planes.length) throw new ProjectError('unsound', { part: entry })
    const values = MAKERS[type](length)
    fillColumn(values, planes, entry)
    return values
  }
  if (Array.isArray(value)) {
    for (let i = 0; i < value.length; i++) value[i] = await attachArrays(value[i], fetch)
    return value
  }
  if (typeof value !== 'object' || value === null) return value
  const copy = value as Record<string, unknown>
  for (const key of Object.keys(copy)) copy[key] = await attachArrays(copy[key], fetch)
  return copy
}

function isValues(value: unknown): value is Values {
  if (!ArrayBuffer.isView(value)) return false
  if (
    value instanceof Float64Array ||
    value instanceof Int32Array ||
    value instanceof Uint32Array ||
    value instanceof Uint16Array ||
    value instanceof Uint8Array
  )
    return true
  throw new Error(`A document holds a ${value.constructor.name}, which the format does not know`)
}

function isReference(value: unknown): value is ArrayReference {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, KEY)) return false
  const { type, length, entry } = ((value as ArrayReference)[KEY] ?? {}) as Record<string, unknown>
  const sound =
    COLUMN_TYPES.includes(type as ColumnType) &&
    Number.isSafeInteger(length) &&
    (length as number) >= 0 &&
    typeof entry === 'string'
  if (!sound) throw new ProjectError('unsound', { part: KEY })
  return true
}
