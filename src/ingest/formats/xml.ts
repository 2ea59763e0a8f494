import { ChunkDecoder, detectEncoding } from '../encoding.ts'
import { IngestError } from '../errors.ts'
import { readBytes } from '../files.ts'
import type { SourceFile } from '../source.ts'

const CHUNK_BYTES = 1 << 20
/** More text than this in one element is no name, time or line of a map. */
const LONGEST_TEXT = 256 * 1024 * 1024
const DEEPEST = 1_000

/** What becomes of the elements of a document. Names come without their prefix. */
export interface XmlReader {
  /** `path`: the names of the elements around this one, the nearest last. */
  open(name: string, attributes: Readonly<Record<string, string>>, path: readonly string[]): void
  /** `text`: what stood in it directly, trimmed. */
  close(name: string, text: string, path: readonly string[]): void
}

/**
 * Reads an XML file piece by piece; yields the bytes read after each. Entities of the file's own are refused: what they unfold
 * to has no limit.
 * @throws IngestError `brokenFile`, `entities`
 */
export async function* readXml(
  file: SourceFile,
  format: 'kml' | 'gpx',
  reader: XmlReader,
  onBytes: (bytes: Uint8Array) => void,
): AsyncGenerator<number> {
  const { SaxesParser } = await import('saxes')
  const parser = new SaxesParser()
  const broken = (detail: string) => new IngestError('brokenFile', { format, detail })
  const path: string[] = []
  const texts: string[] = []
  const add = (text: string) => {
    const last = texts.length - 1
    if (last < 0) return
    texts[last] += text
    if (texts[last]!.length > LONGEST_TEXT) throw broken('text too long')
  }
  parser.on('error', (error) => {
    throw broken(error.message)
  })
  parser.on('doctype', (text) => {
    if (/<!ENTITY|\[/i.test(text)) throw new IngestError('entities', {})
  })
  parser.on('text', add)
  parser.on('cdata', add)
  parser.on('opentag', ({ name, attributes }) => {
    if (path.length >= DEEPEST) throw broken('nested too deep')
    const local = localName(name)
    reader.open(local, attributes as Record<string, string>, path)
    path.push(local)
    texts.push('')
  })
  parser.on('closetag', ({ name }) => {
    path.pop()
    reader.close(localName(name), texts.pop()!.trim(), path)
  })
  const decode = decoderFor(await readBytes(file, 0, CHUNK_BYTES), file.size <= CHUNK_BYTES, broken)
  for (let at = 0; at < file.size; at += CHUNK_BYTES) {
    const bytes = await readBytes(file, at, CHUNK_BYTES)
    onBytes(bytes)
    const end = at + bytes.length
    parser.write(decode(bytes, end >= file.size))
    if (end >= file.size) parser.close()
    yield end
  }
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}

/** By what the file declares, else by its bytes. */
function decoderFor(
  head: Uint8Array,
  whole: boolean,
  broken: (detail: string) => IngestError,
): (bytes: Uint8Array, last: boolean) => string {
  const start = new TextDecoder('latin1').decode(head.subarray(0, 200))
  const declared = /^\s*<\?xml[^>]*encoding=["']([\w-]+)["']/.exec(start)?.[1]
  if (declared && !/^utf-?8$/i.test(declared))
    try {
      const decoder = new TextDecoder(declared)
      return (bytes, last) => decoder.decode(bytes, { stream: !last })
    } catch {
      // A name that is none: the bytes decide.
    }
  const encoding = detectEncoding(head, whole)
  if (!encoding) throw broken('no text')
  const decoder = new ChunkDecoder(encoding)
  return (bytes, last) => decoder.decode(bytes, last)
}
