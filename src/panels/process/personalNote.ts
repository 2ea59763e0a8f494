import { SvelteSet } from 'svelte/reactivity'

/** What a person has been asked about and let stand, until the page is closed. */
export const letStand = new SvelteSet<string>()

/** Stands where something has been taken out. */
const TAKEN_OUT = '…'

/** The text with each of these taken out, and nothing else of it lost. */
export function without(text: string, found: readonly string[]): string {
  // The longest first: a full name before the first name in it.
  const longest = found.filter(Boolean).sort((a, b) => b.length - a.length)
  return longest.reduce((left, one) => left.replaceAll(one, TAKEN_OUT), text)
}
