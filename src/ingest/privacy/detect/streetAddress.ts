import { matches, type Span } from '../kinds.ts'

/** A word that ends as streets do, or a name and a street's own word; then a number, with a letter where there is one. */
const SWEDISH =
  /(?<![\p{L}\d])(?:(\p{L}[\p{L}'´-]{1,40}?)(?:gatan|gata|vägen|väg|gränden|gränd|torget|stigen|stig|allén|allé|backen|leden|kajen|esplanaden|ringen|slingan|kroken|promenaden|svängen|gården|parken|platsen|liden|stråket)|\p{Lu}[\p{L}.'´-]{1,40} (?:gata|väg|gränd|torg|stig|allé|backe|plats|park|led|plan|gård))\s{1,3}(?:nr\.? ?)?\d{1,4}(?:\s?[-–/]\s?\d{1,4})?(?: ?[A-Ha-h](?![\p{L}\d]))?(?![\p{L}\d]|[.,:]\d)/gu

/** Words that end alike and are numbered, but are no streets. */
const NUMBERED =
  /^(?:riks|europa|läns|motor|cykel|gång|håll|parkerings|arbets|last|mötes|rast|lek|uppställnings|om)$/i

/** 12 Main Street. */
const ENGLISH =
  /(?<![\p{L}\d])\d{1,5}[A-Za-z]? (?:(?:[NSEW]|North|South|East|West)\.? )?(?:[A-Z0-9][\p{L}\d'.-]{0,30} ){1,3}(?:Street|St|Avenue|Ave|Road|Rd|Boulevard|Blvd|Drive|Dr|Lane|Ln|Court|Ct|Way|Place|Pl)(?![\p{L}\d])/gu

/** Streets with a number, which single out a home; a street's name alone does not. */
export function findStreetAddresses(text: string): Span[] {
  const swedish = matches(SWEDISH, text, ([, stem]) => stem === undefined || !NUMBERED.test(stem))
  return swedish.length > 0 ? swedish : matches(ENGLISH, text)
}
