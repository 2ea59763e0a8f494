import { spreadsheetCell } from '../domain/spreadsheetCell.ts'
import type { RejectedRow, RejectReason } from './report.ts'

/** Words of the reader's language for the headings and the reasons. */
export interface RejectedCsvWords {
  row: string
  reason: string
  reasons: Record<RejectReason, string>
  /** Where an incident stood before. */
  earlier: (file: string, row: string) => string
}

/**
 * Rejected rows as a file that Excel opens as it stands: byte order mark, semicolons, CRLF; row number, reason, then the
 * original fields. A field that Excel would run as a formula gets an apostrophe in front.
 */
export function rejectedCsv(
  rejected: readonly RejectedRow[],
  columns: readonly string[],
  words: RejectedCsvWords,
): string {
  const lines = [[words.row, words.reason, ...columns].map(field).join(';')]
  for (const { row, reason, column, value, cells, earlier } of rejected) {
    const what = column === null ? null : `${column}: ${value}`
    const detail = earlier ? words.earlier(earlier.fileName, String(earlier.row)) : what
    const why = detail === null ? words.reasons[reason] : `${words.reasons[reason]} (${detail})`
    lines.push([String(row), why, ...cells].map(field).join(';'))
  }
  return `\ufeff${lines.join('\r\n')}\r\n`
}

/** One field, harmless to a spreadsheet (OWASP, CSV injection) and quoted where it has to be. */
export function field(text: string): string {
  const safe = spreadsheetCell(text)
  return /[";\r\n]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe
}
