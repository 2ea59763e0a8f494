/**
 * Brottskoder: four digits that the police and Brå class reported offences by, revised yearly. What a code means is not in
 * the program: a person's mapping says it, by single codes, ranges (`0811-0814`) and prefixes (`08`).
 */

/** Codes `from` to `to`, both included, as whole numbers 0-9999. */
export interface CodeSpan {
  from: number
  to: number
}

/**
 * The code that a label is or begins with (`0811`, `0811 Misshandel`), as four digits; null where there is none. Three digits
 * alone are a code whose leading zero a spreadsheet has taken.
 */
export function crimeCodeOf(label: string): string | null {
  const text = label.trim()
  if (/^\d{3,4}$/.test(text)) return text.padStart(4, '0')
  return /^(\d{4})\s*[-–:,.]?\s*\p{L}/u.exec(text)?.[1] ?? null
}

/**
 * Spans of a text such as `0811-0814, 0910, 12`: ranges, single codes, prefixes of one to three digits (`12` or `12*`).
 * null where any part is none of these.
 */
export function parseCodes(text: string): CodeSpan[] | null {
  const parts = text
    .replace(/\s*[-–]\s*/g, '-')
    .split(/[\s,;]+/)
    .filter(Boolean)
  if (parts.length === 0) return null
  const spans: CodeSpan[] = []
  for (const part of parts) {
    const span = spanOf(part)
    if (!span) return null
    spans.push(span)
  }
  return spans
}

function spanOf(part: string): CodeSpan | null {
  const range = /^(\d{4})-(\d{4})$/.exec(part)
  if (range) {
    const [from, to] = [Number(range[1]), Number(range[2])]
    return from <= to ? { from, to } : null
  }
  const prefix = /^(\d{1,3})\*?$|^(\d{4})$/.exec(part)
  const digits = prefix?.[1] ?? prefix?.[2]
  if (!digits) return null
  const width = 10 ** (4 - digits.length)
  const from = Number(digits) * width
  return { from, to: from + width - 1 }
}

/** How many codes a span holds: the fewer, the more it says. */
export function spanWidth({ from, to }: CodeSpan): number {
  return to - from + 1
}

/**
 * Whether the different values of a column are brottskoder: nearly all three or four digits, and the column named so that they are no years,
 * counts or other codes.
 * @param name the column's name, folded
 */
export function areCrimeCodes(name: string, values: readonly string[]): boolean {
  if (values.length === 0) return false
  const codes = values.filter((value) => /^\d{3,4}$/.test(value)).length
  if (codes < 0.9 * values.length) return false
  return /brottskod|^(brott|kod|bkod|crime code|offen[cs]e code)$/.test(name)
}
