import { vectorFromArray, Int32, Table } from 'apache-arrow'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Connection } from '../../src/db/connection.ts'
import { sql, Sql } from '../../src/db/sql/sql.ts'
import { openNodeConnection } from './nodeConnection.ts'

let connection: Connection
beforeAll(async () => {
  connection = await openNodeConnection()
})
afterAll(() => connection.close())

describe('connection', () => {
  it('runs the DuckDB that ships, with bound values', async () => {
    const hostile = `"'; DROP TABLE x; -- åäö \u2028`
    const table = await connection.query(
      sql`SELECT version() AS version, ${hostile} AS text, ${4}::INTEGER + 1 AS n`,
    )
    expect(table.get(0)?.toJSON()).toEqual({ version: 'v1.4.3', text: hostile, n: 5 })
  })

  it('appends Arrow rows to a compressed table', async () => {
    await connection.query(sql`CREATE TABLE numbers (a INTEGER, b INTEGER)`)
    const rows = new Table({
      a: vectorFromArray([1, 2], new Int32()),
      b: vectorFromArray([3, null], new Int32()),
    })
    await connection.append('numbers', rows)
    await connection.append('numbers', rows.slice(0, 0))
    const table = await connection.query(
      sql`SELECT sum(a)::INTEGER AS a, sum(b)::INTEGER AS b, count(*)::INTEGER AS n FROM numbers`,
    )
    expect(table.get(0)?.toJSON()).toEqual({ a: 3, b: 3, n: 2 })
    const [storage] = (
      await connection.query(
        sql`SELECT path, database_name FROM duckdb_databases() WHERE database_name = 'lagesbild'`,
      )
    ).toArray()
    expect(storage?.path).toBeNull()
  })

  it.each([
    `LOAD icu`,
    `SET autoload_known_extensions = true`,
    `SET custom_extension_repository = 'https://example.org'`,
    `SELECT * FROM read_csv('https://example.org/a.csv')`,
    `SELECT timezone('UTC', TIMESTAMP '2025-01-01')`,
    `COPY (SELECT 1) TO 'out.csv'`,
    `ATTACH 'https://example.org/a.db' AS a`,
  ])('refuses to leave the machine: %s', async (statement) => {
    await expect(connection.query(new Sql(statement))).rejects.toMatchObject({ code: 'queryFailed' })
  })

  it('has no extension but the built-in functions', async () => {
    const loaded = await connection.query(
      sql`SELECT extension_name AS name FROM duckdb_extensions() WHERE loaded`,
    )
    expect(loaded.toArray().map((row) => row.name)).toEqual(['core_functions'])
  })
})
