import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { KIND_CODES } from '../../../src/domain/incident.ts'
import { dayNumber } from '../../../src/domain/period.ts'
import { EMPTY_SELECTION, type Selection } from '../../../src/domain/selection.ts'
import { SWEREF99_TM } from '../../../src/ingest/index.ts'
import { AnalysisEngine } from '../../../src/workers/engine/analysisEngine.ts'
import { unreported } from '../../../src/workers/engine/unreported.ts'
import { columnsOf, LABELS, rectangle, TIME_ZONE, type Incident } from './incidents.ts'

const DAY_MS = 86_400_000
const FIRST = dayNumber(2025, 1, 1)

interface Row {
  kind: 'crime' | 'fire' | 'repair'
  type: number
  /** Days from the first; null where no date is known. */
  day: number | null
  at: [number, number] | null
  cost: number | null
}

function engineOf(rows: readonly Row[]): AnalysisEngine {
  const columns = columnsOf(
    rows.map(({ type, day, at }): Incident => {
      const from = day === null ? null : (FIRST + day) * DAY_MS + DAY_MS / 2
      return { kind: 0, type, from, to: null, day: null, at }
    }),
  )
  rows.forEach(({ kind, cost }, i) => {
    columns.kind[i] = KIND_CODES[kind]
    columns.cost[i] = cost ?? NaN
  })
  const engine = new AnalysisEngine({ columns, labels: LABELS, timeZone: TIME_ZONE, crs: SWEREF99_TM })
  engine.setAreas(['väst'], [rectangle(0, 0, 500, 1000)])
  return engine
}

const anyRow: fc.Arbitrary<Row> = fc.record({
  kind: fc.constantFrom('crime', 'fire', 'repair'),
  type: fc.nat(LABELS.length - 1),
  day: fc.option(fc.nat(89), { freq: 9 }),
  at: fc.option(fc.tuple(fc.nat(999), fc.nat(999)), { freq: 9 }),
  cost: fc.option(fc.nat(100_000), { freq: 4 }),
})

describe('costs', () => {
  it('sum over what each view leaves, as a plain loop does, and say how many are not known', () => {
    const period = { from: FIRST + 20, to: FIRST + 60 }
    fc.assert(
      fc.property(fc.array(anyRow), fc.constantFrom(null, period), (rows, chosen) => {
        const selection: Selection = {
          ...EMPTY_SELECTION,
          kind: 'repair',
          period: chosen,
          types: ['klotter'],
        }
        const engine = engineOf(rows)
        const { costs } = engine.counts(selection)
        const repairs = rows.filter(({ kind }) => kind === 'repair')
        if (repairs.every(({ cost }) => cost === null)) return void expect(costs).toBeNull()
        const inPeriod = ({ day }: Row) =>
          !chosen || (day !== null && FIRST + day >= chosen.from && FIRST + day < chosen.to)
        const isKlotter = ({ type }: Row) => type === 1 || type === 2
        const sum = (all: Row[]) => all.reduce((total, { cost }) => total + (cost ?? 0), 0)
        const now = repairs.filter((row) => inPeriod(row) && isKlotter(row))
        expect(costs!.total.now).toBe(sum(now))
        expect(costs!.without).toBe(now.filter(({ cost }) => cost === null).length)
        expect(costs!.types.now.reduce((total, one) => total + one, 0)).toBe(sum(repairs.filter(inPeriod)))
        const dated = repairs.filter((row) => isKlotter(row) && row.day !== null)
        expect(costs!.months.reduce((total, one) => total + one, 0)).toBe(sum(dated))
        const west = now.filter(({ at }) => at !== null && at[0] < 500)
        expect(costs!.areas.now[0]).toBe(sum(west))
        expect(costs!.areas.now[1]).toBe(sum(now) - sum(west))
      }),
    )
  })

  it('are none where no incident of the kind says one: crimes beside repairs', () => {
    const repair: Row = { kind: 'repair', type: 1, day: 3, at: null, cost: 500 }
    const engine = engineOf([repair, { ...repair, kind: 'crime', cost: null }])
    expect(engine.counts(EMPTY_SELECTION).costs).toBeNull()
    expect(engine.counts({ ...EMPTY_SELECTION, kind: 'repair' }).costs?.total.now).toBe(500)
  })
})

describe('what was never reported', () => {
  const crime = (day: number, at: [number, number] | null, type = 1): Row => ({
    ...{ kind: 'crime', type, day, at, cost: null },
  })
  const repair = (day: number | null, at: [number, number] | null, cost: number | null = 100): Row => ({
    ...{ kind: 'repair', type: 2, day, at, cost },
  })
  const ask = (rows: Row[], part: Partial<Parameters<typeof unreported>[1]> = {}) =>
    unreported(engineOf(rows), {
      selection: { ...EMPTY_SELECTION, kind: 'repair' },
      ...{ crimeTypes: [], distance: 100, days: 14, ...part },
    })

  it('counts, sums and lists those without a crime near, and says which it cannot judge', () => {
    const rows = [
      crime(0, [0, 0]),
      crime(89, null),
      crime(40, [500, 500]),
      repair(50, [560, 580], 1000),
      repair(54, [500, 400]),
      repair(55, [500, 500], 2000),
      repair(30, [500, 601], null),
      repair(10, [500, 500]),
      repair(80, [500, 500]),
      repair(null, [500, 500]),
      repair(40, null),
    ]
    const found = ask(rows)
    expect(found).toMatchObject({ judged: 4, without: 2, cost: 2000, unplaced: 2, outsideTime: 2, crimes: 2 })
    expect(found.rows.map(({ row, day }) => [row, day])).toEqual([
      [7, FIRST + 30],
      [6, FIRST + 55],
    ])
    expect(ask(rows, { distance: 101 }).without).toBe(1)
    expect(ask(rows, { days: 15 }).without).toBe(1)
    expect(ask(rows, { crimeTypes: ['personran'] })).toMatchObject({ judged: 4, without: 4, crimes: 0 })
  })

  it('obeys the filters on the repairs and not those on the crimes’ time', () => {
    const rows = [
      crime(0, null),
      crime(89, null),
      crime(30, [100, 100]),
      repair(41, [100, 100]),
      repair(42, [900, 900]),
    ]
    const period = { from: FIRST + 40, to: FIRST + 50 }
    const selection: Selection = { ...EMPTY_SELECTION, kind: 'repair', period }
    expect(ask(rows, { selection })).toMatchObject({ judged: 2, without: 1 })
    expect(
      ask(rows, { selection: { ...selection, period: { from: FIRST + 41, to: FIRST + 42 } } }),
    ).toMatchObject({
      judged: 1,
      without: 0,
    })
  })
})
