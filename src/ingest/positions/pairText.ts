import { parseNumber } from '../numbers.ts'
import { parseAngle, type Angle } from './angle.ts'

/** Two coordinates of one text, in the order in which they stand. */
export interface CoordinatePair {
  first: number
  second: number
  /** Letters say so: the first is the latitude or northing (true), the longitude or easting (false); null where they are silent. */
  firstIsNorth: boolean | null
}

const AXIS_WORDS =
  /["']?\b(?:lat|latitude|latitud|lon|lng|long|longitude|longitud)\b["']?\.?\s*[:=]?\s*(?=[+-]?\d)/giu
/** A longer text is no pair of coordinates, and is not searched for one. */
const LONGEST = 100
const LETTERS = /[NSEWÖOV]/giu

/**
 * Both coordinates of a text such as `59.3293, 18.0686`, `59,3293 18,0686`, `59°19'46"N 18°04'07"E`, `N59 19.77 E18 4.1`,
 * `(6580822; 674032)` or `6 580 822 674 032`; null where it is no such pair.
 */
export function parsePair(text: string): CoordinatePair | null {
  if (text.length > LONGEST) return null
  const plain = text
    .replace(AXIS_WORDS, (word) => (/^["']?lat/i.test(word) ? ' N ' : ' E '))
    .replace(/^[\s([{]+|[\s)\]}]+$/gu, '')
  if (!/\d/.test(plain)) return null
  for (const [first, second] of splits(plain)) {
    const pair = readParts(first, second)
    if (pair) return pair
  }
  return null
}

const one: Angle = { degrees: NaN, axis: null, sexagesimal: false }
const two: Angle = { degrees: NaN, axis: null, sexagesimal: false }

function readParts(first: string, second: string): CoordinatePair | null {
  if (parseAngle(first, one) && parseAngle(second, two)) {
    if (one.axis !== null && one.axis === two.axis) return null
    const axis = one.axis ?? (two.axis === null ? null : two.axis === 'lat' ? 'lon' : 'lat')
    return { first: one.degrees, second: two.degrees, firstIsNorth: axis === null ? null : axis === 'lat' }
  }
  const firstLetter = /^[NSEWÖOV]|[NSEWÖOV]$/iu.exec(first)?.[0]?.toUpperCase()
  const x = parseNumber(first.replace(LETTERS, '').trim(), true)
  const y = parseNumber(second.replace(LETTERS, '').trim(), true)
  if (Number.isNaN(x) || Number.isNaN(y)) return null
  return { first: x, second: y, firstIsNorth: firstLetter === undefined ? null : firstLetter === 'N' }
}

/** The ways in which a text can be cut in two, the most telling first. */
function splits(text: string): [string, string][] {
  const cuts: [string, string][] = []
  const cutAt = (at: number, skip: number) => {
    const parts: [string, string] = [text.slice(0, at).replace(/[,\s]+$/, ''), text.slice(at + skip).trim()]
    if (parts[0] !== '' && parts[1] !== '') cuts.push(parts)
  }
  const separators = [...text.matchAll(/[;|/\t]/g)]
  if (separators.length === 1) cutAt(separators[0]!.index, 1)
  const spaced = [...text.matchAll(/,\s+/g)]
  if (spaced.length === 1) cutAt(spaced[0]!.index, 1)
  const letters = [...text.matchAll(LETTERS)]
  if (letters.length === 2) {
    const leading = /^[NSEWÖOV]/iu.test(text)
    if (leading) cutAt(letters[1]!.index, 0)
    else cutAt(letters[0]!.index + 1, /^[,\s]/.test(text.slice(letters[0]!.index + 1)) ? 1 : 0)
  }
  const commas = [...text.matchAll(/,/g)].map((match) => match.index)
  if (commas.length === 1 && !/\d\s+\d/.test(text)) cutAt(commas[0]!, 1)
  if (commas.length === 3 && !/\s/.test(text)) cutAt(commas[1]!, 1)
  for (const blank of blanksByBalance(text)) cutAt(blank, 1)
  return cuts
}

/** Blanks that leave as many parts, or nearly as many figures, on either side. */
function blanksByBalance(text: string): number[] {
  const blanks = [...text.matchAll(/\s+/g)].map((match) => match.index)
  const even = blanks.length % 2 === 1 ? [blanks[(blanks.length - 1) / 2]!] : []
  const digits = (part: string) => part.replace(/\D/g, '').length
  const balanced = blanks.filter((at) => Math.abs(digits(text.slice(0, at)) - digits(text.slice(at))) === 1)
  const thousands = /^\d{1,3}(\s\d{3})+$/.test(text)
  return thousands ? balanced : even
}
