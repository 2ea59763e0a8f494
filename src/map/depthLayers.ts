import type { Layer } from '@deck.gl/core'
import { PathStyleExtension } from '@deck.gl/extensions'
import { PathLayer, ScatterplotLayer, SolidPolygonLayer } from '@deck.gl/layers'
import { BELOW_LABELS } from './basemapStyle.ts'
import type { ThemeTokens } from '../ui/theme.ts'
import type { DepthOverlay, DivergingSurface } from './depthOverlay.ts'
import { DivergingSurfaceLayer } from './divergingSurfaceLayer.ts'
import { bytes, unit } from './palette.ts'

/** The map is flat: what is drawn later lies on top, whatever depth MapLibre has written for its own fills. */
const FLAT = { depthCompare: 'always', depthWriteEnabled: false } as const

/** MapLibreOverlay reads `beforeId`, which deck.gl's own types do not know. */
function belowLabels<T extends object>(props: T): T & { parameters: typeof FLAT } {
  return { ...props, beforeId: BELOW_LABELS, parameters: FLAT } as T & { parameters: typeof FLAT }
}

interface Filled {
  polygon: [number, number][][]
  class: number
}

interface Line {
  path: [number, number][]
  class: number
}

/** Layers of a deepening analysis: surface under fills under outlines under circles. */
export function depthLayers(overlay: DepthOverlay | null, tokens: ThemeTokens): Layer[] {
  if (!overlay) return []
  const opacity = tokens.amountOpacity
  const { classes, circles = [] } = overlay
  const filled: Filled[] = [
    ...(overlay.cells ?? []).map(({ ring, class: c }) => ({ polygon: [ring], class: c })),
    ...(overlay.areas ?? []).flatMap(({ lonLat, class: c }) =>
      lonLat.map((polygon) => ({ polygon: polygon as [number, number][][], class: c })),
    ),
  ]
  const lines: Line[] = filled.flatMap(({ polygon, class: c }) => polygon.map((path) => ({ path, class: c })))
  const styled = (style: string) => (item: { class: number }) => classes[item.class].style === style
  const update = [overlay]
  return [
    ...(overlay.surface ? [surfaceLayer(overlay.surface, tokens)] : []),
    new SolidPolygonLayer<Filled>(
      belowLabels({
        id: 'depth-fills',
        data: filled.filter(styled('fill')),
        getPolygon: (item: Filled) => item.polygon,
        getFillColor: (item: Filled) => bytes(classes[item.class].colour),
        opacity,
        updateTriggers: { getFillColor: update },
      }),
    ),
    new PathLayer<Line>(
      belowLabels({
        id: 'depth-outlines',
        data: lines.filter((line) => !styled('fill')(line)),
        getPath: (line: Line) => line.path,
        getColor: (line: Line) => bytes(classes[line.class].colour),
        getWidth: 1.5,
        widthUnits: 'pixels' as const,
        getDashArray: (line: Line) => (classes[line.class].style === 'dashed' ? [3.5, 2.5] : [0, 0]),
        extensions: [new PathStyleExtension({ dash: true })],
        updateTriggers: { getColor: update },
      }),
    ),
    new ScatterplotLayer<(typeof circles)[number]>({
      id: 'depth-circles',
      data: circles,
      getPosition: (circle) => circle.at,
      getRadius: (circle) => circle.radius,
      radiusUnits: 'pixels',
      getFillColor: (circle) =>
        bytes(classes[circle.class].colour, classes[circle.class].style === 'fill' ? 0.85 : 0),
      getLineColor: (circle) => bytes(classes[circle.class].colour),
      stroked: true,
      lineWidthUnits: 'pixels',
      getLineWidth: 1.5,
      pickable: true,
      parameters: FLAT,
      updateTriggers: { getFillColor: update, getLineColor: update },
    }),
  ]
}

function surfaceLayer({ mesh, values, columns, rows, breaks }: DivergingSurface, tokens: ThemeTokens): Layer {
  return new DivergingSurfaceLayer(
    belowLabels({
      id: 'depth-surface',
      values,
      columns,
      rows,
      mesh,
      breaks,
      colours: tokens.diverging.map((colour) => unit(colour)),
      edge: unit(tokens.ink3, 0.7),
      opacity: tokens.amountOpacity,
    }),
  )
}
