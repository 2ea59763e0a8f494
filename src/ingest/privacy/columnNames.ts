import type { PrivacyKind } from './kinds.ts'

/** Column names, folded by `foldLabel`, that speak for a kind. They add weight to what the cells show and prove nothing alone. */
const HINTS: readonly (readonly [PrivacyKind, RegExp])[] = [
  ['identityNumber', /person ?(nummer|nr)|(^| )(pnr|ssn)( |$)|samordningsn|identity number|social security/],
  [
    'name',
    /(^| )(for ?namn|efter ?namn|first ?name|last ?name|surname|full ?name|anmalare|handlaggare|kontaktperson|utredare|agare|officer|owner)( |$)|malsagande|misstankt|gar?ningsman|vittne|brottsoffer|suspect|victim|witness|offender|personnamn/,
  ],
  ['phone', /telefon|(^| )(tel|tfn|mobil)( |$)|mobilnummer|phone/],
  ['email', /(^| )e ?post|mail/],
  ['plate', /reg ?nr|registreringsn|license plate|number plate/],
  ['address', /adress|address/],
  [
    'freeText',
    /fritext|anteckning|kommentar|handelseforlopp|notering|beskrivning|fri text|narrative|comment|description|notes/,
  ],
  ['birthDate', /fodelse|(^| )fodd( |$)|birth|(^| )dob( |$)/],
]

/** Columns of a house's number, apart from its street: together they are an address. */
const HOUSE_NUMBER = /(^| )(hus ?(nr|nummer)|gatu ?(nr|nummer)|adress ?(nr|nummer)|house ?(no|number))( |$)/

/** Names that a column of persons may have, and a column of places as well. */
const NAMED = /(^| )(namn|name|person)( |$)/

/** Columns of a person's part in a case. */
const PART_IN_CASE =
  /malsagande|misstankt|gar?ningsman|gar?ningsperson|brottsoffer|vittne|suspect|victim|offender|perpetrator|witness/

export function hintsOf(foldedName: string): ReadonlySet<PrivacyKind> {
  return new Set(HINTS.filter(([, pattern]) => pattern.test(foldedName)).map(([kind]) => kind))
}

export function isHouseNumber(foldedName: string): boolean {
  return HOUSE_NUMBER.test(foldedName)
}

export function isCalledName(foldedName: string): boolean {
  return NAMED.test(foldedName)
}

/** Whether a column is called after the suspect, the injured party, the victim or a witness. */
export function isPartInCase(foldedName: string): boolean {
  return PART_IN_CASE.test(foldedName)
}
