import sqliteUrl from 'sql.js/dist/sql-wasm-browser.wasm?url'
import { columnBuffers } from '../domain/incident.ts'
import { keyBuffers } from '../ingest/incidentKeys.ts'
import {
  IngestError,
  load,
  look,
  preview,
  recognise,
  setSqliteLocation,
  sniff,
  type LoadProgress,
  type SourceFile,
} from '../ingest/index.ts'
import { readRegister } from '../ingest/addresses/readRegister.ts'
import { moverFor } from '../ingest/privacy/coarsen.ts'
import { readPositions } from '../ingest/privacy/readPositions.ts'
import { coarseningEffect } from './privacy/coarseningEffect.ts'
import type {
  IngestFailure,
  IngestJob,
  IngestJobs,
  IngestReply,
  IngestRequest,
  PostedFile,
} from './ingestMessages.ts'

/** A worker's own scope, without the DOM library's `Window` in the way. */
interface WorkerScope {
  onmessage: ((event: MessageEvent<IngestRequest>) => void) | null
  postMessage(reply: IngestReply, transfer?: Transferable[]): void
}

const scope = self as unknown as WorkerScope

setSqliteLocation(sqliteUrl)

scope.onmessage = ({ data }) => {
  run(data)
    .then((response) => scope.postMessage({ id: data.id, kind: 'done', response }))
    .catch((error: unknown) => scope.postMessage({ id: data.id, kind: 'failed', failure: failureOf(error) }))
}

async function run(message: IngestRequest): Promise<IngestJobs[IngestJob]['response']> {
  const { id } = message
  switch (message.name) {
    case 'sniff':
      return sniff(named(message.request.file), message.request.choices)
    case 'look':
      return look(named(message.request.file), message.request.choices)
    case 'recognise':
      return recognise(named(message.request.file))
    case 'preview':
      return preview(message.request.description, message.request.mapping)
    case 'load': {
      const { file, description, mapping, into, register, secret } = message.request
      return load(named(file), description, mapping, {
        into,
        register,
        secret,
        compare: coarseningEffect,
        onBatch: (batch) => {
          const buffers = [
            ...columnBuffers(batch.columns),
            ...keyBuffers(batch.keys),
            batch.arrow.buffer as ArrayBuffer,
          ]
          scope.postMessage({ id, kind: 'batch', batch }, buffers)
        },
        onProgress: (progress) => scope.postMessage({ id, kind: 'progress', progress }),
      })
    }
    case 'register': {
      const { file, mapping } = message.request
      const onProgress = (progress: LoadProgress) => scope.postMessage({ id, kind: 'progress', progress })
      return readRegister(named(file), mapping, onProgress)
    }
    case 'tryCoarsening': {
      const { file, description, mapping, register, secret } = message.request
      const coarsening = mapping.privacy?.coarsening
      if (!coarsening) return null
      const move = await moverFor(coarsening, secret)
      const onProgress = (progress: LoadProgress) => scope.postMessage({ id, kind: 'progress', progress })
      const options = { register, onProgress }
      return coarseningEffect(await readPositions(named(file), description, mapping, move, options))
    }
  }
}

function named({ blob, name }: PostedFile): SourceFile {
  return Object.defineProperty(blob, 'name', { value: name }) as SourceFile
}

function failureOf(error: unknown): IngestFailure {
  if (error instanceof IngestError) return { code: error.code, data: error.data } as IngestFailure
  return { code: 'unexpected', message: error instanceof Error ? error.message : String(error) }
}
