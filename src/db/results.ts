import type { Table } from 'apache-arrow'

/** A column of whole numbers without NULLs, copied once out of the result's batches of 2 048 rows. */
export function uint32s(table: Table, name: string): Uint32Array {
  const column = table.getChild(name)
  const values = new Uint32Array(table.numRows)
  let at = 0
  for (const chunk of column?.data ?? []) {
    values.set(chunk.values.subarray(0, chunk.length), at)
    at += chunk.length
  }
  return values
}

/** The only number of a result. */
export function onlyNumber(table: Table, name: string): number {
  return Number(table.getChild(name)?.get(0))
}

/** UTF-8 bytes of a text column without NULLs, one after the other, never decoded. */
export function utf8Bytes(table: Table, name: string): Uint8Array<ArrayBuffer> {
  const chunks = (table.getChild(name)?.data ?? []).map((data) => {
    const offsets = data.valueOffsets as Int32Array
    return (data.values as Uint8Array).subarray(offsets[0], offsets[data.length])
  })
  const bytes = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0))
  let at = 0
  for (const chunk of chunks) {
    bytes.set(chunk, at)
    at += chunk.length
  }
  return bytes
}
