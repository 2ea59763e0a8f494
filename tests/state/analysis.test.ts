import { beforeEach, describe, expect, it } from 'vitest'
import { byKind } from '../../src/domain/incident.ts'
import { EMPTY_SELECTION, type Selection } from '../../src/domain/selection.ts'
import { AnalysisState } from '../../src/state/analysis.svelte.ts'
import type { AnalysisClient } from '../../src/workers/analysisClient.ts'
import type { Hotspot, PointsResult, SurfaceRequest, SurfaceResult } from '../../src/workers/messages.ts'

const settle = () => new Promise<void>((resolve) => setTimeout(resolve))
const SETTINGS = { bandwidth: 150, threshold: { kind: 'factor', factor: 5 } as const }

interface Asked {
  name: string
  request: { selection: Selection }
  answer(response: unknown): Promise<void>
  fail(error: Error): Promise<void>
}

let asked: Asked[]
let analysis: AnalysisState

beforeEach(() => {
  asked = []
  const client = {
    start(name: string, request: Asked['request']) {
      let answer: Asked['answer'] = settle
      let fail: Asked['fail'] = settle
      const result = new Promise((resolve, reject) => {
        answer = (response) => (resolve(response), settle())
        fail = (error) => (reject(error), settle())
      })
      asked.push({ name, request, answer, fail })
      // A worker that has its answer ready before it hears of a cancel.
      return { result, cancel: () => {} }
    },
  }
  analysis = new AnalysisState(client as unknown as AnalysisClient, () => {})
})

const last = (name: string) => asked.filter((job) => job.name === name).at(-1)!
const spots = (...incidents: number[]) => incidents.map((count) => ({ incidents: count }) as Hotspot)
const surface = (n: number, exact: boolean, hotspots: Hotspot[] | null = null) =>
  ({ n, exact, hotspots, giStar: null, study: null }) as unknown as SurfaceResult

describe('what the analysis worker last answered', () => {
  it('is settled once counts and an exact surface of the last question are in', async () => {
    analysis.ask(EMPTY_SELECTION, SETTINGS, 'exact')
    expect([analysis.stale, analysis.settled]).toEqual([true, false])
    await last('surface').answer(surface(40, true, spots(20)))
    expect([analysis.stale, analysis.settled]).toEqual([false, false])
    await last('counts').answer({})
    expect(analysis.settled).toBe(true)
  })

  it('keeps the hotspots of the last exact answer under a preview, with the n that they are of', async () => {
    analysis.ask(EMPTY_SELECTION, SETTINGS, 'exact')
    await last('surface').answer(surface(40, true, spots(20, 15)))
    analysis.ask(EMPTY_SELECTION, SETTINGS, 'preview')
    await last('surface').answer(surface(10, false))
    expect(analysis.surface).toMatchObject({ exact: false, hotspots: spots(20, 15) })
    const inside = analysis.surface!.hotspots!.reduce((sum, { incidents }) => sum + incidents, 0)
    expect(inside).toBeLessThanOrEqual(analysis.surface!.n)
  })

  it('stays stale where an exact answer to an earlier question comes late', async () => {
    analysis.ask(EMPTY_SELECTION, SETTINGS, 'exact')
    const early = last('surface')
    analysis.ask({ ...EMPTY_SELECTION, types: ['klotter'] }, SETTINGS, 'preview')
    await early.answer(surface(40, true, []))
    expect(analysis.stale).toBe(true)
    expect((last('surface').request as SurfaceRequest).exact).toBe(false)
  })

  it('shows no points that were let go of, and nothing of an earlier data set', async () => {
    analysis.askPoints({
      selection: EMPTY_SELECTION,
      kinds: byKind(() => true),
      limit: 9,
      bounds: null,
    })
    analysis.ask(EMPTY_SELECTION, SETTINGS, 'exact')
    analysis.reset()
    await last('points').answer({} as PointsResult)
    await last('surface').answer(surface(40, true, []))
    await last('counts').answer({})
    expect(analysis).toMatchObject({
      points: null,
      surface: null,
      counts: null,
      countsFor: null,
      stale: false,
    })
  })

  it('tells of a failure until the next question', async () => {
    analysis.ask(EMPTY_SELECTION, SETTINGS, 'exact')
    await last('surface').fail(new Error('no room'))
    expect(analysis.failure?.message).toBe('no room')
    expect(analysis.stale).toBe(false)
    analysis.ask(EMPTY_SELECTION, SETTINGS, 'exact')
    expect(analysis.failure).toBeNull()
  })
})
