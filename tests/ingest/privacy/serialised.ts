import type { Loaded } from '../files.ts'

/** Everything that leaves a load, as text: report with its rejected rows, labels, and every cell of the Arrow streams. */
export function decodeText({ report, labels, texts }: Loaded): string {
  const cells = texts.flatMap((table) => table.toArray().map((row) => JSON.stringify(row)))
  return [JSON.stringify(report), JSON.stringify(labels), ...cells].join('\n')
}
