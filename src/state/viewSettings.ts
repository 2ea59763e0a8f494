import type { DepthMethod } from '../workers/depth/depthMethods.ts'

/** What a person has chosen about how things are shown; it narrows nothing. */
export const SCREENS = [
  'situation',
  'areas',
  'walks',
  'measures',
  'effect',
  'triangulation',
  'process',
  'depth',
  'incidents',
  'data',
  'types',
  'verification',
] as const
export type Screen = (typeof SCREENS)[number]

/** Screens that are tables: they take most of the width, and leave the map no room for its sentence. */
export const WIDE_SCREENS: ReadonlySet<Screen> = new Set(['incidents', 'process', 'types', 'verification'])

export const MAP_MODES = ['density', 'gistar', 'points'] as const
export type MapMode = (typeof MAP_MODES)[number]

/** Above how much a place is dense: × the mean of the non-zero cells, or the densest share of the surface. */
export type HotspotThreshold = { kind: 'factor'; factor: number } | { kind: 'densest'; share: number }

/** How the values of areas are cut into classes. */
export const CLASS_METHODS = ['equal', 'quantile', 'natural'] as const
export type ClassMethod = (typeof CLASS_METHODS)[number]

/** What the areas show: a figure of the incidents, or `s:` and the id of a joined statistic. */
export const AREA_FIGURES = ['rate', 'smoothed', 'count', 'density'] as const
export type AreaMeasure = (typeof AREA_FIGURES)[number] | `s:${string}`

export interface AreaView {
  measure: AreaMeasure
  /** Inhabitants that a rate counts by. */
  per: 1000 | 100_000
  classes: ClassMethod
  /** The area that is held against its peers; null = the one that deviates most. */
  focus: string | null
  /** Ids of its peers; empty = the most alike. */
  peers: readonly string[]
}

export const DEFAULT_AREA_VIEW: Readonly<AreaView> = {
  measure: 'rate',
  per: 1000,
  classes: 'equal',
  focus: null,
  peers: [],
}

/** How before and after a measure stand on the map: not at all, swiped, side by side, or as their difference. */
export const BEFORE_AFTER_MODES = ['off', 'swipe', 'side', 'difference'] as const
export type BeforeAfterMode = (typeof BEFORE_AFTER_MODES)[number]

export interface ViewSettings {
  screen: Screen
  mapMode: MapMode
  /** The deepening analysis that is open; null = none. */
  depth: DepthMethod | null
  areas: AreaView
  /** Id of the walk that is open; null = the list. */
  walk: string | null
  /** Id of the measure that is open, among the measures and in the effect; null = the list. */
  measure: string | null
  beforeAfter: BeforeAfterMode
  /** Metres; null = the default for the data's extent. */
  bandwidth: number | null
  threshold: HotspotThreshold
  language: 'sv' | 'en'
  /** null = as the system says. */
  theme: 'light' | 'dark' | null
}

export const DEFAULT_VIEW: Readonly<ViewSettings> = {
  screen: 'situation',
  mapMode: 'density',
  depth: null,
  areas: DEFAULT_AREA_VIEW,
  walk: null,
  measure: null,
  beforeAfter: 'swipe',
  bandwidth: null,
  threshold: { kind: 'factor', factor: 5 },
  language: 'sv',
  theme: null,
}
