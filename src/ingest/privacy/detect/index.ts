import type { PrivacyKind, Span } from '../kinds.ts'
import { findCaseNumbers } from './caseNumber.ts'
import { findEmails } from './email.ts'
import { findIdentityNumbers } from './identityNumber.ts'
import { findNetworkNumbers } from './network.ts'
import { findNames } from './personName.ts'
import { findPhones } from './phone.ts'
import { findPlates } from './plate.ts'
import type { Signs } from './signs.ts'
import { findStreetAddresses } from './streetAddress.ts'

/** A kind that stands at a place in a text, and what a text must have at least for it to be there. */
export interface Detector {
  kind: PrivacyKind
  find: (text: string) => Span[]
  possible: (signs: Signs, text: string) => boolean
}

/** In the order in which they claim characters: a personnummer is no phone number. */
export const DETECTORS: readonly Detector[] = [
  { kind: 'identityNumber', find: findIdentityNumbers, possible: ({ digits }) => digits >= 10 },
  { kind: 'email', find: findEmails, possible: ({ at }) => at },
  { kind: 'phone', find: findPhones, possible: ({ digits }) => digits >= 8 },
  { kind: 'plate', find: findPlates, possible: ({ digits, capitals }) => digits >= 2 && capitals >= 3 },
  {
    kind: 'address',
    find: findStreetAddresses,
    possible: ({ digits, letters }) => digits >= 1 && letters >= 3,
  },
  { kind: 'name', find: findNames, possible: ({ letters }, text) => letters >= 6 && text.includes(' ') },
  { kind: 'network', find: findNetworkNumbers, possible: ({ digits }) => digits >= 4 },
  { kind: 'caseNumber', find: findCaseNumbers, possible: ({ digits }) => digits >= 5 },
]

/** Every kind in a text with its places; characters belong to the first detector that claims them. */
export function findAll(text: string, signs: Signs): Map<PrivacyKind, Span[]> {
  const found = new Map<PrivacyKind, Span[]>()
  const claimed: Span[] = []
  for (const { kind, find, possible } of DETECTORS) {
    if (!possible(signs, text)) continue
    const own = find(text).filter((span) => !claimed.some((c) => span.start < c.end && c.start < span.end))
    if (own.length === 0) continue
    found.set(kind, own)
    claimed.push(...own)
  }
  return found
}
