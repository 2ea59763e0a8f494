import { ZONES, type Zone } from '../domain/evaluation.ts'
import { usualRunIn } from '../domain/evaluationPeriods.ts'
import type { Measure, MeasureGeometry } from '../domain/measure.ts'
import { parseIsoDate } from '../domain/period.ts'
import { dataBreaks, type TypeBreak } from '../domain/typeBreaks.ts'
import { projectCoordinates, type Projection } from '../ingest/crs.ts'
import type { MeasureOutline, SettledZone } from '../workers/effect/effectMessages.ts'
import type { PreventionState } from './prevention.svelte.ts'

/** Every measure as the effect engine takes it, in metres, with what a person has settled of how it is judged. */
export function measureOutlines(
  prevention: Pick<PreventionState, 'measures' | 'evaluation'>,
  breaks: readonly TypeBreak[],
  metric: Projection,
): MeasureOutline[] {
  return prevention.measures.map((measure) => {
    const settled = prevention.evaluation(measure.id)
    const typeIds = [...(settled.crimeTypes ?? measure.crimeTypes)]
    const zones: Partial<Record<Zone, SettledZone | null>> = {}
    for (const zone of ZONES) {
      const choice = settled.zones[zone]
      if (choice === undefined) continue
      zones[zone] = choice && {
        origin: choice.origin,
        polygon: projectCoordinates(choice.lonLat, metric),
      }
    }
    return {
      id: measure.id,
      status: measure.status,
      start: parseIsoDate(measure.start),
      end: endOf(measure),
      horizon: measure.horizon,
      geometry: geometryIn(measure.geometry, metric),
      typeIds,
      zones,
      ringMetres: settled.ringMetres,
      periods: settled.periods,
      runInDays: settled.runInDays ?? usualRunIn(measure.category),
      chosenForPeak: settled.chosenForPeak,
      breaks: dataBreaks(breaks, typeIds),
    }
  })
}

function endOf({ end }: Measure): number | null {
  const last = end ? parseIsoDate(end) : NaN
  return Number.isFinite(last) ? last + 1 : null
}

function geometryIn(geometry: MeasureGeometry | null, metric: Projection): MeasureGeometry | null {
  if (!geometry) return null
  return {
    ...geometry,
    coordinates: projectCoordinates(geometry.coordinates, metric),
  } as MeasureGeometry
}
