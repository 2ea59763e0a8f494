import { DETECTORS, findAll } from './detect/index.ts'
import { signsOf } from './detect/signs.ts'
import type { PrivacyKind, Span } from './kinds.ts'
import { MASK, withoutSpans } from './mask.ts'
import { isRunningText } from './detect/freeText.ts'

/** What is hidden in every column that is kept without a person having said so knowingly. */
const ALWAYS: ReadonlySet<PrivacyKind> = new Set(['identityNumber', 'email', 'phone'])
const ALWAYS_FOUND = DETECTORS.filter(({ kind }) => ALWAYS.has(kind))

/** Fewest digits of what is looked for: eight, of a telephone number in Stockholm. */
const FEWEST_DIGITS = 8
/** The same in one run: a mobile number or a personnummer. */
const TOGETHER = 10

/** How a column's cells are looked through. */
export interface ColumnScan {
  /** Kinds beyond those that are always hidden. */
  also: readonly PrivacyKind[]
  /** Whole cells of digits are ids or timestamps. */
  numbersByChance: boolean
}

/** The text with everything hidden that the scan finds; the very text where it finds nothing. */
export function hideIn(text: string, scan: ColumnScan): string {
  return scan.also.length > 0 ? hideKinds(text, scan) : hideNumbers(text, scan)
}

/**
 * The way of nearly every cell of a large file: one pass over its characters, and no pattern unless there is an @, ten digits, or
 * eight with something between them. Dates that begin as ISO 8601 writes them go by.
 */
function hideNumbers(text: string, { numbersByChance }: ColumnScan): string {
  const { length } = text
  if (length < 6 || isIsoTime(text)) return text
  let digits = 0
  let at = false
  let letters = false
  let apart = false
  for (let i = 0; i < length; i++) {
    const code = text.charCodeAt(i)
    if (code > 64) letters = true
    else if (code > 47 && code < 58) digits++
    else if (code === 64) at = true
    else apart = true
  }
  if (!at && (digits < (apart ? FEWEST_DIGITS : TOGETHER) || (numbersByChance && !letters))) return text
  let hidden: Span[] | null = null
  for (const { find } of ALWAYS_FOUND) {
    const spans = find(text)
    if (spans.length > 0) hidden = hidden ? hidden.concat(spans) : spans
  }
  return hidden ? withoutSpans(text, hidden) : text
}

function hideKinds(text: string, { also, numbersByChance }: ColumnScan): string {
  if (also.includes('freeText') && isRunningText(text)) return MASK
  const signs = signsOf(text)
  const byChance = numbersByChance && signs.letters === 0
  const spans: Span[] = []
  for (const [kind, found] of findAll(text, signs))
    if ((ALWAYS.has(kind) && !byChance) || also.includes(kind)) spans.push(...found)
  return withoutSpans(text, spans)
}

/** 2025-03-01, alone or with a clock behind a blank or a T; not 1985-01-01-1234. */
function isIsoTime(text: string): boolean {
  if (text.charCodeAt(4) !== 45 || text.charCodeAt(7) !== 45 || text.length > 29) return false
  if (text.length === 10) return true
  const after = text.charCodeAt(10)
  return (after === 32 || after === 84) && text.charCodeAt(13) === 58
}
