import { locale } from '../../i18n/locale.svelte.ts'
import type { AreaMeasure } from '../../state/viewSettings.ts'
import type { Readings } from '../readings.svelte.ts'
import { statisticShown } from './areaFigures.ts'

/** What a measure of the areas is called where it stands alone, with its unit: over the legend and the list; short for the phone's legend. */
export function measureText(readings: Readings, measure: AreaMeasure, short = false): string {
  const { areaScreen } = locale.texts
  const { f } = readings
  const noun = capital(short ? readings.shortNoun(2) : readings.noun(2))
  const per = areaScreen.perYear(f.integer(readings.areaView.per))
  if (measure === 'rate') return `${noun} ${per}`
  if (measure === 'smoothed') return `${noun} ${per}, ${areaScreen.smoothedColumn.toLowerCase()}`
  if (measure === 'density') return `${noun} ${areaScreen.perKm2}`
  if (measure === 'count') return noun
  const statistic = statisticShown(readings)
  return statistic ? [statistic.name, statistic.unit].filter(Boolean).join(', ') : noun
}

/** A value of a measure as written. */
export function measureFigure(readings: Readings, measure: AreaMeasure, value: number): string {
  const { f } = readings
  return measure === 'count' || Math.abs(value) >= 100 ? f.integer(value) : f.decimal(value, 1)
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
