import type { Point, Ring } from '../frame.ts'
import { randomStream } from '../random.ts'
import { contains, corridor, intersect, polygon, smooth, subtract, unite, type Shape } from './shape.ts'

/** Sea, bay and river of the invented island, in local metres. */

/** Control points of the coast, anticlockwise from the mouth of the river's south bank. */
const coast: Point[] = [
  [-400, -716],
  [-335, -790],
  [-240, -858],
  [-60, -892],
  [187, -908],
  [430, -930],
  [600, -955],
  [967, -1020],
  [1180, -1130],
  [1290, -1330],
  [1240, -1600],
  [1340, -1900],
  [1180, -2250],
  [1330, -2560],
  [1700, -2750],
  [2250, -2600],
  [2800, -2680],
  [3400, -2350],
  [3900, -1900],
  [4050, -1350],
  [4500, -950],
  [4720, -350],
  [4560, 250],
  [4850, 800],
  [4700, 1450],
  [4850, 2050],
  [4400, 2600],
  [3800, 2750],
  [3300, 3150],
  [2600, 3080],
  [2050, 3400],
  [1300, 3300],
  [700, 3560],
  [-100, 3420],
  [-800, 3600],
  [-1500, 3300],
  [-2100, 3380],
  [-2700, 2950],
  [-3500, 2900],
  [-3900, 2350],
  [-4500, 2100],
  [-4650, 1500],
  [-4350, 1000],
  [-4600, 450],
  [-4300, -100],
  [-4450, -700],
  [-4150, -1250],
  [-4300, -1750],
  [-3950, -2250],
  [-3500, -2420],
  [-3250, -2050],
  [-3350, -1600],
  [-3050, -1250],
  [-2900, -850],
  [-2650, -640],
  [-2300, -520],
  [-1893, -440],
  [-1503, -415],
  [-1300, -450],
  [-1165, -500],
  [-931, -560],
  [-853, -618],
  [-780, -668],
  [-700, -684],
  [-610, -672],
  [-500, -668],
]

const isletPoints: Point[][] = [
  [
    [-1650, -1500],
    [-1520, -1560],
    [-1390, -1500],
    [-1360, -1400],
    [-1450, -1320],
    [-1590, -1340],
    [-1700, -1410],
  ],
  [
    [-620, -1900],
    [-540, -1930],
    [-480, -1880],
    [-500, -1800],
    [-580, -1790],
    [-640, -1840],
  ],
  [
    [-2300, -2300],
    [-2150, -2380],
    [-2000, -2310],
    [-1990, -2190],
    [-2130, -2120],
    [-2290, -2180],
  ],
  [
    [300, -2350],
    [390, -2390],
    [470, -2320],
    [430, -2230],
    [330, -2250],
  ],
  [
    [-5300, 900],
    [-5180, 830],
    [-5080, 930],
    [-5120, 1070],
    [-5260, 1060],
  ],
]

/** The river from the lake to the mouth: centre line and width. */
const course: [number, number, number][] = [
  [3300, 1230, 60],
  [3000, 1150, 52],
  [2700, 1060, 50],
  [2300, 905, 56],
  [1893, 754, 66],
  [1695, 689, 70],
  [1357, 546, 74],
  [1097, 384, 76],
  [925, 250, 77],
  [858, 110, 78],
  [759, -52, 78],
  [577, -208, 78],
  [317, -302, 78],
  [57, -338, 80],
  [-125, -416, 84],
  [-281, -546, 92],
  [-420, -690, 118],
  [-540, -840, 170],
]

const lake: Point[] = [
  [3150, 1150],
  [3250, 990],
  [3480, 930],
  [3720, 1010],
  [3830, 1230],
  [3760, 1440],
  [3540, 1500],
  [3330, 1430],
]

export const riverLine: Point[] = smooth(
  course.map(([x, y]) => [x, y] as Point),
  6,
)

function river(): Ring {
  const width = smooth(
    course.map(([x, , w]) => [x, w] as Point),
    6,
  ).map(([, w]) => w)
  const side = (sign: number) =>
    riverLine.map(([x, y], i) => {
      const [ax, ay] = riverLine[Math.max(0, i - 1)]!
      const [bx, by] = riverLine[Math.min(riverLine.length - 1, i + 1)]!
      const length = Math.hypot(bx - ax, by - ay)
      const half = (sign * width[i]!) / 2
      return [x - ((by - ay) / length) * half, y + ((bx - ax) / length) * half] as Point
    })
  return [...side(-1), ...side(1).reverse()]
}

/** Weathering: displaces a smoothed outline by noise of two wavelengths, where `keep` does not hold it still. */
export function weathered(ring: Ring, name: string, size: number, keep: (point: Point) => boolean): Ring {
  const random = randomStream(name)
  const waves = [13, 5, 2].map((step, k) => {
    const knots = Array.from({ length: Math.ceil(ring.length / step) }, () => random.normal())
    return { step, knots, size: size / 2 ** k }
  })
  return ring.map(([x, y], i) => {
    if (keep([x, y])) return [x, y]
    const [ax, ay] = ring[(i + ring.length - 1) % ring.length]!
    const [bx, by] = ring[(i + 1) % ring.length]!
    const length = Math.hypot(bx - ax, by - ay) || 1
    const push = waves.reduce((sum, wave) => {
      const at = i / wave.step
      const k = Math.floor(at)
      const [from, to] = [wave.knots[k % wave.knots.length]!, wave.knots[(k + 1) % wave.knots.length]!]
      return sum + wave.size * (from + (to - from) * (at - k))
    }, 0)
    return [x + (push * (by - ay)) / length, y - (push * (bx - ax)) / length]
  })
}

/** The shore by the town stays as drawn. */
const townShore = ([x, y]: Point) => x > -2480 && x < 1500 && y > -1400 && y < 0

export const coastLine: Ring = weathered(smooth(coast, 9, true), 'coast', 62, townShore)

/** Piers of the harbour and jetties of the marina: centre lines and widths. */
const piers: { line: [Point, Point]; width: number }[] = [
  {
    line: [
      [-760, -650],
      [-735, -790],
    ],
    width: 22,
  },
  {
    line: [
      [-640, -650],
      [-625, -760],
    ],
    width: 16,
  },
  {
    line: [
      [-745, -782],
      [-655, -806],
    ],
    width: 14,
  },
  {
    line: [
      [-1010, -510],
      [-1035, -600],
    ],
    width: 7,
  },
  {
    line: [
      [-1060, -495],
      [-1085, -585],
    ],
    width: 7,
  },
  {
    line: [
      [-1110, -480],
      [-1135, -570],
    ],
    width: 7,
  },
  {
    line: [
      [-60, -870],
      [-75, -960],
    ],
    width: 8,
  },
]

/** Skerries off the outer coast. */
function skerries(): Ring[] {
  const random = randomStream('skerries')
  const rings: Ring[] = []
  while (rings.length < 34) {
    const [x, y] = coastLine[random.below(coastLine.length)]!
    const out = random.between(150, 620) / Math.hypot(x, y)
    const at: Point = [x * (1 + out), y * (1 + out)]
    if (townShore([x, y]) || contains(polygon(coastLine), at)) continue
    const radius = random.between(14, 62)
    const points = Array.from({ length: 8 }, (_, k): Point => {
      const t = (2 * Math.PI * k) / 8
      const r = radius * random.between(0.6, 1.25)
      return [at[0] + 1.3 * r * Math.cos(t), at[1] + r * Math.sin(t)]
    })
    rings.push(smooth(points, 3, true))
  }
  return rings
}

const SEA_HALF = 24_000
const seaFrame: Ring = [
  [-SEA_HALF, -SEA_HALF],
  [SEA_HALF, -SEA_HALF],
  [SEA_HALF, SEA_HALF],
  [-SEA_HALF, SEA_HALF],
]

export const lakeShore: Ring = smooth(lake, 5, true)

const island = unite([
  polygon(coastLine),
  ...piers.flatMap(({ line, width }) => corridor(line, width)).map(polygon),
])
export const islets: Ring[] = isletPoints.map((ring) => smooth(ring, 4, true))
const smaller: Shape[] = [...islets, ...skerries()].map(polygon)
const inland = unite([polygon(river()), polygon(lakeShore)])

const archipelago = unite(smaller)

/** Dry land: the island without its river and lake, and the islets. Land and water do not overlap. */
export const land: Shape = [...subtract(island, [inland]), ...subtract(archipelago, [island])]

export const sea: Shape = subtract(polygon(seaFrame), [island, archipelago])

/** River and lake as far as the coast. */
export const inlandWater: Shape = subtract(inland, [sea])

/** The sea as far as the town reaches, for questions of single points. */
export const bay: Shape = intersect(
  sea,
  polygon([
    [-2700, -1500],
    [2700, -1500],
    [2700, 0],
    [-2700, 0],
  ]),
)
