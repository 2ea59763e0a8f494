import { beforeAll, describe, expect, it } from 'vitest'
import { finish, zoneOverlaps } from '../../../src/analysis/index.ts'
import type { Zone } from '../../../src/domain/evaluation.ts'
import { projection } from '../../../src/ingest/crs.ts'
import { measureOutlines } from '../../../src/state/effectOutlines.ts'
import type { MeasureOutline, SettledZone } from '../../../src/workers/effect/effectMessages.ts'
import { judgeSteps } from '../../../src/workers/effect/judgeMeasures.ts'
import { loadBuffer, moved, type Buffer } from '../../../src/workers/effect/zones.ts'
import { demoEngine } from '../engine/demoEngine.ts'
import { demoPrevention, type Counted } from './demoEffect.ts'

/** ms, for a machine that is busy with other things. */
const PATIENCE = 300_000
const ID = 'belysning-n'
let engine: Awaited<ReturnType<typeof demoEngine>>['engine']
let measures: MeasureOutline[]
let buffer: Buffer

beforeAll(async () => {
  const demo = await demoEngine()
  const prevention = await demoPrevention()
  prevention.forgetEvaluation(ID)
  engine = demo.engine
  measures = measureOutlines(prevention, [], projection(demo.mapping.metric))
  buffer = await loadBuffer()
}, PATIENCE)

function judge(settled: Partial<MeasureOutline>): Counted {
  const asked = measures.map((measure) => (measure.id === ID ? { ...measure, ...settled } : measure))
  const [one] = finish(judgeSteps(engine, { measures: asked, only: [ID], withProposals: true }, buffer))
  if (!one || one.cannot !== null) throw new Error(one?.cannot.code)
  return one
}
const zones = (zones: Partial<Record<Zone, SettledZone | null>>) => judge({ zones })
const reasons = ({ figures }: Counted) => figures.judgement.reasons.map(({ code }) => code)

describe('a place that is proposed keeps clear of one that is settled', () => {
  it(
    'whatever role that one has',
    () => {
      const best = judge({}).plan.zones.control!
      const settled = { origin: 'drawn', polygon: best } as const
      for (const role of ['displacementControl', 'displacement'] as const) {
        const { plan, proposal, origins } = zones({ [role]: settled })
        expect(origins[role]).toBe('drawn')
        for (const { polygon } of proposal!.controls)
          expect(zoneOverlaps({ control: polygon, [role]: best })).toEqual([])
        expect(plan.zones.control).toBeDefined()
      }
    },
    PATIENCE,
  )

  it(
    'and one that was proposed once is clipped against what the measure is now',
    () => {
      const { plan } = judge({})
      const polygon = moved(plan.zones.target, 20, 0)
      expect(reasons(zones({ control: { origin: 'proposed', polygon } }))).toContain('zones-overlap')
    },
    PATIENCE,
  )
})

it(
  'periods that were settled for other data count the days that these hold',
  () => {
    const { to } = engine.summary.span!
    const { plan } = judge({})
    const after = [{ from: plan.periods.after[0]!.from, to: to + 365 }]
    const one = judge({ periods: { before: plan.periods.before, after } })
    expect(one.plan.periods.after).toEqual([{ from: after[0]!.from, to }])
    expect(one.figures.judgement.days.after).toBe(to - plan.start)
    const asked = measures.map((measure) =>
      measure.id === ID
        ? { ...measure, periods: { before: plan.periods.before, after: [{ from: to + 1, to: to + 9 }] } }
        : measure,
    )
    const late = finish(judgeSteps(engine, { measures: asked, only: [ID], withProposals: false }, buffer))
    expect(late).toEqual([{ id: ID, cannot: { code: 'nothing-after', dataEnd: to, afterFrom: to + 1 } }])
  },
  PATIENCE,
)
