import { IngestError } from '../errors.ts'
import { readBytes } from '../files.ts'
import type { Crs } from '../crs.ts'
import { readDbf, type DbfTable } from './dbf.ts'
import { crsOfWkt } from './declaredCrs.ts'
import { noShapes, type FeatureFormat } from './featureFormat.ts'
import { shapeOf, soundGeometry } from './geometry.ts'
import { zipEntries, type ZipEntry } from './zipEntries.ts'

const BATCH_ROWS = 20_000
/** Bytes of a .shp that is held in memory with what becomes of it. */
const MOST_BYTES = 1024 ** 3
const HEADER_BYTES = 100
/** Multipatches have no counterpart in GeoJSON. */
const MULTIPATCH = 31

/** Shapefiles in a zip, each a layer (ESRI Shapefile Technical Description, 1998). */
export const shapefile: FeatureFormat = {
  async layers(file) {
    const sets = partsByLayer(await zipEntries(file))
    const layers = []
    for (const [name, parts] of sets) {
      const { dbf, geometries, crs } = await readSet(name, parts)
      const shapes = noShapes()
      for (const geometry of geometries) shapes[shapeOf(geometry)]++
      layers.push({ name, fields: fieldNames(dbf), features: kept(dbf).length, shapes, crs })
    }
    return layers
  },

  async *read(file, { name, fields }, onBytes) {
    onBytes(await readBytes(file, 0, file.size))
    const sets = partsByLayer(await zipEntries(file))
    const parts = sets.get(name ?? '')
    if (!parts) throw new IngestError('noSuchSheet', { sheet: name ?? '', sheets: [...sets.keys()] })
    const { dbf, geometries } = await readSet(name!, parts)
    const places = fields.map((field) => fieldNames(dbf).indexOf(field))
    const records = kept(dbf)
    for (let at = 0; at < records.length; at += BATCH_ROWS) {
      const part = records.slice(at, at + BATCH_ROWS)
      const rows = part.map((i) => {
        const cells = dbf.record(i)!
        return places.map((place) => cells[place] ?? '')
      })
      const share = (at + part.length) / records.length
      const own = part.map((i) => geometries[i] ?? null)
      yield { rows, geometries: own, bytesRead: Math.round(file.size * share) }
    }
    return { replacedCharacters: 0, switchedEncoding: null }
  },
}

type Part = 'shp' | 'shx' | 'dbf' | 'prj' | 'cpg'
type Parts = Partial<Record<Part, ZipEntry>>

/** The files of an archive that belong together, by their name without ending and folder. */
function partsByLayer(entries: readonly ZipEntry[]): Map<string, Parts> {
  const byPath = new Map<string, Parts>()
  for (const entry of entries) {
    const [, path, ending] = /^(.*)\.(shp|shx|dbf|prj|cpg)$/i.exec(entry.name) ?? []
    if (path === undefined) continue
    const key = path.toLowerCase()
    const parts = byPath.get(key) ?? {}
    parts[ending!.toLowerCase() as Part] = entry
    byPath.set(key, parts)
  }
  const layers = new Map<string, Parts>()
  for (const parts of byPath.values()) {
    if (!parts.shp) continue
    const base = parts.shp.name.replace(/^.*\//, '').replace(/\.shp$/i, '')
    let name = base
    for (let k = 2; layers.has(name); k++) name = `${base} (${k})`
    layers.set(name, parts)
  }
  return layers
}

interface ShapefileSet {
  dbf: DbfTable
  geometries: (GeoJSON.Geometry | null)[]
  crs: Crs | null
}

async function readSet(layer: string, parts: Parts): Promise<ShapefileSet> {
  if (!parts.dbf) throw new IngestError('missingPart', { layer, part: 'dbf' })
  const shp = await bytesOf(parts.shp!)
  const cpg = parts.cpg ? new TextDecoder().decode(await bytesOf(parts.cpg)) : null
  const prj = parts.prj ? new TextDecoder().decode(await bytesOf(parts.prj)) : null
  try {
    const dbf = readDbf(await bytesOf(parts.dbf), cpg)
    const geometries = await readShapes(shp)
    if (geometries.length !== dbf.records)
      throw new RangeError(`${geometries.length} shapes, ${dbf.records} records`)
    return { dbf, geometries, crs: prj === null ? null : crsOfWkt(prj) }
  } catch (error) {
    if (error instanceof IngestError) throw error
    throw new IngestError('brokenFile', { format: 'shapefile', detail: (error as Error).message })
  }
}

async function bytesOf(entry: ZipEntry): Promise<Uint8Array> {
  if (entry.size > MOST_BYTES) throw new IngestError('tooLarge', { bytes: entry.size, most: MOST_BYTES })
  return new Uint8Array(await (await entry.unpack()).arrayBuffer())
}

/** Coordinates are left in the file's own CRS. */
async function readShapes(bytes: Uint8Array): Promise<(GeoJSON.Geometry | null)[]> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (view.getInt32(24) * 2 > bytes.length) throw new RangeError('shp: fewer bytes than its header says')
  const type = view.getInt32(32, true)
  if (type === 0 || type === MULTIPATCH) return withoutShapes(view)
  const { parseShp } = await import('shpjs')
  return parseShp(view).map((geometry) => soundGeometry(geometry))
}

/** As many blanks as there are records, for types that have no place on a map. */
function withoutShapes(view: DataView): null[] {
  const blanks: null[] = []
  for (let at = HEADER_BYTES; at + 8 <= view.byteLength; at += 8 + 2 * view.getInt32(at + 4))
    blanks.push(null)
  return blanks
}

/** Names may come again: ten characters are all they have. */
function fieldNames(dbf: DbfTable): string[] {
  const taken = new Map<string, number>()
  return dbf.fields.map(({ name }) => {
    const count = (taken.get(name) ?? 0) + 1
    taken.set(name, count)
    return count === 1 ? name : `${name} (${count})`
  })
}

/** Numbers of the records that are not deleted. */
function kept(dbf: DbfTable): number[] {
  const numbers: number[] = []
  for (let i = 0; i < dbf.records; i++) if (dbf.record(i)) numbers.push(i)
  return numbers
}
