import { WGS84 } from '../crs.ts'
import { ChunkDecoder, detectEncoding } from '../encoding.ts'
import { IngestError } from '../errors.ts'
import { readBytes } from '../files.ts'
import type { SourceFile } from '../source.ts'
import { cellText } from './cellText.ts'
import { crsOfName } from './declaredCrs.ts'
import { noShapes, type FeatureFormat, type Shape } from './featureFormat.ts'
import { FieldList } from './fieldList.ts'
import { firstPosition, shapeOf, soundGeometry } from './geometry.ts'
import { JsonFeatureSplitter, type JsonPart } from './jsonFeatures.ts'

const CHUNK_BYTES = 1 << 20

/** A feature's own number or code, where it stands beside the properties. */
const ID = 'id'

/**
 * GeoJSON (RFC 7946), also newline-delimited or as a text sequence, and with the `crs` member of its 2008 draft. Read feature by
 * feature: no text longer than one of them is ever made.
 */
export const geojson: FeatureFormat = {
  async layers(file) {
    const fields = new FieldList()
    const shapes = noShapes()
    let features = 0
    let inDegrees = true
    const documents = readFeatures(file, () => undefined)
    let next = await documents.next()
    for (; !next.done; next = await documents.next())
      for (const { id, properties, geometry } of next.value.features) {
        features++
        shapes[shapeOf(geometry)]++
        for (const name of Object.keys(properties)) fields.add(name)
        if (id !== undefined) fields.add(ID)
        const corner = firstPosition(geometry)
        if (corner) inDegrees &&= isDegrees(corner)
      }
    const { crsName } = next.value
    const crs = crsName === null ? (inDegrees ? WGS84 : null) : crsOfName(crsName)
    return [{ name: null, fields: fields.names, features, shapes, crs }]
  },

  async *read(file, { fields }, onBytes) {
    const places = new FieldList(fields)
    const documents = readFeatures(file, onBytes)
    let next = await documents.next()
    for (; !next.done; next = await documents.next()) {
      const { features, bytesRead } = next.value
      const rows = features.map(({ id, properties }) => {
        const cells = new Array<string>(fields.length).fill('')
        const put = (name: string, value: unknown) => {
          const place = places.placeOf(name)
          if (place !== undefined) cells[place] = cellText(value)
        }
        if (id !== undefined) put(ID, id)
        for (const [name, value] of Object.entries(properties)) put(name, value)
        return cells
      })
      yield { rows, geometries: features.map(({ geometry }) => geometry), bytesRead }
    }
    return { replacedCharacters: next.value.replaced, switchedEncoding: next.value.switchedTo }
  },
}

/** The shapes of the features that are whole in the first megabyte. */
export async function glanceAtGeoJson(file: SourceFile): Promise<Record<Shape, number>> {
  const shapes = noShapes()
  const next = await readFeatures(file, () => undefined).next()
  if (!next.done) for (const { geometry } of next.value.features) shapes[shapeOf(geometry)]++
  return shapes
}

/** The properties of the features that are whole in the first megabyte. */
export async function glanceAtProperties(file: SourceFile): Promise<Record<string, unknown>[]> {
  const next = await readFeatures(file, () => undefined).next()
  return next.done ? [] : next.value.features.map(({ properties }) => properties)
}

interface RawFeature {
  id: string | number | undefined
  properties: Record<string, unknown>
  geometry: GeoJSON.Geometry | null
}

interface RawBatch {
  features: RawFeature[]
  bytesRead: number
}

interface RawEnd {
  /** Name in the `crs` member; null where there is none. */
  crsName: string | null
  replaced: number
  switchedTo: string | null
}

async function* readFeatures(
  file: SourceFile,
  onBytes: (bytes: Uint8Array) => void,
): AsyncGenerator<RawBatch, RawEnd> {
  const splitter = new JsonFeatureSplitter()
  let decoder: ChunkDecoder | null = null
  let crsName: string | null = null
  let documents = 0
  let pending = readBytes(file, 0, CHUNK_BYTES)
  for (let at = 0; at < file.size || at === 0; at += CHUNK_BYTES) {
    const bytes = await pending
    const end = at + bytes.length
    const last = end >= file.size
    if (!last) pending = readBytes(file, end, CHUNK_BYTES)
    onBytes(bytes)
    if (!decoder) {
      const encoding = detectEncoding(bytes, last)
      if (!encoding) throw broken('no text')
      decoder = new ChunkDecoder(encoding)
    }
    const features: RawFeature[] = []
    for (const part of split(splitter, decoder.decode(bytes, last))) {
      const value = parse(part.text)
      if (part.kind === 'feature') features.push(featureOf(value))
      else {
        documents++
        const { type } = value
        if (type === 'FeatureCollection') crsName ??= crsMember(value)
        else if (type === 'Feature') features.push(featureOf(value))
        else {
          const geometry = soundGeometry(value)
          if (!geometry) throw new IngestError('unsupported', { looksLike: 'json' })
          features.push({ id: undefined, properties: {}, geometry })
        }
      }
    }
    yield { features, bytesRead: end }
  }
  if (!splitter.atRest || documents === 0) throw broken('incomplete')
  return { crsName, replaced: decoder?.replaced ?? 0, switchedTo: decoder?.switchedTo ?? null }
}

function split(splitter: JsonFeatureSplitter, text: string): JsonPart[] {
  try {
    return splitter.push(text)
  } catch (error) {
    throw broken((error as Error).message)
  }
}

function parse(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value === 'object' && value !== null) return value as Record<string, unknown>
  } catch (error) {
    throw broken((error as Error).message)
  }
  throw broken('no object')
}

function featureOf(value: Record<string, unknown>): RawFeature {
  const { id, properties, geometry } = value
  return {
    id: typeof id === 'string' || typeof id === 'number' ? id : undefined,
    properties:
      typeof properties === 'object' && properties !== null ? (properties as Record<string, unknown>) : {},
    geometry: soundGeometry(geometry),
  }
}

/** `"crs": {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::3006"}}` (GeoJSON 2008, 3). */
function crsMember({ crs }: Record<string, unknown>): string | null {
  const name = (crs as { properties?: { name?: unknown } } | null | undefined)?.properties?.name
  return typeof name === 'string' ? name : null
}

function isDegrees([x, y]: GeoJSON.Position): boolean {
  return Math.abs(x!) <= 180 && Math.abs(y!) <= 90
}

function broken(detail: string): IngestError {
  return new IngestError('brokenFile', { format: 'geojson', detail })
}
