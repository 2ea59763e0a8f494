import type { MultiPolygon } from '../domain/grid.ts'
import type { Rgb } from '../ui/theme.ts'

/** A class of what a deepening analysis draws: on the map and in the legend alike. */
export interface OverlayClass {
  label: string
  colour: Rgb
  /** Chance is never colour alone: what may be chance is an outline, not a fill. */
  style: 'fill' | 'outline' | 'dashed'
}

/** What a deepening analysis draws, in degrees; each item names its class by index. */
export interface DepthOverlay {
  title: string
  /** Unit, cell size, study area: lines under the legend. */
  notes: string[]
  classes: OverlayClass[]
  /** Closed rings of grid cells. */
  cells?: { ring: [number, number][]; class: number }[]
  /** Whole areas. */
  areas?: { lonLat: MultiPolygon; class: number }[]
  /** Places, with a radius in CSS pixels. */
  circles?: { at: [number, number]; radius: number; class: number; label?: string }[]
  /** Circle that is looked at. */
  chosen?: [number, number] | null
}
