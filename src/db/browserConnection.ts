import { AsyncDuckDB, VoidLogger } from '@duckdb/duckdb-wasm'
import wasmUrl from '@duckdb/duckdb-wasm/dist/duckdb-eh.wasm?url'
import workerUrl from '@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js?url'
import { openConnection, type Connection } from './connection.ts'
import { DatabaseError } from './errors.ts'

/** Bytes of the engine (34 MB unpacked) that have come; `total` is 0 where the server does not say. */
export interface BootProgress {
  loaded: number
  total: number
}

/**
 * Starts DuckDB-WASM (bundle `eh`: no threads, no cross-origin isolation needed) in a worker, from our own origin only.
 * @throws DatabaseError `bootFailed`
 */
export async function openBrowserConnection(
  onProgress: (progress: BootProgress) => void,
): Promise<Connection> {
  // A worker resolves relative addresses against its own script: give it absolute ones.
  const worker = new Worker(new URL(workerUrl, document.baseURI))
  try {
    return await boot(worker, onProgress)
  } catch (error) {
    worker.terminate()
    throw new DatabaseError('bootFailed', String(error), {
      cause: error,
    })
  }
}

async function boot(worker: Worker, onProgress: (progress: BootProgress) => void): Promise<Connection> {
  const engine = new AsyncDuckDB(new VoidLogger(), worker)
  const failed = new Promise<never>((_, reject) => {
    worker.addEventListener('error', (event) => reject(new Error(event.message || 'worker script')), {
      once: true,
    })
  })
  const started = (async () => {
    await engine.instantiate(new URL(wasmUrl, document.baseURI).href, null, ({ bytesLoaded, bytesTotal }) =>
      onProgress({ loaded: bytesLoaded, total: bytesTotal }),
    )
    await engine.open({ path: ':memory:' })
    return openConnection(engine, await engine.connectInternal(), () => engine.terminate())
  })()
  return Promise.race([started, failed])
}
