import type { AreaId } from './areas.ts'
import { centre, type Point } from './frame.ts'
import { randomStream } from './random.ts'
import { apportion, MONTHS } from './ledger.ts'
import { spots, type ZonePart, type CaseId } from './zones.ts'

/**
 * Outdoor assault, place by place. Columns: January-April, May and June-December of 2023, 2024 and 2025, then
 * January-April, May and June of 2026. They add up to the demo's table and to 87 in kommundel A in 2024.
 */
export interface AssaultSite {
  id: string
  area: AreaId
  /** A spot or a line, and the spread about it in metres; absent = anywhere in the kommundel outside the zones. */
  at?: Point[]
  spread?: number
  zone?: { case: CaseId; part: ZonePart }
  counts: readonly number[]
  /** Share on Friday and Saturday nights 22-03; the rest follows `otherwise`. */
  nightShare: number
  otherwise: 'centre' | 'thursday' | 'evening'
}

export const assaultSites: AssaultSite[] = [
  {
    id: 'busstorget',
    area: 'A',
    at: [spots.busstorget],
    spread: 16,
    zone: { case: 'busstorget', part: 'target' },
    counts: [4, 1, 10, 5, 2, 12, 8, 2, 6, 4, 1, 1],
    nightShare: 0.85,
    otherwise: 'centre',
  },
  {
    id: 'kring busstorget',
    area: 'A',
    zone: { case: 'busstorget', part: 'ring' },
    counts: [2, 1, 5, 2, 0, 5, 2, 1, 4, 3, 1, 1],
    nightShare: 0.5,
    otherwise: 'centre',
  },
  {
    id: 'hamnplan',
    area: 'A',
    at: [[-465, -441]],
    spread: 15,
    counts: [3, 1, 8, 4, 1, 8, 5, 1, 10, 4, 1, 1],
    nightShare: 0.95,
    otherwise: 'centre',
  },
  {
    id: 'gata D',
    area: 'A',
    at: [centre(198, 322), centre(198, 352)],
    spread: 7,
    counts: [3, 1, 7, 4, 1, 7, 6, 1, 9, 5, 1, 1],
    nightShare: 0.85,
    otherwise: 'centre',
  },
  {
    id: 'fritidsgård J',
    area: 'A',
    at: [spots.youthCentreJ],
    spread: 16,
    zone: { case: 'fritidsgard-j', part: 'target' },
    counts: [1, 0, 1, 1, 0, 2, 2, 0, 1, 0, 0, 0],
    nightShare: 0,
    otherwise: 'thursday',
  },
  {
    id: 'K',
    area: 'A',
    at: [
      [-1560, -130],
      [-1500, 90],
    ],
    spread: 70,
    counts: [3, 1, 6, 3, 1, 6, 3, 1, 6, 2, 1, 1],
    nightShare: 0.3,
    otherwise: 'evening',
  },
  {
    id: 'I',
    area: 'A',
    at: [centre(338, 442)],
    spread: 12,
    counts: [1, 0, 3, 1, 1, 3, 2, 1, 4, 1, 0, 1],
    nightShare: 0.9,
    otherwise: 'centre',
  },
  {
    id: 'gata E',
    area: 'A',
    at: [centre(300, 215), centre(430, 215)],
    spread: 10,
    counts: [2, 1, 4, 2, 1, 4, 2, 1, 5, 2, 1, 1],
    nightShare: 0.8,
    otherwise: 'centre',
  },
  {
    id: 'N',
    area: 'A',
    at: [spots.parkingN],
    spread: 25,
    counts: [1, 0, 2, 1, 0, 2, 1, 0, 2, 0, 0, 0],
    nightShare: 0.3,
    otherwise: 'evening',
  },
  {
    id: 'A övrigt',
    area: 'A',
    counts: [2, 1, 4, 2, 1, 5, 0, 0, 4, 2, 0, 0],
    nightShare: 0.4,
    otherwise: 'centre',
  },
  {
    id: 'kvarntorget',
    area: 'B',
    at: [spots.kvarntorget],
    spread: 14,
    zone: { case: 'busstorget', part: 'control' },
    counts: [4, 1, 9, 4, 1, 9, 7, 2, 10, 6, 2, 2],
    nightShare: 0.8,
    otherwise: 'centre',
  },
  {
    id: 'kring kvarntorget',
    area: 'B',
    zone: { case: 'busstorget', part: 'ringControl' },
    counts: [2, 0, 3, 2, 1, 3, 3, 1, 4, 2, 1, 1],
    nightShare: 0.4,
    otherwise: 'centre',
  },
  {
    id: 'B övrigt',
    area: 'B',
    counts: [11, 4, 25, 13, 4, 28, 15, 3, 27, 13, 3, 3],
    nightShare: 0.35,
    otherwise: 'evening',
  },
  {
    id: 'C övrigt',
    area: 'C',
    counts: [11, 3, 22, 11, 3, 22, 11, 3, 22, 11, 3, 3],
    nightShare: 0.3,
    otherwise: 'evening',
  },
]

const columns: readonly number[][] = (() => {
  const year = (from: number) => [
    [0, 1, 2, 3].map((m) => from + m),
    [from + 4],
    [5, 6, 7, 8, 9, 10, 11].map((m) => from + m),
  ]
  const all = [...year(0), ...year(12), ...year(24), ...year(36)]
  return [...all.slice(0, 11), [41]]
})()

/** Each site's assaults as months (0 = January 2023), with whether they fall on a Friday or Saturday night. */
export function assaultMonths(site: AssaultSite): { month: number; night: boolean }[] {
  const random = randomStream(`assaults ${site.id}`)
  return site.counts.flatMap((count, k) => {
    const months = columns[k]!
    const perMonth = apportion(
      count,
      months.map(() => random.between(0.5, 1.5)),
    )
    const nights = Math.round(count * site.nightShare)
    const list = months.flatMap((month, i) => Array.from({ length: perMonth[i]! }, () => month))
    return random.shuffle(list).map((month, i) => ({ month: Math.min(month, MONTHS - 1), night: i < nights }))
  })
}
