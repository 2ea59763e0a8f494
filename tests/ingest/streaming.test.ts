import { execFileSync } from 'node:child_process'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { load, proposeMapping, sniff, type LoadBatch } from '../../src/ingest/index.ts'
import { endlessFile, madeFile, madeIncidents } from './madeFile.ts'

const MEGABYTE = 2 ** 20

describe('a large text file', () => {
  it('is read a megabyte at a time, and once', async () => {
    const source = madeIncidents(24 * MEGABYTE)
    const description = await sniff(source)
    expect(source.asked.bytes).toBeLessThan(2 * MEGABYTE)
    source.asked.bytes = 0
    let rows = 0
    const report = await load(source, description, proposeMapping(description), {
      onBatch: (batch: LoadBatch) => void (rows += batch.columns.length),
    })
    expect(source.asked.largest).toBe(MEGABYTE)
    // What the file is, is looked at again before it is read.
    expect(source.asked.bytes).toBeLessThan(source.size + MEGABYTE / 8)
    expect(report.rowsLoaded).toBe(rows)
    expect(report.rowsRead).toBe(rows)
    expect(rows).toBeGreaterThan(150_000)
  })

  // As much text as the heap is large, twice over: a reader that gathered it would not come through.
  it('is loaded in a heap that its text would not fit into', () => {
    const script = resolve(import.meta.dirname, 'streaming/loadLarge.ts')
    const out = execFileSync(
      process.execPath,
      ['--max-old-space-size=64', '--import', 'tsx', script, String(96 * MEGABYTE)],
      { encoding: 'utf8', cwd: resolve(import.meta.dirname, '../..') },
    )
    const { bytes, rows, loaded } = JSON.parse(out) as { bytes: number; rows: number; loaded: number }
    expect(bytes).toBeGreaterThan(95 * MEGABYTE)
    expect(loaded).toBe(rows)
  }, 240_000)
})

describe('a text without end', () => {
  it('of one line is refused from its first megabyte', async () => {
    const source = endlessFile('rad.csv', 2 ** 30, 'id;datum;typ\n')
    await expect(sniff(source)).rejects.toMatchObject({ code: 'endlessLine' })
    expect(source.asked.bytes).toBeLessThan(3 * MEGABYTE)
  })

  it('that begins as a table is given up where a line does not end', async () => {
    const row = '1;2025-03-01;Klotter                      \n'
    const source = madeFile('rad.csv', `id;datum;typ\n${row.repeat(30_000)}`, 2 ** 20, () => 'x'.repeat(1024))
    const description = await sniff(source)
    source.asked.bytes = 0
    const loaded = load(source, description, proposeMapping(description), { onBatch: () => undefined })
    await expect(loaded).rejects.toMatchObject({ code: 'endlessLine' })
    expect(source.asked.bytes).toBeLessThan(24 * MEGABYTE)
  })

  it('of one quoted cell is read line by line as what it is', async () => {
    const row = 'x;2025-03-01;Klotter\n'
    const source = madeFile(
      'citat.csv',
      `id;datum;typ\n${row.repeat(60_000)}"x;2025-03-01;Rån\n`,
      60_000,
      () => row,
    )
    const description = await sniff(source)
    const report = await load(source, description, proposeMapping(description), { onBatch: () => undefined })
    expect(report.rowsRead).toBe(120_001)
    expect(report.rowsLoaded).toBeGreaterThan(119_990)
  })
})
