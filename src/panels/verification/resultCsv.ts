import type { Formatter } from '../../i18n/format.ts'
import type { Catalogue } from '../../i18n/sv.ts'
import { csvOf } from '../../report/csv.ts'
import type { Value } from '../../verification/check.ts'
import type { CheckResult } from '../../verification/runChecks.ts'
import { checkName, figureName, unitName } from './resultWords.ts'

/** All figures as a table for a spreadsheet, with every digit that they have. */
export function resultCsv(
  checks: readonly CheckResult[],
  texts: Catalogue['verification'],
  f: Formatter,
  notes: readonly string[],
): string {
  const decimal = f.language === 'sv' ? ',' : '.'
  const { columns } = texts
  // Numbers as text: the table's own rounding would take digits that the tolerance asks for.
  const cell = (value: Value | null) =>
    typeof value === 'number' ? String(value).replace('.', decimal) : (value ?? '')
  const rows = checks.flatMap((check) =>
    check.figures.map(({ name, expected, obtained, difference, tolerance, passed }) => [
      texts.groups[check.group],
      checkName(check, texts),
      check.method,
      figureName(name, texts, f),
      unitName(check.unit, texts),
      cell(expected),
      cell(obtained),
      Number.isFinite(difference) ? cell(difference) : '',
      cell(tolerance.size),
      texts.toleranceKinds[tolerance.kind],
      passed ? texts.holds : (check.error ?? texts.fails),
      `${texts.sources[check.source.kind]}: ${check.source.text}`,
    ]),
  )
  const headings = [
    columns.group,
    columns.check,
    columns.method,
    columns.figure,
    columns.unit,
    columns.expected,
    columns.obtained,
    columns.difference,
    columns.tolerance,
    columns.toleranceKind,
    columns.verdict,
    columns.source,
  ]
  return csvOf(headings, rows, notes, decimal)
}
