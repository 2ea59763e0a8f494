import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DuplicateFinder } from '../../src/ingest/duplicates.ts'
import { Hash53 } from '../../src/ingest/hash53.ts'
import { joinKeys, type IncidentKeys } from '../../src/ingest/incidentKeys.ts'
import { load, proposeMapping, sniff, type LoadReport, type SourceFile } from '../../src/ingest/index.ts'
import { lines, noted } from './files.ts'

const NONE = NaN

/** Rows of keys, numbered from `first` on. */
function keysOf(rows: readonly [id: number, content: number, details: number][], first = 1): IncidentKeys {
  return {
    id: Float64Array.from(rows, ([id]) => id),
    content: Float64Array.from(rows, ([, content]) => content),
    details: Float64Array.from(rows, ([, , details]) => details),
    row: Uint32Array.from(rows, (_, i) => first + i),
  }
}

const earlier = (rows: readonly [number, number, number][], first = 1) => ({
  fileName: 'mars.csv',
  rowFrom: first,
  keys: keysOf(rows, first),
})

describe('duplicates over files', () => {
  it('are told by id, with where they stood', () => {
    const finder = new DuplicateFinder([
      earlier(
        [
          [1, 10, 100],
          [2, 20, 200],
        ],
        500,
      ),
    ])
    expect(finder.find(2, 99, 200)).toEqual({ fileName: 'mars.csv', row: 2 })
    expect(finder.find(3, 10, 100)).toBeNull()
    expect([finder.found, finder.replaced()]).toEqual([1, []])
  })

  it('are told by contents where a row or the earlier file has no id', () => {
    const finder = new DuplicateFinder([earlier([[NONE, 10, 100]])])
    expect(finder.find(7, 10, 5)).toEqual({ fileName: 'mars.csv', row: 1 })
    expect(finder.find(7, 10, 5)).toBeNull()
    expect(finder.find(NONE, NaN, 5)).toBeNull()
  })

  it('leave a changed row to stand for the earlier one, exact repeats first whatever the order', () => {
    const finder = new DuplicateFinder([
      earlier([
        [1, 10, 100],
        [1, 11, 110],
        [1, 12, 120],
      ]),
    ])
    expect(finder.find(1, 50, 500)).toBeNull()
    expect(finder.find(1, 10, 100)).toEqual({ fileName: 'mars.csv', row: 1 })
    expect(finder.find(1, 12, 120)).toEqual({ fileName: 'mars.csv', row: 3 })
    expect(finder.replaced()).toEqual([2])
  })

  it('use up as many rows as stood before, of every key (against a plain count)', () => {
    const key = fc.integer({ min: 1, max: 6 })
    fc.assert(
      fc.property(
        fc.array(fc.array(key), { maxLength: 3 }),
        fc.array(key),
        fc.boolean(),
        (before, now, byId) => {
          const rowOf = (k: number): [number, number, number] => [byId ? k : NONE, k, k]
          let first = 1
          const files = before.map((keys) => {
            const file = earlier(keys.map(rowOf), first)
            first += keys.length
            return file
          })
          const finder = new DuplicateFinder(files)
          const left = new Map<number, number>()
          for (const k of before.flat()) left.set(k, (left.get(k) ?? 0) + 1)
          for (const k of now) {
            const expected = (left.get(k) ?? 0) > 0
            expect(finder.find(...rowOf(k)) !== null).toBe(expected)
            if (expected) left.set(k, left.get(k)! - 1)
          }
          expect(finder.replaced()).toEqual([])
        },
      ),
    )
  })

  it('replace no earlier row twice and none that is repeated', () => {
    const pair = fc.tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 }))
    fc.assert(
      fc.property(fc.array(pair), fc.array(pair), (before, now) => {
        const rowOf = ([id, details]: [number, number]): [number, number, number] => [id, details, details]
        const finder = new DuplicateFinder([earlier(before.map(rowOf))])
        const repeated = now.flatMap((row) => finder.find(...rowOf(row))?.row ?? [])
        const replaced = finder.replaced()
        expect(new Set([...repeated, ...replaced]).size).toBe(repeated.length + replaced.length)
        for (const id of [1, 2, 3, 4]) {
          const stood = before.filter(([one]) => one === id).length
          const came = now.filter(([one]) => one === id).length
          const used = [...repeated, ...replaced].filter((row) => before[row - 1]![0] === id).length
          expect(used).toBe(Math.min(stood, came))
        }
      }),
    )
  })
})

describe('the hash', () => {
  it('gives texts and numbers of a file’s size each their own', () => {
    const hash = new Hash53()
    const values = new Set<number>()
    for (let i = 0; i < 200_000; i++) {
      values.add(hash.reset().text(`K${i}`).value())
      values.add(
        hash
          .reset()
          .number(i / 8)
          .value(),
      )
    }
    expect(values.size).toBe(400_000)
    expect([...values].every((value) => Number.isSafeInteger(value) && value >= 0)).toBe(true)
  })

  it('keeps parts apart', () => {
    const hash = new Hash53()
    expect(hash.reset().text('ab').text('c').value()).not.toBe(hash.reset().text('a').text('bc').value())
    expect(hash.reset().text('').text('a').value()).not.toBe(hash.reset().text('a').text('').value())
  })
})

/** Loads files one after the other as a series, as the app does. */
async function series(files: SourceFile[], keepDuplicates = false) {
  const known: { fileName: string; rowFrom: number; keys: IncidentKeys }[] = []
  const reports: LoadReport[] = []
  let labels = [{ label: '', typeId: null as string | null }]
  let rowFrom = 1
  for (const source of files) {
    const description = await sniff(source, {})
    const parts: IncidentKeys[] = []
    const report = await load(source, description, proposeMapping(description), {
      into: { rowFrom, labels, timeZone: 'Europe/Stockholm', earlier: known, keepDuplicates },
      onBatch: (batch) => {
        parts.push(batch.keys)
        labels = batch.labels
      },
    })
    known.push({ fileName: source.name, rowFrom, keys: joinKeys(parts) })
    rowFrom += report.rowsRead
    reports.push(report)
  }
  return { reports, known, labels }
}

const HEAD = 'diarienr;brottstyp;datum;e;n'
const MARCH = [
  'K1;Klotter;2025-03-01 22:15;692859;6449599',
  'K2;Rån;2025-03-30 23:10;692800;6449500',
  'K2;Skadegörelse;2025-03-30 23:10;692800;6449500',
]

describe('next month’s file', () => {
  it('by id: repeats are left out, changed rows stand for the earlier, new ones come', async () => {
    const { reports, known } = await series([
      lines(HEAD, ...MARCH),
      lines(
        HEAD,
        'K2;Rån;2025-03-30 23:10;692800;6449500',
        'K2;Misshandel;2025-03-30 23:10;692800;6449500',
        'K3;Klotter;2025-04-02 12:00;692859;6449599',
        'K3;Klotter;2025-04-02 12:00;692859;6449599',
      ),
    ])
    const [, april] = reports
    expect(april).toMatchObject({
      rowsRead: 4,
      rowsLoaded: 3,
      rejectedByReason: { duplicate: 1 },
      duplicates: { found: 1, leftOut: true, updated: 1, replaced: [3] },
    })
    expect(april!.rejected[0]).toMatchObject({ row: 1, reason: 'duplicate', earlier: { row: 2 } })
    expect(noted(april!, 'repeatedId')).toBe(2)
    expect([...known[1]!.keys.row]).toEqual([5, 6, 7])
  })

  it('without ids: place, time and type decide, k repeats use up k', async () => {
    const bare = (rows: string[]) => lines('brottstyp;datum;e;n', ...rows.map((row) => row.slice(3)))
    const twice = [MARCH[0]!, MARCH[0]!]
    const { reports } = await series([
      bare(MARCH),
      bare([...twice, 'K9;Rån;2025-04-01 10:00;692800;6449500']),
    ])
    expect(reports[1]).toMatchObject({
      rowsLoaded: 2,
      rejectedByReason: { duplicate: 1 },
      duplicates: { found: 1, updated: 0 },
    })
  })

  it('keeps repeats where the person says so, and counts them', async () => {
    const { reports } = await series([lines(HEAD, ...MARCH), lines(HEAD, ...MARCH)], true)
    expect(reports[1]).toMatchObject({
      rowsLoaded: 3,
      rejectedByReason: {},
      duplicates: { found: 3, leftOut: false, updated: 0, replaced: [] },
    })
  })

  it('numbers types on from those that are known', async () => {
    const { labels } = await series([
      lines(HEAD, ...MARCH),
      lines(
        HEAD,
        'K7;KLOTTER;2025-04-02 12:00;692859;6449599',
        'K8;Zoobrott;2025-04-02 12:00;692859;6449599',
      ),
    ])
    expect(labels.map(({ label }) => label)).toEqual(['', 'Klotter', 'Rån', 'Skadegörelse', 'Zoobrott'])
  })

  it('counts what is odd in the rows that stay, not in those that are there already', async () => {
    const { reports } = await series([
      lines(HEAD, 'K1;Zoobrott;2025-03-01;692859;6449599'),
      lines(HEAD, 'K1;Zoobrott;2025-03-01;692859;6449599', 'K2;Klotter;2025-03-02 10:00;692859;6449599'),
    ])
    expect(noted(reports[1]!, 'noClock')).toBe(0)
    expect(noted(reports[1]!, 'unknownType')).toBe(0)
    expect(reports[1]!.unknownTypes).toEqual([])
  })
})
