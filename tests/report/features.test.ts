import { expect, it } from 'vitest'
import { featuresGeoJson } from '../../src/report/features.ts'

it('writes places with their figures, and what made them', () => {
  const text = featuresGeoJson(
    [{ geometry: { type: 'Point', coordinates: [18.1, 59.3] }, properties: { name: 'Busstorget', now: 12 } }],
    ['Exempelköping. n = 12.'],
  )
  expect(JSON.parse(text)).toEqual({
    type: 'FeatureCollection',
    made: ['Exempelköping. n = 12.'],
    features: [
      {
        type: 'Feature',
        geometry: { type: 'Point', coordinates: [18.1, 59.3] },
        properties: { name: 'Busstorget', now: 12 },
      },
    ],
  })
})
