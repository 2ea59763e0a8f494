import { afterEach, describe, expect, it } from 'vitest'
import { dayNumber } from '../../../src/domain/period.ts'
import { locale } from '../../../src/i18n/locale.svelte.ts'
import { hotspotTable, trendTable, typeTable, weekTable } from '../../../src/panels/situation/tables.ts'
import type { HotspotRow, Readings, TypeRow } from '../../../src/panels/readings.svelte.ts'
import { changeOn } from '../../../src/state/change.ts'
import type { CountsResult, Hotspot } from '../../../src/workers/messages.ts'

afterEach(() => locale.use('sv'))

const typeRow = (id: string, now: number, before: number | null): TypeRow => ({
  id,
  name: id,
  categoryId: 'c',
  categoryName: 'Kategori',
  colour: 1,
  class: null,
  now,
  share: now / 100,
  change: before === null ? null : changeOn(now, before, 1, 1),
  selected: false,
})

const spot = (part: Partial<Hotspot>, name: string, before: number): HotspotRow => ({
  hotspot: {
    rank: 1,
    incidents: 30,
    share: 0.3,
    before,
    surfaceKm2: 0.0456,
    surfaceShare: 0.004,
    peakDensity: 1234.5,
    peakHour: 6 * 24 + 2,
    moreThanChance: true,
    ...part,
  } as Hotspot,
  name,
  named: true,
  areaName: 'A Centrum',
  areaCode: 'A',
  change: changeOn(part.incidents ?? 30, before, 1, 1),
})

const readings = (part: object) => part as unknown as Readings
const said = (text: string) => text.replaceAll('\u00a0', ' ')

/** Cells of a row as they are written. */
function written<Row>(
  table: { columns: { key: string; format?: (value: unknown, row: Row) => string }[]; rows: Row[] },
  i: number,
) {
  const row = table.rows[i]
  return table.columns.map(({ key, format }) => {
    const value = (row as Record<string, unknown>)[key]
    return said(format ? format(value, row) : String(value))
  })
}

describe('the table of types', () => {
  const table = typeTable(
    readings({
      kind: 'crime',
      typeRows: [
        typeRow('klotter', 67, 55),
        typeRow('rån', 4, 6),
        typeRow('ny', 12, 0),
        typeRow('ensam', 5, null),
      ],
    }),
  )

  it('gives counts, share and change with its interval', () => {
    expect(written(table, 0)).toEqual([
      'klotter',
      'Kategori',
      '67',
      '67,0 %',
      '55',
      '+22 %',
      '−16 %',
      '+77 %',
    ])
    locale.use('en')
    expect(written(table, 0)[3]).toBe('67.0%')
  })

  it('shows the interval as one column on the screen, without category and share', () => {
    const screen = { columns: table.screen, rows: table.rows }
    expect(table.screen.map(({ key }) => key)).toEqual(['type', 'now', 'before', 'change', 'interval'])
    expect(written(screen, 0)).toEqual(['klotter', '67', '55', '+22 %', '−16 till +77'])
    expect(written(screen, 1).at(-1)).toBe('–')
    expect(written(screen, 2).at(-1)).toMatch(/^\+\d+ eller mer$/)
  })

  it('gives no percent of few, of nothing, or without a comparison', () => {
    expect(written(table, 1).slice(4)).toEqual(['6', '–', '–', '–'])
    expect(written(table, 2)[5]).toBe('–')
    expect(written(table, 2)[7]).toBe('–')
    expect(written(table, 3).slice(4)).toEqual(['–', '–', '–', '–'])
    expect(table.rows.map(table.key)).toEqual(['klotter', 'rån', 'ny', 'ensam'])
  })
})

describe('the table of the week', () => {
  const counts = new Float64Array(168)
  counts[5 * 24 + 1] = 3
  counts[167] = 1
  const of = (part: object) =>
    weekTable(
      readings({
        fractional: false,
        counts: { week: { counts, unknown: 2, n: 6 } } as unknown as CountsResult,
        ...part,
      }),
    )

  it('has every hour once, with its share of the known times', () => {
    const table = of({})
    expect(table.rows).toHaveLength(168)
    expect(written(table, 0)).toEqual(['mån', '06–07', '0', '0,0 %'])
    expect(written(table, 5 * 24 + 1 - 6)).toEqual(['lör', '01–02', '3', '75,0 %'])
    expect(written(table, 167 - 6)).toEqual(['sön', '23–24', '1', '25,0 %'])
    expect(written(table, 167)).toEqual(['mån', '05–06', '0', '0,0 %'])
    expect(new Set(table.rows.map(table.key)).size).toBe(168)
    expect(table.rows.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 12)
  })

  it('shows a decimal where hours are shared out, and zeros where nothing is counted', () => {
    expect(written(of({ fractional: true }), 167 - 6)[2]).toBe('1,0')
    expect(written(of({ counts: null }), 167).slice(2)).toEqual(['0', '0,0 %'])
  })
})

describe('the table of hotspots', () => {
  it('says where, how many, how dense, when, and whether it is more than chance', () => {
    const table = hotspotTable(
      readings({
        hotspots: [
          spot({}, 'Busstorget', 20),
          spot({ rank: 2, incidents: 5, peakHour: null, moreThanChance: false }, 'Hamnplan', 4),
        ],
      }),
    )
    expect(written(table, 0)).toEqual([
      'Busstorget',
      '1',
      'A Centrum',
      '30',
      '30,0 %',
      '0,046',
      '0,4 %',
      '1 235',
      'lör 02',
      '20',
      '+50 %',
      locale.texts.panels.where.yes,
    ])
    expect(written(table, 1).slice(8)).toEqual(['–', '4', '–', locale.texts.panels.where.no])
  })
})

describe('the table of months', () => {
  it('says which months are whole, and nothing of a year before that is not there', () => {
    const month = (from: number, to: number, complete: boolean, before: number | null) => ({
      from,
      to,
      complete,
      count: 7,
      before,
    })
    const [jan, feb, mar] = [1, 2, 3].map((number) => dayNumber(2025, number, 1))
    const table = trendTable([month(jan, feb, true, 5), month(feb, mar, false, null)])
    expect(written(table, 0)).toEqual(['jan 2025', '7', '5', locale.texts.panels.where.yes])
    expect(written(table, 1)).toEqual(['feb 2025', '7', '–', locale.texts.panels.trend.incomplete])
  })
})
