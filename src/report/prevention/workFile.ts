import type { FileContent } from '../../domain/preventionFile/records.ts'
import { recordsOf } from '../../domain/preventionFile/records.ts'
import type { FileSubject } from '../../domain/preventionFile/tables.ts'
import type { FileLanguage } from '../../domain/preventionFile/vocabularies.ts'
import { tablesZip } from './csvTables.ts'
import { writtenTables } from './tableCells.ts'
import { walkGpx } from './walkGpx.ts'
import { workbookOf } from './workbook.ts'
import type { WorkFormat } from './workFormats.ts'
import { workGeoJson } from './workGeoJson.ts'

const EXCEL = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/**
 * The work of a subject as a file: Excel with a sheet a table, CSV with a file a table in one zip, GeoJSON, or GPX of the first walk.
 * @throws PreventionFileError
 */
export async function workFile(
  content: FileContent,
  subject: FileSubject,
  format: WorkFormat,
  language: FileLanguage,
): Promise<Blob> {
  switch (format) {
    case 'geojson':
      return new Blob([workGeoJson(content, subject, language)], { type: 'application/geo+json' })
    case 'gpx':
      return new Blob([walkGpx(content.walks[0]!, language)], { type: 'application/gpx+xml' })
    default: {
      const tables = writtenTables(recordsOf(content, subject), subject, language)
      return format === 'csv'
        ? tablesZip(tables, language === 'sv' ? ',' : '.')
        : new Blob([(await workbookOf(tables)) as BlobPart], { type: EXCEL })
    }
  }
}
