import { locale } from '../../i18n/locale.svelte.ts'
import type { Lagesbild } from '../../state/lagesbild.svelte.ts'
import type { TypedContext, TypedPlace } from './typedPlace.ts'

/** What typed places are read against: the CRS and the middle of what is loaded. */
export function typedContext(app: Lagesbild): TypedContext {
  const dataset = app.data.current
  const bounds = dataset?.summary.bounds
  return {
    crs: dataset?.crs ?? null,
    near: bounds ? [(bounds[0] + bounds[2]) / 2, (bounds[1] + bounds[3]) / 2] : null,
  }
}

/** Why a text is no place, in words. */
export function typedProblem(place: TypedPlace): string | null {
  const texts = locale.texts.drawing.typed.problems
  if (place.problem === null) return null
  if (place.problem === 'empty') return texts.empty
  if (place.problem === 'far') return texts.far(place.text, locale.format.integer(Math.round(place.km ?? 0)))
  return texts[place.problem](place.text)
}

/** A place as it is typed: degrees with a dot, latitude first. */
export function asTyped([lon, lat]: readonly [number, number]): string {
  return `${lat.toFixed(6)}, ${lon.toFixed(6)}`
}
