import { sha256 } from 'hash-wasm'
import { detectDialect } from './csvDialect.ts'
import { splitRows } from './csvRows.ts'
import { detectContent, type Content } from './detectFormat.ts'
import { detectEncoding } from './encoding.ts'
import { IngestError } from './errors.ts'
import { readBytes } from './files.ts'
import { limited, zipEntries, type ZipEntry } from './formats/zipEntries.ts'
import { commonWidth } from './header.ts'
import type { Container, SourceFile, SourceFormat } from './source.ts'

export interface Unwrapped {
  /** The file itself, or what was packed in it. */
  file: SourceFile
  format: SourceFormat
  /** What it was packed in, the outermost first. */
  containers: Container[]
}

const DEEPEST = 2
/** Entries whose beginning is looked at. */
const MOST_LOOKED_AT = 200
const HEAD_BYTES = 16_384
const ENDS = 65_536

/** What was unpacked last, by what stands at the ends of the archive: sniffing and loading unpack once. */
let last: { key: string; unwrapped: Unwrapped } | null = null

/**
 * The file that is meant: itself, what gzip holds, or the one readable file of a zip. Workbooks and zipped shapefiles are formats
 * of their own. Unpacking is streamed, and ends as soon as there is more than an honest archive can hold.
 * @throws IngestError
 */
export async function unwrap(file: SourceFile): Promise<Unwrapped> {
  const content = await detectContent(file)
  if (!isContainer(content)) return { file, format: content, containers: [] }
  const key = await identity(file)
  if (last?.key !== key) {
    last = null
    last = { key, unwrapped: await unpackAll(file, content) }
  }
  return last.unwrapped
}

async function unpackAll(packed: SourceFile, container: Container): Promise<Unwrapped> {
  const containers: Container[] = []
  let file = packed
  let content: Content = container
  while (isContainer(content)) {
    if (containers.length === DEEPEST) throw new IngestError('nestedArchive', {})
    containers.push(content)
    file = content === 'gzip' ? await gunzip(file) : await onlyFile(file)
    content = await detectContent(file)
  }
  return { file, format: content, containers }
}

function isContainer(content: Content): content is Container {
  return content === 'gzip' || content === 'zip'
}

/** Checksums and directories stand at the ends of archives: other content has other ends. */
async function identity(file: SourceFile): Promise<string> {
  const head = await readBytes(file, 0, ENDS)
  const tail = await readBytes(file, Math.max(0, file.size - ENDS), ENDS)
  return `${file.size} ${await sha256(head)} ${await sha256(tail)}`
}

async function gunzip(file: SourceFile): Promise<SourceFile> {
  try {
    const stream = file
      .stream()
      .pipeThrough(new DecompressionStream('gzip') as TransformStream<Uint8Array, Uint8Array>)
      .pipeThrough(limited(file.size))
    return named(await new Response(stream as BodyInit).blob(), file.name.replace(/\.gz$/i, ''))
  } catch (error) {
    if (error instanceof IngestError) throw error
    throw new IngestError('brokenFile', { format: 'gzip', detail: (error as Error).message })
  }
}

async function onlyFile(file: SourceFile): Promise<SourceFile> {
  const entries = await zipEntries(file)
  const readable: ZipEntry[] = []
  for (const entry of entries.slice(0, MOST_LOOKED_AT))
    if (await canBeRead(entry, entries.length === 1)) readable.push(entry)
  const [only, ...others] = readable
  if (!only) throw new IngestError('nothingInside', { names: entries.map(baseName) })
  if (others.length > 0) throw new IngestError('severalFiles', { names: readable.map(baseName) })
  return named(await only.unpack(), baseName(only))
}

/** Whether an entry begins as something that is read. A text without columns is a note, unless it is all there is. */
async function canBeRead(entry: ZipEntry, alone: boolean): Promise<boolean> {
  if (entry.size === 0) return false
  const head = await entry.head(HEAD_BYTES)
  try {
    const content = await detectContent(named(new Blob([head as BlobPart]), entry.name))
    return content !== 'csv' || (alone ? isText(head) : isTable(head))
  } catch (error) {
    if (error instanceof IngestError && !alone) return false
    throw error
  }
}

function isText(head: Uint8Array): boolean {
  return detectEncoding(head, false) !== null
}

function isTable(head: Uint8Array): boolean {
  const detected = detectEncoding(head, false)
  if (!detected) return false
  const text = new TextDecoder(detected.encoding).decode(head)
  const { rows } = splitRows(text, detectDialect(text), null, true)
  const width = commonWidth(rows)
  const filled = rows.filter((cells) => cells.some((cell) => cell.trim() !== ''))
  return (
    width > 1 &&
    filled.length > 1 &&
    filled.filter(({ length }) => length === width).length * 2 > filled.length
  )
}

function baseName({ name }: { name: string }): string {
  return name.replace(/^.*[/\\]/, '')
}

function named(blob: Blob, name: string): SourceFile {
  return Object.defineProperty(blob, 'name', { value: name }) as SourceFile
}
