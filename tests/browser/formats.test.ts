import { describe, expect, it } from 'vitest'
import { crsByEpsg, projection, RT90, SWEREF99_TM, WGS84, type Crs } from '../../src/ingest/crs.ts'
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
} from '../support/geoFiles.ts'
import { browserSession } from '../support/session.ts'

const session = browserSession({ map: false })

/** 30 Saturdays at 23 and 10 Mondays at 08, all in 2025, two of them without a place. */
const INCIDENTS = Array.from({ length: 40 }, (_, i) => {
  const saturday = i < 30
  const day = new Date(Date.UTC(2025, 0, saturday ? 4 : 6) + (i % 30) * 7 * 86_400_000)
  return {
    nummer: `K${1000 + i}`,
    brottstyp: saturday ? 'Klotter' : 'Personrån',
    tidpunkt: `${day.toISOString().slice(0, 10)} ${saturday ? '23:10' : '08:45'}`,
    plats: ['Ågatan', 'Ängsgatan', 'Östra torget'][i % 3]!,
    lonLat: i % 20 === 7 ? null : ([15.6 + i / 500, 58.4 + i / 900] as const),
  }
})

function features(crs: Crs): TestFeature[] {
  const { forward } = projection(crs)
  return INCIDENTS.map(({ lonLat, ...properties }) => ({
    geometry: lonLat && { type: 'Point', coordinates: forward(...lonLat) },
    properties,
  }))
}

const csv = [
  'nummer;brottstyp;tidpunkt;plats;lon;lat',
  ...INCIDENTS.map(({ lonLat, ...row }) => [...Object.values(row), ...(lonLat ?? ['', ''])].join(';')),
].join('\r\n')

const PRJ =
  'PROJCS["RT90_25_gon_V",GEOGCS["GCS_RT_1990",DATUM["D_RT_1990",SPHEROID["Bessel_1841",6377397.155,299.1528128]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],PROJECTION["Transverse_Mercator"],PARAMETER["False_Easting",1500000.0],PARAMETER["False_Northing",0.0],PARAMETER["Central_Meridian",15.80827777777778],PARAMETER["Scale_Factor",1.0],PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]]'

const FILES: [string, string, () => Promise<Uint8Array> | Uint8Array][] = [
  ['a GeoJSON file', 'brott.geojson', () => bytesOfText(geoJson(features(WGS84)))],
  [
    'GeoJSON in SWEREF 99 TM under a wrong ending',
    'brott.csv',
    () => bytesOfText(geoJson(features(SWEREF99_TM), crsMember(3006))),
  ],
  [
    'a GeoPackage',
    'brott.gpkg',
    () => geoPackage([{ name: 'anmälda brott', epsg: 3006, features: features(SWEREF99_TM) }]),
  ],
  ['a zipped Shapefile in RT 90', 'brott.zip', () => zip(shapefileParts('brott', features(RT90), PRJ))],
  ['KML', 'brott.kml', () => bytesOfText(kml(features(WGS84)))],
  ['KMZ', 'brott.kmz', () => zip({ 'doc.kml': bytesOfText(kml(features(WGS84))) })],
  ['CSV in gzip', 'brott.csv.gz', () => gzip(bytesOfText(csv))],
  ['CSV in a zip', 'uttag.zip', () => zip({ 'uttag/brott åäö.csv': bytesOfText(csv) })],
]

describe('the built page', () => {
  it.each(FILES)('counts the incidents of %s', async (_, name, make) => {
    const app = await session.newApp()
    await app.open()
    await app.ready()
    await app.dropBytes(Buffer.from(await make()), name, '')
    await app.load()
    expect(await app.total()).toBe(40)
    const week = await app.week()
    expect(week[5 * 24 + 17]).toBe(30)
    expect(week[2]).toBe(10)
    expect(await app.types()).toEqual([
      { name: 'Klotter', count: 30 },
      { name: 'Personrån', count: 10 },
    ])
    expect(await app.tableRows()).toEqual({ shown: 40, all: 40 })
    await app.page.getByText('Ågatan').first().waitFor()
    await app.show('data')
    const panel = app.page.getByRole('complementary')
    await expect.poll(() => panel.innerText()).toMatch(/2 rader \(5\s%\) saknar koordinater/)
  })

  it('counts the waypoints of a GPX file', async () => {
    const points = INCIDENTS.filter(({ lonLat }) => lonLat).map(
      ({ lonLat, nummer, brottstyp, tidpunkt }) => ({
        lon: lonLat![0],
        lat: lonLat![1],
        time: tidpunkt.replace(' ', 'T'),
        type: brottstyp,
        name: nummer,
      }),
    )
    const app = await session.newApp()
    await app.open()
    await app.ready()
    await app.dropBytes(Buffer.from(gpx(points)), 'punkter.gpx', '')
    await app.load()
    expect(await app.total()).toBe(38)
  })

  it('lets the layer of a GeoPackage be chosen', async () => {
    const all = features(WGS84)
    const bytes = await geoPackage([
      { name: 'våren', epsg: 4326, type: 'POINT', features: all.slice(0, 10) },
      { name: 'hösten', epsg: 4326, type: 'POINT', features: all.slice(10, 35) },
    ])
    const app = await session.newApp()
    await app.open()
    await app.ready()
    await app.dropBytes(Buffer.from(bytes), 'två lager.gpkg', '')
    await app.load(async () => {
      const layer = app.page.getByLabel(app.texts.fileFormats.layer, { exact: true })
      await layer.selectOption('hösten')
      await app.page.getByText(app.texts.panels.open.rowsExact('25')).first().waitFor()
    })
    expect(await app.total()).toBe(25)
  })

  it('takes polygons for areas, whatever the file is called', async () => {
    const { forward } = projection(crsByEpsg(3010)!)
    const square = (lon: number): GeoJSON.Polygon => ({
      type: 'Polygon',
      coordinates: [
        [
          [lon, 58.4],
          [lon, 58.42],
          [lon + 0.03, 58.42],
          [lon + 0.03, 58.4],
          [lon, 58.4],
        ].map(([x, y]) => forward(x!, y!)),
      ],
    })
    const areas = ['Ängby', 'Årsta', 'Öarna'].map((namn, i) => ({
      geometry: square(15.6 + i / 20),
      properties: { kod: `0580C${i}`, namn },
    }))
    const app = await session.newApp()
    await app.open()
    await app.ready()
    const bytes = await geoPackage([{ name: 'områden', epsg: 3010, type: 'POLYGON', features: areas }])
    await app.dropBytes(Buffer.from(bytes), 'brott.csv', '')
    const panel = app.page.getByRole('complementary')
    await panel.getByText(app.texts.areaFiles.title).waitFor()
    await expect.poll(() => panel.innerText()).toMatch(/3 områden\s·\sSWEREF 99 16 30/)
    await expect.poll(() => panel.innerText()).toContain('Öarna')
  })

  it('says in words what is wrong with a file, and keeps what is on the screen', async () => {
    const streets = geoJson(
      Array.from({ length: 41 }, (_, k) => ({
        geometry: {
          type: 'LineString' as const,
          coordinates: [
            [15.6, 58 + k / 100],
            [15.7, 58.5],
          ],
        },
        properties: {},
      })),
    )
    const app = await session.newApp()
    await app.open('#d=demo')
    await app.ready()
    const before = await app.total()
    const broken: [string, Uint8Array, string][] = [
      ['gator.geojson', bytesOfText(streets), '41 linjer'],
      ['två.zip', await zip({ 'a.csv': bytesOfText(csv), 'b.csv': bytesOfText(csv) }), 'a.csv'],
      ['brott.gpkg', (await geoPackage([])).slice(0, 5000), 'GeoPackage'],
      ['a.kml', bytesOfText(kml([], '<!DOCTYPE a [<!ENTITY b "c">]>')), 'entiteter'],
      ['gammal.xls', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0, 0), '.xlsx'],
    ]
    for (const [name, bytes, words] of broken) {
      await app.dropBytes(Buffer.from(bytes), name, '')
      const notice = app.page.getByRole('alert').filter({ hasText: name })
      await notice.waitFor()
      expect(await notice.innerText()).toContain(words)
      expect(await app.total()).toBe(before)
    }
  })
})
