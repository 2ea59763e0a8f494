import { describe, expect, it } from 'vitest'
import {
  bandwidthLikelihood,
  bandwidthScott,
  binnedDensity,
  densityChange,
  kernelDensity,
  relativeRisk,
  type MultiPolygon,
} from '../../../src/analysis/index.ts'
import { columns, expectClose, python, r } from './read.ts'

const { x, y, weight } = columns('incidents')
const points = { x: x!, y: y! }
const grid = { originX: 674000, originY: 6580000, cellSize: 100, columns: 20, rows: 16 }
const studyArea: MultiPolygon = [
  [
    [
      [674000, 6580000],
      [676000, 6580000],
      [676000, 6581600],
      [674000, 6581600],
      [674000, 6580000],
    ],
  ],
]
const cells: number[] = python.density.cells
const picked = (values: Float64Array) => cells.map((cell) => values[cell]!)
const sum = (values: Float64Array) => values.reduce((a, b) => a + b, 0)

/** numpy evaluates the definition; spatstat's densitycrossEngine (edge = FALSE) is a second evaluation at the same centres. */
describe('density of the small incidents', () => {
  it.each([
    ['quartic_150', { kernel: 'quartic', bandwidth: 150 }, false],
    ['quartic_400', { kernel: 'quartic', bandwidth: 400 }, false],
    ['quartic_150_weighted', { kernel: 'quartic', bandwidth: 150 }, true],
    ['gaussian_150', { kernel: 'gaussian', bandwidth: 150 }, false],
    ['gaussian_400', { kernel: 'gaussian', bandwidth: 400 }, false],
    ['gaussian_150_weighted', { kernel: 'gaussian', bandwidth: 150 }, true],
  ] as const)('%s: numpy and spatstat', (name, options, weighted) => {
    const { values, n } = kernelDensity(weighted ? { ...points, weight: weight! } : points, grid, options)
    const peak: number = python.density.peaks[name]
    expect(n).toBe(160)
    expectClose(picked(values), python.density.values[name], 1e-9, peak)
    expectClose(picked(values), r.density[name], 1e-9, peak)
    expectClose([sum(values), Math.max(...values)], [python.density.sums[name], peak], 1e-10)
    expect(sum(values) / r.density_sums[name]).toBeCloseTo(1, 10)
  })

  // A second reference is wanting: spatstat's Diggle correction takes its masses from pixels.
  it.each([
    ['quartic_150_edge', 'quartic'],
    ['gaussian_150_edge', 'gaussian'],
  ] as const)('%s: each kernel over its mass in the rectangle', (name, kernel) => {
    const { values } = kernelDensity(points, grid, { kernel, bandwidth: 150, edgeCorrection: { studyArea } })
    expectClose(picked(values), python.density.values[name], 1e-6, python.density.peaks[name])
    expect(sum(values) / python.density.sums[name]).toBeCloseTo(1, 6)
  })

  it('the binned preview is near the definition, and not it', () => {
    const { values } = binnedDensity(points, grid, { kernel: 'quartic', bandwidth: 400 })
    const worst = Math.max(
      ...cells.map((cell, k) => Math.abs(values[cell]! - python.density.values.quartic_400[k])),
    )
    expect(worst / python.density.peaks.quartic_400).toBeLessThan(0.05)
    expect(worst / python.density.peaks.quartic_400).toBeGreaterThan(1e-6)
  })

  it('relative risk and change of two surfaces', () => {
    const narrow = kernelDensity(points, grid, { kernel: 'quartic', bandwidth: 150 })
    const wide = kernelDensity(points, grid, { kernel: 'quartic', bandwidth: 400 })
    expectClose(picked(relativeRisk(narrow, wide, { delta: 0.5 })), python.relative_risk, 1e-9, 1)
    const same = { ...wide, bandwidth: narrow.bandwidth }
    const change = densityChange(narrow, same, { yearsBefore: 1.5, yearsAfter: 3 })
    expectClose(picked(change.values), python.density_change, 1e-9, python.density.peaks.quartic_150)
  })

  it('bandwidths: spatstat bw.scott, numpy leave-one-out', () => {
    expect(bandwidthScott(points) / python.scott).toBeCloseTo(1, 12)
    expect(bandwidthScott(points) / r.scott).toBeCloseTo(1, 12)
    const { logLikelihood, bandwidth } = bandwidthLikelihood(points, [20, 60, 150, 400])
    expectClose(logLikelihood, python.log_likelihood, 1e-11)
    expect(bandwidth).toBe(
      [20, 60, 150, 400][python.log_likelihood.indexOf(Math.max(...python.log_likelihood))],
    )
  })
})
