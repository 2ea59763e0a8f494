import { locale } from '../../../i18n/locale.svelte.ts'
import type { DepthOverlay } from '../../../map/depthOverlay.ts'
import type { ConcentrationResult } from '../../../workers/depth/concentration.ts'
import { figure } from '../../../plots/figure.ts'
import type { OverlayInput } from '../depthOverlays.ts'
import { cellRing } from './cellRing.ts'

/** Units that hold half of the incidents, fullest first, and how many more hold as many as the last of them. */
export function halfOf({ counts, shareOfUnits }: ConcentrationResult) {
  const share = shareOfUnits.find(({ incidents }) => incidents === 0.5)?.units ?? 0
  const units = Math.round((Number.isNaN(share) ? 0 : share) * counts.length)
  const least = units > 0 ? counts[units - 1] : 0
  let tied = 0
  while (units + tied < counts.length && counts[units + tied] === least) tied++
  return { units, least, tied: least > 0 ? tied : 0 }
}

/** The place of the curve on the map: the cells or areas that hold half. */
export function concentrationOverlay({
  result,
  readings,
  tokens,
  toLonLat,
}: OverlayInput<'concentration'>): DepthOverlay | null {
  const { units, least, tied } = halfOf(result)
  if (units === 0 || result.n < 10) return null
  const texts = locale.texts.depthPlaces.concentration
  const f = locale.format
  const noun = readings.shortNoun(2)
  const { grid } = result
  const chosen = Array.from(result.units.subarray(0, units))
  const unit = texts.unit(result.unit, grid ? f.distance(grid.cellSize) : '')
  return {
    title: texts.overlay.title(noun),
    notes: [
      texts.overlay.least(figure(f, least), noun),
      tied > 0 ? texts.overlay.tied(f.integer(tied)) : '',
    ].filter(Boolean),
    classes: [{ label: texts.overlay.half(f.integer(units), unit), colour: tokens.amount[3], style: 'fill' }],
    cells: grid ? chosen.map((cell) => ({ ring: cellRing(grid, cell, toLonLat), class: 0 })) : [],
    areas: grid
      ? []
      : chosen.flatMap((area) => {
          const found = readings.areas[area]
          return found ? [{ lonLat: found.lonLat, class: 0 }] : []
        }),
  }
}
