import { IngestError, type Unreadable } from './errors.ts'
import { readBytes } from './files.ts'
import type { SourceFile, SourceFormat } from './source.ts'

/** First bytes of what is not read, one character a byte. */
const UNREADABLE: readonly (readonly [string, Unreadable])[] = [
  ['%PDF', 'pdf'],
  ['\xd0\xcf\x11\xe0', 'oldExcel'],
  ['\x89PNG', 'image'],
  ['\xff\xd8\xff', 'image'],
  ['GIF8', 'image'],
  ['II*\0', 'image'],
  ['MM\0*', 'image'],
  ['Rar!', 'rar'],
  ['7z\xbc\xaf', 'sevenZip'],
  ['AC10', 'drawing'],
  ['fgb\x03fgb', 'flatGeobuf'],
  ['!table', 'mapInfo'],
  ['!TABLE', 'mapInfo'],
  ['SQLite format 3\0', 'sqlite'],
]

/** Begins every text of a GeoJSON sequence (RFC 8142). */
const RECORD_SEPARATOR = '\u001e'

const SHAPEFILE_CODE = 9994
const HEAD_BYTES = 4096
/** A zip's directory stands at its end. */
const TAIL_BYTES = 65_536

/** GeoPackage says so in the database's application id: GPKG, or GP10 and GP11 before version 1.2 (clause 1.1.1). */
const GEOPACKAGE = /^SQLite format 3\0[^]{52}(GPKG|GP10|GP11)/

/** What a file is by its content: a format that can be read, or an archive that may hold one. */
export type Content = SourceFormat | 'gzip' | 'zip'

/**
 * Decides what a file is from its content; the ending of the name plays no part.
 * @throws IngestError `empty` or `unsupported`
 */
export async function detectContent(file: SourceFile): Promise<Content> {
  if (file.size === 0) throw new IngestError('empty', {})
  const bytes = await readBytes(file, 0, HEAD_BYTES)
  const head = latin1(bytes)
  if (GEOPACKAGE.test(head)) return 'geopackage'
  for (const [signature, looksLike] of UNREADABLE)
    if (head.startsWith(signature)) throw new IngestError('unsupported', { looksLike })
  if (head.startsWith('PAR1')) return 'parquet'
  if (head.startsWith('\x1f\x8b')) return 'gzip'
  if (head.startsWith('PK\x03\x04') || head.startsWith('PK\x05\x06')) return zipContent(file, head)
  if (bytes.length >= 100 && new DataView(bytes.buffer).getInt32(0) === SHAPEFILE_CODE)
    throw new IngestError('unsupported', { looksLike: 'loneShapefile' })
  if (head.slice(257, 262) === 'ustar') throw new IngestError('unsupported', { looksLike: 'tar' })
  return textContent(startOfText(bytes)) ?? 'csv'
}

/**
 * The format of a file that is no archive.
 * @throws IngestError `empty` or `unsupported`
 */
export async function detectFormat(file: SourceFile): Promise<SourceFormat> {
  const content = await detectContent(file)
  if (content === 'gzip' || content === 'zip') throw new IngestError('unsupported', { looksLike: 'zip' })
  return content
}

async function zipContent(file: SourceFile, head: string): Promise<Content> {
  const parts = head + latin1(await readBytes(file, Math.max(0, file.size - TAIL_BYTES), TAIL_BYTES))
  if (parts.includes('xl/workbook') || parts.includes('xl/worksheets')) return 'xlsx'
  if (/word\/document|ppt\/presentation/.test(parts))
    throw new IngestError('unsupported', { looksLike: 'word' })
  if (parts.includes('mimetypeapplication/vnd.oasis.opendocument'))
    throw new IngestError('unsupported', { looksLike: 'openDocument' })
  if (head.includes('[Content_Types].xml')) return 'xlsx'
  if (/\.gdb\/a0000000|\.gdbtable/.test(parts))
    throw new IngestError('unsupported', { looksLike: 'fileGeodatabase' })
  return /\.shp/i.test(parts) ? 'shapefile' : 'zip'
}

/** Text that is no table: XML or JSON. Null for what may be one. */
function textContent(start: string): SourceFormat | null {
  if (/^<(!doctype html|html)/i.test(start)) throw new IngestError('unsupported', { looksLike: 'html' })
  const root = /^(?:<\?[^>]*>|<!--[^]*?-->|<!DOCTYPE[^>[]*(?:\[[^]*?\]\s*)?>|\s)*<([\w:.-]+)/i.exec(start)
  if (root && start.startsWith('<')) return xmlContent(root[1]!.replace(/^.*:/, '').toLowerCase(), start)
  if (start.startsWith('<?xml')) throw new IngestError('unsupported', { looksLike: 'xml' })
  if (!/^(\{\s*("|\})|\[\s*[[{])/.test(start)) return null
  if (/"type"\s*:\s*"Topology"/.test(start)) throw new IngestError('unsupported', { looksLike: 'topojson' })
  if (/"(geometryType|displayFieldName|fieldAliases)"\s*:/.test(start))
    throw new IngestError('unsupported', { looksLike: 'esriJson' })
  if (start.startsWith('[')) throw new IngestError('unsupported', { looksLike: 'json' })
  return 'geojson'
}

function xmlContent(root: string, start: string): SourceFormat {
  if (root === 'kml' || root === 'gpx') return root
  if (/opengis\.net\/gml/.test(start)) throw new IngestError('unsupported', { looksLike: 'gml' })
  throw new IngestError('unsupported', { looksLike: root === 'html' ? 'html' : 'xml' })
}

/** The beginning as text, without a byte order mark and blanks. */
function startOfText(bytes: Uint8Array): string {
  const utf16 =
    (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[1] === 0 && bytes[0] !== 0)
      ? 'utf-16le'
      : (bytes[0] === 0xfe && bytes[1] === 0xff) || (bytes[0] === 0 && bytes[1] !== 0)
        ? 'utf-16be'
        : null
  const text = utf16 ? new TextDecoder(utf16).decode(bytes) : latin1(bytes).replace(/^\xef\xbb\xbf/, '')
  return text
    .replace(/^\ufeff/, '')
    .replace(RECORD_SEPARATOR, '')
    .trimStart()
}

/** One character a byte. */
function latin1(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += 8192)
    text += String.fromCharCode(...bytes.subarray(at, at + 8192))
  return text
}
