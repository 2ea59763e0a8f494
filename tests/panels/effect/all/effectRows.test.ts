import { describe, expect, it } from 'vitest'
import type { EffectJudgement } from '../../../../src/analysis/index.ts'
import type { Measure } from '../../../../src/domain/measure.ts'
import { createFormatter } from '../../../../src/i18n/format.ts'
import { sv } from '../../../../src/i18n/sv.ts'
import { effectRows, passes, sharedTests, tallyOf } from '../../../../src/panels/effect/all/effectRows.ts'
import { effectRowWords } from '../../../../src/panels/effect/all/effectRowWords.ts'
import type { EvaluationFigures } from '../../../../src/workers/effect/effectMessages.ts'

const measure = (id: string, more: Partial<Measure> = {}) =>
  ({ id, title: `Åtgärd ${id}`, category: 'lighting', kind: 'situational', ...more }) as Measure
const counts = { target: { before: 40, after: 20 } }
const figures = (id: string, judgement: unknown, incidents = id) => {
  const evidence = { counts, periods: { before: [], after: [] }, series: { target: [incidents] } }
  return { id, judgement: judgement as EffectJudgement, evidence } as unknown as EvaluationFigures
}
const net = (pValue: number, ratio = 0.5, more = {}) => ({
  verdict: 'fell',
  maryland: 3,
  counts,
  reasons: [],
  net: { ratio, interval: { lower: ratio / 1.5, upper: ratio * 1.5 }, pValue },
  displacement: { verdict: 'none-seen' },
  onTheWhole: 'fewer',
  ...more,
})
const withheld = { verdict: 'withheld', counts: { target: { before: 4, after: 1 } }, reasons: [{ code: 'too-few', severity: 'withholds', data: {} }] } // prettier-ignore
const uncompared = {
  verdict: 'no-clear-change',
  maryland: 2,
  counts,
  reasons: [],
  target: { verdict: 'no-clear-change', change: -0.2, changeInterval: { lower: -0.41, upper: 0.03 } },
}

describe('all measures', () => {
  it('are corrected for all that were judged against a control, and only for those', () => {
    const rows = effectRows(
      ['a', 'b', 'c', 'd'].map((id) => measure(id)),
      [
        figures('a', net(0.03)),
        figures('b', net(0.001, 0.6)),
        figures('c', withheld),
        figures('d', net(0.5, 1.1)),
      ],
      [],
    )
    const q = Object.fromEntries(rows.map(({ id, standing }) => [id, standing.kind === 'net' ? [standing.qValue, standing.clear] : null])) // prettier-ignore
    expect(q).toEqual({ a: [expect.closeTo(0.045), true], b: [expect.closeTo(0.003), true], d: [0.5, false], c: null }) // prettier-ignore
    expect(rows.map(({ id }) => id)).toEqual(['a', 'b', 'd', 'c'])
    expect(tallyOf(rows)).toEqual({ judged: 3, tests: 3, clear: 2, moved: 0 })
  })

  it('that were judged by the very same incidents are one test, and said to be', () => {
    const rows = effectRows(
      ['a', 'b', 'c'].map((id) => measure(id)),
      [figures('a', net(0.04), 'same'), figures('b', net(0.04), 'same'), figures('c', net(0.03, 0.6))],
      [],
    )
    const q = rows.map(({ standing }) => (standing.kind === 'net' ? standing.qValue : null))
    expect(q).toEqual([0.04, 0.04, 0.04])
    expect(tallyOf(rows)).toMatchObject({ judged: 3, tests: 2 })
    expect(sharedTests(rows)).toEqual([['Åtgärd a', 'Åtgärd b']])
  })

  it('that were judged by other incidents are not, though the numbers be the same', () => {
    const rows = effectRows(
      ['a', 'b'].map((id) => measure(id)),
      [figures('a', net(0.04)), figures('b', net(0.04))],
      [],
    )
    expect(tallyOf(rows)).toMatchObject({ judged: 2, tests: 2 })
    expect(sharedTests(rows)).toEqual([])
  })

  it('that do not stand the correction may be chance', () => {
    const many = Array.from({ length: 8 }, (_, i) => String(i))
    const rows = effectRows(
      many.map((id) => measure(id)),
      many.map((id, i) => figures(id, net(i === 0 ? 0.02 : 0.6))),
      [],
    )
    expect(tallyOf(rows)).toMatchObject({ judged: 8, clear: 0 })
  })

  it('name what they share and what moved', () => {
    const reasons = [{ code: 'concurrent-measures', severity: 'caution', data: { ids: ['b'] } }]
    const [row] = effectRows(
      [measure('a')],
      [
        figures(
          'a',
          net(0.001, 0.5, { reasons, displacement: { verdict: 'moved' }, onTheWhole: 'not-shown' }),
        ),
      ],
      [],
    )
    expect(row).toMatchObject({ together: ['b'], standing: { clear: true, movedAll: true } })
    const { reading } = effectRowWords(row!, sv.allEffects, createFormatter('sv'))
    expect(reading).toBe('skiljer sig, men flyttade intill; flera åtgärder tillsammans')
  })

  it('that cannot be judged stand last with why', () => {
    const rows = effectRows(
      ['a', 'b', 'c'].map((id) => measure(id)),
      [figures('b', withheld), figures('c', uncompared)],
      [{ id: 'a', cannot: { code: 'no-place' } }],
    )
    const why = rows.map((row) => effectRowWords(row, sv.allEffects, createFormatter('sv')).why)
    expect(rows.map(({ id }) => id)).toEqual(['c', 'b', 'a'])
    expect(why).toEqual([
      'utan jämförelse: −20\u00a0% (−41 till +3)',
      'för få för att bedöma (4 → 1)',
      'saknar plats',
    ])
  })

  it('can be chosen by kind and category', () => {
    const rows = effectRows(
      [measure('a'), measure('b', { kind: 'social' }), measure('c', { category: 'guarding' })],
      [],
      ['a', 'b', 'c'].map((id) => ({ id, cannot: { code: 'no-place' as const } })),
    )
    const shown = (filter: Parameters<typeof passes>[1]) =>
      rows.filter((row) => passes(row, filter)).map(({ id }) => id)
    expect(shown({ kind: 'social', category: null })).toEqual(['b'])
    expect(shown({ kind: 'situational', category: 'guarding' })).toEqual(['c'])
    expect(shown({ kind: null, category: null })).toEqual(['a', 'b', 'c'])
  })
})

it('the sentence counts in words, and says it of one and of none', () => {
  const { some } = sv.allEffects.sentence
  const said = (clear: number, judged: number) =>
    some({ clear, judged, clearText: `${clear}`, judgedText: `${judged}` })
  expect(said(1, 8)).toBe('En av åtta bedömbara åtgärder skiljer sig från slumpen.')
  expect(said(0, 5)).toBe('Ingen av fem bedömbara åtgärder skiljer sig från slumpen.')
  expect(said(14, 120)).toBe('14 av 120 bedömbara åtgärder skiljer sig från slumpen.')
  expect(said(1, 1)).toBe('Den enda bedömbara åtgärden skiljer sig från slumpen.')
})
