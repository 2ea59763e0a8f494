import type { Layer } from '@deck.gl/core'
import { PathStyleExtension } from '@deck.gl/extensions'
import { PathLayer, ScatterplotLayer, SolidPolygonLayer } from '@deck.gl/layers'
import type { MultiPolygon } from '../domain/grid.ts'
import { KIND_CODES, type IncidentKind } from '../domain/incident.ts'
import type { MeasureGeometry } from '../domain/measure.ts'
import type { ThemeTokens } from '../ui/theme.ts'
import type { Hotspot, PointsResult, SurfaceResult } from '../workers/messages.ts'
import { BELOW_LABELS } from './basemapStyle.ts'
import { depthLayers } from './depthLayers.ts'
import type { DepthOverlay } from './depthOverlay.ts'
import { DensitySurfaceLayer } from './densitySurfaceLayer.ts'
import type { GiCell } from './giCells.ts'
import { DiamondLayer, SquareLayer, TriangleLayer } from './kindMarks.ts'
import { measureShapeLayers } from './measureShape.ts'
import { bytes, unit } from './palette.ts'
import type { SurfaceMesh } from './surfaceMesh.ts'
import { zoneLayers, type ZoneDrawing } from './zoneLayers.ts'
import { walkRouteLayers, type WalkRoute } from './walkRoutes.ts'

/** A filled area of the choropleth. */
export interface ShadedArea {
  id: string
  lonLat: MultiPolygon
  /** Class 0-5 of the amount scale; null = no value. */
  class: number | null
}

export interface LayerInput {
  tokens: ThemeTokens
  density: { surface: SurfaceResult; mesh: SurfaceMesh; breaks: readonly number[] } | null
  giCells: GiCell[] | null
  hotspots: readonly Hotspot[]
  /** Hotspots of an older answer while a new one is computed. */
  dimmed: boolean
  /** CSS pixels of a point's radius at this zoom. */
  pointRadius: number
  points: { result: PointsResult; colourOfGroup: readonly number[]; chosenRow: number | null } | null
  areas: readonly ShadedArea[] | null
  /** What a deepening analysis draws. */
  depth: DepthOverlay | null
  /** The places of the measure that is judged. */
  zones?: ZoneDrawing | null
  /** Outline of the place that is filtered to, in degrees. */
  chosenPlace: MultiPolygon | null
  /** The incident that is looked at, in degrees. */
  chosenAt: [number, number] | null
  /** Routes of safety walks. */
  routes: readonly WalkRoute[]
  /** The ground that the open measure covers. */
  measure?: MeasureGeometry | null
}

/** All deck.gl layers from the bottom up, with stable ids. */
export function buildLayers(input: LayerInput): Layer[] {
  return [
    ...areaLayers(input),
    ...densityLayers(input),
    ...giLayers(input),
    ...depthLayers(input.depth, input.tokens),
    ...hotspotLayers(input),
    ...zoneLayers(input.zones ?? null, input.tokens),
    ...walkRouteLayers(input.routes, input.tokens),
    ...measureShapeLayers(input.measure ?? null, input.tokens),
    ...pointLayers(input),
    ...chosenLayers(input),
  ]
}

/** The map is flat: what is drawn later lies on top, whatever depth MapLibre has written for its own fills. */
const FLAT = { depthCompare: 'always', depthWriteEnabled: false } as const

/** A layer below the labels; MapLibreOverlay reads `beforeId`, which deck.gl's own types do not know. */
function belowLabels<T extends object>(props: T): T & { parameters: typeof FLAT } {
  return { ...props, beforeId: BELOW_LABELS, parameters: FLAT } as T & { parameters: typeof FLAT }
}

function densityLayers({ density, tokens, dimmed }: LayerInput): Layer[] {
  if (!density) return []
  const { grid, values } = density.surface.density
  return [
    new DensitySurfaceLayer(
      belowLabels({
        id: 'density',
        values,
        columns: grid.columns,
        rows: grid.rows,
        mesh: density.mesh,
        breaks: density.breaks,
        colours: tokens.amount.map((colour) => unit(colour)),
        edge: unit(tokens.amountEdge),
        opacity: tokens.amountOpacity * (dimmed ? 0.75 : 1),
      }),
    ),
  ]
}

function giLayers({ giCells, tokens }: LayerInput): Layer[] {
  if (!giCells) return []
  const colours = [tokens.amount[1], tokens.amount[3], tokens.amount[5]]
  return [
    new SolidPolygonLayer<GiCell>(
      belowLabels({
        id: 'gi-cells',
        data: giCells.filter((cell) => cell.level !== null),
        getPolygon: (cell: GiCell) => cell.ring,
        getFillColor: (cell: GiCell) => bytes(cell.cold ? tokens.barCompare : colours[cell.level ?? 0]),
        opacity: tokens.amountOpacity,
        updateTriggers: { getFillColor: [tokens.theme] },
      }),
    ),
    new PathLayer<GiCell>(
      belowLabels({
        id: 'gi-may-be-chance',
        data: giCells.filter((cell) => cell.level === null),
        getPath: (cell: GiCell) => cell.ring,
        getColor: bytes(tokens.ink3, 0.35),
        getWidth: 1,
        widthUnits: 'pixels' as const,
        updateTriggers: { getColor: [tokens.theme] },
      }),
    ),
  ]
}

interface Outline {
  path: [number, number][]
  solid: boolean
}

function hotspotLayers({ hotspots, tokens, dimmed }: LayerInput): Layer[] {
  if (hotspots.length === 0) return []
  const outlines: Outline[] = hotspots.flatMap((hotspot) =>
    hotspot.lonLat.flatMap((polygon) =>
      polygon.map((ring) => ({ path: ring as [number, number][], solid: hotspot.moreThanChance })),
    ),
  )
  const opacity = dimmed ? 0.4 : 1
  return [
    new PathLayer<Outline>(
      belowLabels({
        id: 'hotspot-halo',
        data: outlines,
        getPath: (outline: Outline) => outline.path,
        getColor: bytes(tokens.card, 0.75 * opacity),
        getWidth: 5,
        widthUnits: 'pixels' as const,
        jointRounded: true,
        updateTriggers: { getColor: [tokens.theme, opacity] },
      }),
    ),
    new PathLayer<Outline>(
      belowLabels({
        id: 'hotspot-outline',
        data: outlines,
        getPath: (outline: Outline) => outline.path,
        getColor: bytes(tokens.ink, opacity),
        getWidth: 2,
        widthUnits: 'pixels' as const,
        jointRounded: true,
        getDashArray: (outline: Outline) => (outline.solid ? [0, 0] : [3.5, 2.5]),
        dashJustified: true,
        extensions: [new PathStyleExtension({ dash: true })],
        updateTriggers: { getColor: [tokens.theme, opacity] },
      }),
    ),
  ]
}

function chosenLayers({ chosenPlace, chosenAt, tokens }: LayerInput): Layer[] {
  const layers: Layer[] = []
  if (chosenPlace)
    layers.push(
      new PathLayer<number[][]>({
        id: 'chosen-place',
        data: chosenPlace.flat(),
        getPath: (ring) => ring as [number, number][],
        getColor: bytes(tokens.accent),
        getWidth: 3,
        widthUnits: 'pixels',
        jointRounded: true,
        parameters: FLAT,
        updateTriggers: { getColor: [tokens.theme] },
      }),
    )
  if (chosenAt)
    layers.push(
      new ScatterplotLayer<[number, number]>({
        id: 'chosen-incident',
        data: [chosenAt],
        getPosition: (at) => at,
        getRadius: 12,
        radiusUnits: 'pixels',
        filled: false,
        stroked: true,
        getLineColor: bytes(tokens.accent),
        getLineWidth: 3,
        lineWidthUnits: 'pixels',
        parameters: FLAT,
        updateTriggers: { getLineColor: [tokens.theme] },
      }),
    )
  return layers
}

function pointLayers({ points, pointRadius, tokens }: LayerInput): Layer[] {
  if (!points) return []
  const { result, colourOfGroup, chosenRow } = points
  const rowsOf = (kind: IncidentKind) =>
    Array.from(result.kind.keys()).filter((k) => result.kind[k] === KIND_CODES[kind])
  const colour = (k: number) => bytes(tokens.category[colourOfGroup[result.group[k]] ?? 0])
  const shared = {
    getPosition: (k: number) => [result.positions[2 * k], result.positions[2 * k + 1]] as [number, number],
    pickable: true,
    parameters: FLAT,
    updateTriggers: {
      getFillColor: [tokens.theme, colourOfGroup],
      getLineColor: [tokens.theme, chosenRow],
      getRadius: [chosenRow, pointRadius],
    },
  }
  return [
    new ScatterplotLayer<number>({
      id: 'crimes',
      data: rowsOf('crime'),
      ...shared,
      getFillColor: colour,
      getLineColor: (k) => bytes(result.row[k] === chosenRow ? tokens.ink : tokens.card),
      getRadius: (k) => (result.row[k] === chosenRow ? pointRadius + 3 : pointRadius),
      radiusUnits: 'pixels',
      stroked: true,
      lineWidthUnits: 'pixels',
      getLineWidth: pointRadius < 4 ? 0.75 : 1.5,
    }),
    ...OTHER_KINDS.map(
      ({ kind, id, Mark, size }) =>
        new Mark({
          id,
          data: rowsOf(kind),
          ...shared,
          getFillColor: bytes(tokens.ink2),
          getLineColor: (k: number) => bytes(result.row[k] === chosenRow ? tokens.accent : tokens.card),
          getRadius: (k: number) => (result.row[k] === chosenRow ? pointRadius + 3 : pointRadius) * size,
          radiusUnits: 'pixels' as const,
          stroked: true,
          lineWidthUnits: 'pixels' as const,
          getLineWidth: pointRadius < 4 ? 0.75 : 1.5,
        }),
    ),
  ]
}

/** Shape alone tells the kinds apart; `size` gives their marks the weight of a circle. */
const OTHER_KINDS = [
  { kind: 'event', id: 'events', Mark: SquareLayer, size: 1 },
  { kind: 'fire', id: 'fires', Mark: TriangleLayer, size: 1.35 },
  { kind: 'repair', id: 'repairs', Mark: DiamondLayer, size: 1.3 },
] as const

function areaLayers({ areas, tokens }: LayerInput): Layer[] {
  if (!areas) return []
  interface Part {
    polygon: [number, number][][]
    class: number | null
    id: string
  }
  const parts: Part[] = areas.flatMap((area) =>
    area.lonLat.map((polygon) => ({
      polygon: polygon as [number, number][][],
      class: area.class,
      id: area.id,
    })),
  )
  return [
    new SolidPolygonLayer<Part>(
      belowLabels({
        id: 'areas',
        data: parts,
        getPolygon: (part: Part) => part.polygon,
        getFillColor: (part: Part) =>
          part.class === null ? bytes(tokens.fill, 0.5) : bytes(tokens.amount[part.class]),
        opacity: 0.62,
        pickable: true,
        updateTriggers: { getFillColor: [tokens.theme] },
      }),
    ),
  ]
}
