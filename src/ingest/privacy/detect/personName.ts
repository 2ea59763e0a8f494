import type { Span } from '../kinds.ts'
import { FIRST_NAMES, LAST_NAMES } from './nameLists.ts'

/** Words with capitals that stand side by side, as names do; a comma parts last name from first. */
const RUN = /(?<![\p{L}\d])\p{Lu}[\p{L}'’-]+(?:,? \p{Lu}[\p{L}'’-]+)+(?![\p{L}\d])/gu
const WORD = /[\p{L}'’-]+/gu

/** What follows a name where it names a street, a square, a school: "Karl Johans gata", "Anna Lindhs plats". */
const PLACE_AFTER =
  /^s? ?(?:gata|gatan|väg|vägen|gränd|torg|torget|plats|platsen|park|parken|allé|allén|stig|stigen|backe|backen|plan|led|skola|skolan|kyrka|kyrkan|kyrkogård|församling|sjukhus|gymnasium|gymnasiet|terminalen|bro|bron|hus|gård|staty|museum|minne|barnsjukhus)(?!\p{L})/iu
const PLACE_WORD =
  /(?:gata|gatan|gatans|vägen|gränden|torget|torg|skolan|skola|parken|platsen|plats|kyrkan|kyrka|allén|allé|stigen|backen|leden|bron|hamnen|station|sjukhus|sjukhuset|gården|kommun|stad|staden|terminalen|församling)$/iu

/** Endings of Swedish family names that are taken for one after a known first name. */
const FAMILY_ENDING =
  /.(?:sson|ström|berg|gren|qvist|kvist|quist|lund|stedt|strand|dahl|blad|feldt|crantz|hjelm|holm|mark|mann|ović|ovic|oglu|zadeh)$/u

/**
 * Full names (first and last, either order) anywhere in a text. Streets, squares and schools that carry a person's name are none.
 */
export function findNames(text: string): Span[] {
  const found: Span[] = []
  const readable = asWritten(text)
  RUN.lastIndex = 0
  for (let run = RUN.exec(readable); run; run = RUN.exec(readable)) {
    const words = [...run[0].matchAll(WORD)]
    const after = readable.slice(run.index + run[0].length)
    if (PLACE_AFTER.test(after) || words.some(([word]) => PLACE_WORD.test(word))) continue
    const person = words.findIndex(
      ([word], i) => i + 1 < words.length && isPair(word.toLowerCase(), words[i + 1][0].toLowerCase()),
    )
    if (person < 0) continue
    const last = words[words.length - 1]
    found.push({
      start: run.index + words[person].index,
      end: run.index + last.index + last[0].length,
    })
  }
  return found
}

/** Whether every word of a whole cell is a common first or last name: a column of them holds names apart. */
export function isOfNames(text: string): boolean {
  const words = text.trim().toLowerCase().match(WORD)
  return words !== null && words.length <= 3 && words.every((word) => isFirst(word) || isLast(word))
}

/** Whether a cell is one to four words of letters with capitals: names look like that, and so does much else. */
export function looksLikeName(text: string): boolean {
  const trimmed = text.trim()
  return (
    /^\p{Lu}[\p{L}'’.-]+(?:,? (?:(?:von|af|de|van|al|el|der|bin) )?\p{Lu}[\p{L}'’.-]*){0,3}$/u.test(
      trimmed,
    ) &&
    !trimmed.split(' ').some((word) => PLACE_WORD.test(word)) &&
    !/\p{Lu}{6,}_/u.test(trimmed)
  )
}

export function isFirst(word: string): boolean {
  return (
    FIRST_NAMES.has(word) || (word.includes('-') && word.split('-').every((part) => FIRST_NAMES.has(part)))
  )
}

export function isLast(word: string): boolean {
  return LAST_NAMES.has(word) || (word.length > 6 && word.endsWith('sson'))
}

function isPair(word: string, next: string): boolean {
  if (isFirst(word) && (isLast(next) || FAMILY_ENDING.test(next))) return true
  return isLast(word) && isFirst(next)
}

/** A cell all in small letters is read as if it were written properly: no other capitals tell where a name begins. */
function asWritten(text: string): string {
  if (text.length > 60 || /\p{Lu}/u.test(text)) return text
  const words = text.split(' ')
  return words.length > 4 ? text : words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join(' ')
}
