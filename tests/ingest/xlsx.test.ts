import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import writeWorkbook from 'write-excel-file/universal'
import { IngestError, sniff, type SourceFile } from '../../src/ingest/index.ts'
import { isoDate } from '../../src/domain/period.ts'
import { file, loadFile, noted } from './files.ts'

type Value = string | number | boolean | Date | null
const at = (iso: string) => new Date(`${iso}Z`)

/** A workbook of sheets of values; dates are Excel dates. */
async function workbook(sheets: Record<string, Value[][]>): Promise<SourceFile> {
  const cells = (rows: Value[][], format: string) =>
    rows.map((row) =>
      row.map((value) =>
        value === null
          ? null
          : value instanceof Date
            ? { value, type: Date, format }
            : { value, type: value.constructor },
      ),
    )
  const blob = await writeWorkbook(
    Object.entries(sheets).map(([sheet, rows]) => ({
      sheet,
      data: cells(rows, 'yyyy-mm-dd hh:mm'),
    })) as never,
  ).toBlob()
  return file(new Uint8Array(await blob.arrayBuffer()), 'brott.xlsx')
}

describe('workbooks', () => {
  it('give what the same rows as text give', async () => {
    const header = ['Dnr', 'Händelsetid', 'Slut', 'N', 'E', 'Brottstyp', 'Plats']
    const source = await workbook({
      Blad1: [
        header,
        [
          'K1',
          at('2025-03-01T23:15:00'),
          at('2025-03-02T07:00:00'),
          6580822,
          674032.5,
          'Klotter',
          'Åkervägen',
        ],
        ['K2', at('2025-07-01T00:00:00'), null, 6580900, 674100, 'Personrån', null],
        ['K3', null, null, null, null, 'Cykelstöld', '=1+1'],
      ],
    })
    const text = [
      header.join(';'),
      'K1;2025-03-01T23:15;2025-03-02T07:00;6580822;674032.5;Klotter;Åkervägen',
      'K2;2025-07-01T00:00;;6580900;674100;Personrån;',
      'K3;;;;;Cykelstöld;=1+1',
    ].join('\n')
    const fromExcel = await loadFile(source)
    const fromText = await loadFile(file(text, 'brott.csv'))
    expect(fromExcel.description).toMatchObject({
      format: 'xlsx',
      sheets: ['Blad1'],
      sheet: 'Blad1',
      rows: 3,
      columns: header,
    })
    expect(fromExcel.mapping).toEqual(fromText.mapping)
    expect(fromExcel.columns).toEqual(fromText.columns)
    expect(fromExcel.labels).toEqual(fromText.labels)
    expect(fromExcel.report.notes).toEqual(fromText.report.notes)
    expect([...fromExcel.texts[0]!.getChild('Plats')!]).toEqual(['Åkervägen', null, '=1+1'])
    expect(fromExcel.report.fingerprint).toMatch(/^[0-9a-f]{64}$/)
  })

  it('keep dates without a clock as dates', async () => {
    const { columns, report } = await loadFile(
      await workbook({
        A: [
          ['Datum', 'Typ'],
          [at('2025-03-01T00:00:00'), 'Klotter'],
          [at('2025-03-02T00:00:00'), 'Klotter'],
        ],
      }),
    )
    expect([...columns.day].map(isoDate)).toEqual(['2025-03-01', '2025-03-02'])
    expect(noted(report, 'noClock')).toBe(2)
  })

  it('read serial numbers where the column says that it is a date', async () => {
    const { columns } = await loadFile(
      await workbook({
        A: [
          ['Datum', 'Typ'],
          [45717, 'Klotter'],
          [45718.5, 'Klotter'],
        ],
      }),
    )
    expect([...columns.day].map(isoDate)).toEqual(['2025-03-01', '2025-03-02'])
    expect(columns.startHour[1]).toBe(6 * 24 + 12)
  })

  it('offer every sheet; the largest is taken unless another is named', async () => {
    const source = await workbook({
      Läsmig: [['Utdrag'], ['ur systemet']],
      Brott: [
        ['Datum', 'Typ'],
        ['2025-03-01', 'Klotter'],
        ['2025-03-02', 'Klotter'],
        ['2025-03-03', 'Klotter'],
      ],
      Händelser: [
        ['Datum', 'Typ'],
        ['2024-03-01', 'Buller'],
      ],
    })
    expect(await sniff(source)).toMatchObject({
      sheets: ['Läsmig', 'Brott', 'Händelser'],
      sheet: 'Brott',
      rows: 3,
    })
    const events = await loadFile(source, {}, { sheet: 'Händelser' })
    expect(events.report).toMatchObject({ rowsLoaded: 1 })
    await expect(sniff(source, { sheet: 'Saknas' })).rejects.toMatchObject({ code: 'noSuchSheet' })
  })

  it('reject rows by the number that Excel shows less the header', async () => {
    const { report } = await loadFile(
      await workbook({
        A: [
          ['Datum', 'Typ'],
          ['2025-03-01', 'A'],
          ['sen', 'B'],
          [null, null],
          ['2025-03-04', 'C'],
        ],
      }),
    )
    expect(report.rejected.map((row) => [row.row, row.reason])).toEqual([
      [2, 'unparsableDate'],
      [3, 'emptyRow'],
    ])
  })

  it('fail with a code where they are broken', async () => {
    const whole = new Uint8Array(await (await workbook({ A: [['Datum'], ['2025-03-01']] })).arrayBuffer())
    const error = await sniff(file(whole.subarray(0, whole.length / 2), 'halv.xlsx')).catch(
      (thrown: unknown) => thrown,
    )
    expect(error).toBeInstanceOf(IngestError)
    expect((error as IngestError).code).toBe('brokenWorkbook')
    await expect(sniff(await workbook({ Tom: [[null]] }))).rejects.toMatchObject({ code: 'noRows' })
  })

  it('that are damaged anywhere give the same rows or none', async () => {
    const whole = new Uint8Array(
      await (
        await workbook({
          A: [
            ['Datum', 'Typ', 'N'],
            ['2025-03-01', 'Klotter', 6580822],
            [at('2025-03-02T10:00:00'), 'A', 1],
          ],
        })
      ).arrayBuffer(),
    )
    const sound = await loadFile(file(whole))
    let refused = 0
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 }), async (place, flip) => {
        const bytes = whole.slice()
        bytes[place]! ^= flip
        const loaded = await loadFile(file(bytes)).catch((thrown: unknown) => thrown)
        if (loaded instanceof IngestError) refused++
        else expect((loaded as typeof sound).columns).toEqual(sound.columns)
      }),
      { numRuns: 200 },
    )
    expect(refused).toBeGreaterThan(100)
  })

  it('date from 1904 where they say so, and hold clock times and errors', async () => {
    const { read, write, utils } = await import('@e965/xlsx')
    const sheet = utils.aoa_to_sheet([
      ['Datum', 'Klockslag', 'Typ'],
      [45717 - 1462, 0.96875, 'Klotter'],
      [45718 - 1462, 0.5, 'Cykelstöld'],
    ])
    for (const cell of ['A2', 'A3']) sheet[cell].z = 'yyyy-mm-dd'
    for (const cell of ['B2', 'B3']) sheet[cell].z = 'hh:mm'
    sheet.D2 = { t: 'e', v: 0x2a }
    const book = { SheetNames: ['A'], Sheets: { A: sheet }, Workbook: { WBProps: { date1904: true } } }
    const bytes = new Uint8Array(
      write(book, { type: 'array', bookType: 'xlsx', compression: true }) as ArrayBuffer,
    )
    expect(read(bytes).Workbook!.WBProps!.date1904).toBe(true)
    const { columns, mapping } = await loadFile(file(bytes))
    expect(mapping.from).toMatchObject({ column: 0, clockColumn: 1 })
    expect([...columns.day].map(isoDate)).toEqual(['2025-03-01', '2025-03-02'])
    expect([...columns.startHour]).toEqual([5 * 24 + 23, 6 * 24 + 12])
  })

  it('find the header below merged titles, and below headings over groups of columns', async () => {
    const source = await workbook({
      Brott: [
        ['Anmälda brott, uttag 2025-04-01', null, null, null, null],
        [null, null, null, null, null],
        [null, 'Tid', null, 'Plats', null],
        ['Brottstyp', 'Från', 'Till', 'N', 'E'],
        ['Klotter', at('2025-03-01T23:15:00'), null, 6580822, 674032],
        ['Rån', at('2025-03-02T01:00:00'), null, 6580900, 674100],
      ],
    })
    expect(await sniff(source)).toMatchObject({
      leadingRecords: 4,
      columns: ['Brottstyp', 'Från', 'Till', 'N', 'E'],
      rows: 2,
    })
    expect(await sniff(source, { headerRow: 3 })).toMatchObject({
      columns: ['Kolumn 1', 'Tid', 'Kolumn 3', 'Plats', 'Kolumn 5'],
      rows: 3,
    })
    const narrow = await workbook({
      A: [
        ['Uttag', null],
        ['Datum', 'Typ'],
        ['2025-03-01', 'Rån'],
      ],
    })
    expect(await sniff(narrow)).toMatchObject({ leadingRecords: 2, columns: ['Datum', 'Typ'] })
  })

  it('give real dates and text dates of one column alike', async () => {
    const { columns, report } = await loadFile(
      await workbook({
        A: [
          ['Datum', 'Typ'],
          [at('2025-03-01T23:15:00'), 'Klotter'],
          ['2025-03-02 08:30', 'Klotter'],
          [at('2025-03-03T00:00:00'), 'Klotter'],
        ],
      }),
    )
    expect(report.rowsLoaded).toBe(3)
    expect([...columns.day].map(isoDate)).toEqual(['2025-03-01', '2025-03-02', '2025-03-03'])
    expect([...columns.startHour].slice(0, 2)).toEqual([5 * 24 + 23, 6 * 24 + 8])
  })

  it('say what Excel hides, take the values of formulas, and read errors as empty', async () => {
    const { write, utils } = await import('@e965/xlsx')
    const sheet = utils.aoa_to_sheet([
      ['Datum', 'Typ', 'Antal'],
      ['2025-03-01', 'Klotter', 1],
      ['2025-03-02', 'Rån', 2],
      ['2025-03-03', 'Rån', 3],
    ])
    sheet['!rows'] = [{}, {}, { hidden: true }, {}]
    sheet.C3 = { t: 'n', v: 42, f: 'SUM(A1:A2)' }
    sheet.C4 = { t: 'e', v: 0x2a }
    const secret = utils.aoa_to_sheet(Array.from({ length: 9 }, (_, i) => ['Datum', i]))
    const book = {
      SheetNames: ['Brott', 'Gömt'],
      Sheets: { Brott: sheet, Gömt: secret },
      Workbook: { Sheets: [{ Hidden: 0 }, { Hidden: 1 }] },
    }
    const source = file(
      new Uint8Array(
        write(book as never, { type: 'array', bookType: 'xlsx', compression: true }) as ArrayBuffer,
      ),
    )
    const description = await sniff(source)
    expect(description).toMatchObject({ sheet: 'Brott', sheets: ['Brott', 'Gömt'], rows: 3 })
    expect(description.sample.map(({ cells }) => cells[2])).toEqual(['1', '42', ''])
    const { report } = await loadFile(source)
    expect([noted(report, 'hiddenSheets'), noted(report, 'hiddenRows'), noted(report, 'errorCells')]).toEqual(
      [1, 1, 1],
    )
    expect((await sniff(source, { sheet: 'Gömt' })).rows).toBeGreaterThan(7)
  })

  it('that unpack to far more than they weigh are refused before they are unpacked', async () => {
    const { zipSync, strToU8 } = await import('fflate')
    const parts = {
      '[Content_Types].xml': strToU8('<Types/>'),
      'xl/workbook.xml': strToU8('<workbook/>'),
      'xl/worksheets/sheet1.xml': new Uint8Array(40_000_000),
    }
    await expect(sniff(file(zipSync(parts, { level: 9 }), 'bomb.xlsx'))).rejects.toMatchObject({
      code: 'workbookTooLarge',
    })
    // A directory that lies about the size: unpacking stops where it is exceeded.
    const lying = zipSync({ ...parts, 'xl/worksheets/sheet1.xml': new Uint8Array(4_000_000) }, { level: 9 })
    const view = new DataView(lying.buffer)
    for (let at = 0; at < lying.length - 28; at++) {
      if (view.getUint32(at, true) === 0x02014b50 && view.getUint32(at + 24, true) === 4_000_000)
        view.setUint32(at + 24, 100, true)
      if (view.getUint32(at, true) === 0x04034b50 && view.getUint32(at + 22, true) === 4_000_000)
        view.setUint32(at + 22, 100, true)
    }
    await expect(sniff(file(lying, 'bomb.xlsx'))).rejects.toMatchObject({ code: 'brokenWorkbook' })
  })

  it('hold a stray cell far away without a row of its own for every blank one', async () => {
    const { write, utils } = await import('@e965/xlsx')
    const sheet = utils.aoa_to_sheet([
      ['Datum', 'Typ'],
      ['2025-03-01', 'Klotter'],
    ])
    sheet.B1048576 = { t: 's', v: 'slut' }
    sheet['!ref'] = 'A1:B1048576'
    const bytes = write(
      { SheetNames: ['A'], Sheets: { A: sheet } },
      { type: 'array', bookType: 'xlsx' },
    ) as ArrayBuffer
    const { report } = await loadFile(file(new Uint8Array(bytes)))
    expect(report.rowsLoaded).toBe(2)
    expect(report.rejectedByReason.emptyRow).toBe(1_048_573)
  })
})
