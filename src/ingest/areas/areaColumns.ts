import type { AreaLevel } from '../../domain/area.ts'
import { KOMMUN_CODE, LAN_CODE, SMALL_AREA_CODES } from './areaCodes.ts'
import { foldKey } from './areaKeys.ts'

/** Which columns of a layer are key and name, and what division it is. */
export interface AreaColumns {
  /** Column number; null: features are numbered. */
  key: number | null
  /** Column number; null: the key is the name. */
  name: number | null
  level: AreaLevel
}

/** Names of key columns, the most telling first; without case, spaces and underscores. */
const KEY_NAMES =
  /^(desokod|deso|regsokod|regso|kommunkod|kommun_?kod|knkod|lanskod|länskod|lnkod|dokod|omradeskod|områdeskod|kod|code|key|nyckel|id|nyko\d*|basomrade|basområde|basomradeskod|.*kod|.*code|.*(^|_)id)$/
const NAME_NAMES =
  /^(namn|name|knnamn|kommunnamn|lnnamn|lansnamn|länsnamn|regsonamn|delomrade|delområde|kommundel|stadsdel|basomrade|basområde|omrade|område|omradesnamn|områdesnamn|benamning|benämning|.*namn|.*name|precinct|distrikt)$/
/** Columns of administration that are unique by accident. */
const PAPERWORK =
  /objekt|object|fid|uuid|version|area|areal|yta|shape|length|perimeter|datum|ajour|befolk|popul|folkm|km2|m2/

const LEVEL_NAMES: readonly { level: AreaLevel; pattern: RegExp }[] = [
  { level: 'deso', pattern: /deso/ },
  { level: 'regso', pattern: /regso/ },
  { level: 'kommundel', pattern: /kommundel|stadsdel|delomr|^dokod|stadsomr/ },
  { level: 'basomrade', pattern: /basomr|nyko|statistikomr/ },
  { level: 'kommun', pattern: /^(kommun|kn)/ },
  { level: 'lan', pattern: /^(lan|län|ln)/ },
]

interface Column {
  index: number
  /** Lower case, without spaces and underscores. */
  name: string
  /** Share of features with a value, and of different values among those. */
  filled: number
  unique: number
  /** Share of values with a letter. */
  letters: number
  level: AreaLevel | null
}

/** Key, name and level as the values and the headings have them. */
export function proposeAreaColumns(
  columns: readonly string[],
  rows: readonly (readonly string[])[],
): AreaColumns {
  const profiles = columns.map((name, index) => profile(name, index, rows))
  const key = best(profiles, keyScore)
  const name = best(
    profiles.filter((column) => column !== key || column.letters > 0.5),
    nameScore,
  )
  return {
    key: key?.index ?? null,
    name: name?.index ?? null,
    level: levelOf(key) ?? levelOf(name) ?? 'own',
  }
}

function profile(heading: string, index: number, rows: readonly (readonly string[])[]): Column {
  const values = rows.map((row) => (row[index] ?? '').trim()).filter((value) => value !== '')
  const name = heading.toLowerCase().replace(/[\s_-]/g, '')
  const share = (pattern: RegExp) =>
    values.filter((value) => pattern.test(value)).length / Math.max(1, values.length)
  const coded = SMALL_AREA_CODES.find(({ pattern }) => share(pattern) > 0.95)?.level ?? null
  const kommun = /^(kommun|kn|kom|muni)/.test(name) && share(/^\d{3,4}$/) > 0.95
  const lan = /^(lan|län|ln)/.test(name) && share(/^\d{1,2}$/) > 0.95
  return {
    index,
    name,
    filled: values.length / Math.max(1, rows.length),
    unique: new Set(values.map(foldKey)).size / Math.max(1, values.length),
    letters: share(/\p{L}/u),
    level: values.length === 0 ? null : (coded ?? (kommun ? 'kommun' : lan ? 'lan' : null)),
  }
}

function keyScore(column: Column): number {
  if (column.filled === 0) return 0
  const named = KEY_NAMES.test(column.name) ? 2 : 0
  const coded = column.level === 'deso' || column.level === 'regso' ? 3 : column.level ? 1 : 0
  if (named + coded === 0 && (PAPERWORK.test(column.name) || column.unique < 1)) return 0
  const paperwork = PAPERWORK.test(column.name) && coded === 0 ? 1.5 : 0
  // What is not unique is the key of something larger; an unnamed unique column beats nothing.
  return Math.max(0, 0.5 + named + coded - paperwork) * column.filled * (column.unique === 1 ? 1 : 0.2 * column.unique) // prettier-ignore
}

function nameScore(column: Column): number {
  if (column.letters < 0.5 || column.unique < 0.34 || column.level === 'deso' || column.level === 'regso')
    return 0
  const named = NAME_NAMES.test(column.name) ? 2 : PAPERWORK.test(column.name) ? -1 : 0
  return Math.max(0, 0.5 + named) * column.filled * column.unique
}

function best(columns: readonly Column[], score: (column: Column) => number): Column | null {
  let found: Column | null = null
  for (const column of columns) if (score(column) > (found ? score(found) : 0)) found = column
  return found
}

function levelOf(column: Column | null): AreaLevel | null {
  if (!column) return null
  return column.level ?? LEVEL_NAMES.find(({ pattern }) => pattern.test(column.name))?.level ?? null
}

/** A code with the leading zero that a spreadsheet took: kommun codes have four digits, county codes two. */
export function withLeadingZero(key: string, level: AreaLevel): string {
  if (level === 'kommun' && /^\d{3}$/.test(key) && KOMMUN_CODE.test(`0${key}`)) return `0${key}`
  if (level === 'lan' && /^\d$/.test(key) && LAN_CODE.test(`0${key}`)) return `0${key}`
  return key
}
