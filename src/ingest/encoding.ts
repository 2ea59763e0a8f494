/** How a file's bytes are text: the labels are those of `TextDecoder`. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252' | 'macintosh'

export interface DetectedEncoding {
  encoding: Encoding
  /** Bytes of the byte order mark. */
  bom: 0 | 2 | 3
  /** Whether every byte looked at was ASCII: a later byte may yet show another encoding. */
  ascii: boolean
}

/** å ä ö Å Ä Ö (and é) as bytes of the two single-byte encodings that Swedish files come in. */
const SWEDISH_1252 = new Set([0xe5, 0xe4, 0xf6, 0xc5, 0xc4, 0xd6, 0xe9])
const SWEDISH_MAC = new Set([0x8c, 0x8a, 0x9a, 0x81, 0x80, 0x85, 0x8e])

/**
 * Decides the encoding from the first megabyte: byte order mark, zero bytes in every second place (UTF-16 without a mark),
 * validity as UTF-8, then which single-byte encoding makes å ä ö of the bytes above 127. Null where the bytes are no text.
 */
export function detectEncoding(bytes: Uint8Array, whole: boolean): DetectedEncoding | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf)
    return { encoding: 'utf-8', bom: 3, ascii: false }
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { encoding: 'utf-16le', bom: 2, ascii: false }
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { encoding: 'utf-16be', bom: 2, ascii: false }
  const zeros = [0, 0]
  let control = 0
  let high = 0
  let from1252 = 0
  let fromMac = 0
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i]!
    if (byte === 0) zeros[i & 1]!++
    else if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 13 && byte !== 12) control++
    else if (byte > 127) {
      high++
      if (SWEDISH_1252.has(byte)) from1252++
      else if (SWEDISH_MAC.has(byte)) fromMac++
    }
  }
  const [even, odd] = zeros as [number, number]
  if (odd > bytes.length / 4 && even < odd / 10) return { encoding: 'utf-16le', bom: 0, ascii: false }
  if (even > bytes.length / 4 && odd < even / 10) return { encoding: 'utf-16be', bom: 0, ascii: false }
  if (even + odd > 0 || control > bytes.length / 100) return null
  if (high === 0) return { encoding: 'utf-8', bom: 0, ascii: true }
  if (isUtf8(bytes, whole)) return { encoding: 'utf-8', bom: 0, ascii: false }
  if (high > bytes.length / 2) return null
  return { encoding: from1252 === 0 && fromMac > 0 ? 'macintosh' : 'windows-1252', bom: 0, ascii: false }
}

/** Validity as UTF-8; `whole` false allows a character cut off at the end. */
function isUtf8(bytes: Uint8Array, whole: boolean): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: !whole })
    return true
  } catch {
    return false
  }
}

/** Decodes a file chunk by chunk. */
export class ChunkDecoder {
  /** Characters that were no valid text and became U+FFFD. */
  replaced = 0
  /** Set where a file that began as ASCII turned out not to be UTF-8. */
  switchedTo: Encoding | null = null
  private decoder: TextDecoder
  private undecided: boolean

  constructor(detected: DetectedEncoding) {
    this.undecided = detected.ascii
    this.decoder = new TextDecoder(detected.encoding, { fatal: detected.ascii })
  }

  decode(bytes: Uint8Array, last: boolean): string {
    let text: string
    try {
      text = this.decoder.decode(bytes, { stream: !last })
    } catch (error) {
      if (!this.undecided) throw error
      this.undecided = false
      this.switchedTo = detectEncoding(bytes, last)?.encoding ?? 'windows-1252'
      this.decoder = new TextDecoder(this.switchedTo)
      text = this.decoder.decode(bytes, { stream: !last })
    }
    if (this.undecided && text.length !== bytes.length) {
      this.undecided = false
      const tail = trailingIncomplete(bytes)
      this.decoder = new TextDecoder('utf-8')
      if (!last) this.decoder.decode(tail, { stream: true })
    }
    for (let at = text.indexOf('\ufffd'); at >= 0; at = text.indexOf('\ufffd', at + 1)) this.replaced++
    return text
  }
}

/** The bytes at the end of a valid UTF-8 chunk that begin a character which the next chunk completes. */
function trailingIncomplete(bytes: Uint8Array): Uint8Array {
  for (let back = 1; back <= 3 && back <= bytes.length; back++) {
    const byte = bytes[bytes.length - back]!
    if (byte < 0x80) break
    if (byte < 0xc0) continue
    const needs = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2
    return needs > back ? bytes.subarray(bytes.length - back) : new Uint8Array(0)
  }
  return new Uint8Array(0)
}
