import type { Formatter } from '../../../i18n/format.ts'
import type { Catalogue } from '../../../i18n/sv.ts'
import { points } from '../effectText.ts'
import type { EffectRow } from './effectRows.ts'

/** One row as it is written. */
export interface EffectRowWords {
  value: string
  interval: string
  /** Why there is no value; empty where there is one. */
  why: string
  spoken: string
  /** In a word, for the table. */
  reading: string
}

export function effectRowWords(row: EffectRow, texts: Catalogue['allEffects'], f: Formatter): EffectRowWords {
  const { standing, title } = row
  if (standing.kind !== 'net') {
    const why = whyNot(row, texts, f)
    return { value: '', interval: '', why, spoken: texts.spokenWhy({ title, why }), reading: why }
  }
  const value = f.change(standing.ratio - 1)
  const interval = texts.interval({
    lower: points(f, standing.lower - 1),
    upper: points(f, standing.upper - 1),
  })
  const said = standing.clear
    ? standing.movedAll
      ? texts.readings.moved
      : texts.readings.clear
    : texts.readings.chance
  return {
    value,
    interval,
    why: '',
    spoken: texts.spoken({ title, value, interval, clear: standing.clear }),
    reading: row.together.length > 0 ? texts.readings.together(said) : said,
  }
}

function whyNot(
  { standing, before, after }: EffectRow,
  texts: Catalogue['allEffects'],
  f: Formatter,
): string {
  if (standing.kind === 'uncounted') return texts.cannot[standing.cannot.code]
  if (standing.kind === 'uncompared') {
    if (!Number.isFinite(standing.change)) return texts.uncomparedNothing
    const interval = texts.interval({ lower: points(f, standing.lower), upper: points(f, standing.upper) })
    return texts.uncompared({ change: f.change(standing.change), interval })
  }
  if (standing.kind !== 'withheld') return ''
  const { reason } = standing
  switch (reason.code) {
    case 'too-few':
      return texts.withheld['too-few']({ before: f.integer(before ?? 0), after: f.integer(after ?? 0) })
    case 'regression-to-mean':
      return texts.withheld[reason.code][reason.data.direction]
    case 'zones-overlap':
    case 'data-break':
    case 'baseline-short':
    case 'season-mismatch':
    case 'periods-misplaced':
      return texts.withheld[reason.code]
    default:
      return texts.withheld.other
  }
}
