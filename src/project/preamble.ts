import * as v from 'valibot'
import type { ByteSource, Bytes } from './bytes.ts'
import { ProjectError } from './errors.ts'

/**
 * The start of a project file: eight bytes that no other format has, the version, and a header in JSON, in clear. After it
 * comes the archive, as it is or encrypted.
 *
 * | bytes | holds                                                                        |
 * | ----- | ---------------------------------------------------------------------------- |
 * | 8     | 89 4C 42 50 0D 0A 1A 0A: not ASCII, and broken by any change of line endings |
 * | 2     | version, little-endian                                                       |
 * | 4     | length of the header, little-endian                                          |
 * | …     | the header: JSON in UTF-8                                                    |
 *
 * The header of an encrypted project tells how it is encrypted and nothing else: no name, no time, no counts.
 */
export const MAGIC = Uint8Array.of(0x89, 0x4c, 0x42, 0x50, 0x0d, 0x0a, 0x1a, 0x0a)

/** The version that this product writes. */
export const VERSION = 1

const FIXED = MAGIC.length + 2 + 4
const LONGEST_HEADER = 65_536

const count = (low: number, high: number) =>
  v.pipe(v.number(), v.integer(), v.minValue(low), v.maxValue(high))
const hex = (bytes: number) => v.pipe(v.string(), v.regex(new RegExp(`^[0-9a-f]{${bytes * 2}}$`)))

/** Bounds keep a made-up header from asking for more work or memory than a machine has. */
const encryption = v.strictObject({
  cipher: v.literal('AES-256-GCM'),
  /** Bytes of plain text in each piece but the last. */
  chunkBytes: count(16, 2 ** 26),
  /** Seven bytes, in hexadecimal. */
  noncePrefix: hex(7),
  key: v.strictObject({
    derivation: v.literal('argon2id'),
    memoryKiB: count(8, 2 ** 20),
    iterations: count(1, 16),
    parallelism: count(1, 16),
    /** Sixteen bytes, in hexadecimal. */
    salt: hex(16),
  }),
})

const openHeader = v.strictObject({
  encryption: v.null(),
  name: v.pipe(v.string(), v.maxLength(500)),
  /** ISO time of saving. */
  created: v.pipe(v.string(), v.isoTimestamp()),
  /** What addresses call the data. */
  data: v.pipe(v.string(), v.maxLength(10_000)),
  rows: count(0, 2 ** 32),
  layers: count(0, 10_000),
})

const sealedHeader = v.strictObject({ encryption })

const header = v.union([openHeader, sealedHeader])

export type Encryption = v.InferOutput<typeof encryption>
export type OpenHeader = v.InferOutput<typeof openHeader>
export type ProjectHeader = v.InferOutput<typeof header>

export interface Preamble {
  version: number
  header: ProjectHeader
  /** As they stand in the file; they are authenticated together with each encrypted piece. */
  bytes: Bytes
}

/** Whether a file that begins with these bytes (eight are enough) says of itself that it is a project. */
export function looksLikeProject(head: Uint8Array): boolean {
  return head.length >= MAGIC.length && MAGIC.every((byte, i) => head[i] === byte)
}

export function writePreamble(header: ProjectHeader, version = VERSION): Bytes {
  const text = new TextEncoder().encode(JSON.stringify(header))
  const bytes = new Uint8Array(FIXED + text.length)
  bytes.set(MAGIC)
  const view = new DataView(bytes.buffer)
  view.setUint16(MAGIC.length, version, true)
  view.setUint32(MAGIC.length + 2, text.length, true)
  bytes.set(text, FIXED)
  return bytes
}

/** @throws ProjectError `notProject`, `truncated`, `newerVersion`, `damaged` */
export async function readPreamble(source: ByteSource): Promise<Preamble> {
  const fixed = await source.read(0, Math.min(FIXED, source.size))
  if (!looksLikeProject(fixed)) throw new ProjectError('notProject', {})
  if (fixed.length < FIXED) throw new ProjectError('truncated', {})
  const view = new DataView(fixed.buffer, fixed.byteOffset)
  const version = view.getUint16(MAGIC.length, true)
  if (version > VERSION) throw new ProjectError('newerVersion', { version, known: VERSION })
  const length = view.getUint32(MAGIC.length + 2, true)
  if (version === 0 || length > LONGEST_HEADER) throw new ProjectError('damaged', { part: 'header' })
  if (source.size < FIXED + length) throw new ProjectError('truncated', {})
  const bytes = await source.read(0, FIXED + length)
  return { version, header: parseHeader(bytes.subarray(FIXED)), bytes }
}

function parseHeader(bytes: Bytes): ProjectHeader {
  try {
    return v.parse(header, JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)))
  } catch (error) {
    throw new ProjectError('damaged', { part: 'header' }, { cause: error })
  }
}
