import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aoristicWeights, samePeriodLastYear } from '../../../src/analysis/index.ts'
import { hoursInWindow } from '../../../src/domain/hourWindow.ts'
import { calendarDate, dayNumber, type Period } from '../../../src/domain/period.ts'
import { EMPTY_SELECTION, type Selection } from '../../../src/domain/selection.ts'
import { localDay, localHourOfWeek, utcToLocalMs, zoneTable } from '../../../src/domain/timeZone.ts'
import { groupId } from '../../../src/workers/engine/typeGroups.ts'
import { engineOf, incident, LABELS, ORIGIN, rectangle, TIME_ZONE, type Incident } from './incidents.ts'

/** Two areas side by side on the western half; edges lie off the whole metres of the incidents. */
const BOXES: Record<string, [number, number, number, number]> = {
  V: [-0.5, -0.5, 249.5, 1000.5],
  M: [249.5, -0.5, 499.5, 1000.5],
}
const OUTLINE = [100.5, 100.5, 600.5, 700.5] as const

const period = fc
  .tuple(
    fc.integer({ min: dayNumber(2023, 1, 1), max: dayNumber(2025, 6, 1) }),
    fc.integer({ min: 1, max: 400 }),
  )
  .map(([from, days]): Period => ({ from, to: from + days }))

const selection: fc.Arbitrary<Selection> = fc.record({
  kind: fc.constantFrom('crime' as const, 'event' as const),
  period: fc.option(period),
  comparison: fc.oneof(
    fc
      .constantFrom(1 as const, 2 as const, 3 as const)
      .map((years) => ({ kind: 'yearsBefore' as const, years })),
    fc.constantFrom(2 as const, 3 as const).map((years) => ({ kind: 'meanOfYears' as const, years })),
    period.map((own) => ({ kind: 'own' as const, period: own })),
  ),
  types: fc.subarray(['', 'klotter', 'Bus', 'personran', 'unheard-of'], { maxLength: 3 }),
  hours: fc.option(
    fc.record({
      dayFrom: fc.integer({ min: 0, max: 6 }),
      dayTo: fc.integer({ min: 0, max: 6 }),
      start: fc.integer({ min: 0, max: 23 }),
      length: fc.integer({ min: 1, max: 24 }),
    }),
  ),
  timeMethod: fc.constantFrom('start' as const, 'midpoint' as const, 'aoristic' as const),
  place: fc.oneof(
    fc.constant(null),
    fc.subarray(['V', 'M'], { minLength: 1 }).map((ids) => ({ kind: 'areas' as const, ids })),
    fc.constant({ kind: 'outline' as const, label: 'torget', polygon: rectangle(...OUTLINE) }),
  ),
})

/** The definitions once more, an incident at a time, with nothing of the engine. */
class PlainCount {
  constructor(
    private readonly incidents: readonly Incident[],
    private readonly chosen: Selection,
  ) {}

  day({ from, day }: Incident): number | null {
    return from === null ? day : localDay(utcToLocalMs(from, zoneTable(TIME_ZONE)))
  }

  /** Shares by hour of the week; null = unknown. */
  shares({ from, to }: Incident): Map<number, number> | null {
    if (from === null) return null
    const hourOf = (utc: number) => localHourOfWeek(utcToLocalMs(utc, zoneTable(TIME_ZONE)))
    if (this.chosen.timeMethod === 'start' || to === null) return new Map([[hourOf(from), 1]])
    if (to < from || to - from > 168 * 3_600_000) return null
    if (this.chosen.timeMethod === 'midpoint') return new Map([[hourOf((from + to) / 2), 1]])
    const weights = aoristicWeights(from, to, TIME_ZONE)
    return weights === 'unknown' ? null : new Map(weights.map(({ hour, weight }) => [hour, weight]))
  }

  hourShare(incident: Incident): number {
    if (!this.chosen.hours) return 1
    const flags = hoursInWindow(this.chosen.hours)
    let sum = 0
    for (const [hour, weight] of this.shares(incident) ?? []) if (flags[hour]) sum += weight
    return sum
  }

  area({ at }: Incident): number {
    const inside = ([west, south, east, north]: readonly number[]) =>
      at !== null && at[0] > west && at[0] < east && at[1] > south && at[1] < north
    return Object.values(BOXES).findIndex(inside)
  }

  passesPlace(incident: Incident): boolean {
    const { place } = this.chosen
    if (!place) return true
    if (place.kind === 'areas') return place.ids.includes(['V', 'M'][this.area(incident)] ?? 'none')
    const [west, south, east, north] = OUTLINE
    const { at } = incident
    return at !== null && at[0] > west && at[0] < east && at[1] > south && at[1] < north
  }

  passesType({ type }: Incident): boolean {
    return this.chosen.types.length === 0 || this.chosen.types.includes(groupId(LABELS[type]))
  }

  in(periods: readonly Period[] | null, incident: Incident): boolean {
    if (periods === null) return true
    const day = this.day(incident)
    return day !== null && periods.some(({ from, to }) => day >= from && day < to)
  }

  /** Sum of hour shares of incidents that pass the periods and every filter but those left out. */
  sum(
    periods: readonly Period[] | null,
    leftOut: 'none' | 'types' | 'hours' | 'place',
    only: (incident: Incident) => boolean = () => true,
  ): number {
    const kind = this.chosen.kind === 'crime' ? 0 : 1
    let sum = 0
    for (const each of this.incidents) {
      if (each.kind !== kind || !this.in(periods, each) || !only(each)) continue
      if (leftOut !== 'types' && !this.passesType(each)) continue
      if (leftOut !== 'place' && !this.passesPlace(each)) continue
      sum += leftOut === 'hours' ? 1 : this.hourShare(each)
    }
    return sum
  }
}

function comparisonOf({ comparison }: Selection, now: Period | null): Period[] {
  if (!now) return []
  if (comparison.kind === 'own') return [comparison.period]
  if (comparison.kind === 'yearsBefore') return [samePeriodLastYear(now, comparison.years).period]
  return Array.from({ length: comparison.years }, (_, i) => samePeriodLastYear(now, i + 1).period)
}

/** Shares are kept in single precision. */
const near = (value: number, expected: number) => expect(Math.abs(value - expected)).toBeLessThan(1e-4)

describe('every view counts what all the other filters leave', () => {
  const incidents = fc.array(incident, { minLength: 1, maxLength: 60 })

  it('as a plain count does, through any run of selections on one engine', () => {
    fc.assert(
      fc.property(
        incidents,
        fc.array(selection, { minLength: 1, maxLength: 4 }),
        fc.boolean(),
        (rows, selections, withAreas) => {
          const engine = engineOf(rows)
          if (withAreas)
            engine.setAreas(
              Object.keys(BOXES),
              Object.values(BOXES).map((box) => rectangle(...box)),
            )
          for (const chosen of selections) {
            // Without loaded areas no incident lies in a chosen one.
            if (!withAreas && chosen.place?.kind === 'areas') {
              expect(engine.counts(chosen).total).toEqual({ now: 0, before: 0 })
              continue
            }
            const plain = new PlainCount(rows, chosen)
            const result = engine.counts(chosen)
            const now = chosen.period ? [chosen.period] : null
            const before = comparisonOf(chosen, result.period)
            expect(result.comparison.periods).toEqual(before)

            near(result.total.now, plain.sum(now, 'none'))
            near(result.total.before, plain.sum(before, 'none'))
            engine.grouping.groups.forEach(({ id }, group) => {
              const ofGroup = ({ type }: Incident) => groupId(LABELS[type]) === id
              near(result.types.now[group], plain.sum(now, 'types', ofGroup))
              near(result.types.before[group], plain.sum(before, 'types', ofGroup))
            })

            expect(result.week.n).toBe(plain.sum(now, 'hours'))
            const weekSum = result.week.counts.reduce((sum, count) => sum + count, 0)
            near(weekSum + result.week.unknown, result.week.n)
            for (const hour of [0, 3, 47, 166, 167]) {
              let expected = 0
              for (const each of rows)
                expected +=
                  plain.sum(now, 'hours', (other) => other === each) * (plain.shares(each)?.get(hour) ?? 0)
              near(result.week.counts[hour], expected)
            }

            engine.summary.months.forEach((month, i) => near(result.months[i], plain.sum([month], 'none')))
            near(
              result.months.reduce((sum, count) => sum + count, 0),
              plain.sum(null, 'none', (each) => plain.day(each) !== null),
            )

            for (const area of withAreas ? [0, 1, -1] : [-1]) {
              const inArea = (each: Incident) => (withAreas ? plain.area(each) === area : true)
              const at = area < 0 ? result.areas.now.length - 1 : area
              near(result.areas.now[at], plain.sum(now, 'place', inArea))
              near(result.areas.before[at], plain.sum(before, 'place', inArea))
            }
            near(
              result.withoutPosition,
              plain.sum(now, 'place', (each) => each.at === null),
            )

            const listed = rows.flatMap((each, i) =>
              plain.sum(now, 'none', (other) => other === each) > 0 ? [i + 1] : [],
            )
            expect(Array.from(engine.rows(chosen))).toEqual(listed)
          }
        },
      ),
      { numRuns: 150 },
    )
  })

  it('and never sums crimes and events', () => {
    fc.assert(
      fc.property(incidents, selection, (rows, chosen) => {
        const both = engineOf(rows)
        const alone = engineOf(rows.filter(({ kind }) => kind === (chosen.kind === 'crime' ? 0 : 1)))
        const period = chosen.period ?? both.summary.span
        const [a, b] = [both, alone].map((engine) => engine.counts({ ...chosen, period, place: null }))
        expect(a.total).toEqual(b.total)
        expect(a.week).toEqual(b.week)
        expect(a.types).toEqual(b.types)
        expect(both.summary.kinds.crime + both.summary.kinds.event).toBe(rows.length)
      }),
      { numRuns: 60 },
    )
  })

  it('and an incident without a date only where no period is chosen', () => {
    const undated: Incident = { kind: 0, type: 1, from: null, to: null, day: null, at: [5, 5] }
    const dated = { ...undated, day: dayNumber(2025, 3, 1) }
    const engine = engineOf([undated, dated])
    expect(engine.counts(EMPTY_SELECTION).total.now).toBe(2)
    const year = { from: dayNumber(2025, 1, 1), to: dayNumber(2026, 1, 1) }
    expect(engine.counts({ ...EMPTY_SELECTION, period: year }).total.now).toBe(1)
    expect(calendarDate(engine.summary.span!.from)).toEqual({ year: 2025, month: 3, day: 1 })
    expect(engine.summary.extent!.minX).toBe(ORIGIN[0] + 5)
  })

  it('and nothing in an empty data set', () => {
    const engine = engineOf([])
    expect(engine.summary).toMatchObject({ rows: 0, span: null, extent: null, bounds: null, months: [] })
    expect(engine.counts(EMPTY_SELECTION)).toMatchObject({
      total: { now: 0, before: 0 },
      period: null,
      comparison: { periods: [], covered: false },
    })
    expect(engine.rows(EMPTY_SELECTION).length).toBe(0)
  })
})
