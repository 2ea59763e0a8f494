import { describe, expect, it } from 'vitest'
import { locale } from '../../../src/i18n/locale.svelte.ts'
import { proposeMapping, sniff } from '../../../src/ingest/index.ts'
import { mapLayout } from '../../../src/panels/data/positions/mapLayout.ts'
import { samplePlaces } from '../../../src/panels/data/positions/samplePlaces.ts'
import { whereSentences } from '../../../src/panels/data/positions/whereSentences.ts'
import { lines } from '../../ingest/files.ts'

const WIDTH = 360
const HEIGHT = 200
const MALMO: [number, number][] = [0, 1, 2, 3, 4].map((k) => [13.0 + k * 0.004, 55.6 + k * 0.002])
const MEMPHIS: [number, number][] = [0, 1, 2].map((k) => [-89.95 + k * 0.05, 35.1 + k * 0.03])

describe('the small map', () => {
  it('holds every point, at one scale in both directions', () => {
    const layout = mapLayout(MALMO, WIDTH, HEIGHT)!
    expect(layout).toMatchObject({ inSweden: true, graticule: '' })
    expect(layout.points).toHaveLength(5)
    for (const [x, y] of layout.points) {
      expect(x).toBeGreaterThan(0)
      expect(x).toBeLessThan(WIDTH)
      expect(y).toBeGreaterThan(0)
      expect(y).toBeLessThan(HEIGHT)
    }
    // 0.016° of longitude at 55.6° N is 0.016 · 111 320 m · cos 55.6° = 1006 m.
    const across = (layout.points[4]![0] - layout.points[0]![0]) * layout.metresPerPixel
    expect(Math.abs(across / 1006 - 1)).toBeLessThan(0.01)
    expect(layout.labels.map(({ name }) => name)).toContain('Malmö')
    expect(layout.land).toMatch(/^M/)
  })

  it('lays a net of degrees under data abroad, and has nothing to show of nothing', () => {
    expect(mapLayout(MEMPHIS, WIDTH, HEIGHT)).toMatchObject({ inSweden: false, land: '', labels: [] })
    expect(mapLayout(MEMPHIS, WIDTH, HEIGHT)!.graticule.split('M').length).toBeGreaterThan(4)
    expect(mapLayout([], WIDTH, HEIGHT)).toBeNull()
  })

  it('is not drawn out by a point outside Sweden', () => {
    const layout = mapLayout([...MALMO, [151.2, -33.9]], WIDTH, HEIGHT)!
    expect(layout.points).toHaveLength(5)
    expect(layout.metresPerPixel).toBeLessThan(120)
  })
})

describe('where the sample lies, in words', () => {
  it('counts what has a place and what has none', async () => {
    locale.use('sv')
    const row = (lat: string, lon: string) => `2025-03-01;${lat};${lon}`
    const description = await sniff(
      lines(
        'datum;lat;lon',
        ...MALMO.map(([lon, lat]) => row(String(lat), String(lon))),
        row('0', '0'),
        row('', ''),
        row('10', '10'),
        row('x', '13'),
      ),
    )
    const places = samplePlaces(description, proposeMapping(description))
    expect(places.points).toHaveLength(5)
    expect(whereSentences(places, locale)).toEqual([
      '5 rader ligger i och omkring Malmö.',
      '1 rad ligger utanför Sverige.',
      '1 rad har koordinaterna 0, 0.',
      '1 rad saknar koordinater.',
      '1 rad har koordinater som inte går att läsa.',
    ])
  })

  it('tells a country from a town, and data abroad', () => {
    const without = new Map()
    const spread: [number, number][] = [...MALMO, [18.06, 59.33], [20.26, 63.83], [11.97, 57.71]]
    expect(whereSentences({ rows: 8, points: spread, without }, locale)[0]).toMatch(
      /^8 rader är spridda över/,
    )
    expect(whereSentences({ rows: 3, points: MEMPHIS, without }, locale)).toEqual([
      '3 rader ligger utanför Sverige, kring 35,13° N, 89,90° V.',
    ])
    expect(whereSentences({ rows: 2, points: [], without }, locale)).toEqual([
      'Inga rader i urvalet har en plats på kartan.',
    ])
  })
})
