import { createRequire } from 'node:module'
import { openConnection, type Connection, type Engine } from '../../src/db/connection.ts'

const require = createRequire(import.meta.url)

interface BlockingEngine extends Engine {
  instantiate(onProgress: () => void): Promise<unknown>
  open(config: { path: string }): void
  connect(): { useUnsafe<R>(use: (engine: Engine, connection: number) => R): R }
}

interface BlockingBuild {
  createDuckDB(bundles: object, logger: object, runtime: object): Promise<BlockingEngine>
  VoidLogger: new () => object
  NODE_RUNTIME: object
}

/** The DuckDB build that ships (duckdb-eh.wasm), in Node and without a worker. */
export async function openNodeConnection(): Promise<Connection> {
  const build = require('@duckdb/duckdb-wasm/dist/duckdb-node-blocking.cjs') as BlockingBuild
  const bundle = { mainModule: require.resolve('@duckdb/duckdb-wasm/dist/duckdb-eh.wasm'), mainWorker: '' }
  const engine = await build.createDuckDB(
    { mvp: bundle, eh: bundle },
    new build.VoidLogger(),
    build.NODE_RUNTIME,
  )
  await engine.instantiate(() => undefined)
  engine.open({ path: ':memory:' })
  const id = engine.connect().useUnsafe((_, connection) => connection)
  return openConnection(engine, id, () => undefined)
}
