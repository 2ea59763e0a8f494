import { describe, expect, it } from 'vitest'
import { giCells } from '../../src/map/giCells.ts'
import { giTable, hotCells } from '../../src/panels/situation/giTable.ts'
import type { GiStarCells } from '../../src/workers/messages.ts'

/** Six cells: hot by three degrees, cold, full but by chance, and hot outside the study area. */
const cells: GiStarCells = {
  grid: { originX: 1000, originY: 2000, cellSize: 100, columns: 3, rows: 3 },
  z: Float64Array.of(2.9, 3.5, 5, -3, 1, 6, 0.1, -0.001, 0),
  qValue: Float64Array.of(0.04, 0.009, 0.0005, 0.03, 0.3, 0.001, 0.9, 1, 1),
  counts: Float64Array.of(5, 6, 9, 0, 4, 12, 0, 1, 0),
  inside: Uint8Array.of(1, 1, 1, 1, 1, 0, 1, 1, 1),
}

describe('cells of the Gi* map', () => {
  const drawn = giCells(cells, (x, y) => [x, y])

  it('are those of the study area that hold incidents or are significant, by degree', () => {
    expect(drawn.map(({ level, cold, count }) => [level, cold, count])).toEqual([
      [0, false, 5],
      [1, false, 6],
      [2, false, 9],
      [0, true, 0],
      [null, false, 4],
      [null, false, 1],
    ])
  })

  it('are closed squares on the grid', () => {
    expect(drawn[3].ring).toEqual([
      [1000, 2100],
      [1100, 2100],
      [1100, 2200],
      [1000, 2200],
      [1000, 2100],
    ])
  })

  it('stand in the table with their middles, the most significant first', () => {
    const { rows, columns, key } = giTable(cells)
    expect(rows.map(({ cell }) => cell)).toEqual([2, 1, 0, 4, 7, 3])
    expect(rows[0]).toEqual({ cell: 2, n: 2050, e: 1250, count: 9, z: 5, q: 0.0005 })
    expect(key(rows[0])).toBe(2)
    const z = columns.find((column) => column.key === 'z')!
    expect(z.format!(-0.001, rows[0])).toBe('0,00')
    expect(giTable(null).rows).toEqual([])
  })

  it('are as many hot as the reading says: above chance, inside, never the cold ones', () => {
    expect(hotCells(cells)).toBe(3)
    expect(hotCells(cells)).toBe(drawn.filter(({ level, cold }) => level !== null && !cold).length)
    expect(hotCells(null)).toBe(0)
  })
})
