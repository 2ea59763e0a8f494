import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ChunkDecoder, detectEncoding } from '../../src/ingest/encoding.ts'

const TEXT = 'brottstyp;plats\nMisshandel utomhus;Ängsgatan\nCykelstöld;Åkervägen\n'
const utf8 = new TextEncoder().encode(TEXT)

/** Single-byte text; the code points of windows-1252 above 159 are those of Latin-1. */
function singleByte(text: string, table: Record<string, number> = {}): Uint8Array {
  return Uint8Array.from(text, (character) => table[character] ?? character.charCodeAt(0))
}

function utf16(text: string, little: boolean): Uint8Array {
  const bytes = new Uint8Array(text.length * 2)
  const view = new DataView(bytes.buffer)
  for (let i = 0; i < text.length; i++) view.setUint16(i * 2, text.charCodeAt(i), little)
  return bytes
}

const MAC = { Ä: 0x80, Å: 0x81, ö: 0x9a, ä: 0x8a, å: 0x8c }

describe('detectEncoding', () => {
  it.each([
    ['utf-8', utf8, 'utf-8', 0],
    ['utf-8 with mark', Uint8Array.from([0xef, 0xbb, 0xbf, ...utf8]), 'utf-8', 3],
    ['utf-16le with mark', Uint8Array.from([0xff, 0xfe, ...utf16(TEXT, true)]), 'utf-16le', 2],
    ['utf-16be with mark', Uint8Array.from([0xfe, 0xff, ...utf16(TEXT, false)]), 'utf-16be', 2],
    ['utf-16le', utf16(TEXT, true), 'utf-16le', 0],
    ['utf-16be', utf16(TEXT, false), 'utf-16be', 0],
    ['windows-1252', singleByte(TEXT), 'windows-1252', 0],
    ['macintosh', singleByte(TEXT, MAC), 'macintosh', 0],
  ] as const)('%s', (_, bytes, encoding, bom) => {
    const detected = detectEncoding(bytes, true)!
    expect(detected).toMatchObject({ encoding, bom })
    expect(new TextDecoder(encoding).decode(bytes)).toBe(TEXT)
  })

  it('forgives a character cut off where the sample ends, not inside it', () => {
    const cut = utf8.subarray(0, utf8.indexOf(0xc3) + 1)
    expect(detectEncoding(cut, false)!.encoding).toBe('utf-8')
    expect(detectEncoding(cut, true)!.encoding).toBe('windows-1252')
  })

  it('calls bytes with scattered zeros or controls no text', () => {
    expect(detectEncoding(Uint8Array.from([1, 0, 7, 9, 0, 0, 200, 3]), true)).toBeNull()
  })
})

describe('ChunkDecoder', () => {
  function decodeIn(bytes: Uint8Array, size: number, ascii: boolean) {
    const decoder = new ChunkDecoder({ encoding: 'utf-8', bom: 0, ascii })
    let text = ''
    for (let at = 0; at < bytes.length; at += size)
      text += decoder.decode(bytes.subarray(at, at + size), at + size >= bytes.length)
    return { text, decoder }
  }

  it('joins characters that chunks cut, wherever they cut', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', minLength: 1 }),
        fc.integer({ min: 1, max: 9 }),
        (text, size) => {
          fc.pre(!text.startsWith('\ufeff') && !text.includes('\ufffd'))
          const bytes = new TextEncoder().encode(text)
          expect(decodeIn(bytes, size, true).text).toBe(text)
          expect(decodeIn(bytes, size, false).text).toBe(text)
        },
      ),
    )
  })

  it('turns to windows-1252 where an ASCII beginning goes on with bytes that are no UTF-8', () => {
    const { text, decoder } = decodeIn(singleByte(TEXT), 40, true)
    expect(text).toBe(TEXT)
    expect(decoder.switchedTo).toBe('windows-1252')
  })

  it('counts what it had to replace', () => {
    const broken = Uint8Array.from([...utf8, 0xe5, 0x0a, 0xe4, 0x0a])
    expect(decodeIn(broken, 1000, false).decoder.replaced).toBe(2)
  })
})
