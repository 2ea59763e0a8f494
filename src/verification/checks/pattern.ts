import { exactly, relatively, within, type Check } from '../check.ts'
import { places } from '../places.ts'
import { TWELVE } from './density.ts'

const DAY_MS = 86_400_000
const PRECISE = 1e-9

/** Seven incidents; two pairs lie on a band's limit, at 100 m and at 7 days: tests/verification/peers/figures.py. */
const SEVEN = { x: [0, 100, 60, 500, 560, 500, 900], y: [0, 0, 80, 500, 500, 620, 100] }
const SEVEN_DAYS = [0, 2, 4, 20, 21, 27, 50].map((day) => day * DAY_MS)
const BANDS = [
  '0–100 m, 0–3',
  '0–100 m, 3–7',
  '0–100 m, 7–14',
  '100–200 m, 0–3',
  '100–200 m, 3–7',
  '100–200 m, 7–14',
]

const padded = (counts: number[]) => [...counts, 0, 0, 0, 0, 0, 0, 0]

export const patternChecks: readonly Check[] = [
  {
    id: 'clarkEvans',
    group: 'pattern',
    method: 'nearestNeighbourIndex',
    unit: 'metres',
    source: { kind: 'published', text: 'Clark & Evans 1954: 1/(2√ρ), 0.26136/√(nρ); n = 500, 25 km²' },
    figures: [within('expectedDistance', 111.8, 0.005), within('standardError', 2.614, 0.0005)],
    obtain({ nearestNeighbourIndex }) {
      const { expected, standardError } = nearestNeighbourIndex(places('uniform', 500, 5000), 25e6)
      return [expected, standardError]
    },
  },
  {
    id: 'clarkEvansPeer',
    group: 'pattern',
    method: 'nearestNeighbourIndex',
    unit: 'none',
    source: {
      kind: 'program',
      text: 'R 4.2.2, spatstat 3.0-3: clarkevans(X, correction = "none"); mean(nndist(X))',
    },
    figures: [
      relatively('meanDistance', 63.68653738715, PRECISE),
      relatively('index', 0.8055780577315, PRECISE),
      relatively('z', -1.288439776732, PRECISE),
      relatively('lattice', 2, 1e-9),
    ],
    obtain({ nearestNeighbourIndex }) {
      const { observed, index, z } = nearestNeighbourIndex(TWELVE, 600 * 500)
      const steps = Array.from({ length: 100 }, (_, i) => i)
      const lattice = { x: steps.map((i) => (i % 10) * 50), y: steps.map((i) => Math.floor(i / 10) * 50) }
      return [observed, index, z, nearestNeighbourIndex(lattice, 500 * 500).index]
    },
  },
  ...nearRepeatChecks(),
  {
    id: 'concentration',
    group: 'pattern',
    method: 'concentration',
    unit: 'none',
    source: {
      kind: 'published',
      text: 'Bernasco & Steenbeek 2017, J. Quant. Criminol. 33: max(1, N/C)(G − 1) + 1',
    },
    figures: [
      within('G′ (3, 1, 1, 0 × 7)', 0.56, 1e-12),
      within('G′ (5, 2, 1, 0 × 7)', 0.75, 1e-12),
      within('G′ (4, 4, 4)', 0, 1e-12),
      within('G (3, 1, 1, 0 × 7)', 0.78, 1e-12),
    ],
    obtain: ({ concentration }) => [
      concentration(padded([3, 1, 1])).generalisedGini,
      concentration(padded([5, 2, 1])).generalisedGini,
      concentration([4, 4, 4]).generalisedGini,
      concentration(padded([3, 1, 1])).gini,
    ],
  },
  {
    id: 'shareOfUnits',
    group: 'pattern',
    method: 'concentration',
    unit: 'share',
    source: { kind: 'hand', text: '(5, 2, 1, 0 × 7): 5/8 ≥ 0.5; 7/8 ≥ 0.8' },
    figures: [within('quarter', 0.1, 1e-12), within('half', 0.1, 1e-12), within('fourFifths', 0.2, 1e-12)],
    obtain: ({ concentration }) => concentration(padded([5, 2, 1])).shareOfUnits.map(({ units }) => units),
  },
  {
    id: 'predictiveAccuracy',
    group: 'pattern',
    method: 'predictiveAccuracyIndex',
    unit: 'none',
    source: { kind: 'published', text: 'Chainey, Tompson & Uhlig 2008: (n/N)/(a/A); (6, 3, 0), (3, 2, 1)' },
    figures: [2, 1.5, 1].map((pai, k) => within(`a = ${k + 1}`, pai, 1e-12)),
    obtain: ({ predictiveAccuracyIndex }) =>
      [1, 2, 3].map((units) => predictiveAccuracyIndex([6, 3, 0], [3, 2, 1], units).pai),
  },
  {
    id: 'predictionEfficiency',
    group: 'pattern',
    method: 'predictiveAccuracyIndex',
    unit: 'none',
    source: { kind: 'published', text: 'Hunt 2016: PAI / max PAI; (0, 3, 6), (3, 2, 1)' },
    figures: [within('a = 1', 0, 1e-12), within('a = 2', 1 / 3, 1e-9), within('a = 3', 1, 1e-12)],
    obtain: ({ predictiveAccuracyIndex }) =>
      [1, 2, 3].map((units) => predictiveAccuracyIndex([0, 3, 6], [3, 2, 1], units).pei),
  },
]

function nearRepeatChecks(): Check[] {
  const options = { distanceBands: [0, 100, 200], timeBandsDays: [0, 3, 7, 14], permutations: 999, seed: 1 }
  const shared = { group: 'pattern', method: 'nearRepeat' } as const
  const source = {
    kind: 'program',
    text: 'Python 3.11: itertools.permutations, 7! = 5 040; numpy 1.24.2',
  } as const
  return [
    {
      ...shared,
      id: 'nearRepeatObserved',
      unit: 'none',
      source,
      figures: [2, 0, 0, 1, 2, 1].map((pairs, k) => exactly(BANDS[k]!, pairs)),
      obtain: ({ nearRepeat }) => nearRepeat(SEVEN, SEVEN_DAYS, options).observed.flat(),
    },
    {
      ...shared,
      id: 'nearRepeatExpected',
      unit: 'none',
      source,
      figures: [6, 4, 2, 12, 8, 4].map((pairs, k) => relatively(BANDS[k]!, pairs / 21, PRECISE)),
      obtain: ({ nearRepeat }) => nearRepeat(SEVEN, SEVEN_DAYS, options).expected.flat(),
    },
    {
      ...shared,
      id: 'nearRepeatChance',
      unit: 'none',
      source,
      // Four standard errors of 999 draws.
      figures: [0.019047619, 1, 1, 0.48253968254, 0.038095238, 0.190476190476].map((p, k) =>
        within(BANDS[k]!, p, 4 * Math.sqrt((p * (1 - p)) / 999) + 0.001),
      ),
      obtain: ({ nearRepeat }) => nearRepeat(SEVEN, SEVEN_DAYS, options).pValue.flat(),
    },
  ]
}
