/** How many took part, by a cell: a number, or names that are counted and then forgotten. */
export interface CountedParticipants {
  count: number
  /** They stood there by name. */
  named: boolean
}

const BETWEEN = /[;,\n/&]|\s+(?:och|samt|and)\s+/

export function countParticipants(cell: string): CountedParticipants | null {
  const text = cell.trim()
  if (text === '') return null
  const number = /^(?:ca\.?\s*)?(\d{1,4})(?:\s*(?:st|personer|deltagare|people))?\.?$/i.exec(text)
  if (number) return { count: Number(number[1]), named: false }
  const names = text.split(BETWEEN).filter((part) => /\p{L}/u.test(part))
  return names.length > 0 ? { count: names.length, named: true } : null
}
