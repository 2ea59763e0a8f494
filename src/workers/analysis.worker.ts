import { concatColumns, type IncidentColumns } from '../domain/incident.ts'
import { withoutRows } from '../domain/rowKeys.ts'
import { STEPS, verify } from '../verification/verify.ts'
import { AnalysisEngine } from './engine/analysisEngine.ts'
import { areaSeries } from './engine/areaSeries.ts'
import { computeDepth } from './depth/depthMethods.ts'
import { beforeAfterChance } from './effect/beforeAfterChance.ts'
import { beforeAfterSurfaces } from './effect/beforeAfterSurfaces.ts'
import { evaluatePlans, judgeMeasures, proposeZones } from './effect/judgeMeasures.ts'
import { unreported } from './engine/unreported.ts'
import { serveJobs, type WorkerScope } from './jobs.ts'
import type { AnalysisJobs } from './messages.ts'
import { runSteps } from './runSteps.ts'
import { triangulate } from './triangulation/triangulate.ts'

let engine: AnalysisEngine | null = null
let batches: IncidentColumns[] = []

function loaded(): AnalysisEngine {
  if (!engine) throw Object.assign(new Error('No data set is loaded'), { code: 'no-dataset' })
  return engine
}

serveJobs<AnalysisJobs>(self as unknown as WorkerScope, {
  begin() {
    batches = []
    return { response: null }
  },
  append({ columns }) {
    batches.push(columns)
    return { response: null }
  },
  load({ onto, ...request }) {
    const kept = onto ? [withoutRows(loaded().columns, onto)] : []
    const columns = concatColumns([...kept, ...batches])
    batches = []
    engine = new AnalysisEngine({ ...request, columns })
    return { response: engine.summary }
  },
  // Posting copies; the engine keeps its own.
  snapshot: () => ({ response: loaded().columns }),
  relabel({ selection, ...request }) {
    const summary = loaded().relabel(request)
    return { response: { summary, counts: loaded().counts(selection) } }
  },
  async areas({ ids, polygons }, context) {
    const response = await runSteps(loaded().setAreasSteps(ids, polygons), context, 'areas')
    return { response, transfer: [response.areaOf.buffer as ArrayBuffer] }
  },
  counts({ selection }) {
    return { response: loaded().counts(selection) }
  },
  areaSeries({ selection }) {
    const response = areaSeries(loaded(), selection)
    return { response, transfer: [response.counts.buffer as ArrayBuffer] }
  },
  async surface(request, context) {
    const response = await loaded().surface(request, context)
    return { response, transfer: [response.density.values.buffer as ArrayBuffer] }
  },
  points(request) {
    const response = loaded().points(request)
    return {
      response,
      transfer: [
        response.positions.buffer,
        response.group.buffer,
        response.kind.buffer,
        response.row.buffer,
      ] as ArrayBuffer[],
    }
  },
  unreported(request) {
    return { response: unreported(loaded(), request) }
  },
  async depth(request, context) {
    return { response: await computeDepth(loaded(), request, context) }
  },
  async judge(request, context) {
    return { response: await judgeMeasures(loaded(), request, context) }
  },
  async evaluate(request, context) {
    return { response: await evaluatePlans(loaded(), request, context) }
  },
  async beforeAfter(request, context) {
    return { response: await beforeAfterSurfaces(loaded(), request, context) }
  },
  async beforeAfterChance(request, context) {
    return { response: await beforeAfterChance(loaded(), request, context) }
  },
  async proposeZones(request, context) {
    return { response: await proposeZones(loaded(), request, context) }
  },
  async triangulation(request, context) {
    return { response: await triangulate(loaded(), request, context) }
  },
  rows({ selection }) {
    const rows = loaded().rows(selection)
    return { response: { rows }, transfer: [rows.buffer as ArrayBuffer] }
  },
  async verify(_, context) {
    const response = await verify((done) => {
      context.progress(done / STEPS, 'checks')
      return context.breathe()
    })
    return { response }
  },
})
