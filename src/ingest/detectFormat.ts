import { IngestError, type IngestErrorData } from './errors.ts'
import { readBytes } from './files.ts'
import type { SourceFile, SourceFormat } from './source.ts'

const SIGNATURES: readonly (readonly [string, IngestErrorData['unsupported']['looksLike']])[] = [
  ['%PDF', 'pdf'],
  ['\xd0\xcf\x11\xe0', 'oldExcel'],
  ['\x89PNG', 'image'],
  ['\xff\xd8\xff', 'image'],
  ['GIF8', 'image'],
  ['\x1f\x8b', 'zip'],
  ['Rar!', 'zip'],
  ['7z\xbc\xaf', 'zip'],
]

/**
 * Decides the format from the content; the ending of the name plays no part.
 * @throws IngestError `empty` or `unsupported`
 */
export async function detectFormat(file: SourceFile): Promise<SourceFormat> {
  if (file.size === 0) throw new IngestError('empty', {})
  const head = latin1(await readBytes(file, 0, 4096))
  for (const [signature, looksLike] of SIGNATURES)
    if (head.startsWith(signature)) throw new IngestError('unsupported', { looksLike })
  if (head.startsWith('PK\x03\x04') || head.startsWith('PK\x05\x06')) {
    const directory = latin1(await readBytes(file, Math.max(0, file.size - 65_536), 65_536))
    if (head.includes('xl/') || directory.includes('xl/') || head.includes('[Content_Types].xml'))
      return 'xlsx'
    throw new IngestError('unsupported', { looksLike: 'zip' })
  }
  const start = head.replace(/^\xef\xbb\xbf/, '').trimStart()
  if (/^<(!doctype html|html)/i.test(start)) throw new IngestError('unsupported', { looksLike: 'html' })
  if (start.startsWith('<?xml')) throw new IngestError('unsupported', { looksLike: 'xml' })
  if (/^(\{\s*("|\})|\[\s*[[{])/.test(start)) throw new IngestError('unsupported', { looksLike: 'json' })
  return 'csv'
}

/** One character a byte. */
function latin1(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += 8192)
    text += String.fromCharCode(...bytes.subarray(at, at + 8192))
  return text
}
