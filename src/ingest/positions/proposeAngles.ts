import type { ColumnProfile } from '../columnProfile.ts'
import { WGS84 } from '../crs.ts'
import type { PositionProposal } from '../proposePosition.ts'
import { isDateColumn } from '../proposeTime.ts'
import { parseAngle, type Angle, type Axis } from './angle.ts'
import { LAT, LON } from './coordinateNames.ts'

/** Fraction of the texts that must be angles. */
const FEWEST = 0.6

interface AngleColumn {
  profile: ColumnProfile
  axis: Axis | null
  /** All by Sweden's size: which axis the values alone say. */
  swedish: Axis | null
}

/** Pairs of columns of degrees with minutes, or with letters of the compass. */
export function proposeAngles(profiles: readonly ColumnProfile[]): PositionProposal[] {
  const columns = profiles.map(angleColumn).filter((column) => column !== null)
  const proposals: PositionProposal[] = []
  for (const x of columns)
    for (const y of columns) {
      if (x === y || x.axis === 'lat' || y.axis === 'lon') continue
      const lettered = x.axis === 'lon' && y.axis === 'lat'
      const swedish = x.swedish === 'lon' && y.swedish === 'lat'
      if (!lettered && !swedish) continue
      proposals.push({
        source: { kind: 'pair', x: x.profile.index, y: y.profile.index, crs: WGS84, notation: 'dms' },
        certainty: lettered ? 'sure' : 'likely',
        score: 90 - Math.abs(Math.abs(x.profile.index - y.profile.index) - 1),
      })
    }
  return proposals
}

function angleColumn(profile: ColumnProfile): AngleColumn | null {
  if (profile.texts.length === 0 || profile.numeric >= FEWEST || isDateColumn(profile)) return null
  const angle: Angle = { degrees: NaN, axis: null, sexagesimal: false }
  const values: number[] = []
  const axes = { lat: 0, lon: 0 }
  let written = 0
  for (const text of profile.texts) {
    if (!parseAngle(text, angle)) continue
    values.push(Math.abs(angle.degrees))
    if (angle.axis) axes[angle.axis]++
    if (angle.axis || angle.sexagesimal) written++
  }
  const enough = FEWEST * profile.texts.length
  // A column of clock times is angles too: 12:30 is 12° 30'.
  if (written < enough || (profile.clocks >= 0.5 && !LAT.test(profile.name) && !LON.test(profile.name)))
    return null
  const within = (low: number, high: number) => values.filter((v) => v >= low && v <= high).length >= enough
  const named = LON.test(profile.name) ? 'lon' : LAT.test(profile.name) ? 'lat' : null
  const lettered = axes.lat >= enough ? 'lat' : axes.lon >= enough ? 'lon' : null
  const swedish = within(55, 69.5) ? 'lat' : within(10, 24.5) ? 'lon' : null
  return { profile, axis: lettered ?? (swedish ? null : named), swedish }
}
