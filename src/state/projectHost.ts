import type { IncidentColumns } from '../domain/incident.ts'
import type { RowRange } from '../domain/rowKeys.ts'
import type { Bytes } from '../project/bytes.ts'
import type { ProjectRun } from '../workers/projectMessages.ts'
import type { ProjectPart, RowRun } from './projectParts.ts'

/** What keeping and carrying needs of the rest. */
export interface ProjectHost {
  /** What is loaded; null while nothing is. */
  loaded(): {
    /** What addresses call it. */
    id: string
    name: string
    /** Made up, so that nothing is lost with it. */
    invented: boolean
    layers: readonly { number: number; range: RowRange }[]
  } | null
  /** Documents of a project as things stand; `data` is the one without which there is no other. */
  parts(): ProjectPart[]
  /** A copy of the incidents' columns. */
  columns(): Promise<IncidentColumns>
  /** The source cells of a run as an Arrow IPC stream; null where there are none. */
  cells(run: RowRun): Promise<Bytes | null>
  /** Takes over a project. Until the last run is in, what was there stays. @throws ProjectError */
  takeOver(project: IncomingProject): Promise<void>
}

/** A project on its way in; its runs are read one after the other. */
export interface IncomingProject {
  name: string
  documents: Record<string, unknown>
  runs: readonly { layer: number; rows: number }[]
  /** Reads the columns, whose types point into so many labels. */
  readColumns(labels: number): Promise<void>
  readRun(index: number): Promise<ProjectRun>
}
