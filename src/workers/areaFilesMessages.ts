import type { AreaNote } from '../domain/area.ts'
import type { AreaReading } from '../ingest/areas/areaReading.ts'
import type { KeyedArea } from '../ingest/areas/joinKeys.ts'
import type { TableJoin } from '../ingest/areas/joinTable.ts'
import type { TableMapping } from '../ingest/areas/tableMapping.ts'
import type { AreaTable } from '../ingest/areas/tableShape.ts'
import type { Crs } from '../ingest/crs.ts'
import type { PostedFile } from './ingestMessages.ts'

/** A table without most of its rows. */
export interface TableLook extends Omit<AreaTable, 'rows'> {
  /** The first rows. */
  sample: string[][]
  rows: number
  /** How it is most likely to be read for each of the area sets asked about; null where no column meets its areas. */
  proposed: (TableMapping | null)[]
  /** Areas that the proposed key column meets, for each of the sets. */
  met: number[]
  /** Some column holds codes of Swedish areas. */
  hasCodes: boolean
}

export interface JoinRequest {
  file: PostedFile
  sheet: string | null
  mapping: TableMapping
  areas: KeyedArea[]
  /** Id for the joined table. */
  id: string
  areaSet: string
  ties: Record<string, string>
}

export type AreaFilesJobs = {
  /** Polygons of a layer in degrees and metres, checked; null metric: the one for where they lie. */
  areas: {
    request: { file: PostedFile; layer: string | null; crs: Crs | null; metric: Crs | null }
    response: { reading: AreaReading; overlap: AreaNote | null }
  }
  /** What a table of statistics is and how it would be joined. */
  table: {
    request: { file: PostedFile; sheet: string | null; sets: KeyedArea[][] }
    response: TableLook
  }
  join: { request: JoinRequest; response: TableJoin }
}
