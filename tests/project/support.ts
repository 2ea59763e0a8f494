import { allocateColumns, type IncidentColumns } from '../../src/domain/incident.ts'
import { BlobSink, BlobSource, ProjectReader, ProjectWriter, type Bytes } from '../../src/project/index.ts'
import type { WriterOptions } from '../../src/project/projectWriter.ts'

export const CREATED = '2026-11-22T04:30:00.000Z'

/** The derivation of the product costs 64 MiB; what is tested with this one is what stands on it. */
export const LITTLE_COST = { memoryKiB: 64, iterations: 1, parallelism: 1 }

/** Bytes that look random and are the same every time. */
export function seededBytes(seed: number): (length: number) => Bytes {
  let state = seed >>> 0
  return (length) =>
    Uint8Array.from({ length }, () => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) >>> 24)
}

/** A few incidents with what columns can hold: missing values, negative days, doubles with full mantissas. */
export function someColumns(length = 5): IncidentColumns {
  const columns = allocateColumns(length)
  for (let i = 0; i < length; i++) {
    columns.row[i] = i + 1
    columns.type[i] = i % 3
    columns.kind[i] = i % 2
    if (i % 4 === 3) continue
    columns.x[i] = 674_000 + Math.sqrt(i + 2)
    columns.y[i] = 6_580_000 + Math.PI * i
    columns.lon[i] = 18.05 + i / 7e3
    columns.lat[i] = 59.3 + i / 9e3
    columns.day[i] = i - 2
    columns.startHour[i] = (i * 25) % 168
    columns.fromUtcMs[i] = 1.7e12 + i * 60_000
  }
  return columns
}

export const DOCUMENTS = {
  dataset: {
    labels: ['', 'Stöld', 'Klotter'],
    layers: [
      { keys: { id: Float64Array.of(NaN, 2 ** 52 + 1), row: Uint32Array.of(1, 2 ** 32 - 1) } },
      { keys: { id: new Float64Array(0), row: new Uint32Array(0) } },
    ],
  },
  views: [{ name: 'Lördag natt' }],
}

export async function written(
  options: WriterOptions,
  columns = someColumns(),
  documents: Record<string, unknown> = DOCUMENTS,
): Promise<Bytes> {
  const sink = new BlobSink()
  const title = { name: 'Centrum', created: CREATED, data: 'abc', rows: columns.length, layers: 1 }
  const writer = await ProjectWriter.begin(sink, title, options)
  await writer.columns(columns)
  await writer.run(0, columns.length, new TextEncoder().encode('cells'))
  await writer.finish(documents)
  return new Uint8Array(await sink.finish('').arrayBuffer())
}

export function sourceOf(bytes: Bytes): BlobSource {
  return new BlobSource(new Blob([bytes]))
}

/** Everything that a project holds. */
export async function readAll(bytes: Bytes, passphrase: string | null = null) {
  const reader = await ProjectReader.begin(sourceOf(bytes), { passphrase })
  return {
    manifest: reader.manifest,
    columns: await reader.columns(3),
    source: new TextDecoder().decode((await reader.source(0))!),
    documents: {
      dataset: await reader.document('dataset'),
      views: await reader.document('views'),
    },
  }
}
