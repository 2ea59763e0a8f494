import { hexOf, type Rgb } from '../ui/theme.ts'

/** Red, green, blue, alpha; 0-1 or 0-255 as the reader wants it. */
export type Rgba = [number, number, number, number]

/** 0-1, for shaders. */
export function unit([r, g, b]: Rgb, alpha = 1): Rgba {
  return [r / 255, g / 255, b / 255, alpha]
}

/** 0-255, for deck.gl's own layers. */
export function bytes([r, g, b]: Rgb, alpha = 1): Rgba {
  return [r, g, b, Math.round(alpha * 255)]
}

/** A CSS colour with opacity, for MapLibre's style. */
export function css(colour: Rgb, alpha = 1): string {
  return alpha === 1 ? hexOf(colour) : `rgba(${colour.join(',')},${alpha})`
}
