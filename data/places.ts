import { centre, lonLat, sweref, type Point } from './frame.ts'
import { spots } from './zones.ts'

export type PlaceKind = 'square' | 'street' | 'venue' | 'park' | 'housing' | 'station' | 'parking' | 'school'

interface Place {
  id: string
  name: string
  kind: PlaceKind
  at: Point
  /** How near an incident is said to be there, in metres. */
  reach: number
}

const place = (id: string, name: string, kind: PlaceKind, at: Point, reach: number): Place => ({
  id,
  name,
  kind,
  at,
  reach,
})

/** Named places. Streets D and E are Drottninggatan and Kungsgatan; venues keep their letters. */
export const places: Place[] = [
  place('busstorget', 'Busstorget', 'square', spots.busstorget, 58),
  place('kvarntorget', 'Kvarntorget', 'square', spots.kvarntorget, 58),
  place('hamnplan', 'Hamnplan', 'square', [-465, -441], 58),
  place('stora-torget', 'Stora torget', 'square', centre(331, 396), 52),
  place('norrby-torg', 'Norrby torg', 'square', [600, 1050], 58),
  place('stationsplan', 'Stationsplan', 'square', centre(62, 596), 30),
  place('stationen', 'Stationen', 'station', spots.racks, 60),
  place('gata-d', 'Drottninggatan', 'street', centre(203, 337), 36),
  place('gata-e', 'Kungsgatan', 'street', centre(400, 215), 0),
  place('krog-f', 'Krog F', 'venue', centre(193, 300), 9),
  place('krog-g', 'Krog G', 'venue', centre(217, 372), 9),
  place('krog-h', 'Krog H', 'venue', centre(268, 222), 9),
  place('snabbmat-i', 'Snabbmat I', 'venue', centre(342, 446), 22),
  place('fritidsgard-j', 'Fritidsgården J', 'venue', spots.youthCentreJ, 45),
  place('k', 'Bostadsområdet K', 'housing', [-1530, -20], 0),
  place('gata-l', 'Lammgatan', 'street', [-1480, -110], 0),
  place('gata-m', 'Mejerigatan', 'street', [-1500, 0], 0),
  place('parkering-n', 'Parkering N', 'parking', spots.parkingN, 72),
  place('norrby-parkering', 'Norrby pendelparkering', 'parking', [480, 1350], 60),
  place('kvarnbacken', 'Kvarnbacken', 'housing', [300, -560], 40),
  place('stadsparken', 'Stadsparken', 'park', centre(-170, -290), 60),
  place('osterparken', 'Österparken', 'park', [760, 240], 70),
  place('vasterparken', 'Västerparken', 'park', [-1010, 400], 60),
  place('kvarnparken', 'Kvarnparken', 'park', [470, -640], 60),
  place('vaster-skola', 'Västerskolan', 'school', [-960, 130], 45),
  place('norrby-skola', 'Norrbyskolan', 'school', [100, 1130], 45),
  place('soder-skola', 'Söderskolan', 'school', [560, -560], 40),
  place('ostra-skola', 'Östra skolan', 'school', [1250, -60], 45),
  place('k-skola', 'Ängsbackeskolan', 'school', [-1850, -120], 45),
  place('lillangen-skola', 'Lillängsskolan', 'school', [-1500, 520], 45),
  place('ost-handel', 'Östra Strands centrum', 'square', [1330, 190], 50),
  place('k-handel', 'Ängsbackens centrum', 'square', [-1380, -180], 50),
]

export function placeAt(id: string): Point {
  const found = places.find((p) => p.id === id)
  if (!found) throw new RangeError(`no place ${id}`)
  return found.at
}

export function placesJson() {
  return places.map(({ id, name, kind, at }) => {
    const [lon, lat] = lonLat(at, 6)
    const [e, n] = sweref(at)
    return { id, name, kind, lon, lat, e, n }
  })
}
