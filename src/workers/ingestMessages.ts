import type {
  CoarseningEffect,
  IngestErrorCode,
  IngestErrorData,
  JoinedDataset,
  LoadBatch,
  LoadProgress,
  Look,
  LoadReport,
  Mapping,
  Preview,
  Recognised,
  SniffChoices,
  SourceDescription,
} from '../ingest/index.ts'

import type { ReadRegister, RegisterMapping } from '../ingest/addresses/readRegister.ts'
import type { AddressRegister } from '../ingest/addresses/register.ts'

/** A file on its way to the worker: a plain Blob loses its name when it is cloned. */
export interface PostedFile {
  blob: Blob
  name: string
}

/** What the ingest worker does, with what it takes and gives. */
export interface IngestJobs {
  sniff: { request: { file: PostedFile; choices: SniffChoices }; response: SourceDescription }
  look: { request: { file: PostedFile; choices: SniffChoices }; response: Look }
  recognise: { request: { file: PostedFile }; response: Recognised }
  preview: { request: { description: SourceDescription; mapping: Mapping }; response: Preview }
  load: {
    request: {
      file: PostedFile
      description: SourceDescription
      mapping: Mapping
      into?: JoinedDataset
      register?: AddressRegister | null
      secret: Uint8Array
    }
    response: LoadReport
  }
  /** A file of addresses with places, by a mapping or by what its columns say. */
  register: { request: { file: PostedFile; mapping: RegisterMapping | null }; response: ReadRegister }
  /** What the coarsening of the mapping would do; null where nothing has a position. */
  tryCoarsening: {
    request: {
      file: PostedFile
      description: SourceDescription
      mapping: Mapping
      register?: AddressRegister | null
      secret: Uint8Array
    }
    response: CoarseningEffect | null
  }
}

export type IngestJob = keyof IngestJobs

/** Page → worker. There is no cancel: the client ends the worker, which also ends a parser that is busy. */
export type IngestRequest = {
  [Name in IngestJob]: { id: number; name: Name; request: IngestJobs[Name]['request'] }
}[IngestJob]

export type IngestFailure =
  | { [Code in IngestErrorCode]: { code: Code; data: IngestErrorData[Code] } }[IngestErrorCode]
  | { code: 'unexpected'; message: string }

/** Worker → page. The buffers of a batch are transferred. */
export type IngestReply =
  | { id: number; kind: 'progress'; progress: LoadProgress }
  | { id: number; kind: 'batch'; batch: LoadBatch }
  | { id: number; kind: 'done'; response: IngestJobs[IngestJob]['response'] }
  | { id: number; kind: 'failed'; failure: IngestFailure }
