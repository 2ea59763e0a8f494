import { describe, expect, it } from 'vitest'
import { parseNumber, usesDecimalComma } from '../../src/ingest/numbers.ts'

describe('parseNumber', () => {
  it.each([
    ['674032', false, 674032],
    ['674 032,5', false, 674032.5],
    ['6\u00a0580\u00a0822', false, 6580822],
    ['6,580,822.25', false, 6580822.25],
    ['6.580.822,25', true, 6580822.25],
    ['12,9733', false, 12.9733],
    ['12,973', true, 12.973],
    ['674,032', false, 674032],
    ['−12.5', false, -12.5],
    [' 7 ', false, 7],
    ['1e3', false, 1000],
    ['59,3293 18,0686', true, NaN],
    ['59 19.77', false, NaN],
    ['12 14', false, NaN],
    ['- 5', false, -5],
    ["674'032", false, 674032],
    ['', false, NaN],
    [' ', false, NaN],
    ['0x10', false, NaN],
    ['Infinity', false, NaN],
    ['12 st', false, NaN],
    ['1.2.3', false, NaN],
  ])('%j', (text, decimalComma, expected) => {
    expect(parseNumber(text, decimalComma)).toBe(expected)
  })
})

describe('usesDecimalComma', () => {
  it('takes a comma before three digits for thousands only where the file is of English make', () => {
    expect(usesDecimalComma([['59,33', 'a'], ['18,058']], true)).toBe(true)
    expect(usesDecimalComma([['674,032', '6,580']], true)).toBe(false)
    expect(usesDecimalComma([['18,058', '59,330']], false)).toBe(true)
    expect(usesDecimalComma([['674032,125']], true)).toBe(true)
    expect(usesDecimalComma([['59.33', '1.5', '2,50']], false)).toBe(false)
    expect(usesDecimalComma([['a', '']], false)).toBe(false)
  })
})
