import { formatOf } from '../formats.ts'
import { usesDecimalComma } from '../numbers.ts'
import type { SourceFile } from '../source.ts'
import { unwrap } from '../unwrap.ts'

/** A table file as it stands, titles and footnotes too. */
export interface TableRecords {
  file: string
  sheets: string[]
  sheet: string | null
  records: string[][]
  decimalComma: boolean
}

/**
 * All records of a table file: what stands above the head and below the last row is part of how statistics are exported.
 * @throws IngestError where the file is no table
 */
export async function readRecords(file: SourceFile, sheet?: string): Promise<TableRecords> {
  const inner = await unwrap(file)
  const format = formatOf(inner.format)
  const description = await format.describe(inner.file, sheet === undefined ? {} : { sheet })
  const fromTop = { ...description, leadingRecords: 0 }
  const records: string[][] = []
  for await (const { rows } of format.read(inner.file, fromTop, () => undefined))
    for (const row of rows) records.push(row)
  // A format with names of its own has no record for them.
  if (description.hasHeader && description.leadingRecords === 0) records.unshift(description.columns)
  return {
    file: file.name,
    sheets: description.sheets,
    sheet: description.sheet,
    records,
    decimalComma: usesDecimalComma(records.slice(0, 2000), description.csv?.delimiter === ','),
  }
}
