import { ScatterplotLayer } from '@deck.gl/layers'

/** A scatterplot's circle is where the length of `unitPosition` is 1; another measure of length gives another shape. */
function withLength<T extends { fs: string }>(shaders: T, length: string): T {
  return { ...shaders, fs: shaders.fs.replace(/length\(unitPosition\)/g, `(${length})`) }
}

/** Events: the longer axis. */
export class SquareLayer extends ScatterplotLayer<number> {
  static override layerName = 'SquareLayer'

  override getShaders() {
    return withLength(super.getShaders(), 'max(abs(unitPosition.x), abs(unitPosition.y))')
  }
}

/** Repairs: the sum of the axes. */
export class DiamondLayer extends ScatterplotLayer<number> {
  static override layerName = 'DiamondLayer'

  override getShaders() {
    return withLength(super.getShaders(), 'abs(unitPosition.x) + abs(unitPosition.y)')
  }
}

/** Fires: the farther of the base at -0.75 and the two sides that meet in (0, 1). */
export class TriangleLayer extends ScatterplotLayer<number> {
  static override layerName = 'TriangleLayer'

  override getShaders() {
    return withLength(
      super.getShaders(),
      'max(-unitPosition.y / 0.75, abs(unitPosition.x) * 1.84 + unitPosition.y)',
    )
  }
}
