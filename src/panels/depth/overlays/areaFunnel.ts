import type { FunnelPlace } from '../../../analysis/index.ts'
import { locale } from '../../../i18n/locale.svelte.ts'
import type { DepthOverlay, OverlayClass } from '../../../map/depthOverlay.ts'
import { areaFunnelFigures } from '../areaFunnelFigures.ts'
import type { OverlayInput } from '../depthOverlays.ts'

/** Areas above, below and within what chance allows; outside the inner limit alone is an outline. */
export function areaFunnelOverlay({
  result,
  readings,
  tokens,
}: OverlayInput<'areaFunnel'>): DepthOverlay | null {
  const found = areaFunnelFigures(result, readings.areas)
  if (!found || found.n < 10) return null
  const texts = locale.texts.depthTests.areaFunnel
  const f = locale.format
  const styles: Record<FunnelPlace, Omit<OverlayClass, 'label'>> = {
    farAbove: { colour: tokens.amount[3], style: 'fill' },
    above: { colour: tokens.amount[3], style: 'outline' },
    within: { colour: tokens.ink3, style: 'dashed' },
    below: { colour: tokens.barCompare, style: 'outline' },
    farBelow: { colour: tokens.barCompare, style: 'fill' },
  }
  const names = (Object.keys(styles) as FunnelPlace[]).filter((name) =>
    found.rows.some(({ place }) => place === name),
  )
  const noun = readings.shortNoun(2)
  return {
    title: texts.overlay.title(noun.charAt(0).toUpperCase() + noun.slice(1)),
    notes: texts.overlay.notes(f.decimal(found.rate, 1)),
    classes: names.map((name) => ({ label: texts.places[name], ...styles[name] })),
    areas: found.rows.map(({ area, place }) => ({ lonLat: area.lonLat, class: names.indexOf(place) })),
  }
}
