import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import {
  crsByEpsg,
  insideMetricExtent,
  metricCrsFor,
  plausibleExtent,
  projectCoordinates,
  projection,
  RT90,
  SWEREF99_LOCAL,
  SWEREF99_TM,
} from '../../src/ingest/crs.ts'

const POINTS = resolve(import.meta.dirname, '../../../shared/reference/projection/projection_points.csv')

/** By pyproj 3.4.1 (PROJ 9.1.1): lon, lat, easting, northing. */
const PYPROJ_3006 = [
  [18.0583, 59.33, 673982.59, 6580793.9437],
  [11.9733, 57.7089, 319680.6019, 6400329.4959],
  [13.0007, 55.6091, 374061.6349, 6164388.3628],
  [24.136, 65.8355, 916141.6712, 7331930.8836],
] as const

/** By pyproj 3.4.1 (PROJ 9.1.1): EPSG, lon, lat, easting, northing; RT 90 by the Helmert transformation. */
const CORNERS = [
  ['Smygehuk', 3006, 13.359, 55.337, 395914.3062, 6133519.6222],
  ['Stockholm C', 3006, 18.0583, 59.33, 673982.59, 6580793.9437],
  ['Haparanda', 3006, 24.136, 65.8355, 916141.6712, 7331930.8836],
  ['Kiruna', 3006, 20.2253, 67.8558, 719583.123, 7536069.9699],
  ['Smygehuk', 3007, 13.359, 55.337, 236234.7376, 6135588.6362],
  ['Stockholm C', 3007, 18.0583, 59.33, 494556.1664, 6595120.8083],
  ['Haparanda', 3007, 24.136, 65.8355, 701807.0203, 7358083.0791],
  ['Kiruna', 3007, 20.2253, 67.8558, 495281.7366, 7552806.0604],
  ['Smygehuk', 3008, 13.359, 55.337, 141052.6155, 6134756.4423],
  ['Stockholm C', 3008, 18.0583, 59.33, 409347.0527, 6588310.9601],
  ['Haparanda', 3008, 24.136, 65.8355, 634169.9272, 7345655.4546],
  ['Kiruna', 3008, 20.2253, 67.8558, 432546.0867, 7545181.3183],
  ['Smygehuk', 3010, 13.359, 55.337, -49282.1164, 6139242.1346],
  ['Stockholm C', 3010, 18.0583, 59.33, 238700.0312, 6580467.9986],
  ['Haparanda', 3010, 24.136, 65.8355, 498254.2172, 7325711.3651],
  ['Kiruna', 3010, 20.2253, 67.8558, 306687.7378, 7534519.57],
  ['Smygehuk', 3021, 13.359, 55.337, 1344783.6476, 6136842.3803],
  ['Stockholm C', 3021, 18.0583, 59.33, 1628243.8181, 6580966.6799],
  ['Haparanda', 3021, 24.136, 65.8355, 1879815.8269, 7329114.561],
  ['Kiruna', 3021, 20.2253, 67.8558, 1685892.8129, 7535815.4722],
] as const

describe('projection', () => {
  it.each(CORNERS)('meets %s in EPSG:%i within a centimetre, there and back', (_, epsg, lon, lat, x, y) => {
    const { forward, inverse } = projection(crsByEpsg(epsg)!)
    const [e, n] = forward(lon, lat)
    expect(Math.hypot(e - x, n - y)).toBeLessThan(0.01)
    const [backLon, backLat] = inverse(x, y)
    const east = (backLon - lon) * 111_320 * Math.cos((lat * Math.PI) / 180)
    expect(Math.hypot(east, (backLat - lat) * 111_320)).toBeLessThan(0.01)
  })

  it('agrees with PROJ to a centimetre in SWEREF 99 TM, both ways', () => {
    const tm = projection(SWEREF99_TM)
    for (const [lon, lat, x, y] of PYPROJ_3006) {
      const [e, n] = tm.forward(lon, lat)
      expect(Math.hypot(e - x, n - y)).toBeLessThan(0.01)
      const back = tm.inverse(e, n)
      expect(back[0]).toBeCloseTo(lon, 9)
      expect(back[1]).toBeCloseTo(lat, 9)
    }
  })

  it('inverts the local zones and RT 90 as pyproj does', () => {
    expect(projection(crsByEpsg(3007)!).inverse(147600, 6398000)[0]).toBeCloseTo(11.9597482184, 7)
    expect(projection(crsByEpsg(3008)!).inverse(118500, 6165500)[1]).toBeCloseTo(55.6122052347, 7)
    expect(projection(crsByEpsg(3010)!).inverse(150000, 6480000)).toEqual([
      expect.closeTo(16.5, 7),
      expect.closeTo(58.4373915818, 7),
    ])
    expect(projection(RT90).inverse(1628600, 6580900)[0]).toBeCloseTo(18.064512557, 6)
  })

  it('takes whole GeoJSON geometries along', () => {
    const ring = [[PYPROJ_3006[0].slice(0, 2), PYPROJ_3006[1].slice(0, 2)]]
    const metres = projectCoordinates(ring, projection(SWEREF99_TM))
    expect(metres[0]![0]![0]).toBeCloseTo(673982.59, 2)
    expect(metres[0]![1]![1]).toBeCloseTo(6400329.4959, 2)
  })
})

describe('metricCrsFor', () => {
  it('is SWEREF 99 TM in Sweden and the UTM zone elsewhere', () => {
    expect(metricCrsFor(18, 59.3).epsg).toBe(3006)
    expect(metricCrsFor(-90, 35.1)).toMatchObject({ epsg: 32616, name: 'WGS 84 / UTM 16N' })
    expect(metricCrsFor(-73.9, 40.7).epsg).toBe(32618)
    expect(metricCrsFor(151.2, -33.9).epsg).toBe(32756)
  })
})

describe('extents', () => {
  it('hold every corner of Sweden and shut out the rest', () => {
    for (const [lon, lat, x, y] of PYPROJ_3006) {
      expect(insideMetricExtent(lon, lat, SWEREF99_TM)).toBe(true)
      const [west, south, east, north] = plausibleExtent(SWEREF99_TM)
      expect(x > west && x < east && y > south && y < north).toBe(true)
    }
    expect(insideMetricExtent(0, 0, SWEREF99_TM)).toBe(false)
    expect(insideMetricExtent(59.3, 18, SWEREF99_TM)).toBe(false)
    expect(insideMetricExtent(-90, 35, crsByEpsg(32616)!)).toBe(true)
    expect(insideMetricExtent(90, 35, crsByEpsg(32616)!)).toBe(false)
    expect(insideMetricExtent(-178, 10, crsByEpsg(32660)!)).toBe(true)
  })
})

describe.runIf(existsSync(POINTS))('reference points', () => {
  it('are met within a centimetre in every CRS (RT 90 by the Helmert transformation)', () => {
    const [, ...lines] = readFileSync(POINTS, 'utf8').trim().split('\n')
    expect(lines.length).toBeGreaterThan(90)
    for (const line of lines) {
      const [, epsg, , lat, lon, x, y] = line.split(',')
      const { forward, inverse } = projection(crsByEpsg(Number(epsg))!)
      const [e, n] = forward(Number(lon), Number(lat))
      expect(Math.hypot(e - Number(x), n - Number(y)), line).toBeLessThan(0.01)
      const [backLon, backLat] = inverse(Number(x), Number(y))
      const east = (backLon - Number(lon)) * 111_320 * Math.cos((Number(lat) * Math.PI) / 180)
      expect(Math.hypot(east, (backLat - Number(lat)) * 111_320), line).toBeLessThan(0.01)
    }
  })

  it('are met from metres to degrees, as pyproj does', () => {
    const { inverse: cases } = JSON.parse(readFileSync(POINTS.replace('_points.csv', '.json'), 'utf8')) as {
      inverse: { epsg: number; easting: number; northing: number; lat: number; lon: number }[]
    }
    expect(cases.length).toBeGreaterThan(10)
    for (const { epsg, easting, northing, lat, lon } of cases) {
      const [foundLon, foundLat] = projection(crsByEpsg(epsg)!).inverse(easting, northing)
      const east = (foundLon - lon) * 111_320 * Math.cos((lat * Math.PI) / 180)
      expect(Math.hypot(east, (foundLat - lat) * 111_320), `${epsg} ${easting}`).toBeLessThan(0.01)
    }
  })

  it('name the local zones as EPSG does', () => {
    const names = readFileSync(POINTS, 'utf8').matchAll(/,(30(?:07|08|10)),(SWEREF99? [\d ]+),/g)
    for (const [, epsg, name] of names)
      expect(SWEREF99_LOCAL.find((crs) => crs.epsg === Number(epsg))!.name.replace(/\D/g, '')).toBe(
        name!.replace(/\D/g, ''),
      )
  })
})
