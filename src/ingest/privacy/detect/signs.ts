/** What kinds of characters a text has: says in one pass which detectors need not look. */
export interface Signs {
  digits: number
  letters: number
  capitals: number
  at: boolean
}

export function signsOf(text: string): Signs {
  const signs: Signs = { digits: 0, letters: 0, capitals: 0, at: false }
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code >= 48 && code <= 57) signs.digits++
    else if (code === 64) signs.at = true
    else if ((code >= 65 && code <= 90) || (code >= 0xc0 && code <= 0xde)) {
      signs.capitals++
      signs.letters++
    } else if ((code >= 97 && code <= 122) || code >= 0xdf) signs.letters++
  }
  return signs
}
