import type { Layer } from '@deck.gl/core'
import { ClipExtension } from '@deck.gl/extensions'
import type { ThemeTokens } from '../../ui/theme.ts'
import { BELOW_LABELS } from '../basemapStyle.ts'
import { DensitySurfaceLayer } from '../densitySurfaceLayer.ts'
import { unit } from '../palette.ts'
import type { SurfaceMesh } from '../surfaceMesh.ts'
import { HatchedSurfaceLayer } from './hatchedSurfaceLayer.ts'

export type Side = 'before' | 'after'

/** Two densities on one grid, by one scale. */
export interface SidesDrawn {
  mesh: SurfaceMesh
  columns: number
  rows: number
  values: Record<Side, Float32Array>
  /** Lower bounds of the six classes, of both. */
  breaks: readonly number[]
  /** Share of what the surface is worth looking at: dimmed while a preview stands in. */
  opacity: number
}

/** Their difference, striped where it may be chance. */
export interface DifferenceDrawn {
  mesh: SurfaceMesh
  columns: number
  rows: number
  /** Four channels a cell: the difference, its support (drawn from 1 on), 1 where it is more than chance, and nothing. */
  values: Float32Array
  /** Ascending: three below 0 and three above. */
  breaks: readonly number[]
}

/** The map is flat: what is drawn later lies on top, whatever depth MapLibre has written for its own fills. */
const FLAT = { depthCompare: 'always', depthWriteEnabled: false } as const
const CLIP = new ClipExtension()
/** Degrees: beyond any line on the map. */
const WORLD = { west: -179, south: -85, east: 179, north: 85 }

/** One side as a surface; where `part` is given only what lies between two longitudes. */
export function sideLayer(
  { mesh, columns, rows, values, breaks, opacity }: SidesDrawn,
  side: Side,
  tokens: ThemeTokens,
  part: { west?: number; east?: number } | null = null,
): Layer {
  const props = {
    id: `surface-${side}`,
    values: values[side],
    columns,
    rows,
    mesh,
    breaks,
    colours: tokens.amount.map((colour) => unit(colour)),
    edge: unit(tokens.amountEdge),
    opacity: tokens.amountOpacity * opacity,
    parameters: FLAT,
    beforeId: BELOW_LABELS,
  }
  if (!part) return new DensitySurfaceLayer(props)
  return new DensitySurfaceLayer({
    ...props,
    id: `surface-${side}-swiped`,
    extensions: [CLIP],
    clipBounds: [part.west ?? WORLD.west, WORLD.south, part.east ?? WORLD.east, WORLD.north],
  } as typeof props)
}

/** Before west of the longitude and after east of it. */
export function swipedLayers(sides: SidesDrawn, longitude: number, tokens: ThemeTokens): Layer[] {
  return [
    sideLayer(sides, 'before', tokens, { east: longitude }),
    sideLayer(sides, 'after', tokens, { west: longitude }),
  ]
}

export function differenceLayer(drawn: DifferenceDrawn, tokens: ThemeTokens): Layer {
  return new HatchedSurfaceLayer({
    id: 'surface-difference',
    values: drawn.values,
    columns: drawn.columns,
    rows: drawn.rows,
    mesh: drawn.mesh,
    breaks: drawn.breaks,
    colours: tokens.diverging.map((colour) => unit(colour)),
    edge: unit(tokens.ink),
    opacity: tokens.amountOpacity,
    parameters: FLAT,
    beforeId: BELOW_LABELS,
  } as ConstructorParameters<typeof HatchedSurfaceLayer>[0])
}
