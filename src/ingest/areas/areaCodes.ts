import type { AreaLevel } from '../../domain/area.ts'
import { splitKey } from './areaKeys.ts'

const COUNTY = '(0[13-9]|1[0-4]|1[7-9]|2[0-5])'

/** SCB's codes: two digits of the county, two of the kommun, then the letter and the number of the smaller division. */
export const SMALL_AREA_CODES: readonly { level: AreaLevel; pattern: RegExp }[] = [
  { level: 'deso', pattern: new RegExp(`^${COUNTY}\\d{2}[ABC]\\d{4}$`) },
  { level: 'regso', pattern: new RegExp(`^${COUNTY}\\d{2}R\\d{3}$`) },
]
export const KOMMUN_CODE = new RegExp(`^${COUNTY}\\d{2}$`)
export const LAN_CODE = new RegExp(`^${COUNTY}$`)

const SAMPLED = 500

/** Which Swedish division the rows of a table are likely to be of, by codes alone ("0180 Stockholm", 0180A0010); null for none. */
export function areaCodes(rows: readonly (readonly string[])[]): AreaLevel | null {
  const sample = rows.slice(0, SAMPLED)
  const width = sample.reduce((most, row) => Math.max(most, row.length), 0)
  for (let c = 0; c < Math.min(width, 50); c++) {
    const cells = sample.map((row) => (row[c] ?? '').trim()).filter((cell) => cell !== '')
    const most = (test: (cell: string) => boolean) => cells.length > 0 && cells.filter(test).length > 0.8 * cells.length // prettier-ignore
    for (const { level, pattern } of SMALL_AREA_CODES)
      if (most((cell) => pattern.test(splitKey(cell)?.code ?? cell))) return level
    // A kommun's four digits say so only with a name beside them: by themselves they may be any number.
    if (most((cell) => KOMMUN_CODE.test(splitKey(cell)?.code ?? ''))) return 'kommun'
  }
  return null
}
