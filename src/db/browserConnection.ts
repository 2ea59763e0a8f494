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

/** Time without a byte or an answer after which the start is given up. */
const STALLED_AFTER_MS = 60_000

/** Answers of servers that know no HEAD. */
const HEAD_UNKNOWN = [405, 501]

/**
 * Starts DuckDB-WASM (bundle `eh`: no threads, no cross-origin isolation needed) in a worker, from our own origin only.
 * @throws DatabaseError `bootFailed`
 */
export async function openBrowserConnection(
  onProgress: (progress: BootProgress) => void,
): Promise<Connection> {
  // A worker resolves relative addresses against its own script: give it absolute ones.
  const wasm = new URL(wasmUrl, document.baseURI)
  const worker = new Worker(new URL(workerUrl, document.baseURI))
  try {
    await expectThere(wasm)
    return await boot(worker, wasm, onProgress)
  } catch (error) {
    worker.terminate()
    throw new DatabaseError('bootFailed', String(error), { cause: error })
  }
}

/** DuckDB's worker answers nothing where its engine cannot be fetched: find out first. */
async function expectThere(wasm: URL): Promise<void> {
  const { ok, status } = await fetch(wasm, { method: 'HEAD' })
  if (!ok && !HEAD_UNKNOWN.includes(status)) throw new Error(`${wasm.pathname}: ${status}`)
}

async function boot(
  worker: Worker,
  wasm: URL,
  onProgress: (progress: BootProgress) => void,
): Promise<Connection> {
  let stalled: ReturnType<typeof setTimeout>
  let patience = () => {}
  const failed = new Promise<never>((_, reject) => {
    worker.addEventListener('error', () => reject(new Error('the worker failed')), { once: true })
    patience = () => {
      clearTimeout(stalled)
      stalled = setTimeout(() => reject(new Error('the engine stalled')), STALLED_AFTER_MS)
    }
  })
  const start = async () => {
    const engine = new AsyncDuckDB(new VoidLogger(), worker)
    patience()
    await engine.instantiate(wasm.href, null, ({ bytesLoaded, bytesTotal }) => {
      patience()
      onProgress({ loaded: bytesLoaded, total: bytesTotal })
    })
    await engine.open({ path: ':memory:' })
    return openConnection(engine, await engine.connectInternal(), () => engine.terminate())
  }
  return Promise.race([start(), failed]).finally(() => clearTimeout(stalled))
}
