import { readFileSync } from 'node:fs'
import Papa from 'papaparse'
import { expect } from 'vitest'

const at = (name: string) => readFileSync(new URL(name, import.meta.url), 'utf8')

export const cases = JSON.parse(at('cases.json'))
/** By definition, with numpy, scipy and statsmodels. */
export const python = JSON.parse(at('expected.python.json'))
/** By R's spdep, spatstat and base functions. */
export const r = JSON.parse(at('expected.r.json'))

/** Columns of a small input; empty fields are null. */
export function columns(name: 'incidents' | 'cells' | 'panel'): Record<string, number[]> {
  const { data, meta } = Papa.parse<Record<string, number>>(at(`${name}.csv`), {
    header: true,
    dynamicTyping: true,
    skipEmptyLines: true,
  })
  return Object.fromEntries(meta.fields!.map((field) => [field, data.map((row) => row[field]!)]))
}

export function spans(): { from: string; to: string }[] {
  return Papa.parse<{ from: string; to: string }>(at('spans.csv'), { header: true, skipEmptyLines: true })
    .data
}

/** Each value of `found` is that of `expected`, to a share of its size or of `unit`, whichever is larger. */
export function expectClose(
  found: ArrayLike<number>,
  expected: ArrayLike<number | null>,
  relative: number,
  unit = 0,
): void {
  expect(found.length).toBe(expected.length)
  for (let i = 0; i < expected.length; i++) {
    const value = expected[i] ?? Infinity
    if (found[i] === value) continue
    expect(Math.abs(found[i]! - value), `[${i}] ${found[i]} for ${value}`).toBeLessThanOrEqual(
      relative * Math.max(Math.abs(value), unit),
    )
  }
}
