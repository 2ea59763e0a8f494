import type { MetricCrs } from './crs.ts'
import type { MultiPolygon } from './grid.ts'

/** A statistical or administrative area (kommundel, DeSO, stadsdel …) with its polygon in both coordinate systems. */
export interface Area {
  /** Its key: unique in its set, as written in the source (a leading zero is part of it). */
  id: string
  name: string
  /** In metres of the data set's CRS. */
  polygon: MultiPolygon
  /** In degrees WGS84, for display. */
  lonLat: MultiPolygon
  /** In km². */
  surface: number
  /** Inhabitants by year; empty where unknown. A figure without a year stands under 0. */
  population: Record<number, number>
  /** The source's other columns, by name, as text; for peer groups and the list. */
  properties?: Record<string, string>
}

/** What kind of division an area set is; `own` is any other. */
export const AREA_LEVELS = ['lan', 'kommun', 'kommundel', 'deso', 'regso', 'basomrade', 'own'] as const
export type AreaLevel = (typeof AREA_LEVELS)[number]

/** What was odd about the polygons of a file; counts of features, and names of the first few. */
export const AREA_NOTES = [
  'noGeometry',
  'notPolygon',
  'brokenRing',
  'noKey',
  'duplicateKey',
  'duplicateName',
  'selfIntersecting',
  'sliver',
  'holes',
  'severalParts',
  'overlap',
] as const
export type AreaNoteCode = (typeof AREA_NOTES)[number]

export interface AreaNote {
  code: AreaNoteCode
  /** Features; pairs of areas for `overlap`. */
  count: number
  /** Keys or names of the first few. */
  examples: string[]
}

/** Where an area set comes from. */
export interface AreaSource {
  /** Name of the file. */
  file: string
  /** Layer of the file; null where it has but one. */
  layer: string | null
  /** The CRS that the file was read in. */
  crs: { epsg: number; name: string }
  /** The file says so itself; otherwise its values do. */
  crsDeclared: boolean
  /** Features in the file, those that became no area too. */
  features: number
  /** Columns of key and name; null where features were numbered. */
  keyColumn: string | null
  nameColumn: string | null
}

/** One division of the ground into areas. Several may be loaded; one is active: shown, counted by and filtered by. */
export interface AreaSet {
  /** Unique in the session and in a saved project. */
  id: string
  /** As the person calls it: "Kommundelar", "DeSO 2025". */
  name: string
  level: AreaLevel
  /** Belongs to the invented demo and goes with it. */
  invented: boolean
  source: AreaSource
  /** The CRS that the areas' `polygon`s are in. */
  metric: MetricCrs
  areas: Area[]
  notes: AreaNote[]
}
