import { describe, expect, it } from 'vitest'
import { parseIsoDate } from '../../../src/domain/period.ts'
import { EMPTY_SELECTION } from '../../../src/domain/selection.ts'
import { followUpRows } from '../../../src/panels/followUp/followUpRows.ts'
import { demoEngine } from '../../workers/engine/demoEngine.ts'

const WORDS = { all: 'Totalt', outside: 'Utanför' }

describe('the follow-up of the demo', () => {
  it('is −18 % in all and −26 % in kommundel A, and both may be chance', async () => {
    const { engine, areas } = await demoEngine()
    const period = { from: parseIsoDate('2026-01-01'), to: parseIsoDate('2026-05-01') }
    const selection = { ...EMPTY_SELECTION, types: ['misshandel-utomhus'], period }
    const rows = followUpRows({ selection, counts: engine.counts(selection) }, areas, WORDS)
    expect(rows.map(({ id, before, after }) => [id, before, after])).toEqual([
      ['', 67, 55],
      ['A', 31, 23],
      ['B', 25, 21],
      ['C', 11, 11],
    ])
    expect(rows.map(({ change }) => Math.round(100 * change.fraction))).toEqual([-18, -26, -16, 0])
    expect(rows.map(({ change }) => change.clear)).toEqual([false, false, false, false])
    // Clopper-Pearson by bisection of the binomial sum (Python): 55 of 122, 23 of 54.
    expect(rows[0].change.lower).toBeCloseTo(-0.436, 4)
    expect(rows[0].change.upper).toBeCloseTo(0.19044, 4)
  })

  it('says what lies in no area, and nothing of it where nothing does', () => {
    const counts = {
      total: { now: 12, before: 30 },
      areas: { now: Float64Array.of(10, 2), before: Float64Array.of(30, 0) },
      comparison: { exposureNow: 1, exposureBefore: 1 },
    } as never
    const rows = followUpRows({ selection: EMPTY_SELECTION, counts }, [{ id: 'A', name: 'A' }], WORDS)
    expect(rows.map(({ name, before, after }) => [name, before, after])).toEqual([
      ['Totalt', 30, 12],
      ['A', 30, 10],
      ['Utanför', 0, 2],
    ])
    expect(rows.map(({ change }) => [change.clear, change.tooFew])).toEqual([
      [true, false],
      [true, false],
      [false, true],
    ])
  })
})
