/** Numbers as people and systems write them: decimal comma, spaces between thousands, a typographic minus. */

const SPACES = /[\s\u00a0\u2007\u2009\u202f']/g
/** Blanks stand between groups of three figures, and after a sign; two numbers side by side are not one. */
const WITH_SPACES =
  /^[+-]?[\s\u00a0\u2007\u2009\u202f]?\d{1,3}(?:['\s\u00a0\u2007\u2009\u202f]\d{3})+(?:[.,]\d+)?$/
const PLAIN = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d{1,3})?$/i
const WITH_COMMA = /^[+-]?\d+,\d+$/

/**
 * The number in a cell, NaN where the text is none (or is empty).
 * A lone comma before exactly three digits is a thousands separator unless `decimalComma`.
 */
export function parseNumber(text: string, decimalComma: boolean): number {
  if (PLAIN.test(text)) return Number(text)
  const signed = text.trim().replace(/[−–]/, '-')
  let plain = signed.replace(SPACES, '')
  if (plain === '' || (plain !== signed && /\d[^\d.,]+\d/.test(signed) && !WITH_SPACES.test(signed)))
    return NaN
  const comma = plain.lastIndexOf(',')
  const dot = plain.lastIndexOf('.')
  if (comma >= 0 && comma < dot) plain = plain.replace(/,/g, '')
  else if (comma >= 0 && dot >= 0) plain = plain.replace(/\./g, '').replace(',', '.')
  else if (comma >= 0) {
    const lone = plain.indexOf(',') === comma
    const thousands = !lone || (!decimalComma && plain.length - comma === 4)
    plain = plain.replace(/,/g, thousands ? '' : '.')
  }
  return PLAIN.test(plain) ? Number(plain) : NaN
}

/**
 * Whether a file writes decimal commas: more numbers have one than have a decimal point. A comma before exactly three digits
 * parts thousands where the file is of English make, which `englishLikely` says; else it is a decimal comma like the others.
 */
export function usesDecimalComma(rows: readonly (readonly string[])[], englishLikely: boolean): boolean {
  let commas = 0
  let points = 0
  for (const cells of rows)
    for (const cell of cells) {
      const text = cell.replace(SPACES, '')
      if (WITH_COMMA.test(text)) commas += englishLikely && couldBeThousands(text) ? 0 : 1
      else if (/^[+-]?\d+\.\d+$/.test(text)) points++
    }
  return commas > points
}

function couldBeThousands(text: string): boolean {
  return /^[+-]?[1-9]\d{0,2},\d{3}$/.test(text)
}

const MISSING = new Set([
  '',
  '-',
  '–',
  '?',
  '.',
  'null',
  'na',
  'n/a',
  'nan',
  'none',
  'okänd',
  'okänt',
  'saknas',
  'unknown',
])

/** Whether a cell says that nothing is known. */
export function isMissing(text: string): boolean {
  return text.length < 8 && MISSING.has(text.toLowerCase())
}
