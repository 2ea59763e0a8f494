import { describe, expect, it } from 'vitest'
import { kernelDensity, type MultiPolygon } from '../../../src/analysis/index.ts'
import { massInside } from '../../../src/analysis/density/massInside.ts'
import { seeded } from '../seeded.ts'

const square = (a: number, b: number): number[][] => [
  [a, a],
  [b, a],
  [b, b],
  [a, b],
  [a, a],
]
const town: MultiPolygon = [[square(0, 1000)]]
const one = (x: number, y: number) => ({ x: [x], y: [y] })

describe('massInside', () => {
  it.each(['quartic', 'gaussian'] as const)(
    '%s: whole inside, half at an edge, a quarter in a corner',
    (kernel) => {
      const h = kernel === 'quartic' ? 200 : 50
      const mass = (x: number, y: number) => massInside(one(x, y), town, kernel, h)[0]!
      expect(mass(500, 500)).toBeCloseTo(1, 12)
      expect(mass(1e-9, 500)).toBeCloseTo(0.5, 9)
      expect(mass(1e-9, 1e-9)).toBeCloseTo(0.25, 9)
      expect(mass(-1, 500)).toBeNaN()
      expect(mass(NaN, 500)).toBeNaN()
    },
  )

  it('does not mind the direction of rings, nor a border inside the area', () => {
    const halves: MultiPolygon = [
      [
        [
          [0, 0],
          [500, 0],
          [500, 1000],
          [0, 1000],
          [0, 0],
        ],
      ],
      [
        [
          [500, 0],
          [500, 1000],
          [1000, 1000],
          [1000, 0],
          [500, 0],
        ],
      ],
    ]
    for (const [x, y] of [
      [450, 500],
      [499, 20],
      [30, 980],
      [550, 10],
    ] as const)
      expect(massInside(one(x, y), halves, 'quartic', 120)[0]).toBeCloseTo(
        massInside(one(x, y), town, 'quartic', 120)[0]!,
        10,
      )
  })

  it('takes holes away', () => {
    const holed: MultiPolygon = [[square(0, 1000), square(450, 550)]]
    const withHole = massInside(one(400, 500), holed, 'quartic', 300)[0]!
    const hole = massInside(one(400, 500), [[square(0, 1000)]], 'quartic', 300)[0]! - withHole
    let sum = 0
    for (let i = 0; i < 400; i++)
      for (let j = 0; j < 400; j++) {
        const s = ((50 + (i + 0.5) / 4) ** 2 + (-50 + (j + 0.5) / 4) ** 2) / 300 ** 2
        sum += s < 1 ? (3 / (Math.PI * 300 ** 2)) * (1 - s) ** 2 : 0
      }
    expect(hole).toBeCloseTo(sum / 16, 6)
    expect(massInside(one(500, 500), holed, 'quartic', 300)[0]).toBeNaN()
  })

  it('an area smaller than the disc', () => {
    const mass = massInside(one(500, 500), [[square(490, 510)]], 'quartic', 1000)[0]!
    expect(mass).toBeCloseTo(400 * (3 / (Math.PI * 1e6)), 6)
  })

  it.each(['quartic', 'gaussian'] as const)('%s: equals a fine sum over a crooked area', (kernel) => {
    const crooked: number[][] = [
      [0, 0],
      [400, 50],
      [300, 200],
      [420, 390],
      [150, 300],
      [20, 410],
      [60, 150],
      [0, 0],
    ]
    const h = kernel === 'quartic' ? 180 : 45
    const r = seeded(2)
    for (let n = 0; n < 8; n++) {
      const x = 80 + r() * 200
      const y = 80 + r() * 150
      const mass = massInside(one(x, y), [[crooked]], kernel, h)[0]!
      let sum = 0
      for (let i = 0; i < 840; i++)
        for (let j = 0; j < 840; j++) {
          const px = (i + 0.5) / 2
          const py = (j + 0.5) / 2
          if (!holds(crooked, px, py)) continue
          const s = ((px - x) ** 2 + (py - y) ** 2) / h ** 2
          if (kernel === 'gaussian') sum += Math.exp(-s / 2) / (2 * Math.PI * h * h)
          else if (s < 1) sum += (3 / (Math.PI * h * h)) * (1 - s) ** 2
        }
      expect(mass).toBeCloseTo(sum / 4, 3)
    }
  })
})

describe('kernelDensity with edge correction', () => {
  it('keeps mass inside the area and drops points outside it', () => {
    const r = seeded(9)
    const points = {
      x: Array.from({ length: 300 }, () => r() * 1000),
      y: Array.from({ length: 300 }, () => r() * 1000),
    }
    points.x.push(-50)
    points.y.push(500)
    const grid = { originX: 0, originY: 0, cellSize: 5, columns: 200, rows: 200 }
    const density = kernelDensity(points, grid, {
      kernel: 'quartic',
      bandwidth: 150,
      edgeCorrection: { studyArea: town },
    })
    expect(density).toMatchObject({ n: 300, dropped: 1 })
    expect(density.values.reduce((sum, v) => sum + v, 0) * 25e-6).toBeCloseTo(300, 1)
    const plain = kernelDensity(points, grid, { kernel: 'quartic', bandwidth: 150 })
    expect(plain.values.reduce((sum, v) => sum + v, 0) * 25e-6).toBeLessThan(290)
  })
})

function holds(ring: number[][], x: number, y: number): boolean {
  let odd = false
  for (let i = 0; i + 1 < ring.length; i++) {
    const [ax, ay] = ring[i]!
    const [bx, by] = ring[i + 1]!
    if (ay! > y !== by! > y && x < ax! + ((y - ay!) / (by! - ay!)) * (bx! - ax!)) odd = !odd
  }
  return odd
}
