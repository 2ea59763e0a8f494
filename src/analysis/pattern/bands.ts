import { invalid } from '../argument.ts'

/** @throws RangeError unless the breaks are two or more, ascend strictly and start at 0 or above. */
export function requireBreaks(name: string, breaks: readonly number[]): void {
  if (breaks.length < 2 || !(breaks[0]! >= 0) || breaks.some((b, i) => i > 0 && !(b > breaks[i - 1]!)))
    throw invalid(name, `[${breaks.join(', ')}]`, 'two or more ascending breaks from 0 up')
}

/** Index of the band [a, b) that holds a value, −1 outside all. */
export function bandOf(value: number, breaks: readonly number[]): number {
  if (!(value >= breaks[0]!)) return -1
  for (let b = 1; b < breaks.length; b++) if (value < breaks[b]!) return b - 1
  return -1
}
