import Papa from 'papaparse'
import type { WrittenTable } from './tableCells.ts'

/** A table as CSV that Excel opens as it stands: byte order mark, semicolons, CRLF, the language's decimal sign, every digit. */
export function tableCsv({ headings, rows }: WrittenTable, decimal: ',' | '.'): string {
  const text = (cell: string | number) =>
    typeof cell === 'number' ? String(cell).replace('.', decimal) : cell
  const body = [headings, ...rows.map((row) => row.map(text))]
  return `\ufeff${Papa.unparse(body, { delimiter: ';', newline: '\r\n' })}\r\n`
}

/** All tables in one zip, one CSV each. */
export async function tablesZip(tables: readonly WrittenTable[], decimal: ',' | '.'): Promise<Blob> {
  const { BlobWriter, configure, TextReader, ZipWriter } = await import('@zip.js/zip.js')
  configure({ useWebWorkers: false })
  const zip = new ZipWriter(new BlobWriter('application/zip'))
  for (const table of tables) await zip.add(`${table.name}.csv`, new TextReader(tableCsv(table, decimal)))
  return zip.close()
}
