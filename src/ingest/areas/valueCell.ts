import { parseNumber } from '../numbers.ts'

/** A figure as statistics write it: "1 234", "34,5 %", "34,5 ± 2,1", "34,5 (31,2–37,9)". */
export interface Figure {
  value: number
  low?: number
  high?: number
}

/** `missing`: the table says that it has no figure. `dash`: "-" or "–", which stands for none or for zero. */
export type CellReading = Figure | 'missing' | 'dash' | 'unreadable'

const DASH = /^[-–—−]$/
/** "..": not available or too uncertain; ".": cannot occur; "<5", "x": withheld. */
const MISSING = /^(|\.{1,3}|…|x|n\/?a|null|nan|none|saknas|uppgift saknas|ej tillgänglig|< ?\d+)$/i
/** Marks of footnotes, revision and preliminary figures after a number; units that stand with it. */
const AFTERMATH = /[\s\u00a0]*([*¹²³⁴⁵⁶⁷⁸⁹⁰†]+|\(?[rpe]\)?)$|[\s\u00a0]+\d\)$/i
const UNIT = /[\s\u00a0]*(%|procent|kr|sek|tkr|mnkr|st|personer|inv(ånare)?\.?)$/i
const NUMBER = String.raw`[+−-]?\d[\d\s\u00a0\u202f.,']*`
const PLUS_MINUS = new RegExp(
  `^(${NUMBER}?)[\\s\\u00a0]*%?[\\s\\u00a0]*(?:±|\\+/-|\\+-)[\\s\\u00a0]*(${NUMBER})$`,
)
const BRACKETED = new RegExp(
  `^(${NUMBER})%?[\\s\\u00a0]*[([][\\s\\u00a0]*(${NUMBER}?)[\\s\\u00a0]*(?:[–;]|-|till|to)[\\s\\u00a0]*(${NUMBER})[\\s\\u00a0]*[)\\]]$`,
)

/** Reads the cell of a figure. */
export function readFigure(cell: string, decimalComma: boolean): CellReading {
  const text = cell.trim()
  const plain = parseNumber(text, decimalComma)
  if (Number.isFinite(plain)) return { value: plain }
  if (DASH.test(text)) return 'dash'
  if (MISSING.test(text)) return 'missing'
  const bare = text.replace(UNIT, '').replace(AFTERMATH, '').replace(UNIT, '').trim()
  const margin = PLUS_MINUS.exec(bare)
  if (margin) {
    const [value, half] = [parseNumber(margin[1]!, decimalComma), parseNumber(margin[2]!, decimalComma)]
    if (Number.isFinite(value) && Number.isFinite(half))
      return { value, low: value - half, high: value + half }
  }
  const bracket = BRACKETED.exec(bare)
  if (bracket) {
    const [value, low, high] = bracket.slice(1, 4).map((part) => parseNumber(part!.trim(), decimalComma))
    if ([value, low, high].every(Number.isFinite)) return { value: value!, low: low!, high: high! }
  }
  const value = parseNumber(bare, decimalComma)
  return bare !== '' && Number.isFinite(value) ? { value } : 'unreadable'
}

/** Half the width of an interval: "2,1", "±2,1", "+/- 2,1 %". NaN where the cell holds none. */
export function readMargin(cell: string, decimalComma: boolean): number {
  return Math.abs(parseNumber(cell.replace(/±|\+\/-|\+-|%/g, '').trim(), decimalComma))
}

const INTERVAL = new RegExp(
  `^[([]?[\\s\\u00a0]*(${NUMBER}?)[\\s\\u00a0]*(?:–|;|-|till|to)[\\s\\u00a0]*(${NUMBER})[\\s\\u00a0]*[)\\]]?$`,
)

/** Both bounds in one cell: "31,2–37,9", "(31.2; 37.9)". */
export function readInterval(cell: string, decimalComma: boolean): { low: number; high: number } | null {
  const match = INTERVAL.exec(cell.replace(/%/g, '').trim())
  if (!match) return null
  const [low, high] = [
    parseNumber(match[1]!.trim(), decimalComma),
    parseNumber(match[2]!.trim(), decimalComma),
  ]
  return Number.isFinite(low) && Number.isFinite(high) ? { low, high } : null
}
