import type { Address } from './addresses.ts'
import type { Point } from './frame.ts'
import { randomStream, type Random } from './random.ts'

/** Where incidents of a type concentrate: weights of the districts, and shares drawn to named places. */
export interface SitingRule {
  districts: Partial<Record<string, number>>
  main: number
  /** Spread of the addresses' own weights: a few hold much (the law of crime concentration). */
  uneven: number
  /** Share of the incidents in the place's kommundel drawn to the place, and its spread in metres. */
  places: { id: string; share: number; spread: number }[]
}

const nightlife = {
  centrum: 6,
  hamnen: 2.5,
  soder: 2,
  vaster: 2.2,
  k: 2,
  norrby: 1.6,
  ringen: 1,
  ostrastrand: 1.2,
  lillangen: 0.3,
  norrbyvast: 0.4,
  norrbyost: 0.3,
  sodraangen: 0.4,
}
const homes = {
  centrum: 2.4,
  vaster: 2.4,
  k: 3,
  soder: 2.2,
  ringen: 1.4,
  ostrastrand: 1.5,
  norrby: 2,
  lillangen: 0.8,
  norrbyvast: 0.8,
  norrbyost: 0.8,
  sodraangen: 0.8,
  hamnen: 0.5,
}
const villas = {
  lillangen: 4,
  norrbyvast: 4,
  norrbyost: 4,
  sodraangen: 4,
  ringen: 2,
  ostrastrand: 2,
  vaster: 1,
  k: 0.8,
  centrum: 0.5,
  soder: 0.8,
  norrby: 1,
  hamnen: 0.1,
}
const cars = {
  centrum: 2.4,
  vaster: 2.6,
  hamnen: 2.6,
  k: 2.6,
  soder: 2,
  ostrastrand: 1.6,
  norrby: 1.8,
  ringen: 1.4,
  lillangen: 0.8,
  norrbyvast: 0.8,
  norrbyost: 0.8,
  sodraangen: 0.8,
}
const offices = {
  centrum: 6,
  hamnen: 6,
  vaster: 1.6,
  norrby: 1.6,
  soder: 1.6,
  ostrastrand: 1,
  ringen: 1,
  k: 0.4,
  lillangen: 0.1,
  norrbyvast: 0.2,
  norrbyost: 0.1,
  sodraangen: 0.5,
}
const damage = {
  centrum: 4,
  vaster: 2.2,
  hamnen: 3,
  k: 2.6,
  soder: 2.4,
  ostrastrand: 1.5,
  norrby: 2,
  ringen: 1.2,
  lillangen: 0.6,
  norrbyvast: 0.6,
  norrbyost: 0.5,
  sodraangen: 0.6,
}

const rule = (
  districts: SitingRule['districts'],
  main: number,
  uneven: number,
  places: [string, number, number][] = [],
): SitingRule => ({
  districts,
  main,
  uneven,
  places: places.map(([id, share, spread]) => ({ id, share, spread })),
})

const schools: [string, number, number][] = [
  ['vaster-skola', 0.4, 35],
  ['k-skola', 0.25, 35],
  ['lillangen-skola', 0.2, 35],
  ['norrby-skola', 0.85, 40],
  ['ostra-skola', 0.5, 40],
  ['soder-skola', 0.4, 35],
]
const shops: [string, number, number][] = [
  ['gata-d', 0.3, 75],
  ['stora-torget', 0.25, 40],
  ['gata-e', 0.15, 70],
  ['k-handel', 0.12, 25],
  ['norrby-torg', 0.75, 35],
  ['kvarntorget', 0.35, 35],
  ['ost-handel', 0.45, 35],
]
const street: [string, number, number][] = [
  ['busstorget', 0.13, 30],
  ['gata-d', 0.1, 50],
  ['hamnplan', 0.08, 35],
  ['stationen', 0.06, 45],
  ['k-handel', 0.05, 40],
  ['kvarntorget', 0.14, 35],
  ['ost-handel', 0.12, 40],
  ['norrby-torg', 0.14, 40],
]

const rules: Record<string, SitingRule> = {
  'misshandel-utomhus': rule(nightlife, 1.6, 0.8),
  'misshandel-inomhus': rule(homes, 0.9, 1),
  'liv-halsa-ovrigt': rule(homes, 1, 0.8),
  'olaga-hot': rule(homes, 1.2, 1, street),
  ofredande: rule(homes, 1.2, 1, street),
  hemfridsbrott: rule(homes, 0.9, 0.9),
  kvinnofridsbrott: rule(homes, 0.8, 0.6),
  'valdtakt-ute': rule(nightlife, 0.8, 0.6),
  'valdtakt-inne': rule(homes, 0.8, 0.6),
  'sexuellt-ofredande': rule(nightlife, 1.2, 0.6, street),
  'sexualbrott-ovrigt': rule(homes, 0.9, 0.6),
  'tillgrepp-fordon': rule(cars, 1, 0.9, [
    ['parkering-n', 0.05, 35],
    ['norrby-parkering', 0.08, 40],
  ]),
  cykelstold: rule({ ...homes, centrum: 5 }, 1.3, 1, [
    ['stationsplan', 0.08, 20],
    ['norrby-torg', 0.12, 40],
    ['stora-torget', 0.06, 35],
  ]),
  'inbrott-bostad': rule(villas, 0.8, 0.8),
  'inbrott-kallare-vind': rule(
    { ...homes, lillangen: 0.1, norrbyvast: 0.1, norrbyost: 0.1, sodraangen: 0.1 },
    0.9,
    1.1,
  ),
  'inbrott-skola': rule(homes, 0.6, 0.8, schools),
  'stold-ur-fordon': rule(cars, 1, 0.9),
  'stold-butik': rule(offices, 1.5, 1.2, shops),
  'stold-kontor': rule(offices, 1.3, 1.2),
  personran: rule(nightlife, 1.5, 0.9, street),
  'inbrott-kontor': rule(offices, 1.3, 1),
  'tillgrepp-ovrigt': rule({ ...homes, centrum: 5 }, 1.4, 1.1, [
    ...street,
    ...shops.map(([id, share, s]): [string, number, number] => [id, share * 0.3, s]),
  ]),
  bedrageri: rule(homes, 1, 0.5),
  'bedrageri-ovrigt': rule(homes, 1, 0.5),
  'skadegorelse-fordon': rule(cars, 1, 0.9),
  'skadegorelse-offentligt': rule(
    damage,
    1,
    0.9,
    schools.map(([id, share, s]): [string, number, number] => [id, share * 0.6, s]),
  ),
  klotter: rule(damage, 1.8, 1.2, [
    ['stationen', 0.09, 60],
    ['osterparken', 0.04, 50],
    ['stadsparken', 0.05, 50],
    ['norrby-torg', 0.1, 45],
    ['kvarnbacken', 0.1, 45],
  ]),
  'skadegorelse-ovrig': rule(damage, 1.3, 1),
  alkohollagen: rule(nightlife, 1.3, 0.8, [...street, ['parkering-n', 0.2, 30]]),
  'narkotika-innehav': rule(nightlife, 1.4, 1, [
    ...street,
    ['parkering-n', 0.08, 30],
    ['stadsparken', 0.07, 45],
  ]),
  'narkotika-overlatelse': rule(nightlife, 1.2, 0.9, [...street, ['parkering-n', 0.1, 30]]),
  'narkotika-ovrigt': rule(nightlife, 1.2, 0.6),
  Ordningsstörning: rule(nightlife, 1.5, 0.9, street),
  'Störande ungdomar': rule(homes, 1, 0.9, [...street, ['fritidsgard-j', 0.14, 40]]),
  'Berusad person': rule(nightlife, 1.5, 0.9, street),
  'Bråk utomhus': rule(nightlife, 1.5, 0.9, street),
  Trafikfara: rule({ ...cars }, 6, 0.8),
  Nedskräpning: rule(damage, 1, 0.9, [
    ['stadsparken', 0.1, 45],
    ['osterparken', 0.1, 45],
  ]),
}

export function sitingRule(typeId: string): SitingRule {
  const found = rules[typeId]
  if (!found) throw new RangeError(`no siting rule for ${typeId}`)
  return found
}

/** Draws addresses by cumulative weight. */
export function addressDraw(addresses: readonly Address[], typeId: string): (random: Random) => Address {
  const { districts, main, uneven } = sitingRule(typeId)
  const own = randomStream(`addresses ${typeId}`)
  const sums = new Float64Array(addresses.length)
  let total = 0
  addresses.forEach((address, i) => {
    const weight = (districts[address.district] ?? 0) * (address.main ? main : 1)
    total += weight * Math.exp(uneven * own.normal())
    sums[i] = total
  })
  if (!(total > 0)) throw new RangeError(`no address for ${typeId}`)
  return (random) => {
    const sought = random.next() * total
    let [low, high] = [0, sums.length - 1]
    while (low < high) {
      const middle = (low + high) >> 1
      if (sums[middle]! > sought) high = middle
      else low = middle + 1
    }
    return addresses[low]!
  }
}

/** A point about a place, to the metre. */
export function scatter(about: Point, spread: number, random: Random): Point {
  return [Math.round(about[0] + spread * random.normal()), Math.round(about[1] + spread * random.normal())]
}
