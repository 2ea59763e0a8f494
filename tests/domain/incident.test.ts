import { describe, expect, it } from 'vitest'
import {
  allocateColumns,
  COLUMN_KEYS,
  columnBuffers,
  concatColumns,
  MISSING_DAY,
  MISSING_HOUR,
} from '../../src/domain/incident.ts'

describe('incident columns', () => {
  it('are missing everything until they are filled', () => {
    const columns = allocateColumns(3)
    expect(columns.length).toBe(3)
    for (const key of COLUMN_KEYS) expect(columns[key]).toHaveLength(3)
    expect([...columns.x, ...columns.fromUtcMs].every(Number.isNaN)).toBe(true)
    expect(columns.day[0]).toBe(MISSING_DAY)
    expect(columns.startHour[0]).toBe(MISSING_HOUR)
  })

  it('join in order, every column of them', () => {
    const batches = [2, 0, 3].map((length, batch) => {
      const columns = allocateColumns(length)
      for (const key of COLUMN_KEYS) columns[key].forEach((_, i) => (columns[key][i] = batch * 10 + i))
      return columns
    })
    const joined = concatColumns(batches)
    expect(joined.length).toBe(5)
    for (const key of COLUMN_KEYS) expect(Array.from(joined[key])).toEqual([0, 1, 20, 21, 22])
    expect(concatColumns([]).length).toBe(0)
  })

  it('hand over each buffer once', () => {
    const columns = allocateColumns(2)
    const buffers = columnBuffers(columns)
    expect(new Set(buffers).size).toBe(COLUMN_KEYS.length)
    structuredClone(columns, { transfer: buffers })
    for (const key of COLUMN_KEYS) expect(columns[key]).toHaveLength(0)
  })
})
