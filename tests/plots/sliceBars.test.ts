import { expect, it } from 'vitest'
import { sliceBars } from '../../src/plots/sliceBars.ts'

it('stands bars by count on a common foot, hot ones marked', () => {
  const bars = sliceBars([0, 5, 10, 0.01], [0, 0, 1, 0], { width: 100, height: 20 })
  expect(bars.map(({ height }) => height)).toEqual([0, 10, 20, 1])
  for (const bar of bars) expect(bar.y + bar.height).toBe(20)
  expect(bars.map(({ hot }) => hot)).toEqual([false, false, true, false])
  expect(bars[3].x + bars[3].width).toBeCloseTo(100, 9)
  for (let k = 1; k < 4; k++) expect(bars[k].x).toBeGreaterThan(bars[k - 1].x + bars[k - 1].width)
})

it('draws no bar where nothing is', () => {
  expect(sliceBars([0, 0], [0, 0], { width: 10, height: 20 }).map(({ height }) => height)).toEqual([0, 0])
})
