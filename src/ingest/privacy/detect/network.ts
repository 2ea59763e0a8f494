import { matches, type Span } from '../kinds.ts'
import { hasCheckDigit } from './identityNumber.ts'

const OCTET = '(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)'
const IPV4 = new RegExp(`(?<![\\p{L}\\d.])(?:${OCTET}\\.){3}${OCTET}(?![\\p{L}\\d]|\\.\\d)`, 'gu')

/** Fifteen digits, apart in one usual way or together. */
const IMEI = /(?<![\p{L}\d.,])\d{2}[ -]?\d{6}[ -]?\d{6}[ -]?\d(?![\p{L}\d]|[.,]\d)/gu

/** IP numbers (version 4) and IMEI numbers (by their check digit): they single out a subscription or a telephone. */
export function findNetworkNumbers(text: string): Span[] {
  const addresses = matches(IPV4, text)
  if (addresses.length > 0) return addresses
  return matches(IMEI, text, ([found]) => hasCheckDigit(found.replace(/\D/g, '')))
}
