import { expect, it } from 'vitest'
import { bandwidthScott } from '../../../src/analysis/index.ts'

it('is σ·n^(−1/6), the mean of both axes', () => {
  const x = [0, 100, 0, 100]
  const y = [0, 0, 300, 300]
  const sigma = (d: number) => Math.sqrt((4 * (d / 2) ** 2) / 3)
  expect(bandwidthScott({ x, y })).toBeCloseTo(((sigma(100) + sigma(300)) / 2) * 4 ** (-1 / 6), 10)
  const far = { x: x.map((v) => v + 674000), y: y.map((v) => v + 6580000) }
  expect(bandwidthScott(far)).toBeCloseTo(bandwidthScott({ x, y }), 6)
})

it('leaves out NaN positions, is 0 for coincident points and refuses fewer than two', () => {
  expect(bandwidthScott({ x: [0, 10, NaN], y: [0, 10, 5] })).toBe(bandwidthScott({ x: [0, 10], y: [0, 10] }))
  expect(bandwidthScott({ x: [5, 5, 5], y: [1, 1, 1] })).toBe(0)
  expect(() => bandwidthScott({ x: [1, NaN], y: [1, 1] })).toThrow(/points \(placed\) is 1/)
})
