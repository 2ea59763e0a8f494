import type { Goal, Measure } from '../../domain/measure.ts'
import type { Prevention } from '../../domain/prevention.ts'
import { locale } from '../../i18n/locale.svelte.ts'
import { dayText, figureText, spanText } from '../measures/measureWords.ts'
import { planField } from './processFields.ts'

/** A row of the plan: Aktivitet, Mål, Ansvarig, Uppföljning. */
export interface PlanRow {
  measure: Measure
  activity: string
  when: string
  goals: string[]
  responsible: string
  /** What the measure's goals and log say of how it went. */
  found: string[]
  /** The person's own words. */
  note: string
}

/** The measures as the handbook's plan; those that were cancelled stay, and say so. */
export function planRows({ measures, processNotes }: Prevention): PlanRow[] {
  const { measures: texts } = locale.texts
  return [...measures]
    .sort((a, b) => a.start.localeCompare(b.start) || locale.format.compare(a.title, b.title))
    .map((measure) => ({
      measure,
      activity: measure.title,
      when: `${texts.statuses[measure.status]}, ${spanText(measure)}`,
      goals: measure.goals.map(goalText),
      responsible: measure.responsible,
      found: foundText(measure),
      note: processNotes[planField(measure.id)] ?? '',
    }))
}

/** The goal with its numbers: "… (från 207 till 138, senast 31 maj 2026)". */
export function goalText({ kind, text, baseline, target, date }: Goal): string {
  const words = locale.texts.process.plan
  const numbers = [
    baseline !== undefined && target !== undefined
      ? words.fromTo(figureText(baseline), figureText(target))
      : target !== undefined
        ? words.target(figureText(target))
        : kind === 'outcome'
          ? words.noNumber
          : '',
    date ? words.by(dayText(date)) : '',
  ].filter(Boolean)
  return numbers.length > 0 ? `${text.replace(/\.$/, '')} (${numbers.join(', ')}).` : text
}

/** What was reported done of what was planned, and the last thing logged. */
function foundText({ goals, log }: Measure): string[] {
  const words = locale.texts.process.plan
  const last = log.reduce((best, one) => (best && best.date >= one.date ? best : one), log.at(0))
  return [
    ...goals.flatMap(({ kind, text, indicator, achieved, target }) =>
      achieved === undefined
        ? []
        : [
            words.achieved({
              kind,
              what: indicator ?? text,
              achieved: figureText(achieved),
              target: target === undefined ? '' : figureText(target),
            }),
          ],
    ),
    ...(last ? [`${dayText(last.date)}: ${last.text}`] : []),
  ]
}
