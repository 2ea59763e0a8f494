import { vi } from 'vitest'
import { finish } from '../../../src/analysis/index.ts'
import { projection } from '../../../src/ingest/crs.ts'
import { fetchDemo } from '../../../src/state/demo.ts'
import { measureOutlines } from '../../../src/state/effectOutlines.ts'
import { PreventionState } from '../../../src/state/prevention.svelte.ts'
import type { JudgedMeasure } from '../../../src/workers/effect/effectMessages.ts'
import { judgeSteps } from '../../../src/workers/effect/judgeMeasures.ts'
import { loadBuffer } from '../../../src/workers/effect/zones.ts'
import { demoText } from '../../demo/demoFiles.ts'
import { demoEngine } from '../engine/demoEngine.ts'

export type Counted = Extract<JudgedMeasure, { cannot: null }>

/** The demo's prevention work, as the app fetches it. */
export async function demoPrevention(): Promise<PreventionState> {
  vi.stubGlobal('document', { baseURI: 'http://demo.test/' })
  vi.stubGlobal('fetch', (url: string) => Promise.resolve(new Response(demoText(url.split('/').at(-1)!))))
  const state = new PreventionState()
  state.replace((await fetchDemo()).prevention)
  vi.unstubAllGlobals()
  return state
}

/** Every measure of the demo, judged by the real engine: with what the demo has settled, or with nothing settled at all. */
export async function judgeDemo(settled: boolean): Promise<Map<string, JudgedMeasure>> {
  const { engine, mapping } = await demoEngine()
  const prevention = await demoPrevention()
  if (!settled) for (const { id } of prevention.measures) prevention.forgetEvaluation(id)
  const measures = measureOutlines(prevention, [], projection(mapping.metric))
  const request = { measures, only: null, withProposals: !settled }
  const judged = finish(judgeSteps(engine, request, await loadBuffer()))
  return new Map(judged.map((one) => [one.id, one]))
}
