import { describe, expect, it } from 'vitest'
import { changeCells } from '../../../src/panels/beforeAfter/changeCells.ts'
import {
  CHANCE,
  type BeforeAfterChance,
  type BeforeAfterSurfaces,
} from '../../../src/workers/effect/beforeAfterMessages.ts'

const grid = { originX: 1000, originY: 2000, cellSize: 10, columns: 2, rows: 2 }
const chance = {
  grid,
  difference: Float32Array.of(-4, 2, 0, 1),
  expected: Float32Array.of(-1, -1, 0, -1),
  support: Float32Array.of(2, 1.5, 0, 0.5),
  pValue: Float32Array.of(0.001, 0.5, NaN, NaN),
  qValue: Float32Array.of(0.002, 0.5, NaN, NaN),
  verdict: Uint8Array.of(CHANCE.fall, CHANCE.mayBeChance, CHANCE.untested, CHANCE.untested),
} as unknown as BeforeAfterChance
const surfaces = {
  grid,
  beforeValues: Float32Array.of(5, 1, 0, 0),
  afterValues: Float32Array.of(1, 3, 0, 1),
} as unknown as BeforeAfterSurfaces

describe('the cells of the difference as they are handed on', () => {
  it('are the tested ones, at their centres, with their figures and verdict; single incidents do not show', () => {
    const cells = changeCells(chance, surfaces)
    expect(cells.map(({ cell }) => cell)).toEqual([0, 1])
    expect(cells[0]).toMatchObject({
      east: 1005,
      north: 2005,
      before: 5,
      after: 1,
      difference: -4,
      expected: -1,
    })
    expect(cells[0].q).toBeCloseTo(0.002, 6)
    expect(cells.map(({ verdict }) => verdict)).toEqual(['fall', 'mayBeChance'])
    expect(cells[1]).toMatchObject({ east: 1015, north: 2005, p: 0.5, q: 0.5 })
  })

  it('hold no densities of another grid', () => {
    const other = { ...surfaces, grid: { ...grid, columns: 4 } }
    expect(changeCells(chance, other)[0]).toMatchObject({ before: null, after: null, difference: -4 })
    expect(changeCells(chance, null)[0]).toMatchObject({ before: null, after: null })
  })
})
