import { formatOf } from './formats.ts'
import { sniff } from './sniff.ts'
import type { SniffChoices, SourceFile } from './source.ts'
import { unwrap } from './unwrap.ts'

/** All rows of a small table as text, for what is no list of incidents (population by area, an address register). */
export interface TextTable {
  name: string
  columns: string[]
  /** Blank rows are left out. */
  rows: string[][]
  /** Names of the sheets or layers; empty where there is but one table. */
  sheets: string[]
  sheet: string | null
}

/** @throws IngestError where the file is no table */
export async function readTable(file: SourceFile, choices: SniffChoices = {}): Promise<TextTable> {
  const description = await sniff(file, choices)
  const { file: inner } = await unwrap(file)
  const rows: string[][] = []
  for await (const chunk of formatOf(description.format).read(inner, description, () => undefined))
    for (const cells of chunk.rows) if (cells.some((cell) => cell.trim() !== '')) rows.push(cells)
  const { columns, sheets, sheet } = description
  return { name: file.name, columns, rows, sheets, sheet }
}
