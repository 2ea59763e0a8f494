import { allocateColumns } from '../../domain/incident.ts'
import type { AddressRegister } from '../addresses/register.ts'
import { formatOf } from '../formats.ts'
import { IncidentParser } from '../incidentParser.ts'
import type { LoadProgress } from '../load.ts'
import type { Mapping } from '../mapping.ts'
import type { SourceDescription, SourceFile } from '../source.ts'
import { unwrap } from '../unwrap.ts'
import type { Mover } from './coarsen.ts'
import { MovedPositions } from './movedPositions.ts'

export interface TrialOptions {
  /** Where the mapping's addresses are looked up. */
  register?: AddressRegister | null
  onProgress?: (progress: LoadProgress) => void
}

/**
 * The positions of the rows that a load would keep, true and moved, and nothing else of them: what a coarsening would do, before the
 * file is loaded.
 * @throws IngestError where the file cannot be read
 */
export async function readPositions(
  file: SourceFile,
  description: SourceDescription,
  mapping: Mapping,
  move: Mover,
  { register = null, onProgress }: TrialOptions = {},
): Promise<MovedPositions> {
  const positions = new MovedPositions()
  const parser = new IncidentParser(
    description.columns.length,
    mapping,
    description.decimalComma,
    undefined,
    register,
  )
  const out = allocateColumns(1)
  const moved = new Float64Array(2)
  const { file: inner } = await unwrap(file)
  for await (const chunk of formatOf(description.format).read(inner, description, () => {})) {
    const broken = new Set(chunk.broken)
    chunk.rows.forEach((cells, i) => {
      out.x[0] = NaN
      out.y[0] = NaN
      if (broken.has(i) || parser.parse(cells, chunk.firstRow + i, out, 0) || Number.isNaN(out.x[0]!)) return
      positions.read(out.x[0]!, out.y[0]!)
      move(out.x[0]!, out.y[0]!, moved)
      positions.readMoved(moved[0]!, moved[1]!)
      positions.keep()
    })
    const rows = chunk.firstRow + chunk.rows.length - 1
    onProgress?.({ bytes: chunk.bytesRead, totalBytes: inner.size, rows })
  }
  return positions
}
