/**
 * Index that an arrow, Home or End key leads to in a row or column of `count` choices, wrapping round and passing over
 * the disabled ones; null where the key does not move.
 */
export function rovingIndex(
  key: string,
  index: number,
  count: number,
  isDisabled: (index: number) => boolean = () => false,
): number | null {
  const steps: Record<string, [start: number, step: number]> = {
    ArrowRight: [index, 1],
    ArrowDown: [index, 1],
    ArrowLeft: [index, -1],
    ArrowUp: [index, -1],
    Home: [-1, 1],
    End: [count, -1],
  }
  const move = steps[key]
  if (!move) return null
  let next = move[0]
  for (let tries = 0; tries < count; tries++) {
    next = (next + move[1] + count) % count
    if (!isDisabled(next)) return next
  }
  return null
}
