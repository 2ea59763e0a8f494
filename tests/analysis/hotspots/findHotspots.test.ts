import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  areaIndex,
  findHotspots,
  giStarGrid,
  gridFor,
  hotspotThreshold,
  kernelDensity,
  meanOfNonZero,
  type MultiPolygon,
} from '../../../src/analysis/index.ts'
import { overlapsCell } from '../../../src/analysis/hotspots/overlapsCell.ts'
import { ringArea } from '../../../src/analysis/density/nestRings.ts'
import { seeded } from '../seeded.ts'

/** Two clusters of 60 and 25, one of 3, and 150 scattered incidents on 4 × 4 km. */
function town() {
  const r = seeded(21)
  const x: number[] = []
  const y: number[] = []
  const cluster = (cx: number, cy: number, n: number) => {
    for (let i = 0; i < n; i++) {
      x.push(674000 + cx + (r() + r() - 1) * 60)
      y.push(6580000 + cy + (r() + r() - 1) * 60)
    }
  }
  cluster(1000, 1000, 60)
  cluster(3000, 2500, 25)
  cluster(500, 3500, 3)
  for (let i = 0; i < 150; i++) {
    x.push(674000 + r() * 4000)
    y.push(6580000 + r() * 4000)
  }
  return { x, y }
}

const points = town()
const grid = gridFor(points, 30, 150)
const density = kernelDensity(points, grid, { kernel: 'quartic', bandwidth: 150 })

describe('findHotspots', () => {
  const hotspots = findHotspots(density, points)

  it('finds the clusters, most incidents first', () => {
    expect(hotspots.length).toBeGreaterThanOrEqual(2)
    expect(Math.hypot(hotspots[0]!.peakX - 675000, hotspots[0]!.peakY - 6581000)).toBeLessThan(60)
    expect(Math.hypot(hotspots[1]!.peakX - 677000, hotspots[1]!.peakY - 6582500)).toBeLessThan(60)
    const counts = hotspots.map(({ incidents }) => incidents)
    expect([...counts].sort((a, b) => b - a)).toEqual(counts)
    expect(Math.min(...counts)).toBeGreaterThanOrEqual(5)
    expect(hotspots[0]!.incidents).toBeGreaterThanOrEqual(60)
  })

  it('counts, measures and peaks as the polygon does', () => {
    for (const { polygon, incidents, share, surfaceKm2, peakDensity, peakX, peakY } of hotspots) {
      const index = areaIndex([polygon])
      const inside = points.x.filter((x, i) => index.find(x, points.y[i]!) === 0).length
      expect(incidents).toBe(inside)
      expect(share).toBeCloseTo(inside / points.x.length, 12)
      expect(surfaceKm2).toBeCloseTo(polygon[0]!.reduce((sum, ring) => sum + ringArea(ring), 0) / 1e6, 12)
      expect(index.find(peakX, peakY)).toBe(0)
      const at =
        Math.floor((peakY - grid.originY) / 30) * grid.columns + Math.floor((peakX - grid.originX) / 30)
      expect(peakDensity).toBe(density.values[at])
      expect(peakDensity).toBeGreaterThan(5 * meanOfNonZero(density.values))
    }
  })

  it('has a threshold of five times the mean of the non-zero cells, and a minimum of five, unless said', () => {
    expect(hotspotThreshold(density, {})).toBe(5 * meanOfNonZero(density.values))
    expect(hotspots).toEqual(findHotspots(density, points, { thresholdFactor: 5, minimumIncidents: 5 }))
    const few = {
      values: Float64Array.of(0, 9, 0, 0, 0, 0, 0, 0.1, 0.1, 0.1, 0.1, 0.1),
      grid: { originX: 0, originY: 0, cellSize: 10, columns: 4, rows: 3 },
    }
    const heap = (n: number) => ({ x: Array<number>(n).fill(15), y: Array<number>(n).fill(5) })
    expect(findHotspots(few, heap(5))).toHaveLength(1)
    expect(findHotspots(few, heap(4))).toHaveLength(0)
  })

  it('takes a higher threshold, a share of the surface, or a larger minimum', () => {
    expect(findHotspots(density, points, { thresholdFactor: 10 })[0]!.surfaceKm2).toBeLessThan(
      hotspots[0]!.surfaceKm2,
    )
    const level = hotspotThreshold(density, { densestShare: 0.02 })
    const above = density.values.filter((v) => v > level).length
    expect(above / density.values.length).toBeCloseTo(0.02, 3)
    expect(findHotspots(density, points, { densestShare: 0.02 }).length).toBeGreaterThan(0)
    expect(findHotspots(density, points, { minimumIncidents: 50 })).toHaveLength(1)
  })

  it('sums weights', () => {
    const weighted = { ...points, weight: points.x.map(() => 0.5) }
    const half = findHotspots(kernelDensity(weighted, grid, { kernel: 'quartic', bandwidth: 150 }), weighted)
    expect(half[0]!.incidents).toBe(hotspots[0]!.incidents / 2)
    expect(half[0]!.share).toBeCloseTo(hotspots[0]!.share, 12)
  })

  it('finds nothing in nothing, and refuses a threshold that is none', () => {
    const empty = kernelDensity({ x: [], y: [] }, grid, { kernel: 'quartic', bandwidth: 150 })
    expect(findHotspots(empty, { x: [], y: [] })).toEqual([])
    expect(findHotspots(empty, { x: [], y: [] }, { densestShare: 0.02 })).toEqual([])
    expect(() => findHotspots(density, points, { thresholdFactor: 0 })).toThrow(/thresholdFactor is 0/)
    expect(() => findHotspots(density, points, { densestShare: 2 })).toThrow(/densestShare is 2/)
  })

  it('is more than chance where a Gi* cell with five incidents overlaps it', () => {
    const giStar = giStarGrid(points, { bandwidth: 150 })
    const [first, second] = findHotspots(density, points, { giStar })
    // Beside a cluster of 60, 25 are not more than Gi* lets chance have: the deviation S holds both.
    expect([first!.moreThanChance, second!.moreThanChance]).toEqual([true, false])
    expect(findHotspots(density, points)[0]!.moreThanChance).toBe(false)
    const fewer = { ...giStar, counts: giStar.counts.map((c) => Math.min(c, 4)) }
    expect(findHotspots(density, points, { giStar: fewer }).some((h) => h.moreThanChance)).toBe(false)
    const cold = { ...giStar, z: giStar.z.map((z) => -z) }
    expect(findHotspots(density, points, { giStar: cold }).some((h) => h.moreThanChance)).toBe(false)
    const unclear = { ...giStar, qValue: giStar.qValue.map(() => 0.05) }
    expect(findHotspots(density, points, { giStar: unclear }).some((h) => h.moreThanChance)).toBe(false)
  })
})

describe('findHotspots on any points', () => {
  const cloud = fc.array(
    fc.record({
      x: fc.integer({ min: 0, max: 40 }),
      y: fc.integer({ min: 0, max: 40 }),
      weight: fc.integer({ min: 0, max: 3 }),
    }),
    { maxLength: 60 },
  )

  it('counts every incident in at most one region, and no region below the minimum or the threshold', () => {
    fc.assert(
      fc.property(
        cloud,
        fc.integer({ min: 1, max: 6 }),
        fc.constantFrom(2, 5, 10),
        (incidents, minimum, factor) => {
          const points = {
            x: incidents.map(({ x }) => 25 * x + 3),
            y: incidents.map(({ y }) => 25 * y + 3),
            weight: incidents.map(({ weight }) => weight),
          }
          const grid = gridFor(points, 20, 100)
          const density = kernelDensity(points, grid, { kernel: 'quartic', bandwidth: 100 })
          const options = { minimumIncidents: minimum, thresholdFactor: factor }
          const level = hotspotThreshold(density, options)
          const hotspots = findHotspots(density, points, options)
          const total = points.weight.reduce((a, b) => a + b, 0)
          expect(hotspots.reduce((sum, { incidents: n }) => sum + n, 0)).toBeLessThanOrEqual(total + 1e-9)
          for (const { incidents: n, share, peakDensity, surfaceKm2 } of hotspots) {
            expect(n).toBeGreaterThanOrEqual(minimum)
            expect(share).toBeCloseTo(n / total, 12)
            expect(peakDensity).toBeGreaterThan(level)
            expect(surfaceKm2).toBeGreaterThan(0)
          }
          expect(level).toBeCloseTo(factor * meanOfNonZero(density.values), 9)
        },
      ),
      { numRuns: 60 },
    )
  })

  it('leaves out points without a position, and finds no hotspot in a surface that no point made', () => {
    const all = findHotspots(density, points)
    const some = { x: [...points.x, NaN, 675000], y: [...points.y, 6581000, Infinity] }
    expect(findHotspots(density, some)).toEqual(all)
    expect(findHotspots(density, { x: [NaN], y: [1] })).toEqual([])
  })

  it('refuses minimum, factor and share that are none', () => {
    const flat = {
      values: new Float64Array(4),
      grid: { originX: 0, originY: 0, cellSize: 1, columns: 2, rows: 2 },
    }
    const none = { x: [], y: [] }
    for (const minimumIncidents of [0, -1, NaN, Infinity])
      expect(() => findHotspots(flat, none, { minimumIncidents })).toThrow(/options.minimumIncidents is/)
    for (const thresholdFactor of [-2, NaN, Infinity])
      expect(() => hotspotThreshold(flat, { thresholdFactor })).toThrow(/options.thresholdFactor is/)
    for (const densestShare of [0, 1, NaN, -0.1])
      expect(() => hotspotThreshold(flat, { densestShare })).toThrow(/options.densestShare is/)
    expect(hotspotThreshold(flat, {})).toBe(0)
    expect(() => findHotspots({ ...flat, values: new Float64Array(3) }, none)).toThrow(
      /density.values.length is 3/,
    )
  })

  it('takes the densest share of the study area where Gi* has one', () => {
    const values = Float64Array.from({ length: 100 }, (_, i) => i)
    const flat = { values, grid: { originX: 0, originY: 0, cellSize: 100, columns: 10, rows: 10 } }
    expect(hotspotThreshold(flat, { densestShare: 0.1 })).toBe(89)
    const giStar = { ...giStarGrid({ x: [], y: [] }, { bandwidth: 100 }), surfaceKm2: 0.5 }
    expect(hotspotThreshold(flat, { densestShare: 0.1, giStar })).toBe(94)
    expect(hotspotThreshold(flat, { densestShare: 0.999 })).toBe(0)
  })
})

describe('giStarGrid', () => {
  it('refuses a bandwidth that is none, and counts every point once', () => {
    for (const bandwidth of [0, -1, NaN, Infinity])
      expect(() => giStarGrid({ x: [], y: [] }, { bandwidth })).toThrow(/options.bandwidth is/)
    const coordinate = fc.oneof(fc.integer({ min: 0, max: 3000 }), fc.constant(NaN))
    fc.assert(
      fc.property(fc.array(fc.tuple(coordinate, coordinate), { maxLength: 40 }), (cloud) => {
        const points = { x: cloud.map(([x]) => x), y: cloud.map(([, y]) => y) }
        const gi = giStarGrid(points, { bandwidth: 120 })
        // Round the hull every incident has a cell.
        expect(gi.counts.reduce((a, b) => a + b, 0) + gi.dropped).toBe(cloud.length)
        expect(gi.outside).toBe(0)
        gi.z.forEach((z, cell) => expect(Number.isFinite(z)).toBe(gi.inside[cell] === 1))
      }),
      { numRuns: 40 },
    )
  })

  it('has cells of twice the bandwidth, at least 200 m, and a study area round the hull', () => {
    const gi = giStarGrid(points, { bandwidth: 150 })
    expect(gi.grid.cellSize).toBe(300)
    expect(giStarGrid(points, { bandwidth: 60 }).grid.cellSize).toBe(200)
    expect(gi.n).toBe(gi.inside.reduce((sum, flag) => sum + flag, 0))
    expect(gi.surfaceKm2).toBeCloseTo(gi.n * 0.09, 9)
    expect(gi.counts.reduce((sum, c) => sum + c, 0) + gi.outside).toBe(points.x.length)
    gi.inside.forEach((flag, i) => expect(Number.isNaN(gi.z[i])).toBe(flag === 0))
    gi.qValue.forEach((q, i) => gi.inside[i] && expect(q).toBeGreaterThanOrEqual(gi.pValue[i]!))
  })

  it('takes the areas where there are some', () => {
    const area: MultiPolygon = [
      [
        [
          [674000, 6580000],
          [676400, 6580000],
          [676400, 6584000],
          [674000, 6584000],
          [674000, 6580000],
        ],
      ],
    ]
    const gi = giStarGrid(points, { bandwidth: 100, studyArea: area })
    expect(gi.n).toBe(12 * 20)
    expect(gi.outside).toBe(points.x.filter((x) => x >= 676400).length)
    expect(() =>
      giStarGrid(points, {
        bandwidth: 100,
        studyArea: [
          [
            [
              [0, 0],
              [1, 0],
              [1, 1],
              [0, 0],
            ],
          ],
        ],
      }),
    ).toThrow(/studyArea/)
  })

  it('stands no, one, and coincident points', () => {
    expect(giStarGrid({ x: [], y: [] }, { bandwidth: 100 })).toMatchObject({
      n: 0,
      surfaceKm2: 0,
      outside: 0,
    })
    const one = giStarGrid({ x: [50], y: [50] }, { bandwidth: 400 })
    expect(one.n).toBeGreaterThan(0)
    expect(Array.from(one.z).every((z) => !(z > 5))).toBe(true)
    expect(giStarGrid({ x: [50, 50, NaN], y: [50, 50, 1] }, { bandwidth: 400 })).toMatchObject({ dropped: 1 })
  })
})

describe('overlapsCell', () => {
  const cells = { originX: 0, originY: 0, cellSize: 10, columns: 3, rows: 3 }
  const box = (a: number, b: number) => [
    [a, a],
    [b, a],
    [b, b],
    [a, b],
    [a, a],
  ]
  const overlapped = (rings: number[][][]) =>
    Array.from({ length: 9 }, (_, i) => (overlapsCell(rings, cells, i) ? 1 : 0))

  it('sees regions within a cell, round it, across it, and not where they only touch', () => {
    expect(overlapped([box(12, 14)])).toEqual([0, 0, 0, 0, 1, 0, 0, 0, 0])
    expect(overlapped([box(-5, 35)])).toEqual(Array(9).fill(1))
    expect(overlapped([box(10, 20)])).toEqual([0, 0, 0, 0, 1, 0, 0, 0, 0])
    expect(overlapped([box(5, 15)])).toEqual([1, 1, 0, 1, 1, 0, 0, 0, 0])
    expect(overlapped([box(-5, 35), box(9, 21).reverse()])).toEqual([1, 1, 1, 1, 0, 1, 1, 1, 1])
  })
})
