import type { AreaId } from './areas.ts'
import type { Point } from './frame.ts'
import type { Incident } from './incidents.ts'
import { apportion, MONTHS } from './ledger.ts'
import { randomStream, type Random } from './random.ts'

/** Events (händelser): never crimes, never summed with them. Counts over the demo's 42 months in A, B and C. */
const eventCounts: Record<string, Record<AreaId, number>> = {
  Ordningsstörning: { A: 370, B: 150, C: 130 },
  'Störande ungdomar': { A: 210, B: 120, C: 140 },
  'Berusad person': { A: 240, B: 70, C: 50 },
  'Bråk utomhus': { A: 120, B: 55, C: 35 },
  Trafikfara: { A: 80, B: 55, C: 65 },
  Nedskräpning: { A: 60, B: 30, C: 30 },
}

const season = [0.8, 0.8, 0.9, 1, 1.15, 1.25, 1.15, 1.2, 1.1, 1, 0.85, 0.9]

export function drawEvents(
  background: (typeId: string, area: AreaId) => (random: Random) => Point,
  timed: (typeId: string, month: number, at: Point, random: Random) => Incident,
): Incident[] {
  return Object.entries(eventCounts).flatMap(([label, counts]) => {
    const random = randomStream(`events ${label}`)
    return (Object.keys(counts) as AreaId[]).flatMap((area) => {
      const place = background(label, area)
      const weights = Array.from(
        { length: MONTHS },
        (_, m) => season[m % 12]! * Math.max(0.5, 1 + 0.12 * random.normal()),
      )
      return apportion(counts[area], weights).flatMap((count, month) =>
        Array.from({ length: count }, (): Incident => ({
          ...timed(label, month, place(random), random),
          kind: 'händelse',
        })),
      )
    })
  })
}
