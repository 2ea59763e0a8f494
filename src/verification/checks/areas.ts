import { exactly, relatively, within, type Check } from '../check.ts'
import { square } from '../places.ts'

const EBEST = 'R 4.2.2, spdep 1.2-7: EBest(O, P)$estmm'

export const areaChecks: readonly Check[] = [
  {
    id: 'rates',
    group: 'areas',
    method: 'rates',
    unit: 'rate',
    source: { kind: 'hand', text: '1 000 · 10/2 000; 4.7954/2; 18.3904/2' },
    figures: [within('rate', 5, 1e-12), within('lower', 2.3977, 5e-5), within('upper', 9.1952, 5e-5)],
    obtain({ rates }) {
      const result = rates([10], [2000], 1000)
      return [result.rates[0]!, result.lower[0]!, result.upper[0]!]
    },
  },
  {
    id: 'empiricalBayes',
    group: 'areas',
    method: 'empiricalBayesRates',
    unit: 'rate',
    source: {
      kind: 'program',
      text: `${EBEST}; Marshall 1991; O = 30, 5, 100, 2; P = 1 000, 1 000, 2 000, 1 000`,
    },
    figures: [0.02984, 0.00639, 0.04927, 0.00358].map((rate, area) => within({ area }, rate, 5e-6)),
    obtain: ({ empiricalBayesRates }) => [
      ...empiricalBayesRates([30, 5, 100, 2], [1000, 1000, 2000, 1000]).rates,
    ],
  },
  {
    id: 'empiricalBayesEqual',
    group: 'areas',
    method: 'empiricalBayesRates',
    unit: 'rate',
    source: { kind: 'program', text: `${EBEST}; O = 40, 2, 90, 0; P = 1 000, 100, 2 500, 50` },
    figures: [0, 1, 2, 3].map((area) => within({ area }, 0.03616, 5e-6)),
    obtain: ({ empiricalBayesRates }) => [
      ...empiricalBayesRates([40, 2, 90, 0], [1000, 100, 2500, 50]).rates,
    ],
  },
  {
    id: 'poissonLimits',
    group: 'areas',
    method: 'poissonLimits',
    unit: 'incidents',
    source: { kind: 'program', text: 'R 4.2.2: poisson.test(x)$conf.int; Garwood 1936' },
    figures: [
      exactly('0 ↓', 0),
      relatively('0 ↑', 3.688879454114, 1e-9),
      relatively('3 ↓', 0.6186721228956, 1e-9),
      relatively('3 ↑', 8.7672730697423, 1e-9),
      relatively('10 ↓', 4.795388696132, 1e-9),
      relatively('10 ↑', 18.390356042018, 1e-9),
    ],
    obtain: ({ poissonLimits }) =>
      [0, 3, 10].flatMap((count) => {
        const { lower, upper } = poissonLimits(count)
        return [lower, upper]
      }),
  },
  ...([0.95, 0.998] as const).map((level): Check => ({
    id: level === 0.95 ? 'funnelLimits' : 'funnelLimitsWide',
    group: 'areas',
    method: 'funnelLimits',
    unit: 'incidents',
    source: {
      kind: 'program',
      text: `R 4.2.2: qpois(${level === 0.95 ? 'c(.025, .975)' : 'c(.001, .999)'}, E)`,
    },
    figures: (level === 0.95 ? [1, 9, 4, 17, 99, 142] : [0, 12, 2, 21, 88, 155]).map((limit, k) =>
      exactly(`E ${['4½', '10', '120'][k >> 1]} ${k % 2 ? '↑' : '↓'}`, limit),
    ),
    obtain: ({ funnelLimits }) =>
      [4.5, 10, 120].flatMap((expected) => {
        const { lower, upper } = funnelLimits(expected, level)
        return [lower, upper]
      }),
  })),
  {
    id: 'similarPatterns',
    group: 'areas',
    method: 'spatialPointPatternTest',
    unit: 'share',
    source: { kind: 'hand', text: 'Andresen 2009: S = Σ sᵢ/n; (20, 0, 0, 0), (0, 20, 0, 0)' },
    figures: [exactly('sAlike', 1), exactly('sDifferent', 0.5), exactly('sRobust', 0)],
    obtain({ spatialPointPatternTest }) {
      const options = { samples: 200, seed: 1, robust: false }
      const alike = spatialPointPatternTest([20, 10, 0, 0], [20, 10, 0, 0], options)
      const different = spatialPointPatternTest([20, 0, 0, 0], [0, 20, 0, 0], options)
      return [alike.s, different.s, different.sRobust]
    },
  },
  {
    id: 'placesInAreas',
    group: 'areas',
    method: 'assignToAreas',
    unit: 'incidents',
    source: { kind: 'hand', text: '[0, 100]² \\ [40, 60]²; [100, 200]²' },
    figures: [exactly({ area: 0 }, 2), exactly({ area: 1 }, 1), exactly('noArea', 2)],
    obtain({ assignToAreas }) {
      const hole = square(40, 60)[0]![0]!
      const first = [[...square(0, 100)[0]!, hole]]
      const found = assignToAreas([10, 90, 50, 150, 350], [10, 50, 50, 150, 10], [first, square(100, 200)])
      return [0, 1, -1].map((area) => found.filter((index) => index === area).length)
    },
  },
]
