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

  it('let the scale of differences run away from its neutral middle, alike on both sides', () => {
    for (const side of [0, 1]) {
      const neutral = pair('diverging-4')[side]
      const away = [1, 2, 3, 5, 6, 7].map((step) => contrast(pair(`diverging-${step}`)[side], neutral))
      const [less, more] = [away.slice(0, 3).reverse(), away.slice(3)]
      for (const steps of [less, more]) {
        expect(steps).toEqual([...steps].sort((a, b) => a - b))
        expect(steps[0]).toBeGreaterThan(1.2)
        expect(steps[2]).toBeGreaterThan(5)
      }
    }
  })

  // Brettel-type dichromacy by Machado, Oliveira & Fernandes (2009), severity 1; differences in OKLab × 100.
  it.each([
    ['normal', [1, 0, 0, 0, 1, 0, 0, 0, 1]],
    ['protan', [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998]],
    ['deutan', [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.01182, 0.04294, 0.968881]],
    ['tritan', [1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.3039]],
  ] as [string, number[]][])('keep all seven colours of a difference apart for %s eyes', (_, matrix) => {
    const linear = (c: number) => (c / 255 <= 0.04045 ? c / 255 / 12.92 : ((c / 255 + 0.055) / 1.055) ** 2.4)
    const seen = (colour: Rgb) => {
      const rgb = colour.map(linear)
      const [r, g, b] = [0, 3, 6].map((at) =>
        Math.min(1, Math.max(0, matrix[at] * rgb[0] + matrix[at + 1] * rgb[1] + matrix[at + 2] * rgb[2])),
      )
      const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b)
      const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b)
      const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b)
      return [
        0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
        1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
        0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
      ]
    }
    for (const side of [0, 1])
      for (let a = 1; a <= 7; a++)
        for (let b = a + 1; b <= 7; b++) {
          const [p, q] = [a, b].map((step) => seen(pair(`diverging-${step}`)[side]))
          expect(100 * Math.hypot(p[0] - q[0], p[1] - q[1], p[2] - q[2]), `${a} and ${b}`).toBeGreaterThan(
            7.5,
          )
        }
  })
})
