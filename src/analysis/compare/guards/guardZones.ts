import { invalid } from '../../argument.ts'
import type { EffectEvidence, ZoneName, ZoneOverlap } from '../effectEvidence.ts'
import type { Reason } from '../effectReason.ts'
import { zoneOverlaps } from '../zoneOverlap.ts'

/**
 * Target, displacement zone and control share no ground. Only the two controls may: then the displacement is compared with incidents that are
 * counted for the target as well.
 */
export function guardZones({ zones, counts }: EffectEvidence): Reason[] {
  return overlapsOf(zones, counts).map((overlap) => ({
    code: 'zones-overlap',
    severity: overlap.zones.every((zone) => zone === 'control' || zone === 'displacementControl')
      ? 'caution'
      : 'withholds',
    data: overlap,
  }))
}

function overlapsOf(
  zones: EffectEvidence['zones'],
  counts: EffectEvidence['counts'],
): readonly ZoneOverlap[] {
  if ('overlaps' in zones) {
    zones.overlaps.forEach(({ share }, i) => {
      if (!(share >= 0 && share <= 1))
        throw invalid(`zones.overlaps[${i}].share`, share, 'a fraction, 0 to 1')
    })
    return zones.overlaps.filter(({ share }) => share > 0)
  }
  for (const name of Object.keys(counts) as ZoneName[])
    if (counts[name] && !zones[name])
      throw invalid(`zones.${name}`, undefined, `a polygon, as counts.${name} is given`)
  return zoneOverlaps(zones)
}
