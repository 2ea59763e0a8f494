import { projection } from '../crs.ts'
import type { PositionSource } from '../mapping.ts'
import type { SourceDescription } from '../source.ts'
import { coordinateReader, type CoordinateReader } from './coordinateReader.ts'

/** The sampled coordinates as the file gives them, easting (or longitude) first; zeros left out. */
export function sampledCoordinates(
  description: SourceDescription,
  position: PositionSource,
): [number, number][] {
  return sampled(description, position, ({ x, y }) => [x, y])
}

/** The middle (median) of the sampled places by a position, zeros left out: longitude and latitude; null where there are none. */
export function middleOf(description: SourceDescription, position: PositionSource): [number, number] | null {
  const places = sampled(description, position, ({ x, y, crs }) => projection(crs).inverse(x, y)).filter(
    (place) => place.every(Number.isFinite),
  )
  return places.length === 0 ? null : [medianOf(places, 0), medianOf(places, 1)]
}

function sampled(
  { sample, probe, decimalComma }: SourceDescription,
  position: PositionSource,
  place: (reader: CoordinateReader) => [number, number],
): [number, number][] {
  const reader = coordinateReader(position, decimalComma)
  const found: [number, number][] = []
  const take = (cells: readonly string[]) => {
    if (!reader.read(cells) && (reader.x !== 0 || reader.y !== 0)) found.push(place(reader))
  }
  for (const { cells } of sample) take(cells)
  for (const cells of probe) take(cells)
  return found
}

function medianOf(places: readonly [number, number][], axis: 0 | 1): number {
  return places.map((place) => place[axis]).sort((a, b) => a - b)[places.length >> 1]!
}
