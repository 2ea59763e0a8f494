import { describe, expect, it } from 'vitest'
import { openEvaluation } from '../../src/domain/evaluation.ts'
import { measureChain } from '../../src/domain/measureChain.ts'
import { readableId } from '../../src/domain/measureIds.ts'
import {
  withoutActivity,
  withoutCause,
  withoutMeasure,
  withoutProblem,
} from '../../src/domain/measureRemoval.ts'
import { darkness, measureWith, theft, workWith } from './measureWork.ts'

describe('problem, cause and measure', () => {
  it('are tied many to many; what is tied to nothing stands apart', () => {
    const second = { ...theft, id: 'otrygg' }
    const shared = { ...darkness, problems: ['stold', 'otrygg'] }
    const loose = { ...darkness, id: 'los', problems: [] }
    const work = workWith({
      problems: [theft, second],
      causes: [shared, loose],
      measures: [
        measureWith({ causes: ['morker', 'los'] }),
        measureWith({ id: 'hack', causes: ['morker'] }),
        measureWith({ id: 'ensam', causes: ['borta'] }),
      ],
    })
    const chain = measureChain(work)
    expect(
      chain.problems.map(({ problem, causes }) => [
        problem.id,
        causes.map(({ cause, measures, alsoOf }) => [
          cause.id,
          measures.map(({ id }) => id),
          alsoOf.map(({ id }) => id),
        ]),
      ]),
    ).toEqual([
      ['stold', [['morker', ['ljus', 'hack'], ['otrygg']]]],
      ['otrygg', [['morker', ['ljus', 'hack'], ['stold']]]],
    ])
    expect(chain.looseCauses.map(({ cause, measures }) => [cause.id, measures.length])).toEqual([['los', 1]])
    expect(chain.looseMeasures.map(({ id }) => id)).toEqual(['ensam'])
  })
})

describe('what is removed', () => {
  const series = { id: 'pl13', name: 'PL 13', unit: 'ingripanden', measure: 'ljus', months: [] }
  const work = workWith({
    problems: [theft, { ...theft, id: 'bus' }],
    causes: [darkness, { ...darkness, id: 'vind' }],
    measures: [measureWith(), measureWith({ id: 'vakt', causes: ['morker', 'vind'] })],
    activity: [series],
    evaluations: [openEvaluation('ljus'), openEvaluation('vakt')],
  })

  it('is untied, and comes back where it stood', () => {
    for (const [remove, id] of [
      [withoutMeasure, 'ljus'],
      [withoutCause, 'vind'],
      [withoutProblem, 'stold'],
      [withoutActivity, 'pl13'],
    ] as const) {
      const { left, restore } = remove(work, id)
      expect(JSON.stringify({ ...left, evaluations: [] }), id).not.toContain(`"${id}"`)
      const back = restore(left)
      expect({ ...back, evaluations: [] }).toEqual({ ...work, evaluations: [] })
      expect(new Set(back.evaluations)).toEqual(new Set(work.evaluations))
    }
  })

  it('comes back into what has changed since', () => {
    const { left, restore } = withoutMeasure(work, 'ljus')
    const since = { ...left, measures: [], causes: [] }
    expect(restore(since)).toMatchObject({ causes: [], measures: [{ id: 'ljus' }] })
    expect(restore(restore(since)).measures).toHaveLength(1)
  })
})

it('makes ids that can be read, once', () => {
  expect(readableId('Belysning, Åvägen 3', [])).toBe('belysning-avagen-3')
  expect(readableId('Belysning', ['belysning', 'belysning-2'])).toBe('belysning-3')
  expect(readableId('…', [])).toBe('utan-namn')
  expect(readableId('x'.repeat(80), []).length).toBe(40)
})
