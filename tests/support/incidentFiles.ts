import { parquetWriteBuffer } from 'hyparquet-writer'
import writeWorkbook from 'write-excel-file/universal'
import type { Crs, SourceFile } from '../../src/ingest/index.ts'
import {
  bytesOfText,
  crsMember,
  geoJson,
  geoPackage,
  gpx,
  gzip,
  kml,
  shapefileParts,
  wkb,
  zip,
} from './geoFiles.ts'

/** An incident as every format has to carry it. */
export interface WrittenIncident {
  id: string
  /** "2025-03-01 23:15", Swedish wall time. */
  time: string
  type: string
  /** Easting or longitude, in the CRS of the file. */
  x: number
  y: number
}

/** Headings that name a local zone, as exports do; the others' values tell. */
function headings(crs: Crs): { x: string; y: string } {
  if (crs.epsg === 4326) return { x: 'longitud', y: 'latitud' }
  if (crs.epsg < 3007 || crs.epsg > 3018) return { x: 'e', y: 'n' }
  const zone = crs.name.toLowerCase().replace('sweref 99 ', '').replace(' ', '')
  return { x: `e_sweref99_${zone}`, y: `n_sweref99_${zone}` }
}

/** As many decimals as carry a tenth of a millimetre. */
function written(value: number, { epsg }: Crs): string {
  return value.toFixed(epsg === 4326 ? 10 : 5)
}

function table(incidents: readonly WrittenIncident[], crs: Crs): string[][] {
  const { x, y } = headings(crs)
  // Northing first, as Swedish exports have it.
  const rows = incidents.map((one) => [one.id, one.time, written(one.y, crs), written(one.x, crs), one.type])
  return [['id', 'tid', y, x, 'brottstyp'], ...rows]
}

function text(incidents: readonly WrittenIncident[], crs: Crs, delimiter: string, decimal: string): string {
  const [header, ...rows] = table(incidents, crs)
  const lines = rows.map((cells) =>
    cells.map((cell, c) => (c === 2 || c === 3 ? cell.replace('.', decimal) : cell)),
  )
  return [header!, ...lines].map((cells) => `${cells.join(delimiter)}\r\n`).join('')
}

function features(incidents: readonly WrittenIncident[]) {
  return incidents.map(({ id, time, type, x, y }) => ({
    geometry: { type: 'Point' as const, coordinates: [x, y] },
    properties: { id, tid: time, brottstyp: type },
  }))
}

/** The name by which ESRI's dialect of WKT knows a CRS. */
function esriName({ epsg, name }: Crs): string {
  if (epsg === 4326) return 'GEOGCS["GCS_WGS_1984"]'
  if (epsg === 3021) return 'PROJCS["RT90_25_gon_V"]'
  return `PROJCS["${name.replace('SWEREF 99', 'SWEREF99').replaceAll(' ', '_')}"]`
}

type Bytes = Uint8Array | Promise<Uint8Array>
type Writer = (incidents: readonly WrittenIncident[], crs: Crs) => Bytes

function utf16(content: string): Uint8Array {
  return new Uint8Array(Buffer.from(`\ufeff${content}`, 'utf16le'))
}

async function workbook(incidents: readonly WrittenIncident[], crs: Crs): Promise<Uint8Array> {
  const [header, ...rows] = table(incidents, crs)
  const cells = rows.map((row) =>
    row.map((cell, c) =>
      c === 1
        ? { value: new Date(`${cell.replace(' ', 'T')}:00Z`), type: Date, format: 'yyyy-mm-dd hh:mm' }
        : c === 2 || c === 3
          ? { value: Number(cell), type: Number }
          : { value: cell, type: String },
    ),
  )
  const data = [[{ value: 'Uttag ur systemet' }], [], header!.map((value) => ({ value })), ...cells]
  const blob = await writeWorkbook([{ sheet: 'Brott', data }] as never).toBlob()
  return new Uint8Array(await blob.arrayBuffer())
}

function parquetColumns(incidents: readonly WrittenIncident[]) {
  return [
    { name: 'id', data: incidents.map(({ id }) => id) },
    { name: 'tid', data: incidents.map(({ time }) => time) },
    { name: 'brottstyp', data: incidents.map(({ type }) => type) },
  ]
}

/** Every way in which a file of incidents can be written, in a CRS of its own where the format allows it. */
export const INCIDENT_WRITERS: Readonly<Record<string, Writer>> = {
  csv: (incidents, crs) => bytesOfText(text(incidents, crs, ',', '.')),
  'csv, decimal comma, Windows-1252': (incidents, crs) =>
    new Uint8Array(Buffer.from(text(incidents, crs, ';', ','), 'latin1')),
  'tsv, UTF-16': (incidents, crs) => utf16(text(incidents, crs, '\t', ',')),
  xlsx: workbook,
  parquet: (incidents, crs) => {
    const { x, y } = headings(crs)
    const columnData = [
      ...parquetColumns(incidents),
      { name: y, data: incidents.map((one) => one.y) },
      { name: x, data: incidents.map((one) => one.x) },
    ]
    return new Uint8Array(parquetWriteBuffer({ columnData }))
  },
  geoparquet: (incidents, crs) => {
    const declared = { name: crs.name, id: { authority: 'EPSG', code: crs.epsg } }
    const geo = {
      version: '1.1.0',
      primary_column: 'geometry',
      columns: { geometry: { encoding: 'WKB', geometry_types: ['Point'], crs: declared } },
    }
    const geometry = features(incidents).map((feature) => wkb(feature.geometry))
    return new Uint8Array(
      parquetWriteBuffer({
        columnData: [...parquetColumns(incidents), { name: 'geometry', data: geometry, type: 'BYTE_ARRAY' }],
        kvMetadata: [{ key: 'geo', value: JSON.stringify(geo) }],
      }),
    )
  },
  geojson: (incidents, crs) =>
    bytesOfText(geoJson(features(incidents), crs.epsg === 4326 ? {} : crsMember(crs.epsg))),
  'geojson in gzip': (incidents, crs) => gzip(bytesOfText(geoJson(features(incidents), crsMember(crs.epsg)))),
  'csv in zip': (incidents, crs) => zip({ 'brott.csv': bytesOfText(text(incidents, crs, ';', ',')) }),
  geopackage: (incidents, crs) =>
    geoPackage([{ name: 'brott', epsg: crs.epsg, features: features(incidents) }]),
  shapefile: (incidents, crs) => zip(shapefileParts('brott', features(incidents), esriName(crs))),
}

/** Formats whose coordinates are longitude and latitude. */
export const DEGREE_WRITERS: Readonly<Record<string, (incidents: readonly WrittenIncident[]) => Bytes>> = {
  kml: (incidents) => bytesOfText(kml(features(incidents))),
  gpx: (incidents) =>
    bytesOfText(
      gpx(
        incidents.map(({ id, time, type, x, y }) => ({
          lon: x,
          lat: y,
          time: `${time.replace(' ', 'T')}:00`,
          type,
          name: id,
        })),
      ),
    ),
}

export async function incidentFile(bytes: Bytes): Promise<SourceFile> {
  return new File([(await bytes) as BlobPart], 'brott.dat')
}
