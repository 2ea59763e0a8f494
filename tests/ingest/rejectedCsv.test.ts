import { describe, expect, it } from 'vitest'
import { ingest as sv } from '../../src/i18n/sv/ingest.ts'
import { rejectedCsv } from '../../src/ingest/index.ts'
import { field } from '../../src/ingest/rejectedCsv.ts'
import { lines, loadFile } from './files.ts'

const words = { ...sv.rejectedFile, reasons: sv.rejected }

describe('rejectedCsv', () => {
  it('opens in Excel as it stands: mark, semicolons, number, reason, the row', async () => {
    const { report } = await loadFile(
      lines(
        'datum,plats,typ',
        '2025-03-01,Torget,A',
        'igår,"Krogen ""F"", bakgården",=HYPERLINK("http://x")',
        '2025-03-02,x,B',
      ),
    )
    expect(rejectedCsv(report.rejected, report.columns, words)).toBe(
      '\ufeffRad;Orsak;datum;plats;typ\r\n' +
        '2;Datumet går inte att läsa (datum: igår);igår;"Krogen ""F"", bakgården";"\'=HYPERLINK(""http://x"")"\r\n',
    )
  })

  it('can be read back as the rows that were rejected', async () => {
    const { report } = await loadFile(
      lines('datum;plats;typ', '2025-03-01;Torget;A', 'igår;"a;b";C', '2025-03-02;x;B'),
    )
    const csv = rejectedCsv(report.rejected, report.columns, words)
    expect(csv.split('\r\n')[1]).toBe('2;Datumet går inte att läsa (datum: igår);igår;"a;b";C')
  })
})

describe('field', () => {
  it.each([
    ['=1+1', "'=1+1"],
    ['+46 70 123', '+46 70 123'],
    ['+cmd|calc', "'+cmd|calc"],
    ['-12,5', '-12,5'],
    ['-a', "'-a"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\tx', "'\tx"],
    ['a;b', '"a;b"'],
    ['a"b', '"a""b"'],
    ['a\nb', '"a\nb"'],
    ['Åkervägen 5', 'Åkervägen 5'],
  ])('%j', (text, written) => {
    expect(field(text)).toBe(written)
  })
})
