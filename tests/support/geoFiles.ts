import { gzipSync } from 'node:zlib'
import { BlobReader, BlobWriter, configure, ZipWriter } from '@zip.js/zip.js'
import initSqlJs from 'sql.js'

/** A feature as it stands in the files that the tests write. */
export interface TestFeature {
  geometry: GeoJSON.Geometry | null
  properties: Record<string, string | number | null>
}

export function bytesOfText(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}

export function gzip(content: Uint8Array): Uint8Array {
  return new Uint8Array(gzipSync(content))
}

export async function zip(
  files: Readonly<Record<string, Uint8Array>>,
  password?: string,
): Promise<Uint8Array> {
  configure({ useWebWorkers: false })
  const writer = new ZipWriter(new BlobWriter())
  for (const [name, content] of Object.entries(files))
    await writer.add(name, new BlobReader(new Blob([content as BlobPart])), password ? { password } : {})
  return new Uint8Array(await (await writer.close()).arrayBuffer())
}

export function geoJson(features: readonly TestFeature[], more: Record<string, unknown> = {}): string {
  return JSON.stringify({
    type: 'FeatureCollection',
    ...more,
    features: features.map((feature) => ({ type: 'Feature', ...feature })),
  })
}

/** `"crs"` as the draft of 2008 has it. */
export function crsMember(epsg: number): Record<string, unknown> {
  return { crs: { type: 'name', properties: { name: `urn:ogc:def:crs:EPSG::${epsg}` } } }
}

/** ISO well-known binary, little-endian, of two dimensions. */
export function wkb(geometry: GeoJSON.Geometry): Uint8Array {
  const bytes: number[] = []
  const uint = (value: number) => bytes.push(...new Uint8Array(Uint32Array.of(value).buffer))
  const position = ([x, y]: GeoJSON.Position) => bytes.push(...new Uint8Array(Float64Array.of(x!, y!).buffer))
  const line = (positions: GeoJSON.Position[]) => {
    uint(positions.length)
    positions.forEach(position)
  }
  const polygon = (rings: GeoJSON.Position[][]) => {
    uint(rings.length)
    rings.forEach(line)
  }
  const head = (type: number) => {
    bytes.push(1)
    uint(type)
  }
  const many = <Part>(type: number, parts: Part[], one: number, write: (part: Part) => void) => {
    head(type)
    uint(parts.length)
    for (const part of parts) {
      head(one)
      write(part)
    }
  }
  switch (geometry.type) {
    case 'Point':
      head(1)
      position(geometry.coordinates)
      break
    case 'LineString':
      head(2)
      line(geometry.coordinates)
      break
    case 'Polygon':
      head(3)
      polygon(geometry.coordinates)
      break
    case 'MultiPoint':
      many(4, geometry.coordinates, 1, position)
      break
    case 'MultiPolygon':
      many(6, geometry.coordinates, 3, polygon)
      break
    default:
      throw new Error(`${geometry.type} is not written here`)
  }
  return Uint8Array.from(bytes)
}

export interface TestLayer {
  name: string
  epsg: number
  /** As declared; GEOMETRY where it is not given. */
  type?: string
  features: readonly TestFeature[]
}

/** A GeoPackage with the tables that the standard demands. */
export async function geoPackage(
  layers: readonly TestLayer[],
  definitions: Readonly<Record<number, string>> = {},
): Promise<Uint8Array> {
  const SQL = await initSqlJs()
  const db = new SQL.Database()
  db.run(`PRAGMA application_id = 1196444487; PRAGMA user_version = 10300;
    CREATE TABLE gpkg_spatial_ref_sys (srs_name TEXT, srs_id INTEGER PRIMARY KEY, organization TEXT,
      organization_coordsys_id INTEGER, definition TEXT, description TEXT);
    CREATE TABLE gpkg_contents (table_name TEXT PRIMARY KEY, data_type TEXT, identifier TEXT, description TEXT,
      last_change DATETIME, min_x DOUBLE, min_y DOUBLE, max_x DOUBLE, max_y DOUBLE, srs_id INTEGER);
    CREATE TABLE gpkg_geometry_columns (table_name TEXT, column_name TEXT, geometry_type_name TEXT, srs_id INTEGER,
      z TINYINT, m TINYINT);`)
  const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`
  for (const { name, epsg, type = 'GEOMETRY', features } of layers) {
    const definition = definitions[epsg] ?? (epsg <= 0 ? 'undefined' : '')
    const organization = epsg <= 0 || epsg >= 100_000 ? 'NONE' : 'EPSG'
    db.run('INSERT OR IGNORE INTO gpkg_spatial_ref_sys VALUES (?, ?, ?, ?, ?, NULL)', [
      `srs ${epsg}`,
      epsg,
      organization,
      epsg,
      definition,
    ])
    db.run("INSERT INTO gpkg_contents (table_name, data_type, srs_id) VALUES (?, 'features', ?)", [
      name,
      epsg,
    ])
    db.run("INSERT INTO gpkg_geometry_columns VALUES (?, 'geom', ?, ?, 0, 0)", [name, type, epsg])
    const fields = [...new Set(features.flatMap(({ properties }) => Object.keys(properties)))]
    const columns = fields.map((field) => {
      const number = features.some(({ properties }) => typeof properties[field] === 'number')
      return `${quoted(field)} ${number ? 'REAL' : 'TEXT'}`
    })
    db.run(
      `CREATE TABLE ${quoted(name)} (fid INTEGER PRIMARY KEY, geom BLOB, ${columns.join(', ') || 'nothing TEXT'})`,
    )
    for (const { geometry, properties } of features) {
      const header = [0x47, 0x50, 0, 1, ...new Uint8Array(Int32Array.of(epsg).buffer)]
      db.run(
        `INSERT INTO ${quoted(name)} (${['geom', ...fields.map(quoted)].join(', ')}) VALUES (${['?', ...fields.map(() => '?')].join(', ')})`,
        [
          geometry ? Uint8Array.from([...header, ...wkb(geometry)]) : null,
          ...fields.map((field) => properties[field] ?? null),
        ],
      )
    }
  }
  const bytes = db.export()
  db.close()
  return bytes
}

const SHAPE_CODES: Readonly<Record<string, number>> = { Point: 1, LineString: 3, Polygon: 5, MultiPoint: 8 }

/** The .shp of geometries of one type; null shapes for nulls. Outer rings have to run clockwise. */
export function shp(geometries: readonly (GeoJSON.Geometry | null)[]): Uint8Array {
  const type = SHAPE_CODES[geometries.find((one) => one !== null)?.type ?? 'Point']!
  const records = geometries.map((geometry) => shapeContent(geometry))
  const length = 100 + records.reduce((sum, record) => sum + 8 + record.length, 0)
  const bytes = new Uint8Array(length)
  const view = new DataView(bytes.buffer)
  view.setInt32(0, 9994)
  view.setInt32(24, length / 2)
  view.setInt32(28, 1000, true)
  view.setInt32(32, type, true)
  let at = 100
  records.forEach((record, i) => {
    view.setInt32(at, i + 1)
    view.setInt32(at + 4, record.length / 2)
    bytes.set(record, at + 8)
    at += 8 + record.length
  })
  return bytes
}

function shapeContent(geometry: GeoJSON.Geometry | null): Uint8Array {
  const parts: Uint8Array[] = []
  const int = (value: number) => parts.push(new Uint8Array(Int32Array.of(value).buffer))
  const double = (...values: number[]) => parts.push(new Uint8Array(Float64Array.from(values).buffer))
  if (!geometry) int(0)
  else if (geometry.type === 'Point') {
    int(1)
    double(geometry.coordinates[0]!, geometry.coordinates[1]!)
  } else if (geometry.type === 'LineString' || geometry.type === 'Polygon') {
    const lines = geometry.type === 'Polygon' ? geometry.coordinates : [geometry.coordinates]
    int(SHAPE_CODES[geometry.type]!)
    double(0, 0, 0, 0)
    int(lines.length)
    int(lines.flat().length)
    let first = 0
    for (const line of lines) {
      int(first)
      first += line.length
    }
    for (const [x, y] of lines.flat()) double(x!, y!)
  } else throw new Error(`${geometry.type} is not written here`)
  return Uint8Array.from(parts.flatMap((part) => [...part]))
}

export interface DbfWriting {
  encode?: (text: string) => Uint8Array
  /** Language driver id, byte 29 of the header. */
  language?: number
  /** Records that are marked as deleted. */
  deleted?: readonly number[]
}

/** Text in code page 850, where å ä ö stand elsewhere than in Windows-1252. */
export function codePage850(text: string): Uint8Array {
  const codes: Record<string, number> = { å: 0x86, ä: 0x84, ö: 0x94, Å: 0x8f, Ä: 0x8e, Ö: 0x99 }
  return Uint8Array.from([...text].map((sign) => codes[sign] ?? sign.charCodeAt(0)))
}

export function latin1(text: string): Uint8Array {
  return Uint8Array.from(Buffer.from(text, 'latin1'))
}

/** A dBASE III table of text fields, 40 bytes each; names are cut at ten bytes as the format does. */
export function dbf(
  rows: readonly Record<string, string | number | null>[],
  { encode = bytesOfText, language = 0, deleted = [] }: DbfWriting = {},
): Uint8Array {
  const fields = [...new Set(rows.flatMap((row) => Object.keys(row)))]
  const width = 40
  const header = 32 + 32 * fields.length + 1
  const record = 1 + width * fields.length
  const bytes = new Uint8Array(header + record * rows.length + 1)
  const view = new DataView(bytes.buffer)
  bytes[0] = 3
  view.setUint32(4, rows.length, true)
  view.setUint16(8, header, true)
  view.setUint16(10, record, true)
  bytes[29] = language
  fields.forEach((field, i) => {
    const at = 32 + 32 * i
    bytes.set(encode(field).subarray(0, 10), at)
    bytes[at + 11] = 'C'.charCodeAt(0)
    bytes[at + 16] = width
  })
  bytes[header - 1] = 0x0d
  rows.forEach((row, i) => {
    const at = header + record * i
    bytes.fill(0x20, at, at + record)
    if (deleted.includes(i)) bytes[at] = 0x2a
    fields.forEach((field, c) =>
      bytes.set(encode(String(row[field] ?? '')).subarray(0, width), at + 1 + width * c),
    )
  })
  bytes[bytes.length - 1] = 0x1a
  return bytes
}

/** The files of a shapefile by their endings. */
export function shapefileParts(
  name: string,
  features: readonly TestFeature[],
  prj: string | null,
  writing: DbfWriting & { cpg?: string } = {},
): Record<string, Uint8Array> {
  return {
    [`${name}.shp`]: shp(features.map(({ geometry }) => geometry)),
    [`${name}.shx`]: new Uint8Array(100),
    [`${name}.dbf`]: dbf(
      features.map(({ properties }) => properties),
      writing,
    ),
    ...(prj === null ? {} : { [`${name}.prj`]: bytesOfText(prj) }),
    ...(writing.cpg === undefined ? {} : { [`${name}.cpg`]: bytesOfText(writing.cpg) }),
  }
}

/** Placemarks with their properties as extended data. */
export function kml(features: readonly TestFeature[], head = ''): string {
  const placemarks = features.map(({ geometry, properties }) => {
    const data = Object.entries(properties).map(
      ([name, value]) =>
        `<Data name="${escaped(name)}"><value>${escaped(String(value ?? ''))}</value></Data>`,
    )
    return `<Placemark><ExtendedData>${data.join('')}</ExtendedData>${kmlGeometry(geometry)}</Placemark>`
  })
  return `<?xml version="1.0" encoding="UTF-8"?>\n${head}<kml xmlns="http://www.opengis.net/kml/2.2"><Document>${placemarks.join('\n')}</Document></kml>`
}

function kmlGeometry(geometry: GeoJSON.Geometry | null): string {
  const list = (positions: GeoJSON.Position[]) =>
    `<coordinates>${positions.map((position) => position.join(',')).join(' ')}</coordinates>`
  if (geometry?.type === 'Point') return `<Point>${list([geometry.coordinates])}</Point>`
  if (geometry?.type === 'LineString') return `<LineString>${list(geometry.coordinates)}</LineString>`
  if (geometry?.type === 'Polygon')
    return `<Polygon><outerBoundaryIs><LinearRing>${list(geometry.coordinates[0]!)}</LinearRing></outerBoundaryIs></Polygon>`
  return ''
}

/** Waypoints with name, time and type; a track beside them where one is given. */
export function gpx(
  points: readonly { lon: number; lat: number; time: string; type: string; name: string }[],
  track: readonly GeoJSON.Position[] = [],
): string {
  const waypoints = points.map(
    ({ lon, lat, time, type, name }) =>
      `<wpt lat="${lat}" lon="${lon}"><time>${time}</time><name>${escaped(name)}</name><type>${escaped(type)}</type></wpt>`,
  )
  const steps = track.map(([lon, lat]) => `<trkpt lat="${lat}" lon="${lon}"></trkpt>`).join('')
  const walked = track.length > 0 ? `<trk><name>Rond åäö</name><trkseg>${steps}</trkseg></trk>` : ''
  return `<?xml version="1.0"?><gpx version="1.1" creator="test" xmlns="http://www.topografix.com/GPX/1/1">${waypoints.join('')}${walked}</gpx>`
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
}
