import { describe, expect, it } from 'vitest'
import { parseAngle, type Angle } from '../../../src/ingest/positions/angle.ts'
import { parseIso6709 } from '../../../src/ingest/positions/iso6709.ts'
import { parsePair } from '../../../src/ingest/positions/pairText.ts'
import { parseWktPoint } from '../../../src/ingest/positions/wkt.ts'

function angle(text: string): Angle | null {
  const out: Angle = { degrees: NaN, axis: null, sexagesimal: false }
  return parseAngle(text, out) ? out : null
}

describe('angles', () => {
  // 59°19'46" = 59 + 19/60 + 46/3600 = 59.329444…; 59°19.77' = 59.3295; 18°04'07" = 18.068611…
  it.each([
    ['59°19\'46"N', 59 + 19 / 60 + 46 / 3600, 'lat'],
    ['59° 19′ 46″ N', 59 + 19 / 60 + 46 / 3600, 'lat'],
    ["59°19'46''N", 59 + 19 / 60 + 46 / 3600, 'lat'],
    ['N59 19 46', 59 + 19 / 60 + 46 / 3600, 'lat'],
    ['59 19.77 N', 59.3295, 'lat'],
    ["59° 19,77'", 59.3295, null],
    ['59:19:46', 59 + 19 / 60 + 46 / 3600, null],
    ['18° 04\' 07,5" Ö', 18 + 4 / 60 + 7.5 / 3600, 'lon'],
    ['O 18 4.1', 18 + 4.1 / 60, 'lon'],
    ['0° 7\' 39" V', -(7 / 60 + 39 / 3600), 'lon'],
    ['33.9 S', -33.9, 'lat'],
    ['-18.5', -18.5, null],
    ['18,0686', 18.0686, null],
    ['59.3293°', 59.3293, null],
  ] as const)('%s', (text, degrees, axis) => {
    const found = angle(text)
    expect(found?.degrees).toBeCloseTo(degrees, 10)
    expect(found?.axis).toBe(axis)
  })

  it.each(['', 'N', '59 61', '59 19 60', '59.5 19', 'N 59 S', 'Storgatan 1', '6580822', '59°19\'46"X'])(
    'is none: %j',
    (text) => expect(angle(text)).toBeNull(),
  )
})

describe('two coordinates in one text', () => {
  it.each<[string, number, number, boolean | null]>([
    ['59.3293, 18.0686', 59.3293, 18.0686, null],
    ['59.3293,18.0686', 59.3293, 18.0686, null],
    ['59,3293 18,0686', 59.3293, 18.0686, null],
    ['59,3293, 18,0686', 59.3293, 18.0686, null],
    ['59,3293,18,0686', 59.3293, 18.0686, null],
    ['59,3293;18,0686', 59.3293, 18.0686, null],
    ['(59.3293 / 18.0686)', 59.3293, 18.0686, null],
    ['18.0686 59.3293', 18.0686, 59.3293, null],
    ['59.3293N 18.0686E', 59.3293, 18.0686, true],
    ['E18.0686, N59.3293', 18.0686, 59.3293, false],
    ['59°19\'46"N 18°04\'07"E', 59 + 19 / 60 + 46 / 3600, 18 + 4 / 60 + 7 / 3600, true],
    ['N 59 19.77 E 18 4.1', 59.3295, 18 + 4.1 / 60, true],
    ['59 19.77 18 04.1', 59.3295, 18 + 4.1 / 60, null],
    ['59 19 46 18 04 07', 59 + 19 / 60 + 46 / 3600, 18 + 4 / 60 + 7 / 3600, null],
    ['lat: 59.3293 lon: 18.0686', 59.3293, 18.0686, true],
    ['{"lng":18.0686,"lat":59.3293}', 18.0686, 59.3293, false],
    ['-33.9, 151.2', -33.9, 151.2, null],
    ['6580822, 674032', 6580822, 674032, null],
    ['6580822 674032', 6580822, 674032, null],
    ['6580822,5 674032,1', 6580822.5, 674032.1, null],
    ['6 580 822, 674 032', 6580822, 674032, null],
    ['6 580 822 674 032', 6580822, 674032, null],
    ['N 6580822 E 674032', 6580822, 674032, true],
    ['N6580822, Ö674032', 6580822, 674032, true],
  ])('%s', (text, first, second, firstIsNorth) => {
    const pair = parsePair(text)
    expect(pair?.first).toBeCloseTo(first, 9)
    expect(pair?.second).toBeCloseTo(second, 9)
    expect(pair?.firstIsNorth).toBe(firstIsNorth)
  })

  it.each(['', 'Storgatan 12', 'Kungsgatan 4 B', '59.3293', 'N59 N18', '1, 2, 3', 'POINT(18 59)', '12-14'])(
    'is none: %j',
    (text) => expect(parsePair(text)).toBeNull(),
  )
})

describe('well-known text', () => {
  it.each([
    ['POINT(18.0686 59.3293)', { x: 18.0686, y: 59.3293, srid: null }],
    ['point (18.0686 59.3293)', { x: 18.0686, y: 59.3293, srid: null }],
    ['SRID=3006;POINT(674032 6580822)', { x: 674032, y: 6580822, srid: 3006 }],
    ['POINT Z (674032.5 6580822.25 12.1)', { x: 674032.5, y: 6580822.25, srid: null }],
    ['POINTZM(1e1 -2 3 4)', { x: 10, y: -2, srid: null }],
    ['MULTIPOINT ((18.1 59.3))', { x: 18.1, y: 59.3, srid: null }],
    ['POINT EMPTY', null],
    ['LINESTRING(1 2, 3 4)', null],
    ['POINT(18,0686 59,3293)', null],
    ['POINT(1)', null],
  ])('%s', (text, point) => expect(parseWktPoint(text)).toEqual(point))
})

describe('ISO 6709', () => {
  it.each([
    ['+59.3293+018.0686/', 59.3293, 18.0686],
    ['+5919.77+01804.1/', 59.3295, 18 + 4.1 / 60],
    ['+591946+0180407/', 59 + 19 / 60 + 46 / 3600, 18 + 4 / 60 + 7 / 3600],
    ['-33.9+151.2+10CRSWGS_84/', -33.9, 151.2],
  ])('%s', (text, lat, lon) => {
    expect(parseIso6709(text)?.lat).toBeCloseTo(lat, 10)
    expect(parseIso6709(text)?.lon).toBeCloseTo(lon, 10)
  })

  it('is none without signs, or with sixty minutes', () => {
    expect(parseIso6709('59.3293 18.0686')).toBeNull()
    expect(parseIso6709('+5960+01800/')).toBeNull()
  })
})
