import { percentChange } from '../../analysis/index.ts'
import type { Zone } from '../../domain/evaluation.ts'
import type { Measure } from '../../domain/measure.ts'
import { calendarDate, type Period } from '../../domain/period.ts'
import { typesById } from '../../domain/taxonomy.ts'
import type { Language } from '../../i18n/format.ts'
import type { EffectLevel, EffectMonth } from '../../plots/effectSeriesLayout.ts'
import type { Lagesbild } from '../../state/lagesbild.svelte.ts'
import type { EvaluationFigures, EvaluationPlan } from '../../workers/effect/effectMessages.ts'
import { checkLines, type CheckLine } from './checkLines.ts'
import type { Words } from './effectText.ts'
import { ringWidth } from './ringWidth.ts'
import { verdictWords, type VerdictContext, type VerdictWords } from './verdictWords.ts'

/** One zone's row of the table: its counts, and their change where the verdict is given. */
export interface ZoneRow {
  zone: Zone
  name: string
  before: number
  after: number
  /** null where the verdict is withheld: nothing is compared then. */
  compared: { difference: number; change: number; lower: number; upper: number } | null
}

/** The judged measure that is open, in words and rows. */
export interface EffectReading {
  measure: Measure
  plan: EvaluationPlan
  figures: EvaluationFigures
  context: VerdictContext
  verdict: VerdictWords
  rows: ZoneRow[]
  checks: CheckLine[]
  months: EffectMonth[]
  levels: EffectLevel[]
  /** What the months are called: "Stöld ur fordon per månad". */
  seriesTitle: string
}

const DAYS_IN_MONTH = 365.25 / 12

/** Types beyond this many are counted as what they are: reported crimes. */
const NAMED = 3

/** What is counted, to begin a sentence with. */
export function nounOf(
  { kind, typeIds }: Pick<EvaluationPlan, 'kind' | 'typeIds'>,
  app: Pick<Lagesbild, 'taxonomy'>,
  { texts, format }: Words,
): string {
  const { noun } = texts.effect.verdict
  const known = typesById(app.taxonomy)
  const names = typeIds.flatMap((id) => known.get(id)?.type.name[format.language] ?? [])
  if (names.length === 0 || names.length > NAMED) {
    const categories = new Set(typeIds.map((id) => known.get(id)?.category))
    const [one] = categories
    return categories.size === 1 && one
      ? one.name[format.language]
      : noun[kind === 'event' ? 'event' : 'crime']
  }
  const list = format.list(names.map((name, i) => (i === 0 ? name : lowered(name, format.language))))
  return list.charAt(0).toUpperCase() + list.slice(1)
}

const lowered = (text: string, language: Language) =>
  text.charAt(0).toLocaleLowerCase(language) + text.slice(1)

/** The name of a zone as the table and the sentences have it. */
export function zoneNames({ texts, format }: Words, plan: EvaluationPlan): Record<Zone, string> {
  const { zones } = texts.effect
  const { target, displacement } = plan.zones
  const width = displacement ? ringWidth(target, displacement) : null
  return { ...zones, displacement: zones.displacement(width === null ? null : format.distance(width)) }
}

/** What the open measure's answer says; null while there is none. */
export function effectReading(
  app: Pick<Lagesbild, 'effect' | 'prevention' | 'taxonomy' | 'view'>,
  words: Words,
): EffectReading | null {
  const { plan, figures } = app.effect
  const measure = app.prevention.measure(app.view.settings.measure)
  if (!plan || !figures || !measure || figures.id !== measure.id) return null
  const { texts, format } = words
  const names = zoneNames(words, plan)
  const context: VerdictContext = {
    ...words,
    noun: nounOf(plan, app, words),
    measureName: (id) => app.prevention.measure(id)?.title ?? null,
    zoneName: (zone) => names[zone],
  }
  return {
    measure,
    plan,
    figures,
    context,
    verdict: verdictWords(figures.judgement, context),
    rows: zoneRows(figures, names),
    checks: checks(figures, context),
    months: seriesMonths(figures, plan),
    levels: seriesLevels(figures, plan),
    seriesTitle: texts.effect.series.title(context.noun, cutOf(figures.series.months, format)),
  }
}

function zoneRows({ judgement }: EvaluationFigures, names: Record<Zone, string>): ZoneRow[] {
  const { counts, days, level } = judgement
  const exposure = { exposureBefore: days.before, exposureAfter: days.after, level }
  // As in the picture: the place, what is round it, and what each is held against.
  const order: Zone[] = ['target', 'displacement', 'control', 'displacementControl']
  return order.flatMap((zone): ZoneRow[] => {
    const pair = counts[zone]
    if (!pair) return []
    const { before, after } = pair
    if (judgement.verdict === 'withheld') return [{ zone, name: names[zone], before, after, compared: null }]
    const { change, interval } = percentChange(before, after, exposure)
    const compared = { difference: after - before, change, lower: interval.lower, upper: interval.upper }
    return [{ zone, name: names[zone], before, after, compared }]
  })
}

function checks(
  { judgement, evidence, alsoThere, withoutPosition }: EvaluationFigures,
  context: VerdictContext,
): CheckLine[] {
  const { texts, format: f, measureName } = context
  const say = texts.effect.checks
  const lines = checkLines(judgement, evidence, context)
  const also = alsoThere.map(measureName).filter((name) => name !== null)
  const displacement = judgement.verdict === 'withheld' ? null : judgement.displacement
  if (also.length > 0) lines.push({ kind: 'caution', text: say.otherTypes(f.list(also)) })
  if (displacement?.verdict === 'none-seen')
    lines.push({ kind: 'caution', text: say.detectable(f.integer(Math.ceil(displacement.detectable))) })
  if (withoutPosition > 0)
    lines.push({ kind: 'caution', text: say.withoutPosition(f.integer(withoutPosition)) })
  return lines
}

function seriesMonths({ series }: EvaluationFigures, { start, periods }: EvaluationPlan): EffectMonth[] {
  const afterFrom = Math.min(...periods.after.map(({ from }) => from))
  return series.months.map((month, k) => ({
    ...month,
    target: series.counts.target[k]!,
    control: series.counts.control?.[k] ?? null,
    phase:
      series.phase[k] === 0
        ? 'before'
        : series.phase[k] === 1
          ? 'after'
          : month.to > start && month.from < afterFrom
            ? 'runIn'
            : 'outside',
  }))
}

/** Means per month of the two periods; none where the verdict is withheld. */
function seriesLevels({ judgement }: EvaluationFigures, { periods }: EvaluationPlan): EffectLevel[] {
  if (judgement.verdict === 'withheld') return []
  const { counts, days } = judgement
  return (['before', 'after'] as const).map((phase) => ({
    phase,
    perMonth: (counts.target[phase] / days[phase]) * DAYS_IN_MONTH,
    windows: periods[phase],
  }))
}

/** The days that the months begin and end on, where they are not those of the calendar. */
function cutOf(
  months: readonly Period[],
  { integer }: Words['format'],
): { first: string; last: string } | null {
  const day = months[0] ? calendarDate(months[0].from).day : 1
  return day === 1 ? null : { first: integer(day), last: integer(day - 1) }
}
