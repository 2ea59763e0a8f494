import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { KIND_CODES, MISSING_DAY, MISSING_HOUR } from '../../src/domain/incident.ts'
import { isoDate } from '../../src/domain/period.ts'
import { IngestError, load, preview, proposeMapping, sniff } from '../../src/ingest/index.ts'
import { file, lines, loadFile, noted } from './files.ts'

const iso = (utcMs: number | undefined) => new Date(utcMs!).toISOString().slice(0, 16)

describe('load of times', () => {
  const HEADER = 'start;slut;n;e;brottstyp'
  const AT = ';6580822;674032;Klotter'
  const one = async (start: string, end = '') => {
    const { columns, report } = await loadFile(
      lines(HEADER, `${start};${end}${AT}`, `2025-01-01 10:00;2025-01-01 11:00${AT}`),
    )
    return { columns, report }
  }

  it('turns wall times into UTC and keeps the local day and hour of the week', async () => {
    const { columns } = await one('2025-03-01 23:15', '2025-03-02T07:00')
    expect(iso(columns.fromUtcMs[0])).toBe('2025-03-01T22:15')
    expect(iso(columns.toUtcMs[0])).toBe('2025-03-02T06:00')
    expect(isoDate(columns.day[0]!)).toBe('2025-03-01')
    expect(columns.startHour[0]).toBe(5 * 24 + 23)
  })

  it('honours Z and offsets: the local day is that of the zone', async () => {
    const { columns } = await one('2024-06-02T23:30Z', '2024-06-03T02:30+02:00')
    expect(iso(columns.fromUtcMs[0])).toBe('2024-06-02T23:30')
    expect(iso(columns.toUtcMs[0])).toBe('2024-06-03T00:30')
    expect(isoDate(columns.day[0]!)).toBe('2024-06-03')
    expect(columns.startHour[0]).toBe(1)
  })

  it('moves a wall time that does not exist, and says so', async () => {
    const { columns, report } = await one('2024-03-31 02:30')
    expect(iso(columns.fromUtcMs[0])).toBe('2024-03-31T01:30')
    expect(columns.startHour[0]).toBe(6 * 24 + 3)
    expect(noted(report, 'wallTimeMoved')).toBe(1)
  })

  it('keeps 24:00 as the midnight that ends the day', async () => {
    const { columns } = await one('2025-03-01 24:00')
    expect(isoDate(columns.day[0]!)).toBe('2025-03-02')
    expect(columns.startHour[0]).toBe(6 * 24)
  })

  it('loads and notes what lacks a clock, a date or an end, and what ends before it starts', async () => {
    const { columns, report } = await loadFile(
      lines(
        HEADER,
        `2025-03-01 23:15;2025-03-01 22:00${AT}`,
        `2025-03-02;2025-03-03 10:00${AT}`,
        `;2025-03-03 10:00${AT}`,
        `2025-03-04 10:00;${AT}`,
        `2025-03-05 10:00;i morgon${AT}`,
      ),
    )
    expect(report).toMatchObject({ rowsRead: 5, rowsLoaded: 5, rejectedByReason: {} })
    expect(noted(report, 'fromAfterTo')).toBe(1)
    expect(noted(report, 'noClock')).toBe(1)
    expect(noted(report, 'noDate')).toBe(1)
    expect(noted(report, 'noEnd')).toBe(1)
    expect(noted(report, 'unparsableEnd')).toBe(1)
    expect(Array.from(columns.day.slice(1, 3), (day) => (day === MISSING_DAY ? null : isoDate(day)))).toEqual(
      ['2025-03-02', null],
    )
    expect([...columns.startHour]).toEqual([143, MISSING_HOUR, MISSING_HOUR, 34, 58])
    expect(Number.isNaN(columns.fromUtcMs[1])).toBe(true)
    expect([isoDate(report.firstDay!), isoDate(report.lastDay!)]).toEqual(['2025-03-01', '2025-03-05'])
  })

  it('reads date and clock from columns of their own', async () => {
    const { columns, report } = await loadFile(
      lines(
        'Datum;Klockslag;Brottstyp',
        '1/3 2025;23.15;Klotter',
        '25/3 2025;;Klotter',
        '26/3 2025;sent;Klotter',
      ),
    )
    expect(iso(columns.fromUtcMs[0])).toBe('2025-03-01T22:15')
    expect([...columns.startHour]).toEqual([143, MISSING_HOUR, MISSING_HOUR])
    expect(noted(report, 'noClock')).toBe(1)
    expect(noted(report, 'unparsableClock')).toBe(1)
  })

  it('uses the zone of the mapping', async () => {
    const { columns } = await loadFile(
      lines('time;lon;lat', '2019-11-03 01:30;-90.1;35.1', '2019-07-04 00:00;-90.2;35.2'),
      {
        timeZone: 'America/Chicago',
      },
    )
    expect(iso(columns.fromUtcMs[0])).toBe('2019-11-03T06:30')
    expect(iso(columns.fromUtcMs[1])).toBe('2019-07-04T05:00')
  })

  it('warns of midnights that are defaults', async () => {
    const rows = Array.from(
      { length: 30 },
      (_, i) => `2025-03-01 ${i < 10 ? '00:00' : `${i % 23}:17`};Klotter`,
    )
    const { report } = await loadFile(lines('tid;typ', ...rows))
    expect(report.notes.find((note) => note.code === 'midnightSpike')).toMatchObject({
      count: 10,
      share: 1 / 3,
    })
    const spread = Array.from(
      { length: 48 },
      (_, i) => `2025-03-01 ${String(i % 24).padStart(2, '0')}:00;Klotter`,
    )
    expect(noted((await loadFile(lines('tid;typ', ...spread))).report, 'midnightSpike')).toBe(0)
  })
})

describe('load of places', () => {
  it('gives metres and degrees from either', async () => {
    const degrees = await loadFile(
      lines('datum;lon;lat', '2025-03-01;18.0583;59.33', '2025-03-01;11.9733;57.7089'),
    )
    expect(Math.hypot(degrees.columns.x[0]! - 673982.59, degrees.columns.y[0]! - 6580793.9437)).toBeLessThan(
      0.01,
    )
    const metres = await loadFile(
      lines('datum;X;Y', '2025-03-01;6580793,9437;673982,59', '2025-03-01;6400329,5;319680,6'),
    )
    expect(metres.columns.x[0]).toBe(673982.59)
    expect(metres.columns.lon[0]).toBeCloseTo(18.0583, 7)
    expect(metres.columns.lat[0]).toBeCloseTo(59.33, 7)
  })

  it('turns RT 90 into SWEREF 99 TM', async () => {
    const { columns, report } = await loadFile(
      lines('datum;x;y', '2025-03-01;6580900;1628600', '2025-03-02;6581000;1628700'),
    )
    expect(report).toMatchObject({ sourceCrs: { epsg: 3021 }, metric: { epsg: 3006 } })
    expect(columns.lon[0]).toBeCloseTo(18.064512557, 6)
    expect(columns.x[0]).toBeGreaterThan(674_000)
  })

  it('loads without a place what has none, one that is no number, 0/0, or one outside', async () => {
    const { columns, report } = await loadFile(
      lines(
        'datum;n;e',
        '2025-03-01;6580822;674032',
        '2025-03-01;;',
        '2025-03-01;okänd;okänd',
        '2025-03-01;Storgatan;5',
        '2025-03-01;0;0',
        '2025-03-01;674032;6580822',
        '2025-03-01;6580822;67403',
        ...Array.from({ length: 20 }, () => '2025-03-02;6580822;674032'),
      ),
    )
    expect(report).toMatchObject({ rowsRead: 27, rowsLoaded: 27 })
    expect(noted(report, 'noPosition')).toBe(2)
    expect(noted(report, 'nonNumericPosition')).toBe(1)
    expect(noted(report, 'nullIsland')).toBe(1)
    expect(noted(report, 'outsideExtent')).toBe(2)
    for (const key of ['x', 'y', 'lon', 'lat'] as const)
      expect([...columns[key].slice(0, 7)].map(Number.isNaN)).toEqual([
        false,
        true,
        true,
        true,
        true,
        true,
        true,
      ])
  })
})

describe('load of decimal commas', () => {
  it.each([
    ['semicolons, three decimals', 'datum;lon;lat', '2025-03-01;18,058;59,330'],
    ['commas and quotes', 'datum,lon,lat', '2025-03-01,"18,0580","59,33"'],
    ['points', 'datum,lon,lat', '2025-03-01,18.058,59.330'],
  ])('%s', async (_, header, row) => {
    const { columns } = await loadFile(lines(header, row, row))
    expect([columns.lon[0], columns.lat[0]]).toEqual([18.058, 59.33])
  })
})

describe('load of types and kinds', () => {
  it('numbers labels once, whatever their case, and ties them to the taxonomy', async () => {
    const { columns, labels, report } = await loadFile(
      lines(
        'datum;brottstyp',
        '2025-03-01;Misshandel utomhus',
        '2025-03-01;MISSHANDEL UTOMHUS',
        '2025-03-01;Snöbollskastning',
        '2025-03-01;',
        '2025-03-01;Snöbollskastning ',
      ),
    )
    expect(labels).toEqual([
      { label: '', typeId: null },
      { label: 'Misshandel utomhus', typeId: 'misshandel-utomhus' },
      { label: 'Snöbollskastning', typeId: null },
    ])
    expect([...columns.type]).toEqual([1, 1, 2, 0, 2])
    expect(report.unknownTypes).toEqual([{ label: 'Snöbollskastning', count: 2 }])
    expect(noted(report, 'unknownType')).toBe(2)
    expect(noted(report, 'noType')).toBe(1)
  })

  it('holds no event type against the crime taxonomy', async () => {
    const { report } = await loadFile(
      lines('datum;slag;typ', '2025-03-01;händelse;Ordningsstörning', '2025-03-01;brott;Snöbollskastning'),
    )
    expect(report.unknownTypes).toEqual([{ label: 'Snöbollskastning', count: 1 }])
    expect(noted(report, 'unknownType')).toBe(1)
  })

  it('never loses a row to too many labels', async () => {
    const rows = Array.from({ length: 65_600 }, (_, i) => `2025-03-01;typ ${i}`)
    const { report, columns, labels } = await loadFile(lines('datum;brottstyp', ...rows))
    expect(labels.length).toBe(65_536)
    expect(noted(report, 'tooManyTypes')).toBe(65)
    expect([columns.type[65_534], columns.type[65_535]]).toEqual([65_535, 0])
  })

  it('tells crimes from events', async () => {
    const { columns, report } = await loadFile(
      lines(
        'datum;slag;typ',
        '2025-03-01;Brott;A',
        '2025-03-01;Händelse;B',
        '2025-03-01;vet ej;B',
        '2025-03-01;brott;C',
      ),
    )
    expect([...columns.kind]).toEqual([0, 1, 0, 0])
    expect(report.kinds).toEqual({ crime: 3, event: 1, fire: 0, repair: 0 })
    expect(noted(report, 'unknownKind')).toBe(1)
    const events = await loadFile(lines('datum;typ', '2025-03-01;Fylleri', '2025-03-02;Buller'), {
      kind: { column: null, whole: 'event' },
    })
    expect([...events.columns.kind]).toEqual([KIND_CODES.event, KIND_CODES.event])
  })
})

describe('rejected rows', () => {
  it('are only those that cannot be used, with number, reason and value; none stops the rest', async () => {
    const { report, columns } = await loadFile(
      lines(
        'id;datum;n;e;brottstyp;anm',
        '1;2025-03-01;6580822;674032;Klotter;a',
        '2;förra veckan;6580822;674032;Klotter;b',
        '',
        '4;2025-03-02;6580822;674032;Klotter',
        'Summa 5',
        '6;2025-03-03;6580822;674032;Klotter;med; skiljetecken',
        '7;2025-03-03;6580822;674032;Klotter;h;;',
        '8;;;;;',
        ';;;;;',
        '10;2025-02-30;6580822;674032;Klotter;i',
        '11;2025-03-04;6580822;674032;Klotter;j',
        ';;;;;',
        '',
      ),
    )
    expect(report.rejected.map(({ row, reason, column, value }) => [row, reason, column, value])).toEqual([
      [2, 'unparsableDate', 'datum', 'förra veckan'],
      [3, 'emptyRow', null, null],
      [5, 'tooFewColumns', null, null],
      [6, 'tooManyColumns', null, null],
      [8, 'nothingKnown', null, null],
      [9, 'emptyRow', null, null],
      [10, 'unparsableDate', 'datum', '2025-02-30'],
    ])
    expect([...columns.row]).toEqual([1, 4, 7, 11])
    expect(report).toMatchObject({
      rowsRead: 11,
      rowsLoaded: 4,
      rejectedByReason: {
        unparsableDate: 2,
        emptyRow: 2,
        tooFewColumns: 1,
        tooManyColumns: 1,
        nothingKnown: 1,
      },
    })
    expect(noted(report, 'shortRow')).toBe(1)
    expect(report.rejected[0]!.cells).toEqual(['2', 'förra veckan', '6580822', '674032', 'Klotter', 'b'])
  })

  it('balance: read = loaded + rejected, for any lines', async () => {
    const line = fc.constantFrom(
      '1;2025-03-01;A',
      '2;;',
      ';;',
      '',
      'x',
      '3;igår;B',
      '4;2025-03-02;C;D',
      '5;2025-03-03',
    )
    await fc.assert(
      fc.asyncProperty(fc.array(line, { maxLength: 40 }), async (rows) => {
        const { report, columns } = await loadFile(
          lines('id;datum;typ', ...Array.from({ length: 20 }, () => '0;2025-01-01;A'), ...rows),
          {},
          { hasHeader: true, delimiter: ';' },
        )
        const rejected = Object.values(report.rejectedByReason).reduce((sum, count) => sum + count, 0)
        expect(report.rowsRead).toBe(report.rowsLoaded + rejected)
        expect(columns.length).toBe(report.rowsLoaded)
        const numbers = [...columns.row, ...report.rejected.map((row) => row.row)].sort((a, b) => a - b)
        expect(numbers).toEqual(Array.from({ length: report.rowsRead }, (_, i) => i + 1))
      }),
    )
  })
})

describe('quotes', () => {
  const HEADER = 'datum;plats;typ'

  it('hold delimiters, quotes and line breaks', async () => {
    const { texts, columns } = await loadFile(
      lines(
        HEADER,
        '2025-03-01;"Torget; norra";A',
        '2025-03-02;"Krogen ""F""\nbakgården";B',
        '2025-03-03;x;C',
      ),
    )
    expect(texts[0]!.getChild('plats')!.toArray()).toEqual(['Torget; norra', 'Krogen "F"\nbakgården', 'x'])
    expect([...columns.row]).toEqual([1, 2, 3])
  })

  it('that never close cost no other row', async () => {
    const { texts, report } = await loadFile(
      lines(
        HEADER,
        '2025-03-01;x;A',
        '2025-03-02;"Krogen F;B',
        '2025-03-03;y;C',
        '2025-03-04;"z";D',
        '2025-03-05;w;E',
      ),
    )
    expect(report.rowsLoaded).toBe(5)
    expect(texts[0]!.getChild('plats')!.toArray()).toEqual(['x', '"Krogen F', 'y', 'z', 'w'])
  })

  it('that spoil their own line are rejected with it', async () => {
    const { report, columns } = await loadFile(
      lines(HEADER, '2025-03-01;x;A', '2025-03-02;"Krogen; F;B', '2025-03-03;y;C', '2025-03-04;z;D'),
    )
    expect([...columns.row]).toEqual([1, 3, 4])
    expect(report.rejected).toEqual([
      { row: 2, reason: 'brokenQuotes', column: null, value: null, cells: ['2025-03-02;"Krogen; F;B'] },
    ])
  })

  it('that are strewn over a file cost their own lines (and end before the time limit of a test)', async () => {
    const rows = Array.from({ length: 60_000 }, (_, i) =>
      i % 50 === 7
        ? `2025-03-01;"Krogen; ${i};A`
        : i % 50 === 9
          ? `2025-03-01;"Torget ${i};A`
          : `2025-03-01;"x";A`,
    )
    const { report } = await loadFile(lines(HEADER, ...rows))
    expect(report).toMatchObject({ rowsRead: 60_000, rejectedByReason: { brokenQuotes: 1200 } })
  })

  it('that never close in a file of many megabytes do not swallow it', async () => {
    const rows = Array.from({ length: 120_000 }, (_, i) => `2025-03-01;${i === 5 ? '"' : ''}Storgatan ${i};A`)
    const { report } = await loadFile(lines(HEADER, ...rows))
    expect(report).toMatchObject({ rowsRead: 120_000, rowsLoaded: 120_000 })
  })
})

describe('texts for the database', () => {
  it('stand beside the columns, batch by batch, with empty cells as null', async () => {
    const rows = Array.from(
      { length: 120_001 },
      (_, i) => `2025-03-01;${i % 3 === 0 ? '' : `Ängen ${i} 🚲`};${i}`,
    )
    const { texts, columns, report } = await loadFile(lines('datum;Plats å;nr', ...rows))
    expect(texts.map((table) => table.numRows)).toEqual([50_000, 50_000, 20_001])
    expect(texts[0]!.schema.fields.map((field) => `${field.name}:${field.type}`)).toEqual([
      'row:Uint32',
      'datum:Utf8',
      'Plats å:Utf8',
      'nr:Utf8',
    ])
    let at = 0
    for (const table of texts)
      for (const [i, row] of [...table.getChild('row')!].entries()) {
        if (i % 997 === 0 || i === table.numRows - 1) {
          expect(row).toBe(at + 1)
          expect(table.getChild('Plats å')!.get(i)).toBe(at % 3 === 0 ? null : `Ängen ${at} 🚲`)
          expect(table.getChild('nr')!.get(i)).toBe(String(at))
        }
        at++
      }
    expect(columns.row[120_000]).toBe(120_001)
    expect(report.rowsLoaded).toBe(120_001)
  })

  it('keep any text as it was', async () => {
    const cell = fc.string({ unit: 'grapheme' }).filter((text) => !/[\r\0\ufeff\ufffd]/.test(text))
    await fc.assert(
      fc.asyncProperty(fc.array(cell, { minLength: 1, maxLength: 20 }), async (cells) => {
        const quoted = cells.map((text) => `2025-03-01;"${text.replace(/"/g, '""')}";A`)
        const { texts } = await loadFile(
          lines('datum;text;typ', '2025-03-01;å;A', ...quoted),
          {},
          { delimiter: ';', hasHeader: true },
        )
        const read = [...texts[0]!.getChild('text')!].slice(1)
        expect(read).toEqual(cells.map((text) => (text === '' ? null : text)))
      }),
    )
  })
})

describe('load of a file', () => {
  const small = lines('datum;typ', '2025-03-01;Klotter', '2025-03-02;Klotter')

  it('has a fingerprint that is the SHA-256 of its bytes', async () => {
    const { report } = await loadFile(file('datum;typ\n2025-03-01;Klotter\n'))
    const digest = await crypto.subtle.digest(
      'SHA-256',
      new TextEncoder().encode('datum;typ\n2025-03-01;Klotter\n'),
    )
    expect(report.fingerprint).toBe(Buffer.from(digest).toString('hex'))
  })

  it.each(['utf-8', 'utf-16le', 'utf-16be', 'windows-1252'] as const)(
    'reads %s across chunk borders',
    async (encoding) => {
      const text = `datum;plats;brottstyp\n${'2025-03-01;Åkervägen;Skadegörelse, motorfordon\n'.repeat(60_000)}`
      const bytes = encode(text, encoding)
      const { report, labels, texts, description } = await loadFile(file(bytes))
      expect(description.csv!.encoding).toBe(encoding)
      expect(report).toMatchObject({ rowsRead: 60_000, rowsLoaded: 60_000 })
      expect(labels[1]).toEqual({ label: 'Skadegörelse, motorfordon', typeId: 'skadegorelse-fordon' })
      expect(new Set(texts.flatMap((table) => [...table.getChild('plats')!]))).toEqual(new Set(['Åkervägen']))
    },
  )

  it('finds another encoding late in the file', async () => {
    const text = `datum;plats\n${'2025-03-01;Storgatan\n'.repeat(70_000)}2025-03-01;Åkervägen\n`
    const { report, texts } = await loadFile(file(encode(text, 'windows-1252')))
    expect(noted(report, 'switchedEncoding')).toBe(1)
    expect(texts[1]!.getChild('plats')!.get(20_000)).toBe('Åkervägen')
  })

  it('tells how far it is and stops when asked', async () => {
    const text = `datum;plats\n${'2025-03-01;Storgatan\n'.repeat(250_000)}`
    const source = file(text)
    const description = await sniff(source)
    const mapping = proposeMapping(description)
    const seen: number[] = []
    await load(source, description, mapping, {
      onBatch: () => {},
      onProgress: ({ bytes }) => seen.push(bytes),
    })
    expect(seen.length).toBeGreaterThan(4)
    expect(seen).toEqual([...seen].sort((a, b) => a - b))
    expect(seen[seen.length - 1]).toBe(text.length)

    const stop = new AbortController()
    let batches = 0
    const stopped = load(source, description, mapping, {
      onBatch: () => {
        batches++
        stop.abort()
      },
      signal: stop.signal,
    })
    await expect(stopped).rejects.toMatchObject({ name: 'AbortError' })
    expect(batches).toBe(1)
  })

  it('needs a date or a position', async () => {
    const description = await sniff(small)
    const mapping = { ...proposeMapping(description), from: null, position: null }
    await expect(load(small, description, mapping, { onBatch: () => {} })).rejects.toEqual(
      new IngestError('nothingMapped', {}),
    )
  })
})

describe('preview', () => {
  it('shows per cell what the load will make of it', async () => {
    const source = lines(
      'datum;n;e;brottstyp',
      '2025-03-01 23:15;6580822;674032;Klotter',
      'igår;6580822;674032;Klotter',
      '2025-03-02;0;0;Nytt slag',
    )
    const description = await sniff(source)
    const mapping = proposeMapping(description)
    const { rows, rejected, sampled, notes, columnSamples } = preview(description, mapping)
    expect([sampled, rejected]).toEqual([3, 1])
    expect(rows.map((row) => row.rejected)).toEqual([null, 'unparsableDate', null])
    expect(rows.map((row) => row.problems)).toEqual([
      [],
      [{ column: 0, code: 'unparsableDate' }],
      [
        { column: 0, code: 'noClock' },
        { column: 2, code: 'nullIsland' },
        { column: 3, code: 'unknownType' },
      ],
    ])
    expect(columnSamples[3]).toEqual(['Klotter', 'Nytt slag'])
    const { columns, report } = await loadFile(source)
    expect(report.notes).toEqual(notes)
    expect(rows[0]!.reading).toEqual({
      fromUtcMs: columns.fromUtcMs[0],
      toUtcMs: null,
      day: columns.day[0],
      hourOfWeek: columns.startHour[0],
      lon: columns.lon[0],
      lat: columns.lat[0],
      x: 674032,
      y: 6580822,
      type: 'Klotter',
      typeId: 'klotter',
      kind: 'crime',
      cost: null,
    })
  })
})

function encode(text: string, encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'): Uint8Array {
  if (encoding === 'utf-8') return new TextEncoder().encode(text)
  if (encoding === 'windows-1252') return Uint8Array.from(Buffer.from(text, 'latin1'))
  const bytes = Buffer.from(text, 'utf16le')
  return Uint8Array.from(encoding === 'utf-16be' ? bytes.swap16() : bytes)
}
