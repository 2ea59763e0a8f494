import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { hexOf, parseColour, type Rgb } from '../../src/ui/theme.ts'

describe('parseColour', () => {
  it('reads the forms a browser computes', () => {
    expect(parseColour('rgb(11, 95, 125)')).toEqual([11, 95, 125])
    expect(parseColour('rgba(11, 95, 125, 0.5)')).toEqual([11, 95, 125])
    expect(parseColour('rgb(11 95 125 / 0.5)')).toEqual([11, 95, 125])
    expect(parseColour('color(srgb 1 0.5 0)')).toEqual([255, 128, 0])
  })
  it('refuses what is no colour', () => {
    expect(() => parseColour('var(--ink)')).toThrow(RangeError)
    expect(() => parseColour('')).toThrow(RangeError)
  })
  it('writes hexadecimals back', () => {
    expect(hexOf([11, 95, 125])).toBe('#0b5f7d')
  })
})

/** Contrast ratio of two colours (WCAG 2.2, relative luminance). */
function contrast(a: Rgb, b: Rgb): number {
  const luminance = (colour: Rgb) => {
    const [r, g, bl] = colour.map((c) =>
      c / 255 <= 0.04045 ? c / 255 / 12.92 : ((c / 255 + 0.055) / 1.055) ** 2.4,
    )
    return 0.2126 * r + 0.7152 * g + 0.0722 * bl
  }
  const [x, y] = [luminance(a), luminance(b)].sort((p, q) => q - p)
  return (x + 0.05) / (y + 0.05)
}

describe('the tokens', () => {
  const css = readFileSync(new URL('../../src/ui/tokens.css', import.meta.url), 'utf8')
  const rgb = (hex: string): Rgb => [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16)) as Rgb
  const sides = new Map(
    [...css.matchAll(/--([\w-]+): light-dark\((#\w{6}), (#\w{6})\)/g)].map((m) => [
      m[1],
      [rgb(m[2]), rgb(m[3])],
    ]),
  )
  const pair = (name: string) => sides.get(name)!

  it.each([0, 1])('give text 4.5:1 on every surface (side %i)', (side) => {
    for (const surface of ['bg', 'panel', 'card', 'accent-bg'])
      for (const ink of ['ink', 'ink2', 'ink3'])
        expect(contrast(pair(ink)[side], pair(surface)[side]), `${ink} on ${surface}`).toBeGreaterThanOrEqual(
          4.5,
        )
    expect(contrast(pair('on-accent')[side], pair('accent')[side])).toBeGreaterThanOrEqual(4.5)
    expect(contrast(pair('accent')[side], pair('accent-bg')[side])).toBeGreaterThanOrEqual(4.5)
    expect(contrast(pair('warn')[side], pair('card')[side])).toBeGreaterThanOrEqual(4.5)
  })

  it.each([0, 1])('give marks 3:1 on the map’s blocks (side %i)', (side) => {
    for (let category = 0; category <= 7; category++)
      expect(
        contrast(pair(`category-${category}`)[side], pair('map-block')[side]),
        `category ${category}`,
      ).toBeGreaterThanOrEqual(3)
  })

  it('let the amount scale run one way in lightness, away from the ground', () => {
    for (const side of [0, 1]) {
      const ground = pair('map-block')[side]
      const steps = [1, 2, 3, 4, 5, 6].map((step) => contrast(pair(`amount-${step}`)[side], ground))
      expect(steps).toEqual([...steps].sort((a, b) => a - b))
    }
  })
})
