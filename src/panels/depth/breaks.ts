/** Most bands: more would be more tests than pairs. */
const MOST = 6

/** Breaks as a person writes them, "1, 100, 200": whole, ascending, above 0; null where they are not. */
export function parseBreaks(text: string): number[] | null {
  const parts = text.split(/[\s,;–-]+/).filter(Boolean)
  const breaks = parts.map(Number)
  const good = breaks.every(
    (value, i) => Number.isSafeInteger(value) && value > (breaks[i - 1] ?? 0) && /^\d+$/.test(parts[i]),
  )
  return good && breaks.length >= 1 && breaks.length <= MOST ? breaks : null
}
