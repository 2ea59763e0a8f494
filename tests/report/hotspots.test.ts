import { expect, it } from 'vitest'
import { SWEREF99_TM } from '../../src/ingest/index.ts'
import { hotspotsGeoJson } from '../../src/report/hotspots.ts'

it('hands hotspots on with what made them beside each', () => {
  const ring = [
    [18, 59],
    [18.01, 59],
    [18.01, 59.01],
    [18, 59],
  ]
  const text = hotspotsGeoJson(
    [
      {
        rank: 1,
        name: 'Busstorget',
        lonLat: [[ring]],
        incidents: 12,
        share: 0.3,
        surfaceKm2: 0.04,
        densityPerKm2Year: 900,
        moreThanChance: true,
      },
    ],
    { period: 'jan–apr 2025', selection: 'Misshandel utomhus', bandwidth: 150, crs: SWEREF99_TM },
  )
  const { type, features } = JSON.parse(text) as GeoJSON.FeatureCollection
  expect(type).toBe('FeatureCollection')
  expect(features[0].geometry).toEqual({ type: 'MultiPolygon', coordinates: [[ring]] })
  expect(features[0].properties).toEqual({
    rank: 1,
    name: 'Busstorget',
    incidents: 12,
    share: 0.3,
    surfaceKm2: 0.04,
    densityPerKm2Year: 900,
    moreThanChance: true,
    period: 'jan–apr 2025',
    selection: 'Misshandel utomhus',
    bandwidth: 150,
    crs: 'SWEREF 99 TM',
  })
  expect(
    JSON.parse(hotspotsGeoJson([], { period: '', selection: '', bandwidth: 1, crs: null })).features,
  ).toEqual([])
})
