import { isBlank } from '../blank.ts'
import { profileColumns } from '../columnProfile.ts'
import { metricCrsFor, SWEREF99_TM } from '../crs.ts'
import { IngestError } from '../errors.ts'
import { formatOf } from '../formats.ts'
import type { LoadProgress } from '../load.ts'
import type { PositionSource } from '../mapping.ts'
import { middleOf } from '../positions/middle.ts'
import { PositionReader } from '../positions/positionReader.ts'
import { proposePosition } from '../proposePosition.ts'
import { sniff } from '../sniff.ts'
import type { SourceDescription, SourceFile } from '../source.ts'
import { unwrap } from '../unwrap.ts'
import { proposeAddressColumns, type AddressColumns } from './addressColumns.ts'
import { RegisterBuilder, type AddressRegister } from './register.ts'

/** What a register's columns mean; null where nothing is found. */
export interface RegisterMapping {
  columns: AddressColumns | null
  position: PositionSource | null
}

/** A register as it was read, and by what. */
export interface ReadRegister {
  description: SourceDescription
  mapping: RegisterMapping
  /** Null where the mapping lacks the address or the position. */
  register: AddressRegister | null
}

/**
 * Reads a file of addresses with places, of any format that tables or points come in.
 * @param mapping what a person says of its columns; else what names and values say
 * @throws IngestError where the file cannot be read
 */
export async function readRegister(
  file: SourceFile,
  mapping: RegisterMapping | null,
  onProgress?: (progress: LoadProgress) => void,
): Promise<ReadRegister> {
  const description = await sniff(file)
  const known = mapping ?? proposeRegisterMapping(description)
  const { columns, position } = known
  if (!columns || !position) return { description, mapping: known, register: null }
  const middle = middleOf(description, position)
  const metric = middle ? metricCrsFor(...middle) : SWEREF99_TM
  const builder = new RegisterBuilder(
    file.name,
    columns,
    new PositionReader({ position, metric }, description.decimalComma),
  )
  const { file: inner } = await unwrap(file)
  let rows = 0
  for await (const chunk of formatOf(description.format).read(inner, description, () => undefined)) {
    const broken = new Set(chunk.broken)
    chunk.rows.forEach((cells, i) => {
      if (!broken.has(i) && !isBlank(cells)) builder.add(cells)
    })
    rows += chunk.rows.length
    onProgress?.({ bytes: chunk.bytesRead, totalBytes: inner.size, rows })
  }
  const register = builder.build()
  if (register.number.length === 0) throw new IngestError('noRows', { sheet: description.sheet })
  return { description, mapping: known, register }
}

export function proposeRegisterMapping(description: SourceDescription): RegisterMapping {
  const profiles = profileColumns(description)
  return {
    columns: proposeAddressColumns(profiles),
    position: proposePosition(profiles, description.geometry, description.name)?.source ?? null,
  }
}
