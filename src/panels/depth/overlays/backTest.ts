import { locale } from '../../../i18n/locale.svelte.ts'
import type { DepthOverlay, OverlayClass } from '../../../map/depthOverlay.ts'
import { figure } from '../../../plots/figure.ts'
import type { OverlayInput } from '../depthOverlays.ts'
import { cellRing } from './cellRing.ts'

/** The latest map's densest cells, and where the incidents of the period after it fell. */
export function backTestOverlay({
  result,
  readings,
  tokens,
  toLonLat,
}: OverlayInput<'backTest'>): DepthOverlay | null {
  const roll = result.rolls.at(-1)
  if (!result.latest || !roll) return null
  const texts = locale.texts.depthTests.backTest.overlay
  const f = locale.format
  const noun = readings.shortNoun(2)
  const units = result.units[result.shares.indexOf(result.share)]
  const { order, observed } = result.latest
  const chosen = new Set(order.subarray(0, units))
  const cells: { ring: [number, number][]; class: number }[] = []
  let hits = 0
  for (const cell of order) {
    const count = observed[cell]
    const pointedOut = chosen.has(cell)
    if (pointedOut) hits += count
    if (pointedOut || count > 0)
      cells.push({ ring: cellRing(result.grid, cell, toLonLat), class: pointedOut ? (count > 0 ? 0 : 1) : 2 })
  }
  const classes: OverlayClass[] = [
    { label: texts.hit(noun), colour: tokens.amount[3], style: 'fill' },
    { label: texts.empty(noun), colour: tokens.ink, style: 'outline' },
    { label: texts.missed(noun), colour: tokens.amount[3], style: 'dashed' },
  ]
  const kinds = [0, 1, 2].filter((kind) => cells.some((cell) => cell.class === kind))
  return {
    title: texts.title(f.period(roll.history), f.period(roll.period)),
    notes: texts.notes(
      f.integer(units),
      f.distance(result.grid.cellSize),
      figure(f, hits),
      figure(f, roll.observed),
    ),
    classes: kinds.map((kind) => classes[kind]),
    cells: cells.map((cell) => ({ ...cell, class: kinds.indexOf(cell.class) })),
  }
}
