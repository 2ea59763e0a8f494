import type { AreaId } from './areas.ts'
import { randomStream } from './random.ts'
import type { CaseId, ZonePart } from './zones.ts'

/**
 * The ledger: how many incidents of which type in which kommundel and month. Kommundel A in 2024 is the handbook's table
 * (p. 48-49) with synthetic counts for its three lost rows; all else is invented around it.
 */

/** Months of the demo, 0 = January 2023 … 41 = June 2026. */
export const MONTHS = 42
export const FIRST_YEAR = 2023

/** Counts of 2024 in A, B and C, and the factors that give 2023, 2025 and 2026 from it. */
interface TypeLedger {
  counts: Record<AreaId, number>
  factors: [number, number, number]
  season: Season
}

/** Relative frequency of the twelve months. */
const seasons = {
  flat: [1, 0.95, 1, 1, 1.02, 1, 0.96, 1, 1.02, 1.03, 1.01, 1],
  summer: [0.72, 0.74, 0.85, 0.98, 1.15, 1.22, 1.16, 1.2, 1.1, 0.98, 0.86, 0.88],
  cycle: [0.35, 0.35, 0.6, 1, 1.4, 1.45, 1.2, 1.6, 1.6, 1.15, 0.75, 0.45],
  darkness: [1.15, 1.05, 1, 0.92, 0.88, 0.82, 0.95, 0.95, 1, 1.1, 1.2, 1.15],
  school: [1.1, 1.1, 1.1, 1.05, 1.15, 0.75, 0.45, 0.9, 1.15, 1.1, 1.15, 1],
} as const
type Season = keyof typeof seasons

const row = (
  A: number,
  B: number,
  C: number,
  factors: [number, number, number],
  season: Season = 'flat',
): TypeLedger => ({ counts: { A, B, C }, factors, season })

/** Every type but outdoor assault, which is laid out place by place in `assaults.ts`. */
export const typeLedger: Record<string, TypeLedger> = {
  'misshandel-inomhus': row(105, 78, 92, [0.96, 1.03, 1.02]),
  'liv-halsa-ovrigt': row(11, 7, 8, [1, 0.95, 1]),
  'olaga-hot': row(134, 78, 80, [0.94, 1.05, 1.03]),
  ofredande: row(143, 84, 88, [0.95, 1.04, 1]),
  hemfridsbrott: row(57, 31, 36, [1.04, 0.98, 0.96]),
  kvinnofridsbrott: row(5, 4, 5, [1, 1.2, 1]),
  'valdtakt-ute': row(0, 1, 1, [1, 1, 2]),
  'valdtakt-inne': row(9, 6, 7, [0.9, 1.05, 1.1], 'summer'),
  'sexuellt-ofredande': row(4, 4, 3, [1, 1.25, 1.25], 'summer'),
  'sexualbrott-ovrigt': row(14, 9, 10, [0.95, 1, 1.1]),
  'tillgrepp-fordon': row(540, 200, 220, [1.06, 0.95, 0.9], 'summer'),
  cykelstold: row(160, 150, 130, [1.03, 1.01, 0.99], 'cycle'),
  'inbrott-bostad': row(31, 58, 96, [1.12, 0.93, 0.88], 'darkness'),
  'inbrott-kallare-vind': row(114, 82, 70, [0.96, 1.04, 1.02], 'darkness'),
  'inbrott-skola': row(88, 40, 52, [1.02, 0.97, 1], 'school'),
  'stold-ur-fordon': row(1250, 300, 700, [1.01, 0.99, 0.96], 'darkness'),
  'stold-butik': row(152, 96, 88, [0.92, 1.08, 1.14]),
  'stold-kontor': row(241, 52, 40, [1.02, 0.97, 0.94]),
  personran: row(46, 22, 14, [0.87, 1.13, 1.05], 'darkness'),
  'inbrott-kontor': row(107, 30, 26, [1.05, 0.95, 0.9], 'darkness'),
  'tillgrepp-ovrigt': row(841, 360, 320, [1.02, 0.98, 0.97], 'summer'),
  bedrageri: row(114, 96, 128, [0.9, 1.09, 1.15]),
  'bedrageri-ovrigt': row(17, 12, 14, [1, 1.05, 1.05]),
  'skadegorelse-fordon': row(229, 120, 150, [1.03, 0.99, 0.97]),
  'skadegorelse-offentligt': row(33, 22, 30, [0.96, 1.05, 1], 'school'),
  klotter: row(284, 130, 150, [0.96, 1.03, 0.98], 'summer'),
  'skadegorelse-ovrig': row(157, 90, 110, [0.98, 1.02, 1], 'summer'),
  alkohollagen: row(17, 6, 5, [0.9, 1.3, 1.2], 'summer'),
  'narkotika-innehav': row(139, 52, 40, [0.86, 1.22, 1.3]),
  'narkotika-overlatelse': row(23, 8, 6, [0.9, 1.15, 1.2]),
  'narkotika-ovrigt': row(8, 4, 3, [1, 1, 1]),
}

/** Whole numbers with the given sum, in proportion to the weights: the largest remainders round up. */
export function apportion(total: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((a, b) => a + b, 0)
  const exact = weights.map((weight) => (sum > 0 ? (total * weight) / sum : 0))
  const counts = exact.map(Math.floor)
  const order = exact.map((value, k) => ({ k, rest: value - counts[k]! }))
  order.sort((a, b) => b.rest - a.rest || a.k - b.k)
  for (let i = 0, left = total - counts.reduce((a, b) => a + b, 0); i < left; i++) counts[order[i]!.k]!++
  return counts
}

/** Counts per month of a type in a kommundel, 42 of them. Whole years sum to the ledger. */
export function monthlyCounts(typeId: string, area: AreaId): number[] {
  const { counts, factors, season } = typeLedger[typeId]!
  const random = randomStream(`months ${typeId} ${area}`)
  return [factors[0], 1, factors[1], factors[2]]
    .flatMap((factor) => {
      const weights = seasons[season].map((weight) => weight * Math.max(0.4, 1 + 0.09 * random.normal()))
      return apportion(Math.round(counts[area] * factor), weights)
    })
    .slice(0, MONTHS)
}

/** The windows over which planted counts hold: months [from, to). Measures start on 2025-06-01, month 29. */
export const WINDOWS = [
  { from: 0, to: 5 },
  { from: 5, to: 17 },
  { from: 17, to: 29 },
  { from: 29, to: 41 },
  { from: 41, to: 42 },
] as const

export interface PlantedCase {
  id: CaseId
  crimeTypes: string[]
  /** Counts per window of {@link WINDOWS}; the third and fourth are the twelve months before and after. */
  counts: Partial<Record<ZonePart, readonly number[]>>
}

export const DAMAGE_TYPES = [
  'skadegorelse-fordon',
  'skadegorelse-offentligt',
  'klotter',
  'skadegorelse-ovrig',
]

/** The cases laid out month by month in proportion to the kommundel; the two of outdoor assault stand in `assaults.ts`. */
export const plantedCases: PlantedCase[] = [
  {
    id: 'parkering-n',
    crimeTypes: ['stold-ur-fordon'],
    counts: {
      target: [84, 203, 207, 110, 9],
      control: [128, 304, 308, 318, 26],
      ring: [73, 176, 178, 157, 13],
      ringControl: [62, 148, 150, 140, 12],
    },
  },
  {
    id: 'cykelstall',
    crimeTypes: ['cykelstold'],
    counts: {
      target: [14, 47, 48, 24, 2],
      control: [12, 41, 40, 40, 5],
      ring: [11, 37, 36, 60, 5],
      ringControl: [9, 29, 30, 30, 3],
    },
  },
  {
    id: 'gata-e',
    crimeTypes: DAMAGE_TYPES,
    counts: {
      target: [17, 42, 81, 43, 4],
      control: [35, 87, 88, 88, 8],
      ring: [39, 95, 96, 96, 9],
      ringControl: [21, 51, 52, 52, 5],
    },
  },
]
