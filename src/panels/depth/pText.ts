import type { Formatter } from '../../i18n/format.ts'

/** A p or q as it is written: "p = 0,03", "p < 0,001". */
export function pText(f: Formatter, p: number, name = 'p'): string {
  const sign = p < 0.001 ? '' : '=\u00a0'
  return `${name}\u00a0${sign}${pFigure(f, p)}`
}

/** The figure alone: two decimals, three below 0,1. */
export function pFigure(f: Formatter, p: number): string {
  return p < 0.001 ? `<\u00a0${f.decimal(0.001, 3)}` : f.decimal(p, p < 0.0995 ? 3 : 2)
}
