import { foldKey, splitKey } from './areaKeys.ts'
import type { KeyedArea } from './joinKeys.ts'

/** Why a key is likely to mean an area whose key it is not. */
export type TieReason = 'leadingZero' | 'letters' | 'abbreviation' | 'suffix' | 'spelling'

/** A key of the table that nearly is an area's; applied only where the person says so. */
export interface TieSuggestion {
  key: string
  /** Id of the area. */
  area: string
  name: string
  reason: TieReason
}

/** Names shorter than this differ by a letter too easily. */
const SPELLING_LENGTH = 6
/** Above this many comparisons only exact forms are looked up. */
const MOST_COMPARISONS = 2_000_000

/**
 * The area that each unmatched key may mean, the strongest reason first. An area that has its figures already is not
 * suggested; neither is one that two keys, or a key that two areas, come as near to.
 */
export function suggestTies(
  unmatched: Iterable<string>,
  areas: readonly KeyedArea[],
  free: ReadonlySet<string>,
): TieSuggestion[] {
  const candidates = areas.filter(({ id }) => free.has(id))
  const keys = [...unmatched]
  const suggestions: TieSuggestion[] = []
  const taken = new Set<string>()
  for (const [reason, form] of FORMS) {
    const open = candidates.filter(({ id }) => !taken.has(id))
    const byForm = new Map<string, Set<string>>()
    for (const { id, name } of open)
      for (const text of [form(id), form(name)]) {
        if (text === '') continue
        const ids = byForm.get(text) ?? new Set<string>()
        byForm.set(text, ids.add(id))
      }
    add(reason, (key) => {
      const parts = splitKey(key)
      const hits = [key, ...(parts ? [parts.code, parts.name] : [])].flatMap((text) => [...(byForm.get(form(text)) ?? [])]) // prettier-ignore
      return new Set(hits)
    })
  }
  if (keys.length * candidates.length <= MOST_COMPARISONS) {
    const open = candidates.filter(({ id }) => !taken.has(id))
    add('spelling', (key) => {
      const text = foldKey(splitKey(key)?.name ?? key)
      if (text.length < SPELLING_LENGTH || /\d/.test(text)) return new Set()
      const most = text.length >= 10 ? 2 : 1
      return new Set(open.filter(({ name }) => within(text, foldKey(name), most)).map(({ id }) => id))
    })
  }
  return suggestions

  function add(reason: TieReason, hitsOf: (key: string) => Set<string>): void {
    const known = new Set(suggestions.map(({ key }) => key))
    const claims = new Map<string, string[]>()
    for (const key of keys) {
      if (known.has(key)) continue
      const hits = [...hitsOf(key)].filter((id) => !taken.has(id))
      if (hits.length === 1) claims.set(hits[0]!, [...(claims.get(hits[0]!) ?? []), key])
    }
    for (const [area, claimants] of claims) {
      if (claimants.length > 1) continue
      suggestions.push({ key: claimants[0]!, area, name: areas.find(({ id }) => id === area)!.name, reason })
      taken.add(area)
    }
  }
}

const unaccented = (text: string) => foldKey(text).normalize('NFD').replace(/\p{M}/gu, '')
const unpunctuated = (text: string) => unaccented(text).replace(/[^\p{L}\p{N}]+/gu, '')

/** Each form makes more alike than the one before it. */
const FORMS: readonly (readonly [TieReason, (text: string) => string])[] = [
  ['leadingZero', (text) => (/^\d+$/.test(text.trim()) ? text.trim().replace(/^0+/, '') : '')],
  ['letters', unpunctuated],
  ['abbreviation', (text) => unpunctuated(foldKey(text).replace(/(^|[\s-])(s:t[ae]?|sankt[ae]?|st[ae]?\.?)(?=[\s-])/g, '$1sankt ').replace(/(^|\s)(n|norra)[.\s]/g, '$1norra ').replace(/(^|\s)(s|södra)[.\s]/g, '$1södra ').replace(/(^|\s)(v|västra)[.\s]/g, '$1västra ').replace(/(^|\s)(ö|östra)[.\s]/g, '$1östra '))], // prettier-ignore
  ['suffix', (text) => unpunctuated(foldKey(text).replace(/\s(kommun|stad|kommundel|stadsdel|sdn|stadsdelsområde|stadsdelsnämnd|län|region)$/, '').replace(/^(kommundel|stadsdel|område|delområde)\s/, '')).replace(/s$/, '')], // prettier-ignore
]

/** Whether two texts differ by at most so many letters put in, left out or changed (Levenshtein 1966). */
function within(a: string, b: string, most: number): boolean {
  if (Math.abs(a.length - b.length) > most) return false
  let row = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    let least = i
    for (let j = 1; j <= b.length; j++) {
      next[j] = Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1))
      least = Math.min(least, next[j]!)
    }
    if (least > most) return false
    row = next
  }
  return row[b.length]! <= most
}
