import proj4 from 'proj4'
import { describe, expect, it } from 'vitest'
import {
  findHotspots,
  giStarGrid,
  kernelDensity,
  rateRatio,
  weightedDisplacementDifference,
} from '../../src/analysis/index.ts'
import { areas, demoText, manifest, readRows, SWEREF99TM, within, type Row } from './demoFiles.ts'

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

describe('brottstäta platser of the problem picture, Friday and Saturday nights', () => {
  const hours = (row: Row) => {
    const at = new Date(`${row.from.replace(' ', 'T')}:00Z`)
    return (((at.getUTCDay() + 6) % 7) * 24 + at.getUTCHours() - 6 + 168) % 168
  }
  const isNight = (row: Row) =>
    [4, 5].includes(Math.floor(hours(row) / 24)) && hours(row) % 24 >= 16 && hours(row) % 24 < 21
  const nights = readRows(() => '').filter(
    (row) => row.label === 'Misshandel utomhus' && within(row, manifest.problemPicture) && isNight(row),
  )
  const points = { x: nights.map((row) => row.e!), y: nights.map((row) => row.n!) }
  const grid = { originX: 689_700, originY: 6_447_600, cellSize: 30, columns: 190, rows: 140 }
  const studyArea = areas.features.map(({ geometry }) =>
    geometry.coordinates.map((ring) => ring.map((position) => proj4('WGS84', SWEREF99TM, position))),
  )
  const giStar = giStarGrid(points, { bandwidth: 150, studyArea })
  const density = kernelDensity(points, grid, { kernel: 'quartic', bandwidth: 150 })
  const hotspots = findHotspots(density, points, { giStar })

  const places = JSON.parse(demoText('places.json')) as { name: string; e: number; n: number }[]
  const names = hotspots.map(({ peakX, peakY }) => {
    const distance = (place: { e: number; n: number }) => Math.hypot(place.e - peakX, place.n - peakY)
    return places.reduce((a, b) => (distance(a) <= distance(b) ? a : b)).name
  })

  it('are four, named after squares and a street', () => {
    expect(names[0]).toBe('Busstorget')
    expect([...names].sort()).toEqual(['Busstorget', 'Drottninggatan', 'Hamnplan', 'Kvarntorget'])
  })
  it('two of them are more than chance, two may be', () => {
    expect(names.filter((_, k) => hotspots[k]!.moreThanChance)).toEqual(['Busstorget', 'Drottninggatan'])
  })
  it('hold more than half of them on a small part of the ground', () => {
    const held = hotspots.reduce((sum, hotspot) => sum + hotspot.incidents, 0)
    expect(held / nights.length).toBeGreaterThan(0.5)
    expect(hotspots.reduce((sum, hotspot) => sum + hotspot.surfaceKm2, 0)).toBeLessThan(0.25)
  })
})
