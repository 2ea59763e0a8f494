import { describe, expect, it } from 'vitest'
import { spreadsheetCell } from '../../src/domain/spreadsheetCell.ts'

describe('spreadsheetCell', () => {
  it.each([
    '=1+1',
    '+cmd|calc',
    '-1+2',
    '@SUM(A1)',
    '\t=1',
    '\rx',
    '  =1',
    '\n=1',
    '＝1',
    "=cmd|' /C calc'!A0",
    '-a',
    '- 5',
  ])('keeps %j from running', (text) => expect(spreadsheetCell(text)).toBe(`'${text}`))

  it.each(['-5', '+46', '+46 70 123 45 67', '-12,5', '-1\u00a0234,5', 'a=1', 'Ågatan 7', '', '1-2', "'=1"])(
    'leaves %j as it is',
    (text) => expect(spreadsheetCell(text)).toBe(text),
  )
})
