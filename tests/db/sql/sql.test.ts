import { describe, expect, it } from 'vitest'
import { ident, inIndices, join, sql, Sql } from '../../../src/db/sql/sql.ts'

describe('sql', () => {
  it('binds values and nests pieces, parameters in the order of their marks', () => {
    const inner = sql`a = ${1} OR b = ${'x'}`
    const outer = sql`SELECT ${null} WHERE ${inner} AND c = ${true}`
    expect(outer.text).toBe('SELECT ? WHERE a = ? OR b = ? AND c = ?')
    expect(outer.params).toEqual([null, 1, 'x', true])
  })

  it('never lets a value become text', () => {
    const hostile = `'; DROP TABLE types; --`
    expect(sql`x = ${hostile}`).toEqual(new Sql('x = ?', [hostile]))
  })

  it('quotes identifiers', () => {
    expect(ident('a"; drop table "b').text).toBe('"a""; drop table ""b"')
  })

  it('joins pieces with their parameters', () => {
    expect(join([sql`a = ${1}`, sql`b = ${2}`], ' AND ')).toEqual(new Sql('a = ? AND b = ?', [1, 2]))
  })

  it('binds a list of indices as one value, and an empty list holds nothing', () => {
    expect(inIndices(sql`i.type`, [3, 7], 'USMALLINT')).toEqual(
      new Sql(`i.type IN (SELECT unnest(string_split(?, ',')::USMALLINT[]))`, ['3,7']),
    )
    expect(inIndices(sql`i.type`, [], 'USMALLINT')).toEqual(new Sql('false'))
  })
})
