import type { Area } from '../domain/area.ts'
import type { AreaStatistic } from '../domain/areaStatistics.ts'
import type { MetricCrs } from '../domain/crs.ts'
import type { Period } from '../domain/period.ts'
import type { TypeLabel } from '../domain/taxonomy.ts'
import type { DatasetSummary } from '../workers/messages.ts'
import { AreaLibrary } from './areaLibrary.svelte.ts'
import type { Layer } from './layers.ts'

/** A place with a name, for "nearest named place". */
export interface NamedPlace {
  name: string
  lon: number
  lat: number
  /** Metres in the data set's CRS. */
  x: number
  y: number
}

/** What belongs to a data set beside its incidents. */
export interface Surroundings {
  /** GeoJSON of the ground, or null where there is none. */
  basemapUrl: string | null
  places: NamedPlace[]
  /** Periods that the data set's own story names. */
  problemPicture: Period | null
  followUp: Period | null
}

export const NO_SURROUNDINGS: Readonly<Surroundings> = {
  basemapUrl: null,
  places: [],
  problemPicture: null,
  followUp: null,
}

/** A loaded data set: one or several layers, each a source file's rows. */
export interface Dataset {
  /** 'demo', the file's fingerprint, or those of several files in short. */
  id: string
  name: string
  invented: boolean
  /** Of the first layer; the wall times of other files are told in it. */
  timeZone: string
  /** Of the first layer; the positions of other files are projected into it. */
  crs: MetricCrs
  /** Type labels of all layers; `IncidentColumns.type` points into them. */
  labels: TypeLabel[]
  summary: DatasetSummary
  /** At least one. */
  layers: readonly Layer[]
  surroundings: Surroundings
}

export interface Loading {
  name: string
  /** 0-1; null where unknown. */
  fraction: number | null
  rows: number
}

/** What is loaded, what is being loaded, and what went wrong with it. */
export class DatasetState {
  current = $state.raw<Dataset | null>(null)
  /** Area sets and the tables joined to them, of all that is loaded. */
  readonly library = new AreaLibrary()
  loading = $state.raw<Loading | null>(null)
  failure = $state.raw<{ name: string; error: Error } | null>(null)

  /** The active areas. */
  get areas(): Area[] {
    return this.library.areas
  }

  /** Figures that tables have joined to the areas shown. */
  get areaStatistics(): readonly AreaStatistic[] {
    return this.library.statistics
  }
}
