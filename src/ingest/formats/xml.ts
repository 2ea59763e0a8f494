import type { Document } from '@xmldom/xmldom'
import { ChunkDecoder, detectEncoding } from '../encoding.ts'
import { IngestError } from '../errors.ts'
import { readBytes } from '../files.ts'
import type { SourceFile } from '../source.ts'

/** The document is held as a tree, some ten times its own size. */
const MOST_BYTES = 100 * 1024 * 1024

/**
 * The document of an XML file. Workers have no DOMParser of their own.
 * @throws IngestError `brokenFile`, `entities`, `tooLarge`
 */
export async function readXml(
  file: SourceFile,
  format: 'kml' | 'gpx',
  onBytes: (bytes: Uint8Array) => void,
): Promise<Document> {
  if (file.size > MOST_BYTES) throw new IngestError('tooLarge', { bytes: file.size, most: MOST_BYTES })
  const bytes = await readBytes(file, 0, file.size)
  onBytes(bytes)
  const text = decoded(bytes, format)
  if (/<!ENTITY|<!DOCTYPE[^>]*\[/i.test(text)) throw new IngestError('entities', {})
  const { DOMParser, onErrorStopParsing } = await import('@xmldom/xmldom')
  try {
    return new DOMParser({ onError: onErrorStopParsing }).parseFromString(text, 'text/xml')
  } catch (error) {
    throw new IngestError('brokenFile', { format, detail: (error as Error).message.split('\n')[0]! })
  }
}

/** By what the file declares, else by its bytes. */
function decoded(bytes: Uint8Array, format: 'kml' | 'gpx'): string {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 200))
  const declared = /^\s*<\?xml[^>]*encoding=["']([\w-]+)["']/.exec(head)?.[1]
  if (declared && !/^utf-?8$/i.test(declared))
    try {
      return new TextDecoder(declared).decode(bytes)
    } catch {
      // A name that is none: the bytes decide.
    }
  const encoding = detectEncoding(bytes, true)
  if (!encoding) throw new IngestError('brokenFile', { format, detail: 'no text' })
  return new ChunkDecoder(encoding).decode(bytes, true).replace(/^\ufeff/, '')
}
