import { describe, expect, it } from 'vitest'
import { dayNumber } from '../../src/domain/period.ts'
import { EMPTY_SELECTION } from '../../src/domain/selection.ts'
import { BeforeAfterState, questionOfPlan, questionOfSelection } from '../../src/state/beforeAfter.svelte.ts'
import type { BeforeAfterSurfaces } from '../../src/workers/effect/beforeAfterMessages.ts'
import type { Job } from '../../src/workers/jobs.ts'

const year = (from: number) => ({ from: dayNumber(from, 1, 1), to: dayNumber(from + 1, 1, 1) })
const span = { from: dayNumber(2023, 1, 1), to: dayNumber(2026, 1, 1) }
const question = questionOfSelection({ ...EMPTY_SELECTION, period: year(2025) }, span, 150)!

interface Asked {
  name: string
  request: { exact?: boolean; bandwidth: number }
  answer(response: unknown): void
  fail(error: Error): void
  progress?: (progress: { fraction: number; stage: string }) => void
  cancelled: boolean
}

/** A worker that answers when the test says so. */
function workerByHand() {
  const asked: Asked[] = []
  const client = {
    start(name: string, request: Asked['request'], options: Pick<Asked, 'progress'> = {}) {
      let answer: Asked['answer'] = () => {}
      let fail: Asked['fail'] = () => {}
      const result = new Promise((resolve, reject) => ([answer, fail] = [resolve, reject]))
      const one: Asked = { name, request, answer, fail, progress: options.progress, cancelled: false }
      asked.push(one)
      return { result, cancel: () => (one.cancelled = true) } as unknown as Job<never>
    },
  }
  return { asked, state: new BeforeAfterState(client as never) }
}

const surfaces = (max: number, exact: boolean) =>
  ({ max, exact, loneIncident: 1 }) as unknown as BeforeAfterSurfaces
const settled = () => new Promise((resolve) => setTimeout(resolve, 0))

describe('before and after on the map', () => {
  it('shows the preview first and the exact surfaces after it, both sides by one scale', async () => {
    const { asked, state } = workerByHand()
    state.ask(question, false)
    expect(asked.map(({ name, request }) => [name, request.exact])).toEqual([['beforeAfter', false]])
    asked[0].answer(surfaces(1_000, false))
    await settled()
    expect(state.surfaces?.exact).toBe(false)
    expect(state.breaks).toHaveLength(6)
    asked[1].answer(surfaces(8_000, true))
    await settled()
    expect(asked).toHaveLength(2)
    expect(state.surfaces?.exact).toBe(true)
    expect(state.breaks.at(-1)).toBeGreaterThan(1_000)
    state.ask({ ...question }, false)
    expect(asked).toHaveLength(2)
  })

  it('asks for the difference only where it is looked at, and once', async () => {
    const { asked, state } = workerByHand()
    state.ask(question, true)
    state.ask(question, true)
    expect(asked.map(({ name }) => name)).toEqual(['beforeAfter', 'beforeAfterChance'])
    asked[1].progress?.({ fraction: 0.5, stage: 'relabelling' })
    expect(state.progress?.fraction).toBe(0.5)
    asked[1].answer(null)
    await settled()
    expect(state).toMatchObject({ progress: null, chance: null, chanceAnswered: true })
  })

  it('can be stopped and started anew; another question starts by itself', async () => {
    const { asked, state } = workerByHand()
    state.ask(question, true)
    state.stop()
    expect(asked[1].cancelled).toBe(true)
    expect(state).toMatchObject({ stopped: true, progress: null })
    state.ask(question, true)
    expect(asked).toHaveLength(2)
    asked[1].answer(null)
    await settled()
    expect(state.chanceAnswered).toBe(false)
    state.again()
    expect(asked).toHaveLength(3)
    state.ask({ ...question, bandwidth: 300 }, true)
    expect(asked[2].cancelled).toBe(true)
    expect(state.stopped).toBe(false)
  })

  it('asks for everything again that failed', async () => {
    const { asked, state } = workerByHand()
    state.ask(question, true)
    asked[0].fail(new Error('out of memory'))
    asked[1].fail(new Error('out of memory'))
    await settled()
    expect(state.failure?.message).toBe('out of memory')
    state.again()
    expect(state.failure).toBeNull()
    expect(asked.slice(2).map(({ name }) => name)).toEqual(['beforeAfter', 'beforeAfterChance'])
    asked[2].answer(surfaces(1_000, true))
    await settled()
    expect(state.surfaces?.exact).toBe(true)
  })

  it('takes no answer to an older question, and shows nothing of the last one', async () => {
    const { asked, state } = workerByHand()
    state.ask(question, false)
    asked[0].answer(surfaces(1_000, false))
    await settled()
    state.ask({ ...question, bandwidth: 300 }, false)
    expect(state).toMatchObject({ surfaces: null, breaks: [] })
    asked[1].answer(surfaces(1_000, true))
    await settled()
    expect(state.surfaces).toBeNull()
    expect(asked.at(-1)!.request).toMatchObject({ bandwidth: 300, exact: false })
    state.ask(null, false)
    expect(state.question).toBeNull()
  })
})

describe('the question', () => {
  it('is the measure’s where one is open, with the hours of the screen', () => {
    const plan = {
      kind: 'crime' as const,
      typeIds: ['klotter'],
      periods: { before: [year(2023)], after: [year(2024)] },
    }
    const hours = { dayFrom: 4, dayTo: 5, start: 16, length: 5 }
    expect(questionOfPlan(plan, { hours, timeMethod: 'aoristic' }, 120)).toEqual({
      ...plan,
      hours,
      timeMethod: 'aoristic',
      bandwidth: 120,
    })
  })

  it('is else what is chosen against its comparison, and none where the data do not cover both', () => {
    expect(question.periods).toEqual({ before: [year(2024)], after: [year(2025)] })
    const ask = (from: number) => questionOfSelection({ ...EMPTY_SELECTION, period: year(from) }, span, 150)
    expect(ask(2023)).toBeNull()
    expect(questionOfSelection(EMPTY_SELECTION, span, 150)).toBeNull()
    expect(questionOfSelection({ ...EMPTY_SELECTION, period: year(2025) }, null, 150)).toBeNull()
    const mean = {
      ...EMPTY_SELECTION,
      period: year(2025),
      comparison: { kind: 'meanOfYears', years: 2 } as const,
    }
    expect(questionOfSelection(mean, span, 150)?.periods.before).toHaveLength(2)
  })
})
