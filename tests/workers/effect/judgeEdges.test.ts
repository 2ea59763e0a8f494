import { describe, expect, it } from 'vitest'
import { finish } from '../../../src/analysis/index.ts'
import { dayNumber } from '../../../src/domain/period.ts'
import { SWEREF99_TM } from '../../../src/ingest/index.ts'
import type { JudgedMeasure, MeasureOutline } from '../../../src/workers/effect/effectMessages.ts'
import { judgeSteps } from '../../../src/workers/effect/judgeMeasures.ts'
import { loadBuffer } from '../../../src/workers/effect/zones.ts'
import { AnalysisEngine } from '../../../src/workers/engine/analysisEngine.ts'
import { columnsOf, LABELS, ORIGIN, TIME_ZONE, type Incident } from '../engine/incidents.ts'

const FIRST = dayNumber(2022, 2, 28)
const LAST = dayNumber(2025, 2, 28)
/** One a day, over four places in turn. */
const incidents = (placed = true): Incident[] =>
  Array.from({ length: LAST - FIRST + 1 }, (_, i) => ({
    kind: 0,
    type: 1,
    from: null,
    to: null,
    day: FIRST + i,
    at: placed ? ([100 + 900 * (i % 2), 100 + 900 * ((i >> 1) % 2)] as [number, number]) : null,
  }))

const OUTLINE: MeasureOutline = {
  id: 'a',
  status: 'ongoing',
  start: dayNumber(2024, 1, 15),
  end: null,
  horizon: 'long',
  geometry: { type: 'Point', coordinates: [ORIGIN[0] + 100, ORIGIN[1] + 100], radius: 60 },
  typeIds: ['klotter'],
  zones: {},
  ringMetres: null,
  periods: null,
  runInDays: 0,
  chosenForPeak: false,
  breaks: [],
}

async function judge(
  outlines: readonly Partial<MeasureOutline>[],
  rows: readonly Incident[] = incidents(),
): Promise<JudgedMeasure[]> {
  const engine = new AnalysisEngine({
    columns: columnsOf(rows),
    labels: LABELS,
    timeZone: TIME_ZONE,
    crs: SWEREF99_TM,
  })
  const measures = outlines.map((outline) => ({ ...OUTLINE, ...outline }))
  return finish(judgeSteps(engine, { measures, only: null, withProposals: true }, await loadBuffer()))
}

describe('a measure at the edge of the data', () => {
  it('that begins on the first day or the last, or is over before its run-in, cannot be counted', async () => {
    const judged = await judge([
      { start: FIRST },
      { start: LAST },
      { start: FIRST - 400, end: LAST + 400, horizon: 'short' },
      { end: OUTLINE.start + 20, horizon: 'short', runInDays: 30 },
    ])
    expect(judged.map(({ cannot }) => cannot?.code)).toEqual([
      'nothing-before',
      'nothing-after',
      'nothing-before',
      'over-too-soon',
    ])
  })

  it('that began on a leap day is compared with the year before', async () => {
    const start = dayNumber(2024, 2, 29)
    const [one] = await judge([{ start }])
    if (one!.cannot !== null) throw new Error(one!.cannot.code)
    expect(one!.plan.periods).toEqual({
      before: [{ from: dayNumber(2023, 3, 1), to: start }],
      after: [{ from: start, to: dayNumber(2025, 3, 1) }],
    })
    expect(one!.figures.judgement.days).toEqual({ before: 365, after: 366 })
  })

  it('of no said crime types is judged by all of them', async () => {
    const [said, all] = await judge([{ start: dayNumber(2024, 2, 1) }, { id: 'b', start: dayNumber(2024, 2, 1), typeIds: [] }]) // prettier-ignore
    if (said!.cannot !== null || all!.cannot !== null) throw new Error('not counted')
    expect(all!.plan.kind).toBe('crime')
    expect(all!.figures.judgement.counts.target).toEqual(said!.figures.judgement.counts.target)
  })

  it('without a single position has counts of none, and says how many lack one', async () => {
    const [one] = await judge([{ start: dayNumber(2024, 2, 1) }], incidents(false))
    if (one!.cannot !== null) throw new Error(one!.cannot.code)
    expect(one!.figures.judgement).toMatchObject({ verdict: 'withheld', counts: { target: { before: 0, after: 0 } } }) // prettier-ignore
    expect(one!.figures.withoutPosition).toBe(365 + 366)
  })
})

it('a place that is none keeps no other measure from being judged', async () => {
  const [e, n] = ORIGIN
  const judged = await judge([
    { id: 'good', start: dayNumber(2024, 2, 1) },
    { id: 'dot', geometry: { type: 'LineString', coordinates: [[e, n]], radius: 40 } },
    { id: 'nothing', geometry: { type: 'LineString', coordinates: [], radius: 40 } },
    { id: 'point', geometry: { type: 'Point', coordinates: [e, n], radius: 0 } },
    { id: 'empty', geometry: { type: 'Polygon', coordinates: [] } },
    { id: 'open', geometry: { type: 'Polygon', coordinates: [[[e, n], [e + 10, n], [e, n + 10], [e - 9, n]]] } }, // prettier-ignore
    { id: 'flat', geometry: { type: 'Polygon', coordinates: [[[e, n], [e + 10, n], [e, n]]] } }, // prettier-ignore
  ])
  expect(judged.map(({ id, cannot }) => [id, cannot?.code ?? null])).toEqual([
    ['good', null],
    ['dot', 'empty-place'],
    ['nothing', 'empty-place'],
    ['point', 'empty-place'],
    ['empty', 'empty-place'],
    ['open', 'empty-place'],
    ['flat', 'empty-place'],
  ])
})
