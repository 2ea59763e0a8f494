import type { ColumnProfile } from '../columnProfile.ts'
import { crsByEpsg, plausibleExtent, WGS84, type Crs } from '../crs.ts'
import type { Certainty, SingleSource } from '../mapping.ts'
import type { PositionProposal } from '../proposePosition.ts'
import { isDateColumn } from '../proposeTime.ts'
import { coordinateReader } from './coordinateReader.ts'
import { BOTH } from './coordinateNames.ts'
import { crsCandidates } from './crsCandidates.ts'
import { parseIso6709 } from './iso6709.ts'
import { parsePair } from './pairText.ts'
import { parseWktPoint } from './wkt.ts'

/** Fraction of the texts that must be positions. */
const FEWEST = 0.6

/** Texts that are tried before a column is looked at as a whole. */
const TRIED = 20

/** Columns that hold both coordinates. */
export function proposeSingle(profiles: readonly ColumnProfile[]): PositionProposal[] {
  return profiles
    .filter((profile) => profile.texts.length > 0 && profile.numeric < FEWEST && !isDateColumn(profile))
    .filter(({ texts }) => {
      const tried = texts.slice(0, TRIED)
      const hits = tried.filter((text) => parseWktPoint(text) ?? parseIso6709(text) ?? parsePair(text))
      return hits.length >= (FEWEST / 2) * tried.length
    })
    .map(proposeColumn)
    .filter((proposal) => proposal !== null)
}

function proposeColumn(profile: ColumnProfile): PositionProposal | null {
  const { texts, index: column } = profile
  const share = (holds: (text: string) => boolean) => texts.filter(holds).length / texts.length
  if (share((text) => parseWktPoint(text) !== null) >= FEWEST) return proposeWkt(profile)
  if (share((text) => parseIso6709(text) !== null) >= FEWEST)
    return {
      source: { kind: 'single', column, notation: 'iso6709', northFirst: true, crs: WGS84 },
      certainty: 'sure',
      score: 92,
    }
  if (share((text) => parsePair(text) !== null) < FEWEST) return null
  const lettered = share((text) => (parsePair(text)?.firstIsNorth ?? null) !== null) >= FEWEST
  const named = BOTH.test(profile.name)
  const precise = share((text) => /\d[.,]\d{3}/.test(text)) >= FEWEST
  const found = byValues(profile, 'text', named || lettered ? 'sure' : 'likely', named || lettered || precise)
  return found && { ...found, score: named ? 91 : 65 }
}

function proposeWkt(profile: ColumnProfile): PositionProposal | null {
  const { texts, index: column } = profile
  const srid = texts.map((text) => parseWktPoint(text)?.srid ?? null).find((code) => code !== null)
  const crs = srid === undefined ? null : crsByEpsg(srid)
  if (crs) {
    const source: SingleSource = { kind: 'single', column, notation: 'wkt', northFirst: false, crs }
    return { source, certainty: 'sure', score: 93 }
  }
  return byValues(profile, 'wkt', 'sure', true)
}

/** The order and the CRS in which most texts can be places: Sweden in either order, then, where `anywhere`, the world's degrees. */
function byValues(
  profile: ColumnProfile,
  notation: SingleSource['notation'],
  certainty: Certainty,
  anywhere: boolean,
): PositionProposal | null {
  const source = (northFirst: boolean, crs: Crs): SingleSource => ({
    kind: 'single',
    column: profile.index,
    notation,
    northFirst,
    crs,
  })
  const orders = notation === 'wkt' ? [false, true] : [true, false]
  for (const northFirst of orders) {
    const candidates = crsCandidates(pointsOf(profile, source(northFirst, WGS84)))
    if (candidates.length === 0) continue
    const unsure = candidates.length > 1 && !candidates.some(({ crs }) => crs === WGS84)
    return {
      source: source(northFirst, candidates[0]!.crs),
      certainty: unsure ? 'guess' : certainty,
      score: 90,
    }
  }
  for (const northFirst of anywhere ? orders : []) {
    const points = pointsOf(profile, source(northFirst, WGS84))
    if (within(points, WGS84)) return { source: source(northFirst, WGS84), certainty: 'likely', score: 80 }
  }
  return null
}

function pointsOf(profile: ColumnProfile, source: SingleSource): [number, number][] {
  const reader = coordinateReader({ ...source, column: 0 }, false)
  const points: [number, number][] = []
  for (const text of profile.texts)
    if (!reader.read([text]) && (reader.x !== 0 || reader.y !== 0)) points.push([reader.x, reader.y])
  return points
}

function within(points: readonly [number, number][], crs: Crs): boolean {
  const [west, south, east, north] = plausibleExtent(crs)
  const inside = points.filter(([x, y]) => x >= west && x <= east && y >= south && y <= north).length
  return points.length > 0 && inside >= 0.8 * points.length
}
