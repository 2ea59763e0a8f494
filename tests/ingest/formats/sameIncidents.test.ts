import { describe, expect, it } from 'vitest'
import { projection, RT90, SWEREF99_TM, WGS84, type Crs } from '../../../src/ingest/crs.ts'
import { crsByEpsg, type SourceFile } from '../../../src/ingest/index.ts'
import {
  bytesOfText,
  crsMember,
  geoJson,
  geoPackage,
  gpx,
  gzip,
  kml,
  shapefileParts,
  zip,
  type TestFeature,
} from '../../support/geoFiles.ts'
import { file, loadFile } from '../files.ts'

const LOCAL = crsByEpsg(3010)!

/** Sixty incidents around Linköping, with their places in degrees. */
const INCIDENTS = Array.from({ length: 60 }, (_, i) => ({
  id: `K-${100 + i}`,
  typ: ['Klotter', 'Misshandel utomhus', 'Stöld ur bil'][i % 3]!,
  tid: `2025-0${1 + (i % 9)}-1${i % 10} ${10 + (i % 12)}:3${i % 10}`,
  plats: ['Ågatan', 'Älggatan', 'Östra torget'][i % 3]!,
  lon: 15.6 + i * 0.0013,
  lat: 58.4 + i * 0.0007,
}))

function features(crs: Crs): TestFeature[] {
  const { forward } = projection(crs)
  return INCIDENTS.map(({ id, typ, tid, plats, lon, lat }) => ({
    geometry: { type: 'Point', coordinates: forward(lon, lat) },
    properties: { id, typ, tid, plats },
  }))
}

const PRJ_TM =
  'PROJCS["SWEREF99_TM",GEOGCS["GCS_SWEREF99",DATUM["D_SWEREF99",SPHEROID["GRS_1980",6378137.0,298.257222101]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],PROJECTION["Transverse_Mercator"],PARAMETER["False_Easting",500000.0],PARAMETER["False_Northing",0.0],PARAMETER["Central_Meridian",15.0],PARAMETER["Scale_Factor",0.9996],PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]]'

const json = (crs: Crs) => geoJson(features(crs), crs === WGS84 ? {} : crsMember(crs.epsg))
const lineByLine = features(WGS84)
  .map((feature) => JSON.stringify({ type: 'Feature', ...feature }))
  .join('\n')
const csv = ['id;typ;tid;plats;lon;lat', ...INCIDENTS.map((row) => Object.values(row).join(';'))].join('\n')

const FILES: [string, () => Promise<SourceFile> | SourceFile, number][] = [
  ['GeoJSON', () => file(json(WGS84)), 1e-9],
  ['GeoJSON in SWEREF 99 TM', () => file(json(SWEREF99_TM)), 1e-9],
  ['GeoJSON in a local zone', () => file(json(LOCAL)), 1e-9],
  // The seven parameters are not exactly their own inverse: some millimetres.
  ['GeoJSON in RT 90', () => file(json(RT90)), 1e-7],
  ['GeoJSON in UTF-16', () => file(utf16(json(WGS84))), 1e-9],
  ['GeoJSON, a feature a line', () => file(lineByLine), 1e-9],
  ['a GeoJSON text sequence', () => file(lineByLine.replaceAll(/^/gm, String.fromCharCode(0x1e))), 1e-9],
  ['GeoJSON in gzip', () => file(gzip(bytesOfText(json(WGS84)))), 1e-9],
  ['CSV in gzip', () => file(gzip(bytesOfText(csv))), 1e-9],
  [
    'CSV in a zip with a note beside it',
    async () =>
      file(
        await zip({
          'brott/brott åäö.csv': bytesOfText(csv),
          'LÄS MIG.txt': bytesOfText('Uttag gjort i maj.\nFrågor: registrator\n'),
          '__MACOSX/._brott.csv': Uint8Array.of(0, 5, 22, 7),
        }),
      ),
    1e-9,
  ],
  [
    'GeoPackage',
    async () => file(await geoPackage([{ name: 'brott', epsg: 3006, features: features(SWEREF99_TM) }])),
    1e-9,
  ],
  [
    'GeoPackage in a zip',
    async () =>
      file(
        await zip({
          'a.gpkg': await geoPackage([
            { name: 'brott', epsg: 3010, type: 'POINT', features: features(LOCAL) },
          ]),
        }),
      ),
    1e-9,
  ],
  [
    'Shapefile',
    async () => file(await zip(shapefileParts('brott', features(SWEREF99_TM), PRJ_TM, { cpg: 'UTF-8' }))),
    1e-9,
  ],
  ['KML', () => file(kml(features(WGS84))), 1e-9],
  [
    'KMZ',
    async () => file(await zip({ 'doc.kml': bytesOfText(kml(features(WGS84))), 'files/a.png': PNG })),
    1e-9,
  ],
  [
    'GPX',
    () =>
      file(
        gpx(
          INCIDENTS.map(({ lon, lat, tid, typ, id }) => ({
            lon,
            lat,
            time: tid.replace(' ', 'T'),
            type: typ,
            name: id,
          })),
        ),
      ),
    1e-9,
  ],
]

const PNG = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13)

function utf16(text: string): Uint8Array {
  return Uint8Array.from(Buffer.from(`\ufeff${text}`, 'utf16le'))
}

describe('the same incidents', () => {
  it.each(FILES)('in %s', async (_, make, tolerance) => {
    const { report, columns, labels, description } = await loadFile(await make())
    expect(report.rowsLoaded).toBe(INCIDENTS.length)
    expect(report.rejected).toEqual([])
    INCIDENTS.forEach(({ lon, lat, typ, tid }, i) => {
      expect(Math.abs(columns.lon[i]! - lon)).toBeLessThan(tolerance)
      expect(Math.abs(columns.lat[i]! - lat)).toBeLessThan(tolerance)
      expect(labels[columns.type[i]!]!.label).toBe(typ)
      expect(new Date(columns.day[i]! * 86_400_000).toISOString().slice(0, 10)).toBe(tid.slice(0, 10))
      expect(columns.startHour[i]! % 24).toBe(Number(tid.slice(11, 13)))
    })
    if (description.geometry) expect(description.columns.slice(-2)).toEqual(['geometri öst', 'geometri nord'])
  })

  it('carry the sum of the packed file, as sha256sum prints it', async () => {
    const { createHash } = await import('node:crypto')
    const packed = gzip(bytesOfText(csv))
    const { report, description } = await loadFile(file(packed, 'brott.csv.gz'))
    expect(report.fingerprint).toBe(createHash('sha256').update(packed).digest('hex'))
    expect(report.bytes).toBe(packed.length)
    expect(description).toMatchObject({ name: 'brott.csv.gz', format: 'csv', containers: ['gzip'] })
  })
})
