/**
 * The longest bar of a round length (1, 2 or 5 times a power of ten) that fits.
 * @param metresPerPixel ground metres under one px
 * @param maxWidth px
 */
export function scaleBarOf(metresPerPixel: number, maxWidth: number): { metres: number; pixels: number } {
  const most = metresPerPixel * maxWidth
  const power = 10 ** Math.floor(Math.log10(most))
  const metres = ([5, 2, 1].find((step) => step * power <= most) ?? 1) * power
  return { metres, pixels: metres / metresPerPixel }
}
