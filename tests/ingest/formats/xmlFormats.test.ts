import { describe, expect, it } from 'vitest'
import { readFeatures } from '../../../src/ingest/index.ts'
import { latin1 } from '../../support/geoFiles.ts'
import { file } from '../files.ts'

const kml = (placemarks: string) =>
  `<?xml version="1.0" encoding="UTF-8"?><kml xmlns="http://www.opengis.net/kml/2.2" xmlns:gx="http://www.google.com/kml/ext/2.2"><Document><name>Dokumentet</name><Style id="s"><LineStyle><color>ff0000ff</color></LineStyle></Style>${placemarks}</Document></kml>`

const ring = (boundary: string, west: number) =>
  `<${boundary}><LinearRing><coordinates>${west},59,0 ${west + 0.1},59,0 ${west + 0.1},59.1,0 ${west},59,0</coordinates></LinearRing></${boundary}>`

describe('KML', () => {
  it('gives names, times, descriptions and extended data, and nothing of how it is drawn', async () => {
    const { columns, rows } = await readFeatures(
      file(
        kml(`<Placemark id="p"><name>Åkeri &amp; lager</name><styleUrl>#s</styleUrl><visibility>1</visibility>
          <description><![CDATA[<b>Hej</b> då]]></description>
          <TimeSpan><begin>2025-03-01T22:00:00</begin><end>2025-03-02T06:30:00</end></TimeSpan>
          <ExtendedData><Data name="__proto__"><displayName>x</displayName><value>1</value></Data>
          <SchemaData schemaUrl="#a"><SimpleData name="brottstyp">Stöld</SimpleData></SchemaData></ExtendedData>
          <Point><coordinates> 18.1,59.2,4 </coordinates></Point></Placemark>
          <Placemark><TimeStamp><when>2025-04-01</when></TimeStamp><Point><coordinates>18,59</coordinates></Point></Placemark>`),
      ),
    )
    expect(columns).toEqual(['name', 'description', 'begin', 'end', '__proto__', 'brottstyp', 'timestamp'])
    expect(rows).toEqual([
      ['Åkeri & lager', '<b>Hej</b> då', '2025-03-01T22:00:00', '2025-03-02T06:30:00', '1', 'Stöld', ''],
      ['', '', '', '', '', '', '2025-04-01'],
    ])
  })

  it('gives holes, parts, tracks and collections', async () => {
    const { geometries } = await readFeatures(
      file(
        kml(`<Placemark><Polygon>${ring('innerBoundaryIs', 18.02)}${ring('outerBoundaryIs', 18)}</Polygon></Placemark>
          <Placemark><MultiGeometry><Polygon>${ring('outerBoundaryIs', 18)}</Polygon><Polygon>${ring('outerBoundaryIs', 19)}</Polygon></MultiGeometry></Placemark>
          <Placemark><gx:Track><when>2025-01-01</when><gx:coord>18 59 0</gx:coord><gx:coord>18.1 59.1 0</gx:coord></gx:Track></Placemark>
          <Placemark><MultiGeometry><Point><coordinates>18,59</coordinates></Point><LineString><coordinates>18,59 19,60</coordinates></LineString></MultiGeometry></Placemark>
          <Placemark><Point><coordinates>,</coordinates></Point></Placemark>
          <Placemark><name>ingenstans</name></Placemark>`),
      ),
    )
    expect(geometries.map((geometry) => geometry?.type ?? null)).toEqual([
      'Polygon',
      'MultiPolygon',
      'LineString',
      'GeometryCollection',
      null,
      null,
    ])
    expect((geometries[0] as GeoJSON.Polygon).coordinates.map(([first]) => first![0])).toEqual([18, 18.02])
    expect((geometries[2] as GeoJSON.LineString).coordinates).toEqual([
      [18, 59],
      [18.1, 59.1],
    ])
  })

  it('is read in the encoding that it declares', async () => {
    const text = kml(
      '<Placemark><name>Söder</name><Point><coordinates>18,59</coordinates></Point></Placemark>',
    ).replace('UTF-8', 'ISO-8859-1')
    expect((await readFeatures(file(latin1(text)))).rows).toEqual([['Söder']])
  })

  it('is the same across the pieces that it is read in', async () => {
    const many = Array.from(
      { length: 12_000 },
      (_, i) =>
        `<Placemark><name>Plats åäö ${i}</name><Point><coordinates>${18 + i / 1e5},59</coordinates></Point></Placemark>`,
    ).join('\n')
    const source = file(kml(many))
    expect(source.size).toBeGreaterThan(1 << 20)
    const { rows, geometries } = await readFeatures(source)
    expect(rows.map(([name]) => name)).toEqual(Array.from({ length: 12_000 }, (_, i) => `Plats åäö ${i}`))
    expect((geometries[11_999] as GeoJSON.Point).coordinates[0]).toBeCloseTo(18.11999, 9)
  })
})

describe('GPX', () => {
  const gpx = `<gpx xmlns="http://www.topografix.com/GPX/1/1" version="1.1"><metadata><name>Filen</name></metadata>
    <wpt lat="59.1" lon="18.1"><ele>4</ele><time>2025-03-01T10:00:00Z</time><name>Bänk</name><link href="https://a"><text>x</text></link>
      <extensions><x:omdome xmlns:x="urn:x">otryggt</x:omdome></extensions></wpt>
    <rte><name>Rutt</name><rtept lat="59" lon="18"><name>A</name></rtept><rtept lat="59.1" lon="18"/></rte>
    <trk><name>Rond</name><trkseg><trkpt lat="59" lon="18"><time>2025-03-01T10:00:00Z</time></trkpt><trkpt lat="59.1" lon="18.1"/></trkseg>
      <trkseg><trkpt lat="60" lon="18"/><trkpt lat="60.1" lon="18.1"/></trkseg><trkseg><trkpt lat="60" lon="18"/></trkseg></trk></gpx>`

  it('gives tracks, routes and waypoints as layers', async () => {
    const first = await readFeatures(file(gpx))
    expect(first.layers).toEqual(['wpt', 'rte', 'trk'])
    expect(first.layer).toBe('rte')
    expect(first.rows).toEqual([['Rutt']])
    const track = await readFeatures(file(gpx), { layer: 'trk' })
    expect(track.rows).toEqual([['Rond']])
    expect(track.geometries[0]).toEqual({
      type: 'MultiLineString',
      coordinates: [
        [
          [18, 59],
          [18.1, 59.1],
        ],
        [
          [18, 60],
          [18.1, 60.1],
        ],
      ],
    })
    const points = await readFeatures(file(gpx), { layer: 'wpt' })
    expect(points.columns).toEqual(['ele', 'time', 'name', 'omdome'])
    expect(points.rows).toEqual([['4', '2025-03-01T10:00:00Z', 'Bänk', 'otryggt']])
  })
})
