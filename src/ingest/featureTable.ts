import type { Crs } from './crs.ts'

/** A layer of geographic features (polygons, lines, points) as a whole, for what is no list of incidents. */
export interface FeatureTable {
  /** Name of the file. */
  name: string
  /** Layers of the file; empty where it has but one. */
  layers: string[]
  layer: string | null
  /** As declared by the file, else as its values say. */
  crs: Crs
  crsDeclared: boolean
  columns: string[]
  /** Cells as text, one row a feature; '' where there is no value. */
  rows: string[][]
  /** One a feature, in the units of `crs`, easting or longitude first; null where the feature has none. */
  geometries: (GeoJSON.Geometry | null)[]
}
