import type { Rgb, ThemeTokens } from '../../src/ui/theme.ts'

/** A theme whose colours can be told apart: every channel its own number. */
export function tokens(theme: 'light' | 'dark' = 'light'): ThemeTokens {
  let next = 0
  const colour = (): Rgb => [next++ % 256, 100, 200]
  const series = (length: number) => Array.from({ length }, colour)
  const names = [
    ...['bg', 'panel', 'card', 'ink', 'ink2', 'ink3', 'line', 'line2', 'accent', 'accentBg', 'onAccent'],
    ...['bar', 'barCompare', 'fill', 'warn', 'unsafe', 'safe', 'amountEdge'],
  ]
  const map = ['ground', 'street', 'block', 'building', 'water', 'park', 'rail', 'labelStreet', 'labelPlace']
  return {
    ...Object.fromEntries(names.map((name) => [name, colour()])),
    theme,
    amount: series(6),
    diverging: series(7),
    amountOpacity: 0.8,
    category: series(8),
    map: Object.fromEntries([...map, 'labelWater', 'halo'].map((name) => [name, colour()])),
  } as unknown as ThemeTokens
}
