import {
  insideMetricExtent,
  plausibleExtent,
  projection,
  WGS84,
  type Crs,
  type Extent,
  type Projection,
} from '../crs.ts'
import type { Mapping } from '../mapping.ts'
import type { NoteCode } from '../report.ts'
import { coordinateReader, type CoordinateReader } from './coordinateReader.ts'

/** Within this of 0, 0 a place is a default and not a place: about 100 m in degrees, 1 m in a plane. */
const NULL_ISLAND_DEGREES = 0.001
const NULL_ISLAND_METRES = 1

/**
 * Reads where a row is, by the mapping's position: degrees WGS 84 and metres of the metric CRS. Allocates nothing per row where
 * the coordinates are plain numbers.
 */
export class PositionReader {
  /** Of the row that was read last; NaN where it has no place. */
  lon = NaN
  lat = NaN
  x = NaN
  y = NaN
  private readonly coordinates: CoordinateReader | null
  private readonly metric: Projection
  /** Of the row before; EWKT may name another in every row. */
  private crs: Crs | null = null
  private source: Projection | null = null
  private extent: Extent = [0, 0, 0, 0]

  constructor(
    private readonly mapping: Pick<Mapping, 'position' | 'metric'>,
    decimalComma: boolean,
  ) {
    this.coordinates = mapping.position && coordinateReader(mapping.position, decimalComma)
    this.metric = projection(mapping.metric)
  }

  /** Null where the row has a place that can be drawn and measured; else why it has none. */
  read(cells: readonly string[]): NoteCode | null {
    this.lon = this.lat = this.x = this.y = NaN
    const { coordinates } = this
    if (!coordinates) return 'noPosition'
    const problem = coordinates.read(cells)
    if (problem) return problem
    const { x, y, crs } = coordinates
    if (crs !== this.crs) {
      this.crs = crs
      this.source = projection(crs)
      this.extent = plausibleExtent(crs)
    }
    const degrees = crs.epsg === WGS84.epsg
    const nothing = degrees ? NULL_ISLAND_DEGREES : NULL_ISLAND_METRES
    if (Math.abs(x) < nothing && Math.abs(y) < nothing) return 'nullIsland'
    const [west, south, east, north] = this.extent
    if (x < west || x > east || y < south || y > north) return 'outsideExtent'
    const lonLat = degrees ? null : this.source!.inverse(x, y)
    const metres = crs.epsg === this.mapping.metric.epsg
    return this.place(lonLat ? lonLat[0] : x, lonLat ? lonLat[1] : y, metres ? x : NaN, metres ? y : NaN)
  }

  /** A place in degrees WGS 84 that is known from elsewhere; null where it can be drawn and measured. */
  take(lon: number, lat: number): NoteCode | null {
    return this.place(lon, lat, NaN, NaN)
  }

  /** Metres that the file itself gives are kept as they are; NaN where it gives none. */
  private place(lon: number, lat: number, x: number, y: number): NoteCode | null {
    if (!insideMetricExtent(lon, lat, this.mapping.metric)) return 'outsideExtent'
    const metres = Number.isNaN(x) ? this.metric.forward(lon, lat) : null
    this.lon = lon
    this.lat = lat
    this.x = metres ? metres[0] : x
    this.y = metres ? metres[1] : y
    return null
  }
}
