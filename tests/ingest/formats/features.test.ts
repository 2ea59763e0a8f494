import { describe, expect, it } from 'vitest'
import { projection, SWEREF99_TM, WGS84 } from '../../../src/ingest/crs.ts'
import { crsOfName, crsOfWkt } from '../../../src/ingest/formats/declaredCrs.ts'
import { crsByEpsg, readFeatures, recognise, sniff, type SourceFile } from '../../../src/ingest/index.ts'
import {
  bytesOfText,
  codePage850,
  crsMember,
  geoJson,
  geoPackage,
  gpx,
  gzip,
  kml,
  latin1,
  shapefileParts,
  zip,
  type TestFeature,
} from '../../support/geoFiles.ts'
import { file, hasReference, loadFile, noted, referenceFile } from '../files.ts'

const { forward } = projection(SWEREF99_TM)

/** A square of some hundred metres with its corners clockwise, as shapefiles want them. */
function square(lon: number, lat: number, crs = WGS84): GeoJSON.Polygon {
  const corners = [
    [lon, lat],
    [lon, lat + 0.01],
    [lon + 0.01, lat + 0.01],
    [lon + 0.01, lat],
    [lon, lat],
  ]
  return {
    type: 'Polygon',
    coordinates: [corners.map(([x, y]) => projection(crs).forward(x!, y!))],
  }
}

const AREAS: TestFeature[] = [
  { geometry: square(18, 59), properties: { kod: '0180A', namn: 'Ängby' } },
  { geometry: null, properties: { kod: '0180B', namn: 'Öarna' } },
  { geometry: square(18.1, 59.1), properties: { kod: '0180C', namn: 'Årsta' } },
]
const inMetres = AREAS.map((feature, i) => ({
  ...feature,
  geometry: feature.geometry && square(i === 0 ? 18 : 18.1, i === 0 ? 59 : 59.1, SWEREF99_TM),
}))
const LINE: TestFeature = {
  geometry: {
    type: 'LineString',
    coordinates: [
      [18, 59],
      [18.01, 59.01],
    ],
  },
  properties: { namn: 'Rond' },
}
const POINT: TestFeature = {
  geometry: { type: 'Point', coordinates: [18, 59] },
  properties: { typ: 'Klotter', datum: '2025-03-01 23:15' },
}

async function names(source: SourceFile): Promise<(string | undefined)[]> {
  const { columns, rows } = await readFeatures(source)
  return rows.map((cells) => cells[columns.indexOf('namn')])
}

async function failure(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    () => 'no failure',
    ({ code, data }: { code: string; data: unknown }) => ({ code, ...(data as object) }),
  )
}

describe('features', () => {
  it.each([
    ['GeoJSON', () => file(geoJson(AREAS))],
    ['GeoJSON in Windows-1252', () => file(latin1(geoJson(AREAS)))],
    ['GeoPackage', async () => file(await geoPackage([{ name: 'områden', epsg: 3006, features: inMetres }]))],
    ['KML', () => file(kml(AREAS))],
    ['Shapefile in UTF-8', async () => file(await zip(shapefileParts('a', AREAS, null, { cpg: 'UTF-8' })))],
    [
      'Shapefile in Windows-1252 by its language',
      async () => file(await zip(shapefileParts('a', AREAS, null, { encode: latin1, language: 0x57 }))),
    ],
    [
      'Shapefile in Windows-1252 by a number',
      async () => file(await zip(shapefileParts('a', AREAS, null, { encode: latin1, cpg: 'ANSI 1252' }))),
    ],
    [
      'Shapefile in Latin 1 as ESRI writes it',
      async () => file(await zip(shapefileParts('a', AREAS, null, { encode: latin1, cpg: '88591' }))),
    ],
    [
      'Shapefile in code page 850',
      async () => file(await zip(shapefileParts('a', AREAS, null, { encode: codePage850, language: 0x02 }))),
    ],
    [
      'Shapefile without a word of its encoding',
      async () => file(await zip(shapefileParts('a', AREAS, null, { encode: latin1 }))),
    ],
  ])('keep å ä ö and features without a shape in %s', async (_, make) => {
    const source = await make()
    expect(await recognise(source)).toEqual({ kind: 'areas' })
    expect(await names(source)).toEqual(['Ängby', 'Öarna', 'Årsta'])
    const { geometries, crs } = await readFeatures(source)
    expect(geometries.map((geometry) => geometry?.type ?? null)).toEqual(['Polygon', null, 'Polygon'])
    const [first] = geometries as GeoJSON.Polygon[]
    const [lon, lat] = projection(crs).inverse(first!.coordinates[0]![0]![0]!, first!.coordinates[0]![0]![1]!)
    expect(lon).toBeCloseTo(18, 8)
    expect(lat).toBeCloseTo(59, 8)
  })

  it('take the CRS from the values where the file declares none, and put swapped axes right', async () => {
    const bare = await readFeatures(file(geoJson(inMetres)))
    expect(bare).toMatchObject({ crs: { epsg: 3006 }, crsDeclared: false })
    const swapped = inMetres.map((feature) => ({
      ...feature,
      geometry: feature.geometry && {
        type: 'Polygon' as const,
        coordinates: feature.geometry.coordinates.map((ring) => ring.map(([x, y]) => [y!, x!])),
      },
    }))
    const found = await readFeatures(file(geoJson(swapped)))
    expect(found.crs.epsg).toBe(3006)
    expect((found.geometries[0] as GeoJSON.Polygon).coordinates[0]![0]).toEqual(forward(18, 59))
  })

  it('say which CRS is declared', async () => {
    const declared = await readFeatures(file(geoJson(inMetres, crsMember(3006))))
    expect(declared).toMatchObject({ crs: { epsg: 3006 }, crsDeclared: true })
  })

  it('offer the layers of a GeoPackage, and read the one that is asked for', async () => {
    const source = file(
      await geoPackage([
        { name: 'punkter', epsg: 4326, type: 'POINT', features: [POINT] },
        { name: 'områden "söder"', epsg: 3006, features: inMetres },
        { name: 'linjer', epsg: 4326, type: 'LINESTRING', features: [LINE, LINE] },
      ]),
    )
    const first = await readFeatures(source)
    expect(first.layers).toEqual(['punkter', 'områden "söder"', 'linjer'])
    expect(first.layer).toBe('områden "söder"')
    expect((await readFeatures(source, { layer: 'linjer' })).rows).toHaveLength(2)
    expect(await failure(readFeatures(source, { layer: 'finns inte' }))).toMatchObject({
      code: 'noSuchSheet',
    })
  })

  it('have no property of a prototype, and pollute none', async () => {
    const text = `{"type":"FeatureCollection","features":[{"type":"Feature","id":7,
      "geometry":{"type":"Point","coordinates":[18,59]},
      "properties":{"__proto__":{"polluted":1},"constructor":"C","toString":"S","datum":"2025-01-01"}}]}`
    const { columns, rows } = await readFeatures(file(text))
    expect(columns).toEqual(['__proto__', 'constructor', 'toString', 'datum', 'id'])
    expect(rows).toEqual([['{"polluted":1}', 'C', 'S', '2025-01-01', '7']])
    expect(({} as Record<string, unknown>).polluted).toBeUndefined()
    const { report, texts } = await loadFile(file(text))
    expect(report.rowsLoaded).toBe(1)
    expect(texts[0]!.getChild('__proto__')?.get(0)).toBe('{"polluted":1}')
  })

  it('with other properties each make one table', async () => {
    const rows: TestFeature[] = [
      { geometry: POINT.geometry, properties: { a: 1, b: null } },
      { geometry: POINT.geometry, properties: { B: 'två', c: 0.1 } },
    ]
    const table = await readFeatures(file(geoJson(rows)))
    expect(table.columns).toEqual(['a', 'b', 'B (2)', 'c'])
    expect(table.rows).toEqual([
      ['1', '', '', ''],
      ['', '', 'två', '0.1'],
    ])
  })
})

describe('what a file is for', () => {
  it.each([
    ['points in GeoJSON', () => file(geoJson([POINT])), 'incidents'],
    ['lines in GeoJSON', () => file(geoJson([LINE])), 'routes'],
    ['lines in KML', () => file(kml([LINE])), 'routes'],
    [
      'a track with a waypoint',
      () =>
        file(
          gpx(
            [{ lon: 18, lat: 59, time: '', type: '', name: 'A' }],
            [
              [18, 59],
              [18.1, 59],
            ],
          ),
        ),
      'routes',
    ],
    ['a shapefile of lines', async () => file(await zip(shapefileParts('a', [LINE], null))), 'routes'],
    ['a table', () => file('datum;typ\n2025-01-01;Klotter\n'), 'incidents'],
    [
      'points beside polygons',
      async () =>
        file(
          await geoPackage([
            { name: 'ytor', epsg: 3006, features: inMetres },
            { name: 'brott', epsg: 4326, features: [POINT] },
          ]),
        ),
      'incidents',
    ],
    ['areas in gzip', () => file(gzip(bytesOfText(geoJson(AREAS)))), 'areas'],
  ])('%s', async (_, make, kind) => {
    expect(await recognise(await make())).toEqual({ kind })
  })

  it('is told by files of our own', async () => {
    expect(await recognise(file('{ "lagesbild": "crime-types", "version": 1 }'))).toEqual({
      kind: 'own',
      what: 'crime-types',
    })
  })

  it('is not decided by the ending', async () => {
    expect(await recognise(file(geoJson(AREAS), 'brott.xlsx'))).toEqual({ kind: 'areas' })
    expect((await sniff(file(geoJson([POINT, POINT]), 'bild.png'))).format).toBe('geojson')
  })
})

describe('a layer of points', () => {
  it('offers layers of points and tables as sheets', async () => {
    const source = file(
      await geoPackage([
        { name: 'ytor', epsg: 3006, features: inMetres },
        { name: 'brott', epsg: 4326, type: 'POINT', features: [POINT, POINT] },
        { name: 'händelser', epsg: 4326, type: 'POINT', features: [POINT, POINT, POINT] },
      ]),
    )
    expect(await sniff(source)).toMatchObject({ sheets: ['brott', 'händelser'], sheet: 'brott', rows: 2 })
    expect((await loadFile(source, {}, { sheet: 'händelser' })).report.rowsLoaded).toBe(3)
  })

  it('loads what is no point without a place, and says so', async () => {
    const several: TestFeature = {
      ...POINT,
      geometry: {
        type: 'MultiPoint',
        coordinates: [
          [18, 59],
          [18.1, 59],
        ],
      },
    }
    const single: TestFeature = { ...POINT, geometry: { type: 'MultiPoint', coordinates: [[18, 59]] } }
    const line: TestFeature = { ...POINT, geometry: LINE.geometry }
    const none: TestFeature = { ...POINT, geometry: null }
    const { report, columns } = await loadFile(file(geoJson([POINT, single, several, line, none])))
    expect(report.rowsLoaded).toBe(5)
    expect([...columns.lon].map((lon) => Number.isNaN(lon))).toEqual([false, false, true, true, true])
    expect(noted(report, 'notAPoint')).toBe(2)
    expect(noted(report, 'noPosition')).toBe(3)
  })

  it('leaves out the records that dBASE marks as deleted', async () => {
    const named = ['A', 'B', 'C'].map((typ) => ({ ...POINT, properties: { ...POINT.properties, typ } }))
    const source = file(await zip(shapefileParts('a', named, null, { deleted: [1] })))
    expect((await sniff(source)).rows).toBe(2)
    const { labels } = await loadFile(source)
    expect(labels.map(({ label }) => label)).toEqual(['', 'A', 'C'])
  })
})

describe('a CRS', () => {
  it.each([
    ['EPSG:3006', 3006],
    ['urn:ogc:def:crs:EPSG::3008', 3008],
    ['urn:ogc:def:crs:EPSG:9.9.1:3021', 3021],
    ['http://www.opengis.net/def/crs/EPSG/0/3012', 3012],
    ['urn:ogc:def:crs:OGC:1.3:CRS84', 4326],
    ['EPSG:4619', 4326],
    ['EPSG:25833', 3006],
    ['EPSG:3857', 3857],
    ['SWEREF 99 13 30', 3008],
  ])('is known by the name %s', (name, epsg) => expect(crsOfName(name)?.epsg).toBe(epsg))

  const local = (title: string, meridian: string) =>
    `PROJCS["${title}",GEOGCS["GCS_SWEREF99",DATUM["D_SWEREF99",SPHEROID["GRS_1980",6378137.0,298.257222101]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],PROJECTION["Transverse_Mercator"],PARAMETER["False_Easting",150000.0],PARAMETER["False_Northing",0.0],PARAMETER["Central_Meridian",${meridian}],PARAMETER["Scale_Factor",1.0],PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]]`
  it.each([
    ['ESRI’s name', local('SWEREF99_13_30', '13.5'), 3008],
    ['its parameters', local('Kommunens eget', '18.0'), 3011],
    ['an EPSG code', `${local('okänt', '0').slice(0, -1)},AUTHORITY["EPSG","3014"]]`, 3014],
    [
      'RT 90 by name',
      'PROJCS["RT90_25_gon_V",GEOGCS["GCS_RT_1990",DATUM["D_RT_1990",SPHEROID["Bessel_1841",6377397.155,299.1528128]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],PROJECTION["Transverse_Mercator"],PARAMETER["False_Easting",1500000.0],PARAMETER["False_Northing",0.0],PARAMETER["Central_Meridian",15.80827777777778],PARAMETER["Scale_Factor",1.0],PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]]',
      3021,
    ],
    [
      'degrees',
      'GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137.0,298.257223563]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]]',
      4326,
    ],
  ])('is known from well-known text by %s', (_, wkt, epsg) => expect(crsOfWkt(wkt)?.epsg).toBe(epsg))

  it('that has no place here is read by its text: Lambert 93, the Eiffel tower', () => {
    const wkt =
      'PROJCS["RGF93_Lambert_93",GEOGCS["GCS_RGF_1993",DATUM["D_RGF_1993",SPHEROID["GRS_1980",6378137.0,298.257222101]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],PROJECTION["Lambert_Conformal_Conic"],PARAMETER["False_Easting",700000.0],PARAMETER["False_Northing",6600000.0],PARAMETER["Central_Meridian",3.0],PARAMETER["Standard_Parallel_1",49.0],PARAMETER["Standard_Parallel_2",44.0],PARAMETER["Latitude_Of_Origin",46.5],UNIT["Meter",1.0]]'
    const [lon, lat] = projection(crsOfWkt(wkt, 2154)!).inverse(648_237.3, 6_862_271.9)
    expect(lon).toBeCloseTo(2.2945, 3)
    expect(lat).toBeCloseTo(48.8584, 3)
  })

  it('that is nonsense is none', () => {
    expect(crsOfWkt('LOCAL_CS["ritning"]')).toBeNull()
    expect(crsOfWkt('')).toBeNull()
    expect(crsOfName('min egen')).toBeNull()
    expect(crsByEpsg(1)).toBeNull()
  })
})

describe.runIf(hasReference)('the reference files', () => {
  it('have as many features in every format, and lie within a metre of each other', async () => {
    for (const [packaged, layer, text, count] of [
      ['sweden_kommuner_3006.gpkg', 'kommuner', 'sweden_kommuner.geojson', 290],
      ['sweden_kommuner_3006.gpkg', 'lan', 'sweden_lan.geojson', 21],
      ['malmo_delomraden_3008.gpkg', undefined, 'malmo_delomraden.geojson', 136],
    ] as const) {
      const a = await readFeatures(referenceFile(`data/${packaged}`), layer ? { layer } : {})
      const b = await readFeatures(referenceFile(`data/${text}`))
      expect([a.rows.length, b.rows.length]).toEqual([count, count])
      expect(a.crsDeclared).toBe(true)
      expect(a.rows.map((cells) => cells[1])).toEqual(b.rows.map((cells) => cells[1]))
      const { inverse } = projection(a.crs)
      const metric = projection(SWEREF99_TM)
      let farthest = 0
      a.geometries.forEach((geometry, i) => {
        const mine = positions(geometry!).map(([x, y]) => metric.forward(...inverse(x!, y!)))
        const theirs = positions(b.geometries[i]!).map(([lon, lat]) => metric.forward(lon!, lat!))
        expect(mine.length).toBe(theirs.length)
        // The rings of GeoJSON run the other way round (RFC 7946, 3.1.6): every corner has its like.
        for (const [x, y] of mine)
          farthest = Math.max(farthest, Math.min(...theirs.map(([e, n]) => Math.hypot(x - e, y - n))))
      })
      expect(farthest).toBeLessThan(1)
      expect(farthest).toBeGreaterThan(0)
    }
    expect((await readFeatures(referenceFile('data/goteborg_basomraden.geojson'))).rows).toHaveLength(1012)
  })

  it('are areas', async () => {
    for (const name of ['sweden_kommuner_3006.gpkg', 'malmo_delomraden_3008.gpkg', 'sweden_lan.geojson'])
      expect(await recognise(referenceFile(`data/${name}`))).toEqual({ kind: 'areas' })
  })
})

function positions(geometry: GeoJSON.Geometry): GeoJSON.Position[] {
  if (geometry.type === 'Polygon') return geometry.coordinates.flat()
  if (geometry.type === 'MultiPolygon') return geometry.coordinates.flat(2)
  throw new Error(geometry.type)
}
