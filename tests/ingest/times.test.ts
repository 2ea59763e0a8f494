import { describe, expect, it } from 'vitest'
import { MISSING_HOUR } from '../../src/domain/incident.ts'
import { isoDate } from '../../src/domain/period.ts'
import { load, proposeMapping, sniff } from '../../src/ingest/index.ts'
import { file, lines, loadFile, noted } from './files.ts'

const iso = (utcMs: number | undefined) =>
  Number.isNaN(utcMs!) ? null : new Date(utcMs!).toISOString().slice(0, 16)

describe('the same winter evening in every way of writing it', () => {
  // 1 March 2025 23:15 in Stockholm is 22:15 UTC, hour 143 of the week (Saturday 23).
  it.each<[string, string[]]>([
    ['tid', ['2025-03-01 23:15']],
    ['tid', ['2025-03-01T23:15:00']],
    ['tid', ['2025-03-01 23.15']],
    ['tid', ['2025-03-01 kl 23.15']],
    ['tid', ['1/3 2025 23.15', '25/3 2025 10.00']],
    ['tid', ['1/3/2025 23:15', '25/3/2025 10:00']],
    ['tid', ['01.03.2025 23:15', '25.03.2025 10:00']],
    ['tid', ['1 mars 2025 kl 23:15']],
    ['tid', ['1 mars 2025, kl. 23.15']],
    ['tid', ['lördag 1 mars 2025 kl 23:15']],
    ['tid', ['20250301 2315']],
    ['tid', ['202503012315']],
    ['tid', ['2025-03-01T22:15:00Z']],
    ['tid', ['2025-03-01T17:15:00-05:00']],
    ['tid', ['2025-03-01 23:15+01']],
    ['datum', ['45717,96875', '45718,5']],
    ['datum;kl', ['2025-03-01;23:15']],
    ['datum;kl', ['2025-03-01;2315']],
    ['datum;klockslag', ['1/3 2025;23.15', '25/3 2025;10.00']],
    ['datum;kl', ['20250301;2315']],
    ['datum;kl', ['2025-03-01 00:00:00;23:15', '2025-03-02 00:00:00;10:00']],
  ])('%s %j', async (header, rows) => {
    const typed = rows.map((row) => `Klotter;${row}`)
    const { columns } = await loadFile(lines(`brottstyp;${header}`, ...typed))
    expect(iso(columns.fromUtcMs[0])).toBe('2025-03-01T22:15')
    expect(columns.startHour[0]).toBe(143)
    expect(isoDate(columns.day[0]!)).toBe('2025-03-01')
  })

  it('and in a workbook of the 1904 date system, when a person says so', async () => {
    const source = lines('datum;typ', '44255,96875;Klotter', '44256,5;Klotter')
    const { mapping } = await loadFile(source)
    const { columns } = await loadFile(source, { from: { ...mapping.from!, order: 'serial1904' } })
    expect(iso(columns.fromUtcMs[0])).toBe('2025-03-01T22:15')
  })
})

describe('an end', () => {
  it('that is a date alone has no clock time: neither midnight nor the end of the day', async () => {
    const { columns, report } = await loadFile(
      lines(
        'från;till;typ',
        '2025-03-01 23:15;2025-03-03;Klotter',
        '2025-03-01 23:15;2025-03-02 07:00;Klotter',
        '2025-03-01 23:15;;Klotter',
      ),
    )
    expect([...columns.toUtcMs].map(iso)).toEqual([null, '2025-03-02T06:00', null])
    expect([...columns.startHour]).toEqual([143, 143, 143])
    expect([noted(report, 'endWithoutClock'), noted(report, 'noEnd')]).toEqual([1, 1])
  })

  it('in a column of dates is completed by a clock column of its own', async () => {
    const { columns, mapping, report } = await loadFile(
      lines(
        'datum från;kl från;datum till;kl till;typ',
        '2025-03-01;23:15;2025-03-02;07:00;Klotter',
        '2025-03-01;23:15;2025-03-02;;Klotter',
      ),
    )
    expect(mapping.to).toMatchObject({ column: 2, clockColumn: 3 })
    expect([...columns.toUtcMs].map(iso)).toEqual(['2025-03-02T06:00', null])
    expect(noted(report, 'endWithoutClock')).toBe(1)
  })
})

describe('day and month', () => {
  /** More rows than a sample holds, all of which could be either; the sample never sees the one that is not. */
  const open = (decisive: string) => {
    const rows = Array.from(
      { length: 60_000 },
      (_, i) => `${(i % 12) + 1}/${((i * 5) % 12) + 1}/2025;Klotter`,
    )
    rows[41_234] = `${decisive};Klotter`
    return file(`datum;typ\n${rows.join('\n')}\n`)
  }

  it.each([
    ['25/3/2025', 'dmy'],
    ['3/25/2025', 'mdy'],
  ])('are told apart by a row beyond the sample: %s', async (decisive, order) => {
    const source = open(decisive)
    const description = await sniff(source)
    const seen = [...description.sample.map(({ cells }) => cells), ...description.probe].flat()
    expect(seen).not.toContain(decisive)
    const mapping = proposeMapping(description)
    expect(mapping.from).toMatchObject({ order: 'dmy', ambiguous: true })
    const days: number[] = []
    const report = await load(source, description, mapping, {
      onBatch: ({ columns }) => void days.push(...columns.day),
    })
    expect(report).toMatchObject({ rowsLoaded: 60_000, rejected: [] })
    // Row 6 is 6/2/2025.
    expect(isoDate(days[5]!)).toBe(order === 'dmy' ? '2025-02-06' : '2025-06-02')
    expect(isoDate(days[41_234]!)).toBe('2025-03-25')
    expect([noted(report, 'dateOrderByRows'), noted(report, 'ambiguousDateOrder')]).toEqual([1, 0])
  })

  it('stay the Swedish order, and are said to be in doubt, where no row tells', async () => {
    const { report } = await loadFile(lines('datum;typ', '1/3/2025;Klotter', '2/4/2025;Klotter'))
    expect([noted(report, 'dateOrderByRows'), noted(report, 'ambiguousDateOrder')]).toEqual([0, 1])
  })

  it('are as the person said, whatever a row says', async () => {
    const source = lines('datum;typ', '1/3/2025;Klotter', '25/3/2025;Klotter')
    const { mapping } = await loadFile(source)
    const { report } = await loadFile(source, {
      from: { ...mapping.from!, order: 'mdy', ambiguous: false },
    })
    expect(report.rejectedByReason).toEqual({ unparsableDate: 1 })
  })
})

describe('midnights', () => {
  it('that a person takes for defaults are unknown, in a date as in a clock column', async () => {
    const one = lines('tid;typ', '2025-03-01 00:00;Klotter', '2025-03-01 10:00;Klotter')
    const { mapping } = await loadFile(one)
    const { columns, report } = await loadFile(one, { from: { ...mapping.from!, midnightUnknown: true } })
    expect([...columns.startHour]).toEqual([MISSING_HOUR, 5 * 24 + 10])
    expect(noted(report, 'noClock')).toBe(1)
    const apart = lines('datum;kl;typ', '2025-03-01;00:00;Klotter', '2025-03-01;10:00;Klotter')
    const found = await loadFile(apart)
    expect([...found.columns.startHour]).toEqual([5 * 24, 5 * 24 + 10])
    const changed = await loadFile(apart, { from: { ...found.mapping.from!, midnightUnknown: true } })
    expect([...changed.columns.startHour]).toEqual([MISSING_HOUR, 5 * 24 + 10])
  })
})
