import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { finished } from 'node:stream/promises'
import { parquetWriteFile } from 'hyparquet-writer'
import { places } from './places.ts'
import { seeded } from './seeded.ts'

const TYPES = [
  'Klotter',
  'Misshandel utomhus',
  'Cykelstöld',
  'Personrån',
  'Stöld/snatteri i butik',
  'Olaga hot',
]
const SQUARE = { x: 684_000, y: 6_442_000, side: 16_000 }
const FIRST = Date.UTC(2019, 0, 1)
const ROWS_A_CHUNK = 5_000
const FILLING = 24

/** One row of thirty columns: six that say something, and two dozen as exports drag along. */
type Row = (string | number)[]

const HEADER = [
  'diarienummer',
  'brottstyp',
  'tidpunkt',
  'n',
  'e',
  'plats',
  ...Array.from({ length: FILLING }, (_, k) => `falt ${k + 1}`),
]

function* wideRows(rows: number): Generator<Row> {
  const random = seeded(1)
  const { x, y } = places(rows, 'half', SQUARE, 1)
  for (let i = 0; i < rows; i++) {
    const time = new Date(FIRST + Math.floor(random() * 7 * 365 * 1440) * 60_000).toISOString()
    const filling = Array.from({ length: FILLING }, (_, k) =>
      k % 4 === 0 ? (i * (k + 1)) % 10_007 : k % 4 === 1 ? `kod ${(i + k) % 50}` : k % 4 === 2 ? '' : 'nej',
    )
    const type = TYPES[Math.floor(random() * TYPES.length)]!
    yield [
      `K${String(i).padStart(8, '0')}`,
      type,
      time.slice(0, 16).replace('T', ' '),
      Math.round(y[i]! * 10) / 10,
      Math.round(x[i]! * 10) / 10,
      `Storgatan ${i % 90}`,
      ...filling,
    ]
  }
}

/** Writes `rows` rows of thirty columns as CSV. Resolves to its bytes. */
export async function writeWideCsv(path: string, rows: number): Promise<number> {
  const out = createWriteStream(path)
  let bytes = 0
  let chunk = `${HEADER.join(';')}\r\n`
  let held = 0
  const flush = async () => {
    bytes += Buffer.byteLength(chunk)
    if (!out.write(chunk)) await once(out, 'drain')
    chunk = ''
  }
  for (const row of wideRows(rows)) {
    chunk += `${row.join(';')}\r\n`
    if (++held % ROWS_A_CHUNK === 0) await flush()
  }
  await flush()
  out.end()
  await finished(out)
  return bytes
}

/** The same rows as Parquet: text as text, numbers as numbers, snappy, row groups of 100 000. */
export function writeWideParquet(path: string, rows: number): void {
  const columns: (string | number)[][] = HEADER.map(() => [])
  for (const row of wideRows(rows)) row.forEach((cell, c) => columns[c]!.push(cell))
  parquetWriteFile({
    filename: path,
    columnData: HEADER.map((name, c) => ({
      name,
      data: columns[c]!,
      type: typeof columns[c]![0] === 'number' ? 'DOUBLE' : 'STRING',
    })),
    rowGroupSize: 100_000,
  })
}
