import { utils, write } from '@e965/xlsx'
import fc from 'fast-check'
import { unzipSync, zipSync } from 'fflate'
import { beforeAll, describe, expect, it } from 'vitest'
import defaultTaxonomy from '../../../src/domain/defaultTaxonomy.json'
import { DEFAULT_CRIME_TYPES } from '../../../src/domain/crimeTypes.ts'
import { writeCrimeTypes } from '../../../src/domain/crimeTypesFile.ts'
import { SWEREF99_TM } from '../../../src/ingest/index.ts'
import { written as writtenProject } from '../../project/support.ts'
import {
  bytesOfText,
  geoJson,
  geoPackage,
  gpx,
  gzip,
  kml,
  shapefileParts,
  zip,
} from '../../support/geoFiles.ts'
import { DEGREE_WRITERS, INCIDENT_WRITERS, type WrittenIncident } from '../../support/incidentFiles.ts'
import { mutated } from './mutated.ts'
import { takenAsCrimeTypes, takenAsFigures, takenAsProject, takenIn, tally } from './survival.ts'

/** Cases by reader: 2 000 and more in all, which the last test holds. */
const RUNS = {
  csv: 420,
  xlsx: 120,
  geojson: 240,
  geopackage: 120,
  shapefile: 160,
  parquet: 700,
  kml: 100,
  gpx: 100,
  packed: 120,
  gzipped: 80,
  workbookParts: 200,
  shapefileParts: 120,
  project: 200,
  crimeTypes: 200,
  figures: 120,
  noise: 160,
} as const

/** What a spreadsheet runs, what a page could run, and what an object inherits: all of it is text to us. */
const HOSTILE = [
  "=cmd|' /C calc'!A0",
  '<img src=x onerror=alert(1)>',
  '__proto__',
  'constructor',
  '"; DROP TABLE x; --',
]

const METRES: WrittenIncident[] = HOSTILE.map((type, i) => ({
  id: `K${i}`,
  time: `2025-03-0${i + 1} 2${i % 4}:15`,
  type,
  x: 674_032 + i * 40,
  y: 6_580_822 + i * 30,
}))
const DEGREES = METRES.map((one, i) => ({ ...one, x: 18.06 + i / 1000, y: 59.33 + i / 1000 }))

const square = (west: number, south: number, side: number): GeoJSON.Polygon => ({
  type: 'Polygon',
  coordinates: [
    [
      [west, south],
      [west, south + side],
      [west + side, south + side],
      [west + side, south],
      [west, south],
    ],
  ],
})
const AREAS = HOSTILE.map((namn, i) => ({
  geometry: square(18 + i, 59, 1),
  properties: { id: `0${180 + i}`, namn },
}))
const AREAS_IN_METRES = HOSTILE.map((namn, i) => ({
  geometry: square(674_000 + i * 500, 6_580_000, 400),
  properties: { kod: `0180C10${i}0`, namn },
}))
const ROUTE = { type: 'LineString' as const, coordinates: DEGREES.map(({ x, y }) => [x, y]) }

/** Written by SheetJS: the other writer of the tests does not get past a text called `constructor`. */
function workbook(): Uint8Array {
  const rows = METRES.map(({ id, time, type, x, y }) => [id, time, y, x, type])
  const sheet = utils.aoa_to_sheet([['Uttag'], [], ['id', 'tid', 'n', 'e', 'brottstyp'], ...rows])
  const book = { SheetNames: ['__proto__'], Sheets: { ['__proto__']: sheet } }
  return new Uint8Array(write(book, { type: 'array', bookType: 'xlsx', compression: true }) as ArrayBuffer)
}

const seeds = {} as Record<keyof typeof RUNS, Uint8Array[]>

beforeAll(async () => {
  const from = (format: string) => Promise.resolve(INCIDENT_WRITERS[format]!(METRES, SWEREF99_TM))
  const points = DEGREES.map(({ id, time, type, x, y }) => ({
    geometry: { type: 'Point' as const, coordinates: [x, y] },
    properties: { id, tid: time, typ: type },
  }))
  const polluting = geoJson(points).replace(
    '"id":"K0"',
    '"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}',
  )
  seeds.csv = [
    await from('csv'),
    await from('csv, decimal comma, Windows-1252'),
    await from('tsv, UTF-16'),
    bytesOfText(
      'sep=;\r\nUtdrag ur systemet\r\n\r\nid;datum;klockslag;n;e;brottstyp;plats\r\n' +
        '1;2025-03-01;23.15;6580822;674032,5;Misshandel utomhus;"Torget; norra\r\nsidan"\r\n' +
        '2;2/3 2025;;0;0;=1+1;"Krogen ""F"""\r\n3;2025-03-03T10:00Z;24:00;6580822;674032;<script>;Åkervägen 🚲\r\n',
    ),
    bytesOfText(
      HOSTILE.map((name) => `"${name.replaceAll('"', '""')}"`).join(',') + ',datum\n1,2,3,4,5,2025-03-01\n',
    ),
  ]
  seeds.xlsx = [workbook()]
  seeds.geojson = [
    bytesOfText(geoJson(points)),
    bytesOfText(geoJson(AREAS)),
    bytesOfText(polluting),
    bytesOfText(geoJson([{ geometry: ROUTE, properties: {} }])),
  ]
  seeds.geopackage = [
    await from('geopackage'),
    await geoPackage([{ name: 'områden', epsg: 3006, features: AREAS_IN_METRES }]),
  ]
  seeds.shapefile = [await from('shapefile'), await zip(shapefileParts('områden', AREAS_IN_METRES, null))]
  seeds.parquet = [await from('parquet'), await from('geoparquet')]
  seeds.kml = [bytesOfText(kml(points)), bytesOfText(kml(AREAS)), await DEGREE_WRITERS.kml!(DEGREES)]
  seeds.gpx = [
    await DEGREE_WRITERS.gpx!(DEGREES),
    bytesOfText(
      gpx([{ lon: 18, lat: 59, time: '2025-03-01T10:00:00Z', type: '', name: '' }], ROUTE.coordinates),
    ),
  ]
  seeds.packed = [
    gzip(await from('csv')),
    await zip({ 'brott.csv': await from('csv') }),
    gzip(bytesOfText(geoJson(AREAS))),
    await zip({ 'a.csv': await from('csv'), 'b.csv': await from('csv') }),
    gzip(await zip({ 'brott.csv': await from('csv') })),
    gzip(new Uint8Array(30_000_000)),
  ]
  seeds.project = [await writtenProject({ passphrase: null })]
  seeds.crimeTypes = [
    bytesOfText(JSON.stringify(writeCrimeTypes(DEFAULT_CRIME_TYPES))),
    bytesOfText(JSON.stringify(defaultTaxonomy)),
    bytesOfText('{"lagesbild":"crime-types","version":1,"__proto__":{"polluted":1}}'),
  ]
  seeds.figures = [
    bytesOfText(
      'region;2022;2023;2024\n0180 Stockholm;975551;984748;988943\n1480 Göteborg;587549;596841;600473\n',
    ),
    bytesOfText('Folkmängd efter region och år\n\nregion,år,Folkmängd\n0180,2023,984748\n1480,2023,596841\n'),
    workbook(),
    bytesOfText(
      `omrade;${HOSTILE.map((name) => `"${name.replaceAll('"', '""')}"`).join(';')}\nStockholm;1;2;3;4;5\n`,
    ),
  ]
  seeds.noise = [Uint8Array.of(0)]
})

let cases = 0
const took: Record<string, typeof tally> = {}

async function fuzzed(
  reader: keyof typeof RUNS,
  take: (bytes: Uint8Array) => Promise<void>,
  arbitrary = mutated(seeds[reader]),
): Promise<void> {
  const before = { ...tally }
  await fc.assert(
    fc.asyncProperty(arbitrary, async (bytes) => {
      cases++
      await take(bytes)
    }),
    { numRuns: RUNS[reader] },
  )
  took[reader] = {
    loaded: tally.loaded - before.loaded,
    areas: tally.areas - before.areas,
    refused: tally.refused - before.refused,
  }
}

/** An archive of which one part is damaged, with checksums that are right. */
function repacked(archive: Uint8Array): fc.Arbitrary<Uint8Array> {
  const parts = unzipSync(archive)
  return fc
    .constantFrom(...Object.keys(parts))
    .chain((name) => mutated([parts[name]!]).map((part) => zipSync({ ...parts, [name]: part })))
}

/** The ending says something else than the content half of the time. */
const named = (name: string) => (bytes: Uint8Array) =>
  takenIn(bytes, bytes.length % 2 === 0 ? name : 'fil.csv')

describe('whatever a file holds, it is read or refused in words', { timeout: 300_000 }, () => {
  it('before anything is changed, all of it is read', async () => {
    const { loaded } = tally
    for (const reader of ['csv', 'xlsx', 'parquet', 'geopackage', 'shapefile', 'kml', 'gpx'] as const)
      await takenIn(seeds[reader][0]!, 'fil.dat')
    expect(tally.loaded - loaded).toBe(7)
    await takenAsProject(seeds.project[0]!)
    await takenAsCrimeTypes(seeds.crimeTypes[0]!)
    await takenAsFigures(seeds.figures[0]!, 'folk.csv')
    expect(tally.loaded - loaded).toBe(10)
  })

  it.each(['csv', 'xlsx', 'geojson', 'geopackage', 'shapefile', 'parquet', 'kml', 'gpx', 'packed'] as const)(
    '%s',
    (reader) => fuzzed(reader, named(`fil.${reader}`)),
  )

  // Checksums tell of most damage to an archive: what follows is damaged before it is packed.
  it('gzip of damaged text', () => fuzzed('gzipped', named('fil.gz'), mutated(seeds.csv).map(gzip)))

  it('a workbook of damaged parts', () =>
    fuzzed('workbookParts', named('fil.xlsx'), repacked(seeds.xlsx[0]!)))

  it('a zip of damaged parts of a shapefile', async () => {
    for (const seed of seeds.shapefile) await fuzzed('shapefileParts', named('fil.zip'), repacked(seed))
  })

  it('project', () => fuzzed('project', takenAsProject))
  it('crime types', () => fuzzed('crimeTypes', takenAsCrimeTypes))
  it('figures of areas', () => fuzzed('figures', (bytes) => takenAsFigures(bytes, 'folk.csv')))

  it('any bytes, and bytes behind any beginning', () => {
    const beginnings = [
      '',
      'PK\x03\x04',
      'PAR1',
      '\x1f\x8b\x08',
      'SQLite format 3\0',
      '{"type":"FeatureCollection","features":[',
      '<?xml version="1.0"?><kml>',
      '\xff\xfe',
      '{"lagesbild":"',
    ]
    const any = fc
      .tuple(
        fc.constantFrom(...beginnings),
        fc.oneof(fc.uint8Array({ maxLength: 400 }), fc.string({ maxLength: 400 })),
      )
      .map(
        ([start, rest]) =>
          new Uint8Array(Buffer.concat([Buffer.from(start, 'latin1'), Buffer.from(rest as Uint8Array)])),
      )
    return fuzzed('noise', named('fil.bin'), any)
  })

  it('has tried two thousand cases, and both outcomes of every kind', () => {
    expect(cases).toBeGreaterThanOrEqual(2_000)
    for (const reader of [
      'csv',
      'geojson',
      'parquet',
      'kml',
      'gzipped',
      'workbookParts',
      'shapefileParts',
      'crimeTypes',
    ])
      expect(took[reader]!.loaded + took[reader]!.areas, reader).toBeGreaterThan(0)
    for (const { refused } of Object.values(took)) expect(refused).toBeGreaterThan(0)
  })
})
