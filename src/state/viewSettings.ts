import type { DepthMethod } from '../workers/depth/depthMethods.ts'

/** What a person has chosen about how things are shown; it narrows nothing. */
export const SCREENS = ['situation', 'areas', 'depth', 'incidents', 'data', 'verification'] as const
export type Screen = (typeof SCREENS)[number]

export const MAP_MODES = ['density', 'gistar', 'points'] as const
export type MapMode = (typeof MAP_MODES)[number]

/** Above how much a place is dense: × the mean of the non-zero cells, or the densest share of the surface. */
export type HotspotThreshold = { kind: 'factor'; factor: number } | { kind: 'densest'; share: number }

export interface ViewSettings {
  screen: Screen
  mapMode: MapMode
  /** The deepening analysis that is open; null = none. */
  depth: DepthMethod | null
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
  bandwidth: null,
  threshold: { kind: 'factor', factor: 5 },
  language: 'sv',
  theme: null,
}
