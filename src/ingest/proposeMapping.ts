import { areCrimeCodes } from '../domain/crimeCodes.ts'
import { profileColumns, type ColumnProfile } from './columnProfile.ts'
import { metricCrsFor, SWEREF99_TM } from './crs.ts'
import { parseCost, saysCurrency } from './costs.ts'
import { kindOf, kindInName } from './kindWords.ts'
import type { IncidentKind } from '../domain/incident.ts'
import { positionColumns, type Certainty, type Mapping } from './mapping.ts'
import { middleOf } from './positions/middle.ts'
import { proposePosition } from './proposePosition.ts'
import { proposeTimes } from './proposeTime.ts'
import type { SourceDescription } from './source.ts'
import { defaultTaxonomyIndex } from './types.ts'

export const DEFAULT_TIME_ZONE = 'Europe/Stockholm'

const TYPE_NAMES: readonly (readonly [RegExp, number])[] = [
  [/brottstyp|rubricering|offen[cs]e type|crime type|typ av brott|brottstext/, 40],
  [/brott|offen[cs]e|crime|handelsetyp|event type|insatstyp|skadetyp/, 30],
  [/(^| )(skada|skador|skadeorsak|orsak|arbete|arbetstyp)( |$)/, 22],
  [/(^| )(typ|type|kategori|category|rubrik|kod|code|beskrivning|description)( |$)/, 20],
]
const PLACE_NAMES = /plats|adress|address|gata|street|location|(^| )place|omrade|(^| )area|(^| )ort( |$)/
const ID_NAMES =
  /(^| )(id|uid|guid|dnr|knr|k nr|k nummer|arende|(diarie|arende|anmalnings|brotts|handelse|insats|order|skade)(nr|nummer)|case number|nr|objectid|fid)( |$)/

/** What each column is likely to be for, how sure that is, and the metric CRS of the data's middle. */
export function proposeMapping(description: SourceDescription): Mapping {
  const profiles = profileColumns(description)
  const times = proposeTimes(profiles)
  const position = proposePosition(profiles, description.geometry, description.name)
  const middle = position && middleOf(description, position.source)
  const taken = new Set<number | null | undefined>([
    times.from?.source.column,
    times.from?.source.clockColumn,
    times.to?.source.column,
    times.to?.source.clockColumn,
    ...positionColumns(position?.source ?? null),
  ])
  const free = (profile: ColumnProfile) => !taken.has(profile.index) && profile.filled > 0
  const claim = (found: Scored | null): Scored | null => {
    if (found) taken.add(found.index)
    return found
  }
  const kind = claim(highest(profiles.filter(free), kindScore))
  const type = claim(highest(profiles.filter(free), typeScore))
  const id = claim(highest(profiles.filter(free), idScore))
  const place = claim(highest(profiles.filter(free), placeScore))
  const cost = claim(highest(profiles.filter(free), costScore))
  const certainty: Mapping['certainty'] = {}
  if (times.from) certainty.from = times.from.certainty
  if (times.to) certainty.to = times.to.certainty
  if (position) certainty.position = position.certainty
  for (const [role, found] of Object.entries({ kind, type, id, place, cost }) as [
    'kind' | 'type',
    Scored | null,
  ][])
    if (found) certainty[role] = found.certainty
  return {
    id: id?.index ?? null,
    from: times.from?.source ?? null,
    to: times.to?.source ?? null,
    position: position?.source ?? null,
    type: type?.index ?? null,
    kind: { column: kind?.index ?? null, whole: kindOfFile(description, profiles, cost !== null) },
    place: place?.index ?? null,
    cost: cost?.index ?? null,
    timeZone: DEFAULT_TIME_ZONE,
    metric: middle ? metricCrsFor(...middle) : SWEREF99_TM,
    certainty,
  }
}

interface Scored {
  index: number
  certainty: Certainty
}

/** The column with the highest score above 0; sure from 40 up, likely from 25. */
function highest(
  profiles: readonly ColumnProfile[],
  score: (profile: ColumnProfile) => number,
): Scored | null {
  let found: ColumnProfile | null = null
  let most = 0
  for (const profile of profiles) {
    const points = score(profile)
    if (points > most) {
      most = points
      found = profile
    }
  }
  return found && { index: found.index, certainty: most >= 40 ? 'sure' : most >= 25 ? 'likely' : 'guess' }
}

function kindScore(profile: ColumnProfile): number {
  if (profile.distinct.length === 0 || profile.distinct.length > 6) return 0
  const known = profile.distinct.filter((value) => kindOf(value) !== null).length
  return known === profile.distinct.length ? 50 : known >= 2 ? 30 : 0
}

function typeScore(profile: ColumnProfile): number {
  const named = TYPE_NAMES.find(([pattern]) => pattern.test(profile.name))?.[1] ?? 0
  const index = defaultTaxonomyIndex()
  const known =
    profile.distinct.filter((value) => index.has(value)).length / Math.max(1, profile.distinct.length)
  const tooMany = profile.filled > 50 && profile.distinct.length > profile.filled / 2 ? 30 : 0
  const codes = areCrimeCodes(profile.name, profile.distinct)
  const number = profile.numeric > 0.5 && named < 30 && !codes ? 40 : 0
  return named + 50 * known + (codes ? 15 : 0) - tooMany - number - (PLACE_NAMES.test(profile.name) ? 40 : 0)
}

function idScore(profile: ColumnProfile): number {
  return ID_NAMES.test(profile.name) ? (profile.distinct.length === profile.filled ? 40 : 20) : 0
}

function placeScore(profile: ColumnProfile): number {
  const sorted = /(^| )(typ|type|kategori|category|kod|code|id)( |$)/.test(profile.name)
  return PLACE_NAMES.test(profile.name) && profile.numeric < 0.5 ? (sorted ? 10 : 40) : 0
}

const COST_NAMES =
  /(^| )(kostnad|kostnader|kostn|belopp|atgardskostnad|reparationskostnad|cost|amount|sek|kr)( |$)|kostnad/

/** A column of amounts: named as one, or with their currency. */
function costScore(profile: ColumnProfile): number {
  const amounts = profile.texts.filter((text) => !Number.isNaN(parseCost(text, true))).length
  if (profile.filled === 0 || amounts < 0.8 * profile.filled) return 0
  const currency = profile.texts.filter(saysCurrency).length >= 0.5 * profile.filled ? 30 : 0
  return (COST_NAMES.test(profile.name) ? 40 : 0) + currency
}

/** What the rows of a file are where no column says: by the file's name and its columns, else crimes. */
function kindOfFile(
  description: SourceDescription,
  profiles: readonly ColumnProfile[],
  hasCost: boolean,
): IncidentKind {
  const named = kindInName([description.name, description.sheet ?? '', ...profiles.map(({ name }) => name)])
  return named ?? (hasCost ? 'repair' : 'crime')
}
