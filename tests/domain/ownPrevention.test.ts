import { describe, expect, it } from 'vitest'
import { openEvaluation } from '../../src/domain/evaluation.ts'
import type { Measure } from '../../src/domain/measure.ts'
import { ownPrevention, withOwn } from '../../src/domain/ownPrevention.ts'
import { NO_PREVENTION, type Prevention } from '../../src/domain/prevention.ts'
import type { SafetyWalk } from '../../src/domain/safetyWalk.ts'

const measure = (id: string, causes: string[]) => ({ id, causes, title: id }) as unknown as Measure
const walk = (id: string) => ({ id, title: id, observations: [] }) as unknown as SafetyWalk

const demo: Prevention = {
  ...NO_PREVENTION,
  walks: [walk('demo')],
  problems: [{ id: 'p', text: 'Stöld', crimeTypes: [] }],
  causes: [{ id: 'c', text: 'Mörkt', kind: 'proximate', problems: ['p'] }],
  measures: [measure('m', ['c'])],
  activity: [{ id: 's', name: 'Tillsyn', unit: 'st', measure: 'm', months: [] }],
  evaluations: [openEvaluation('m')],
}
const own: Prevention = {
  ...NO_PREVENTION,
  walks: [walk('vår')],
  causes: [{ id: 'c2', text: 'Skymt', kind: 'distal', problems: ['p'] }],
  measures: [measure('m2', ['c', 'c2'])],
  activity: [
    { id: 's2', name: 'Ronder', unit: 'st', measure: 'm2', months: [] },
    { id: 's3', name: 'Samtal', unit: 'st', measure: 'm', months: [] },
  ],
  evaluations: [{ ...openEvaluation('m2'), ringMetres: 200 }],
  processNotes: { aim: 'Färre stölder' },
}

describe('what a person has added beside the demo', () => {
  const left = ownPrevention(withOwn(demo, own), demo)

  it('stays when the demo goes: walks, causes, measures, activity, how they are judged, what was noted', () => {
    expect(left.walks).toEqual(own.walks)
    expect(left.problems).toEqual([])
    expect(left.measures.map(({ id }) => id)).toEqual(['m2'])
    expect(left.evaluations).toEqual(own.evaluations)
    expect(left.processNotes).toEqual(own.processNotes)
  })

  it('names nothing that is gone', () => {
    expect(left.measures[0]!.causes).toEqual(['c2'])
    expect(left.causes[0]!.problems).toEqual([])
    expect(left.activity).toEqual([
      { id: 's2', name: 'Ronder', unit: 'st', measure: 'm2', months: [] },
      { id: 's3', name: 'Samtal', unit: 'st', months: [] },
    ])
  })

  it("is told from what took the place of the demo's own", () => {
    const mine = { ...walk('demo'), title: 'Min vandring' }
    expect(ownPrevention({ ...demo, walks: [mine] }, demo).walks).toEqual([mine])
  })

  it('is nothing where nothing was added, whatever was changed of the demo', () => {
    const changed = { ...demo, measures: [{ ...demo.measures[0]!, responsible: 'Annan' }] }
    expect(ownPrevention(changed, demo)).toEqual(NO_PREVENTION)
  })

  it('holds where the demo has an entry of the same id', () => {
    const mine = { ...NO_PREVENTION, measures: [{ ...measure('m', []), title: 'Min' }] }
    expect(withOwn(demo, mine).measures).toEqual(mine.measures)
    expect(withOwn(demo, mine).walks).toEqual(demo.walks)
  })
})
