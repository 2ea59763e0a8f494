import type { ColumnProfile } from '../columnProfile.ts'
import { isMissing } from '../numbers.ts'
import { looksLikeAddress, parseAddress, STREET_ENDING, type Address } from './address.ts'

/** Where an address stands in a table; column numbers count from 0. */
export interface AddressColumns {
  /** The street's name, or the whole address where `number` is null. */
  street: number
  number: number | null
  letter: number | null
  postalCode: number | null
  town: number | null
}

const STREET = /gatunamn|(^| )gata( |$)|street|adressomrade|vagnamn|gatuadress|gata/
const ADDRESS = /adress|address/
const NUMBER = /husnr|husnummer|gatunr|gatunummer|adressplats|house ?n|(^| )(nummer|nr)( |$)/
const LETTER = /bokstav|littera|letter/
const POSTAL = /postnr|postnummer|postkod|zip|post ?code/
const TOWN = /postort|(^| )(ort|town|city|stad|tatort)( |$)|kommunnamn|(^| )kommun( |$)/

/** The columns of a table's addresses by names and contents; null where no column holds any. */
export function proposeAddressColumns(profiles: readonly ColumnProfile[]): AddressColumns | null {
  const filled = profiles.filter(({ texts }) => texts.length > 0)
  const share = (profile: ColumnProfile, holds: (text: string) => boolean) =>
    profile.texts.filter(holds).length / profile.texts.length
  const named = (pattern: RegExp, holds: (profile: ColumnProfile) => boolean) =>
    filled.find((profile) => pattern.test(profile.name) && holds(profile))?.index ?? null
  const words = (profile: ColumnProfile) => profile.numeric < 0.3
  const rest = {
    letter: named(LETTER, (profile) => share(profile, (text) => /^\p{L}$/u.test(text)) > 0.5),
    postalCode: named(POSTAL, (profile) => share(profile, (text) => /^\d{3}\s?\d{2}$/.test(text)) > 0.5),
    town: named(TOWN, words),
  }
  const whole = best(filled, (profile) => {
    const addresses = share(profile, looksLikeAddress)
    return addresses >= 0.3 ? addresses + (ADDRESS.test(profile.name) ? 0.5 : 0) : 0
  })
  if (whole) return { street: whole.index, number: null, ...rest }
  const street = best(filled.filter(words), (profile) => {
    const streets = share(profile, (text) => STREET_ENDING.test(text))
    return streets >= 0.3 ? streets + (STREET.test(profile.name) ? 0.5 : 0) : 0
  })
  if (!street) return null
  const houses = (profile: ColumnProfile) => share(profile, (text) => /^\d{1,4}\s*\p{L}?$/u.test(text)) > 0.6
  return { street: street.index, number: named(NUMBER, houses), ...rest }
}

/** The columns that an address stands in. */
export function addressColumnsOf(columns: AddressColumns): number[] {
  const { street, number, letter, postalCode, town } = columns
  return [street, number, letter, postalCode, town].filter((column) => column !== null)
}

/** The address of a row; null where it has none. */
export function readAddress(cells: readonly string[], columns: AddressColumns): Address | null {
  const text = (column: number | null) => {
    const cell = column === null ? '' : (cells[column] ?? '').trim()
    return isMissing(cell) ? '' : cell
  }
  const street = text(columns.street)
  if (street === '') return null
  const house = `${text(columns.number)}${text(columns.letter)}`
  const address = parseAddress(columns.number === null ? street : `${street} ${house}`)
  if (columns.number === null && columns.letter !== null && address.letter === '')
    address.letter = text(columns.letter).toUpperCase()
  const postalCode = Number(text(columns.postalCode).replace(/\D/g, ''))
  if (postalCode >= 10_000 && postalCode <= 99_999) address.postalCode = postalCode
  if (columns.town !== null) address.town = text(columns.town)
  return address
}

function best(
  profiles: readonly ColumnProfile[],
  score: (profile: ColumnProfile) => number,
): ColumnProfile | null {
  let found: ColumnProfile | null = null
  let most = 0
  for (const profile of profiles) {
    const points = score(profile)
    if (points > most) [found, most] = [profile, points]
  }
  return found
}
