import type { Database, SqlJsStatic } from 'sql.js'

let location: string | null = null
let engine: Promise<SqlJsStatic> | null = null

/** Where the page has sqlite's WASM; in Node it lies beside the library. */
export function setSqliteLocation(url: string): void {
  location = url
}

/** Opens a database that is held in memory. Nothing is written back. */
export async function openDatabase(bytes: Uint8Array): Promise<Database> {
  engine ??= import('sql.js').then(({ default: initSqlJs }) => {
    const url = location
    return initSqlJs(url === null ? {} : { locateFile: () => url })
  })
  const { Database: Open } = await engine
  return new Open(bytes)
}
