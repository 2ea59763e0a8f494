import type { IncidentColumns } from '../domain/incident.ts'
import type { KeptKind } from '../project/keptFiles.ts'
import type { Bytes, ProjectTitle } from '../project/index.ts'

/** Where a project is written: a file for the person, or what is kept on this machine. */
export type SaveTarget = 'file' | KeptKind

export interface Saved {
  /** For the person; null where it is kept on this machine. */
  blob: Blob | null
  bytes: number
  incidentsDigest: string
}

/** A project that stands open, before its rows are read. */
export interface Opened {
  name: string
  /** ISO time of saving. */
  created: string
  rows: number
  /** The rows in their order, in runs of one layer each. */
  runs: { layer: number; rows: number }[]
  incidentsDigest: string
  documents: Record<string, unknown>
}

/** A run of rows and the cells of its file. */
export interface ProjectRun {
  columns: IncidentColumns
  arrow: Bytes | null
}

export type ProjectJobs = {
  /** `belongsTo`: digest of the rows that a file of changes adds to. */
  beginSave: {
    request: { title: ProjectTitle; passphrase: string | null; target: SaveTarget; belongsTo: string | null }
    response: null
  }
  columns: { request: { columns: IncidentColumns }; response: null }
  run: { request: { layer: number; rows: number; ipc: Bytes | null }; response: null }
  finishSave: { request: { documents: Record<string, unknown> }; response: Saved }
  /** null opens what is kept. Every byte has been held to its digest when it answers. */
  open: { request: { file: Blob | null; passphrase: string | null }; response: Opened }
  /** Reads all rows; `labels` is the number of type labels that they point into. */
  readColumns: { request: { labels: number }; response: null }
  /** Each run once, in order; its rows leave the worker. */
  readRun: { request: { index: number }; response: ProjectRun }
}
