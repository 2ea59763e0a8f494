import { overlappingAreas } from '../analysis/index.ts'
import type { AreaNote } from '../domain/area.ts'
import { readAreaShapes, type AreaReading } from '../ingest/areas/areaReading.ts'
import { areaCodes } from '../ingest/areas/areaCodes.ts'
import { joinKeys } from '../ingest/areas/joinKeys.ts'
import { joinTable } from '../ingest/areas/joinTable.ts'
import { proposeTableMapping } from '../ingest/areas/proposeTableMapping.ts'
import { readRecords } from '../ingest/areas/tableRecords.ts'
import { shapeTable, type AreaTable } from '../ingest/areas/tableShape.ts'
import { readFeatures, type SourceFile } from '../ingest/index.ts'
import type { AreaFilesJobs, TableLook } from './areaFilesMessages.ts'
import type { PostedFile } from './ingestMessages.ts'
import type { JobContext, JobHandlers } from './jobs.ts'

const SAMPLE_ROWS = 50
const EXAMPLES = 5

/** The reading of area files, run in the worker, and in tests without one. */
export function areaFilesHandlers(): JobHandlers<AreaFilesJobs> {
  /** The table that is looked at: corrections are joined without reading the file again. */
  let last: { file: Blob; name: string; sheet: string | null; table: AreaTable } | null = null

  async function tableOf(file: PostedFile, sheet: string | null): Promise<AreaTable> {
    const { blob, name } = file
    const same = last && last.name === name && last.file.size === blob.size && last.sheet === sheet
    if (!same) {
      last = null
      const table = shapeTable(await readRecords(named(file), sheet ?? undefined))
      last = { file: blob, name, sheet, table }
    }
    return last!.table
  }

  return {
    async areas({ file, layer, crs, metric }, context: JobContext) {
      const features = await readFeatures(named(file), layer === null ? {} : { layer })
      await context.breathe()
      const reading = readAreaShapes(features, metric, crs ?? features.crs)
      await context.breathe()
      return { response: { reading, overlap: overlapOf(reading) } }
    },
    async table({ file, sheet, sets }) {
      const { rows, ...table } = await tableOf(file, sheet)
      const proposed = sets.map((areas) => proposeTableMapping({ ...table, rows }, areas))
      const met = proposed.map((mapping, k) => {
        if (!mapping) return 0
        const keys = new Set(rows.map((row) => (row[mapping.key] ?? '').trim()))
        return new Set(joinKeys(keys, sets[k]!).matches.values()).size
      })
      const response: TableLook = {
        ...table,
        sample: rows.slice(0, SAMPLE_ROWS),
        rows: rows.length,
        proposed,
        met,
        hasCodes: areaCodes(rows) !== null,
      }
      return { response }
    },
    async join({ file, sheet, mapping, areas, id, areaSet, ties }) {
      const table = await tableOf(file, sheet)
      return { response: joinTable(table, mapping, areas, { id, areaSet, ties }) }
    },
  }
}

/** Pairs of areas that overlap, by the names that the layer is proposed to have. */
function overlapOf({ shapes, rows, proposed }: AreaReading): AreaNote | null {
  const pairs = overlappingAreas(shapes.map(({ polygon }) => polygon))
  if (pairs.length === 0) return null
  const name = (i: number) => rows[i]![proposed.name ?? proposed.key ?? -1] || String(i + 1)
  const examples = pairs.slice(0, EXAMPLES).map(({ first, second }) => `${name(first)} – ${name(second)}`)
  return { code: 'overlap', count: pairs.length, examples }
}

function named({ blob, name }: PostedFile): SourceFile {
  return Object.defineProperty(blob, 'name', { value: name, configurable: true }) as SourceFile
}
