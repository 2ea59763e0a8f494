import { AreaLibrary } from '../../../src/state/areaLibrary.svelte.ts'
import { AreasState } from '../../../src/state/areas.svelte.ts'
import { areaFilesHandlers } from '../../../src/workers/areaFilesJobs.ts'
import type { AreaFilesReader } from '../../../src/workers/areaFilesClient.ts'

type Host = ConstructorParameters<typeof AreasState>[1]

/** The areas of an app whose worker finds every incident outside them. */
export function areasOf(dataset: Host['dataset'], onchange: () => void = () => {}): AreasState {
  const answer = { areaOf: new Int32Array(0), shared: 0 }
  const worker = {
    start: () => ({ result: Promise.resolve(answer), cancel: () => {} }),
  } as unknown as Host['worker']
  return new AreasState(new AreaLibrary(), { worker, database: { setAreas: () => {} }, dataset, onchange })
}

/** Reads area files as the worker does, without one. */
export function areaReader(): AreaFilesReader {
  const handlers = areaFilesHandlers()
  const context = { progress: () => {}, breathe: () => Promise.resolve() }
  return {
    async ask(name, request) {
      const { response } = await handlers[name](request as never, context)
      return response as never
    },
    cancel: () => {},
  }
}
