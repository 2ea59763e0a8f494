import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { byKind, columnBuffers } from '../../src/domain/incident.ts'
import { NO_REMOVAL, type RowRemoval } from '../../src/domain/rowKeys.ts'
import { EMPTY_SELECTION } from '../../src/domain/selection.ts'
import { SWEREF99_TM } from '../../src/ingest/index.ts'
import { JobClient, JobError } from '../../src/workers/jobs.ts'
import type { AnalysisJobs } from '../../src/workers/messages.ts'
import { columnsOf, LABELS, rectangle, TIME_ZONE, type Incident } from './engine/incidents.ts'

let end: () => void
let client: JobClient<AnalysisJobs>

/** The worker's own code in this thread, behind a real channel: what is transferred is gone from the other side. */
beforeEach(async () => {
  const { port1, port2 } = new MessageChannel()
  vi.stubGlobal('self', {
    postMessage: (message: unknown, { transfer }: { transfer: Transferable[] }) =>
      port2.postMessage(message, transfer),
    addEventListener: (type: string, listener: (event: Event) => void) =>
      port2.addEventListener(type, listener),
  })
  vi.resetModules()
  await import('../../src/workers/analysis.worker.ts')
  client = new JobClient<AnalysisJobs>(port1 as unknown as Worker)
  port1.start()
  port2.start()
  end = () => (port1.close(), port2.close())
})
afterEach(() => {
  end()
  vi.unstubAllGlobals()
})

const incidents = Array.from({ length: 40 }, (_, i): Incident => ({
  kind: i % 10 === 0 ? 1 : 0,
  type: 1,
  from: Date.UTC(2025, 2, 1 + (i % 20), 12),
  to: null,
  day: null,
  at: [500 + (i % 5), 500 + (i % 7)],
}))

/** In two runs of rows, as a file comes. */
async function load() {
  await client.start('begin', null).result
  const half = Math.ceil(incidents.length / 2)
  for (const run of [incidents.slice(0, half), incidents.slice(half)]) {
    const columns = columnsOf(run)
    await client.start('append', { columns }, { transfer: columnBuffers(columns) }).result
  }
  return client.start('load', { labels: LABELS, timeZone: TIME_ZONE, crs: SWEREF99_TM, onto: null }).result
}

const SURFACE = {
  selection: EMPTY_SELECTION,
  bandwidth: 100,
  exact: true,
  threshold: { kind: 'factor', factor: 2 } as const,
}

describe('the analysis worker', () => {
  it('says that nothing is loaded by a code', async () => {
    const error = await client
      .start('counts', { selection: EMPTY_SELECTION })
      .result.catch((reason) => reason)
    expect(error).toBeInstanceOf(JobError)
    expect((error as JobError).failure.code).toBe('no-dataset')
  })

  it('keeps what it has while another file is read, given up or read anew, and adds and takes out by key', async () => {
    await load()
    const later = columnsOf(incidents.slice(0, 5))
    later.row.forEach((row, i) => (later.row[i] = row + 40))
    const stage = async () => {
      await client.start('begin', null).result
      await client.start('append', { columns: later }).result
    }
    const rows = async () => [...(await client.start('rows', { selection: EMPTY_SELECTION }).result).rows]
    const before = await rows()
    await stage()
    expect(await rows()).toEqual(before)
    await client.start('begin', null).result
    expect(await rows()).toEqual(before)

    const commit = (onto: RowRemoval) =>
      client.start('load', {
        labels: LABELS,
        timeZone: TIME_ZONE,
        crs: SWEREF99_TM,
        ranges: [
          { from: 1, to: 41 },
          { from: 41, to: 46 },
        ],
        onto,
      }).result
    await stage()
    // The runs of the fixture number their rows alike: key 2 stands twice.
    const summary = await commit({ ...NO_REMOVAL, rows: Uint32Array.of(2) })
    expect(summary).toMatchObject({
      rows: 43,
      layerKinds: [
        { crime: 34, event: 4 },
        { crime: 4, event: 1 },
      ],
    })
    expect(await rows()).toEqual([...before.filter((row) => row !== 2), 42, 43, 44, 45])
    await client.start('begin', null).result
    await commit({ ...NO_REMOVAL, ranges: [{ from: 1, to: 41 }] })
    expect(await rows()).toEqual([42, 43, 44, 45])
  })

  it('gives the same answers again, whatever it has handed over', async () => {
    expect(await load()).toMatchObject({
      rows: 40,
      kinds: { crime: 36, event: 4, fire: 0, repair: 0 },
      withPosition: 40,
    })
    const { areaOf } = await client.start('areas', { ids: ['A'], polygons: [rectangle(0, 0, 1000, 1000)] })
      .result
    expect(areaOf.every((area) => area === 0)).toBe(true)
    const all = async () => ({
      counts: await client.start('counts', { selection: EMPTY_SELECTION }).result,
      surface: await client.start('surface', SURFACE).result,
      rows: await client.start('rows', { selection: EMPTY_SELECTION }).result,
      points: await client.start('points', {
        selection: EMPTY_SELECTION,
        kinds: byKind(() => true),
        limit: 100,
        bounds: null,
      }).result,
    })
    const first = await all()
    expect(first.counts.total.now).toBe(36)
    expect(first.counts.areas.now).toEqual(Float64Array.of(36, 0))
    expect(first.surface.hotspots).toHaveLength(1)
    expect(first.rows.rows).toHaveLength(36)
    expect(first.points.total).toBe(40)
    expect(await all()).toEqual(first)
  })

  it('takes over a later data set and forgets the areas of the earlier one', async () => {
    await load()
    await client.start('areas', { ids: ['A'], polygons: [rectangle(0, 0, 1000, 1000)] }).result
    await load()
    const { areas } = await client.start('counts', { selection: EMPTY_SELECTION }).result
    expect(areas.now).toEqual(Float64Array.of(36))
  })
})
