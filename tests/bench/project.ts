import { TextColumns } from '../../src/ingest/textColumns.ts'
import { columnsBetween } from '../../src/project/columns.ts'
import { BlobSink, BlobSource, ProjectReader, ProjectWriter, type Bytes } from '../../src/project/index.ts'
import { allocateColumns, type IncidentColumns } from '../../src/domain/incident.ts'
import { load, megabytes, milliseconds, printTable } from './figures.ts'
import { seeded } from './seeded.ts'

const CELLS = 30
const RUN_ROWS = 50_000
const LABELS = 40

/** Saving and opening a project of so many rows with 30 columns of source cells, in clear and encrypted; the code of the worker, in Node. */
export async function benchProject(rows: number): Promise<void> {
  const columns = columnsOf(rows)
  const runs = Array.from({ length: Math.ceil(rows / RUN_ROWS) }, (_, k) =>
    cellsOf(columnsBetween(columns, k * RUN_ROWS, Math.min(rows, (k + 1) * RUN_ROWS)), k),
  )
  const table: string[][] = []
  for (const [name, passphrase] of [
    ['in clear', null],
    ['encrypted', 'fyra ord som inte hör ihop'],
  ] as const) {
    const save = await timed(() => saved(columns, runs, passphrase))
    const open = await timed(() => readAll(save.result, passphrase))
    if (open.result !== rows) throw new Error(`${open.result} of ${rows} rows came back`)
    table.push([name, milliseconds(save.time), milliseconds(open.time), megabytes(save.result.size)])
  }
  const unpacked = runs.reduce((sum, { length }) => sum + length, 0)
  printTable(
    `A project of ${rows.toLocaleString('en')} rows and ${CELLS} source columns (${megabytes(unpacked)} of cells), load ${load()}`,
    ['project', 'save', 'verify and open', 'file'],
    table,
  )
}

async function timed<T>(task: () => Promise<T>): Promise<{ time: number; result: T }> {
  const start = performance.now()
  const result = await task()
  return { time: performance.now() - start, result }
}

async function saved(columns: IncidentColumns, runs: Bytes[], passphrase: string | null): Promise<Blob> {
  const sink = new BlobSink()
  const title = {
    name: 'bench',
    created: '2026-11-22T00:00:00.000Z',
    data: '',
    rows: columns.length,
    layers: 1,
  }
  const writer = await ProjectWriter.begin(sink, title, { passphrase })
  await writer.columns(columns)
  for (const [k, ipc] of runs.entries())
    await writer.run(1, Math.min(RUN_ROWS, columns.length - k * RUN_ROWS), ipc)
  await writer.finish({})
  return sink.finish('')
}

async function readAll(file: Blob, passphrase: string | null): Promise<number> {
  const reader = await ProjectReader.begin(new BlobSource(file), { passphrase })
  const { length } = await reader.columns(LABELS)
  for (const k of reader.manifest.incidents!.runs.keys()) await reader.source(k)
  return length
}

function columnsOf(rows: number): IncidentColumns {
  const random = seeded(1)
  const columns = allocateColumns(rows)
  for (let i = 0; i < rows; i++) {
    const [x, y] = [random(), random()]
    columns.x[i] = 674_000 + x * 20_000
    columns.y[i] = 6_580_000 + y * 20_000
    columns.lon[i] = 18 + x / 3
    columns.lat[i] = 59.3 + y / 5
    columns.day[i] = 19_000 + Math.floor(random() * 1_500)
    columns.startHour[i] = Math.floor(random() * 168)
    columns.fromUtcMs[i] = columns.day[i]! * 86_400_000 + Math.floor(random() * 1_440) * 60_000
    columns.toUtcMs[i] = columns.fromUtcMs[i]! + Math.floor(random() * 600) * 60_000
    columns.type[i] = Math.floor(random() * LABELS)
    columns.row[i] = i + 1
  }
  return columns
}

/** Cells as of an export: texts of a list, numbers, times, a place in words. */
function cellsOf(columns: IncidentColumns, seed: number): Bytes {
  const random = seeded(seed + 2)
  const names = Array.from({ length: CELLS }, (_, c) => `kolumn ${c + 1}`)
  const texts = new TextColumns(names, RUN_ROWS)
  const kinds: ((i: number) => string)[] = [
    (i) => columns.x[i]!.toFixed(2),
    (i) => new Date(columns.fromUtcMs[i]!).toISOString(),
    () => `typ ${Math.floor(random() * LABELS)}`,
    () => String(Math.floor(random() * 1e5)),
    () => `Gatan ${Math.floor(random() * 900)}`,
  ]
  const cells = (i: number) => names.map((_, c) => kinds[c % kinds.length]!(i))
  for (let from = 0; from < columns.length; from += 1_000)
    texts.append(Array.from({ length: Math.min(1_000, columns.length - from) }, (_, k) => cells(from + k)))
  return texts.takeIpc(columns.row) as Bytes
}
