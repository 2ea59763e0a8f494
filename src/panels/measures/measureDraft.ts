import type { Goal, Measure } from '../../domain/measure.ts'
import { parseIsoDate } from '../../domain/period.ts'
import { locale } from '../../i18n/locale.svelte.ts'

/** A goal as it stands in the form: all is text. */
export interface GoalDraft {
  kind: Goal['kind']
  text: string
  indicator: string
  baseline: string
  target: string
  achieved: string
  date: string
}

/** A measure as it stands in the form. */
export interface MeasureDraft extends Pick<
  Measure,
  | 'title'
  | 'kind'
  | 'actsOn'
  | 'category'
  | 'causes'
  | 'mechanism'
  | 'horizon'
  | 'responsible'
  | 'start'
  | 'crimeTypes'
  | 'log'
  | 'status'
  | 'geometry'
> {
  end: string
  goals: GoalDraft[]
  cost: string
  evidence: string
}

/** What is wrong with a field. */
export type DraftError =
  'empty' | 'notDate' | 'notNumber' | 'negative' | 'endBeforeStart' | 'noPlace' | 'noRadius'

/** By the field's path, such as `title`, `goals.0.target`. */
export type DraftErrors = Readonly<Record<string, DraftError>>

const GOAL_NUMBERS = ['baseline', 'target', 'achieved'] as const

export function emptyGoal(): GoalDraft {
  return { kind: 'outcome', text: '', indicator: '', baseline: '', target: '', achieved: '', date: '' }
}

/** @param start ISO date that the form begins with */
export function emptyDraft(start: string): MeasureDraft {
  return {
    title: '',
    kind: 'situational',
    actsOn: 'situation',
    category: 'other',
    causes: [],
    mechanism: '',
    horizon: 'short',
    responsible: '',
    start,
    end: '',
    geometry: null,
    crimeTypes: [],
    goals: [],
    cost: '',
    log: [],
    evidence: '',
    status: 'planned',
  }
}

export function draftOf(measure: Measure): MeasureDraft {
  const text = (value: number | undefined) => (value === undefined ? '' : writeNumber(value))
  return {
    ...structuredClone(measure),
    end: measure.end ?? '',
    goals: measure.goals.map((goal) => ({
      kind: goal.kind,
      text: goal.text,
      indicator: goal.indicator ?? '',
      baseline: text(goal.baseline),
      target: text(goal.target),
      achieved: text(goal.achieved),
      date: goal.date ?? '',
    })),
    cost: text(measure.cost),
    evidence: measure.evidence ?? '',
  }
}

/** A number for a form: without groups, which the languages write and read differently. */
export function writeNumber(value: number): string {
  return String(value).replace('.', locale.language === 'sv' ? ',' : '.')
}

/** A number as it is written in Swedish or English; null where the text is none. A comma groups thousands in English alone. */
export function readNumber(text: string): number | null {
  const close = text.replace(/\s/g, '').replace('\u2212', '-')
  const grouped = locale.language === 'en' && /^-?[1-9]\d{0,2}(,\d{3})+(\.\d+)?$/.test(close)
  const plain = grouped ? close.replaceAll(',', '') : close.replace(',', '.')
  return /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : null
}

/** What must be mended before the form can be kept. */
export function draftErrors(draft: MeasureDraft): DraftErrors {
  const errors: Record<string, DraftError> = {}
  const isDate = (text: string) => Number.isFinite(parseIsoDate(text.trim()))
  if (draft.title.trim() === '') errors.title = 'empty'
  if (!isDate(draft.start)) errors.start = 'notDate'
  if (draft.end.trim() !== '') {
    if (!isDate(draft.end)) errors.end = 'notDate'
    else if (draft.end.trim() < draft.start.trim()) errors.end = 'endBeforeStart'
  }
  if (draft.cost.trim() !== '') {
    const cost = readNumber(draft.cost)
    if (cost === null) errors.cost = 'notNumber'
    else if (cost < 0) errors.cost = 'negative'
  }
  draft.goals.forEach((goal, i) => {
    if (goal.text.trim() === '') errors[`goals.${i}.text`] = 'empty'
    if (goal.date.trim() !== '' && !isDate(goal.date)) errors[`goals.${i}.date`] = 'notDate'
    for (const name of GOAL_NUMBERS)
      if (goal[name].trim() !== '' && readNumber(goal[name]) === null)
        errors[`goals.${i}.${name}`] = 'notNumber'
  })
  draft.log.forEach(({ date, text }, i) => {
    if (!isDate(date)) errors[`log.${i}.date`] = 'notDate'
    if (text.trim() === '') errors[`log.${i}.text`] = 'empty'
  })
  return errors
}

/**
 * The measure that a form without errors describes; what the form does not know of (`before`) is kept, the id too.
 * The log comes out in order of its dates.
 */
export function measureOf(draft: MeasureDraft, before: { id: string } & Partial<Measure>): Measure {
  const { end, goals, cost, evidence, log, ...rest } = draft
  const kept = { ...before }
  delete kept.end
  delete kept.cost
  delete kept.evidence
  const money = readNumber(cost)
  return {
    ...kept,
    ...rest,
    title: draft.title.trim(),
    responsible: draft.responsible.trim(),
    mechanism: draft.mechanism.trim(),
    start: draft.start.trim(),
    goals: goals.map(goalOf),
    log: log
      .map(({ date, text }) => ({ date: date.trim(), text: text.trim() }))
      .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0)),
    ...(end.trim() !== '' && { end: end.trim() }),
    ...(money !== null && { cost: money }),
    ...(evidence.trim() !== '' && { evidence: evidence.trim() }),
  }
}

function goalOf(draft: GoalDraft): Goal {
  const goal: Goal = { kind: draft.kind, text: draft.text.trim() }
  if (draft.indicator.trim() !== '') goal.indicator = draft.indicator.trim()
  for (const name of GOAL_NUMBERS) {
    const value = readNumber(draft[name])
    if (value !== null) goal[name] = value
  }
  if (draft.date.trim() !== '') goal.date = draft.date.trim()
  return goal
}
