/** Words that running text has and labels lack. */
const RUNNING =
  /(?:^|[\s,])(?:har|hade|är|var|blev|blivit|uppger|uppgav|enligt|han|hon|hans|hennes|honom|henne|jag|vi|de|dem|inte|sedan|därefter|när|som|att|the|was|were|has|had|he|she|they)(?=[\s,.])/iu
const SENTENCE = /[.!?]\s+\p{Lu}|\p{L}[.!?]$/u

/** Words from which a cell is long: the longest labels of crime types are cut from running text by what they lack. */
const LONG_WORDS = 5

/** Whether a cell is running text: several words, with a sentence's end or the small words of one. */
export function isRunningText(text: string): boolean {
  const trimmed = text.trim()
  if (trimmed.length < 20) return false
  const words = trimmed.split(/\s+/).length
  if (words < LONG_WORDS) return false
  return SENTENCE.test(trimmed) || RUNNING.test(trimmed) || words >= 25
}

export function wordCount(text: string): number {
  return text.trim().split(/\s+/).length
}
