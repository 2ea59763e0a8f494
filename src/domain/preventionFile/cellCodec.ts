import { spreadsheetCell } from '../spreadsheetCell.ts'

/**
 * Texts and lists of texts in the cells of a spreadsheet so that the exact text comes back: what a spreadsheet would run gets an
 * apostrophe in front (and so does what has one), control characters are written as Office Open XML writes them (`_x000D_`). An
 * empty cell is no text at all; a lone apostrophe is an empty text.
 */
export function encodeText(text: string): string {
  const plain = escapeLiterals(text).replace(UNWRITABLE, (character) =>
    character === '\n' || character === '\t' ? character : escaped(character),
  )
  return plain === '' || plain.startsWith("'") ? `'${plain}` : spreadsheetCell(plain)
}

export function decodeText(cell: string): string {
  const plain = cell.startsWith("'") ? cell.slice(1) : cell
  return plain.replace(/_x([0-9A-F]{4})_/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
}

/** What reads as an escape and is none, written so that it is read as it stands (ECMA-376, ST_Xstring). */
export function escapeLiterals(text: string): string {
  return text.replace(/_(?=x[0-9A-F]{4}_)/gi, '_x005F_')
}

/** Control characters, and what neither XML nor UTF-8 can hold. */
const UNWRITABLE = /[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu

function escaped(character: string): string {
  return `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`
}

/** `a; b`; a semicolon or backslash of an item has a backslash in front, and `\-` is an item without characters. */
export function encodeList(items: readonly string[]): string {
  if (items.length === 0) return ''
  const texts = items.map((item) => (item === '' ? '\\-' : item.replace(/[\\;]/g, '\\$&')))
  return encodeText(texts.join('; '))
}

export function decodeList(cell: string): string[] {
  const text = decodeText(cell)
  if (text === '') return []
  const items = ['']
  for (const [piece] of text.matchAll(/\\[^]|;|[^\\;]+|\\$/g)) {
    if (piece === ';') items.push('')
    else items[items.length - 1] += piece
  }
  return items.map((item, k) => {
    const bare = k > 0 ? item.replace(/^ /, '') : item
    return bare === '\\-' ? '' : bare.replace(/\\([^])/g, '$1')
  })
}
