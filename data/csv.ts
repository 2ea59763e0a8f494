import { sweref } from './frame.ts'
import type { IncidentMaker } from './incidents.ts'
import { randomStream } from './random.ts'
import { wallTime } from './times.ts'

/** Daylight saving: the last Sunday of March has no 02-03; nobody reports from it. */
function existing(minutes: number): number {
  const date = new Date(minutes * 60_000)
  const inGap =
    date.getUTCMonth() === 2 && date.getUTCDay() === 0 && date.getUTCDate() > 24 && date.getUTCHours() === 2
  return inGap ? minutes + 60 : minutes
}

/** A handful whose end stands before the start: the date typed for the year before. */
const SWAPPED = 9

/** `incidents.csv`: sorted by time, numbered in that order. */
export function incidentsCsv(maker: IncidentMaker, labelOf: (typeId: string) => string): string {
  const all = [...maker.crimes(), ...maker.unplaced(), ...maker.events()]
  const withEnd = all.filter((incident) => incident.to !== null && incident.typeId === 'tillgrepp-fordon')
  const random = randomStream('from after to')
  for (const incident of random.shuffle(withEnd).slice(0, SWAPPED))
    incident.to = incident.from - 60 * (2 + random.below(20))
  for (const incident of all) {
    incident.from = existing(incident.from)
    if (incident.to !== null) incident.to = existing(incident.to)
  }
  const keyed = all.map((incident, k) => ({ incident, k }))
  keyed.sort((a, b) => a.incident.from - b.incident.from || a.k - b.k)
  const name = maker.name()
  const width = 6
  const rows = keyed.map(({ incident }, k) => {
    const { kind, typeId, from, to, clock, at } = incident
    const [e, n] = at ? sweref(at) : ['', '']
    const start = wallTime(from)
    return [
      `EX${String(k + 1).padStart(width, '0')}`,
      kind,
      labelOf(typeId),
      clock ? start : start.slice(0, 10),
      to === null ? '' : wallTime(to),
      n,
      e,
      at ? name(at) : '',
    ].join(';')
  })
  return `${['id;slag;brottstyp;från;till;n;e;plats', ...rows].join('\n')}\n`
}
