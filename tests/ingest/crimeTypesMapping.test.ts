import { describe, expect, it } from 'vitest'
import { look } from '../../src/ingest/look.ts'
import { file } from './files.ts'

const rows = (cells: string[]) =>
  cells.map((cell, i) => `2024-0${(i % 9) + 1}-11 10:00;${cell};${6_580_000 + i};${674_000 + i}`)

async function typeColumn(head: string, cells: string[]): Promise<string | null> {
  const { description, mapping } = await look(
    file([`datum;${head};n;e`, ...rows(cells)].join('\n'), 'koder.csv'),
    {},
  )
  return mapping.type === null ? null : description.columns[mapping.type]!
}

describe('a column of crime codes', () => {
  const codes = ['0811', '0910', '0812', '0811', '9802', '0811', '0910', '0812', '0811', '9802']

  it('is taken for the type by its name and its digits', async () => {
    for (const name of ['Brottskod', 'KOD', 'brottskod (4 siffror)'])
      expect([name, await typeColumn(name, codes)]).toEqual([name, name])
  })

  it('is not seen in years and other numbers', async () => {
    for (const name of ['År', 'Antal', 'Statuskod', 'Status kod'])
      expect([name, await typeColumn(name, codes)]).toEqual([name, null])
  })
})
