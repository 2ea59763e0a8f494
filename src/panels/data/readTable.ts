import { detectFormat } from '../../ingest/detectFormat.ts'
import { formatOf } from '../../ingest/formats.ts'
import type { SourceFile } from '../../ingest/index.ts'

/**
 * All rows of a small table as text, for what is no list of incidents (population by area).
 * @throws IngestError where the file is no table
 */
export async function readTable(file: SourceFile): Promise<{ columns: string[]; rows: string[][] }> {
  const format = formatOf(await detectFormat(file))
  const description = await format.describe(file, {})
  const rows: string[][] = []
  for await (const chunk of format.read(file, description, () => undefined)) rows.push(...chunk.rows)
  return {
    columns: description.columns,
    rows: rows.filter((cells) => cells.some((cell) => cell.trim() !== '')),
  }
}
