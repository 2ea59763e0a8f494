/** An address as people write it, taken apart; '' and 0 where a part is missing. */
export interface Address {
  /** The street's name as written. */
  street: string
  number: number
  /** Upper end of `12-14`; 0 where there is none. */
  upTo: number
  /** Capital letter of `12 A`. */
  letter: string
  /** Five figures. */
  postalCode: number
  town: string
}

/** A longer text is no address, and is not searched for one. */
const LONGEST = 200
const HOUSE =
  /^(.*?[\p{L}.)])[\s,]+(?:nr\.?\s*)?(\d{1,4})(?:\s*[-–/]\s*(\d{1,4}))?(?:\s*([A-Za-zÅÄÖåäö])(?![\p{L}\d]))?(.*)$/u
const POSTAL = /(?:^|[\s,])(?:SE?-?)?(\d{3})\s?(\d{2})(?:\s+([\p{L}][\p{L}\s.-]*))?\s*$/u
/** What stands after a house number and is no town. */
const WITHIN_THE_HOUSE = /^(lgh|lag|läg|tr|trappor|vån|våning|bv|nb|ög|uppg|port|hus|rum|c\/o|plan)\b/iu

/** Takes `Storgatan 12 A lgh 1101, 211 34 Malmö` apart. */
export function parseAddress(text: string): Address {
  const address: Address = { street: '', number: 0, upTo: 0, letter: '', postalCode: 0, town: '' }
  if (text.length > LONGEST) return address
  let rest = text.replace(/\s+/g, ' ').trim()
  const postal = POSTAL.exec(rest)
  if (postal && Number(postal[1]) >= 100) {
    address.postalCode = Number(postal[1]! + postal[2]!)
    address.town = (postal[3] ?? '').trim()
    rest = rest.slice(0, postal.index)
  }
  const house = HOUSE.exec(rest)
  const parts = rest.split(',').map((part) => part.trim())
  if (!house) {
    address.street = parts[0]!
    if (address.town === '' && parts.length > 1) address.town = parts.at(-1)!
    return address
  }
  address.street = house[1]!.split(',').at(-1)!.trim()
  address.number = Number(house[2])
  address.upTo = Number(house[3] ?? 0)
  address.letter = (house[4] ?? '').toUpperCase()
  const last = house[5]!.includes(',') ? house[5]!.split(',').at(-1)!.trim() : ''
  if (address.town === '' && /^\p{L}/u.test(last) && !WITHIN_THE_HOUSE.test(last)) address.town = last
  return address
}

/** Whether a text ends as Swedish street names do and has a house number: what tells an address from other texts. */
export function looksLikeAddress(text: string): boolean {
  const { street, number } = parseAddress(text)
  return number > 0 && STREET_ENDING.test(street)
}

export const STREET_ENDING =
  /(gata|gatan|gat|gt|g\.|väg|vägen|v\.|gränd|gränden|stig|stigen|allé|allén|plan|plats|platsen|torg|torget|backe|backen|led|leden|kaj|kajen|ringen|esplanaden|bulevarden|promenaden|slingan|stråket)$/iu

const PREFIXES: readonly (readonly [RegExp, string])[] = [
  [/^(s:t|s:ta|st:|s:t\.|sankta?)\s*/, 'sankt'],
  [/^(n\.|n|norra) ?(?=\p{L}{3})/u, 'norra'],
  [/^(s\.|s|södra) ?(?=\p{L}{3})/u, 'södra'],
  [/^(ö\.|ö|östra) ?(?=\p{L}{3})/u, 'östra'],
  [/^(v\.|v|västra) ?(?=\p{L}{3})/u, 'västra'],
  [/^(l:a|lilla) /, 'lilla'],
  [/^(st:a|stora) /, 'stora'],
  [/^(g:a|gamla) /, 'gamla'],
  [/^(1:a|första) /, 'första'],
  [/^(2:a|andra) /, 'andra'],
  [/^(3:e|tredje) /, 'tredje'],
]

const ENDINGS: readonly (readonly [RegExp, readonly string[]])[] = [
  [/ ?(g|gt|gat|gata)\.?$/, ['gatan']],
  [/ ?(v|vg|väg)\.?$/, ['vägen', 'väg']],
  [/ ?(gr|gränd)\.?$/, ['gränd', 'gränden']],
  [/ ?(pl|plats)\.?$/, ['plats', 'platsen', 'plan']],
  [/ ?(t|tg|torg)\.?$/, ['torg', 'torget']],
  [/ ?(al|all|alle|allé)\.?$/, ['allé', 'allén', 'alle', 'allen']],
  [/ ?(st|stig)\.?$/, ['stigen', 'stig']],
]

/** The name by which streets are compared: lower case, no blanks and points, é as e; directions and saints written out. */
export function streetKey(street: string): string {
  let name = street
    .normalize('NFC')
    .toLowerCase()
    .replace(/[éèêë]/g, 'e')
    .replace(/[-–_]/g, ' ')
  name = name.replace(/\s+/g, ' ').trim()
  for (const [pattern, whole] of PREFIXES) {
    // A lone letter is a direction only where a blank or a point follows it.
    if (!/^(s:t|s:ta|st:|l:a|st:a|g:a|1:a|2:a|3:e|\p{L}+[ .])/u.test(name)) break
    if (!pattern.test(name)) continue
    const [first] = pattern.exec(name)!
    if (/^\p{L}$/u.test(first.trim()) && !/[ .]$/.test(first)) continue
    name = whole + name.slice(first.length)
    break
  }
  return name.replace(/[\s.,'’]/g, '')
}

/** The keys a street may be meant by, the one that is written first: `Storg.` may be `Storgatan`. */
export function streetKeys(street: string): string[] {
  const plain = streetKey(street)
  const name = street.toLowerCase().trim()
  const keys = [plain]
  for (const [pattern, endings] of ENDINGS) {
    if (!pattern.test(name)) continue
    const stem = streetKey(name.replace(pattern, ''))
    if (stem.length >= 3) keys.push(...endings.map((ending) => stem + ending.replace('é', 'e')))
  }
  return [...new Set(keys)]
}

/** `MALMÖ`, `Malmö kommun` and `Malmö` are one town. */
export function townKey(town: string): string {
  return town
    .normalize('NFC')
    .toLowerCase()
    .replace(/\b(kommun|stad|city)\b/g, '')
    .replace(/[^\p{L}]/gu, '')
}
