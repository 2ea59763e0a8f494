import { shareInLight, type SunLight } from '../../analysis/index.ts'
import type { IncidentColumns } from '../../domain/incident.ts'
import type { Light } from '../../domain/safetyWalk.ts'
import type { PlacedPoints } from '../engine/placedPoints.ts'

/**
 * The points that lie in a light, weighted by the share of their interval that does (aoristic), and how many have no time that tells.
 * @param light null = all of them, as they are
 */
export function pointsInLight(
  points: PlacedPoints,
  { fromUtcMs, toUtcMs }: Pick<IncidentColumns, 'fromUtcMs' | 'toUtcMs'>,
  light: Light | null,
  table: SunLight,
): { points: PlacedPoints; withoutLight: number } {
  if (light === null) return { points, withoutLight: 0 }
  const share = new Float64Array(points.index.length)
  let kept = 0
  let withoutLight = 0
  for (let k = 0; k < share.length; k++) {
    const i = points.index[k]
    const part = shareInLight(table, light, fromUtcMs[i], toUtcMs[i])
    if (Number.isNaN(part)) withoutLight++
    else if (part > 0) {
      share[k] = part
      kept++
    }
  }
  const inLight: PlacedPoints & { weight: Float64Array } = {
    x: new Float64Array(kept),
    y: new Float64Array(kept),
    index: new Uint32Array(kept),
    weight: new Float64Array(kept),
    total: 0,
  }
  for (let k = 0, to = 0; k < share.length; k++) {
    if (share[k] === 0) continue
    inLight.x[to] = points.x[k]
    inLight.y[to] = points.y[k]
    inLight.index[to] = points.index[k]
    inLight.weight[to++] = share[k]
    inLight.total += share[k]
  }
  return { points: inLight, withoutLight }
}
