import type { Readings } from '../readings.svelte.ts'

/** The period as it stands inside a sentence, after the noun: " jan–apr 2025"; empty where no date is known. */
export function periodOf({ counts, f }: Readings): string {
  return counts?.period ? ` ${f.period(counts.period)}` : ''
}
