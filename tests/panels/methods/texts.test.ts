import { describe, expect, it } from 'vitest'
import { giStarGrid, midnightSpike } from '../../../src/analysis/index.ts'
import { en } from '../../../src/i18n/en.ts'
import type { MethodTexts } from '../../../src/i18n/sv/methodCards/texts.ts'
import { sv } from '../../../src/i18n/sv.ts'
import { FORMULAS } from '../../../src/panels/methods/formulas.ts'
import { METHOD_IDS } from '../../../src/panels/methods/methodIds.ts'
import { plainSymbol } from '../../../src/panels/methods/plainSymbol.ts'
import { SOURCES } from '../../../src/panels/methods/sources.ts'
import { FEW } from '../../../src/state/change.ts'
import { defaultBandwidth, surfaceCell } from '../../../src/workers/engine/extent.ts'

const LANGUAGES = { sv, en }
/** Names that are the same in both languages. */
const NAMES = ['Gi*', 'CUSUM', 'E-test', 'WDD', 'WDQ']

const sentences = ({ title, question, terms, unit, defaults, reading, notWhen }: MethodTexts) => [
  title,
  question,
  ...terms,
  unit,
  defaults,
  reading,
  ...notWhen,
]

/** Figures in a text, whatever the language's signs: "1 000" and "1,000" are 1000, "0,05" and "0.05" are 0.05. */
function figures(text: string, language: 'sv' | 'en'): number[] {
  const written = text.match(/\u2212?\d+(?:[ \u00a0,.]\d+)*/g) ?? []
  return written
    .map((figure) => {
      const plain = figure.replace('\u2212', '-')
      return Number(
        language === 'sv'
          ? plain.replace(/[ \u00a0]/g, '').replace(',', '.')
          : plain.replace(/[ \u00a0,]/g, ''),
      )
    })
    .sort((a, b) => a - b)
}

it('has a card for every method and no other', () => {
  for (const { methods } of Object.values(LANGUAGES))
    expect(Object.keys(methods.cards).sort()).toEqual([...METHOD_IDS].sort())
})

describe.each(METHOD_IDS)('%s', (id) => {
  const cards = { sv: sv.methods.cards[id], en: en.methods.cards[id] }

  it.each(['sv', 'en'] as const)('is complete in %s', (language) => {
    const card = cards[language]
    for (const text of sentences(card)) expect(text.trim()).not.toBe('')
    expect(card.question).toMatch(/^\p{Lu}.*\?$/u)
    expect(card.terms).toHaveLength(FORMULAS[id].symbols.length)
    for (const text of [card.unit, card.defaults, card.reading]) expect(text).toMatch(/^[\p{Lu}\dqzp].*\.$/u)
    expect(card.notWhen.length).toBeGreaterThanOrEqual(2)
    expect(card.notWhen.length).toBeLessThanOrEqual(4)
    for (const warning of card.notWhen) expect(warning).toMatch(/^\P{Lu}.*[^.]$|^(PAI|Scott)/u)
    expect(sentences(card).join(' ')).not.toMatch(/!|undefined|NaN| {2}/)
  })

  it('is translated, with the same figures', () => {
    const [swedish, english] = [sentences(cards.sv), sentences(cards.en)]
    expect(english).toHaveLength(swedish.length)
    swedish.forEach((text, i) => {
      if (!NAMES.includes(text) && !/^[\d,.]+$/.test(text)) expect(english[i]).not.toBe(text)
      expect(figures(english[i]!, 'en'), english[i]).toEqual(figures(text, 'sv'))
    })
    expect(english.join(' ')).not.toMatch(/[åäöÅÄÖ]/)
  })

  it('names a source with its year, and symbols that can be read aloud', () => {
    expect(SOURCES[id].length).toBeGreaterThan(0)
    for (const source of SOURCES[id]) expect(source).toMatch(/\((19|20)\d\d\)|^Esri\./)
    for (const symbol of FORMULAS[id].symbols) expect(plainSymbol(symbol)).not.toMatch(/[\\{}_^]|^\s*$/)
  })
})

describe('what the cards say of the product is what it does', () => {
  const { cards } = sv.methods

  it('150 m for a town of 4.5 km, in steps of 50 m, between 100 and 1 000 m', () => {
    const square = (side: number) => ({ minX: 0, minY: 0, maxX: side, maxY: side })
    expect(defaultBandwidth(square(4_500))).toBe(150)
    expect(defaultBandwidth(square(10))).toBe(100)
    expect(defaultBandwidth(square(1e6))).toBe(1_000)
    expect(defaultBandwidth(square(20_000))).toBe(Math.round((150 * Math.sqrt(20_000 / 4_500)) / 50) * 50)
    expect(figures(cards.bandwidth.defaults, 'sv')).toEqual([4.5, 50, 100, 150, 1000])
  })

  it('a cell of a fifth of the bandwidth, at least 10 m', () => {
    const town = { minX: 0, minY: 0, maxX: 4_500, maxY: 4_500 }
    expect(surfaceCell(150, town)).toBe(30)
    expect(surfaceCell(30, town)).toBe(10)
    expect(cards.kernelDensity.defaults).toContain('en femtedel av bandbredden, minst 10\u00a0m')
  })

  it('cells of Gi* of twice the bandwidth, at least 200 m', () => {
    const points = { x: [0, 900, 450], y: [0, 900, 300] }
    expect(giStarGrid(points, { bandwidth: 150 }).grid.cellSize).toBe(300)
    expect(giStarGrid(points, { bandwidth: 60 }).grid.cellSize).toBe(200)
    expect(cards.getisOrdGiStar.defaults).toContain('dubbla bandbredden, minst 200\u00a0m')
  })

  it('no percent below ten on both sides, and a midnight that stands out', () => {
    expect(FEW).toBe(10)
    expect(cards.counts.defaults).toContain(`färre än ${FEW}`)
    expect(midnightSpike(new Float64Array(10), 'UTC').suspicious).toBe(true)
    expect(cards.timeOfWeek.notWhen.join()).toContain('00:00')
  })
})
