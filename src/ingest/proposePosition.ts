import { median, mostlyWithin, type ColumnProfile } from './columnProfile.ts'
import { crsByEpsg, plausibleExtent, RT90, SWEREF99_LOCAL, SWEREF99_TM, WGS84, type Crs } from './crs.ts'
import type { Certainty, PairSource, PositionSource } from './mapping.ts'
import { isDateColumn } from './proposeTime.ts'

interface Proposal {
  source: PositionSource
  certainty: Certainty
}

interface Pair {
  source: PairSource
  certainty: Certainty
  score: number
}

const LON = /(^| )(lon|long|lng|longitude|longitud)( |$)|longitud|^lon|wgs84 ?(lon|x|e)( |$)/
const LAT = /(^| )(lat|latitude|latitud)( |$)|latitud|^lat( |$)|wgs84 ?(lat|y|n)( |$)/
/** Names of plane coordinates. Which of the two is the northing is left to the values: the Swedish X is one. */
const PLANE =
  /(^| )(x|y|e|n|ost|nord|east|north|easting|northing)( |$)|koord|coord|sweref|rt ?90|^(x|y|e|n|ost|nord|east|north)/

/** The pair of columns that says where, and its CRS. A Swedish plane CRS goes before degrees, degrees before other planes. */
export function proposePosition(profiles: readonly ColumnProfile[]): Proposal | null {
  const numeric = profiles.filter(
    (profile) => profile.numeric >= 0.6 && profile.numbers.length > 0 && !isDateColumn(profile),
  )
  const pairs: Pair[] = []
  for (const x of numeric)
    for (const y of numeric) {
      if (x === y) continue
      const pair = readAsDegrees(x, y) ?? readAsSwedishPlane(x, y) ?? readAsNamedPlane(x, y)
      if (pair) pairs.push({ ...pair, score: pair.score - Math.abs(Math.abs(x.index - y.index) - 1) })
    }
  pairs.sort((a, b) => b.score - a.score)
  return pairs[0] ? { source: pairs[0].source, certainty: pairs[0].certainty } : null
}

function pair(x: ColumnProfile, y: ColumnProfile, crs: Crs): PairSource {
  return { kind: 'pair', x: x.index, y: y.index, crs, notation: 'number' }
}

function readAsDegrees(x: ColumnProfile, y: ColumnProfile): Pair | null {
  if (!mostlyWithin(x, -180, 180) || !mostlyWithin(y, -90, 90)) return null
  const source = pair(x, y, WGS84)
  const swedish = mostlyWithin(x, 10, 24.5) && mostlyWithin(y, 55, 69.5)
  const swapped = mostlyWithin(x, 55, 69.5) && mostlyWithin(y, 10, 24.5)
  const decimals = x.decimals > 0.5 && y.decimals > 0.5
  if (swapped) return null
  const named = LON.test(x.name) && LAT.test(y.name)
  if (swedish && decimals && (named || (!LAT.test(x.name) && !LON.test(y.name))))
    return { source, certainty: named ? 'sure' : 'likely', score: named ? 100 : 70 }
  if (swedish && decimals) return { source, certainty: 'likely', score: 60 }
  if (named) return { source, certainty: decimals ? 'sure' : 'likely', score: 95 }
  const plane = /(^| )(x|e|east)( |$)/.test(x.name) && /(^| )(y|n|north)( |$)/.test(y.name)
  return plane && decimals ? { source, certainty: 'guess', score: 40 } : null
}

/** Northings of Sweden are of the same size in every plane CRS; the easting tells which it is. */
function readAsSwedishPlane(x: ColumnProfile, y: ColumnProfile): Pair | null {
  const named = PLANE.test(x.name) && PLANE.test(y.name)
  const fits = (crs: Crs) => {
    const [west, south, east, north] = plausibleExtent(crs)
    return mostlyWithin(x, west, east) && mostlyWithin(y, south, north)
  }
  const found = (crs: Crs, certainty: Certainty, score: number): Pair => ({
    source: pair(x, y, crs),
    certainty,
    score: score + (named ? 10 : 0),
  })
  const local = SWEREF99_LOCAL.find((crs) => namesCrs(x.name, crs) || namesCrs(y.name, crs))
  if (local && fits(local)) return found(local, 'sure', 80)
  if (fits(SWEREF99_TM)) return found(SWEREF99_TM, named ? 'sure' : 'likely', 105)
  if (fits(RT90)) return found(RT90, named ? 'sure' : 'likely', 80)
  const zone = likelyZone(median(y))
  return fits(zone) ? found(zone, 'guess', named ? 50 : 20) : null
}

/** Whether a column's name carries the zone: `sweref 99 13 30 e`, `x 3008`, `n 1330`. */
function namesCrs(name: string, crs: Crs): boolean {
  const zone = crs.name.replace('SWEREF 99 ', '')
  return [String(crs.epsg), zone, zone.replace(' ', '')].some((text) => ` ${name} `.includes(` ${text} `))
}

/** The zone of the largest town at a northing: a guess that a person has to look at. */
function likelyZone(northing: number): Crs {
  if (northing < 6_270_000) return crsByEpsg(3008)!
  if (northing < 6_520_000) return crsByEpsg(3007)!
  if (northing < 6_700_000) return crsByEpsg(3011)!
  return crsByEpsg(northing < 7_050_000 ? 3014 : 3016)!
}

/** Another plane CRS whose EPSG code stands in the names, as in `x_32616`. */
function readAsNamedPlane(x: ColumnProfile, y: ColumnProfile): Pair | null {
  const code = /(?:^| )(\d{4,5})(?:$| )/.exec(x.name)?.[1]
  if (!code || !y.name.includes(code) || !/^(x|e)/.test(x.name) || !/^(y|n)/.test(y.name)) return null
  const crs = crsByEpsg(Number(code))
  return crs && { source: pair(x, y, crs), certainty: 'sure', score: 50 }
}
