import { beforeAll, describe, expect, it } from 'vitest'
import type { EffectJudgement } from '../../../src/analysis/index.ts'
import { isoDate } from '../../../src/domain/period.ts'
import type { JudgedMeasure } from '../../../src/workers/effect/effectMessages.ts'
import { effectRows, sharedTests, tallyOf } from '../../../src/panels/effect/all/effectRows.ts'
import { demoPrevention, judgeDemo, type Counted } from './demoEffect.ts'

/** The planted cases through the engine that the app asks: from the demo's own files to the verdict. */
/** ms, for a machine that is busy with other things. */
const PATIENCE = 300_000
let judged: Map<string, JudgedMeasure>

function counted(id: string): Counted {
  const one = judged.get(id)
  if (!one || one.cannot !== null) throw new Error(`${id}: ${one?.cannot.code ?? 'not judged'}`)
  return one
}
const judgement = (id: string): EffectJudgement => counted(id).figures.judgement
const codes = (id: string, severity: 'withholds' | 'caution' = 'withholds') =>
  judgement(id)
    .reasons.filter((reason) => reason.severity === severity)
    .map(({ code }) => code)

describe('with what the demo has settled', () => {
  beforeAll(async () => {
    judged = await judgeDemo(true)
  }, PATIENCE)

  it('lights and hedges at N: an effect, level 3, no displacement', () => {
    expect(judgement('belysning-n')).toMatchObject({
      verdict: 'fell',
      maryland: 3,
      effect: 'reduction',
      attribution: 'measure',
      counts: {
        target: { before: 207, after: 110 },
        control: { before: 308, after: 318 },
        displacement: { before: 178, after: 157 },
        displacementControl: { before: 150, after: 140 },
      },
      weightedDisplacementDifference: {
        estimate: -118,
        interval: { lower: expect.closeTo(-196, 0), upper: expect.closeTo(-40, 0) },
      },
      onTheWhole: 'fewer',
      displacement: { verdict: 'none-seen' },
    })
    expect(counted('belysning-n').figures.evidence.history).toMatchObject({ days: 366, target: 203 })
  })

  it('names the guards who worked at N against dealing meanwhile, and shares the effect with none', () => {
    expect(counted('belysning-n').figures.alsoThere).toEqual(['bevakning-n'])
  })

  it('cycle garage: moved round the corner, no net gain', () => {
    expect(judgement('cykelgarage-stationen')).toMatchObject({
      verdict: 'fell',
      displacement: { verdict: 'moved' },
      weightedDisplacementDifference: { estimate: 0 },
      onTheWhole: 'not-shown',
    })
  })

  it('street E: withheld, as it was on its way back to what is usual', () => {
    expect(codes('sanering-gata-e')).toEqual(['regression-to-mean'])
  })

  it('leaders at J: four to one is too few', () => {
    expect(judgement('ledare-j')).toMatchObject({
      verdict: 'withheld',
      counts: { target: { before: 4, after: 1 } },
    })
    expect(codes('ledare-j')).toEqual(['too-few'])
  })

  it('night buses and Friday patrol: fewer, and not told apart', () => {
    for (const id of ['nattbussplan', 'fredagspass']) {
      expect(judgement(id)).toMatchObject({
        attribution: 'measures-together',
        target: { before: 22, after: 11 },
      })
      expect(codes(id, 'caution')).toContain('concurrent-measures')
    }
  })

  it('night buses and Friday patrol are one test among all measures', async () => {
    const all = [...judged.values()].flatMap((one) => (one.cannot === null ? [one.figures] : []))
    const rows = effectRows((await demoPrevention()).measures, all, [])
    expect(tallyOf(rows)).toMatchObject({ judged: 6, tests: 5, clear: 1 })
    expect(rows.find(({ standing }) => standing.kind === 'net' && standing.clear)?.id).toBe('belysning-n')
    expect(sharedTests(rows)).toHaveLength(1)
  })

  it('says what cannot even be counted: over within its run-in, or not begun', () => {
    expect(judged.get('ungdomspolis-j')).toMatchObject({ cannot: { code: 'over-too-soon' } })
    expect(judged.get('belysning-stadsparken')).toMatchObject({ cannot: { code: 'nothing-after' } })
  })

  it('draws the months round the start: whole ones, none with days of both sides', () => {
    const { series, evidence } = counted('belysning-n').figures
    expect(series.months).toHaveLength(42)
    expect(isoDate(series.months[29]!.from)).toBe('2025-06-01')
    const sum = (phase: number) => series.counts.target.reduce((all, n, k) => all + (series.phase[k] === phase ? n : 0), 0) // prettier-ignore
    expect([sum(0), sum(1)]).toEqual([207, 110])
    expect(Array.from(evidence.series!.post).filter((post) => post === 1)).toHaveLength(12)
    expect(evidence.series!.post).toHaveLength(41)
  })

  it('shares the thefts that are intervals out over their hours, and counts every one', () => {
    const { hours } = counted('belysning-n').figures
    expect(hours.aoristic).toBe(true)
    const sum = (week: Float64Array) => week.reduce((a, b) => a + b, 0)
    expect(sum(hours.before) + hours.unknownBefore).toBeCloseTo(207, 6)
    expect(sum(hours.after) + hours.unknownAfter).toBeCloseTo(110, 6)
  })
})

describe('with nothing settled', () => {
  beforeAll(async () => {
    judged = await judgeDemo(false)
  }, PATIENCE)

  it('finds its own control for N and comes to the same answer', () => {
    const one = counted('belysning-n')
    expect(one.origins).toEqual({
      target: 'measure',
      control: 'proposed',
      displacement: 'ring',
      displacementControl: 'proposed',
    })
    expect(one).toMatchObject({ ringMetres: 150, runInDays: 0, periods: { match: 'whole-years' } })
    expect(judgement('belysning-n')).toMatchObject({
      maryland: 3,
      effect: 'reduction',
      target: { before: 207, after: 110 },
      displacement: { verdict: 'none-seen' },
      onTheWhole: 'fewer',
    })
    const { net } = judgement('belysning-n') as Extract<EffectJudgement, { maryland: 3 }>
    expect(net.change).toBeGreaterThan(-0.55)
    expect(net.change).toBeLessThan(-0.4)
  })

  it('offers places that share no ground with one another', () => {
    const { controls } = counted('belysning-n').proposal!
    expect(controls[0]).toMatchObject({ kind: 'moved', comparable: true })
    expect(controls[0]!.preTrendP).toBeGreaterThan(0.05)
    expect(controls[0]!.mixLikeness).toBeGreaterThan(0.8)
    expect(controls[0]!.levelRatio).toBeGreaterThan(1 / 5)
  })

  it('still sees that the bicycles moved, that street E was at its peak, that J has too few', () => {
    expect(judgement('cykelgarage-stationen')).toMatchObject({
      target: { before: 48, after: 24 },
      displacement: { verdict: 'moved' },
      onTheWhole: 'not-shown',
    })
    expect(codes('sanering-gata-e')).toEqual(['regression-to-mean'])
    expect(codes('ledare-j')).toEqual(['too-few'])
    expect(judgement('nattbussplan')).toMatchObject({ attribution: 'measures-together' })
  })
})
