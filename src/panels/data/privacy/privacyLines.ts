import type { locale } from '../../../i18n/locale.svelte.ts'
import type { Coarsening, PrivacyReport } from '../../../ingest/index.ts'

type Words = Pick<typeof locale, 'texts' | 'format'>

/** A load's privacy report in words: for the panel, and for what goes along with an export. */
export interface PrivacyLines {
  columns: { name: string; decision: string; by: string; detail: string }[]
  textless: string | null
  coarsened: string | null
}

export function privacyLines(report: PrivacyReport, { texts, format: f }: Words): PrivacyLines {
  const { report: words, kinds: names } = texts.privacy
  const columns = report.columns.map(({ column, kinds, decision, by, used, masked }) => ({
    name: column,
    decision: words.decisions[decision],
    by: words.by[by],
    detail: [
      kinds.length > 0
        ? kinds.map(({ kind, share }) => `${names[kind]} ${texts.privacy.share(f.percent(share))}`).join(', ')
        : words.noKinds,
      used && decision === 'drop' ? words.used : '',
      masked > 0 ? words.masked(f, masked) : '',
    ]
      .filter(Boolean)
      .join('; '),
  }))
  return {
    columns,
    textless: report.textlessRows > 0 ? words.textless(f, report.textlessRows) : null,
    coarsened: report.coarsening && coarsened(report.coarsening, { texts, format: f }),
  }
}

/** How the places of some files were made coarser: what has to be said wherever those places are shown. Each way once. */
export function coarsenedPlaces(reports: readonly PrivacyReport[], { texts, format }: Words): string[] {
  const said = reports.flatMap(({ coarsening }) =>
    coarsening ? [methodSentence(coarsening.method, texts, format)] : [],
  )
  return [...new Set(said)]
}

function coarsened(
  { method, dropped }: NonNullable<PrivacyReport['coarsening']>,
  { texts, format }: Words,
): string {
  const how = methodSentence(method, texts, format)
  return dropped.length > 0 ? `${how} ${texts.privacy.report.notStored(format, dropped)}` : how
}

function methodSentence(method: Coarsening, texts: Words['texts'], f: Words['format']): string {
  const words = texts.privacy.report.coarsened
  return method.kind === 'grid' ? words.grid(f, method.cell) : words.donut(f, method.min, method.max)
}
