import { describe, expect, it } from 'vitest'
import { changedParts, markOf, rowRuns, type ProjectPart } from '../../src/state/projectParts.ts'

const LAYERS = [
  { number: 1, range: { from: 1, to: 11 } },
  { number: 3, range: { from: 11, to: 21 } },
]

describe('runs of rows', () => {
  it('are of one layer each, no longer than asked, and together all rows in their order', () => {
    const row = Uint32Array.of(1, 2, 3, 5, 8, 10, 11, 12, 20)
    expect(rowRuns(row, LAYERS, 4)).toEqual([
      { layer: 1, from: 0, to: 4, firstRow: 1, lastRow: 5 },
      { layer: 1, from: 4, to: 6, firstRow: 8, lastRow: 10 },
      { layer: 3, from: 6, to: 9, firstRow: 11, lastRow: 20 },
    ])
    expect(rowRuns(new Uint32Array(0), LAYERS)).toEqual([])
  })

  it('of rows in no layer have number 0', () => {
    expect(rowRuns(Uint32Array.of(99, 100), [])).toEqual([
      { layer: 0, from: 0, to: 2, firstRow: 99, lastRow: 100 },
    ])
  })
})

describe('parts of a project', () => {
  const part = (subject: string, ...refs: unknown[]): ProjectPart => ({ subject, refs, value: () => refs })

  it('have changed where anything that they are made of is another thing', () => {
    const layers = [{}]
    const before = [part('data', 'a', layers), part('views', 1)]
    const mark = markOf(before)
    expect(changedParts(before, mark)).toEqual([])
    const after = [part('data', 'a', [{}]), part('views', 1), part('new')]
    expect(changedParts(after, mark).map(({ subject }) => subject)).toEqual(['data', 'new'])
    expect(changedParts(before, null)).toHaveLength(2)
  })
})
