/** How keys and names of areas are compared. */

/** Letters in one form, without case, and single spaces: what people take for the same text. */
export function foldKey(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\s\u00a0\u202f]+/g, ' ')
    .trim()
    .toLowerCase()
}

const CODE_AND_NAME =
  /^(\d{2,4}|\d{4}[A-C]\d{4}|\d{4}R\d{3}|[A-Z]?\d{3,8})[\s\u00a0]*[-–:,]?[\s\u00a0]+(\p{L}.*)$/u
const NAME_AND_CODE = /^(\p{L}.*?)[\s\u00a0]*\((\d{2,8}|\d{4}[A-C]\d{4}|\d{4}R\d{3})\)$/u

/** Code and name where a cell holds both: "0180 Stockholm", "Stockholm (0180)". */
export function splitKey(text: string): { code: string; name: string } | null {
  const trimmed = text.trim()
  const coded = CODE_AND_NAME.exec(trimmed)
  if (coded) return { code: coded[1]!, name: coded[2]! }
  const named = NAME_AND_CODE.exec(trimmed)
  return named && { code: named[2]!, name: named[1]! }
}
