import fc from 'fast-check'
import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import { csvOf, type CsvCell } from '../../src/report/csv.ts'

const parse = (text: string) => Papa.parse<string[]>(text.replace(/^\ufeff/, ''), { delimiter: ';' }).data

describe('csvOf', () => {
  it('opens in Excel as it stands: mark, semicolons, CRLF, the language’s decimal sign', () => {
    const rows: CsvCell[][] = [['Klotter', 1234.5, -0.18, null]]
    expect(csvOf(['Typ', 'Antal', 'Ändring', 'Före'], rows, ['n = 3'], ',')).toBe(
      '\ufeffTyp;Antal;Ändring;Före\r\nKlotter;1234,5;-0,18;\r\n\r\nn = 3\r\n',
    )
    expect(csvOf(['a'], [[0.5]], [], '.')).toBe('\ufeffa\r\n0.5\r\n')
  })

  it('leaves out what is no number and rounds off what is below it', () => {
    expect(parse(csvOf(['a', 'b', 'c', 'd'], [[NaN, Infinity, 0.1 + 0.2, 1 / 3]], [], ','))[1]).toEqual([
      '',
      '',
      '0,3',
      '0,333333',
    ])
  })

  it('runs no formula, in no cell, heading or note', () => {
    for (const start of ['=', '+', '-', '@', '\t', '\r']) {
      const evil = `${start}cmd|' /C calc'!A0`
      const cells = parse(csvOf([evil], [[evil]], [evil], ','))
        .flat()
        .filter(Boolean)
      expect(cells).toEqual([`'${evil}`, `'${evil}`, `'${evil}`])
    }
    expect(parse(csvOf(['a'], [['-12']], [], ','))[1]).toEqual(['-12'])
  })

  it('gives every text back as it was, save the apostrophe of a formula', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.string(), fc.string()), { minLength: 1 }), (rows) => {
        const read = parse(csvOf(['a', 'b'], rows, [], ',')).slice(1, rows.length + 1)
        rows.forEach((row, i) =>
          row.forEach((cell, j) => {
            const back = read[i][j]
            expect([cell, `'${cell}`]).toContain(back)
            if (/^[=+@\t\r]/.test(cell) && !/^\+?\d/.test(cell)) expect(back).toBe(`'${cell}`)
          }),
        )
      }),
    )
  })

  it('writes whatever number so that it reads back, to a millionth', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -1e9, max: 1e9, noNaN: true }),
        fc.constantFrom(',' as const, '.' as const),
        (value, decimal) => {
          const [, [text]] = parse(csvOf(['x'], [[value]], [], decimal))
          expect(text).not.toMatch(/^'/)
          expect(Math.abs(Number(text.replace(',', '.')) - value)).toBeLessThan(1e-6)
        },
      ),
    )
  })
})
