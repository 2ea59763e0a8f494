import type { GridSpec } from '../domain/grid.ts'

/** Triangles that lay a metric grid on the map, fine enough that the projection's curvature stays below a metre. */
export interface SurfaceMesh {
  /** Longitude, latitude, 0 per vertex. */
  positions: Float64Array
  /** 0-1 west-east and south-north per vertex. */
  textureCoordinates: Float32Array
  indices: Uint32Array
}

/** Side of a mesh face in metres: in Web Mercator, where faces are flat, its diagonal strays by 0.9 m at 68° N, less farther south. */
const FACE_METRES = 3_000

/** Faces along a side; twice as many for surfaces larger than so many faces. */
const FACES = 32

export function surfaceMesh(
  grid: GridSpec,
  toLonLat: (x: number, y: number) => [number, number],
): SurfaceMesh {
  const width = grid.columns * grid.cellSize
  const height = grid.rows * grid.cellSize
  // As many faces for every surface of a town: where the mesh changed its size, WebGL now and then found the index buffer too small.
  const across = Math.max(width, height) > FACES * FACE_METRES ? 2 * FACES : FACES
  const up = across
  const vertices = (across + 1) * (up + 1)
  const positions = new Float64Array(vertices * 3)
  const textureCoordinates = new Float32Array(vertices * 2)
  for (let row = 0, v = 0; row <= up; row++)
    for (let column = 0; column <= across; column++, v++) {
      const s = column / across
      const t = row / up
      const [lon, lat] = toLonLat(grid.originX + s * width, grid.originY + t * height)
      positions[v * 3] = lon
      positions[v * 3 + 1] = lat
      textureCoordinates[v * 2] = s
      textureCoordinates[v * 2 + 1] = t
    }
  const indices = new Uint32Array(across * up * 6)
  for (let row = 0, k = 0; row < up; row++)
    for (let column = 0; column < across; column++) {
      const southWest = row * (across + 1) + column
      const northWest = southWest + across + 1
      indices[k++] = southWest
      indices[k++] = southWest + 1
      indices[k++] = northWest
      indices[k++] = northWest
      indices[k++] = southWest + 1
      indices[k++] = northWest + 1
    }
  return { positions, textureCoordinates, indices }
}
