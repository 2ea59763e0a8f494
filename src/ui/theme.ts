/** The theme, and the tokens as figures for what CSS does not reach: map layers and exported pictures. */

export type Theme = 'light' | 'dark'

/** Red, green, blue, 0-255. */
export type Rgb = [number, number, number]

export interface ThemeTokens {
  theme: Theme
  bg: Rgb
  panel: Rgb
  card: Rgb
  ink: Rgb
  ink2: Rgb
  ink3: Rgb
  line: Rgb
  line2: Rgb
  accent: Rgb
  accentBg: Rgb
  onAccent: Rgb
  bar: Rgb
  barCompare: Rgb
  fill: Rgb
  warn: Rgb
  unsafe: Rgb
  safe: Rgb
  /** Six classes, least first. */
  amount: Rgb[]
  amountEdge: Rgb
  /** Seven classes of a difference: from much less to much more, the neutral one in the middle. */
  diverging: Rgb[]
  /** Opacity of an amount layer as one group. */
  amountOpacity: number
  /** By category number; 0 = unclassified. */
  category: Rgb[]
  map: {
    ground: Rgb
    street: Rgb
    block: Rgb
    building: Rgb
    water: Rgb
    park: Rgb
    rail: Rgb
    labelStreet: Rgb
    labelPlace: Rgb
    labelWater: Rgb
    halo: Rgb
  }
}

/**
 * Channels of a computed colour: `rgb(1, 2, 3)`, `rgb(1 2 3 / .5)` or `color(srgb .1 .2 .3)`. The alpha is left out.
 * @throws RangeError where the text is no such colour
 */
export function parseColour(text: string): Rgb {
  const match = /^(rgba?|color)\((?:srgb )?\s*([^)]*)\)$/.exec(text.trim())
  const numbers = match?.[2].split(/[\s,/]+/).map(Number) ?? []
  if (!match || numbers.length < 3 || numbers.slice(0, 3).some(Number.isNaN))
    throw new RangeError(`not a computed colour: ${text}`)
  const factor = match[1] === 'color' ? 255 : 1
  const channel = (value: number) => Math.min(255, Math.max(0, Math.round(value * factor)))
  return [channel(numbers[0]), channel(numbers[1]), channel(numbers[2])]
}

/** `#rrggbb` of three channels. */
export function hexOf(colour: Rgb): string {
  return `#${colour.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`
}

/** The theme on screen now. */
export function currentTheme(): Theme {
  const chosen = document.documentElement.dataset.theme
  if (chosen === 'light' || chosen === 'dark') return chosen
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'
}

/** Chooses the theme; null follows the system. */
export function chooseTheme(theme: Theme | null): void {
  if (theme) document.documentElement.dataset.theme = theme
  else delete document.documentElement.dataset.theme
}

/** Calls back after each change of theme, by choice or by the system. Returns the way to stop. */
export function onThemeChange(callback: (theme: Theme) => void): () => void {
  const media = matchMedia('(prefers-color-scheme: dark)')
  let last = currentTheme()
  const check = () => {
    const now = currentTheme()
    if (now === last) return
    last = now
    callback(now)
  }
  const observer = new MutationObserver(check)
  observer.observe(document.documentElement, { attributeFilter: ['data-theme'] })
  media.addEventListener('change', check)
  return () => {
    observer.disconnect()
    media.removeEventListener('change', check)
  }
}

/** All tokens as the page shows them now; read again after a change of theme. */
export function readTokens(): ThemeTokens {
  const probe = document.createElement('span')
  probe.hidden = true
  document.body.append(probe)
  const style = getComputedStyle(probe)
  const colour = (name: string): Rgb => {
    probe.style.color = `var(--${name})`
    return parseColour(style.color)
  }
  const series = (name: string, from: number, to: number) =>
    Array.from({ length: to - from + 1 }, (_, index) => colour(`${name}-${from + index}`))
  try {
    return {
      theme: currentTheme(),
      bg: colour('bg'),
      panel: colour('panel'),
      card: colour('card'),
      ink: colour('ink'),
      ink2: colour('ink2'),
      ink3: colour('ink3'),
      line: colour('line'),
      line2: colour('line2'),
      accent: colour('accent'),
      accentBg: colour('accent-bg'),
      onAccent: colour('on-accent'),
      bar: colour('bar'),
      barCompare: colour('bar-compare'),
      fill: colour('fill'),
      warn: colour('warn'),
      unsafe: colour('unsafe'),
      safe: colour('safe'),
      amount: series('amount', 1, 6),
      amountEdge: colour('amount-edge'),
      diverging: series('diverging', 1, 7),
      amountOpacity: Number(style.getPropertyValue('--amount-opacity')),
      category: series('category', 0, 7),
      map: {
        ground: colour('map-ground'),
        street: colour('map-street'),
        block: colour('map-block'),
        building: colour('map-building'),
        water: colour('map-water'),
        park: colour('map-park'),
        rail: colour('map-rail'),
        labelStreet: colour('map-label-street'),
        labelPlace: colour('map-label-place'),
        labelWater: colour('map-label-water'),
        halo: colour('map-halo'),
      },
    }
  } finally {
    probe.remove()
  }
}
