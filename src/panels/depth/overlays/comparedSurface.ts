import type { DivergingSurface } from '../../../map/depthOverlay.ts'
import { surfaceMesh } from '../../../map/surfaceMesh.ts'
import type { ComparedSurface } from '../../../workers/depth/surfacePair.ts'

type Placed = Pick<DivergingSurface, 'mesh' | 'values' | 'columns' | 'rows'>

const made = new WeakMap<ComparedSurface, Placed>()

/** A surface as the map takes it; made once, so that a change of words uploads nothing anew. */
export function placedSurface(
  surface: ComparedSurface,
  toLonLat: (x: number, y: number) => [number, number],
): Placed {
  const known = made.get(surface)
  if (known) return known
  const { grid, values, support } = surface
  const channels = new Float32Array(2 * values.length)
  for (let i = 0; i < values.length; i++) {
    channels[2 * i] = values[i]
    channels[2 * i + 1] = support[i]
  }
  const placed = {
    mesh: surfaceMesh(grid, toLonLat),
    values: channels,
    columns: grid.columns,
    rows: grid.rows,
  }
  made.set(surface, placed)
  return placed
}
