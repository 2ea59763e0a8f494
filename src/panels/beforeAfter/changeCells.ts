import { centreX, centreY } from '../../analysis/index.ts'
import {
  CHANCE,
  type BeforeAfterChance,
  type BeforeAfterSurfaces,
} from '../../workers/effect/beforeAfterMessages.ts'

/** A cell of the difference as it is handed on. */
export interface ChangeCell {
  /** Index in the grid of the difference. */
  cell: number
  /** Centre, metres. */
  east: number
  north: number
  /** Per km² and year; null where the surfaces have other cells than the difference. */
  before: number | null
  after: number | null
  difference: number
  expected: number
  p: number
  q: number
  verdict: Exclude<keyof typeof CHANCE, 'untested'>
}

const VERDICTS = Object.fromEntries(
  Object.entries(CHANCE).map(([name, code]) => [code, name as ChangeCell['verdict']]),
)

/**
 * The tested cells, row by row from the south. Those with too little under the kernel are left out: their figures would tell where single
 * incidents lie (methods.md, Disclosure).
 */
export function changeCells(chance: BeforeAfterChance, surfaces: BeforeAfterSurfaces | null): ChangeCell[] {
  const { grid } = chance
  const same =
    surfaces !== null && surfaces.grid.columns === grid.columns && surfaces.grid.cellSize === grid.cellSize
  const rows: ChangeCell[] = []
  for (let cell = 0; cell < chance.difference.length; cell++) {
    if (chance.verdict[cell] === CHANCE.untested) continue
    rows.push({
      cell,
      east: centreX(grid, cell % grid.columns),
      north: centreY(grid, Math.floor(cell / grid.columns)),
      before: same ? surfaces.beforeValues[cell] : null,
      after: same ? surfaces.afterValues[cell] : null,
      difference: chance.difference[cell],
      expected: chance.expected[cell],
      p: chance.pValue[cell],
      q: chance.qValue[cell],
      verdict: VERDICTS[chance.verdict[cell]],
    })
  }
  return rows
}
