import type { FeltClass } from '../../analysis/index.ts'
import type { MultiPolygon } from '../../domain/grid.ts'
import type { Measure, MeasureGeometry } from '../../domain/measure.ts'
import type { Period } from '../../domain/period.ts'
import type { Light, SafetyWalk } from '../../domain/safetyWalk.ts'
import type { SurfaceRequest } from '../messages.ts'

/** Walks and measures to hold against the crimes that are loaded. Plain data; degrees. */
export interface TriangulationRequest {
  /** Types that count where walks are judged, as type groups' ids; empty = all crimes. */
  types: string[]
  /** Metres within which an observation and a hotspot are at the same place. */
  distance: number
  /** Whether only crimes in the walk's light count. */
  matchLight: boolean
  /** Metres. */
  bandwidth: number
  threshold: SurfaceRequest['threshold']
  walks: readonly Pick<SafetyWalk, 'id' | 'date' | 'light' | 'route' | 'observations'>[]
  /** Each is held against the types that it is meant to change, or `types` where it names none. */
  measures: readonly (Pick<Measure, 'id' | 'start' | 'crimeTypes'> & { geometry: MeasureGeometry })[]
}

/** A place where what is counted is dense, of one density. */
export interface DensePlace {
  /** Unique in the result. */
  id: string
  /** Index of the density. */
  density: number
  lonLat: MultiPolygon
  /** Metres, and degrees, of the densest cell's centre. */
  peak: { x: number; y: number; lon: number; lat: number }
  /** Σ weights inside. */
  incidents: number
  moreThanChance: boolean
  /** A walk's route or observation comes within the distance. */
  walked: boolean
}

/** What one or several walks, or measures, are held against: the crimes of a period, in a light. */
export interface DensityUsed {
  /** Type groups' ids; empty = all crimes. */
  types: string[]
  /** null = at any hour. */
  light: Light | null
  period: Period
  /** How much of the twelve months the data reach over. */
  reach: 'whole' | 'part' | 'none'
  /** Σ weights with a position. */
  n: number
  /** Of the period, without a time that says which light it was. */
  withoutLight: number
  /** Too few to say what is much. */
  judged: boolean
  /** What counts as much: the hotspots' threshold, per km² and year. */
  threshold: number
}

export interface ObservationResult {
  walk: string
  id: string
  class: FeltClass
  /** Felt unsafe, and nothing decided. */
  undecided: boolean
  /** Index of the density; −1 where the walk has no date. */
  density: number
  /** Σ weights within the distance. */
  near: number
}

export interface MeasureResult {
  id: string
  /** Index of the density: the twelve whole months before it began. */
  density: number
  judged: boolean
  /** A hotspot of the types that it is meant to change within the distance of its place. */
  much: boolean
  /** An unsafe observation, of any walk, within the distance. */
  unsafe: boolean
  /** Σ weights within the distance of its place. */
  near: number
}

export interface TriangulationResult {
  densities: DensityUsed[]
  observations: ObservationResult[]
  /** Hotspots of the last walk's density in each light that no unsafe observation in that light is near. */
  unmentioned: DensePlace[]
  /** All hotspots of those densities, for the map. */
  dense: DensePlace[]
  measures: MeasureResult[]
}
