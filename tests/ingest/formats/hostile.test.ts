import { deflateRawSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import {
  IngestError,
  look,
  readFeatures,
  recognise,
  sniff,
  type SourceFile,
} from '../../../src/ingest/index.ts'
import { JsonFeatureSplitter } from '../../../src/ingest/formats/jsonFeatures.ts'
import {
  bytesOfText,
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

const POINTS: TestFeature[] = Array.from({ length: 30 }, (_, i) => ({
  geometry: { type: 'Point', coordinates: [18 + i / 100, 59] },
  properties: { typ: 'Klotter', datum: `2025-03-${10 + (i % 20)}` },
}))
const CSV = 'datum;typ\n2025-01-01;Klotter\n2025-01-02;Rån\n'

async function failure(promise: Promise<unknown>): Promise<{ code: string; data: Record<string, unknown> }> {
  try {
    await promise
  } catch (error) {
    expect(error).toBeInstanceOf(IngestError)
    return error as IngestError as { code: string; data: Record<string, unknown> }
  }
  throw new Error('it was read')
}

const everyWay = async (source: SourceFile) => {
  await recognise(source)
  return look(source)
}

describe('damaged files', () => {
  const whole: [string, () => Promise<Uint8Array> | Uint8Array][] = [
    ['geojson', () => bytesOfText(geoJson(POINTS))],
    ['geopackage', () => geoPackage([{ name: 'a', epsg: 4326, features: POINTS }])],
    ['kml', () => bytesOfText(kml(POINTS))],
    [
      'gpx',
      () => bytesOfText(gpx([{ lon: 18, lat: 59, time: '2025-01-01T12:00:00', type: 'a', name: 'b' }])),
    ],
    ['gzip', () => gzip(bytesOfText(geoJson(POINTS)))],
    ['zip', () => zip({ 'a.csv': bytesOfText(CSV.repeat(50)) })],
  ]

  it.each(whole)('a %s that is cut off is refused in words', async (format, make) => {
    const bytes = await make()
    const cut = bytes.slice(0, Math.floor(bytes.length * 0.7))
    expect(await failure(everyWay(file(cut)))).toMatchObject({ code: 'brokenFile', data: { format } })
  })

  it('a shapefile that is cut off within its zip is refused in words', async () => {
    const parts = shapefileParts('a', POINTS, null)
    const shp = await zip({ ...parts, 'a.shp': parts['a.shp']!.slice(0, 400) })
    expect(await failure(look(file(shp)))).toMatchObject({
      code: 'brokenFile',
      data: { format: 'shapefile' },
    })
    const dbf = await zip({ ...parts, 'a.dbf': parts['a.dbf']!.slice(0, 400) })
    expect(await failure(look(file(dbf)))).toMatchObject({
      code: 'brokenFile',
      data: { format: 'shapefile' },
    })
  })

  it('a shapefile without its table names the part', async () => {
    const parts = shapefileParts('a', POINTS, null)
    delete parts['a.dbf']
    expect(await failure(look(file(await zip(parts))))).toMatchObject({
      code: 'missingPart',
      data: { layer: 'a', part: 'dbf' },
    })
  })

  it('changed bytes never end in anything but a sentence or rows', async () => {
    for (const [, make] of whole) {
      const bytes = await make()
      for (let k = 0; k < 25; k++) {
        const changed = bytes.slice()
        for (let n = 0; n < 4; n++) changed[(k * 7919 + n * 104_729) % bytes.length]! ^= 1 << ((k + n) % 8)
        await look(file(changed)).catch((error: unknown) => expect(error).toBeInstanceOf(IngestError))
      }
    }
  })

  it('coordinates that are none leave the feature without a place', async () => {
    const odd = [
      { type: 'Point', coordinates: ['18', 59] },
      { type: 'Point', coordinates: [] },
      { type: 'Point' },
      { type: 'Circle', coordinates: [18, 59] },
      { type: '__proto__', coordinates: [18, 59] },
      {
        type: 'Polygon',
        coordinates: [
          [
            [18, 59],
            [null, 60],
          ],
        ],
      },
      'Point',
      [],
    ]
    const features = odd.map((geometry) => ({
      type: 'Feature',
      geometry,
      properties: { datum: '2025-01-01' },
    }))
    const text = JSON.stringify({ type: 'FeatureCollection', features })
    const { report, columns } = await loadFile(file(text))
    expect(report.rowsLoaded).toBe(odd.length)
    expect([...columns.lon].every(Number.isNaN)).toBe(true)
  })
})

describe('bombs', () => {
  const ENTITIES = `<!DOCTYPE kml [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>\n`

  it.each([
    ['KML', () => kml(POINTS, ENTITIES)],
    ['KML with an outer file', () => kml(POINTS, '<!DOCTYPE kml [<!ENTITY x SYSTEM "file:///etc/passwd">]>')],
    ['GPX', () => `<?xml version="1.0"?>${ENTITIES.replace('kml', 'gpx')}<gpx><wpt lat="1" lon="1"/></gpx>`],
  ])('entities in %s are refused', async (_, make) => {
    expect((await failure(everyWay(file(make())))).code).toBe('entities')
  })

  it('a gzip that unfolds to a thousand times its size is left', async () => {
    const bomb = gzip(new Uint8Array(80 * 1024 * 1024).fill(0x61))
    expect(bomb.length).toBeLessThan(200_000)
    expect((await failure(everyWay(file(bomb)))).code).toBe('archiveTooLarge')
  })

  it('a zip that claims to is left before it is unpacked, and one that lies about it while it is', async () => {
    const packed = new Uint8Array(deflateRawSync(Buffer.alloc(80 * 1024 * 1024, 0x61)))
    const honest = oneEntryZip(packed, 80 * 1024 * 1024)
    expect((await failure(everyWay(file(honest)))).code).toBe('archiveTooLarge')
    const liar = oneEntryZip(packed, 1000)
    expect(['archiveTooLarge', 'brokenFile']).toContain((await failure(everyWay(file(liar)))).code)
  })

  it('archives within archives within archives are left', async () => {
    const once = gzip(bytesOfText(CSV))
    expect((await look(file(gzip(once)))).description.containers).toEqual(['gzip', 'gzip'])
    expect((await failure(look(file(gzip(gzip(once)))))).code).toBe('nestedArchive')
    expect((await look(file(await zip({ 'a.csv.gz': once })))).description.containers).toEqual([
      'zip',
      'gzip',
    ])
  })

  it('brackets without end are refused', async () => {
    const deep = `{"type":"FeatureCollection","features":[{"type":"Feature","properties":{},"geometry":${'['.repeat(500_000)}`
    expect((await failure(everyWay(file(deep)))).code).toBe('brokenFile')
    const closed = `{"type":"FeatureCollection","features":[{"type":"Feature","properties":{},"geometry":{"type":"Polygon","coordinates":${'['.repeat(200_000)}${']'.repeat(200_000)}}}]}`
    await look(file(closed)).catch((error: unknown) => expect(error).toBeInstanceOf(IngestError))
  })

  it('properties that are values are refused', async () => {
    const features = Array.from({ length: 5_000 }, (_, i) => ({
      ...POINTS[0]!,
      properties: { [`k${i}`]: 1 },
    }))
    expect((await failure(look(file(geoJson(features))))).code).toBe('tooManyColumns')
  })
})

describe('an archive', () => {
  it('with several files that can be read names them', async () => {
    const packed = await zip({ 'a.csv': bytesOfText(CSV), 'b/b.geojson': bytesOfText(geoJson(POINTS)) })
    expect(await failure(look(file(packed)))).toMatchObject({
      code: 'severalFiles',
      data: { names: ['a.csv', 'b.geojson'] },
    })
  })

  it('with nothing that can be read names what it holds', async () => {
    const packed = await zip({ 'a.txt': bytesOfText('Hej.'), 'b.txt': bytesOfText('Hopp.') })
    expect(await failure(look(file(packed)))).toMatchObject({
      code: 'nothingInside',
      data: { names: ['a.txt', 'b.txt'] },
    })
  })

  it('with a passphrase asks for it to be unpacked', async () => {
    const packed = await zip({ 'a.csv': bytesOfText(CSV) }, 'hemligt')
    expect((await failure(look(file(packed)))).code).toBe('encryptedArchive')
  })

  it('with a file that is not read says what it is', async () => {
    const packed = await zip({ 'a.pdf': bytesOfText('%PDF-1.7\n') })
    expect(await failure(look(file(packed)))).toMatchObject({
      code: 'unsupported',
      data: { looksLike: 'pdf' },
    })
  })
})

describe('files of other programs', () => {
  const text = (content: string) => bytesOfText(content)
  it.each([
    ['a database', () => text(`SQLite format 3\0${'\0'.repeat(200)}`), 'sqlite'],
    ['7-Zip', () => Uint8Array.of(0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c), 'sevenZip'],
    ['RAR', () => text('Rar!\x1a\x07'), 'rar'],
    ['a drawing', () => text('AC1032\0\0'), 'drawing'],
    ['MapInfo', () => text('!table\n!version 300\n'), 'mapInfo'],
    ['a lone .shp', () => shapefileParts('a', POINTS, null)['a.shp']!, 'loneShapefile'],
    ['TopoJSON', () => text('{"type":"Topology","objects":{}}'), 'topojson'],
    ['Esri JSON', () => text('{"displayFieldName":"","geometryType":"esriGeometryPoint"}'), 'esriJson'],
    [
      'GML',
      () => text('<?xml version="1.0"?><wfs:FeatureCollection xmlns:gml="http://www.opengis.net/gml/3.2">'),
      'gml',
    ],
    ['a web page called .xls', () => text('<html><table><tr><td>1</td></tr></table>'), 'html'],
    ['a geodatabase', () => zip({ 'a.gdb/a00000001.gdbtable': text('x') }), 'fileGeodatabase'],
    [
      'a document',
      () => zip({ '[Content_Types].xml': text('<a/>'), 'word/document.xml': text('<a/>') }),
      'word',
    ],
  ])('%s', async (_, make, looksLike) => {
    expect(await failure(everyWay(file(await make())))).toMatchObject({
      code: 'unsupported',
      data: { looksLike },
    })
  })
})

describe('layers that hold nothing', () => {
  it.each([
    ['GeoJSON', () => geoJson([])],
    ['KML', () => kml([])],
    ['GPX', () => gpx([])],
  ])('%s', async (_, make) => {
    expect((await failure(everyWay(file(make())))).code).toBe('noFeatures')
    expect((await failure(readFeatures(file(make())))).code).toBe('noFeatures')
  })
})

describe('the cutting of GeoJSON', () => {
  const text = JSON.stringify({
    name: 'features": [{',
    type: 'FeatureCollection',
    features: [{ a: 'sluten } \\" ] citat' }, { b: { features: [{ c: 1 }] } }, { d: [] }],
    after: [1, { e: 2 }],
  })

  it.each([1, 2, 3, 7, 50, 10_000])('is the same in pieces of %i characters', (size) => {
    const splitter = new JsonFeatureSplitter()
    const parts = []
    for (let at = 0; at < text.length; at += size) parts.push(...splitter.push(text.slice(at, at + size)))
    expect(splitter.atRest).toBe(true)
    expect(
      parts.filter(({ kind }) => kind === 'feature').map((part) => JSON.parse(part.text) as unknown),
    ).toEqual((JSON.parse(text) as { features: unknown }).features)
    const [document] = parts.filter(({ kind }) => kind === 'document')
    expect(JSON.parse(document!.text)).toEqual({ ...(JSON.parse(text) as object), features: [] })
  })
})

describe('sniffing', () => {
  it('reads no more of an archive than it must: once for sniff and load', async () => {
    const packed = gzip(bytesOfText(CSV.repeat(100)))
    let streams = 0
    const source = file(packed)
    const { stream } = source
    Object.defineProperty(source, 'stream', {
      value: () => {
        streams++
        return stream.call(source)
      },
    })
    await sniff(source)
    await loadFile(source)
    expect(streams).toBe(1)
  })
})

/** A zip of one deflated file that claims to have so many bytes. */
function oneEntryZip(packed: Uint8Array, claimed: number): Uint8Array {
  const name = bytesOfText('a.csv')
  const local = new DataView(new ArrayBuffer(30))
  local.setUint32(0, 0x04034b50, true)
  local.setUint16(4, 20, true)
  local.setUint16(8, 8, true)
  local.setUint32(18, packed.length, true)
  local.setUint32(22, claimed, true)
  local.setUint16(26, name.length, true)
  const central = new DataView(new ArrayBuffer(46))
  central.setUint32(0, 0x02014b50, true)
  central.setUint16(6, 20, true)
  central.setUint16(10, 8, true)
  central.setUint32(20, packed.length, true)
  central.setUint32(24, claimed, true)
  central.setUint16(28, name.length, true)
  const start = 30 + name.length + packed.length
  const end = new DataView(new ArrayBuffer(22))
  end.setUint32(0, 0x06054b50, true)
  end.setUint16(8, 1, true)
  end.setUint16(10, 1, true)
  end.setUint32(12, 46 + name.length, true)
  end.setUint32(16, start, true)
  const parts = [local, name, packed, central, name, end]
  return Uint8Array.from(
    parts.flatMap((part) => [...new Uint8Array(part.buffer, part.byteOffset, part.byteLength)]),
  )
}
