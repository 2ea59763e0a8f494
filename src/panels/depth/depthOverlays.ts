import type { DepthOverlay } from '../../map/depthOverlay.ts'
import type { ThemeTokens } from '../../ui/theme.ts'
import type { DepthMap, DepthMethod, DepthResponse } from '../../workers/depth/depthMethods.ts'
import type { Readings } from '../readings.svelte.ts'
import { clusteringOverlay } from './overlays/clustering.ts'
import { concentrationOverlay } from './overlays/concentration.ts'
import { repeatPlacesOverlay } from './overlays/repeatPlaces.ts'
import { densityChangeOverlay } from './overlays/densityChange.ts'
import { patternShiftOverlay } from './overlays/patternShift.ts'
import { relativeRiskOverlay } from './overlays/relativeRisk.ts'
import { areaFunnelOverlay } from './overlays/areaFunnel.ts'
import { backTestOverlay } from './overlays/backTest.ts'
import { emergingOverlay } from './overlays/emerging.ts'

/** What an overlay is made of beside the result. */
export interface OverlayInput<M extends DepthMethod> {
  result: DepthMap[M]['result']
  readings: Readings
  tokens: ThemeTokens
  toLonLat: (x: number, y: number) => [number, number]
}

/** The analyses that draw on the map, and how. */
const DEPTH_OVERLAYS: { [M in DepthMethod]?: (input: OverlayInput<M>) => DepthOverlay | null } = {
  concentration: concentrationOverlay,
  repeatPlaces: repeatPlacesOverlay,
  clustering: clusteringOverlay,
  densityChange: densityChangeOverlay,
  patternShift: patternShiftOverlay,
  relativeRisk: relativeRiskOverlay,
  emerging: emergingOverlay,
  areaFunnel: areaFunnelOverlay,
  backTest: backTestOverlay,
}

/** What the answer draws on the map; null where it draws nothing, and the map stays as it was. */
export function depthOverlay(
  { method, result }: DepthResponse,
  readings: Readings,
  tokens: ThemeTokens,
  toLonLat: (x: number, y: number) => [number, number],
): DepthOverlay | null {
  const draw = DEPTH_OVERLAYS[method] as
    ((input: OverlayInput<DepthMethod>) => DepthOverlay | null) | undefined
  return draw?.({ result, readings, tokens, toLonLat }) ?? null
}
