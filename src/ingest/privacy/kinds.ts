/** What may be personal in a column, by content; the words stand in the catalogue `privacy.kinds`. */
export const PRIVACY_KINDS = [
  'identityNumber',
  'name',
  'phone',
  'email',
  'plate',
  'address',
  'freeText',
  'birthDate',
  'network',
  'caseNumber',
] as const
export type PrivacyKind = (typeof PRIVACY_KINDS)[number]

/** Characters [start, end) of a text. */
export interface Span {
  start: number
  end: number
}

/** Finds one kind in a text: every place where it stands, in order, without overlaps. */
export type Find = (text: string) => Span[]

/** Places of all matches of a global pattern that `holds`. */
export function matches(
  pattern: RegExp,
  text: string,
  holds: (match: RegExpExecArray) => boolean = () => true,
): Span[] {
  const found: Span[] = []
  pattern.lastIndex = 0
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    if (holds(match)) found.push({ start: match.index, end: match.index + match[0].length })
    if (match[0] === '') pattern.lastIndex++
  }
  return found
}
