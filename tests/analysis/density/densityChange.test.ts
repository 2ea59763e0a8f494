import { describe, expect, it } from 'vitest'
import { densityChange, kernelDensity, relativeRisk } from '../../../src/analysis/index.ts'

const grid = { originX: 0, originY: 0, cellSize: 10, columns: 20, rows: 10 }
const options = { kernel: 'quartic', bandwidth: 40 } as const
const before = kernelDensity({ x: [55, 55, NaN], y: [55, 55, 1] }, grid, options)
const after = kernelDensity({ x: [55, 155], y: [55, 55] }, grid, options)
const peak = (1e6 * 3) / (Math.PI * 1600)

describe('densityChange', () => {
  it('is per km² and year', () => {
    const change = densityChange(before, after, { yearsBefore: 4, yearsAfter: 0.5 })
    expect(change.values[5 * 20 + 5]).toBeCloseTo(peak * (1 / 0.5 - 2 / 4), 9)
    expect(change.values[5 * 20 + 15]).toBeCloseTo(2 * peak, 9)
    expect(change.values[0]).toBe(0)
    expect(change).toMatchObject({ n: 4, dropped: 1, unit: 'per km²', bandwidth: 40 })
  })

  it('refuses another grid, bandwidth or no time', () => {
    const years = { yearsBefore: 1, yearsAfter: 1 }
    const moved = kernelDensity({ x: [], y: [] }, { ...grid, originX: 5 }, options)
    expect(() => densityChange(before, moved, years)).toThrow(/after.grid.originX is 5/)
    expect(() => densityChange(before, { ...after, bandwidth: 50 }, years)).toThrow(/after is quartic 50 m/)
    expect(() => densityChange(before, after, { ...years, yearsAfter: 0 })).toThrow(/yearsAfter is 0/)
  })
})

describe('relativeRisk', () => {
  it('is the log of the ratio, held near 0 by δ', () => {
    const risk = relativeRisk(after, before, { delta: 10 })
    expect(risk[5 * 20 + 5]).toBeCloseTo(Math.log((peak + 10) / (2 * peak + 10)), 12)
    expect(risk[5 * 20 + 15]).toBeCloseTo(Math.log((peak + 10) / 10), 12)
    expect(risk[0]).toBe(0)
    relativeRisk(before, after, { delta: 10 }).forEach((value, i) => expect(value).toBeCloseTo(-risk[i]!, 12))
    expect(relativeRisk(after, before, { delta: 0 })[0]).toBeNaN()
    expect(() => relativeRisk(after, before, { delta: -1 })).toThrow(/delta is -1/)
  })
})
