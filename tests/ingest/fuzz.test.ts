import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import writeWorkbook from 'write-excel-file/universal'
import { IngestError } from '../../src/ingest/index.ts'
import { file, loadFile } from './files.ts'

const CSV = new TextEncoder().encode(
  'id;datum;klockslag;n;e;brottstyp;plats\n' +
    '1;2025-03-01;23.15;6580822;674032,5;Misshandel utomhus;"Torget; norra"\n' +
    '2;2/3 2025;;0;0;Cykelstöld;"Krogen ""F"""\n' +
    '3;2025-03-03T10:00Z;24:00;6580822;674032;Klotter;Åkervägen 🚲\n',
)

/** A file with some bytes changed, put in, taken out or repeated. */
function mutated(seed: Uint8Array): fc.Arbitrary<Uint8Array> {
  const byte = fc.oneof(fc.constantFrom(0, 10, 13, 34, 39, 44, 59, 9, 0x2d, 0xc3, 0xe5, 0xff), fc.nat(255))
  const edit = fc.tuple(
    fc.nat(seed.length - 1),
    fc.constantFrom('set', 'insert', 'remove', 'repeat'),
    byte,
    fc.nat(60),
  )
  return fc.array(edit, { minLength: 1, maxLength: 12 }).map((edits) => {
    const bytes = [...seed]
    for (const [at, how, value, length] of edits)
      if (how === 'set') bytes[at] = value
      else if (how === 'insert') bytes.splice(at, 0, value)
      else if (how === 'remove') bytes.splice(at, length)
      else bytes.splice(at, 0, ...bytes.slice(at, at + length))
    return Uint8Array.from(bytes)
  })
}

/** Loads, and lets nothing but an `IngestError` pass. */
async function survives(bytes: Uint8Array): Promise<void> {
  try {
    const { report, columns, texts } = await loadFile(file(bytes))
    const rejected = Object.values(report.rejectedByReason).reduce((sum, count) => sum + count, 0)
    expect(report.rowsRead).toBe(report.rowsLoaded + rejected)
    expect(texts.reduce((sum, table) => sum + table.numRows, 0)).toBe(columns.length)
  } catch (error) {
    expect(error).toBeInstanceOf(IngestError)
  }
}

describe('files that are not as they should be', () => {
  it('load what can be loaded or fail with a code (text)', async () => {
    await fc.assert(fc.asyncProperty(mutated(CSV), survives), { numRuns: 400 })
  })

  it('load what can be loaded or fail with a code (any bytes)', async () => {
    await fc.assert(fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), survives), { numRuns: 200 })
  })

  it('load what can be loaded or fail with a code (workbooks)', async () => {
    const rows = [
      ['Datum', 'Typ', 'N'],
      ['2025-03-01', 'Klotter', 6580822],
      ['2025-03-02', 'Cykelstöld', 6580900],
    ]
    const blob = await writeWorkbook([
      { sheet: 'A', data: rows.map((row) => row.map((value) => ({ value }))) },
    ] as never).toBlob()
    await fc.assert(fc.asyncProperty(mutated(new Uint8Array(await blob.arrayBuffer())), survives), {
      numRuns: 100,
    })
  })
})
