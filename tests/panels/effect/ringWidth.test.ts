import { expect, it } from 'vitest'
import type { MultiPolygon } from '../../../src/domain/grid.ts'
import { ringWidth } from '../../../src/panels/effect/ringWidth.ts'

const circle = (radius: number, corners = 64, x = 0) =>
  Array.from({ length: corners + 1 }, (_, k) => {
    const angle = (2 * Math.PI * (k % corners)) / corners
    return [x + radius * Math.cos(angle), radius * Math.sin(angle)]
  })

it('is the distance from the outer edge to the place, to ten metres', () => {
  const target: MultiPolygon = [[circle(75)]]
  expect(ringWidth(target, [[circle(225), circle(75)]])).toBe(150)
  expect(ringWidth(target, [[circle(178), circle(75)]])).toBe(100)
})

it('is none where the zone is not as wide all round, or not a zone', () => {
  const target: MultiPolygon = [[circle(75)]]
  expect(ringWidth(target, [[circle(225, 64, 60), circle(75)]])).toBeNull()
  expect(ringWidth(target, [])).toBeNull()
  expect(ringWidth([], [[circle(225)]])).toBeNull()
})
