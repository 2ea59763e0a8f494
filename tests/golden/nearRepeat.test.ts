import { existsSync, readFileSync } from 'node:fs'
import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import { nearRepeat } from '../../src/analysis/index.ts'
import { REFERENCE } from '../analysis/seeded.ts'

/** Chicago arson 2016 (522 dates): numpy 1.24 evaluation with exact permutation expectation; p of 999 permutations there. */
describe.runIf(existsSync(REFERENCE))('nearRepeat on Chicago arson', () => {
  it.each(['chicago_arson|nrc_intervals', 'chicago_arson|euclid_0.001_100_200_400'])('%s', (name) => {
    const reference = JSON.parse(readFileSync(`${REFERENCE}pattern/knox.json`, 'utf8'))[name]
    const { data } = Papa.parse<Record<string, string>>(
      readFileSync(`${REFERENCE}data/chicago_arson_2016.csv`, 'utf8'),
      {
        header: true,
        skipEmptyLines: true,
      },
    )
    const points = { x: data.map((row) => +row.x_26971!), y: data.map((row) => +row.y_26971!) }
    const breaks = (values: (number | 'Inf')[]) => values.map((v) => (v === 'Inf' ? Infinity : v))
    const result = nearRepeat(
      points,
      data.map((row) => Date.parse(`${row.date}T00:00Z`)),
      {
        distanceBands: breaks(reference.space_breaks),
        timeBandsDays: breaks(reference.time_breaks_days),
        permutations: 999,
        seed: 1,
        metric: reference.metric,
      },
    )
    expect(result.observed).toEqual(reference.observed)
    reference.expected_exact
      .flat()
      .forEach((value: number, k: number) => expect(result.expected.flat()[k]).toBeCloseTo(value, 5))
    reference.p_mc
      .flat()
      .forEach((p: number, k: number) => expect(Math.abs(result.pValue.flat()[k]! - p)).toBeLessThan(0.06))
  })
})
