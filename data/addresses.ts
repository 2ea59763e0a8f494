import { areaAt, type AreaId } from './areas.ts'
import type { Point } from './frame.ts'
import { districts } from './town/districts.ts'
import { boxOf, contains, distanceToLine, inRing } from './town/shape.ts'
import { bay, inlandWater } from './town/water.ts'
import type { Town } from './town/town.ts'
import { zoneAt } from './zones.ts'

/** A place along a street to which incidents are reported: both sides, every {@link STEP} metres. */
export interface Address {
  at: Point
  area: AreaId
  district: string
  street: string
  main: boolean
  /** Index of the planted zone that holds it, −1 in none. */
  zone: number
}

const STEP = 15
const CELL = 250

export function streetAddresses(town: Town): Address[] {
  const addresses: Address[] = []
  for (const street of town.streets) {
    if (street.class === 'bridge' || street.class === 'path') continue
    for (let i = 1; i < street.line.length; i++) {
      const [a, b] = [street.line[i - 1]!, street.line[i]!]
      const length = Math.hypot(b[0] - a[0], b[1] - a[1])
      const normal = [-(b[1] - a[1]) / length, (b[0] - a[0]) / length]
      for (let along = STEP / 2; along < length; along += STEP)
        for (const side of [-1, 1]) {
          const off = side * (street.width / 2 + 2)
          const at = [0, 1].map((k) =>
            Math.round(a[k]! + ((b[k]! - a[k]!) * along) / length + normal[k]! * off),
          ) as Point
          const address = addressAt(at, street.name, street.class === 'major')
          if (address) addresses.push(address)
        }
    }
  }
  return addresses
}

export const inWater = (at: Point) => contains(inlandWater, at) || contains(bay, at)

/** Null outside the town, in water and within the guard of a zone's edge. */
export function addressAt(at: Point, street: string, main: boolean): Address | null {
  const district = districts.find((d) => inRing(at, d.outline))?.id
  const zone = zoneAt(at)
  if (!district || zone === null) return null
  const area = areaAt(at)
  if (!area || inWater(at)) return null
  return { at, area, district, street, main, zone }
}

/** Names for positions: a named spot within its reach, else the nearest street. */
export function placeNamer(town: Town, spots: readonly { name: string; at: Point; reach: number }[]) {
  const cells = new Map<string, Town['streets']>()
  for (const street of town.streets) {
    if (street.class === 'bridge' || street.class === 'path') continue
    for (let i = 1; i < street.line.length; i++) {
      const segment = { ...street, line: [street.line[i - 1]!, street.line[i]!] }
      const [x0, y0, x1, y1] = boxOf([segment.line]).map((v) => Math.floor(v / CELL)) as [
        number,
        number,
        number,
        number,
      ]
      for (let x = x0 - 1; x <= x1 + 1; x++)
        for (let y = y0 - 1; y <= y1 + 1; y++) {
          const key = `${x} ${y}`
          cells.set(key, [...(cells.get(key) ?? []), segment])
        }
    }
  }
  return (at: Point): string => {
    let nearest = ''
    let best = Infinity
    for (const spot of spots) {
      const distance = Math.hypot(at[0] - spot.at[0], at[1] - spot.at[1])
      if (distance < spot.reach && distance < best) [nearest, best] = [spot.name, distance]
    }
    if (nearest) return nearest
    for (const street of cells.get(`${Math.floor(at[0] / CELL)} ${Math.floor(at[1] / CELL)}`) ?? []) {
      const distance = distanceToLine(at, street.line)
      if (distance < best) [nearest, best] = [street.name, distance]
    }
    return nearest
  }
}
