import { locale } from '../../i18n/locale.svelte.ts'
import type { Lagesbild } from '../../state/lagesbild.svelte.ts'
import type { TriangulationAnswer } from '../../state/triangulation.svelte.ts'
import { typeNames } from './rowWords.ts'
import { crimesUnsorted } from './triangulationQuestion.ts'

/** What the classes rest on, as sentences: the threshold, the light, the periods and the n of each density. */
export function howNotes(app: Lagesbild, { request, result, settings }: TriangulationAnswer): string[] {
  const { texts, format: f } = locale
  const { how, types, light, anyHour } = texts.triangulation
  const { threshold } = request
  const factor =
    threshold.kind === 'factor'
      ? how.factor(f.decimal(threshold.factor, threshold.factor % 1 ? 1 : 0))
      : how.densest(f.percent(threshold.share))
  // Densities of measures are told in their rows.
  const walks = new Set(result.observations.map(({ density }) => density))
  const outdoor = settings.types === 'outdoor'
  const inFull = typesInFull(app, request.types)
  const unsorted = crimesUnsorted(app)
  return [
    how.much({ factor, distance: f.distance(request.distance) }),
    request.matchLight ? how.light : how.anyHour,
    how.period,
    ...result.densities.flatMap((used, i) => {
      if (!walks.has(i)) return []
      const said = {
        light: used.light ? light[used.light] : anyHour,
        period: f.period(used.period),
        n: f.integer(Math.round(used.n)),
      }
      if (used.reach === 'none') return [how.unreached(said)]
      return [
        used.judged ? how.density({ ...said, threshold: f.integer(used.threshold) }) : how.few(said),
        used.withoutLight > 0 ? how.withoutLight(f.integer(used.withoutLight)) : '',
        used.reach === 'part' ? how.partial(f.period(used.period)) : '',
      ]
    }),
    !outdoor ? how.counted(inFull) : request.types.length === 0 ? types.none : how.outdoor(inFull),
    outdoor && request.types.length > 0 && unsorted > 0 ? how.unsorted(f.integer(unsorted)) : '',
    request.measures.length > 0 ? how.measures : '',
    how.caution,
  ].filter((line, i, all) => line !== '' && all.indexOf(line) === i)
}

function typesInFull(app: Lagesbild, ids: readonly string[]): string {
  if (ids.length === 0) return locale.texts.triangulation.types.all
  return locale.format.list(ids.map((id) => typeNames(app, [id])))
}
