import { describe, expect, it } from 'vitest'
import type { MeasureGeometry } from '../../../src/domain/measure.ts'
import { projection, SWEREF99_TM } from '../../../src/ingest/crs.ts'
import { readWork } from '../../../src/ingest/prevention/readWork.ts'
import { recognise } from '../../../src/ingest/recognise.ts'
import type { SourceFile } from '../../../src/ingest/source.ts'
import {
  bytesOfText,
  geoPackage,
  kml,
  shapefileParts,
  zip,
  type TestFeature,
} from '../../support/geoFiles.ts'

const file = (content: Uint8Array | string, name: string) =>
  new File([content as BlobPart], name) as SourceFile
const { forward } = projection(SWEREF99_TM)
const PRJ = 'PROJCS["SWEREF99_TM"]'

const PLACES: [number, number][] = [
  [18.2608, 58.1421],
  [18.2612, 58.1425],
]
const OBSERVED = [
  {
    Datum: '2025-04-09',
    Iakttagelse: 'Trasig lampa',
    Kategori: 'Belysning',
    Otryggt: 'Otrygg',
    Beslut: 'Beslutad',
  },
  { Datum: '2025-04-09', Iakttagelse: 'Fin kiosk', Kategori: 'Belysning', Otryggt: 'Trygg', Beslut: '' },
]
const pointsAt = (places: readonly number[][]): TestFeature[] =>
  OBSERVED.map((properties, k) => ({
    geometry: { type: 'Point', coordinates: places[k]! },
    properties,
  }))

/** Clockwise, as shapefiles want it. */
const CORNERS: [number, number][] = [
  [18.26, 58.14],
  [18.26, 58.15],
  [18.27, 58.15],
  [18.27, 58.14],
  [18.26, 58.14],
]
const PLANNED = {
  Aktivitet: 'Byt lampor',
  Mål: 'Färre stölder',
  Ansvarig: 'Gatukontoret',
  Start: '2025-05-01',
}
const areaOf = (ring: readonly number[][]): TestFeature[] => [
  { geometry: { type: 'Polygon', coordinates: [ring.map((corner) => [...corner])] }, properties: PLANNED },
]
const inMetres = (places: readonly [number, number][]) => places.map(([lon, lat]) => forward(lon, lat))

const shapefile = async (features: readonly TestFeature[]) =>
  file(await zip(shapefileParts('lager', features, PRJ, { cpg: 'UTF-8' })), 'lager.zip')
const geopackage = async (features: readonly TestFeature[], type: string) =>
  file(await geoPackage([{ name: 'lager', epsg: 3006, features, type }]), 'lager.gpkg')

describe('observations as points of a layer', () => {
  it.each([
    ['shapefile', () => shapefile(pointsAt(inMetres(PLACES)))],
    ['GeoPackage', () => geopackage(pointsAt(inMetres(PLACES)), 'POINT')],
    ['KML', () => Promise.resolve(file(bytesOfText(kml(pointsAt(PLACES))), 'lager.kml'))],
  ])('of a %s become a walk with its places in degrees', async (_, make) => {
    const layer = await make()
    expect(await recognise(layer)).toEqual({ kind: 'walks' })
    const { content, problems, foreign } = await readWork(layer)
    expect(problems).toEqual([])
    expect(foreign!.placed).toBe(true)
    expect(content.walks.map(({ date }) => date)).toEqual(['2025-04-09'])
    const { observations } = content.walks[0]!
    expect(observations.map(({ text, feels, category }) => [text, feels, category])).toEqual([
      ['Trasig lampa', 'unsafe', 'lighting'],
      ['Fin kiosk', 'safe', 'lighting'],
    ])
    observations.forEach(({ lon, lat }, k) => {
      expect(lon).toBeCloseTo(PLACES[k]![0], 7)
      expect(lat).toBeCloseTo(PLACES[k]![1], 7)
    })
  })
})

describe('a measure as a polygon of a layer', () => {
  it.each([
    ['shapefile', () => shapefile(areaOf(inMetres(CORNERS)))],
    ['GeoPackage', () => geopackage(areaOf(inMetres(CORNERS)), 'POLYGON')],
    ['KML', () => Promise.resolve(file(bytesOfText(kml(areaOf(CORNERS))), 'lager.kml'))],
  ])('of a %s keeps its ground in degrees', async (_, make) => {
    const { content, problems } = await readWork(await make(), 'measures')
    expect(problems).toEqual([])
    expect(content.measures).toMatchObject([
      { title: 'Byt lampor', start: '2025-05-01', responsible: 'Gatukontoret' },
    ])
    const geometry = content.measures[0]!.geometry as Extract<MeasureGeometry, { type: 'Polygon' }>
    expect(geometry.type).toBe('Polygon')
    expect(geometry.coordinates).toHaveLength(1)
    const ring = geometry.coordinates[0]!
    expect(ring).toHaveLength(CORNERS.length)
    for (const [lon, lat] of CORNERS)
      expect(ring.some(([x, y]) => Math.hypot(x - lon, y - lat) < 1e-7)).toBe(true)
  })
})
