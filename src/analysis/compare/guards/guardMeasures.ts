import type { EffectEvidence, ZoneName } from '../effectEvidence.ts'
import type { Reason } from '../effectReason.ts'

/** Other measures in the target: the change is all theirs, and none is credited alone. In the other zones: they are no longer untouched. */
export function guardMeasures({ otherMeasures, counts }: EffectEvidence): Reason[] {
  return (Object.keys(counts) as ZoneName[]).flatMap((zone): Reason[] => {
    const ids = otherMeasures.filter(({ touches }) => touches.includes(zone)).map(({ id }) => id)
    if (ids.length === 0 || !counts[zone]) return []
    return zone === 'target'
      ? [{ code: 'concurrent-measures', severity: 'caution', data: { ids } }]
      : [{ code: 'measures-in-zone', severity: 'caution', data: { zone, ids } }]
  })
}
