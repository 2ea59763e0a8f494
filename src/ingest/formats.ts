import { csv } from './csv.ts'
import type { SourceFormat, TableFormat } from './source.ts'
import { xlsx } from './xlsx.ts'

const FORMATS: Readonly<Record<SourceFormat, TableFormat>> = { csv, xlsx }

/** The reader of a format. */
export function formatOf(format: SourceFormat): TableFormat {
  return FORMATS[format]
}
