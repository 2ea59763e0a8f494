import type { Prevention } from '../../domain/prevention.ts'
import { locale } from '../../i18n/locale.svelte.ts'
import type { PlanSheet } from '../../report/processPlan.ts'
import { planRows } from './planRows.ts'
import { PROCESS_STEPS } from './processFields.ts'

/** The plan under its four headings, with what made it. */
export function planSheet(prevention: Prevention, made: readonly string[]): PlanSheet {
  const { plan } = locale.texts.process
  const { activity, goal, responsible, followUp } = plan.columns
  return {
    name: plan.sheet,
    headings: [activity, goal, responsible, followUp],
    rows: planRows(prevention).map((row) => [
      `${row.activity} (${row.when})`,
      row.goals.join('\n'),
      row.responsible,
      [...row.found, row.note].filter(Boolean).join('\n'),
    ]),
    notes: [plan.note, ...made],
    widths: [40, 60, 28, 60],
  }
}

/** Problems with their causes, and every question of the page with its answer. */
export function processSheet({ problems, causes, processNotes }: Prevention): PlanSheet {
  const { sheet, steps, fields, stepLabel } = locale.texts.process
  const joint = stepLabel(3, steps.joint.title)
  return {
    name: sheet.name,
    headings: [sheet.step, sheet.question, sheet.answer],
    rows: [
      ...PROCESS_STEPS.flatMap(({ step, fields: asked }, i) =>
        asked.map((field) => [stepLabel(i + 1, steps[step].title), fields[field], processNotes[field] ?? '']),
      ),
      ...problems.map(({ text }) => [joint, sheet.problem, text]),
      ...causes.map(({ text }) => [joint, sheet.cause, text]),
    ],
    notes: [],
    widths: [28, 60, 80],
  }
}
