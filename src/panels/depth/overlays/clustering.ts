import { locale } from '../../../i18n/locale.svelte.ts'
import type { DepthOverlay, OverlayClass } from '../../../map/depthOverlay.ts'
import { MORAN_CLASSES, type MoranClass } from '../../../workers/depth/clustering.ts'
import type { OverlayInput } from '../depthOverlays.ts'
import { cellRing } from './cellRing.ts'

/** The cells that differ from chance together with their neighbours: alike are filled, unlike are outlined. */
export function clusteringOverlay({
  result,
  tokens,
  toLonLat,
}: OverlayInput<'clustering'>): DepthOverlay | null {
  if (result.n < 10) return null
  const texts = locale.texts.depthPlaces.clustering
  const f = locale.format
  const styles: Record<Exclude<MoranClass, 'none'>, Omit<OverlayClass, 'label'>> = {
    highHigh: { colour: tokens.amount[4], style: 'fill' },
    highLow: { colour: tokens.amount[5], style: 'outline' },
    lowHigh: { colour: tokens.ink2, style: 'outline' },
    lowLow: { colour: tokens.barCompare, style: 'fill' },
  }
  const names = (Object.keys(styles) as Exclude<MoranClass, 'none'>[]).filter((name) =>
    result.classes.includes(MORAN_CLASSES.indexOf(name)),
  )
  if (names.length === 0) return null
  return {
    title: texts.overlay.title,
    notes: [texts.overlay.cell(f.distance(result.grid.cellSize))],
    classes: names.map((name) => ({ label: texts.classes[name], ...styles[name] })),
    cells: Array.from(result.cells).flatMap((cell, k) => {
      const name = MORAN_CLASSES[result.classes[k]]
      return name === 'none'
        ? []
        : [{ ring: cellRing(result.grid, cell, toLonLat), class: names.indexOf(name) }]
    }),
  }
}
