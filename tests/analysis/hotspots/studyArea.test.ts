import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { convexHull, studyAreaExtent, studyAreaMask, type MultiPolygon } from '../../../src/analysis/index.ts'

const grid = { originX: 0, originY: 0, cellSize: 10, columns: 6, rows: 4 }

describe('convexHull', () => {
  it('goes counter-clockwise round the corners only', () => {
    const hull = convexHull({ x: [0, 10, 10, 0, 5, 5, 10, NaN], y: [0, 0, 10, 10, 5, 0, 5, 99] })
    expect(hull).toEqual([
      [0, 0],
      [10, 0],
      [10, 10],
      [0, 10],
    ])
  })

  it('of one, two, coincident and collinear points', () => {
    expect(convexHull({ x: [], y: [] })).toEqual([])
    expect(convexHull({ x: [3, 3], y: [4, 4] })).toEqual([[3, 4]])
    expect(convexHull({ x: [0, 5], y: [0, 5] })).toEqual([
      [0, 0],
      [5, 5],
    ])
    expect(convexHull({ x: [0, 5, 9], y: [0, 5, 9] })).toEqual([
      [0, 0],
      [9, 9],
    ])
  })

  it('has every point on or to the left of every side, and only points for corners', () => {
    const coordinate = fc.integer({ min: 0, max: 60 })
    fc.assert(
      fc.property(fc.array(fc.tuple(coordinate, coordinate), { minLength: 3, maxLength: 60 }), (cloud) => {
        const hull = convexHull({ x: cloud.map(([x]) => x), y: cloud.map(([, y]) => y) })
        for (const corner of hull) expect(cloud).toContainEqual(corner)
        hull.forEach(([ax, ay], i) => {
          const [bx, by] = hull[(i + 1) % hull.length]!
          for (const [x, y] of cloud)
            expect((bx - ax) * (y - ay) - (by - ay) * (x - ax)).toBeGreaterThanOrEqual(
              hull.length > 2 ? 0 : -Infinity,
            )
        })
      }),
    )
  })
})

it('studyAreaMask has a cell for every incident of its hull', () => {
  const coordinate = fc.integer({ min: 0, max: 590 }).map((v) => v / 10)
  fc.assert(
    fc.property(fc.array(fc.tuple(coordinate, coordinate), { minLength: 1, maxLength: 30 }), (cloud) => {
      const mask = studyAreaMask(
        { ...grid, rows: 6 },
        { hull: convexHull({ x: cloud.map(([x]) => x), y: cloud.map(([, y]) => y) }), distance: 0 },
      )
      for (const [x, y] of cloud) expect(mask[Math.floor(y / 10) * 6 + Math.floor(x / 10)]).toBe(1)
    }),
  )
})

describe('studyAreaMask', () => {
  it('flags cells whose centre lies in the areas', () => {
    const area: MultiPolygon = [
      [
        [
          [0, 0],
          [26, 0],
          [26, 16],
          [0, 16],
          [0, 0],
        ],
        [
          [2, 2],
          [2, 8],
          [8, 8],
          [8, 2],
          [2, 2],
        ],
      ],
    ]
    expect(Array.from(studyAreaMask(grid, area))).toEqual([
      0,
      1,
      1,
      0,
      0,
      0,
      1,
      1,
      1,
      ...Array<number>(15).fill(0),
    ])
    expect(studyAreaExtent(area)).toEqual({ minX: 0, minY: 0, maxX: 26, maxY: 16 })
    expect(studyAreaExtent([])).toBeNull()
  })

  it('flags cells of which a part comes within the distance of the hull', () => {
    const point = studyAreaMask(grid, { hull: [[25, 15]], distance: 4 })
    expect(Array.from(point).flatMap((flag, i) => (flag ? [i] : []))).toEqual([8])
    const wider = studyAreaMask(grid, { hull: [[25, 15]], distance: 6 })
    expect(Array.from(wider).flatMap((flag, i) => (flag ? [i] : []))).toEqual([2, 7, 8, 9, 14])
    const line = studyAreaMask(grid, {
      hull: [
        [12, 5],
        [58, 5],
      ],
      distance: 0,
    })
    expect(Array.from(line).flatMap((flag, i) => (flag ? [i] : []))).toEqual([1, 2, 3, 4, 5])
    const triangle = studyAreaMask(grid, {
      hull: [
        [0, 0],
        [60, 0],
        [0, 40],
      ],
      distance: 0,
    })
    expect([triangle[0], triangle[7], triangle[4], triangle[23], triangle[17]]).toEqual([1, 1, 1, 0, 0])
    expect(studyAreaExtent({ hull: [[25, 15]], distance: 10 })).toEqual({
      minX: 15,
      minY: 5,
      maxX: 35,
      maxY: 25,
    })
    expect(studyAreaMask(grid, { hull: [], distance: 9 }).includes(1)).toBe(false)
    expect(() => studyAreaMask(grid, { hull: [[0, 0]], distance: -1 })).toThrow(/distance is -1/)
  })
})

it('studyAreaExtent holds the hull with its distance, and refuses a distance that is none', () => {
  const coordinate = fc.integer({ min: -500, max: 500 })
  fc.assert(
    fc.property(
      fc.array(fc.tuple(coordinate, coordinate), { minLength: 1, maxLength: 20 }),
      fc.integer({ min: 0, max: 90 }),
      (cloud, distance) => {
        const hull = convexHull({ x: cloud.map(([x]) => x), y: cloud.map(([, y]) => y) })
        const extent = studyAreaExtent({ hull, distance })!
        expect(extent).toEqual({
          minX: Math.min(...cloud.map(([x]) => x)) - distance,
          maxX: Math.max(...cloud.map(([x]) => x)) + distance,
          minY: Math.min(...cloud.map(([, y]) => y)) - distance,
          maxY: Math.max(...cloud.map(([, y]) => y)) + distance,
        })
      },
    ),
  )
  for (const distance of [-1, NaN, Infinity])
    expect(() => studyAreaExtent({ hull: [[0, 0]], distance })).toThrow(/studyArea.distance is/)
})
