import type { IncidentColumns } from '../domain/incident.ts'
import type { KeptKind } from '../project/keptFiles.ts'
import type { Bytes, ProjectHeader, ProjectTitle } from '../project/index.ts'

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
  /** Number of the layer of each run of source cells. */
  source: number[]
  incidentsDigest: string
  documents: Record<string, unknown>
}

/** What is kept on this machine, as far as it can be told without a passphrase. */
export interface KeptInfo {
  bytes: number
  /** UTC milliseconds. */
  savedAt: number
  header: ProjectHeader
}

export type ProjectJobs = {
  /** `belongsTo`: digest of the rows that a file of changes adds to. */
  beginSave: {
    request: { title: ProjectTitle; passphrase: string | null; target: SaveTarget; belongsTo: string | null }
    response: null
  }
  columns: { request: { columns: IncidentColumns }; response: null }
  source: { request: { layer: number; ipc: Bytes }; response: null }
  finishSave: { request: { documents: Record<string, unknown> }; response: Saved }
  /** null opens what is kept. Every byte has been held to its digest when it answers. */
  open: { request: { file: Blob | null; passphrase: string | null }; response: Opened }
  readColumns: { request: { labels: number }; response: IncidentColumns }
  readSource: { request: { index: number }; response: Bytes }
  /** null where nothing is kept. */
  kept: { request: null; response: KeptInfo | null }
}
