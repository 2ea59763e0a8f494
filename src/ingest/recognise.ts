import { CRIME_TYPES_MARK, looksLikeTypeMapping } from '../domain/crimeTypesFile.ts'
import { detectEncoding } from './encoding.ts'
import { readBytes } from './files.ts'
import { mainShape, noShapes, type FeatureLayer } from './formats/featureFormat.ts'
import { featureFormatOf } from './formats/featureFormats.ts'
import { glanceAtGeoJson } from './formats/geojson.ts'
import { subjectOfFile, subjectOfZip } from './prevention/subjectOfFile.ts'
import type { SourceFile, SourceFormat } from './source.ts'
import { unwrap } from './unwrap.ts'

/** What a file is for, by its content. */
export type Recognised =
  /** A table, or a layer of points. */
  | { kind: 'incidents' }
  /** A layer of polygons. */
  | { kind: 'areas' }
  /** A layer of lines. */
  | { kind: 'routes' }
  /** Safety walks or what was observed on them. */
  | { kind: 'walks' }
  /** Measures, with causes, problems and goals. */
  | { kind: 'measures' }
  /** A file that this product wrote: JSON that begins with `{"lagesbild": "crime-types", …`, or its bare taxonomy of older days. */
  | { kind: 'own'; what: string }

const HEAD_BYTES = 1024

/**
 * What a file is for. Its ending and the type that the system gives it play no part.
 * @throws IngestError where nothing can be done with it
 */
export async function recognise(file: SourceFile): Promise<Recognised> {
  const what = ownKind(await readBytes(file, 0, HEAD_BYTES))
  if (what === 'walks' || what === 'measures') return { kind: what }
  if (what !== null) return { kind: 'own', what }
  const zipped = await subjectOfZip(file)
  if (zipped) return { kind: zipped }
  const inner = await unwrap(file)
  const subject = await subjectOfFile(inner.file, inner.format)
  if (subject) return { kind: subject }
  const layers = await glance(inner.file, inner.format)
  if (!layers) return { kind: 'incidents' }
  const shapes = layers.map(mainShape)
  // The waypoints of a GPX file belong to its track.
  if (inner.format === 'gpx' && shapes.includes('line')) return { kind: 'routes' }
  if (shapes.includes('point')) return { kind: 'incidents' }
  if (shapes.includes('polygon')) return { kind: 'areas' }
  return shapes.includes('line') ? { kind: 'routes' } : { kind: 'incidents' }
}

/** The shapes of the layers, from the beginning of a large text; null where the format is a plain table. */
async function glance(
  file: SourceFile,
  format: SourceFormat,
): Promise<Pick<FeatureLayer, 'shapes'>[] | null> {
  const reader = featureFormatOf(format)
  if (!reader) return null
  if (format === 'geojson') {
    const shapes = await glanceAtGeoJson(file)
    if (mainShape({ shapes })) return [{ shapes }]
  }
  const layers = await reader.layers(file)
  return layers.length === 0 ? [{ shapes: noShapes() }] : layers
}

function ownKind(head: Uint8Array): string | null {
  if (!detectEncoding(head, false)) return null
  const text = new TextDecoder().decode(head)
  if (looksLikeTypeMapping(text)) return CRIME_TYPES_MARK
  return /^\ufeff?\s*\{\s*"lagesbild"\s*:\s*"([\w-]+)"/.exec(text)?.[1] ?? null
}
