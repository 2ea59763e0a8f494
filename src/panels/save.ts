import { locale } from '../i18n/locale.svelte.ts'
import { plotToPng, plotToSvg, type ExportOptions } from '../plots/exportPlot.ts'
import { csvOf, type CsvCell } from '../report/csv.ts'
import type { Column } from '../ui/tableSort.ts'

/** A table of figures: what a card shows behind its plot, and what it saves. */
export interface FigureTable<Row = Record<string, unknown>> {
  columns: Column<Row>[]
  rows: Row[]
  key: (row: Row) => string | number
}

/** Hands a file to the person; nothing leaves the machine. */
export function saveBlob(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob)
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  // The browser has taken hold of the blob once the click has been handled.
  setTimeout(() => URL.revokeObjectURL(url), 10_000)
}

export function saveText(text: string, name: string, type: string): void {
  saveBlob(new Blob([text], { type }), name)
}

/** Raw figures, not their written form, so that they can be worked with. */
export function saveTable<Row>(table: FigureTable<Row>, name: string, notes: string[]): void {
  const rows = table.rows.map((row) =>
    table.columns.map((column): CsvCell => {
      const value = (row as Record<string, unknown>)[column.key]
      return typeof value === 'number' ? value : value == null ? null : String(value)
    }),
  )
  const headings = table.columns.map((column) => column.label)
  const decimal = locale.language === 'sv' ? ',' : '.'
  saveText(csvOf(headings, rows, notes, decimal), `${name}.csv`, 'text/csv;charset=utf-8')
}

export async function savePlot(
  element: Element,
  name: string,
  format: string,
  options: ExportOptions,
): Promise<void> {
  if (format === 'svg') saveText(plotToSvg(element, options), `${name}.svg`, 'image/svg+xml')
  else saveBlob(await plotToPng(element, options), `${name}.png`)
}
