import type { Span } from './kinds.ts'

/** What stands in place of something personal that was found in a cell that is kept. */
export const MASK = '•••'

/** The shape of a value, with no letter and no digit of it: `850101-1234` → `••••••-••••`. Long ones are cut. */
export function shapeOf(value: string): string {
  const shape = value.trim().replace(/[\p{L}\p{M}\p{N}]/gu, '•')
  return shape.length > 32 ? `${shape.slice(0, 31)}…` : shape
}

/** The text with every span replaced by {@link MASK}; spans may touch and overlap. */
export function withoutSpans(text: string, spans: readonly Span[]): string {
  if (spans.length === 0) return text
  const ordered = [...spans].sort((a, b) => a.start - b.start)
  let out = ''
  let at = 0
  for (const { start, end } of ordered) {
    if (end <= at) continue
    out += text.slice(at, Math.max(at, start)) + (start >= at ? MASK : '')
    at = end
  }
  return out + text.slice(at)
}
