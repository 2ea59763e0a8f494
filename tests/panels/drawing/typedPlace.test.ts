import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { projection, RT90, SWEREF99_LOCAL, SWEREF99_TM, utmZone } from '../../../src/ingest/crs.ts'
import { typedCorners, typedPlace, type TypedContext } from '../../../src/panels/drawing/typedPlace.ts'

const sweden: TypedContext = { crs: SWEREF99_TM, near: [18.27, 58.14] }
const read = (text: string, context = sweden) => {
  const place = typedPlace(text, context)
  if (place.problem !== null) throw new Error(place.problem)
  return place
}

describe('a typed place', () => {
  it.each([
    '58.1428, 18.2713',
    '58,1428 18,2713',
    '58.1428 18.2713',
    '18.2713, 58.1428',
    'N58 08 34.08 E18 16 16.68',
  ])('reads %s as degrees', (text) => {
    const { lonLat, crs } = read(text)
    expect(crs.epsg).toBe(4326)
    expect(lonLat[0]).toBeCloseTo(18.2713, 5)
    expect(lonLat[1]).toBeCloseTo(58.1428, 5)
  })

  it('reads metres of SWEREF 99 TM in either order', () => {
    const [lon, lat] = projection(SWEREF99_TM).inverse(691935, 6449169)
    for (const text of ['6449169 691935', '691935, 6449169', 'N 6449169 E 691935', '6 449 169 691 935']) {
      const { lonLat, crs } = read(text)
      expect(crs.epsg).toBe(3006)
      expect(lonLat[0]).toBeCloseTo(lon, 8)
      expect(lonLat[1]).toBeCloseTo(lat, 8)
    }
  })

  it('reads the data set’s own CRS, RT 90 and the local zone where the data lie', () => {
    const utm = utmZone(-0.1, 51.5)
    const london: TypedContext = { crs: utm, near: [-0.1, 51.5] }
    const [x, y] = projection(utm).forward(-0.12, 51.51)
    expect(read(`${Math.round(y)} ${Math.round(x)}`, london).crs.epsg).toBe(utm.epsg)
    for (const crs of [RT90, SWEREF99_LOCAL.find(({ name }) => name.endsWith('18 00'))!]) {
      const [easting, northing] = projection(crs).forward(18.27, 58.14)
      const { lonLat, crs: found } = read(`${Math.round(northing)} ${Math.round(easting)}`)
      expect(found.epsg).toBe(crs.epsg)
      expect(lonLat[0]).toBeCloseTo(18.27, 4)
      expect(lonLat[1]).toBeCloseTo(58.14, 4)
    }
  })

  it('reads back every place of a town as it is written in any of its CRSs', () => {
    const places = fc.record({
      lon: fc.double({ min: 18.1, max: 18.4, noNaN: true }),
      lat: fc.double({ min: 58, max: 58.3, noNaN: true }),
    })
    fc.assert(
      fc.property(places, ({ lon, lat }) => {
        const [x, y] = projection(SWEREF99_TM).forward(lon, lat)
        const metres = read(`${y.toFixed(1)} ${x.toFixed(1)}`).lonLat
        const degrees = read(`${lat.toFixed(6)}, ${lon.toFixed(6)}`).lonLat
        return [metres, degrees].every(([a, b]) => Math.abs(a - lon) < 1e-5 && Math.abs(b - lat) < 1e-5)
      }),
    )
  })

  it('says what is wrong: nothing, no coordinate, off the globe, far from the data', () => {
    const problem = (text: string, context = sweden) => typedPlace(text, context).problem
    expect(problem('  ')).toBe('empty')
    expect(problem('vid busstorget')).toBe('unreadable')
    expect(problem('58.1428')).toBe('unreadable')
    expect(problem('95.2, 191.3')).toBe('outside')
    expect(problem('5814 182713')).toBe('outside')
    expect(typedPlace('63.8258, 20.2630', sweden)).toMatchObject({ problem: 'far', text: '63.8258, 20.2630' })
    expect(problem('63.8258, 20.2630', { crs: SWEREF99_TM, near: null })).toBeNull()
  })
})

describe('typed corners', () => {
  it('are one a line; empty lines are passed over and a last corner that is the first again is not counted twice', () => {
    const text = '58.14, 18.27\n\n58.14, 18.28\r\n58.15, 18.28\n58.14, 18.27\n'
    const { corners, problem } = typedCorners(text, sweden)
    expect(problem).toBeNull()
    expect(corners).toEqual([
      [18.27, 58.14],
      [18.28, 58.14],
      [18.28, 58.15],
    ])
  })

  it('say which line cannot be read', () => {
    expect(typedCorners('58.14, 18.27\nhär\n58.15, 18.28', sweden).problem).toEqual({
      row: 2,
      place: { problem: 'unreadable', text: 'här' },
    })
  })
})
