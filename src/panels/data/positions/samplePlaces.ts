import type { AddressRegister } from '../../../ingest/addresses/register.ts'
import type { Mapping, SourceDescription } from '../../../ingest/index.ts'
import { PlaceReader } from '../../../ingest/positions/placeReader.ts'
import type { NoteCode } from '../../../ingest/report.ts'

/** Where the sampled rows lie by a mapping, addresses looked up. */
export interface SamplePlaces {
  /** Rows that were looked at. */
  rows: number
  /** Longitude and latitude of those that have a place. */
  points: [number, number][]
  /** Rows without a place, by why. */
  without: ReadonlyMap<NoteCode, number>
}

export function samplePlaces(
  { sample, probe, decimalComma }: SourceDescription,
  mapping: Mapping,
  register: AddressRegister | null = null,
): SamplePlaces {
  const reader = new PlaceReader(mapping, decimalComma, register)
  const points: [number, number][] = []
  const without = new Map<NoteCode, number>()
  const take = (cells: readonly string[]) => {
    const problem = reader.read(cells)
    if (problem) without.set(problem, (without.get(problem) ?? 0) + 1)
    else points.push([reader.position.lon, reader.position.lat])
  }
  for (const { cells } of sample) take(cells)
  for (const cells of probe) take(cells)
  return { rows: sample.length + probe.length, points, without }
}
