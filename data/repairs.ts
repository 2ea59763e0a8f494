import { dayNumber, isoDate } from '../src/domain/period.ts'
import { sweref, type Point } from './frame.ts'
import type { Address } from './addresses.ts'
import { placeAt } from './places.ts'
import { randomStream } from './random.ts'
import { addressDraw, scatter } from './siting.ts'

/** What teknisk förvaltning mended: kind, share, median and spread of the cost in SEK. */
const kinds = [
  { name: 'Klottersanering', weight: 40, cost: 2400, spread: 0.6 },
  { name: 'Krossat glas', weight: 18, cost: 5200, spread: 0.5 },
  { name: 'Skadad belysning', weight: 14, cost: 7800, spread: 0.5 },
  { name: 'Skadad bänk eller papperskorg', weight: 12, cost: 3900, spread: 0.4 },
  { name: 'Skylt eller räcke', weight: 9, cost: 4600, spread: 0.5 },
  { name: 'Inbrott, dörr och lås', weight: 7, cost: 14_500, spread: 0.6 },
]
const ROWS = 640
const drawnTo = [
  'stationen',
  'busstorget',
  'stadsparken',
  'norrby-torg',
  'kvarntorget',
  'k-skola',
  'norrby-skola',
  'osterparken',
]

/** `repairs.csv`: one repair a row with its cost in whole SEK. */
export function repairsCsv(addresses: readonly Address[], name: (at: Point) => string): string {
  const random = randomStream('repairs')
  const draw = addressDraw(addresses, 'klotter')
  const first = dayNumber(2023, 1, 1)
  const last = dayNumber(2026, 7, 1)
  const rows = Array.from({ length: ROWS }, () => {
    const kind = kinds[random.weighted(kinds.map((k) => k.weight))]!
    const at = random.next() < 0.3 ? scatter(placeAt(random.pick(drawnTo)), 22, random) : draw(random).at
    const cost = 100 * Math.max(3, Math.round((kind.cost * Math.exp(kind.spread * random.normal())) / 100))
    return { day: first + random.below(last - first), kind: kind.name, cost, at }
  })
  rows.sort((a, b) => a.day - b.day)
  const lines = rows.map(({ day, kind, cost, at }, k) => {
    const [e, n] = sweref(at)
    return [`TF${String(k + 1).padStart(4, '0')}`, isoDate(day), kind, cost, n, e, name(at)].join(';')
  })
  return `${['id;datum;slag;kostnad;n;e;plats', ...lines].join('\n')}\n`
}
