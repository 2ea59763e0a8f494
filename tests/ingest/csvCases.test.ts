import { describe, expect, it } from 'vitest'
import { isoDate } from '../../src/domain/period.ts'
import { file, lines, loadFile, noted } from './files.ts'

const ROWS = [
  ['nr', 'datum', 'n', 'e', 'brottstyp', 'plats'],
  ['1', '2025-03-01 23:15', '6580822,5', '674032,25', 'Misshandel utomhus', 'Krogen "Åsnan"\nbakgården'],
  ['2', '2025-03-02 08:00', '6580900,0', '674100,75', 'Cykelstöld', 'Ängsgatan, norra; höger\tsida'],
  ['3', '2025-03-02', '', '', 'Rån', ''],
]

function written(delimiter: string, newline: string): string {
  const quoted = (cell: string) => (/[";,\t\n|]/.test(cell) ? `"${cell.replace(/"/g, '""')}"` : cell)
  return ROWS.map((cells) => cells.map(quoted).join(delimiter) + newline).join('')
}

/** Code points above 127 of the text are those of Latin-1, so a byte each is Windows-1252. */
const ENCODINGS: Record<string, (text: string) => Uint8Array> = {
  'UTF-8': (text) => new TextEncoder().encode(text),
  'UTF-8 with mark': (text) => new TextEncoder().encode(`\ufeff${text}`),
  'UTF-16 LE': (text) => utf16(text, true),
  'UTF-16 LE with mark': (text) => utf16(`\ufeff${text}`, true),
  'UTF-16 BE': (text) => utf16(text, false),
  'UTF-16 BE with mark': (text) => utf16(`\ufeff${text}`, false),
  'Windows-1252': (text) => Uint8Array.from(text, (sign) => sign.charCodeAt(0)),
}

function utf16(text: string, little: boolean): Uint8Array {
  const view = new DataView(new ArrayBuffer(text.length * 2))
  for (let i = 0; i < text.length; i++) view.setUint16(i * 2, text.charCodeAt(i), little)
  return new Uint8Array(view.buffer)
}

const CASES = Object.keys(ENCODINGS).flatMap((encoding) =>
  [';', ',', '\t'].flatMap((delimiter) =>
    ['\n', '\r\n'].map((newline) => [encoding, delimiter, newline] as const),
  ),
)

describe('text with a delimiter', () => {
  it.each(CASES)('in %s, parted by %j, lines ended by %j', async (encoding, delimiter, newline) => {
    const { columns, description, report, texts, labels } = await loadFile(
      file(ENCODINGS[encoding]!(written(delimiter, newline)), 'brott.csv'),
    )
    expect(description).toMatchObject({ columns: ROWS[0], decimalComma: true, rows: 3 })
    expect(report).toMatchObject({ rowsRead: 3, rowsLoaded: 3 })
    expect([...columns.x].slice(0, 2)).toEqual([674032.25, 674100.75])
    expect([...columns.y].slice(0, 2)).toEqual([6580822.5, 6580900])
    expect([...columns.day].map(isoDate)).toEqual(['2025-03-01', '2025-03-02', '2025-03-02'])
    expect([...columns.type].map((type) => labels[type]!.label)).toEqual([
      'Misshandel utomhus',
      'Cykelstöld',
      'Rån',
    ])
    expect([...texts[0]!.getChild('plats')!].map((cell) => cell?.replace('\r', '') ?? '')).toEqual(
      ROWS.slice(1).map((cells) => cells[5]),
    )
  })

  it('below titles, after a line that names the delimiter', async () => {
    const source = lines(
      'sep=;',
      'Anmälda brott',
      'Uttag 2025-04-01;;',
      '',
      'datum;n;e',
      '2025-03-01;6580822;674032',
    )
    const { description, report } = await loadFile(source)
    expect(description).toMatchObject({ columns: ['datum', 'n', 'e'], leadingRecords: 5 })
    expect(report.rowsLoaded).toBe(1)
  })

  it('with NUL bytes far into it loses no row', async () => {
    const row = '2025-03-01;6580822;674032;Klotter\n'
    const text = `datum;n;e;typ\n${row.repeat(40_000)}2025-03-02;6580822;674032;Klo\0tter\n${row}`
    const { report, labels } = await loadFile(file(text, 'brott.csv'))
    expect(report.rowsLoaded).toBe(40_002)
    expect(labels.map(({ label }) => label)).toContain('Klo\0tter')
    expect(noted(report, 'replacedCharacters')).toBe(0)
  })

  it('that has more columns than can be names is refused', async () => {
    const wide = (cell: (k: number) => string) => Array.from({ length: 10_000 }, (_, k) => cell(k)).join(';')
    const source = lines(
      wide((k) => `k${k}`),
      wide((k) => String(k)),
      wide((k) => String(k * 2)),
    )
    await expect(loadFile(source)).rejects.toMatchObject({ code: 'tooManyColumns' })
  })
})
