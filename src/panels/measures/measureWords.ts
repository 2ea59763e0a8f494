import type { Measure } from '../../domain/measure.ts'
import type { MeasureWarning } from '../../domain/measureWarnings.ts'
import type { Prevention } from '../../domain/prevention.ts'
import { parseIsoDate } from '../../domain/period.ts'
import type { Taxonomy } from '../../domain/taxonomy.ts'
import { locale } from '../../i18n/locale.svelte.ts'

/** "1 juni 2025"; the text itself where it is no date. */
export function dayText(iso: string): string {
  const day = parseIsoDate(iso)
  return Number.isNaN(day) ? iso : locale.format.day(day)
}

/** "5 maj–20 dec 2025", or "från 1 juni 2025" where there is no end. */
export function spanText({ start, end }: Pick<Measure, 'start' | 'end'>): string {
  const [from, to] = [parseIsoDate(start), end === undefined ? NaN : parseIsoDate(end)]
  if (Number.isNaN(from) || Number.isNaN(to) || to < from) return locale.texts.measures.since(dayText(start))
  return locale.format.period({ from, to: to + 1 })
}

/** "Situationell · belysning · pågår"; a category that a file has and the product does not know stands as it is. */
export function kindText({ kind, category, status }: Measure): string {
  const texts = locale.texts.measures
  const categories: Partial<Record<string, string>> = texts.categories
  return [
    texts.kinds[kind],
    (categories[category] ?? category).toLocaleLowerCase(),
    texts.statuses[status].toLocaleLowerCase(),
  ].join(' · ')
}

/** A figure with the decimals that it has. */
export function figureText(value: number): string {
  const decimals = String(value).split('.')[1] ?? ''
  return locale.format.decimal(value, Math.min(6, decimals.length))
}

/** Names of crime types by their taxonomy ids; an id that the taxonomy does not know stands as it is. */
export function typeNames(ids: readonly string[], taxonomy: Taxonomy): string[] {
  const known = new Map(taxonomy.categories.flatMap(({ types }) => types.map(({ id, name }) => [id, name])))
  return ids.map((id) => known.get(id)?.[locale.language] ?? id)
}

/** "Punkt, radie 75 m" */
export function placeText({ geometry }: Pick<Measure, 'geometry'>): string {
  const texts = locale.texts.measures.place
  const f = locale.format
  if (!geometry) return texts.none
  if (geometry.type === 'Point') return texts.pointWith(f.distance(geometry.radius))
  if (geometry.type === 'LineString')
    return texts.lineWith({
      corners: texts.corners(f, geometry.coordinates.length),
      radius: f.distance(geometry.radius),
    })
  return texts.polygonWith(texts.corners(f, Math.max(0, (geometry.coordinates[0]?.length ?? 0) - 1)))
}

/** What a warning is about and what it says. */
export interface WarningWords {
  about: 'measure' | 'cause' | 'problem'
  id: string
  name: string
  says: string
}

export function warningWords(warning: MeasureWarning, work: Prevention): WarningWords {
  const { says, needs } = locale.texts.measures.warnings
  const textOf = (entries: readonly { id: string; text: string }[], id: string) =>
    entries.find((one) => one.id === id)?.text ?? id
  if ('cause' in warning)
    return {
      about: 'cause',
      id: warning.cause,
      name: textOf(work.causes, warning.cause),
      says: says[warning.code],
    }
  if (warning.code === 'problemWithoutCause')
    return {
      about: 'problem',
      id: warning.problem,
      name: textOf(work.problems, warning.problem),
      says: says.problemWithoutCause,
    }
  const measure = work.measures.find(({ id }) => id === warning.measure)
  const of = (text: string): WarningWords => ({
    about: 'measure',
    id: warning.measure,
    name: measure?.title ?? warning.measure,
    says: text,
  })
  switch (warning.code) {
    case 'goalIncomplete':
      return of(
        says.goalIncomplete({
          text: measure?.goals[warning.goal]?.text.replace(/\.$/, '') ?? '',
          missing: locale.format.list(warning.missing.map((need) => needs[need])),
        }),
      )
    case 'olderThanPicture':
      return of(
        says.olderThanPicture({
          start: dayText(warning.start),
          problem: textOf(work.problems, warning.problem),
          pictureTo: dayText(warning.pictureTo),
        }),
      )
    case 'endedButOngoing':
      return of(says.endedButOngoing(dayText(warning.end)))
    case 'plannedButStarted':
      return of(says.plannedButStarted(dayText(warning.start)))
    default:
      return of(says[warning.code])
  }
}
