import { existsSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { isoDate } from '../../../src/domain/period.ts'
import { IngestError, sniff, type SourceFile } from '../../../src/ingest/index.ts'
import { geoParquet, parquet } from '../../../src/ingest/formats/parquet.ts'
import { file, hasReference, loadFile, referenceFile } from '../files.ts'
import { geoMetadata, parquetFile, projJson, wkbPoint, wkbPolygon } from '../parquetFiles.ts'

const DAY_MS = 86_400_000
const march = Date.UTC(2025, 2, 1, 23, 15)

async function rowsOf(source: SourceFile): Promise<{ columns: string[]; rows: string[][] }> {
  const description = await sniff(source)
  const rows: string[][] = []
  for await (const chunk of parquet.read(source, description, () => undefined)) rows.push(...chunk.rows)
  return { columns: description.columns, rows }
}

/** Columns of one value each, with their own schema elements. */
function typed(...columns: { element: Record<string, unknown>; data: unknown[] }[]): SourceFile {
  const elements = columns.map(({ element }, k) => ({
    name: `c${k}`,
    repetition_type: 'OPTIONAL',
    ...element,
  }))
  return parquetFile(
    columns.map(({ data }, k) => ({ name: `c${k}`, data })),
    { schema: [{ name: 'root', num_children: columns.length }, ...elements] as never },
  )
}

describe('Parquet', () => {
  it('gives what the same rows as text give', async () => {
    const source = parquetFile([
      { name: 'id', data: ['K1', 'K2', 'K3'] },
      { name: 'från', data: ['2025-03-01 23:15', '2025-07-01 08:00', null] },
      { name: 'n', data: [6580822, 6580900.5, null], type: 'DOUBLE' },
      { name: 'e', data: [674032, 674100, null], type: 'DOUBLE' },
      { name: 'brottstyp', data: ['Klotter', 'Personrån', 'Cykelstöld'] },
    ])
    const text =
      'id;från;n;e;brottstyp\nK1;2025-03-01 23:15;6580822;674032;Klotter\n' +
      'K2;2025-07-01 08:00;6580900.5;674100;Personrån\nK3;;;;Cykelstöld\n'
    const fromParquet = await loadFile(source)
    const fromText = await loadFile(file(text, 'brott.csv'))
    expect(fromParquet.description).toMatchObject({
      format: 'parquet',
      rows: 3,
      rowsAreExact: true,
      geometry: null,
    })
    expect(fromParquet.mapping).toEqual(fromText.mapping)
    expect(fromParquet.columns).toEqual(fromText.columns)
    expect(fromParquet.labels).toEqual(fromText.labels)
    expect(fromParquet.report.notes).toEqual(fromText.report.notes)
    expect(fromParquet.report.fingerprint).toMatch(/^[0-9a-f]{64}$/)
  })

  it('writes times as they stand, and with Z where they are adjusted to UTC', async () => {
    const stamp = (unit: string, isAdjustedToUTC: boolean) => ({
      type: 'INT64',
      logical_type: { type: 'TIMESTAMP', isAdjustedToUTC, unit },
    })
    const { rows } = await rowsOf(
      typed(
        { element: stamp('MILLIS', false), data: [new Date(march)] },
        { element: stamp('MICROS', true), data: [new Date(march + 250)] },
        { element: { type: 'INT64', converted_type: 'TIMESTAMP_MILLIS' }, data: [new Date(march)] },
        {
          element: { type: 'INT32', converted_type: 'DATE' },
          data: [new Date(Math.floor(march / DAY_MS) * DAY_MS)],
        },
        {
          element: { type: 'INT32', logical_type: { type: 'TIME', isAdjustedToUTC: false, unit: 'MILLIS' } },
          data: [(23 * 60 + 15) * 60_000],
        },
      ),
    )
    expect(rows).toEqual([
      ['2025-03-01T23:15:00', '2025-03-01T23:15:00.250Z', '2025-03-01T23:15:00Z', '2025-03-01', '23:15:00'],
    ])
  })

  it('reads wall times as Swedish and adjusted ones as instants', async () => {
    const element = (isAdjustedToUTC: boolean) => ({
      type: 'INT64',
      logical_type: { type: 'TIMESTAMP', isAdjustedToUTC, unit: 'MILLIS' },
    })
    const data = [new Date(Date.UTC(2025, 6, 1, 12))]
    const wall = await loadFile(typed({ element: element(false), data }))
    const instant = await loadFile(typed({ element: element(true), data }))
    expect([...wall.columns.startHour]).toEqual([24 + 12])
    expect([...instant.columns.startHour]).toEqual([24 + 14])
    expect([...instant.columns.day].map(isoDate)).toEqual(['2025-07-01'])
  })

  it('keeps large integers, decimals, truth values and nested values', async () => {
    const { rows, columns } = await rowsOf(
      parquetFile(
        [
          { name: 'id', data: [9007199254740993n] },
          { name: 'belopp', data: [1234.5] },
          { name: 'ja', data: [true] },
          { name: 'tomt', data: [null] },
          { name: 'lista', data: [{ a: [1, 2] }] },
        ],
        {
          schema: [
            { name: 'root', num_children: 5 },
            { name: 'id', type: 'INT64' },
            { name: 'belopp', type: 'INT32', converted_type: 'DECIMAL', scale: 2, precision: 9 },
            { name: 'ja', type: 'BOOLEAN' },
            { name: 'tomt', type: 'BYTE_ARRAY', converted_type: 'UTF8', repetition_type: 'OPTIONAL' },
            { name: 'lista', type: 'BYTE_ARRAY', converted_type: 'JSON' },
          ],
        },
      ),
    )
    expect(columns).toEqual(['id', 'belopp', 'ja', 'tomt', 'lista'])
    expect(rows).toEqual([['9007199254740993', '1234.50', 'true', '', '{"a":[1,2]}']])
  })

  it.each(['UNCOMPRESSED', 'SNAPPY'] as const)('reads row groups one by one (%s)', async (codec) => {
    const rows = 5_000
    const source = parquetFile(
      [
        { name: 'nr', data: Array.from({ length: rows }, (_, i) => i) },
        {
          name: 'dag',
          data: Array.from({ length: rows }, (_, i) => `2025-03-${String((i % 28) + 1).padStart(2, '0')}`),
        },
        { name: 'typ', data: Array.from({ length: rows }, (_, i) => (i % 3 === 0 ? null : `typ ${i % 7}`)) },
      ],
      { rowGroupSize: 700, codec },
    )
    const asked: [number, number][] = []
    const slice = source.slice.bind(source)
    source.slice = (start = 0, end = source.size) => {
      asked.push([start, end])
      return slice(start, end)
    }
    const description = await sniff(source)
    expect(description.rows).toBe(rows)
    expect(description.probe.length).toBe(200)
    asked.length = 0
    const read: string[][] = []
    const seen: number[] = []
    let bytes = 0
    for await (const chunk of parquet.read(source, description, (part) => (bytes += part.length))) {
      expect(chunk.firstRow).toBe(read.length + 1)
      read.push(...chunk.rows)
      seen.push(chunk.bytesRead)
    }
    expect(bytes).toBe(source.size)
    expect(seen.at(-1)).toBe(source.size)
    expect(read.map((cells) => cells[0])).toEqual(Array.from({ length: rows }, (_, i) => String(i)))
    expect(read[4]).toEqual(['4', '2025-03-05', 'typ 4'])
    expect(read[6]).toEqual(['6', '2025-03-07', ''])
    // After the footer and the pass for the fingerprint: eight groups, none asked for with another.
    const groups = asked.filter(([start, end]) => start >= 4 && end < source.size)
    expect(groups.length).toBe(8)
    expect(Math.max(...groups.map(([start, end]) => end - start))).toBeLessThan(source.size / 4)
  })

  it('fails with a code where it is damaged or empty', async () => {
    const whole = new Uint8Array(await parquetFile([{ name: 'a', data: ['x'] }]).arrayBuffer())
    const code = async (bytes: Uint8Array) => {
      const error = await sniff(file(bytes, 'a.parquet')).catch((thrown: unknown) => thrown)
      expect(error).toBeInstanceOf(IngestError)
      return (error as IngestError).code
    }
    expect(await code(whole.subarray(0, whole.length - 9))).toBe('brokenFile')
    expect(await code(whole.subarray(0, 6))).toBe('brokenFile')
    const grown = whole.slice()
    new DataView(grown.buffer).setUint32(grown.length - 8, 0x7fffffff, true)
    expect(await code(grown)).toBe('brokenFile')
    const none = new Uint8Array(await parquetFile([{ name: 'a', data: [], type: 'STRING' }]).arrayBuffer())
    expect(await code(none)).toBe('noRows')
  })
})

describe('GeoParquet', () => {
  const incidents = (metadata: { key: string; value: string }[]) =>
    parquetFile(
      [
        { name: 'datum', data: ['2025-03-01', '2025-03-02', '2025-03-03'] },
        {
          name: 'geometry',
          data: [wkbPoint(674032.25, 6580822.5), wkbPoint(674100, 6580900), null],
          type: 'BYTE_ARRAY',
        },
        { name: 'typ', data: ['Klotter', 'Rån', 'Rån'] },
      ],
      { kvMetadata: metadata },
    )

  it('unrolls its points into two last columns with the CRS that it declares', async () => {
    const { columns, rows } = await rowsOf(incidents(geoMetadata(projJson(3006))))
    expect(columns).toEqual(['datum', 'typ', 'geometri öst', 'geometri nord'])
    expect(rows).toEqual([
      ['2025-03-01', 'Klotter', '674032.25', '6580822.5'],
      ['2025-03-02', 'Rån', '674100', '6580900'],
      ['2025-03-03', 'Rån', '', ''],
    ])
    expect((await sniff(incidents(geoMetadata(projJson(3006))))).geometry).toMatchObject({
      x: 2,
      y: 3,
      crs: { epsg: 3006 },
    })
  })

  it.each([
    [undefined, 4326],
    [null, undefined],
    [projJson(3011), 3011],
    [{ name: 'SWEREF99 TM' }, 3006],
    [{ id: { authority: 'OGC', code: 'CRS84' } }, 4326],
    ['nonsense', undefined],
  ])('takes the CRS %j for %s', async (crs, epsg) => {
    expect((await sniff(incidents(geoMetadata(crs)))).geometry?.crs?.epsg).toBe(epsg)
  })

  it.each([
    '{',
    '[]',
    '{"primary_column":"__proto__","columns":{}}',
    '{"primary_column":"geometry","columns":null}',
  ])('is a plain table where its metadata is %s', async (value) => {
    expect((await sniff(incidents([{ key: 'geo', value }]))).geometry).toBeNull()
  })

  it('gives areas with their properties', async () => {
    const ring = [
      [674000, 6580000],
      [675000, 6580000],
      [675000, 6581000],
      [674000, 6580000],
    ] as const
    const source = parquetFile(
      [
        { name: 'desokod', data: ['0180C1010', '0180C1020'] },
        { name: 'geometry', data: [wkbPolygon(ring), null], type: 'BYTE_ARRAY' },
      ],
      { kvMetadata: geoMetadata(projJson(3006)) },
    )
    const [layer] = await geoParquet.layers(source)
    expect(layer).toMatchObject({
      fields: ['desokod'],
      features: 2,
      shapes: { polygon: 1, none: 1 },
      crs: { epsg: 3006 },
    })
    const { value } = await geoParquet.read(source, layer!, () => undefined).next()
    expect(value).toMatchObject({
      rows: [['0180C1010'], ['0180C1020']],
      geometries: [{ type: 'Polygon', coordinates: [ring.map((position) => [...position])] }, null],
    })
    expect(await geoParquet.layers(parquetFile([{ name: 'a', data: ['x'] }]))).toEqual([])
  })
})

const NEW_YORK = 'data/nyc_vehicle_thefts_2014_2017.parquet'

describe.runIf(hasReference && existsSync(new URL('../../../../shared/reference/data', import.meta.url)))(
  'the reference file',
  () => {
    it('has the rows of its CSV twin', async () => {
      const zone = { timeZone: 'America/New_York' }
      const fromParquet = await loadFile(referenceFile(NEW_YORK), zone)
      const fromText = await loadFile(referenceFile(NEW_YORK.replace('.parquet', '.csv')), zone)
      expect(fromParquet.report.rowsLoaded).toBe(fromText.report.rowsLoaded)
      expect([...fromParquet.columns.startHour]).toEqual([...fromText.columns.startHour])
      expect(fromParquet.columns.day).toEqual(fromText.columns.day)
    })
  },
)
