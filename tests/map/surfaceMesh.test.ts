import { describe, expect, it } from 'vitest'
import { projection, SWEREF99_TM } from '../../src/ingest/index.ts'
import { surfaceMesh } from '../../src/map/surfaceMesh.ts'

const { inverse, forward } = projection(SWEREF99_TM)
const grid = { originX: 690_000, originY: 6_440_000, cellSize: 30, columns: 700, rows: 400 }
const mesh = surfaceMesh(grid, inverse)

/** Web Mercator on a unit sphere: the plane that the map draws in, where a face of the mesh is flat. */
const mercator = (lon: number, lat: number) => [
  (lon * Math.PI) / 180,
  Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360)),
]
const fromMercator = (x: number, y: number) =>
  forward((x * 180) / Math.PI, ((2 * Math.atan(Math.exp(y)) - Math.PI / 2) * 180) / Math.PI)

/** Area of a triangle of the mesh in texture coordinates, signed. */
function area(k: number): number {
  const [a, b, c] = [0, 1, 2].map((j) => mesh.indices[k + j])
  const at = (v: number) => [mesh.textureCoordinates[2 * v], mesh.textureCoordinates[2 * v + 1]]
  const [[ax, ay], [bx, by], [cx, cy]] = [at(a), at(b), at(c)]
  return ((bx - ax) * (cy - ay) - (cx - ax) * (by - ay)) / 2
}

describe('the mesh under the density surface', () => {
  it('covers the grid once, every triangle the same way round', () => {
    let sum = 0
    for (let k = 0; k < mesh.indices.length; k += 3) {
      expect(area(k)).toBeGreaterThan(0)
      sum += area(k)
    }
    expect(sum).toBeCloseTo(1, 6)
    expect(Math.max(...mesh.indices)).toBe(mesh.positions.length / 3 - 1)
  })

  it('lays each corner where the grid says', () => {
    const vertices = mesh.positions.length / 3
    for (let v = 0; v < vertices; v++) {
      const [x, y] = forward(mesh.positions[3 * v], mesh.positions[3 * v + 1])
      const [s, t] = [mesh.textureCoordinates[2 * v], mesh.textureCoordinates[2 * v + 1]]
      expect(x).toBeCloseTo(grid.originX + s * 21_000, 1)
      expect(y).toBeCloseTo(grid.originY + t * 12_000, 1)
    }
  })

  it.each([6_440_000, 7_550_000])('keeps within a metre of the grid between corners, at N %d', (originY) => {
    const there = { ...grid, originX: 740_000, originY }
    const { positions, textureCoordinates, indices } = surfaceMesh(there, inverse)
    let worst = 0
    indices.forEach((from, k) => {
      const to = indices[k % 3 === 2 ? k - 2 : k + 1]
      const [a, b] = [from, to].map((v) => mercator(positions[3 * v], positions[3 * v + 1]))
      const [x, y] = fromMercator((a[0] + b[0]) / 2, (a[1] + b[1]) / 2)
      const mean = (axis: number) =>
        (textureCoordinates[2 * from + axis] + textureCoordinates[2 * to + axis]) / 2
      worst = Math.max(
        worst,
        Math.hypot(x - there.originX - mean(0) * 21_000, y - there.originY - mean(1) * 12_000),
      )
    })
    expect(worst).toBeLessThan(1)
  })

  it('has as many faces for every grid of a town, so that no buffer changes its size', () => {
    const sizes = [1, 100, 3000].map((columns) =>
      surfaceMesh({ ...grid, cellSize: 30, columns, rows: 10 }, inverse),
    )
    for (const { indices, positions } of sizes) {
      expect(indices).toHaveLength(32 * 32 * 6)
      expect(positions).toHaveLength(33 * 33 * 3)
    }
  })
})
