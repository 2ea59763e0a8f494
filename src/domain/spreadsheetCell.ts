/**
 * Beginnings that a spreadsheet takes for a formula, also after blanks and in their full-width forms; a tab and a carriage
 * return make room for one (OWASP, CSV Injection).
 */
const FORMULA = /^\s*[=+\-@＝＋－＠]|^[\t\r]/

/** A number alone runs nothing: -5, +46, -1 234,5. */
const NUMBER = /^[+-]?\d[\d .,\u00a0\u202f]*$/

/** The text of a cell, with an apostrophe in front where a spreadsheet would run it. */
export function spreadsheetCell(text: string): string {
  return FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text
}
