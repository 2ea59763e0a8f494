import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { tableFromIPC, type Table } from 'apache-arrow'
import { concatColumns, type IncidentColumns } from '../../src/domain/incident.ts'
import type { TypeLabel } from '../../src/domain/taxonomy.ts'
import {
  load,
  proposeMapping,
  sniff,
  type LoadReport,
  type Mapping,
  type SniffChoices,
  type SourceDescription,
  type SourceFile,
} from '../../src/ingest/index.ts'

const REFERENCE = resolve(import.meta.dirname, '../../../shared/reference')
export const hasReference = existsSync(REFERENCE)

export function referenceText(path: string): string {
  return readFileSync(resolve(REFERENCE, path), 'utf8')
}

export function referenceFile(path: string): SourceFile {
  return new File([readFileSync(resolve(REFERENCE, path))], path)
}

/** A file of text (UTF-8) or bytes. */
export function file(content: string | Uint8Array, name = 'fil.csv'): SourceFile {
  return new File([content as BlobPart], name)
}

/** A file of lines. */
export function lines(...rows: string[]): SourceFile {
  return file(`${rows.join('\n')}\n`)
}

export interface Loaded {
  description: SourceDescription
  mapping: Mapping
  report: LoadReport
  columns: IncidentColumns
  labels: TypeLabel[]
  /** One per batch. */
  texts: Table[]
}

/** Sniffs, takes the proposed mapping (changed by `change`) and loads. */
export async function loadFile(
  source: SourceFile,
  change: Partial<Mapping> = {},
  choices: SniffChoices = {},
): Promise<Loaded> {
  const description = await sniff(source, choices)
  const mapping = { ...proposeMapping(description), ...change }
  const batches: IncidentColumns[] = []
  const streams: Uint8Array[] = []
  let labels: TypeLabel[] = []
  const report = await load(source, description, mapping, {
    onBatch: (batch) => {
      batches.push(batch.columns)
      streams.push(batch.arrow)
      labels = batch.labels
    },
  })
  const texts = streams.map((stream) => tableFromIPC(stream))
  return { description, mapping, report, columns: concatColumns(batches), labels, texts }
}

/** Count of a note, 0 where it was not made. */
export function noted(report: Pick<LoadReport, 'notes'>, code: LoadReport['notes'][number]['code']): number {
  return report.notes.find((note) => note.code === code)?.count ?? 0
}
