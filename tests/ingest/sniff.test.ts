import { describe, expect, it } from 'vitest'
import { IngestError, look, sniff } from '../../src/ingest/index.ts'
import { file, lines } from './files.ts'

async function codeOf(promise: Promise<unknown>): Promise<unknown> {
  const error = await promise.then(
    () => null,
    (thrown: unknown) => thrown,
  )
  expect(error).toBeInstanceOf(IngestError)
  const { code, data } = error as IngestError
  return { code, ...data }
}

describe('sniff of text', () => {
  it.each([
    [',', 'id,datum,plats\n1,2025-03-01,"Storgatan, 5"\n2,2025-03-02,Torget\n'],
    [';', 'id;datum;x;y\n1;2025-03-01;59,33;18,05\n2;2025-03-02;59,34;18,06\n'],
    ['\t', 'id\tdatum\tplats\n1\t2025-03-01\tA, B\n2\t2025-03-02\tC; D\n'],
    ['|', 'id|datum|plats\n1|2025-03-01|A, B\n2|2025-03-02|C\n'],
  ] as const)('finds the delimiter %j', async (delimiter, text) => {
    const description = await sniff(file(text))
    expect(description.csv).toMatchObject({ delimiter, quote: '"', newline: '\n', encoding: 'utf-8' })
    expect(description).toMatchObject({ format: 'csv', hasHeader: true, rows: 2, rowsAreExact: true })
    expect(description.columns.slice(0, 2)).toEqual(['id', 'datum'])
    expect(description.sample.map((row) => row.row)).toEqual([1, 2])
  })

  it('is not misled by decimal commas', async () => {
    const description = await sniff(lines('datum;x;y', '2025-03-01;59,33;18,05', '2025-03-02;59,34;18,06'))
    expect(description).toMatchObject({ columns: ['datum', 'x', 'y'], decimalComma: true })
  })

  it('reads the line ends of Windows and old Macintoshes, and quotes that are apostrophes', async () => {
    expect((await sniff(file('a;datum\r\nx;2025-03-01\r\n'))).sample[0]!.cells).toEqual(['x', '2025-03-01'])
    expect((await sniff(file('a;datum\rx;2025-03-01\ry;2025-03-02\r'))).rows).toBe(2)
    const quoted = await sniff(lines("'a';'datum'", "'x;y';'2025-03-01'"))
    expect(quoted.columns).toEqual(['a', 'datum'])
    expect(quoted.sample[0]!.cells).toEqual(['x;y', '2025-03-01'])
  })

  it("obeys Excel's sep line and skips titles and blank lines above the header", async () => {
    const sep = await sniff(lines('sep=|', 'a|datum', 'x;1|2025-03-01'))
    expect(sep).toMatchObject({ columns: ['a', 'datum'], leadingRecords: 2 })
    const titled = await sniff(
      lines('Utdrag ur systemet', '', 'a;datum;typ', 'x;2025-03-01;Klotter', 'y;2025-03-02;Klotter'),
    )
    expect(titled).toMatchObject({ columns: ['a', 'datum', 'typ'], leadingRecords: 3, rows: 2 })
  })

  it('takes the header row that a person names', async () => {
    const source = lines(
      'Namn;Tid;Plats',
      'Utdrag;mars;',
      'a;datum;typ',
      'x;2025-03-01;Klotter',
      'y;2025-03-02;Rån',
    )
    expect(await sniff(source)).toMatchObject({ leadingRecords: 1, columns: ['Namn', 'Tid', 'Plats'] })
    expect(await sniff(source, { headerRow: 3 })).toMatchObject({
      leadingRecords: 3,
      hasHeader: true,
      columns: ['a', 'datum', 'typ'],
      rows: 2,
    })
    expect(await codeOf(sniff(source, { headerRow: 5 }))).toMatchObject({ code: 'noRows' })
    expect(await codeOf(sniff(source, { headerRow: 500 }))).toMatchObject({ code: 'noRows' })
  })

  it('passes by a line of headings over groups of columns', async () => {
    const grouped = lines(';Tid;;Plats;', 'typ;från;till;n;e', 'Rån;2025-03-01;2025-03-02;6580822;674032')
    expect(await sniff(grouped)).toMatchObject({
      leadingRecords: 2,
      columns: ['typ', 'från', 'till', 'n', 'e'],
    })
    const half = lines('Utdrag;Tid;;Plats;', 'typ;från;till;n;e', 'Rån;2025-03-01;2025-03-02;6580822;674032')
    expect(await sniff(half)).toMatchObject({ leadingRecords: 2, columns: ['typ', 'från', 'till', 'n', 'e'] })
  })

  it('sees that there is no header, and is told better', async () => {
    const bare = lines('1;2025-03-01;Klotter', '2;2025-03-02;Klotter')
    expect(await sniff(bare)).toMatchObject({
      hasHeader: false,
      rows: 2,
      columns: ['Kolumn 1', 'Kolumn 2', 'Kolumn 3'],
    })
    expect(await sniff(bare, { hasHeader: true })).toMatchObject({
      rows: 1,
      columns: ['1', '2025-03-01', 'Klotter'],
    })
  })

  it('makes names unique without regard to case and keeps `row` free', async () => {
    const { columns } = await sniff(lines('Datum;datum; ;row;datum (2)', '2025-03-01;1;2;3;4'))
    expect(columns).toEqual(['Datum', 'datum (2)', 'Kolumn 3', 'row (2)', 'datum (2) (2)'])
  })

  it('estimates the rows of a large file and looks at its end', async () => {
    const row = (i: number) => `${i};${i < 60_000 ? '1/2 2025' : '25/2 2025'};Storgatan ${i % 100}`
    const text = `id;datum;plats\n${Array.from({ length: 90_000 }, (_, i) => row(i)).join('\n')}\n`
    const description = await sniff(file(text))
    expect(description.rowsAreExact).toBe(false)
    expect(Math.abs(description.rows - 90_000)).toBeLessThan(2_500)
    expect(description.sample.length).toBe(200)
    expect(description.probe.some((cells) => cells[1] === '25/2 2025')).toBe(true)
  })
})

describe('sniff of what cannot be used', () => {
  const PNG = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0])
  it.each([
    ['nothing', '', { code: 'empty' }],
    ['blanks', ' \n\n', { code: 'empty' }],
    ['a PDF', '%PDF-1.7\n', { code: 'unsupported', looksLike: 'pdf' }],
    ['an image', PNG, { code: 'unsupported', looksLike: 'image' }],
    [
      'an old workbook',
      Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0, 0]),
      { code: 'unsupported', looksLike: 'oldExcel' },
    ],
    ['a web page', '<!DOCTYPE html><html>', { code: 'unsupported', looksLike: 'html' }],
    ['other JSON', '{ "type": "Brott" }', { code: 'unsupported', looksLike: 'json' }],
    ['XML', '<?xml version="1.0"?>', { code: 'unsupported', looksLike: 'xml' }],
    [
      'bytes',
      Uint8Array.from([1, 2, 0, 3, 250, 0, 9, 0, 4, 4]),
      { code: 'unsupported', looksLike: 'binary' },
    ],
    ['a header alone', 'id;datum\n', { code: 'noRows', sheet: null }],
  ])('%s', async (_, content, expected) => {
    expect(await codeOf(sniff(file(content)))).toEqual(expected)
  })

  it('describes a table without dates and places, for a person to say where they stand', async () => {
    expect(await sniff(lines('a;b', 'x;y', 'z;w'))).toMatchObject({ columns: ['a', 'b'], rows: 2 })
    expect((await look(lines('a;b', 'x;y', 'z;w'))).mapping).toMatchObject({ from: null, position: null })
    expect(await sniff(lines('Det här är en text.', 'Den har två rader.'))).toMatchObject({ rows: 1 })
  })

  it('does not take crimes for events because their time is called that of the event', async () => {
    const kind = async (header: string) =>
      (await look(lines(`${header};x`, '2025-03-01;a', '2025-03-02;b'))).mapping.kind.whole
    expect(await kind('Händelsetid')).toBe('crime')
    expect(await kind('Händelsedatum')).toBe('crime')
    expect(await kind('Händelse')).toBe('event')
  })

  it('goes by the content, not by the name', async () => {
    expect(await codeOf(sniff(file('%PDF-1.7', 'brott.csv')))).toMatchObject({ looksLike: 'pdf' })
    expect(await sniff(file('id;datum\n1;2025-03-01\n', 'brott.xlsx'))).toMatchObject({ format: 'csv' })
  })

  it('says what kept the browser from reading', async () => {
    const gone = Object.assign(new Blob(['a;b']), { name: 'borta.csv' })
    gone.slice = () => ({ arrayBuffer: () => Promise.reject(new Error('NotFoundError')) }) as unknown as Blob
    expect(await codeOf(sniff(gone))).toEqual({ code: 'unreadable', detail: 'NotFoundError' })
  })
})
