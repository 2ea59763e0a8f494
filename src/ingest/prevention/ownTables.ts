import { contentOf, type FileContent } from '../../domain/preventionFile/records.ts'
import { FILE_TABLES, type FileSubject, type TableSchema } from '../../domain/preventionFile/tables.ts'
import { foldLabel } from '../../domain/taxonomy.ts'
import { isBlank } from '../blank.ts'
import { cellValue } from './fieldValues.ts'
import type { FileProblem } from './problems.ts'
import { RecordReader } from './recordReader.ts'
import type { SourceTable } from './sourceTables.ts'

/** What was read of a file that this product wrote. */
export interface OwnReading {
  subject: FileSubject
  content: FileContent
  problems: FileProblem[]
}

/** Columns that a person may have taken away. */
const FEWEST_HEADINGS = 0.7

interface Matched {
  table: SourceTable
  schema: TableSchema
  /** Column of each field; -1 where it has none. */
  columns: number[]
}

/** The table of a subject that the headings are of, in either language; null where they are of none. */
export function matchSchema(columns: readonly string[], subject: FileSubject): Omit<Matched, 'table'> | null {
  const folded = columns.map((name) => foldLabel(name))
  let best: (Omit<Matched, 'table'> & { met: number }) | null = null
  for (const schema of FILE_TABLES[subject])
    for (const language of ['sv', 'en'] as const) {
      const places = schema.fields.map((field) => folded.indexOf(foldLabel(field[language])))
      const met = places.filter((at) => at >= 0).length
      const ids = schema.fields.every(({ need }, k) => need !== 'id' || places[k]! >= 0)
      if (ids && met >= FEWEST_HEADINGS * schema.fields.length && met > (best?.met ?? 0))
        best = { schema, columns: places, met }
    }
  return best && { schema: best.schema, columns: best.columns }
}

/** Reads tables that this product wrote; null where they are not its own. */
export function readOwnTables(tables: readonly SourceTable[]): OwnReading | null {
  for (const subject of ['walks', 'measures'] as const) {
    const matched = tables.flatMap((table): Matched[] => {
      const found = matchSchema(table.columns, subject)
      return found ? [{ table, ...found }] : []
    })
    if (!matched.some(({ schema }) => schema.parent === null)) continue
    const reader = new RecordReader(subject)
    for (const one of matched) readTable(reader, one)
    const content = contentOf(reader.records())
    return { subject, content, problems: reader.problems }
  }
  return null
}

function readTable(reader: RecordReader, { table, schema, columns }: Matched): void {
  const placeOf = new Map(schema.fields.map((field, k) => [field.key, columns[k]!]))
  table.rows.forEach((cells, k) => {
    if (isBlank(cells)) return
    reader.read(schema, { table: table.name, row: table.firstRow + k }, (field) => {
      const at = placeOf.get(field.key)!
      const raw = at < 0 ? '' : (cells[at] ?? '')
      return { read: cellValue(field, raw), raw, heading: at < 0 ? undefined : table.columns[at] }
    })
  })
}
