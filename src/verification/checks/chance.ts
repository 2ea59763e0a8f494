import { seededRandom } from '../../analysis/random.ts'
import { exactly, relatively, within, type Analysis, type Check } from '../check.ts'
import { places } from '../places.ts'

const SPDEP = 'R 4.2.2, spdep 1.2-7'
const PRECISE = 1e-9

const SHAPE = { columns: 5, rows: 5 }
/** 5 × 5 ones with an inner 3 × 3 of fives. */
const BLOCK = Array.from({ length: 25 }, (_, cell) => {
  const [row, column] = [Math.floor(cell / 5), cell % 5]
  return row > 0 && row < 4 && column > 0 && column < 4 ? 5 : 1
})
const CENTRE = 12
const SIDE_OF_BLOCK = 7
const CORNER_OF_BLOCK = 6
const CORNER_OF_GRID = 0
const BLOCK_CELLS = [CENTRE, SIDE_OF_BLOCK, CORNER_OF_BLOCK, CORNER_OF_GRID]
const BLOCK_NAMES = ['centre', 'blockSide', 'blockCorner', 'gridCorner']

/** 6 columns × 5 rows of counts: tests/verification/peers/figures.R. */
const COUNTS = [0, 1, 0, 2, 0, 0, 3, 7, 4, 0, 1, 0, 1, 9, 6, 2, 0, 0, 0, 2, 3, 0, 1, 5, 0, 0, 1, 0, 4, 6]
const COUNTS_SHAPE = { columns: 6, rows: 5 }
/** Without the first column, and in the first row only as far as the third. */
const STUDY_AREA = Uint8Array.from(COUNTS, (_, cell) =>
  cell % 6 > 0 && (cell >= 6 || cell % 6 <= 2) ? 1 : 0,
)

/** z of ten time slices that show a class each. */
const SLICES: Record<string, number[]> = {
  new: [0, 0, 0, 0, 0, 0, 0, 0, 0, 3],
  consecutive: [0, 0, 0, 0, 0, 0, 0, 3, 3, 3],
  intensifying: [2, 2.2, 2.4, 2.6, 2.8, 3, 3.2, 3.4, 3.6, 3.8],
  persistent: [3, 2.5, 3, 2.5, 3, 2.5, 3, 2.5, 3, 2.5],
  diminishing: [3.8, 3.6, 3.4, 3.2, 3, 2.8, 2.6, 2.4, 2.2, 2],
  sporadic: [3, 0, 3, 0, 0, 3, 0, 0, 0, 3],
  oscillating: [3, 0, -3, 0, 0, 3, 0, 0, 0, 3],
  historical: [3, 3, 3, 3, 3, 3, 3, 3, 3, 0],
  none: [0, 1, 0, 1, 0, 3, 0, 1, 0, 1],
}

/** Ten p values and what R makes of the first, third, sixth and last. */
const P = [0.001, 0.008, 0.039, 0.041, 0.042, 0.06, 0.074, 0.205, 0.212, 0.216]
const ADJUSTED = {
  bonferroni: [0.01, 0.39, 0.6, 1],
  'fdr-bh': [0.01, 0.084, 0.1, 0.216],
  'fdr-by': [0.02928968253968, 0.24603333333333, 0.29289682539683, 0.63265714285714],
} as const
const ADJUSTED_AT = [0, 2, 5, 9]

function blockStar({ getisOrdGiStar, queenNeighbours }: Analysis) {
  return getisOrdGiStar(BLOCK, queenNeighbours(SHAPE, { includeSelf: true }))
}

export const chanceChecks: readonly Check[] = [
  {
    id: 'queenNeighbours',
    group: 'chance',
    method: 'queenNeighbours',
    unit: 'cells',
    source: { kind: 'hand', text: '3 × 3; 2 × 3; 2 × 2' },
    figures: [exactly('centre', 9), exactly('gridSide', 6), exactly('gridCorner', 4)],
    obtain({ queenNeighbours }) {
      const { offsets } = queenNeighbours(SHAPE, { includeSelf: true })
      return [CENTRE, 2, CORNER_OF_GRID].map((cell) => offsets[cell + 1]! - offsets[cell]!)
    },
  },
  {
    id: 'giStarBlock',
    group: 'chance',
    method: 'getisOrdGiStar',
    unit: 'none',
    source: { kind: 'program', text: `${SPDEP}: localG(v, nb2listw(include.self(nb), style = "B"))` },
    figures: [4.8989794855664, 2.3474276701672, 0.6463931265678, -0.4899789435061].map((z, k) =>
      relatively(BLOCK_NAMES[k]!, z, PRECISE),
    ),
    obtain(analysis) {
      const { z } = blockStar(analysis)
      return BLOCK_CELLS.map((cell) => z[cell]!)
    },
  },
  {
    id: 'giStarDiscoveries',
    group: 'chance',
    method: 'adjustPValues',
    unit: 'cells',
    source: { kind: 'program', text: `${SPDEP}: sum(p < .05); sum(p.adjust(p, "BH") < .05)` },
    figures: [exactly('raw', 5), exactly('afterFdr', 1)],
    obtain(analysis) {
      const { pValue } = blockStar(analysis)
      const below = (p: Float64Array) => p.filter((value) => value < 0.05).length
      return [below(pValue), below(analysis.adjustPValues(pValue, 'fdr-bh'))]
    },
  },
  {
    id: 'giStarCounts',
    group: 'chance',
    method: 'getisOrdGiStar',
    unit: 'none',
    source: { kind: 'program', text: `${SPDEP}: localG, 6 × 5` },
    figures: (
      [
        [0, 0.7006017602949],
        [8, 2.1636702772294],
        [13, 2.8000438881792],
        [24, -1.2296275792931],
        [29, 1.7729513933993],
      ] as const
    ).map(([cell, z]) => relatively({ cell }, z, PRECISE)),
    obtain({ getisOrdGiStar, queenNeighbours }) {
      const { z } = getisOrdGiStar(COUNTS, queenNeighbours(COUNTS_SHAPE, { includeSelf: true }))
      return [0, 8, 13, 24, 29].map((cell) => z[cell]!)
    },
  },
  {
    id: 'giStarStudyArea',
    group: 'chance',
    method: 'getisOrdGiStar',
    unit: 'none',
    source: { kind: 'program', text: `${SPDEP}: localG, 22 / 30` },
    figures: [
      exactly('cellsInside', 22),
      relatively({ cell: 8 }, 1.635184431494, PRECISE),
      relatively({ cell: 13 }, 2.943668415163, PRECISE),
      relatively({ cell: 29 }, 1.322875655532, PRECISE),
    ],
    obtain({ getisOrdGiStar, queenNeighbours }) {
      const inside = queenNeighbours(COUNTS_SHAPE, { includeSelf: true, inside: STUDY_AREA })
      const { z, n } = getisOrdGiStar(COUNTS, inside)
      return [n, ...[8, 13, 29].map((cell) => z[cell]!)]
    },
  },
  {
    id: 'giStarGrid',
    group: 'chance',
    method: 'giStarGrid',
    unit: 'metres',
    source: { kind: 'definition', text: 'max(200, 2h)' },
    figures: [exactly('h = 60 m', 200), exactly('h = 100 m', 200), exactly('h = 150 m', 300)],
    obtain({ giStarGrid }) {
      const points = places('uniform', 100, 3000)
      return [60, 100, 150].map((bandwidth) => giStarGrid(points, { bandwidth }).grid.cellSize)
    },
  },
  ...(['bonferroni', 'fdr-bh', 'fdr-by'] as const).map((method): Check => ({
    id: `adjust-${method}`,
    group: 'chance',
    method: 'adjustPValues',
    unit: 'none',
    source: {
      kind: 'program',
      text: `R 4.2.2: p.adjust(p, "${{ bonferroni: 'bonferroni', 'fdr-bh': 'BH', 'fdr-by': 'BY' }[method]}")`,
    },
    figures: ADJUSTED[method].map((value, k) =>
      relatively(`p${'₁₂₃₄₅₆₇₈₉'[ADJUSTED_AT[k]!] ?? '₁₀'}`, value, PRECISE),
    ),
    obtain({ adjustPValues }) {
      const q = adjustPValues(P, method)
      return ADJUSTED_AT.map((k) => q[k]!)
    },
  })),
  {
    id: 'localMoranBlock',
    group: 'chance',
    method: 'localMoran',
    unit: 'none',
    source: { kind: 'program', text: `${SPDEP}: localmoran(v, nb2listw(nb, style = "W"))` },
    figures: [16 / 9, 0.73611111111111, 0.04166666666667, 0.04166666666667].map((value, k) =>
      relatively(BLOCK_NAMES[k]!, value, PRECISE),
    ),
    obtain({ localMoran, queenNeighbours }) {
      const { statistic } = localMoran(BLOCK, queenNeighbours(SHAPE, { includeSelf: false }), {
        rowStandardised: true,
        permutations: 0,
        seed: 1,
      })
      return BLOCK_CELLS.map((cell) => statistic[cell]!)
    },
  },
  {
    id: 'localMoranCounts',
    group: 'chance',
    method: 'localMoran',
    unit: 'none',
    source: { kind: 'program', text: `${SPDEP}: localmoran, 6 × 5` },
    figures: (
      [
        [8, 0.4914772727273],
        [17, 0.1700879765396],
        [29, 0.9391495601173],
      ] as const
    ).map(([cell, value]) => relatively({ cell }, value, PRECISE)),
    obtain({ localMoran, queenNeighbours }) {
      const { statistic } = localMoran(COUNTS, queenNeighbours(COUNTS_SHAPE, { includeSelf: false }), {
        rowStandardised: true,
        permutations: 0,
        seed: 1,
      })
      return [8, 17, 29].map((cell) => statistic[cell]!)
    },
  },
  {
    id: 'seededPermutations',
    group: 'chance',
    method: 'localMoran',
    unit: 'none',
    source: { kind: 'definition', text: 'p = (1 + #)/(R + 1); R = 199, 12 × 12' },
    figures: [exactly('sameSeed', 0), exactly('otherSeed', 1), relatively('smallestP', 1 / 200, 1e-12)],
    obtain({ localMoran, queenNeighbours }) {
      const random = seededRandom(7)
      const values = Array.from({ length: 144 }, (_, cell) => (cell === 65 ? 60 : random() * 3))
      for (const beside of [52, 53, 54, 64, 66, 76, 77, 78]) values[beside] = 60
      const neighbours = queenNeighbours({ columns: 12, rows: 12 }, { includeSelf: false })
      const p = (seed: number) =>
        localMoran(values, neighbours, { rowStandardised: true, permutations: 199, seed }).pValue
      const [one, again, other] = [p(1), p(1), p(2)]
      const differing = (a: Float64Array, b: Float64Array) => a.filter((value, k) => value !== b[k]).length
      return [differing(one, again), differing(one, other) > 0 ? 1 : 0, one[65]!]
    },
  },
  {
    id: 'mannKendall',
    group: 'chance',
    method: 'mannKendall',
    unit: 'none',
    source: {
      kind: 'program',
      text: 'R 4.2.2: cor.test(t, x, method = "kendall", exact = FALSE, continuity = TRUE)',
    },
    figures: [relatively('z', 3.06567675786927, PRECISE), relatively('p', 0.002171779655699, PRECISE)],
    obtain({ mannKendall }) {
      const { z, pValue } = mannKendall([1.2, 0.8, 2.1, 2.1, 1.9, 2.6, 3.3, 2.6, 3.9, 4.1])
      return [z, pValue]
    },
  },
  {
    id: 'emergingHotspots',
    group: 'chance',
    method: 'emergingHotspots',
    unit: 'none',
    source: { kind: 'published', text: 'Esri, ArcGIS Pro: How Emerging Hot Spot Analysis works' },
    figures: Object.keys(SLICES).map((name, k) => exactly({ cell: k }, name)),
    obtain({ emergingHotspots }) {
      const series = Object.values(SLICES)
      const bySlice = Array.from({ length: 10 }, (_, t) => series.map((z) => z[t]!))
      return emergingHotspots(bySlice).classes
    },
  },
  {
    id: 'normalLimits',
    group: 'chance',
    method: 'getisOrdGiStar',
    unit: 'none',
    source: { kind: 'program', text: 'R 4.2.2: 2 * pnorm(-z)' },
    figures: [within('centre', 9.63357e-7, 5e-13), within('gridCorner', 0.624145, 5e-6)],
    obtain(analysis) {
      const { pValue } = blockStar(analysis)
      return [pValue[CENTRE]!, pValue[CORNER_OF_GRID]!]
    },
  },
]
