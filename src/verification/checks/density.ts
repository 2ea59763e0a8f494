import type { GridSpec } from '../../domain/grid.ts'
import { densityByDefinition, worstDifference } from '../bruteForce.ts'
import { exactly, relatively, within, type Analysis, type Check } from '../check.ts'
import { cellAround, massOf, places, square, type Places } from '../places.ts'

const SPATSTAT = 'R 4.2.2, spatstat 3.0-3'

/** Twelve incidents whose figures other programs have made: tests/verification/peers/figures.R. */
export const TWELVE: Places = {
  x: [100, 120, 160, 180, 210, 210, 240, 300, 330, 390, 420, 500],
  y: [200, 210, 180, 260, 240, 240, 300, 150, 330, 280, 120, 400],
}
const THREE_PLACES = [
  [205, 245],
  [305, 205],
  [405, 305],
] as const

const ONE: Places = { x: [0], y: [0] }

function at(
  { kernelDensity }: Analysis,
  points: Places,
  [x, y]: readonly [number, number],
  kernel: 'quartic' | 'gaussian',
  bandwidth: number,
): number {
  return kernelDensity(points, cellAround(x, y), { kernel, bandwidth }).values[0]!
}

/** 80 × 80 cells of 20 m from the corner on: large enough for every layout, small enough for brute force. */
const COMPARED = 1600
function gridFrom(originX: number, originY: number): GridSpec {
  return { originX, originY, cellSize: 20, columns: 80, rows: 80 }
}
const ARENDAL = { originX: 674_000, originY: 6_500_000 }

function offByDefinition(
  { kernelDensity }: Analysis,
  points: Places,
  grid: GridSpec,
  kernel: 'quartic' | 'gaussian',
  bandwidth: number,
): number {
  return worstDifference(
    kernelDensity(points, grid, { kernel, bandwidth }).values,
    densityByDefinition(points, grid, kernel, bandwidth),
  )
}

/** Σ x² · density · cell area of one incident: the variance of the kernel along an axis, in m². */
function spread({ kernelDensity }: Analysis, kernel: 'quartic' | 'gaussian', bandwidth: number): number {
  const grid = { originX: -800, originY: -800, cellSize: 4, columns: 400, rows: 400 }
  const { values } = kernelDensity(ONE, grid, { kernel, bandwidth })
  let sum = 0
  for (let cell = 0; cell < values.length; cell++)
    sum += values[cell]! * (grid.originX + ((cell % 400) + 0.5) * 4) ** 2
  return Math.sqrt((sum * 16) / 1e6)
}

export const densityChecks: readonly Check[] = [
  {
    id: 'quarticOne',
    group: 'density',
    method: 'kernelDensity',
    unit: 'perKm2',
    source: { kind: 'hand', text: '10⁶ · 3/(πh²) · (1 − d²/h²)²; h = 300 m' },
    figures: [
      relatively('d = 0', 10.6103295395, 1e-9),
      relatively('d = 150 m', 5.96831036595, 1e-9),
      within('d = 300 m', 0, 1e-12),
      within('Δx = 180 m, Δy = 240 m', 0, 1e-12),
    ],
    obtain: (analysis) =>
      (
        [
          [0, 0],
          [150, 0],
          [300, 0],
          [180, 240],
        ] as const
      ).map((place) => at(analysis, ONE, place, 'quartic', 300)),
  },
  {
    id: 'quarticSum',
    group: 'density',
    method: 'kernelDensity',
    unit: 'perKm2',
    source: { kind: 'hand', text: '10⁶ · Σ w · 3/(πh²) · (1 − d²/h²)²; h = 500 m' },
    figures: [relatively('three', 3.62414904013, 1e-9), relatively('weighted', 11.3094229322, 1e-9)],
    obtain: (analysis) => [
      at(analysis, { x: [0, 0, 300], y: [0, 0, 400] }, [300, 0], 'quartic', 500),
      at(analysis, { x: [0, 100], y: [0, 0], weight: [2.5, 0.5] }, [0, 0], 'quartic', 500),
    ],
  },
  {
    id: 'gaussianOne',
    group: 'density',
    method: 'kernelDensity',
    unit: 'perKm2',
    source: { kind: 'hand', text: '10⁶ · exp(−d²/2σ²)/(2πσ²); σ = 300 m' },
    figures: [
      relatively('d = 0', 1.76838825658, 1e-9),
      relatively('two', 2.14516339178, 1e-9),
      relatively('d = 7σ', 4.04914021e-11, 1e-6),
    ],
    obtain: (analysis) => [
      at(analysis, ONE, [0, 0], 'gaussian', 300),
      at(analysis, { x: [0, 600], y: [0, 0] }, [300, 0], 'gaussian', 300),
      at(analysis, ONE, [2100, 0], 'gaussian', 300),
    ],
  },
  {
    id: 'kernelMass',
    group: 'density',
    method: 'kernelDensity',
    unit: 'incidents',
    source: { kind: 'hand', text: '∫ K = 1; Σ density · 1 m², h = 300 m, σ = 60 m' },
    figures: [within('quartic', 1, 1e-6), within('gaussian', 1, 1e-6), within('thousand', 1000, 1e-3)],
    obtain({ kernelDensity }) {
      const grid = { originX: -500, originY: -500, cellSize: 1, columns: 1000, rows: 1000 }
      const many = places('clustered', 1000, 400, { originX: -200, originY: -200 })
      return [
        massOf(kernelDensity(ONE, grid, { kernel: 'quartic', bandwidth: 300 })),
        massOf(kernelDensity(ONE, grid, { kernel: 'gaussian', bandwidth: 60 })),
        massOf(kernelDensity(many, grid, { kernel: 'quartic', bandwidth: 150 })),
      ]
    },
  },
  {
    id: 'equalSpread',
    group: 'density',
    method: 'kernelDensity',
    unit: 'metres',
    source: { kind: 'hand', text: 'Var x = h²/8 = σ²; h = √8 · 100 m, σ = 100 m' },
    figures: [within('quartic', 100, 0.001), within('gaussian', 100, 0.001)],
    obtain: (analysis) => [
      spread(analysis, 'quartic', 100 * Math.sqrt(8)),
      spread(analysis, 'gaussian', 100),
    ],
  },
  {
    id: 'quarticDefinition',
    group: 'density',
    method: 'kernelDensity',
    unit: 'share',
    source: { kind: 'definition', text: 'Σ wᵢ K(dᵢ); n = 2 000, 80 × 80 × 20 m, h = 100 m; max |Δ| / max' },
    figures: (['clustered', 'uniform', 'duplicated', 'far', 'weights', 'wide'] as const).map((name) =>
      within(name, 0, 1e-9),
    ),
    obtain(analysis) {
      const near = gridFrom(0, 0)
      const far = gridFrom(ARENDAL.originX, ARENDAL.originY)
      const clustered = places('clustered', 2000, COMPARED)
      const weighted = { ...clustered, weight: clustered.x.map((x) => (x % 7) / 7) }
      return [
        offByDefinition(analysis, clustered, near, 'quartic', 100),
        offByDefinition(analysis, places('uniform', 2000, COMPARED), near, 'quartic', 100),
        offByDefinition(analysis, places('duplicated', 2000, COMPARED), near, 'quartic', 100),
        offByDefinition(analysis, places('clustered', 2000, COMPARED, ARENDAL), far, 'quartic', 100),
        offByDefinition(analysis, weighted, near, 'quartic', 100),
        offByDefinition(analysis, places('uniform', 2000, COMPARED), near, 'quartic', 710),
      ]
    },
  },
  {
    id: 'gaussianDefinition',
    group: 'density',
    method: 'kernelDensity',
    unit: 'share',
    source: { kind: 'definition', text: 'Σ K(dᵢ); n = 1 000, 80 × 80 × 20 m, σ = 60 m; max |Δ| / max' },
    figures: [within('clustered', 0, 1e-9), within('far', 0, 1e-9)],
    obtain: (analysis) => [
      offByDefinition(analysis, places('clustered', 1000, COMPARED), gridFrom(0, 0), 'gaussian', 60),
      offByDefinition(
        analysis,
        places('clustered', 1000, COMPARED, ARENDAL),
        gridFrom(ARENDAL.originX, ARENDAL.originY),
        'gaussian',
        60,
      ),
    ],
  },
  {
    id: 'quarticPeer',
    group: 'density',
    method: 'kernelDensity',
    unit: 'perKm2',
    source: {
      kind: 'program',
      text: `${SPATSTAT}: densitycrossEngine(X, Q, sigma = 200/sqrt(8), kernel = "quartic", edge = FALSE)`,
    },
    figures: [144.13745568, 94.89591100690001, 50.30472456205].map((value, k) =>
      relatively(THREE_PLACES[k]!.join(', '), value, 1e-9),
    ),
    obtain: (analysis) => THREE_PLACES.map((place) => at(analysis, TWELVE, place, 'quartic', 200)),
  },
  {
    id: 'gaussianPeer',
    group: 'density',
    method: 'kernelDensity',
    unit: 'perKm2',
    source: {
      kind: 'program',
      text: `${SPATSTAT}: densitycrossEngine(X, Q, sigma = 80, kernel = "gaussian", edge = FALSE, cutoff = 1600)`,
    },
    figures: [139.74155821196, 84.97356721044, 53.19024049538].map((value, k) =>
      relatively(THREE_PLACES[k]!.join(', '), value, 1e-9),
    ),
    obtain: (analysis) => THREE_PLACES.map((place) => at(analysis, TWELVE, place, 'gaussian', 80)),
  },
  {
    id: 'edgeCorrection',
    group: 'density',
    method: 'kernelDensity',
    unit: 'incidents',
    source: { kind: 'hand', text: 'Diggle 1985: Σ wᵢ K(dᵢ)/mᵢ, mᵢ = ∫ K; 1 000 × 1 000 m, h = 150 m, 2 m' },
    figures: [
      within('edgeMass', 300, 0.005),
      exactly('edgeDropped', 1),
      relatively('edgeSide', 2, 1e-6),
      relatively('edgeCorner', 4, 1e-6),
    ],
    obtain({ kernelDensity }) {
      const studyArea = square(0, 1000)
      const many = places('uniform', 300, 1000, { seed: 9 })
      const options = { kernel: 'quartic', bandwidth: 150, edgeCorrection: { studyArea } } as const
      const whole = kernelDensity({ x: [...many.x, -50], y: [...many.y, 500] }, {
        originX: 0,
        originY: 0,
        cellSize: 2,
        columns: 500,
        rows: 500,
      }, options) // prettier-ignore
      const ratio = (x: number, y: number) => {
        const one = { x: [x], y: [y] }
        const { kernel, bandwidth } = options
        const plain = kernelDensity(one, cellAround(x, y), { kernel, bandwidth })
        return kernelDensity(one, cellAround(x, y), options).values[0]! / plain.values[0]!
      }
      return [massOf(whole), whole.dropped, ratio(1e-6, 500), ratio(1e-6, 1e-6)]
    },
  },
  {
    id: 'bandwidthScott',
    group: 'density',
    method: 'bandwidthScott',
    unit: 'metres',
    source: { kind: 'program', text: `${SPATSTAT}: mean(bw.scott(X))` },
    figures: [relatively('twelve', 67.44520493852, 1e-9)],
    obtain: ({ bandwidthScott }) => [bandwidthScott(TWELVE)],
  },
  {
    id: 'bandwidthLikelihood',
    group: 'density',
    method: 'bandwidthLikelihood',
    unit: 'none',
    source: { kind: 'program', text: 'R 4.2.2: sum(log(rowSums(K)/(n - 1))), diag(K) = 0' },
    figures: [
      relatively('σ = 40 m', -156.8414969092, 1e-9),
      relatively('σ = 80 m', -147.4874412138, 1e-9),
      relatively('σ = 160 m', -151.7377728792, 1e-9),
      exactly('chosen', 80),
    ],
    obtain({ bandwidthLikelihood }) {
      const { logLikelihood, bandwidth } = bandwidthLikelihood(TWELVE, [40, 80, 160])
      return [...logLikelihood, bandwidth]
    },
  },
  ...surfaceChecks(),
]

/** What is read off surfaces that are given as figures. */
function surfaceChecks(): Check[] {
  const grid = { originX: 0, originY: 0, cellSize: 100, columns: 4, rows: 1 }
  const surface = (values: number[]) => ({
    values: Float64Array.from(values),
    grid,
    kernel: 'quartic' as const,
    bandwidth: 100,
    n: 1,
    dropped: 0,
    unit: 'per km²' as const,
  })
  return [
    {
      id: 'densityChange',
      group: 'density',
      method: 'densityChange',
      unit: 'perKm2',
      source: { kind: 'hand', text: '9/1 − 12/2; 0/1 − 4/2; 5/1 − 0/2' },
      figures: [exactly({ cell: 0 }, 3), exactly({ cell: 1 }, -2), exactly({ cell: 2 }, 5)],
      obtain: ({ densityChange }) =>
        Array.from(
          densityChange(surface([12, 4, 0, 0]), surface([9, 0, 5, 0]), { yearsBefore: 2, yearsAfter: 1 })
            .values,
        ).slice(0, 3),
    },
    {
      id: 'relativeRisk',
      group: 'density',
      method: 'relativeRisk',
      unit: 'none',
      source: {
        kind: 'hand',
        text: 'Bithell 1990: log((f₁ + δ)/(f₀ + δ)); log(7/4), log(1/3), log(1); δ = 1',
      },
      figures: [
        relatively({ cell: 0 }, Math.log(7 / 4), 1e-9),
        relatively({ cell: 1 }, Math.log(1 / 3), 1e-9),
        within({ cell: 2 }, 0, 1e-12),
      ],
      obtain: ({ relativeRisk }) =>
        Array.from(relativeRisk(surface([6, 0, 2, 0]), surface([3, 2, 2, 0]), { delta: 1 })).slice(0, 3),
    },
    {
      id: 'contourLevels',
      group: 'density',
      method: 'hotspotContours',
      unit: 'perKm2',
      source: { kind: 'hand', text: '1, 2, 3, 5 × (4 + 10 + 16)/3' },
      figures: [10, 20, 30, 50].map((level, k) => exactly(`${[1, 2, 3, 5][k]} ×`, level)),
      obtain: ({ hotspotContours }) =>
        hotspotContours(surface([4, 0, 10, 16]), { levels: 'incremental-mean' }).map(({ level }) => level),
    },
    {
      id: 'hotspotRule',
      group: 'density',
      method: 'findHotspots',
      unit: 'incidents',
      source: { kind: 'definition', text: 'f > 5 f̄ (f > 0), n ≥ 5; n = 12, 5, 4' },
      figures: [exactly('hotspots', 2), exactly('largest', 12), exactly('smallest', 5)],
      obtain({ findHotspots, kernelDensity }) {
        const centres = [...Array(12).fill(500), ...Array(5).fill(1500), ...Array(4).fill(2500)] as number[]
        const scattered = places('uniform', 40, 3000, { seed: 4 })
        const points = { x: [...centres, ...scattered.x], y: [...centres.map(() => 1500), ...scattered.y] }
        const wide = { originX: -200, originY: -200, cellSize: 20, columns: 170, rows: 170 }
        const density = kernelDensity(points, wide, { kernel: 'quartic', bandwidth: 100 })
        const found = findHotspots(density, points).map(({ incidents }) => incidents)
        return [found.length, Math.max(...found), Math.min(...found)]
      },
    },
    {
      id: 'halfOpenCells',
      group: 'density',
      method: 'gridFor',
      unit: 'none',
      source: {
        kind: 'definition',
        text: '[a, a + 100): 99.999 → 0, 100 → 1, 200 → 2; origin ⌊x/100⌋ · 100',
      },
      figures: [
        exactly({ cell: 0 }, 1),
        exactly({ cell: 1 }, 2),
        exactly({ cell: 2 }, 1),
        exactly('snapped', 6_580_000),
      ],
      obtain({ countInCells, gridFor }) {
        const { counts } = countInCells({ x: [99.999, 100, 199.9, 200], y: [0, 0, 99.9, 50] }, grid)
        return [...counts.slice(0, 3), gridFor({ x: [674_012], y: [6_580_055] }, 100).originY]
      },
    },
  ]
}
