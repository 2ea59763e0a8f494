import { parsePhoneNumberFromString } from 'libphonenumber-js/min'
import { matches, type Span } from '../kinds.ts'

/**
 * Written as a number to call: with a country's `+` or `00`; a Swedish mobile number in one run; or an area code, a hyphen or blank,
 * and groups of two and three (Språkrådet, Myndigheternas skrivregler). Other runs of digits are ids, codes and coordinates.
 */
const WRITTEN =
  /(?<![\p{L}\d.,:/+-])(?:(?:\+|00)[1-9](?:[ -]?\(?\d\)?){7,13}|07[02369](?:\d{7}|[ -]?\d{3}(?: ?\d\d){2}|[ -]\d\d(?: ?\d\d){1}(?: ?\d{3})|[ -]?\d{7})|\(?0\d{1,3}\)?(?: ?- ?| )\d{2,3}(?: \d{2,3}){1,2}|\(?0\d{1,3}\)?-\d{5,8})(?![\p{L}\d]|[.,:/-]\d)/gu

/** Phone numbers anywhere in a text; their country's numbering plan must know them (libphonenumber). */
export function findPhones(text: string): Span[] {
  return matches(WRITTEN, text, ([found]) => isNumber(found))
}

function isNumber(written: string): boolean {
  const international = written.startsWith('00') ? `+${written.slice(2)}` : written
  return parsePhoneNumberFromString(international, 'SE')?.isValid() ?? false
}
