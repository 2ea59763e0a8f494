import { ZONES } from '../../domain/evaluation.ts'
import type { MultiPolygon } from '../../domain/grid.ts'
import type { Period } from '../../domain/period.ts'
import { typesById } from '../../domain/taxonomy.ts'
import type { Lagesbild } from '../../state/lagesbild.svelte.ts'
import { controlFailed } from './allFigures.ts'
import type { EffectReading } from './effectReading.ts'

type App = Pick<Lagesbild, 'effect' | 'taxonomy' | 'data' | 'prevention'>

/** What the figures were made with: types, periods, start and where each zone comes from. */
export function planNotes(app: App, { plan, context }: EffectReading): string[] {
  const { texts, format: f, zoneName } = context
  const say = texts.effect.export
  const known = typesById(app.taxonomy)
  const types = plan.typeIds.flatMap((id) => known.get(id)?.type.name[f.language] ?? [])
  const periods = (windows: readonly Period[]) => f.list(windows.map(f.period))
  const zones = ZONES.filter((zone) => plan.zones[zone]).flatMap((zone) => {
    const origin = app.effect.origins[zone]
    const label = app.prevention.evaluation(plan.id).zones[zone]?.label ?? null
    return origin ? [say.zone({ zone: zoneName(zone), origin: texts.effect.origins[origin], label })] : []
  })
  return [
    types.length > 0 ? say.types(f.list(types)) : say.allTypes,
    say.before(periods(plan.periods.before)),
    say.after(periods(plan.periods.after)),
    say.start(f.day(plan.start)),
    ...zones,
  ]
}

/** What goes with the figures when they leave the screen: the verdict, the checks, the plan, and the zones corner by corner. */
export function effectNotes(app: App, reading: EffectReading, corners = false): string[] {
  const { plan, context, verdict, checks, measure } = reading
  const { data } = app
  const crs = data.current?.crs.name ?? ''
  const polygons = ZONES.flatMap((zone) => {
    const polygon = plan.zones[zone]
    return polygon
      ? [context.texts.effect.export.polygon({ zone: context.zoneName(zone), crs, text: wktOf(polygon) })]
      : []
  })
  return [
    `${measure.title}. ${data.current?.name ?? ''}.`,
    [verdict.headline, ...verdict.rest].join(' '),
    ...checks.map(({ text }) => text),
    ...(controlFailed(reading.figures.judgement) ? [context.texts.effect.all.notComparable] : []),
    ...planNotes(app, reading),
    ...(corners ? polygons : []),
    'Lägesbild.',
  ]
}

/** Well-known text, whole metres. */
function wktOf(polygon: MultiPolygon): string {
  const ring = (positions: readonly (readonly number[])[]) =>
    `(${positions.map(([x, y]) => `${Math.round(x!)} ${Math.round(y!)}`).join(', ')})`
  return `MULTIPOLYGON (${polygon.map((rings) => `(${rings.map(ring).join(', ')})`).join(', ')})`
}
