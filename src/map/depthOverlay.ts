import type { MultiPolygon } from '../domain/grid.ts'
import type { Rgb } from '../ui/theme.ts'
import type { SurfaceMesh } from './surfaceMesh.ts'

/** A class of what a deepening analysis draws: on the map and in the legend alike. */
export interface OverlayClass {
  label: string
  colour: Rgb
  /** Chance is never colour alone: what may be chance is an outline, not a fill. */
  style: 'fill' | 'outline' | 'dashed'
}

/** A surface of differences: a grid of values on both sides of 0. */
export interface DivergingSurface {
  mesh: SurfaceMesh
  /** Two channels a cell, row 0 south: the value, and its support; drawn where the support is 1 or more. */
  values: Float32Array
  columns: number
  rows: number
  /** Ascending: three below 0 and three above. */
  breaks: readonly number[]
  /** The breaks as the legend writes them. */
  breakLabels: readonly string[]
  /** What the two sides and the middle mean. */
  less: string
  none: string
  more: string
}

/** What a deepening analysis draws, in degrees; each item names its class by index. */
export interface DepthOverlay {
  title: string
  /** Unit, cell size, study area: lines under the legend. */
  notes: string[]
  classes: OverlayClass[]
  /** Under all that has classes. */
  surface?: DivergingSurface
  /** Closed rings of grid cells. */
  cells?: { ring: [number, number][]; class: number }[]
  /** Whole areas. */
  areas?: { lonLat: MultiPolygon; class: number }[]
  /** Places, with a radius in CSS pixels. */
  circles?: { at: [number, number]; radius: number; class: number; label?: string }[]
  /** Circle that is looked at. */
  chosen?: [number, number] | null
}
