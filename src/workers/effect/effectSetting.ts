import { zoneArea } from '../../analysis/index.ts'
import type { MultiPolygon } from '../../domain/grid.ts'
import type { Period } from '../../domain/period.ts'
import type { MeasureOutline, OtherMeasure } from './effectMessages.ts'
import { KeepOut } from './keepOut.ts'
import { targetZone, usualRing, widened, type Buffer } from './zones.ts'

/** The ground of one measure: where it works, and how far its ring reaches. Metres. */
export interface MeasureGround {
  target: MultiPolygon
  ringMetres: number
  /** Target and ring together. */
  outer: MultiPolygon
}

/** All measures' grounds, and the ground that no control may lie on. */
export interface EffectSetting {
  /** null where a measure has no place. */
  grounds: ReadonlyMap<string, MeasureGround | null>
  keepOut: KeepOut
}

/**
 * @param measures all there are
 * @param span days that hold data: a measure that begins after them has worked nowhere yet
 */
export function effectSetting(
  measures: readonly MeasureOutline[],
  span: Period,
  buffer: Buffer,
): EffectSetting {
  const grounds = new Map(measures.map((measure) => [measure.id, groundOf(measure, buffer)]))
  const worked = measures.filter((measure) => hasWorked(measure) && !(measure.start >= span.to))
  const zones = worked.flatMap(({ id }) => grounds.get(id)?.outer ?? [])
  return { grounds, keepOut: new KeepOut(zones.map((part) => [part])) }
}

function groundOf(measure: MeasureOutline, buffer: Buffer): MeasureGround | null {
  const target = measure.zones.target?.polygon ?? (measure.geometry && targetZone(measure.geometry, buffer))
  if (!target || !(zoneArea(target) > 0)) return null
  const ringMetres = measure.ringMetres ?? usualRing(target)
  const outer = widened(target, ringMetres, buffer)
  return outer.length > 0 ? { target, ringMetres, outer } : null
}

function hasWorked({ status }: MeasureOutline): boolean {
  return status !== 'cancelled'
}

/** The other measures that may have worked somewhere, with the places they worked in. */
export function otherMeasures(
  measure: MeasureOutline,
  measures: readonly MeasureOutline[],
  { grounds }: EffectSetting,
): OtherMeasure[] {
  return measures.flatMap((other): OtherMeasure[] => {
    const ground = grounds.get(other.id)
    if (other.id === measure.id || !ground || !hasWorked(other) || !Number.isFinite(other.start)) return []
    const { id, start: from, end: to } = other
    return [{ id, zone: ground.target, from, to, sameTypes: aimAlike(measure.typeIds, other.typeIds) }]
  })
}

/** Whether two measures are aimed at some of the same crime types; none said is all. */
function aimAlike(a: readonly string[], b: readonly string[]): boolean {
  return a.length === 0 || b.length === 0 || a.some((type) => b.includes(type))
}
