import { invalid } from '../argument.ts'
import { requireShape } from '../grid.ts'
import type { Neighbours } from './neighbours.ts'

/**
 * Queen contiguity on a grid: the eight cells that share an edge or a corner, with weight 1.
 * @param options.includeSelf whether a cell is its own neighbour, as Gi* wants
 * @param options.inside one flag a cell (index = row × columns + column); cells outside have empty rows and are nobody's
 *   neighbour
 * @returns rows in the order of the cells, each ascending; the row of a lone cell is empty, or the cell itself. Memory: 36 bytes a cell.
 * @throws RangeError for a shape that is no grid or too large, or a mask of another length; allocates nothing before
 */
export function queenNeighbours(
  grid: { columns: number; rows: number },
  options: { includeSelf: boolean; inside?: Uint8Array },
): Neighbours {
  requireShape(grid)
  const { columns, rows } = grid
  const { includeSelf, inside } = options
  const cells = columns * rows
  if (inside && inside.length !== cells)
    throw invalid('options.inside.length', inside.length, `${cells}, one flag a cell`)
  const offsets = new Uint32Array(cells + 1)
  const indices = new Uint32Array(9 * (inside ? inside.reduce((n, flag) => n + (flag ? 1 : 0), 0) : cells))
  let used = 0
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      const cell = row * columns + column
      offsets[cell] = used
      if (inside && !inside[cell]) continue
      for (let r = Math.max(0, row - 1); r <= Math.min(rows - 1, row + 1); r++)
        for (let c = Math.max(0, column - 1); c <= Math.min(columns - 1, column + 1); c++) {
          const other = r * columns + c
          if ((other === cell && !includeSelf) || (inside && !inside[other])) continue
          indices[used++] = other
        }
    }
  offsets[cells] = used
  return { offsets, indices: indices.slice(0, used) }
}
