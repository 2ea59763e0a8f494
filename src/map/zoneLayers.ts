import type { Layer } from '@deck.gl/core'
import { PathStyleExtension } from '@deck.gl/extensions'
import { PathLayer, SolidPolygonLayer } from '@deck.gl/layers'
import type { Zone } from '../domain/evaluation.ts'
import type { MultiPolygon } from '../domain/grid.ts'
import type { ThemeTokens } from '../ui/theme.ts'
import { BELOW_LABELS } from './basemapStyle.ts'
import { bytes } from './palette.ts'

/** The places of one evaluation, in degrees. */
export interface ZoneDrawing {
  zones: Partial<Record<Zone, MultiPolygon>>
  /** Places that the control could be, to be clicked. */
  candidates?: readonly { lonLat: MultiPolygon; label: string }[]
  /** Index of the candidate that is looked at. */
  chosenCandidate?: number
}

/** CSS pixels, and dash and gap in pixels; null = a whole line. The same patterns stand in table, series and legend. */
export const ZONE_LINES: Readonly<Record<Zone, { width: number; dash: [number, number] | null }>> = {
  target: { width: 2.5, dash: null },
  displacement: { width: 1.75, dash: [7, 6] },
  control: { width: 1.75, dash: [1.5, 5.5] },
  displacementControl: { width: 1.25, dash: [1.25, 4.5] },
}

/** From the bottom up: the target lies over all. */
const ORDER: readonly Zone[] = ['displacementControl', 'control', 'displacement', 'target']
/** On either side of a line, so that it reads on the darkest and the lightest class of the surface. */
const HALO = 1.75

type Path = [number, number][]
interface ZoneLine {
  zone: Zone
  path: Path
}

/** Lines of the zones over a halo in the ground's colour, and the candidates that can be clicked. */
export function zoneLayers(drawing: ZoneDrawing | null, tokens: ThemeTokens): Layer[] {
  if (!drawing) return []
  const lines = ORDER.flatMap((zone) =>
    outlines(zone, drawing.zones[zone] ?? []).map((path): ZoneLine => ({ zone, path })),
  )
  return [
    ...candidateLayers(drawing, tokens),
    new PathLayer<ZoneLine>(
      flat('zone-halo', {
        data: lines,
        getPath: ({ path }: ZoneLine) => path,
        getColor: bytes(tokens.card, 0.75),
        getWidth: ({ zone }: ZoneLine) => ZONE_LINES[zone].width + 2 * HALO,
        updateTriggers: { getColor: [tokens.theme] },
      }),
    ),
    ...ORDER.map((zone) => {
      const { width, dash } = ZONE_LINES[zone]
      return new PathLayer<ZoneLine>(
        flat(`zone-${zone}`, {
          data: lines.filter((line) => line.zone === zone),
          getPath: ({ path }: ZoneLine) => path,
          getColor: bytes(tokens.ink),
          getWidth: width,
          capRounded: dash !== null,
          // Dashes are counted in widths of the line.
          getDashArray: dash ? [dash[0] / width, dash[1] / width] : [0, 0],
          extensions: dash ? [new PathStyleExtension({ dash: true, highPrecisionDash: true })] : [],
          updateTriggers: { getColor: [tokens.theme] },
        }),
      )
    }),
  ]
}

/** The rings that are drawn: of the ring zone only its outer edge, for its inner one is the target's. */
function outlines(zone: Zone, polygons: MultiPolygon): Path[] {
  return polygons.flatMap((rings) => (zone === 'displacement' ? rings.slice(0, 1) : rings) as Path[])
}

interface Candidate {
  index: number
  polygon: Path[]
}

function candidateLayers({ candidates = [], chosenCandidate }: ZoneDrawing, tokens: ThemeTokens): Layer[] {
  if (candidates.length === 0) return []
  const parts = candidates.flatMap(({ lonLat }, index) =>
    lonLat.map((polygon): Candidate => ({ index, polygon: polygon as Path[] })),
  )
  const chosen = ({ index }: Candidate) => index === chosenCandidate
  const update = [tokens.theme, chosenCandidate]
  return [
    new SolidPolygonLayer<Candidate>(
      flat('zone-candidates', {
        data: parts,
        getPolygon: ({ polygon }: Candidate) => polygon,
        getFillColor: (part: Candidate) => bytes(tokens.accent, chosen(part) ? 0.16 : 0.04),
        pickable: true,
        updateTriggers: { getFillColor: update },
      }),
    ),
    new PathLayer<{ path: Path; part: Candidate }>(
      flat('zone-candidate-lines', {
        data: parts.flatMap((part) => part.polygon.map((path) => ({ path, part }))),
        getPath: ({ path }: { path: Path }) => path,
        getColor: ({ part }: { part: Candidate }) => bytes(chosen(part) ? tokens.accent : tokens.ink2),
        getWidth: ({ part }: { part: Candidate }) => (chosen(part) ? 2 : 1),
        updateTriggers: { getColor: update, getWidth: [chosenCandidate] },
      }),
    ),
  ]
}

/** What all these layers share; MapLibreOverlay reads `beforeId`, which deck.gl's own types do not know. */
function flat<T extends object>(id: string, props: T): T & { id: string } {
  const shared = {
    id,
    beforeId: BELOW_LABELS,
    parameters: { depthCompare: 'always', depthWriteEnabled: false },
    widthUnits: 'pixels',
    jointRounded: true,
  }
  return { ...shared, ...props }
}
