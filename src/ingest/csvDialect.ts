import { splitRows } from './csvRows.ts'
import { commonWidth } from './header.ts'
import type { CsvDialect } from './source.ts'

const DELIMITERS = [';', '\t', ',', '|'] as const

/** Records that decide. */
const LOOKED_AT = 200

/** Delimiter, quote and line end of a text, from its first records. */
export function detectDialect(
  text: string,
  delimiter?: CsvDialect['delimiter'],
): Pick<CsvDialect, 'delimiter' | 'quote' | 'newline'> {
  const newline = text.includes('\n') || !text.includes('\r') ? '\n' : '\r'
  const head = firstLines(text, newline)
  let best: CsvDialect['delimiter'] = delimiter ?? named(head) ?? ','
  let bestScore = 0
  if (delimiter === undefined && named(head) === null)
    for (const candidate of DELIMITERS) {
      const score = consistency(head, candidate, newline)
      if (score > bestScore) {
        best = candidate
        bestScore = score
      }
    }
  return { delimiter: best, quote: usesApostrophes(head, best, newline) ? "'" : '"', newline }
}

/** The delimiter that Excel's own first line `sep=;` names. */
function named(head: string): CsvDialect['delimiter'] | null {
  const match = /^sep=([;,\t|])\r?(?:\n|$)/.exec(head)
  return match ? (match[1] as CsvDialect['delimiter']) : null
}

/** How well a delimiter makes a table: the share of rows of the common width, and a little for more columns. */
function consistency(
  head: string,
  delimiter: CsvDialect['delimiter'],
  newline: CsvDialect['newline'],
): number {
  const { rows } = splitRows(head, { delimiter, quote: '"', newline }, null, true)
  const filled = rows.filter((cells) => cells.length > 1 || cells[0]!.trim() !== '')
  const width = commonWidth(filled)
  if (width < 2) return 0
  const share = filled.filter((cells) => cells.length === width).length / filled.length
  return share * Math.min(width, 12) ** 0.3 * (filled[0]!.length === width ? 1 : 0.7)
}

/** Whether cells are wrapped in apostrophes and none in double quotes. */
function usesApostrophes(head: string, delimiter: string, newline: string): boolean {
  if (head.includes('"')) return false
  const cells = head.split(newline).flatMap((line) => line.trim().split(delimiter))
  const wrapped = cells.filter((cell) => /^'.*'$/.test(cell)).length
  return wrapped > cells.length * 0.3
}

function firstLines(text: string, newline: string): string {
  let end = -1
  for (let k = 0; k < LOOKED_AT; k++) {
    const next = text.indexOf(newline, end + 1)
    if (next < 0) return text
    end = next
  }
  return text.slice(0, end + 1)
}
