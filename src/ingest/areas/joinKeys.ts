import { foldKey, splitKey } from './areaKeys.ts'

/** What a table can be joined on. */
export interface KeyedArea {
  id: string
  name: string
}

export interface KeyJoin {
  /** Written key → index of the area that bears it. */
  matches: Map<string, number>
  /** Keys that more than one area bears. */
  ambiguous: Set<string>
  /** Keys that no area bears. */
  unmatched: Set<string>
}

/**
 * Which area each key of a table means: by its key, else by its name, else by the code or the name of a cell that holds both.
 * Letters' case and spaces play no part; nothing else is guessed, and a name that two areas bear is given to neither.
 * @param ties keys that the person tied to an area's id
 */
export function joinKeys(
  keys: Iterable<string>,
  areas: readonly KeyedArea[],
  ties: Readonly<Record<string, string>> = {},
): KeyJoin {
  const byId = indexBy(areas, ({ id }) => id)
  const byName = indexBy(areas, ({ name }) => name)
  const exact = new Map(areas.map(({ id }, i) => [id, i]))
  const tied = new Map(Object.entries(ties))
  const join: KeyJoin = { matches: new Map(), ambiguous: new Set(), unmatched: new Set() }
  for (const key of keys) {
    if (key.trim() === '') continue
    const tie = exact.get(tied.get(key) ?? '')
    const found = tie ?? exact.get(key.trim()) ?? find(key, byId, byName)
    if (found === 'several') join.ambiguous.add(key)
    else if (found === null) join.unmatched.add(key)
    else join.matches.set(key, found)
  }
  return join
}

type Index = Map<string, number | 'several'>

function find(key: string, byId: Index, byName: Index): number | 'several' | null {
  const parts = splitKey(key)
  const tries = [
    byId.get(foldKey(key)),
    byName.get(foldKey(key)),
    parts ? byId.get(foldKey(parts.code)) : undefined,
    parts ? byName.get(foldKey(parts.name)) : undefined,
  ]
  // A name of several areas does not overrule a code of one.
  return tries.find((hit) => typeof hit === 'number') ?? tries.find((hit) => hit === 'several') ?? null
}

function indexBy(areas: readonly KeyedArea[], text: (area: KeyedArea) => string): Index {
  const index: Index = new Map()
  areas.forEach((area, i) => {
    const folded = foldKey(text(area))
    index.set(folded, index.has(folded) ? 'several' : i)
  })
  return index
}
