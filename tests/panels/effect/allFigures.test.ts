import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { judgeEffect, type EffectEvidence } from '../../../src/analysis/index.ts'
import { addMonths } from '../../../src/domain/period.ts'
import { createFormatter } from '../../../src/i18n/format.ts'
import { allFigures, figureText, intervalEnds, type FigureId } from '../../../src/panels/effect/allFigures.ts'
import type { EvaluationSeries } from '../../../src/workers/effect/effectMessages.ts'
import { alone, PAPER, pair, START } from '../../analysis/compare/evidence.ts'
import { evidences } from './judgements.ts'

const f = createFormatter('sv')

/** Months whose totals are those of Wheeler & Ratcliffe's target and control. */
function spread(total: number) {
  return Array.from({ length: 12 }, (_, m) => Math.floor(total / 12) + (m < total % 12 ? 1 : 0))
}
const MONTHS: EvaluationSeries['months'] = Array.from({ length: 25 }, (_, m) => ({
  from: addMonths(START, m - 13),
  to: addMonths(START, m - 12),
}))
/** A month before the periods, that counts in none of the figures. */
const SERIES: EvaluationSeries = {
  months: MONTHS,
  counts: {
    target: [90, ...spread(207), ...spread(110)],
    control: [2, ...spread(308), ...spread(318)],
  },
  phase: Int8Array.from(MONTHS, (_, m) => (m === 0 ? -1 : m < 13 ? 0 : 1)),
}
const NO_SERIES: EvaluationSeries = { months: [], counts: { target: [] }, phase: new Int8Array() }

function written(evidence: EffectEvidence, series = NO_SERIES): Partial<Record<FigureId, string>> {
  const figures = allFigures(judgeEffect(evidence), series)
  return Object.fromEntries(
    figures.map((figure) => {
      const ends = intervalEnds(f, figure)
      return [figure.id, `${figureText(f, figure)}${ends ? ` [${ends.lower}; ${ends.upper}]` : ''}`]
    }),
  )
}

describe('the examples of the table Before and after', () => {
  it('Wheeler & Ratcliffe: every figure as the table has it', () => {
    expect(written(PAPER, SERIES)).toMatchObject({
      percentChange: '−46,9\u00a0% [−58; −33]',
      rateRatio: '0,531 [0,418; 0,673]',
      wdd: '−118 [−196; −40]',
      wddStandardError: '39,60',
      wddZ: '−2,98',
      wddLocal: '−107',
      wddDisplacement: '−11',
      wdq: '0,2582',
      res: '1,943 [1,469; 2,569]',
      did: '0,515',
      didLog: '−0,6642',
      didStandardError: '0,1425',
    })
  })

  it('16 to 25: Poisson z 2, E-test 0,165, ratio 1,5625', () => {
    const found = written(alone(16, 25))
    expect(found).toMatchObject({ poissonZ: '2,00', rateRatio: '1,563 [0,802; 3,132]' })
    expect(found.eTest).toBe('0,1648')
  })

  it('3 to 0: no verdict, and of the figures the tests of small counts alone', () => {
    expect(written(alone(3, 0))).toEqual({ poissonZ: '−3,46', eTest: '0,0884' })
  })
})

describe('what is not shown', () => {
  it('nothing of a judgement withheld for anything but few', () => {
    fc.assert(
      fc.property(evidences, (evidence) => {
        const judgement = judgeEffect(evidence)
        if (judgement.verdict !== 'withheld') return
        const ids = allFigures(judgement, NO_SERIES).map(({ id }) => id)
        const others = judgement.reasons.some(
          ({ severity, code }) => severity === 'withholds' && code !== 'too-few',
        )
        expect(ids).toEqual(others ? [] : ['poissonZ', 'eTest'])
      }),
    )
  })

  it('the tests of equal time where the periods are not', () => {
    const longer = alone(40, 60, {
      periods: { before: [{ from: START - 365, to: START }], after: [{ from: START, to: START + 730 }] },
    })
    expect(written(longer)).toMatchObject({ poissonZ: '–', eTest: '–' })
  })

  it('a quotient that cannot be read', () => {
    const rose = { ...PAPER, counts: { ...PAPER.counts, target: pair(200, 220) }, history: undefined }
    expect(written(rose).wdq).toBe('–')
  })
})
