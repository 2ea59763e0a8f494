import { columnBuffers } from '../domain/incident.ts'
import { IngestError, load, look, preview, sniff, type SourceFile } from '../ingest/index.ts'
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
    case 'preview':
      return preview(message.request.description, message.request.mapping)
    case 'load': {
      const { file, description, mapping } = message.request
      return load(named(file), description, mapping, {
        onBatch: (batch) => {
          const buffers = [...columnBuffers(batch.columns), batch.arrow.buffer as ArrayBuffer]
          scope.postMessage({ id, kind: 'batch', batch }, buffers)
        },
        onProgress: (progress) => scope.postMessage({ id, kind: 'progress', progress }),
      })
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
