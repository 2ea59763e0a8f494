import { locale } from '../../../i18n/locale.svelte.ts'
import type { DepthOverlay } from '../../../map/depthOverlay.ts'
import type { PatternShiftResult, ShiftedUnit } from '../../../workers/depth/patternShift.ts'
import { changeOn } from '../../../state/change.ts'
import type { OverlayInput } from '../depthOverlays.ts'
import { cellRing } from './cellRing.ts'

/** Whether a unit's share has changed more than chance, tested by itself: its counts against the totals, exact. */
export function isClear(
  unit: ShiftedUnit,
  { now, before }: Pick<PatternShiftResult, 'now' | 'before'>,
): boolean {
  return changeOn(unit.now, unit.before, now, before).clear
}

/** The units whose share has grown or shrunk; filled where that is more than chance. */
export function patternShiftOverlay({
  result,
  readings,
  tokens,
  toLonLat,
}: OverlayInput<'patternShift'>): DepthOverlay | null {
  if (result.shifted.length === 0) return null
  const texts = locale.texts.depthMaps.patternShift
  const { grid } = result
  const classOf = (unit: ShiftedUnit) => (!isClear(unit, result) ? 2 : unit.more ? 0 : 1)
  const f = locale.format
  return {
    title: texts.legend,
    notes: [texts.unit(result.unit, result.cellSize === null ? '' : f.distance(result.cellSize))],
    classes: [
      { label: texts.classes.more, colour: tokens.diverging[5], style: 'fill' },
      { label: texts.classes.fewer, colour: tokens.diverging[1], style: 'fill' },
      { label: texts.classes.mayBeChance, colour: tokens.ink3, style: 'dashed' },
    ],
    cells: grid
      ? result.shifted.map((unit) => ({ ring: cellRing(grid, unit.unit, toLonLat), class: classOf(unit) }))
      : [],
    areas: grid
      ? []
      : result.shifted.flatMap((unit) => {
          const area = readings.areas[unit.unit]
          return area ? [{ lonLat: area.lonLat, class: classOf(unit) }] : []
        }),
  }
}
