import type { HexColor } from 'terra-draw'
import { hexOf, type ThemeTokens } from '../../ui/theme.ts'

/** How what is being drawn looks: the accent, and nothing else. Widths in CSS pixels. */
export function sketchStyles(tokens: ThemeTokens) {
  const accent = hexOf(tokens.accent) as HexColor
  const ground = hexOf(tokens.card) as HexColor
  const corner = {
    coordinatePointColor: ground,
    coordinatePointWidth: 4,
    coordinatePointOutlineColor: accent,
    coordinatePointOutlineWidth: 2,
    closingPointColor: accent,
    closingPointWidth: 6,
    closingPointOutlineColor: ground,
    closingPointOutlineWidth: 2,
  }
  const point = { pointColor: accent, pointWidth: 7, pointOutlineColor: ground, pointOutlineWidth: 2 }
  const polygon = {
    fillColor: accent,
    fillOpacity: 0.12,
    outlineColor: accent,
    outlineWidth: 2.5,
    ...corner,
  }
  const line = { lineStringColor: accent, lineStringWidth: 2.5, ...corner }
  const select = {
    selectedPointColor: accent,
    selectedPointWidth: 8,
    selectedPointOutlineColor: ground,
    selectedPointOutlineWidth: 2,
    selectedLineStringColor: accent,
    selectedLineStringWidth: 2.5,
    selectedPolygonColor: accent,
    selectedPolygonFillOpacity: 0.12,
    selectedPolygonOutlineColor: accent,
    selectedPolygonOutlineWidth: 2.5,
    selectionPointColor: ground,
    selectionPointWidth: 6,
    selectionPointOutlineColor: accent,
    selectionPointOutlineWidth: 2,
    midPointColor: accent,
    midPointWidth: 3,
    midPointOutlineColor: ground,
    midPointOutlineWidth: 1,
  }
  return { point, line, polygon, select }
}
