import { matches, type Span } from '../kinds.ts'

/** The police's own: 5000-K123456-25, 0201-K12345-24, K-number alone; or a diarienummer, A123.456/2025. */
const WRITTEN =
  /(?<![\p{L}\d])(?:(?:\d{4}-)?K\d{3,8}-\d{2,4}|[A-Z]{1,4} ?\d{2,4}[.-]?\d{0,4}[-/](?:19|20)\d\d|(?:19|20)\d\d[/-]\d{3,7})(?![\p{L}\d-])/gu

/** Numbers of a report or a case, which lead whoever has the police's register to its persons, and nobody else. */
export function findCaseNumbers(text: string): Span[] {
  return matches(WRITTEN, text)
}
