import { foldLabel } from '../../domain/taxonomy.ts'
import { findDateOrder } from '../dateOrder.ts'
import { isMissing, parseNumber } from '../numbers.ts'
import type { SourceDescription } from '../source.ts'
import { hintsOf, isCalledName, isHouseNumber } from './columnNames.ts'
import { findAll } from './detect/index.ts'
import { isRunningText } from './detect/freeText.ts'
import { endsInClock, isShapedAsIdentityNumber } from './detect/identityNumber.ts'
import { isFirst, isOfNames, looksLikeName } from './detect/personName.ts'
import { signsOf } from './detect/signs.ts'
import { PRIVACY_KINDS, type PrivacyKind } from './kinds.ts'
import { shapeOf } from './mask.ts'

/** What is done with a column: not stored; stored with what was found in its cells hidden; stored as it stands. */
export type PrivacyDecision = 'drop' | 'mask' | 'keep'

export interface KindFound {
  kind: PrivacyKind
  /** Fraction of the filled cells that were looked at. */
  share: number
  /** At most three shapes of what was found: no letter and no digit of it. */
  examples: string[]
}

/** A column that holds something personal, as far as the sample tells. Plain data. */
export interface PrivacyFinding {
  column: number
  /** Free text first, for the others stand in it; then the most common. */
  kinds: KindFound[]
  /** The name of the column decided, where the cells alone would not. */
  byName: boolean
  /** Cells that were looked at. */
  cells: number
  /** What is done unless a person decides otherwise. */
  proposed: PrivacyDecision
}

/** What the load must know of a column beyond its finding. */
export interface ColumnPrivacy {
  finding: PrivacyFinding | null
  /** Whole cells of ten or more digits are ids or timestamps here: those that pass as personal numbers do so by chance. */
  numbersByChance: boolean
}

/** A kind in at least this share of the cells is what the column is for; below it, it strayed in. */
const OF_THE_COLUMN = 0.05
const EXAMPLES = 3
/** Characters of a cell of the sample; while a file is read, cells are looked through to their end. */
const LOOKED_AT = 2_000
/** Whole cells from which it can be told whether check digits hold by chance: one in ten does. */
const ENOUGH_FOR_CHANCE = 5

/** What looks personal in a source, column by column, by the cells of its sample; names of columns only add weight. */
export function inspectPrivacy(description: SourceDescription): PrivacyFinding[] {
  return profilePrivacy(description)
    .map(({ finding }) => finding)
    .filter((finding) => finding !== null)
}

export function profilePrivacy(description: SourceDescription): ColumnPrivacy[] {
  const rows = [...description.sample.map((row) => row.cells), ...description.probe]
  return description.columns.map((name, column) => {
    const texts = rows
      .map((cells) => (cells[column] ?? '').trim().slice(0, LOOKED_AT))
      .filter((text) => !isMissing(text))
    return inspectColumn(column, foldLabel(name), texts, description.decimalComma)
  })
}

function inspectColumn(
  column: number,
  name: string,
  texts: readonly string[],
  decimalComma: boolean,
): ColumnPrivacy {
  const nothing = { finding: null, numbersByChance: false }
  if (texts.length === 0) return nothing
  const hints = hintsOf(name)
  const tally = new Tally(texts.length)
  const byChance = numbersByChance(texts)
  const counts = new Map<string, number>()
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1)
  for (const [text, count] of counts) {
    const signs = signsOf(text)
    for (const [kind, spans] of findAll(text, signs)) {
      if (byChance && signs.letters === 0 && kind !== 'address') continue
      tally.add(kind, count, text.slice(spans[0].start, spans[0].end))
    }
    if (isRunningText(text)) tally.add('freeText', count, text)
  }
  const distinct = counts.size / texts.length
  // Labels of types repeat; what somebody wrote of one event does not.
  if (distinct < (hints.has('freeText') ? 0.2 : 0.5)) tally.remove('freeText')
  if (!tally.has('identityNumber') && hints.has('identityNumber')) addShapes(tally, counts)
  let byName = hints.has('identityNumber') && tally.byName
  const full = tally.share('name')
  if (full < OF_THE_COLUMN && isNameColumn(name, hints, counts, texts.length)) {
    byName = true
    for (const [text, count] of counts) if (looksLikeName(text)) tally.add('name', count, text)
  }
  if (hints.has('birthDate') && areDatesOrYears(texts, decimalComma)) {
    byName = true
    for (const [text, count] of counts) tally.add('birthDate', count, text)
  }
  const numbers = isHouseNumber(name) ? [...counts].filter(([text]) => HOUSE_NUMBER.test(text)) : []
  if (sum(numbers) >= 0.6 * texts.length) {
    byName = true
    for (const [text, count] of numbers) tally.add('address', count, text)
  }
  const kinds = tally.found()
  if (kinds.length === 0) return { finding: null, numbersByChance: byChance }
  return {
    finding: { column, kinds, byName, cells: texts.length, proposed: propose(kinds, hints) },
    numbersByChance: byChance,
  }
}

const HOUSE_NUMBER = /^\d{1,4}(?:\s?-\s?\d{1,4})?\s?\p{L}?$/u

function sum(counts: readonly (readonly [string, number])[]): number {
  return counts.reduce((total, [, count]) => total + count, 0)
}

/** Case numbers lead nobody but the police to a person, and link the file to their register: they stay unless a person says no. */
function propose(kinds: readonly KindFound[], hints: ReadonlySet<PrivacyKind>): PrivacyDecision {
  const personal = kinds.filter(({ kind }) => kind !== 'caseNumber')
  if (personal.length === 0) return 'keep'
  return personal.some(({ kind, share }) => share >= OF_THE_COLUMN || hints.has(kind)) ? 'drop' : 'mask'
}

/** Hits of the kinds in one column, by cells. */
class Tally {
  byName = false
  private readonly counts = new Map<PrivacyKind, { cells: number; examples: Set<string> }>()

  constructor(private readonly cells: number) {}

  add(kind: PrivacyKind, cells: number, example: string): void {
    const entry = this.counts.get(kind) ?? { cells: 0, examples: new Set<string>() }
    entry.cells += cells
    if (entry.examples.size < EXAMPLES) entry.examples.add(shapeOf(example))
    this.counts.set(kind, entry)
  }

  remove(kind: PrivacyKind): void {
    this.counts.delete(kind)
  }

  has(kind: PrivacyKind): boolean {
    return this.counts.has(kind)
  }

  share(kind: PrivacyKind): number {
    return (this.counts.get(kind)?.cells ?? 0) / this.cells
  }

  found(): KindFound[] {
    return PRIVACY_KINDS.filter((kind) => this.counts.has(kind))
      .map((kind) => ({
        kind,
        share: Math.min(1, this.share(kind)),
        examples: [...this.counts.get(kind)!.examples],
      }))
      .sort((a, b) => Number(b.kind === 'freeText') - Number(a.kind === 'freeText') || b.share - a.share)
  }
}

/**
 * Whether whole cells of digits are ids or timestamps: in a column of personal numbers nearly every check digit holds, elsewhere one
 * in ten does.
 */
function numbersByChance(texts: readonly string[]): boolean {
  let shaped = 0
  let held = 0
  for (const text of texts) {
    const signs = signsOf(text)
    if (signs.letters > 0 || signs.digits < 9 || signs.digits > 15) continue
    shaped++
    const found = findAll(text, signs)
    if (found.has('identityNumber') || found.has('phone') || found.has('network')) held++
  }
  return shaped >= ENOUGH_FOR_CHANCE && held < 0.5 * shaped
}

/** A column that calls itself personnummer holds them even where check digits are wrong: invented ones and reservnummer. */
function addShapes(tally: Tally, counts: ReadonlyMap<string, number>): void {
  let shaped = 0
  let clocks = 0
  for (const [text, count] of counts) {
    if (!isShapedAsIdentityNumber(text)) continue
    shaped += count
    if (endsInClock(text)) clocks += count
  }
  if (shaped === 0 || clocks === shaped) return
  tally.byName = true
  for (const [text, count] of counts)
    if (isShapedAsIdentityNumber(text)) tally.add('identityNumber', count, text)
}

/**
 * Whether cells that are no full names are names apart, or names that the lists lack. Parishes and districts have persons' names too
 * ("Katarina", "Adolf Fredrik"), but few of them: without a name of the column that says so, names must differ.
 */
function isNameColumn(
  name: string,
  hints: ReadonlySet<PrivacyKind>,
  counts: ReadonlyMap<string, number>,
  filled: number,
): boolean {
  let shaped = 0
  let known = 0
  let certain = 0
  for (const [text, count] of counts) {
    if (!looksLikeName(text)) continue
    shaped += count
    if (!isOfNames(text)) continue
    known += count
    const first = text.split(/[ ,]/)[0].toLowerCase()
    if (isFirst(first) || first.endsWith('sson')) certain += count
  }
  if (hints.has('name')) return shaped >= 0.6 * filled && (known > 0 || counts.size >= 3)
  if (isCalledName(name)) return shaped >= 0.6 * filled && known >= 0.2 * filled && certain > 0
  return known >= 0.5 * filled && certain >= 0.2 * filled && counts.size >= 8 && counts.size >= 0.3 * filled
}

function areDatesOrYears(texts: readonly string[], decimalComma: boolean): boolean {
  // A serial number of Excel's is any number of five digits: a count of births is none.
  const dates = findDateOrder(texts)
  if (dates && dates.order !== 'serial' && dates.share >= 0.6) return true
  const years = texts.filter((text) => {
    const value = parseNumber(text, decimalComma)
    return Number.isInteger(value) && value >= 1900 && value <= 2100
  })
  return years.length >= 0.8 * texts.length
}
