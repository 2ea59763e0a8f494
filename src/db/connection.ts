import { tableFromIPC, tableToIPC, type Table } from 'apache-arrow'
import { asDatabaseError } from './errors.ts'
import { Sql } from './sql/sql.ts'

/** What the store asks of a database. */
export interface Connection {
  /** Runs one statement and returns all of its rows. @throws DatabaseError */
  query(statement: Sql): Promise<Table>
  /** Appends rows to an existing table; columns go by position. @throws DatabaseError */
  append(table: string, rows: Table): Promise<void>
  close(): Promise<void>
}

/**
 * The part of duckdb-wasm's bindings that a connection uses. The browser's asynchronous bindings and Node's blocking ones
 * both have it, so that the tests run the statements that ship on the build that ships.
 */
export interface Engine {
  runQuery(connection: number, text: string): Uint8Array | Promise<Uint8Array>
  createPrepared(connection: number, text: string): number | Promise<number>
  runPrepared(connection: number, statement: number, params: unknown[]): Uint8Array | Promise<Uint8Array>
  closePrepared(connection: number, statement: number): void | Promise<void>
  insertArrowFromIPCStream(
    connection: number,
    bytes: Uint8Array,
    options: { name: string; schema: string; create: boolean },
  ): void | Promise<void>
  disconnect(connection: number): void | Promise<void>
}

/**
 * No extension is ever fetched and no statement reads or writes an address or a file, whatever is asked; and the tables stand
 * in an attached in-memory database, because only there DuckDB compresses (5 M rows in 107 MB).
 */
export const OPENING_STATEMENTS = [
  'SET autoload_known_extensions = false',
  'SET autoinstall_known_extensions = false',
  `ATTACH ':memory:' AS lagesbild (COMPRESS true)`,
  'USE lagesbild',
  'SET enable_external_access = false',
  'SET lock_configuration = true',
] as const

/** Prepares a fresh engine and connects to it. `stop` ends the engine itself when the connection closes. */
export async function openConnection(
  engine: Engine,
  connection: number,
  stop: () => void | Promise<void>,
): Promise<Connection> {
  const opened = new EngineConnection(engine, connection, stop)
  for (const statement of OPENING_STATEMENTS) await opened.query(new Sql(statement))
  return opened
}

class EngineConnection implements Connection {
  readonly #engine: Engine
  readonly #connection: number
  readonly #stop: () => void | Promise<void>

  constructor(engine: Engine, connection: number, stop: () => void | Promise<void>) {
    this.#engine = engine
    this.#connection = connection
    this.#stop = stop
  }

  async query({ text, params }: Sql): Promise<Table> {
    try {
      if (params.length === 0) return tableFromIPC(await this.#engine.runQuery(this.#connection, text))
      const prepared = await this.#engine.createPrepared(this.#connection, text)
      try {
        return tableFromIPC(await this.#engine.runPrepared(this.#connection, prepared, [...params]))
      } finally {
        await this.#engine.closePrepared(this.#connection, prepared)
      }
    } catch (error) {
      throw asDatabaseError(error)
    }
  }

  async append(table: string, rows: Table): Promise<void> {
    if (rows.numRows === 0) return
    try {
      await this.#engine.insertArrowFromIPCStream(this.#connection, tableToIPC(rows, 'stream'), {
        name: table,
        schema: 'main',
        create: false,
      })
    } catch (error) {
      throw asDatabaseError(error)
    }
  }

  async close(): Promise<void> {
    await this.#engine.disconnect(this.#connection)
    await this.#stop()
  }
}
