import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  bandwidthLikelihood,
  bandwidthScott,
  binnedDensity,
  contourAbove,
  densityChange,
  gridFor,
  hotspotContours,
  kernelDensity,
  meanOfNonZero,
  relativeRisk,
  type GridSpec,
  type MultiPolygon,
} from '../../../src/analysis/index.ts'
import { massInside } from '../../../src/analysis/density/massInside.ts'
import { worstDifference } from './bruteForce.ts'
import { clouds, columnsOf, position, totalOf } from './clouds.ts'

const grid: GridSpec = { originX: -200, originY: -200, cellSize: 40, columns: 35, rows: 35 }
const ways = [
  ['quartic, exact', kernelDensity, { kernel: 'quartic', bandwidth: 130 }],
  ['gaussian, exact', kernelDensity, { kernel: 'gaussian', bandwidth: 45 }],
  ['quartic, preview', binnedDensity, { kernel: 'quartic', bandwidth: 130 }],
  ['gaussian, preview', binnedDensity, { kernel: 'gaussian', bandwidth: 45 }],
] as const

const massOf = (values: Float64Array, { cellSize }: GridSpec) =>
  (values.reduce((sum, value) => sum + value, 0) * cellSize * cellSize) / 1e6

describe.each(ways)('%s', (name, density, options) => {
  it('keeps mass: Σ value × cell = Σ weights, on a grid that holds every kernel', () => {
    fc.assert(
      fc.property(clouds, (cloud) => {
        const points = columnsOf(cloud)
        const fine = gridFor(points, 15, 8 * options.bandwidth)
        const mass = massOf(density(points, fine, options).values, fine)
        // The preview's gaussian ends at 4 σ: 0.03 % of its mass lies beyond.
        const share = name === 'gaussian, preview' ? 2e-3 : 1e-3
        expect(Math.abs(mass - totalOf(cloud))).toBeLessThanOrEqual(share * totalOf(cloud) + 1e-12)
      }),
      { numRuns: 15 },
    )
  })

  it('is linear in the weights, and adds over points', () => {
    fc.assert(
      fc.property(clouds, clouds, fc.double({ min: 0, max: 50, noNaN: true }), (one, other, factor) => {
        const scaled = other.map(([x, y, w]): [number, number, number] => [x, y, factor * w])
        const together = density(columnsOf([...one, ...scaled]), grid, options).values
        const a = density(columnsOf(one), grid, options).values
        const b = density(columnsOf(other), grid, options).values
        const sum = a.map((value, i) => value + factor * b[i]!)
        expect(worstDifference(together, sum)).toBeLessThan(1e-9)
      }),
      { numRuns: 40 },
    )
  })

  it('does not depend on the order of points, nor on where the map lies', () => {
    fc.assert(
      fc.property(clouds, fc.integer({ min: -90, max: 90 }), (cloud, cells) => {
        const values = density(columnsOf(cloud), grid, options).values
        expect(
          worstDifference(density(columnsOf([...cloud].reverse()), grid, options).values, values),
        ).toBeLessThan(1e-12)
        const [east, north] = [674_000 + cells * grid.cellSize, 6_580_000]
        const moved = columnsOf(cloud.map(([x, y, w]) => [x + east, y + north, w]))
        const there = { ...grid, originX: grid.originX + east, originY: grid.originY + north }
        expect(worstDifference(density(moved, there, options).values, values)).toBeLessThan(1e-8)
      }),
      { numRuns: 40 },
    )
  })

  it('mirrors with its points', () => {
    fc.assert(
      fc.property(clouds, (cloud) => {
        const values = density(columnsOf(cloud), grid, options).values
        const middle = 2 * grid.originX + grid.columns * grid.cellSize
        const mirrored = density(
          columnsOf(cloud.map(([x, y, w]) => [middle - x, y, w])),
          grid,
          options,
        ).values
        const back = mirrored.map(
          (_, i) => mirrored[i - (i % grid.columns) + grid.columns - 1 - (i % grid.columns)]!,
        )
        expect(worstDifference(back, values)).toBeLessThan(1e-9)
      }),
      { numRuns: 40 },
    )
  })

  it('is nothing without points, a kernel for one, and as many times for coincident ones', () => {
    const none = density({ x: [], y: [] }, grid, options)
    expect(none).toMatchObject({ n: 0, dropped: 0 })
    expect(none.values.every((value) => value === 0)).toBe(true)
    const lost = density({ x: [NaN, Infinity], y: [1, 2] }, grid, options)
    expect(lost).toMatchObject({ n: 0, dropped: 2 })
    expect(lost.values.every((value) => value === 0)).toBe(true)
    const weightless = density({ x: [100], y: [100], weight: [0] }, grid, options)
    expect(weightless.n).toBe(1)
    expect(weightless.values.every((value) => value === 0)).toBe(true)
    const far = density({ x: [1e7], y: [-1e7] }, grid, options)
    expect(far).toMatchObject({ n: 1, dropped: 0 })
    expect(far.values.every((value) => value === 0)).toBe(true)
    const one = density({ x: [321], y: [123] }, grid, options)
    const seven = density(
      { x: new Array<number>(7).fill(321), y: new Array<number>(7).fill(123) },
      grid,
      options,
    )
    expect(seven.n).toBe(7)
    expect(Math.max(...one.values)).toBeGreaterThan(0)
    expect(
      worstDifference(
        seven.values,
        one.values.map((value) => 7 * value),
      ),
    ).toBeLessThan(1e-12)
  })

  it('refuses what it cannot use, by name, before it allocates', () => {
    const points = { x: [1], y: [1] }
    for (const bandwidth of [0, -5, NaN, Infinity])
      expect(() => density(points, grid, { ...options, bandwidth })).toThrow(/^options\.bandwidth is /)
    for (const [change, message] of [
      [{ columns: 0 }, /^grid\.columns is 0/],
      [{ rows: 2.5 }, /^grid\.rows is 2\.5/],
      [{ cellSize: NaN }, /^grid\.cellSize is NaN/],
      [{ originX: Infinity }, /^grid\.originX is Infinity/],
      [{ originY: NaN }, /^grid\.originY is NaN/],
      [
        { columns: 100_000, rows: 100_000 },
        /^grid\.columns × grid\.rows is 10000000000; allowed: at most 16777216/,
      ],
    ] as const)
      expect(() => density(points, { ...grid, ...change }, options)).toThrow(message)
    expect(() => density({ x: [1, 2], y: [1] }, grid, options)).toThrow(/^points\.y\.length is 1/)
    expect(() => density({ ...points, weight: [1, 2] }, grid, options)).toThrow(
      /^points\.weight\.length is 2/,
    )
    expect(() => density({ ...points, weight: [-0.5] }, grid, options)).toThrow(
      /^points\.weight\[0\] is -0\.5/,
    )
    const cone = { ...options, kernel: 'cone' as 'quartic' }
    expect(() => density(points, grid, cone)).toThrow(/^options\.kernel is cone/)
    const wide = { x: [-1e7, 1e7], y: [-1e7, 1e7] }
    expect(() => density(wide, grid, { kernel: 'quartic', bandwidth: 400_000 })).toThrow(
      /^options\.bandwidth is .*; allowed: a smaller bandwidth/,
    )
  })
})

describe('edge correction', () => {
  const ring = (...corners: [number, number][]) => [...corners, corners[0]!]
  const town: MultiPolygon = [[ring([0, 0], [1000, 0], [1000, 1000], [0, 1000])]]
  const west: MultiPolygon = [[ring([0, 0], [400, 0], [600, 1000], [0, 1000])]]
  const east: MultiPolygon = [[ring([400, 0], [1000, 0], [1000, 1000], [600, 1000])]]

  it('gives each point a mass above 0 and at most 1', () => {
    fc.assert(
      fc.property(
        position,
        position,
        fc.constantFrom('quartic', 'gaussian'),
        fc.integer({ min: 5, max: 2000 }),
        (x, y, kernel, h) => {
          const mass = massInside({ x: [x], y: [y] }, town, kernel, h)[0]!
          if (x <= 0 || y <= 0 || x >= 1000 || y >= 1000) return
          expect(mass).toBeGreaterThan(0)
          expect(mass).toBeLessThanOrEqual(1 + 1e-9)
          // By symmetry of the square.
          expect(massInside({ x: [1000 - y], y: [x] }, town, kernel, h)[0]).toBeCloseTo(mass, 8)
        },
      ),
    )
  })

  const fine = { originX: 0, originY: 0, cellSize: 10, columns: 100, rows: 100 }
  const centresInside = new Map(
    [west, east, town].map((area) => [
      area,
      Array.from(massInside(centres(fine), area, 'quartic', 1), (mass) => !Number.isNaN(mass)),
    ]),
  )

  it('keeps Σ weights inside the area, whatever its outline', () => {
    fc.assert(
      fc.property(clouds, fc.constantFrom(west, east, town), (cloud, studyArea) => {
        const points = columnsOf(cloud)
        const options = { kernel: 'quartic', bandwidth: 150, edgeCorrection: { studyArea } } as const
        const mass = massInside(points, studyArea, 'quartic', 150)
        const kept = cloud.filter((_, i) => !Number.isNaN(mass[i]))
        const { values, n } = kernelDensity(points, fine, options)
        expect(n).toBe(kept.length)
        const inside = centresInside.get(studyArea)!
        const sum = values.reduce((total, value, i) => total + (inside[i] ? value : 0), 0) / 1e4
        // Cells on a slanting border are in or out as a whole.
        expect(Math.abs(sum - totalOf(kept))).toBeLessThanOrEqual(0.02 * totalOf(kept) + 1e-9)
      }),
      { numRuns: 15 },
    )
  })

  function centres({ cellSize, columns, rows }: GridSpec) {
    const cells = Array.from({ length: columns * rows }, (_, i) => i)
    return {
      x: cells.map((i) => ((i % columns) + 0.5) * cellSize),
      y: cells.map((i) => (Math.floor(i / columns) + 0.5) * cellSize),
    }
  }

  it('refuses an area that is none, by name', () => {
    const corrected = (studyArea: MultiPolygon) => () =>
      kernelDensity({ x: [1], y: [1] }, grid, {
        kernel: 'quartic',
        bandwidth: 10,
        edgeCorrection: { studyArea },
      })
    expect(corrected([])).toThrow(/^options\.edgeCorrection\.studyArea\.length is 0/)
    expect(corrected([[]])).toThrow(/studyArea\[0\]\.length is 0/)
    expect(corrected([[[[0, 0], [1, 0], [0, 0]]]])).toThrow(/studyArea\[0\]\[0\]\.length is 3; allowed: 4/) // prettier-ignore
    expect(corrected([[ring([0, 0], [1, NaN], [1, 1])]])).toThrow(/studyArea\[0\]\[0\]\[1\] is 1, NaN/)
    expect(corrected([[ring([0, 0], [Infinity, 0], [1, 1])]])).toThrow(RangeError)
    expect(corrected([[[[0, 0], [1, 0], [1, 1], [0, 1]]]])).toThrow(/its last position is 0, 1; allowed: its first, 0, 0/) // prettier-ignore
  })
})

describe('two densities', () => {
  const options = { kernel: 'quartic', bandwidth: 130 } as const
  const pairs = fc.tuple(clouds, clouds).map(([a, b]) => [a, b].map((cloud) => kernelDensity(columnsOf(cloud), grid, options)) as [ReturnType<typeof kernelDensity>, ReturnType<typeof kernelDensity>]) // prettier-ignore
  const years = fc.integer({ min: 1, max: 120 }).map((months) => months / 12)

  it('change: exchanging the periods turns its sign, nothing changes against itself, and mass is the change of the yearly counts', () => {
    fc.assert(
      fc.property(pairs, years, years, ([before, after], yearsBefore, yearsAfter) => {
        const there = densityChange(before, after, { yearsBefore, yearsAfter })
        const back = densityChange(after, before, { yearsBefore: yearsAfter, yearsAfter: yearsBefore })
        there.values.forEach((value, i) => expect(back.values[i]).toBeCloseTo(-value, 9))
        const same = densityChange(before, before, { yearsBefore, yearsAfter: yearsBefore })
        expect(same.values.every((value) => value === 0)).toBe(true)
        const yearly = massOf(after.values, grid) / yearsAfter - massOf(before.values, grid) / yearsBefore
        expect(massOf(there.values, grid)).toBeCloseTo(yearly, 8)
      }),
      { numRuns: 40 },
    )
  })

  it('relative risk: antisymmetric, 0 against itself, and shifted by log c where the cases are c times as many', () => {
    fc.assert(
      fc.property(pairs, fc.double({ min: 0.01, max: 100, noNaN: true }), ([cases, controls], delta) => {
        const risk = relativeRisk(cases, controls, { delta })
        relativeRisk(controls, cases, { delta }).forEach((value, i) =>
          expect(value).toBeCloseTo(-risk[i]!, 10),
        )
        expect(relativeRisk(cases, cases, { delta }).every((value) => value === 0)).toBe(true)
        const thrice = { ...cases, values: cases.values.map((value) => 3 * value) }
        const bare = relativeRisk(thrice, controls, { delta: 0 })
        relativeRisk(cases, controls, { delta: 0 }).forEach((value, i) => {
          if (Number.isFinite(value)) expect(bare[i]! - value).toBeCloseTo(Math.log(3), 10)
        })
      }),
      { numRuns: 40 },
    )
  })

  it('refuse what is no surface of the other’s grid', () => {
    const surface = kernelDensity({ x: [1], y: [1] }, grid, options)
    const short = { ...surface, values: surface.values.slice(1) }
    const years = { yearsBefore: 1, yearsAfter: 1 }
    expect(() => densityChange(short, surface, years)).toThrow(/^before\.values\.length is 1224/)
    expect(() => densityChange(surface, short, years)).toThrow(/^after\.values\.length is 1224/)
    expect(() => densityChange(surface, { ...surface, kernel: 'gaussian' }, years)).toThrow(
      /^after is gaussian/,
    )
    for (const bad of [0, -1, NaN, Infinity]) {
      expect(() => densityChange(surface, surface, { ...years, yearsBefore: bad })).toThrow(
        /^options\.yearsBefore is/,
      )
      expect(() => densityChange(surface, surface, { ...years, yearsAfter: bad })).toThrow(
        /^options\.yearsAfter is/,
      )
    }
    expect(() => relativeRisk(short, surface, { delta: 1 })).toThrow(/^cases\.values\.length/)
    expect(() => relativeRisk(surface, short, { delta: 1 })).toThrow(/^controls\.values\.length/)
    const moved = kernelDensity({ x: [1], y: [1] }, { ...grid, originY: 0 }, options)
    expect(() => relativeRisk(surface, moved, { delta: 1 })).toThrow(/^controls\.grid\.originY is 0/)
    for (const delta of [-1, NaN, Infinity])
      expect(() => relativeRisk(surface, surface, { delta })).toThrow(/^options\.delta is/)
    expect(() => hotspotContours(short, { levels: [1] })).toThrow(/^density\.values\.length is 1224/)
    for (const level of [-1, NaN, Infinity])
      expect(() => hotspotContours(surface, { levels: [level] })).toThrow(/^level is/)
    expect(() => hotspotContours(surface, { levels: 'mean' as 'incremental-mean' })).toThrow(
      /^options\.levels is mean/,
    )
  })
})

describe('contours', () => {
  const surfaces = fc
    .tuple(
      fc.integer({ min: 2, max: 9 }),
      fc.integer({ min: 2, max: 9 }),
      fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 81, maxLength: 81 }),
    )
    .map(([columns, rows, drawn]) => ({
      grid: { originX: 700_000, originY: 6_500_000, cellSize: 25, columns, rows },
      values: Float64Array.from(drawn.slice(0, columns * rows)),
    }))

  it('hold the centres of the cells above their level and no others', () => {
    fc.assert(
      fc.property(surfaces, fc.integer({ min: 0, max: 20 }), ({ grid: where, values }, whole) => {
        const level = whole + 0.5
        const polygon = contourAbove(values, where, level)
        values.forEach((value, i) => {
          const x = where.originX + ((i % where.columns) + 0.5) * where.cellSize
          const y = where.originY + (Math.floor(i / where.columns) + 0.5) * where.cellSize
          expect(holds(polygon, x, y)).toBe(value > level)
        })
      }),
    )
  })

  it('lie within the grid, closed, each level inside the one below, at multiples of the mean', () => {
    fc.assert(
      fc.property(surfaces, ({ grid: where, values }) => {
        const contours = hotspotContours({ values, grid: where }, { levels: 'incremental-mean' })
        const mean = meanOfNonZero(values)
        expect(contours.map(({ level }) => level)).toEqual([mean, 2 * mean, 3 * mean, 5 * mean])
        const areas = contours.map(({ polygon }) => areaOf(polygon))
        expect(areas).toEqual([...areas].sort((a, b) => b - a))
        for (const ring of contours.flatMap(({ polygon }) => polygon.flat())) {
          expect(ring[0]).toEqual(ring[ring.length - 1])
          for (const [x, y] of ring) {
            expect(x).toBeGreaterThanOrEqual(where.originX)
            expect(x).toBeLessThanOrEqual(where.originX + where.columns * where.cellSize)
            expect(y).toBeGreaterThanOrEqual(where.originY)
            expect(y).toBeLessThanOrEqual(where.originY + where.rows * where.cellSize)
          }
        }
      }),
    )
  })

  function holds(polygon: MultiPolygon, x: number, y: number): boolean {
    let odd = false
    for (const ring of polygon.flat())
      for (let i = 0; i + 1 < ring.length; i++) {
        const [ax, ay] = ring[i]!
        const [bx, by] = ring[i + 1]!
        if (ay! > y !== by! > y && x < ax! + ((y - ay!) / (by! - ay!)) * (bx! - ax!)) odd = !odd
      }
    return odd
  }

  /** Holes run the other way round, and count against. */
  function areaOf(polygon: MultiPolygon): number {
    let twice = 0
    for (const ring of polygon.flat()) {
      const [x0, y0] = ring[0]!
      for (let i = 0; i + 1 < ring.length; i++)
        twice +=
          (ring[i]![0]! - x0!) * (ring[i + 1]![1]! - y0!) - (ring[i + 1]![0]! - x0!) * (ring[i]![1]! - y0!)
    }
    return twice / 2
  }
})

describe('bandwidths', () => {
  const spread = fc.array(fc.tuple(position, position), { minLength: 3, maxLength: 25 })

  it('Scott’s rule grows with the map, and knows neither order nor place', () => {
    fc.assert(
      fc.property(spread, fc.integer({ min: 1, max: 90 }), (drawn, factor) => {
        const rule = (change: (v: number) => number, list = drawn) =>
          bandwidthScott({ x: list.map(([x]) => change(x)), y: list.map(([, y]) => change(y)) })
        const own = rule((v) => v)
        expect(rule((v) => v * factor)).toBeCloseTo(own * factor, 6)
        expect(rule((v) => v, [...drawn].reverse())).toBeCloseTo(own, 8)
        expect(rule((v) => v + 6_500_000)).toBeCloseTo(own, 4)
      }),
    )
  })

  it('likelihood grows with the map: the best candidate of a map twice the size is twice as wide', () => {
    fc.assert(
      fc.property(spread, (drawn) => {
        const candidates = [40, 90, 160, 330]
        const best = (scale: number) =>
          bandwidthLikelihood(
            { x: drawn.map(([x]) => scale * x), y: drawn.map(([, y]) => scale * y) },
            candidates.map((sigma) => scale * sigma),
          )
        const own = best(1)
        const twice = best(2)
        expect(twice.bandwidth).toBe(2 * own.bandwidth)
        own.logLikelihood.forEach((value, c) => {
          if (Number.isFinite(value))
            expect(twice.logLikelihood[c]! - value).toBeCloseTo(-drawn.length * Math.log(4), 6)
        })
      }),
    )
  })
})
