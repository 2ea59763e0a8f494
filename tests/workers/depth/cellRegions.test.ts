import { expect, it } from 'vitest'
import { cellRegions } from '../../../src/workers/depth/cellRegions.ts'

it('joins cells of one label that touch, by corners too, and no others', () => {
  // prettier-ignore
  const labels = [
    0, -1, 1, 1,
    -1, 0, -1, -1,
    2, -1, -1, 0,
  ]
  const regions = cellRegions(labels, { columns: 4, rows: 3 })
  expect(regions.map(({ label, cells }) => [label, [...cells].sort((a, b) => a - b)])).toEqual([
    [0, [0, 5]],
    [1, [2, 3]],
    [2, [8]],
    [0, [11]],
  ])
})
