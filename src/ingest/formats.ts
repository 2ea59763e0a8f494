import { csv } from './csv.ts'
import { featureFormatOf } from './formats/featureFormats.ts'
import { tableOfFeatures } from './formats/featureTableFormat.ts'
import { parquet } from './formats/parquet.ts'
import type { SourceFormat, TableFormat } from './source.ts'
import { xlsx } from './xlsx.ts'

const TABLES: Partial<Record<SourceFormat, TableFormat>> = { csv, xlsx, parquet }

/** The reader of a format. */
export function formatOf(format: SourceFormat): TableFormat {
  return TABLES[format] ?? tableOfFeatures(format, featureFormatOf(format)!)
}
