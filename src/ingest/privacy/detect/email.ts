import { matches, type Span } from '../kinds.ts'

/** Characters before an @ are bounded (RFC 5321: 64), or a long cell without one would be searched in square time. */
const ADDRESS =
  /(?<![\p{L}\d._%+-])[\p{L}\d._%+-]{1,64}@(?:[\p{L}\d-]{1,63}\.){1,8}\p{L}{2,24}(?![\p{L}\d])/gu

/** E-mail addresses anywhere in a text. */
export function findEmails(text: string): Span[] {
  return text.includes('@') ? matches(ADDRESS, text) : []
}
