import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Connection } from '../../src/db/connection.ts'
import { SOURCE_ORDER } from '../../src/db/filter.ts'
import type { IncidentStore } from '../../src/db/incidentStore.ts'
import { hoursInWindow } from '../../src/domain/hourWindow.ts'
import {
  concatColumns,
  KIND_CODES,
  MISSING_DAY,
  MISSING_HOUR,
  type IncidentColumns,
} from '../../src/domain/incident.ts'
import type { MultiPolygon } from '../../src/domain/grid.ts'
import { dayNumber, monthStart } from '../../src/domain/period.ts'
import { EMPTY_SELECTION, type Selection } from '../../src/domain/selection.ts'
import { AnalysisEngine } from '../../src/workers/engine/analysisEngine.ts'
import { LABELS, STOCKHOLM } from './batches.ts'
import { loadedStore } from './loaded.ts'
import { openNodeConnection } from './nodeConnection.ts'
import { syntheticBatches } from './synthetic.ts'

const N = 6000
/** The synthetic positions are metres near the origin: the projection itself is of no matter here. */
const SWEREF = {
  epsg: 3006,
  name: 'SWEREF 99 TM',
  proj4: '+proj=utm +zone=33 +ellps=GRS80 +units=m +no_defs',
}
const AREAS = ['A', 'B', 'C', 'D'].map((id) => ({ id, name: `Kommundel ${id}` }))

let connection: Connection
let store: IncidentStore
let columns: IncidentColumns
let areaOfRow: Int32Array

beforeAll(async () => {
  connection = await openNodeConnection()
  const batches = [...syntheticBatches(N, { seed: 7, batchRows: 1700, sourceColumns: 1 })]
  columns = concatColumns(batches.map((batch) => batch.columns))
  store = await loadedStore(connection, batches)
  areaOfRow = Int32Array.from(columns.x, (x) =>
    Number.isNaN(x) ? -1 : Math.min(Math.floor(x / 1000), 4) - 1,
  )
  await store.setAreas(AREAS, areaOfRow)
})
afterAll(() => connection.close())

/** Indices of the rows that a selection leaves: a plain pass over the typed columns. */
function chosen(selection: Selection, rows: Set<number> | null): number[] {
  const hours = selection.hours && hoursInWindow(selection.hours)
  return [...columns.row.keys()].filter((i) => {
    const { label, typeId } = LABELS[columns.type[i]!]!
    const { period, place } = selection
    const day = columns.day[i]!
    if (columns.kind[i] !== KIND_CODES[selection.kind]) return false
    if (period && (day === MISSING_DAY || day < period.from || day >= period.to)) return false
    if (selection.types.length > 0 && !selection.types.includes(typeId ?? label)) return false
    if (hours && (columns.startHour[i] === MISSING_HOUR || hours[columns.startHour[i]!] !== 1)) return false
    if (place?.kind === 'areas' && !place.ids.includes(AREAS[areaOfRow[i]!]?.id ?? '')) return false
    return rows === null || rows.has(columns.row[i]!)
  })
}

const day = fc.integer({ min: dayNumber(2022, 11, 1), max: dayNumber(2026, 8, 1) })
const selections: fc.Arbitrary<Selection> = fc.record({
  kind: fc.constantFrom('crime', 'event'),
  period: fc.option(fc.tuple(day, day).map(([a, b]) => ({ from: Math.min(a, b), to: Math.max(a, b) + 1 }))),
  comparison: fc.constant(EMPTY_SELECTION.comparison),
  types: fc.subarray([...new Set(LABELS.map(({ label, typeId }) => typeId ?? label)), 'unknown']),
  hours: fc.option(
    fc.record({
      dayFrom: fc.integer({ min: 0, max: 6 }),
      dayTo: fc.integer({ min: 0, max: 6 }),
      start: fc.integer({ min: 0, max: 23 }),
      length: fc.integer({ min: 1, max: 24 }),
    }),
  ),
  timeMethod: fc.constant('start'),
  place: fc.option(
    fc.subarray([...AREAS.map(({ id }) => id), 'unknown']).map((ids) => ({ kind: 'areas', ids })),
  ),
})

describe('two engines, one truth', () => {
  it('gives the counts of a pass over the typed columns for random selections', async () => {
    await fc.assert(
      fc.asyncProperty(selections, async (selection) => {
        const rows = chosen(selection, null)
        expect(await store.count({ selection })).toBe(rows.length)
      }),
      { numRuns: 150 },
    )
  })

  it('gives the same rows inside an outline', async () => {
    const picks = fc.uniqueArray(fc.integer({ min: 1, max: N + 5 }), { maxLength: 4000 })
    await fc.assert(
      fc.asyncProperty(selections, picks, async (selection, picked) => {
        const outlined: Selection = { ...selection, place: { kind: 'outline', label: '1', polygon: [] } }
        const expected = chosen({ ...selection, place: null }, new Set(picked)).map((i) => columns.row[i])
        const page = await store.page({
          filter: { selection: outlined, rows: Uint32Array.from(picked) },
          sort: { column: 'row', direction: 'ascending' },
          language: 'sv',
          offset: 0,
          limit: N,
        })
        expect(page.rows.map(({ row }) => row)).toEqual(expected)
      }),
      { numRuns: 30 },
    )
  })

  it('gives the same counts by type, month, hour of the week and area', async () => {
    await fc.assert(
      fc.asyncProperty(selections, async (selection) => {
        const rows = chosen(selection, null)
        const tally = (keyOf: (i: number) => number) => {
          const counted = new Map<number, number>()
          for (const i of rows) counted.set(keyOf(i), (counted.get(keyOf(i)) ?? 0) + 1)
          return counted
        }
        const counts = await store.counts({ selection })
        const filled = (counted: Uint32Array) =>
          new Map([...counted.entries()].filter(([, n]) => n > 0).map(([key, n]) => [key, n]))
        const without = (counted: Map<number, number>, missing: number) =>
          new Map([...counted].filter(([key]) => key !== missing))
        const months = tally((i) =>
          columns.day[i] === MISSING_DAY ? MISSING_DAY : monthStart(columns.day[i]!),
        )
        const hours = tally((i) => columns.startHour[i]!)
        const areas = tally((i) => areaOfRow[i]!)
        expect(counts.total).toBe(rows.length)
        expect(filled(counts.byType)).toEqual(tally((i) => columns.type[i]!))
        expect(new Map(counts.byMonth.map(({ start, n }) => [start, n]))).toEqual(
          without(months, MISSING_DAY),
        )
        expect(counts.noDay).toBe(months.get(MISSING_DAY) ?? 0)
        expect(filled(counts.byHour)).toEqual(without(hours, MISSING_HOUR))
        expect(counts.noHour).toBe(hours.get(MISSING_HOUR) ?? 0)
        expect(filled(counts.byArea)).toEqual(without(areas, -1))
        expect(counts.noArea).toBe(areas.get(-1) ?? 0)
      }),
      { numRuns: 60 },
    )
  })

  it('gives the rows of the analysis engine, in areas, outlines and hours by all three methods', async () => {
    const engine = new AnalysisEngine({ columns, labels: LABELS, timeZone: STOCKHOLM, crs: SWEREF })
    const strip = (west: number, east: number): MultiPolygon => [
      [
        [
          [west, 0],
          [east, 0],
          [east, 5000],
          [west, 5000],
          [west, 0],
        ],
      ],
    ]
    const polygons = AREAS.map((_, area) => strip((area + 1) * 1000, (area + 2) * 1000))
    await store.setAreas(
      AREAS,
      engine.setAreas(
        AREAS.map(({ id }) => id),
        polygons,
      ),
    )
    const outlines = fc
      .tuple(fc.nat(5000), fc.nat(5000))
      .map(
        ([a, b]) =>
          ({ kind: 'outline', label: '1', polygon: strip(Math.min(a, b), Math.max(a, b) + 1) }) as const,
      )
    const anySelection = fc
      .record({
        selection: selections,
        outline: fc.option(outlines),
        timeMethod: fc.constantFrom('start', 'midpoint', 'aoristic'),
      })
      .map(({ selection, outline, timeMethod }): Selection => ({
        ...selection,
        place: outline ?? selection.place,
        timeMethod,
      }))
    await fc.assert(
      fc.asyncProperty(anySelection, async (selection) => {
        const expected = engine.rows(selection)
        const byRow =
          selection.place?.kind === 'outline' || (selection.hours && selection.timeMethod !== 'start')
        // What rests on polygons or shared-out hours comes as rows; the other clauses are DuckDB's own.
        const { kind, place, hours, timeMethod } = selection
        const rows = engine.rows({ ...EMPTY_SELECTION, kind, hours, timeMethod, place })
        const others = { ...selection, place: place?.kind === 'outline' ? null : place, hours: null }
        const filter = byRow ? { selection: others, rows } : { selection }
        const request = { filter, sort: SOURCE_ORDER, language: 'sv', offset: 0, limit: N } as const
        expect((await store.page(request)).rows.map(({ row }) => row)).toEqual([...expected])
      }),
      { numRuns: 80 },
    )
  }, 60_000)
})
