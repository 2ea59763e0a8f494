import { foldLabel } from '../../domain/taxonomy.ts'
import { median, mostlyWithin, type ColumnProfile } from '../columnProfile.ts'
import { crsByEpsg, usualExtent, RT90, SWEREF99_LOCAL, SWEREF99_TM, WGS84, type Crs } from '../crs.ts'
import type { Certainty, PairSource } from '../mapping.ts'
import type { PositionProposal } from '../proposePosition.ts'
import { isDateColumn } from '../proposeTime.ts'
import { LAT, LON, PLANE } from './coordinateNames.ts'
import { crsCandidates } from './crsCandidates.ts'

/** More columns of numbers than this are not all paired with one another; the first ones are. */
const MOST_COLUMNS = 80

/** Pairs of columns of plain numbers that can be positions. */
export function proposePair(profiles: readonly ColumnProfile[], fileName: string): PositionProposal[] {
  const numeric = profiles
    .filter((profile) => profile.numeric >= 0.6 && profile.numbers.length > 0 && !isDateColumn(profile))
    .slice(0, MOST_COLUMNS)
  const pairs: PositionProposal[] = []
  for (const x of numeric)
    for (const y of numeric) {
      if (x === y) continue
      const found = readAsDegrees(x, y) ?? readAsSwedishPlane(x, y, fileName) ?? readAsNamedPlane(x, y)
      if (found) pairs.push({ ...found, score: found.score - Math.abs(Math.abs(x.index - y.index) - 1) })
    }
  return pairs
}

function pair(x: ColumnProfile, y: ColumnProfile, crs: Crs): PairSource {
  return { kind: 'pair', x: x.index, y: y.index, crs, notation: 'number' }
}

function readAsDegrees(x: ColumnProfile, y: ColumnProfile): PositionProposal | null {
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

/** Northings of Sweden are of the same size in every plane CRS; the easting tells which it is, but for the local zones. */
function readAsSwedishPlane(x: ColumnProfile, y: ColumnProfile, fileName: string): PositionProposal | null {
  const [, south, , north] = usualExtent(SWEREF99_TM)
  if (!mostlyWithin(y, south, north)) return null
  const named = PLANE.test(x.name) && PLANE.test(y.name)
  const fits = (crs: Crs) => {
    const [west, , east] = usualExtent(crs)
    return mostlyWithin(x, west, east)
  }
  const found = (crs: Crs, certainty: Certainty, score: number): PositionProposal => ({
    source: pair(x, y, crs),
    certainty,
    score: score + (named ? 10 : 0),
  })
  const local = SWEREF99_LOCAL.find((crs) => namesCrs(x.name, crs) || namesCrs(y.name, crs))
  if (local && fits(local)) return found(local, 'sure', 80)
  if (fits(SWEREF99_TM)) return found(SWEREF99_TM, named ? 'sure' : 'likely', 105)
  if (fits(RT90)) return found(RT90, named ? 'sure' : 'likely', 80)
  if (!fits(SWEREF99_LOCAL[0]!)) return null
  const byFile = SWEREF99_LOCAL.find((crs) => namesCrs(foldLabel(fileName), crs))
  if (byFile) return found(byFile, 'likely', named ? 70 : 20)
  const likeliest = crsCandidates([[median(x), median(y)]])[0]
  return likeliest ? found(likeliest.crs, 'guess', named ? 50 : 20) : null
}

/** Whether a name carries the zone: `sweref 99 13 30 e`, `x 3008`, `n 1330`, `sweref991330`. */
function namesCrs(name: string, crs: Crs): boolean {
  const zone = crs.name.replace('SWEREF 99 ', '')
  const short = zone.replace(' ', '')
  return (
    [String(crs.epsg), zone, short].some((text) => ` ${name} `.includes(` ${text} `)) ||
    new RegExp(`sweref ?99 ?${short}`).test(name)
  )
}

/** Another plane CRS whose EPSG code stands in the names, as in `x_32616`. */
function readAsNamedPlane(x: ColumnProfile, y: ColumnProfile): PositionProposal | null {
  const code = /(?:^| )(\d{4,5})(?:$| )/.exec(x.name)?.[1]
  if (!code || !y.name.includes(code) || !/^(x|e)/.test(x.name) || !/^(y|n)/.test(y.name)) return null
  const crs = crsByEpsg(Number(code))
  return crs && { source: pair(x, y, crs), certainty: 'sure', score: 50 }
}
