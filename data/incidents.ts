import { addressAt, inWater, placeNamer, streetAddresses, type Address } from './addresses.ts'
import { areaAt, type AreaId } from './areas.ts'
import { assaultMonths, assaultSites, type AssaultSite } from './assaults.ts'
import { drawEvents } from './events.ts'
import type { Point } from './frame.ts'
import { monthlyCounts, plantedCases, typeLedger, WINDOWS, apportion, type PlantedCase } from './ledger.ts'
import { placeAt, places } from './places.ts'
import { randomStream, type Random } from './random.ts'
import { addressDraw, scatter, sitingRule } from './siting.ts'
import {
  centreMidweek,
  drawStart,
  fridaySaturdayNight,
  hourOfWeek,
  thursdayDisco,
  timePattern,
  weekendEvenings,
  withoutNights,
  type Profile,
} from './times.ts'
import type { Town } from './town/town.ts'
import { zoneAt, zones } from './zones.ts'

export interface Incident {
  kind: 'brott' | 'händelse'
  typeId: string
  /** Minutes of the local wall clock. */
  from: number
  to: number | null
  clock: boolean
  at: Point | null
}

const AREAS: AreaId[] = ['A', 'B', 'C']

/** Zones that only the ledger may fill with incidents of the type. */
function reserved(typeId: string): Set<number> {
  const cases = new Set<string>(plantedCases.filter((c) => c.crimeTypes.includes(typeId)).map((c) => c.id))
  if (typeId === 'misshandel-utomhus') for (const id of ['busstorget', 'fritidsgard-j']) cases.add(id)
  return new Set(zones.flatMap((zone, i) => (cases.has(zone.case) ? [i] : [])))
}

/** Time, interval and, for one in thirty, the loss of the clock. */
function timed(typeId: string, month: number, at: Point | null, random: Random, profile?: Profile): Incident {
  const pattern = timePattern(typeId === 'misshandel-utomhus' ? 'Bråk utomhus' : typeId)
  const from = drawStart(profile ?? pattern.start, month, random)
  const clock = profile !== undefined || random.next() > 0.032
  let to: number | null = null
  if (pattern.interval && random.next() < pattern.interval.share)
    to = from + 5 * Math.round(pattern.interval.minutes(random, hourOfWeek(from)) / 5)
  return { kind: 'brott', typeId, from, to: clock ? to : null, clock, at }
}

/** Counts of a planted zone per month, in proportion to what the kommundel has in that month. */
function zoneMonths(counts: readonly number[], areaMonths: readonly number[]): number[] {
  return WINDOWS.flatMap(({ from, to }, k) => apportion(counts[k]!, areaMonths.slice(from, to)))
}

export class IncidentMaker {
  readonly addresses: Address[]
  private readonly town: Town

  constructor(town: Town) {
    this.town = town
    this.addresses = streetAddresses(town)
  }

  /** All crimes with a position that the ledger counts. */
  crimes(): Incident[] {
    return [
      ...Object.keys(typeLedger).flatMap((typeId) => this.ofType(typeId)),
      ...assaultSites.flatMap((s) => this.assaults(s)),
    ]
  }

  private ofType(typeId: string): Incident[] {
    const random = randomStream(`incidents ${typeId}`)
    const out: Incident[] = []
    const blocked = reserved(typeId)
    for (const area of AREAS) {
      const left = monthlyCounts(typeId, area)
      for (const planted of plantedCases.filter((c) => c.crimeTypes.includes(typeId)))
        this.plant(planted, typeId, area, left, random, out)
      if (left.every((count) => count === 0)) continue
      const place = this.background(typeId, area, blocked)
      left.forEach((count, month) => {
        for (let k = 0; k < count; k++) out.push(timed(typeId, month, place(random), random))
      })
    }
    return out
  }

  /** Takes the planted counts out of `left` and places them in their zones. */
  private plant(
    planted: PlantedCase,
    typeId: string,
    area: AreaId,
    left: number[],
    random: Random,
    out: Incident[],
  ) {
    const months = planted.crimeTypes.map((id) => monthlyCounts(id, area))
    const together = left.map((_, m) => months.reduce((sum, counts) => sum + counts[m]!, 0))
    zones.forEach((zone, index) => {
      const counts = planted.counts[zone.part]
      if (zone.case !== planted.id || zone.area !== area || !counts) return
      const draw = this.inZone(index, typeId)
      zoneMonths(counts, together).forEach((total, m) => {
        const share = apportion(
          total,
          months.map((counts) => counts[m]!),
        )[planted.crimeTypes.indexOf(typeId)]!
        if (share > left[m]!)
          throw new RangeError(`${typeId} in ${area}, month ${m}: ${share} planted of ${left[m]} left`)
        left[m]! -= share
        for (let k = 0; k < share; k++) out.push(timed(typeId, m, draw(random), random))
      })
    })
  }

  private inZone(index: number, typeId: string): (random: Random) => Point {
    const zone = zones[index]!
    const inside = this.addresses.filter((address) => address.zone === index && address.area === zone.area)
    if (zone.part === 'target' && zone.spine.length === 1)
      return (random) =>
        this.near(
          zone.spine[0]!,
          zone.to * 0.42,
          (p) => zoneAt(p) === index && areaAt(p) === zone.area,
          random,
        )
    const draw = addressDraw(inside, typeId)
    return (random) => draw(random).at
  }

  private near(about: Point, spread: number, fits: (point: Point) => boolean, random: Random): Point {
    for (let attempt = 0; attempt < 400; attempt++) {
      const point = scatter(about, spread, random)
      if (fits(point) && !inWater(point)) return point
    }
    throw new RangeError(`no room about ${about.join(', ')}`)
  }

  /** Anywhere in the kommundel outside the reserved zones: at a named place or along a street. */
  private background(typeId: string, area: AreaId, blocked: ReadonlySet<number>): (random: Random) => Point {
    const free = this.addresses.filter((address) => address.area === area && !blocked.has(address.zone))
    const draw = addressDraw(free, typeId)
    const drawn = sitingRule(typeId).places.filter((p) => {
      const zone = zoneAt(placeAt(p.id))
      return areaAt(placeAt(p.id)) === area && zone !== null && !blocked.has(zone)
    })
    const shares = [
      ...drawn.map((p) => p.share),
      Math.max(0.1, 1 - drawn.reduce((sum, p) => sum + p.share, 0)),
    ]
    return (random) => {
      const k = random.weighted(shares)
      if (k === drawn.length) return draw(random).at
      const fits = (point: Point) => {
        const address = addressAt(point, '', false)
        return address?.area === area && !blocked.has(address.zone)
      }
      return this.near(placeAt(drawn[k]!.id), drawn[k]!.spread, fits, random)
    }
  }

  private assaults(site: AssaultSite): Incident[] {
    const typeId = 'misshandel-utomhus'
    const random = randomStream(`assault places ${site.id}`)
    const blocked = reserved(typeId)
    const index = site.zone
      ? zones.findIndex((z) => z.case === site.zone!.case && z.part === site.zone!.part)
      : -1
    const fits = (point: Point) => {
      const zone = zoneAt(point)
      return areaAt(point) === site.area && (index < 0 ? zone !== null && !blocked.has(zone) : zone === index)
    }
    const spine = site.at
    const place = spine
      ? () => {
          const t = spine.length > 1 ? random.next() : 0
          const [a, b] = [spine[0]!, spine.at(-1)!]
          return this.near([a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t], site.spread!, fits, random)
        }
      : (
          (draw) => () =>
            draw(random).at
        )(
          addressDraw(
            this.addresses.filter((address) => fits(address.at)),
            typeId,
          ),
        )
    const rest = withoutNights(
      { centre: centreMidweek, thursday: thursdayDisco, evening: weekendEvenings }[site.otherwise],
    )
    return assaultMonths(site).map(({ month, night }) =>
      timed(typeId, month, place(), random, night ? fridaySaturdayNight : rest),
    )
  }

  /** Reported without a position: in no kommundel's count. */
  unplaced(): Incident[] {
    const random = randomStream('unplaced')
    const types = [
      'bedrageri',
      'cykelstold',
      'stold-ur-fordon',
      'ofredande',
      'olaga-hot',
      'tillgrepp-ovrigt',
      'tillgrepp-fordon',
      'klotter',
    ]
    const weights = [30, 14, 16, 10, 8, 26, 8, 6]
    return Array.from({ length: 294 }, () =>
      timed(types[random.weighted(weights)]!, random.below(42), null, random),
    )
  }

  events(): Incident[] {
    return drawEvents((typeId, area) => this.background(typeId, area, new Set()), timed)
  }

  name(): (at: Point) => string {
    return placeNamer(
      this.town,
      places.filter((place) => place.reach > 0),
    )
  }
}
