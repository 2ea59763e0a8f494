import { describe, expect, it } from 'vitest'
import { dayNumber } from '../../src/domain/period.ts'
import { effectSeriesFrame, type EffectMonth } from '../../src/plots/effectSeriesLayout.ts'
import { indexed, preTrendLayout } from '../../src/plots/preTrendLayout.ts'

const month = (m: number) => ({ from: dayNumber(2024, m, 1), to: dayNumber(2024, m + 1, 1) })
const months = (counts: [number, number | null][]): EffectMonth[] =>
  counts.map(([target, control], i) => ({
    ...month(i + 1),
    target,
    control,
    phase: i < 2 ? 'before' : i === 2 ? 'runIn' : 'after',
  }))

describe('the months of a measure', () => {
  it('stand on one axis from zero, as high as the control needs', () => {
    const layout = effectSeriesFrame(months([[10, 30], [8, 28], [5, 29], [4, 31]]), [], 600, 140, 80) // prettier-ignore
    expect(layout.y(0)).toBe(layout.frame.base)
    expect(layout.y(31)).toBeGreaterThanOrEqual(layout.frame.top)
    expect(layout.y(31)).toBeLessThan(layout.y(10))
    expect(layout.frame.right).toBeLessThanOrEqual(600 - 80)
    expect(layout.controlPath.match(/[ML]/g)).toEqual(['M', 'L', 'L', 'L'])
  })

  it('break the line where there is no control, and have none without one', () => {
    const layout = effectSeriesFrame(months([[1, 3], [2, null], [2, 4], [2, 4]]), [], 600, 140, 80) // prettier-ignore
    expect(layout.controlPath.match(/[ML]/g)).toEqual(['M', 'M', 'L'])
    expect(effectSeriesFrame(months([[1, null], [2, null]]), [], 600, 140, 80)).toMatchObject({ controlPath: '', names: { control: null } }) // prettier-ignore
  })

  it('keep the names apart, the higher one above', () => {
    const { names } = effectSeriesFrame(months([[10, 10], [10, 11]]), [], 600, 140, 80) // prettier-ignore
    expect(Math.abs(names.target - names.control!)).toBeGreaterThanOrEqual(15)
    expect(names.control).toBeLessThan(names.target)
  })

  it('make room for a mean above every month', () => {
    const levels = [{ phase: 'after' as const, perMonth: 40, windows: [month(4)] }]
    const layout = effectSeriesFrame(months([[1, 2], [1, 2], [1, 2], [1, 2]]), levels, 600, 140, 80) // prettier-ignore
    expect(layout.y(40)).toBeGreaterThanOrEqual(layout.frame.top)
  })
})

describe('the trend before', () => {
  it('is each place over its own mean', () => {
    expect(indexed([10, 20, 30])).toEqual([50, 100, 150])
    expect(indexed([0, 0])).toBeNull()
  })

  it('lies within the plot, zero at its base', () => {
    const layout = preTrendLayout([month(1), month(2), month(3)], [0, 0, 9], [4, 4, 4], 400)
    expect(layout.target.index).toEqual([0, 0, 300])
    expect(layout.y(0)).toBe(layout.base)
    expect(layout.y(300)).toBeGreaterThanOrEqual(layout.top)
    expect(layout.ticks).toContain(100)
    expect(layout.control?.path.startsWith('M')).toBe(true)
  })
})
