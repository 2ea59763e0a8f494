import { describe, expect, it } from 'vitest'
import { measureWarnings, missingOf, warningsOf } from '../../src/domain/measureWarnings.ts'
import { darkness, measureWith, theft, workWith } from './measureWork.ts'

const TODAY = '2026-06-30'
const full = {
  kind: 'outcome',
  text: 'Färre',
  indicator: 'Stölder',
  baseline: 20,
  target: 10,
  date: '2026-05-31',
} as const

describe('warnings of planned work', () => {
  it('have nothing to say where a measure answers a cause of a pictured problem', () => {
    expect(measureWarnings(workWith({ measures: [measureWith({ goals: [full] })] }), TODAY)).toEqual([])
    expect(measureWarnings(workWith({ problems: [], causes: [], measures: [] }), TODAY)).toEqual([])
  })

  it('name the measure without a cause, and the cause without a measure', () => {
    expect(measureWarnings(workWith({ measures: [measureWith({ causes: [] })] }), TODAY)).toEqual([
      { code: 'measureWithoutCause', measure: 'ljus' },
      { code: 'causeWithoutMeasure', cause: 'morker' },
    ])
    // A cause that is gone is none.
    expect(
      measureWarnings(workWith({ measures: [measureWith({ causes: ['borta'] })] }), TODAY),
    ).toContainEqual({
      code: 'measureWithoutCause',
      measure: 'ljus',
    })
  })

  it('name the problem without a cause, and the cause without a problem', () => {
    const other = { ...theft, id: 'bus' }
    expect(measureWarnings(workWith({ problems: [theft, other] }), TODAY)).toEqual([
      { code: 'problemWithoutCause', problem: 'bus' },
    ])
    expect(
      measureWarnings(workWith({ problems: [], causes: [{ ...darkness, problems: ['borta'] }] }), TODAY),
    ).toEqual([{ code: 'causeWithoutProblem', cause: 'morker' }])
  })

  it('say what an effektmål lacks, and ask nothing of the other kinds', () => {
    const goals = [
      full,
      { kind: 'process', text: 'Möten' } as const,
      { kind: 'outcome', text: 'Ska minska' } as const,
    ]
    expect(measureWarnings(workWith({ measures: [measureWith({ goals })] }), TODAY)).toEqual([
      {
        code: 'goalIncomplete',
        measure: 'ljus',
        goal: 2,
        missing: ['target', 'baseline', 'indicator', 'date'],
      },
    ])
    expect(missingOf({ ...full, baseline: undefined })).toEqual(['baseline'])
    expect(missingOf({ ...full, baseline: 0, target: 0 })).toEqual([])
    expect(missingOf({ ...full, indicator: '' })).toEqual(['indicator'])
  })

  it('name the measure that began before the end of the picture of its problem', () => {
    const on = (start: string) => measureWarnings(workWith({ measures: [measureWith({ start })] }), TODAY)
    const older = (start: string) => [
      { code: 'olderThanPicture', measure: 'ljus', problem: 'stold', start, pictureTo: '2025-04-30' },
    ]
    expect(on('2024-11-01')).toEqual(older('2024-11-01'))
    expect(on('2025-04-30')).toEqual(older('2025-04-30'))
    expect(on('2025-05-01')).toEqual([])
    const unpictured = { ...theft, period: undefined }
    expect(
      measureWarnings(
        workWith({ problems: [unpictured], measures: [measureWith({ start: '2020-01-01' })] }),
        TODAY,
      ),
    ).toEqual([])
  })

  it('name the measure without a place, the one that has ended and goes on, and the one that should have begun', () => {
    const of = (part: Parameters<typeof measureWith>[0]) =>
      measureWarnings(workWith({ measures: [measureWith(part)] }), TODAY)
    expect(of({ geometry: null })).toEqual([{ code: 'measureWithoutPlace', measure: 'ljus' }])
    expect(of({ end: '2026-06-29' })).toEqual([
      { code: 'endedButOngoing', measure: 'ljus', end: '2026-06-29' },
    ])
    expect(of({ end: TODAY })).toEqual([])
    expect(of({ end: '2026-06-29', status: 'done' })).toEqual([])
    expect(of({ status: 'planned' })).toEqual([
      { code: 'plannedButStarted', measure: 'ljus', start: '2025-06-01' },
    ])
    expect(of({ status: 'planned', start: TODAY })).toEqual([])
  })

  it('leave a cancelled measure alone, and its cause without a measure', () => {
    const cancelled = measureWith({
      status: 'cancelled',
      geometry: null,
      goals: [{ kind: 'outcome', text: 'x' }],
    })
    expect(measureWarnings(workWith({ measures: [cancelled] }), TODAY)).toEqual([
      { code: 'causeWithoutMeasure', cause: 'morker' },
    ])
  })

  it('are found for one measure', () => {
    const measures = [measureWith({ geometry: null }), measureWith({ id: 'vakt', geometry: null })]
    const warnings = measureWarnings(workWith({ measures }), TODAY)
    expect(warningsOf(warnings, 'vakt')).toEqual([{ code: 'measureWithoutPlace', measure: 'vakt' }])
  })
})
