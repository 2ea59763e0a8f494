import type { SampleRow } from './source.ts'

const FROM_START = 50
const SAMPLE_ROWS = 200

/** The first 50 rows, and 150 spread evenly over the others. */
export function pickSample(rows: readonly string[][]): SampleRow[] {
  const spread = Math.min(SAMPLE_ROWS, rows.length) - FROM_START
  const sample = rows.slice(0, FROM_START).map((cells, i) => ({ row: i + 1, cells }))
  for (let k = 0; k < spread; k++) {
    const at = FROM_START + Math.floor((k * (rows.length - FROM_START)) / spread)
    sample.push({ row: at + 1, cells: rows[at]! })
  }
  return sample
}
