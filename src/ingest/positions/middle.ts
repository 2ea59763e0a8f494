import { projection } from '../crs.ts'
import type { PositionSource } from '../mapping.ts'
import type { SourceDescription } from '../source.ts'
import { coordinateReader } from './coordinateReader.ts'

/** The middle (median) of the sampled places by a position, zeros left out: longitude and latitude; null where there are none. */
export function middleOf(
  { sample, probe, decimalComma }: SourceDescription,
  position: PositionSource,
): [number, number] | null {
  const reader = coordinateReader(position, decimalComma)
  const lons: number[] = []
  const lats: number[] = []
  const take = (cells: readonly string[]) => {
    if (reader.read(cells) || (reader.x === 0 && reader.y === 0)) return
    const [lon, lat] = projection(reader.crs).inverse(reader.x, reader.y)
    if (!Number.isFinite(lon) || !Number.isFinite(lat)) return
    lons.push(lon)
    lats.push(lat)
  }
  for (const { cells } of sample) take(cells)
  for (const cells of probe) take(cells)
  return lons.length === 0 ? null : [median(lons), median(lats)]
}

function median(values: number[]): number {
  return values.sort((a, b) => a - b)[values.length >> 1]!
}
