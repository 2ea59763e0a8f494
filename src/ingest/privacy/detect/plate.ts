import { matches, type Span } from '../kinds.ts'

/** ABC123 and ABC12D, in capitals: no I, Q, V, Å, Ä, Ö, and no O as the last sign (Transportstyrelsen). */
const WRITTEN = /(?<![\p{L}\d_-])([A-HJ-PR-UW-Z]{3})([ -]?)\d{2}[\dA-HJ-NPR-UW-Z](?![\p{L}\d_-])/gu

/** Words and currencies of three letters that stand before a number. */
const WORDS = new Set(
  'RAD RUM HUS LGH BOX SAL KAP LAG BRB SEK EUR USD DKK NOK GBP NR1 DEL TAB FIG STN PKT ART BIL LED ORT KOD BUS TEL FAX DNR KNR KLO MAX MIN CAN PER FOR AND THE APT STE'.split(
    ' ',
  ),
)

/** Swedish registration plates anywhere in a text. */
export function findPlates(text: string): Span[] {
  return matches(WRITTEN, text, ([, letters, gap]) => gap === '' || !WORDS.has(letters))
}
