import {
  areaShape,
  findHotspots,
  giStarGrid,
  gridFor,
  hotspotThreshold,
  kernelDensitySteps,
  type Hotspot,
  type Shape,
  type SunLight,
} from '../../analysis/index.ts'
import { lengthInDays, type Period } from '../../domain/period.ts'
import type { Light } from '../../domain/safetyWalk.ts'
import { EMPTY_SELECTION } from '../../domain/selection.ts'
import type { AnalysisEngine } from '../engine/analysisEngine.ts'
import { surfaceCell } from '../engine/extent.ts'
import { NOW, placedPoints, type PlacedPoints } from '../engine/placedPoints.ts'
import type { JobContext } from '../jobs.ts'
import { runSteps } from '../runSteps.ts'
import { pointsInLight } from './lightPoints.ts'
import type { DensityUsed, TriangulationRequest } from './triangulationMessages.ts'

const DAYS_PER_YEAR = 365.25
/** Fewer say nothing of where they are dense. */
const FEWEST = 10

/** One density with its hotspots, in metres. */
export interface MadeDensity {
  used: DensityUsed
  points: PlacedPoints
  hotspots: Hotspot[]
  shapes: Shape[]
}

/** What a density is to be made of; `period` may reach beyond the data. */
export interface WantedDensity {
  /** Type groups' ids; empty = all crimes. */
  types: readonly string[]
  light: Light | null
  period: Period
}

/** The exact density, threshold and hotspots of what is wanted, as the map of the situation makes them. */
export async function makeDensity(
  engine: AnalysisEngine,
  { bandwidth, threshold }: Pick<TriangulationRequest, 'bandwidth' | 'threshold'>,
  { types, light, period: asked }: WantedDensity,
  table: SunLight,
  context: JobContext,
  share: { from: number; to: number },
): Promise<MadeDensity> {
  const { span, extent } = engine.summary
  const period = {
    from: Math.max(asked.from, span?.from ?? asked.to),
    to: Math.min(asked.to, span?.to ?? asked.from),
  }
  const days = lengthInDays(period)
  const used: DensityUsed = {
    types: [...types],
    light,
    period: days > 0 ? period : asked,
    reach: days <= 0 ? 'none' : days < lengthInDays(asked) ? 'part' : 'whole',
    n: 0,
    withoutLight: 0,
    judged: false,
    threshold: 0,
  }
  const empty = { x: new Float64Array(), y: new Float64Array(), index: new Uint32Array(), total: 0 }
  if (days <= 0 || !extent) return { used, points: empty, hotspots: [], shapes: [] }
  // At once: other jobs set other filters while this one breathes.
  engine.apply({ ...EMPTY_SELECTION, types: [...types], period })
  const placed = placedPoints(engine, NOW)
  const studyArea = engine.studyArea(bandwidth)
  await context.breathe()
  const { points, withoutLight } = pointsInLight(placed, engine.columns, light, table)
  Object.assign(used, { n: points.total, withoutLight, judged: points.total >= FEWEST })
  if (!used.judged) return { used, points, hotspots: [], shapes: [] }
  const grid = gridFor(extent, surfaceCell(bandwidth, extent), bandwidth)
  const steps = kernelDensitySteps(points, grid, { kernel: 'quartic', bandwidth })
  const density = await runSteps(steps, context, 'density', share)
  await context.breathe()
  const giStar = giStarGrid(points, { bandwidth, studyArea })
  await context.breathe()
  const options = {
    ...(threshold.kind === 'factor'
      ? { thresholdFactor: threshold.factor }
      : { densestShare: threshold.share }),
    giStar,
  }
  const hotspots = findHotspots(density, points, options)
  await context.breathe()
  used.threshold = hotspotThreshold(density, options) / (days / DAYS_PER_YEAR)
  return { used, points, hotspots, shapes: hotspots.map(({ polygon }) => areaShape(polygon)) }
}
