import { describe, expect, it } from 'vitest'
import { rateRatio, weightedDisplacementDifference } from '../../src/analysis/index.ts'
import { manifest } from './demoFiles.ts'

/** What the planted counts say when they are judged; the counts themselves are proved in ledger.test.ts. */
const countsOf = (id: string) => {
  const { zones } = manifest.plantedEffects.find((effect) => effect.id === id)!
  return {
    target: zones.target!.counts,
    control: zones.control!.counts,
    displacement: zones.ring!.counts,
    displacementControl: zones.ringControl!.counts,
  }
}

describe('the planted cases read as they are told', () => {
  it('parking N: an effect, −118 (−196 to −40), and no displacement', () => {
    const result = weightedDisplacementDifference(countsOf('parkering-n'))
    expect(result.estimate).toBe(-118)
    expect(Math.round(result.interval.lower)).toBe(-196)
    expect(Math.round(result.interval.upper)).toBe(-40)
    expect(result.displacement.estimate).toBeLessThanOrEqual(0)
  })
  it('cycle racks: a fall in the target that is no chance, and no net gain', () => {
    const counts = countsOf('cykelstall')
    expect(rateRatio(counts.target.before, counts.target.after).interval.upper).toBeLessThan(1)
    const result = weightedDisplacementDifference(counts)
    expect(result.local.estimate).toBe(-24)
    expect(result.displacement.estimate).toBe(24)
    expect(result.estimate).toBe(0)
  })
  it('street E: the naive comparison would claim an effect', () => {
    const { target } = countsOf('gata-e')
    expect(rateRatio(target.before, target.after).interval.upper).toBeLessThan(1)
  })
  it('busstorget: the target falls, all else stands still', () => {
    const { target, control, displacement, displacementControl } = countsOf('busstorget')
    expect(target.after).toBeLessThan(target.before)
    for (const other of [control, displacement, displacementControl]) expect(other.after).toBe(other.before)
  })
  it('youth centre J: fewer than five expected', () => {
    const { target } = manifest.plantedEffects.find((effect) => effect.id === 'fritidsgard-j')!.zones
    expect((target!.counts.before + target!.counts.after) / 2).toBeLessThan(5)
  })
  it('town: 55 to 67 outdoor assaults may be chance', () => {
    const { interval } = rateRatio(55, 67)
    expect(interval.lower).toBeLessThan(1)
    expect(interval.upper).toBeGreaterThan(1)
  })
})
