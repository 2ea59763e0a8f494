import { projection } from '../../ingest/crs.ts'
import { parseIsoDate } from '../../domain/period.ts'
import { locale } from '../../i18n/locale.svelte.ts'
import type { Lagesbild } from '../../state/lagesbild.svelte.ts'
import { placeAt } from '../depth/placeAt.ts'
import type { TriangulationRow } from './triangulationRows.ts'

export interface RowWords {
  /** What was noted, the place, or the measure. */
  name: string
  /** Where, when, in what light, and what was counted. */
  detail: string
}

/** What a row says. */
export function rowWords(app: Lagesbild, row: TriangulationRow): RowWords {
  const { texts, format: f } = locale
  const words = texts.triangulation.row
  const { answer } = app.triangulation
  const used = answer?.result.densities[row.density]
  const light = used?.light ? texts.triangulation.light[used.light] : texts.triangulation.anyHour
  const crimes = f.integer(row.crimes)
  const one = crimes === f.integer(1)
  const within = f.distance(answer?.request.distance ?? 0)
  const counted = used ? words.counted({ crimes, one, within, light }) : words.noDensity
  if (row.kind === 'place') {
    const { place } = row
    return {
      name: placeAt(app, place.peak.x, place.peak.y).name,
      detail: words.place({ crimes, one, light, walked: place.walked, chance: !place.moreThanChance }),
    }
  }
  if (row.kind === 'measure') {
    const { measure } = row
    const day = parseIsoDate(measure.start)
    const start = Number.isNaN(day) ? measure.start : f.day(day)
    const before = used
      ? words.measureCounted({
          crimes,
          one,
          within,
          types: typeNames(app, used.types),
          period: f.period(used.period),
        })
      : words.noDensity
    return {
      name: measure.title,
      detail: words.measure({ start, planned: measure.status === 'planned', before }),
    }
  }
  const { walk, observation } = row
  const day = parseIsoDate(walk.date)
  const category = texts.walks.categories[observation.category]
  const date = Number.isNaN(day) ? walk.date : f.day(day)
  const said = observation.text || category
  return { name: said, detail: words.observation({ category, date, near: placeNear(app, row.at), counted }) }
}

/** Names of the types that are counted; a few, or how many. */
export function typeNames(app: Lagesbild, ids: readonly string[]): string {
  const { texts, format, language } = locale
  if (ids.length === 0) return texts.triangulation.types.all
  const types = app.taxonomy.categories.flatMap((category) => category.types)
  // A type that the taxonomy does not know is its own label, and the empty one is no type.
  const nameOf = (id: string) =>
    types.find((type) => type.id === id)?.name[language] ?? (id || texts.panels.what.notGiven)
  return ids.length > 3
    ? texts.triangulation.types.several(format.integer(ids.length))
    : format.list(ids.map(nameOf))
}

function placeNear(app: Lagesbild, [lon, lat]: [number, number]): string {
  const dataset = app.data.current
  return dataset ? placeAt(app, ...projection(dataset.crs).forward(lon, lat)).name : ''
}
