import { columnBuffers, type IncidentColumns } from '../domain/incident.ts'
import { columnsBetween } from '../project/columns.ts'
import { keptFiles, keptFolder, KeptSink, readKept, type KeptFile } from '../project/keptFiles.ts'
import { BlobSink, BlobSource, ProjectError, ProjectReader, ProjectWriter } from '../project/index.ts'
import { JobCancelled, serveJobs, type JobContext, type WorkerScope } from './jobs.ts'
import type { Opened, ProjectJobs, SaveTarget } from './projectMessages.ts'

let saving: { writer: ProjectWriter; target: SaveTarget; sink: BlobSink | KeptSink } | null = null
let opened: ProjectReader | null = null
/** The rows of `opened`, and where the next run of them begins. */
let columns: IncidentColumns | null = null
let at = 0

function writing() {
  if (!saving) throw new Error('beginSave comes first')
  return saving
}

function reading(): ProjectReader {
  if (!opened) throw new Error('open comes first')
  return opened
}

/** Leaves no half of a file behind where a part cannot be written. */
async function part(write: () => Promise<void>): Promise<{ response: null }> {
  try {
    await write()
    return { response: null }
  } catch (error) {
    if (saving?.sink instanceof KeptSink) await saving.sink.discard()
    saving = null
    throw error
  }
}

serveJobs<ProjectJobs>(self as unknown as WorkerScope, {
  async beginSave({ title, passphrase, target, belongsTo }) {
    const sink = target === 'file' ? new BlobSink() : await KeptSink.begin(await keptFolder(), target)
    try {
      const writer = await ProjectWriter.begin(sink, title, { passphrase })
      if (belongsTo !== null) writer.belongsTo(belongsTo)
      saving = { writer, target, sink }
    } catch (error) {
      if (sink instanceof KeptSink) await sink.discard()
      throw error
    }
    return { response: null }
  },

  columns: ({ columns }) => part(() => writing().writer.columns(columns)),
  run: ({ layer, rows, ipc }) => part(() => writing().writer.run(layer, rows, ipc)),

  async finishSave({ documents }) {
    const { writer, sink } = writing()
    let incidentsDigest = ''
    await part(async () => void (incidentsDigest = await writer.finish(documents)))
    saving = null
    if (sink instanceof KeptSink)
      return { response: { blob: null, bytes: await sink.keep(), incidentsDigest } }
    const blob = sink.finish('application/octet-stream')
    return { response: { blob, bytes: blob.size, incidentsDigest } }
  },

  async open({ file, passphrase }, context) {
    opened = null
    columns = null
    const { reader, changes } = file
      ? { reader: await begin(file, passphrase, context), changes: null }
      : await beginKept(passphrase, context)
    const response = await contents(reader, changes)
    opened = reader
    return { response }
  },

  async readColumns({ labels }) {
    columns = await reading().columns(labels)
    at = 0
    return { response: null }
  },

  async readRun({ index }) {
    const run = reading().manifest.incidents?.runs[index]
    if (!run || !columns) throw new Error('readColumns comes first')
    const part = columnsBetween(columns, at, (at += run.rows))
    if (at === columns.length) columns = null
    const arrow = await reading().source(index)
    const buffers = [...columnBuffers(part), ...(arrow ? [arrow.buffer] : [])]
    return { response: { columns: part, arrow }, transfer: buffers }
  },
})

function begin(file: Blob, passphrase: string | null, context: JobContext): Promise<ProjectReader> {
  const progress = async (done: number) => {
    context.progress(done, 'verify')
    await context.breathe()
  }
  return ProjectReader.begin(new BlobSource(file), { passphrase, progress })
}

/** A file that a page did not get to finish is passed over for the one before it. */
async function beginKept(passphrase: string | null, context: JobContext) {
  const folder = await keptFolder()
  const files = await keptFiles(folder)
  const open = async (kept: KeptFile) => begin(await readKept(folder, kept), passphrase, context)
  const whole = files.filter(({ kind }) => kind === 'whole')
  if (whole.length === 0) throw new ProjectError('notProject', {})
  for (const [place, file] of whole.entries()) {
    const reader = await open(file).catch((error: unknown) => {
      if (isUnfinished(error) && place < whole.length - 1) return null
      throw error
    })
    if (!reader) continue
    const digest = reader.manifest.incidentsDigest
    for (const later of files.filter(({ kind, number }) => kind === 'changes' && number > file.number)) {
      // Unfinished, or gone with the page that wrote it: what stands before it holds.
      const changes = await open(later).catch((error: unknown) => {
        if (error instanceof JobCancelled) throw error
        return null
      })
      if (changes?.manifest.incidentsDigest === digest) return { reader, changes }
    }
    return { reader, changes: null }
  }
  throw new ProjectError('notProject', {})
}

function isUnfinished(error: unknown): boolean {
  return error instanceof ProjectError && ['damaged', 'truncated', 'notProject'].includes(error.code)
}

async function contents(reader: ProjectReader, changes: ProjectReader | null): Promise<Opened> {
  const newest = changes ?? reader
  const { incidents, incidentsDigest } = reader.manifest
  const documents: Record<string, unknown> = {}
  for (const source of changes ? [reader, changes] : [reader])
    for (const subject of Object.keys(source.manifest.documents))
      documents[subject] = await source.document(subject)
  return {
    name: newest.manifest.name,
    created: newest.manifest.created,
    rows: incidents?.rows ?? 0,
    runs: incidents?.runs.map(({ layer, rows }) => ({ layer, rows })) ?? [],
    incidentsDigest,
    documents,
  }
}
