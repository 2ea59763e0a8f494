import type { DepthOverlay } from '../../map/depthOverlay.ts'
import type { ThemeTokens } from '../../ui/theme.ts'
import type { DepthMap, DepthMethod, DepthResponse } from '../../workers/depth/depthMethods.ts'
import type { Readings } from '../readings.svelte.ts'

/** What an overlay is made of beside the result. */
export interface OverlayInput<M extends DepthMethod> {
  result: DepthMap[M]['result']
  readings: Readings
  tokens: ThemeTokens
  toLonLat: (x: number, y: number) => [number, number]
}

/** The analyses that draw on the map, and how. */
const DEPTH_OVERLAYS: { [M in DepthMethod]?: (input: OverlayInput<M>) => DepthOverlay | null } = {}

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
