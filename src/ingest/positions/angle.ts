/** Degrees as people write them: `59.3293`, `59°19'46"N`, `N59 19 46`, `59 19,77 N`, `59:19:46`, `18° 03' Ö`. */

/** Which axis a letter of the compass speaks of. Swedish, English and their mixture: Ö and O are east, V and W west. */
export type Axis = 'lat' | 'lon'

export interface Angle {
  /** Degrees, south and west negative; NaN where the text is no angle. */
  degrees: number
  /** By its letter, else null. */
  axis: Axis | null
  /** Minutes or a degree sign were written. */
  sexagesimal: boolean
}

const DEGREE = '[°º˚]|deg'
const MINUTE = "['′’´`]|min"
const SECOND = "[\"″”“]|''|′′|sec|sek"
const LONGEST = 60
const PATTERN = new RegExp(
  '^([NSEWÖOV])?\\s*([-+−])?\\s*(\\d{1,3}(?:[.,]\\d+)?)' +
    `(?:\\s*(${DEGREE}|:|\\s)\\s*(?:(\\d{1,2}(?:[.,]\\d+)?)(?:\\s*(?:${MINUTE}|:|\\s)\\s*(?:(\\d{1,2}(?:[.,]\\d+)?)\\s*(?:${SECOND})?)?)?)?)?` +
    '\\s*([NSEWÖOV])?$',
  'iu',
)

/** Reads an angle into `out`; a decimal comma is one whatever the file uses, for a text of one angle has no other commas. */
export function parseAngle(text: string, out: Angle): boolean {
  out.degrees = NaN
  out.axis = null
  out.sexagesimal = false
  const match = text.length > LONGEST ? null : PATTERN.exec(text.trim())
  if (!match) return false
  const [, before, sign, degreeText, mark, minuteText, secondText, after] = match
  if (before && after) return false
  const degrees = decimal(degreeText!)
  const minutes = decimal(minuteText ?? '0')
  const seconds = decimal(secondText ?? '0')
  if (minutes >= 60 || seconds >= 60) return false
  if (minuteText && !Number.isInteger(degrees)) return false
  if (secondText && !Number.isInteger(minutes)) return false
  const letter = (before ?? after)?.toUpperCase()
  const negative = sign !== undefined && sign !== '+'
  const southOrWest = letter === 'S' || letter === 'W' || letter === 'V'
  out.degrees = (negative !== southOrWest ? -1 : 1) * (degrees + minutes / 60 + seconds / 3600)
  out.axis = letter === undefined ? null : letter === 'N' || letter === 'S' ? 'lat' : 'lon'
  out.sexagesimal = minuteText !== undefined || (mark !== undefined && mark.trim() !== '')
  return true
}

function decimal(text: string): number {
  return Number(text.replace(',', '.'))
}
