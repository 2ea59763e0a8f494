import { getTimes } from 'suncalc'
import { invalid } from '../argument.ts'
import { LONGEST_SPAN_MS } from '../time/spreadOverWeek.ts'
import type { Light } from '../../domain/safetyWalk.ts'

const DAY_MS = 86_400_000
/** Solar days are not all as long: the stretches of days without rise or set overlap by this much. */
const SEAM_MS = 120_000

/** When which light begins: `light[i]` holds from `at[i]` until `at[i + 1]`. UTC milliseconds, ascending. */
export interface SunLight {
  at: Float64Array
  light: Light[]
}

/**
 * Daylight, dusk and dark at a place by the height of the sun: daylight from sunrise to sunset (upper rim on the horizon, −0.833°), dusk while the
 * sun stands between there and −6° (civil twilight, morning and evening alike), dark below. By suncalc (Meeus, Astronomical Algorithms), to
 * about a minute; also where the sun does not set, or not rise.
 * @param fromUtcMs, toUtcMs what is asked about; @param lat, lon degrees WGS84
 * @throws RangeError for times or degrees that are none
 */
export function sunLight(fromUtcMs: number, toUtcMs: number, lat: number, lon: number): SunLight {
  if (!(Number.isFinite(fromUtcMs) && toUtcMs >= fromUtcMs))
    throw invalid('toUtcMs', toUtcMs, 'an instant not before fromUtcMs')
  if (!(Math.abs(lat) <= 90 && Math.abs(lon) <= 180)) throw invalid('lat, lon', [lat, lon], 'degrees')
  const edges: { at: number; day: number; twilight: number }[] = []
  const stretch = (from: number, to: number, of: 'day' | 'twilight') => {
    const [day, twilight] = of === 'day' ? [1, 0] : [0, 1]
    edges.push({ at: from, day, twilight }, { at: to, day: -day, twilight: -twilight })
  }
  const last = Math.floor(toUtcMs / DAY_MS) + 1
  for (let date = Math.floor(fromUtcMs / DAY_MS) - 1; date <= last; date++) {
    const times = getTimes(new Date((date + 0.5) * DAY_MS), lat, lon)
    const noon = times.solarNoon.getTime()
    const whole = [noon - DAY_MS / 2 - SEAM_MS, noon + DAY_MS / 2 + SEAM_MS] as const
    if (times.sunrise && times.sunset) stretch(times.sunrise.getTime(), times.sunset.getTime(), 'day')
    else if (times.alwaysUp) stretch(...whole, 'day')
    if (times.dawn && times.dusk) stretch(times.dawn.getTime(), times.dusk.getTime(), 'twilight')
    else if (!times.alwaysDown) stretch(...whole, 'twilight')
  }
  edges.sort((a, b) => a.at - b.at)
  const at: number[] = [-Infinity]
  const light: Light[] = ['dark']
  let [day, twilight] = [0, 0]
  for (const edge of edges) {
    day += edge.day
    twilight += edge.twilight
    const now: Light = day > 0 ? 'daylight' : twilight > 0 ? 'dusk' : 'dark'
    if (now === light[light.length - 1]) continue
    if (edge.at === at[at.length - 1]) light[light.length - 1] = now
    else {
      at.push(edge.at)
      light.push(now)
    }
  }
  return { at: Float64Array.from(at), light }
}

/** The light at an instant within what the table was made for. */
export function lightAt({ at, light }: SunLight, utcMs: number): Light {
  return light[stretchOf(at, utcMs)]!
}

/**
 * The share of an interval that lies in a light, by elapsed time, 0-1; of an instant (the end missing or equal to the start) 1 or 0. NaN where the start
 * is missing or after the end, or the interval is longer than 168 hours: it says nothing of the light, as it says nothing of the hour (aoristicWeights).
 */
export function shareInLight(table: SunLight, wanted: Light, fromUtcMs: number, toUtcMs: number): number {
  if (Number.isNaN(fromUtcMs)) return NaN
  const { at, light } = table
  if (Number.isNaN(toUtcMs) || toUtcMs === fromUtcMs) return lightAt(table, fromUtcMs) === wanted ? 1 : 0
  const length = toUtcMs - fromUtcMs
  if (!(length > 0 && length <= LONGEST_SPAN_MS)) return NaN
  let inside = 0
  for (let i = stretchOf(at, fromUtcMs); i < at.length && at[i]! < toUtcMs; i++) {
    if (light[i] !== wanted) continue
    const end = i + 1 < at.length ? at[i + 1]! : Infinity
    inside += Math.min(end, toUtcMs) - Math.max(at[i]!, fromUtcMs)
  }
  return inside / length
}

/** Index of the last beginning that is not after the instant. */
function stretchOf(at: Float64Array, utcMs: number): number {
  let low = 0
  let high = at.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (at[middle]! <= utcMs) low = middle
    else high = middle - 1
  }
  return low
}
