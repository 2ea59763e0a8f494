import { describe, expect, it } from 'vitest'
import { nearRepeat } from '../../src/analysis/index.ts'
import { hasReference, referenceJson, referenceRows } from './reference.ts'

interface Arson {
  date: string
  x_26971: number
  y_26971: number
}

/** Chicago arson 2016 (522 dates): numpy 1.24 evaluation with exact permutation expectation; p of 999 permutations there. */
describe.runIf(hasReference)('nearRepeat on Chicago arson', () => {
  const breaks = (values: (number | 'Inf')[]) => values.map((v) => (v === 'Inf' ? Infinity : v))

  function run(name: string, permutations: number) {
    const reference = referenceJson('pattern/knox.json')[name]
    const data = referenceRows<Arson>('data/chicago_arson_2016.csv')
    const result = nearRepeat(
      { x: data.map((row) => row.x_26971), y: data.map((row) => row.y_26971) },
      data.map(({ date }) => Date.parse(`${new Date(date).toISOString().slice(0, 10)}T00:00Z`)),
      {
        distanceBands: breaks(reference.space_breaks),
        timeBandsDays: breaks(reference.time_breaks_days),
        permutations,
        seed: 1,
        metric: reference.metric,
      },
    )
    return { reference, result }
  }

  it.each(['chicago_arson|nrc_intervals', 'chicago_arson|euclid_0.001_100_200_400'])(
    '%s',
    { timeout: 120_000 },
    (name) => {
      const { reference, result } = run(name, 999)
      expect(result.n).toBe(reference.n)
      expect(result.observed).toEqual(reference.observed)
      const [observed, expected, p] = [result.observed.flat(), result.expected.flat(), result.pValue.flat()]
      reference.expected_exact
        .flat()
        .forEach((value: number, k: number) => expect(expected[k]).toBeCloseTo(value, 5))
      reference.knox_ratio_exact
        .flat()
        .forEach((ratio: number, k: number) =>
          expect(Math.abs(observed[k]! / expected[k]! - ratio)).toBeLessThan(1e-5 * Math.max(1, ratio)),
        )
      // No pair at all: every deal has as many, in both programs.
      observed.forEach((count, k) => count === 0 && expect([p[k], reference.p_mc.flat()[k]]).toEqual([1, 1]))
      // Both p are drawn: four standard errors of their difference, and the step of 1/1000.
      reference.p_mc.flat().forEach((other: number, k: number) => {
        const error = Math.sqrt((2 * other * (1 - other)) / 999)
        expect(Math.abs(p[k]! - other)).toBeLessThan(4 * error + 0.0021)
      })
    },
  )

  // The calculator holds whole metres: an incident on a break lands on its other side. numpy and R's dist agree with us cell by cell.
  it('differs from the published table of the Near Repeat Calculator 1.3 by one pair at most in a cell', () => {
    const { result } = run('chicago_arson|nrc_intervals', 99)
    const published = referenceJson('pattern/knox.json')['chicago_arson|NRC_1.3_published']
    const differences = result.observed.flatMap((row, b) =>
      row.map((count, t) => Math.abs(count - published.observed[b][t])),
    )
    expect(Math.max(...differences)).toBe(1)
    expect(differences.filter((d) => d > 0).length).toBeLessThanOrEqual(6)
    // Its 99 permutations give the same answer at 5 % but for cells of a pair or two.
    result.pValue.forEach((row, b) =>
      row.forEach((p, t) => {
        if (result.observed[b]![t] === published.observed[b][t] && published.observed[b][t] > 2)
          expect(p <= 0.05).toBe(published.p[b][t] <= 0.05)
      }),
    )
  })
})
