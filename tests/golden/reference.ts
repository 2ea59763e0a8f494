import { existsSync, readFileSync } from 'node:fs'
import Papa from 'papaparse'
import { REFERENCE } from '../analysis/seeded.ts'

/** Whether the reference data lie beside this checkout. */
export const hasReference = existsSync(REFERENCE)

export const referenceJson = (file: string) => JSON.parse(readFileSync(REFERENCE + file, 'utf8'))

/** Rows of a CSV file of the reference; numbers as numbers. */
export function referenceRows<Row>(file: string): Row[] {
  return Papa.parse<Row>(readFileSync(REFERENCE + file, 'utf8'), {
    header: true,
    dynamicTyping: true,
    skipEmptyLines: true,
  }).data
}

/** Memphis robberies 2019, EPSG:32616. */
export function memphisPoints(): { x: number[]; y: number[] } {
  const rows = referenceRows<{ x_32616: number; y_32616: number }>('data/memphis_robberies_2019.csv')
  return { x: rows.map((row) => row.x_32616), y: rows.map((row) => row.y_32616) }
}
