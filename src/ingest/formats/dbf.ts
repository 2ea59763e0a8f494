/**
 * The table of a shapefile: dBASE III and IV with what ESRI and GDAL make of them. Values are fixed-width text, so the text is
 * what is given; libraries that turn it into numbers and dates lose it, and show deleted records.
 */
export interface DbfTable {
  fields: DbfField[]
  records: number
  encoding: string
  /** Record i as text, one cell a field; null where it is marked as deleted. */
  record(i: number): string[] | null
}

export interface DbfField {
  name: string
  type: string
  /** First byte in the record. */
  start: number
  length: number
}

const FIELD_BYTES = 32
const END_OF_FIELDS = 0x0d
const DELETED = 0x2a

/** Language driver ids (byte 29) by Windows code page; the DOS ones 850 and 437 are named by their first letter apart below. */
const LANGUAGES: Readonly<Record<number, string>> = {
  0x03: 'windows-1252',
  0x57: 'windows-1252',
  0x58: 'windows-1252',
  0x59: 'windows-1252',
  0x65: 'ibm866',
  0x66: 'ibm866',
  0xc8: 'windows-1250',
  0xc9: 'windows-1251',
  0xca: 'windows-1254',
  0xcb: 'windows-1253',
  0x01: 'ibm850',
  0x02: 'ibm850',
  0x08: 'ibm850',
  0x13: 'shift_jis',
  0x17: 'ibm850',
  0x18: 'ibm850',
  0x1b: 'ibm850',
}

/**
 * @param declared text of the .cpg file; null where there is none
 * @throws RangeError where the bytes end before the header or the records do
 */
export function readDbf(bytes: Uint8Array, declared: string | null): DbfTable {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const records = view.getUint32(4, true)
  const headerBytes = view.getUint16(8, true)
  const recordBytes = view.getUint16(10, true)
  const encoding = encodingOf(declared, view.getUint8(29)) ?? guessedEncoding(bytes.subarray(headerBytes))
  const decode = decoderOf(encoding)
  const fields: DbfField[] = []
  let start = 1
  for (let at = FIELD_BYTES; at + FIELD_BYTES <= headerBytes; at += FIELD_BYTES) {
    if (view.getUint8(at) === END_OF_FIELDS) break
    const length = view.getUint8(at + 16)
    const name = decode(untilZero(bytes.subarray(at, at + 11))).trim()
    fields.push({ name, type: String.fromCharCode(view.getUint8(at + 11)), start, length })
    start += length
  }
  if (start > recordBytes || headerBytes + records * recordBytes > bytes.length)
    throw new RangeError('dbf: fewer bytes than records')
  return {
    fields,
    records,
    encoding,
    record(i) {
      const from = headerBytes + i * recordBytes
      if (bytes[from] === DELETED) return null
      return fields.map(({ type, start: at, length }) =>
        cellOf(
          type,
          decode(bytes.subarray(from + at, from + at + length))
            .replace(/\0[^]*$/, '')
            .trim(),
        ),
      )
    },
  }
}

/** Dates as ISO; a number field that is full of stars holds none. */
function cellOf(type: string, text: string): string {
  if (type === 'D') return /^\d{8}$/.test(text) ? text.replace(/^(\d{4})(\d\d)/, '$1-$2-') : ''
  if (type === 'L') return text === '?' ? '' : text
  return /^\*+$/.test(text) ? '' : text
}

function untilZero(bytes: Uint8Array): Uint8Array {
  const end = bytes.indexOf(0)
  return end < 0 ? bytes : bytes.subarray(0, end)
}

/** `UTF-8`, `ISO-8859-1`, `1252`, `ANSI 1252`, `CP850`, `88591` (ESRI). */
function encodingOf(declared: string | null, language: number): string | null {
  const name = declared?.replace(/[^ -~]/g, '').trim() ?? ''
  if (name !== '') {
    const page = /^(?:ansi|cp|oem|windows)?[ _-]*(\d{3,5})$/i.exec(name)?.[1]
    const iso = /^8859[_-]?(\d\d?)$/.exec(name)?.[1]
    const label = iso
      ? `iso-8859-${iso}`
      : page === '65001'
        ? 'utf-8'
        : page === '850' || page === '437'
          ? 'ibm850'
          : page
            ? `windows-${page}`
            : name
    if (label === 'ibm850' || isLabel(label)) return label
  }
  return LANGUAGES[language] ?? null
}

function isLabel(label: string): boolean {
  try {
    return new TextDecoder(label).encoding !== ''
  } catch {
    return false
  }
}

/** Without any word of it: UTF-8 where the bytes are that, else Windows-1252. */
function guessedEncoding(records: Uint8Array): string {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(records.subarray(0, 1 << 20), { stream: true })
    return 'utf-8'
  } catch {
    return 'windows-1252'
  }
}

/** Code page 850 from 0x80: browsers do not have it, and older Swedish shapefiles are written in it. */
const CODE_PAGE_850 =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00ad±‗¾¶§÷¸°¨·¹³²■\u00a0'

function decoderOf(encoding: string): (bytes: Uint8Array) => string {
  if (encoding === 'ibm850')
    return (bytes) =>
      Array.from(bytes, (byte) => (byte < 128 ? String.fromCharCode(byte) : CODE_PAGE_850[byte - 128]!)).join(
        '',
      )
  const decoder = new TextDecoder(encoding)
  return (bytes) => decoder.decode(bytes)
}
