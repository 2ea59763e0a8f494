import { booleanPointInPolygon, multiPolygon } from '@turf/turf'
import { expect, it } from 'vitest'
import { areaNames } from '../../src/map/areaNames.ts'

it('puts a name inside its area, also where the middle of the area is not', () => {
  // A horseshoe: its centroid lies in the gap.
  const lonLat = [
    [
      [
        [0, 0],
        [3, 0],
        [3, 3],
        [2, 3],
        [2, 1],
        [1, 1],
        [1, 3],
        [0, 3],
        [0, 0],
      ],
    ],
  ]
  const area = { id: 'u', name: 'U', polygon: lonLat, lonLat, surface: 7, population: {} }
  const [{ geometry, properties }] = areaNames([area]).features
  expect(properties).toEqual({ name: 'U' })
  expect(booleanPointInPolygon(geometry, multiPolygon(lonLat))).toBe(true)
})
