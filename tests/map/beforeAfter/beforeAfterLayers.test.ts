import { describe, expect, it } from 'vitest'
import {
  differenceLayer,
  sideLayer,
  swipedLayers,
  type SidesDrawn,
} from '../../../src/map/beforeAfter/beforeAfterLayers.ts'
import { surfaceMesh } from '../../../src/map/surfaceMesh.ts'
import { tokens } from '../tokens.ts'

const grid = { originX: 0, originY: 0, cellSize: 10, columns: 2, rows: 2 }
const mesh = surfaceMesh(grid, (x, y) => [x / 1e5, y / 1e5])
const sides: SidesDrawn = {
  mesh,
  columns: 2,
  rows: 2,
  values: { before: Float32Array.of(1, 2, 3, 4), after: Float32Array.of(5, 6, 7, 8) },
  breaks: [1, 2, 3, 4, 5, 6],
  opacity: 1,
}
interface Clipped {
  values: Float32Array
  breaks: number[]
  clipBounds: [number, number, number, number]
}
const propsOf = (layer: { props: unknown }) => layer.props as Clipped

describe('before and after on the map', () => {
  it('swiped: before west of the line, after east of it, both by one scale', () => {
    const [before, after] = swipedLayers(sides, 15.5, tokens())
    expect(propsOf(before).values).toBe(sides.values.before)
    expect(propsOf(after).values).toBe(sides.values.after)
    expect(propsOf(before).clipBounds[2]).toBe(15.5)
    expect(propsOf(after).clipBounds[0]).toBe(15.5)
    expect(propsOf(before).clipBounds[0]).toBeLessThan(-170)
    expect(propsOf(after).clipBounds[2]).toBeGreaterThan(170)
    expect(propsOf(before).breaks).toBe(propsOf(after).breaks)
    expect(before.id).not.toBe(after.id)
  })

  it('one side alone is whole', () => {
    expect(propsOf(sideLayer(sides, 'after', tokens())).clipBounds).toBeUndefined()
  })

  it('the difference: seven colours and four channels a cell', () => {
    const values = new Float32Array(16)
    const layer = differenceLayer(
      { mesh, columns: 2, rows: 2, values, breaks: [-3, -2, -1, 1, 2, 3] },
      tokens(),
    )
    const { colours } = layer.props as unknown as { colours: number[][] }
    expect(colours).toHaveLength(7)
    expect(propsOf(layer).values).toBe(values)
    expect(propsOf(layer).breaks).toEqual([-3, -2, -1, 1, 2, 3])
  })
})
