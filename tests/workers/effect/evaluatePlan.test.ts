import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayNumber, parseIsoDate } from '../../../src/domain/period.ts'
import { effectIndex } from '../../../src/workers/effect/effectIndex.ts'
import type { EvaluationPlan } from '../../../src/workers/effect/effectMessages.ts'
import { evaluatePlan } from '../../../src/workers/effect/evaluatePlan.ts'
import { AnalysisEngine } from '../../../src/workers/engine/analysisEngine.ts'
import { SWEREF99_TM } from '../../../src/ingest/index.ts'
import { columnsOf, LABELS, ORIGIN, TIME_ZONE, type Incident } from '../engine/incidents.ts'

const START = dayNumber(2024, 6, 1)
const DAY_MS = 86_400_000
const square = (x: number, y: number, size: number) => {
  const [e, n] = [ORIGIN[0] + x, ORIGIN[1] + y]
  return [[[[e, n], [e + size, n], [e + size, n + size], [e, n + size], [e, n]]]] // prettier-ignore
}

const PLAN: EvaluationPlan = {
  id: 'a',
  kind: 'crime',
  typeIds: ['klotter'],
  start: START,
  zones: { target: square(0, 0, 300), control: square(500, 500, 300) },
  periods: {
    before: [{ from: dayNumber(2023, 6, 1), to: START }],
    after: [{ from: START + 30, to: dayNumber(2025, 6, 1) }],
  },
  chosenForPeak: false,
  breaks: [],
  others: [],
}
const SPAN = { from: dayNumber(2022, 1, 1), to: dayNumber(2025, 7, 1) }

function evaluate(incidents: readonly Incident[], plan: Partial<EvaluationPlan> = {}) {
  const engine = new AnalysisEngine({
    columns: columnsOf(incidents),
    labels: LABELS,
    timeZone: TIME_ZONE,
    crs: SWEREF99_TM,
  })
  return evaluatePlan(effectIndex(engine), { ...PLAN, ...plan }, SPAN)
}

const incident = (day: number, more: Partial<Incident> = {}): Incident => ({
  kind: 0,
  type: 1,
  from: null,
  to: null,
  day,
  at: [100, 100],
  ...more,
})

describe('counts', () => {
  it('leave the run-in out exactly, to the day', () => {
    const days = Array.from({ length: 400 }, (_, i) => START - 10 + i)
    const { judgement } = evaluate(days.map((day) => incident(day)))
    expect(judgement.counts.target).toEqual({ before: 10, after: 335 })
    expect(judgement.days).toEqual({ before: 366, after: 335 })
  })

  it('are those of one test after another', () => {
    const any = fc.record({
      kind: fc.constantFrom(0 as const, 1 as const),
      type: fc.integer({ min: 0, max: 4 }),
      day: fc.option(fc.integer({ min: SPAN.from, max: SPAN.to - 1 })),
      at: fc.option(fc.tuple(fc.integer({ min: 1, max: 999 }), fc.integer({ min: 1, max: 999 })), {
        freq: 8,
      }),
      length: fc.option(fc.integer({ min: -5, max: 200 })),
    })
    fc.assert(
      fc.property(fc.array(any, { maxLength: 60 }), (drawn) => {
        const incidents = drawn.map(({ length, ...one }): Incident => {
          // An hour of noon in UTC is the same day in local time.
          const from = length === null || one.day === null ? null : one.day * DAY_MS + DAY_MS / 2
          return { ...one, from, to: from === null ? null : from + length! * 3_600_000 }
        })
        const counted = incidents.filter(({ kind, type, day }) => kind === 0 && (type === 1 || type === 2) && day !== null) // prettier-ignore
        const [before] = PLAN.periods.before
        const [after] = PLAN.periods.after
        const within = (day: number, { from, to }: { from: number; to: number }) => day >= from && day < to
        const inTarget = counted.filter(({ at }) => at && at[0] < 300 && at[1] < 300)
        const inControl = counted.filter(
          ({ at }) => at && at[0] > 500 && at[0] < 800 && at[1] > 500 && at[1] < 800,
        )
        const clear = counted.filter(({ at }) => !at || ![300, 500, 800].some((edge) => at.includes(edge)))
        if (clear.length < counted.length) return
        const { judgement, hours, withoutPosition } = evaluate(incidents)
        const count = (of: Incident[]) => ({
          before: of.filter(({ day }) => within(day!, before!)).length,
          after: of.filter(({ day }) => within(day!, after!)).length,
        })
        expect(judgement.counts.target).toEqual(count(inTarget))
        expect(judgement.counts.control).toEqual(count(inControl))
        const unplaced = count(counted.filter(({ at }) => !at))
        expect(withoutPosition).toBe(unplaced.before + unplaced.after)
        const sum = (week: Float64Array) => week.reduce((a, b) => a + b, 0)
        expect(sum(hours.before) + hours.unknownBefore).toBeCloseTo(judgement.counts.target.before, 9)
        expect(sum(hours.after) + hours.unknownAfter).toBeCloseTo(judgement.counts.target.after, 9)
      }),
      { numRuns: 60 },
    )
  })
})

it('the record that can be compared begins with the latest order of classing before the periods', () => {
  const day = parseIsoDate('2023-01-01')
  const incidents = Array.from({ length: 40 }, (_, i) => incident(START - 200 + 10 * i))
  expect(evaluate(incidents).evidence.baselineDays).toBe(START - SPAN.from)
  expect(evaluate(incidents, { breaks: [{ kind: 'category', day }] }).evidence.baselineDays).toBe(START - day)
  const within = evaluate(incidents, { breaks: [{ kind: 'category', day: START - 5 }] })
  expect(within.judgement.reasons[0]).toMatchObject({ code: 'data-break', severity: 'withholds' })
})

it('neither the years before nor the trend are read across an older order of classing', () => {
  const incidents = Array.from({ length: 120 }, (_, i) => incident(SPAN.from + 10 * i))
  const months = (plan: Partial<EvaluationPlan>) =>
    Array.from(evaluate(incidents, plan).evidence.series!.post).filter((post) => post === 0).length
  expect(evaluate(incidents).evidence.history).toMatchObject({ days: 365 })
  expect(months({})).toBe(29)
  const breaks = [{ kind: 'category' as const, day: parseIsoDate('2022-12-15') }]
  expect(evaluate(incidents, { breaks }).evidence.history).toBeUndefined()
  expect(months({ breaks })).toBe(17)
})

it('other measures count where they worked in a zone while the windows ran, and alike in aim', () => {
  const incidents = Array.from({ length: 80 }, (_, i) => incident(START - 400 + 10 * i))
  const other = { id: 'b', zone: square(100, 100, 100), from: START + 60, to: null, sameTypes: true }
  const touched = (others: EvaluationPlan['others']) => evaluate(incidents, { others })
  expect(touched([other]).evidence.otherMeasures).toEqual([{ id: 'b', touches: ['target'] }])
  expect(touched([{ ...other, zone: square(600, 600, 50) }]).evidence.otherMeasures).toEqual([{ id: 'b', touches: ['control'] }]) // prettier-ignore
  expect(touched([{ ...other, zone: square(400, 0, 50) }]).evidence.otherMeasures).toEqual([])
  expect(touched([{ ...other, from: SPAN.from - 100, to: SPAN.from }]).evidence.otherMeasures).toEqual([])
  const elsewhere = touched([{ ...other, sameTypes: false }])
  expect(elsewhere.evidence.otherMeasures).toEqual([])
  expect(elsewhere.alsoThere).toEqual(['b'])
})
