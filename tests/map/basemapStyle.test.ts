import { describe, expect, it } from 'vitest'
import { basemapStyle, BELOW_LABELS, type BasemapSource } from '../../src/map/basemapStyle.ts'
import { tokens } from './tokens.ts'

const EMPTY: GeoJSON.FeatureCollection = { type: 'FeatureCollection', features: [] }
const SOURCES: BasemapSource[] = [
  { kind: 'features', data: EMPTY },
  { kind: 'tiles', url: 'https://tiles.example/{z}/{x}/{y}.png', attribution: '© example' },
  { kind: 'none' },
]

describe.each(SOURCES)('the ground of $kind', (source) => {
  const style = basemapStyle(source, tokens(), 58)
  const ids = style.layers.map(({ id }) => id)

  it('has each layer once, each with a source that there is', () => {
    expect(new Set(ids).size).toBe(ids.length)
    for (const layer of style.layers)
      if ('source' in layer) expect(Object.keys(style.sources)).toContain(layer.source)
  })

  it('parts what lies below our layers from the labels above them', () => {
    const anchor = ids.indexOf(BELOW_LABELS)
    expect(anchor).toBeGreaterThan(0)
    style.layers.forEach(({ type }, i) => {
      if (type === 'symbol') expect(i).toBeGreaterThan(anchor)
      else if (i !== anchor) expect(i).toBeLessThan(anchor)
    })
    expect(ids.slice(anchor + 1)).toEqual(expect.arrayContaining(['area-name', 'graticule-label']))
  })

  it('asks nothing of the network but the tiles that were allowed', () => {
    expect(style.glyphs).toBeUndefined()
    expect(style.sprite).toBeUndefined()
    const addresses = JSON.stringify(style).match(/https?:[^"]*/g) ?? []
    expect(addresses).toEqual(source.kind === 'tiles' ? [source.url] : [])
  })
})

describe('the width of streets', () => {
  it('is in metres: it doubles with each zoom, and is wider in pixels the farther north', () => {
    const widthAt = (latitude: number) => {
      const style = basemapStyle(SOURCES[0], tokens(), latitude)
      const street = style.layers.find(({ id }) => id === 'base-street')!
      const stops = (street.paint as { 'line-width': unknown[] })['line-width']
      return [stops[4], stops[6]].map((stop) => (stop as unknown[])[2] as number)
    }
    const [far, near] = widthAt(0)
    expect(near / far).toBeCloseTo(2 ** 12, 6)
    // Zoom 8 of 512-pixel tiles: the equator is 131 072 pixels.
    expect(far).toBeCloseTo(131_072 / 40_075_016.7, 12)
    expect(widthAt(60)[0] / far).toBeCloseTo(2, 9)
  })
})
