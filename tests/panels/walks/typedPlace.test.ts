import { describe, expect, it } from 'vitest'
import { projection, SWEREF99_TM, utmZone } from '../../../src/ingest/crs.ts'
import { readTypedPlace, readTypedRoute, writePlace } from '../../../src/panels/walks/typedPlace.ts'

const place: [number, number] = [18.27128, 58.142861]

describe('a typed place', () => {
  it.each([
    '58.142861, 18.27128',
    '58,142861 18,27128',
    'N 58.142861 E 18.27128',
    'E 18.27128 N 58.142861',
    `58°08'34.2996"N 18°16'16.608"E`,
  ])('is read from %s', (text) => {
    expect(readTypedPlace(text, SWEREF99_TM)).toEqual(place)
  })

  it('is read from SWEREF 99 TM, northing first, with or without spaces', () => {
    const [east, north] = projection(SWEREF99_TM)
      .forward(...place)
      .map(Math.round)
    const [lon, lat] = readTypedPlace(`${north}, ${east}`, SWEREF99_TM) as [number, number]
    expect(lon).toBeCloseTo(place[0], 4)
    expect(lat).toBeCloseTo(place[1], 4)
    const spaced = `N ${String(north).replace(/\B(?=(\d{3})+$)/g, ' ')} E ${east}`
    expect(readTypedPlace(spaced, SWEREF99_TM)).toEqual([lon, lat])
  })

  it('is read in the plane of data from elsewhere', () => {
    const crs = utmZone(-87.6, 41.9)
    const [east, north] = projection(crs).forward(-87.6, 41.9)
    const [lon, lat] = readTypedPlace(`${north}, ${east}`, crs) as [number, number]
    expect(lon).toBeCloseTo(-87.6, 5)
    expect(lat).toBeCloseTo(41.9, 5)
  })

  it.each([
    ['', 'missing'],
    ['  ', 'missing'],
    ['vid kiosken', 'unreadable'],
    ['58.14', 'unreadable'],
    ['6446700, 150000', 'ambiguous'],
    ['10.5, 18.2', 'outside'],
  ])('of %j is refused: %s', (text, fault) => {
    expect(readTypedPlace(text, SWEREF99_TM)).toBe(fault)
  })

  it('is written so that it is read again', () => {
    expect(readTypedPlace(writePlace(place), null)).toEqual(place)
  })
})

describe('a typed route', () => {
  it('is one place a line, blank lines aside; nothing is no route', () => {
    expect(readTypedRoute('58.1, 18.2\n\n 58.2, 18.3 \n', SWEREF99_TM)).toEqual([
      [18.2, 58.1],
      [18.3, 58.2],
    ])
    expect(readTypedRoute(' \n', SWEREF99_TM)).toEqual([])
  })

  it('says which line cannot be read, and that one place is no route', () => {
    expect(readTypedRoute('58.1, 18.2\nkiosken', SWEREF99_TM)).toEqual({ line: 2, what: 'unreadable' })
    expect(readTypedRoute('58.1, 18.2', SWEREF99_TM)).toEqual({ line: 0, what: 'short' })
  })
})
