import type { Layer } from '@deck.gl/core'
import { PathStyleExtension } from '@deck.gl/extensions'
import { PathLayer } from '@deck.gl/layers'
import type { Light } from '../domain/safetyWalk.ts'
import type { ThemeTokens } from '../ui/theme.ts'
import { BELOW_LABELS } from './basemapStyle.ts'
import { bytes } from './palette.ts'

/** A walk's route on the map. */
export interface WalkRoute {
  /** Degrees. */
  path: readonly [number, number][]
  light: Light
  /** Side by side where several walks took the same streets: 0 for the first, 1 for the next. */
  lane: number
}

/** The light that a walk went in, as the pattern of its line: dashes and gaps, × the line's width. */
export const ROUTE_DASHES: Readonly<Record<Light, [number, number]>> = {
  daylight: [5, 2],
  dusk: [2, 2],
  dark: [0.5, 2.5],
}

/** px of a route's line. */
export const ROUTE_WIDTH = 2.5
/** Line widths from the middle of a route to that of the one beside it. */
const LANE = 2

/** px of the pale band under it. */
const BAND_WIDTH = ROUTE_WIDTH + 3

/** The map is flat: what is drawn later lies on top, whatever depth MapLibre has written for its own fills. */
const FLAT = { depthCompare: 'always', depthWriteEnabled: false } as const

/** MapLibreOverlay reads `beforeId`, which deck.gl's own types do not know. */
function belowLabels<T extends object>(props: T): T & { parameters: typeof FLAT } {
  return { ...props, beforeId: BELOW_LABELS, parameters: FLAT } as T & { parameters: typeof FLAT }
}

/** The routes over the surface, each on a pale band so that its pattern reads on any ground. */
export function walkRouteLayers(routes: readonly WalkRoute[], tokens: ThemeTokens): Layer[] {
  if (routes.length === 0) return []
  const shared = {
    data: routes,
    getPath: (route: WalkRoute) => route.path as [number, number][],
    widthUnits: 'pixels' as const,
    jointRounded: true,
    capRounded: true,
    updateTriggers: { getColor: [tokens.theme], getOffset: [routes], getDashArray: [routes] },
  }
  const offset = (width: number) => (route: WalkRoute) => (LANE * route.lane * ROUTE_WIDTH) / width
  return [
    new PathLayer<WalkRoute>(
      belowLabels({
        ...shared,
        id: 'walk-route-bands',
        getColor: bytes(tokens.card, 0.7),
        getWidth: BAND_WIDTH,
        getOffset: offset(BAND_WIDTH),
        extensions: [new PathStyleExtension({ offset: true })],
      }),
    ),
    new PathLayer<WalkRoute>(
      belowLabels({
        ...shared,
        id: 'walk-routes',
        getColor: bytes(tokens.unsafe),
        getWidth: ROUTE_WIDTH,
        getOffset: offset(ROUTE_WIDTH),
        getDashArray: (route: WalkRoute) => ROUTE_DASHES[route.light],
        extensions: [new PathStyleExtension({ dash: true, offset: true })],
      }),
    ),
  ]
}
