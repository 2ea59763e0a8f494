import { describe, expect, it } from 'vitest'
import {
  concentration,
  countInCells,
  lorenzCurve,
  nearestNeighbourIndex,
  nearRepeat,
  predictiveAccuracyIndex,
} from '../../../src/analysis/index.ts'
import { columns, expectClose, python, r } from './read.ts'

const { x, y, day } = columns('incidents')
const points = { x: x!, y: y! }
const cells = columns('cells')

describe('patterns of the small incidents and cells', () => {
  it('Clark-Evans: numpy, and spatstat’s clarkevans', () => {
    const found = nearestNeighbourIndex(points, 2000 * 1600)
    const peer = python.clark_evans
    expectClose(
      [found.observed, found.expected, found.index, found.standardError, found.z, found.pValue],
      [peer.observed, peer.expected, peer.index, peer.se, peer.z, peer.p],
      1e-11,
    )
    expectClose([found.observed, found.index], [r.clark_evans.observed, r.clark_evans.index], 1e-12)
    // Of the distinct places only. spatstat's test gives the same two-sided p.
    const seen = new Map(points.x.map((px, i) => [`${px} ${points.y[i]}`, i]))
    const distinct = [...seen.values()]
    expect(distinct).toHaveLength(r.clark_evans.distinct)
    const once = nearestNeighbourIndex(
      { x: distinct.map((i) => points.x[i]!), y: distinct.map((i) => points.y[i]!) },
      2000 * 1600,
    )
    expectClose([once.index, once.pValue], [r.clark_evans.distinct_index, r.clark_evans.distinct_p], 1e-9)
  })

  it('concentration: the mean absolute difference in numpy, the ranked sum in R', () => {
    const fine = countInCells(points, {
      originX: 674000,
      originY: 6580000,
      cellSize: 100,
      columns: 20,
      rows: 16,
    })
    const cases = [
      [cells.count!, python.concentration.cells],
      [fine.counts, python.concentration.sparse],
    ] as const
    for (const [counts, peer] of cases) {
      const { gini, generalisedGini, shareOfUnits } = concentration(counts)
      expectClose([gini, generalisedGini], [peer.gini, peer.generalised], 1e-13)
      expectClose(
        shareOfUnits.map(({ units }) => units),
        peer.units,
        1e-14,
      )
    }
    expect(concentration(cells.count!).gini).toBeCloseTo(r.gini, 13)
    const { incidents } = lorenzCurve(cells.count!)
    expectClose(
      python.lorenz_deciles.map((_: number, k: number) => incidents[8 * k]!),
      python.lorenz_deciles,
      1e-13,
    )
  })

  it('PAI and PEI on the next period', () => {
    for (const [units, peer] of Object.entries<{ pai: number; pei: number }>(python.pai)) {
      const { pai, pei } = predictiveAccuracyIndex(cells.next!, cells.count!, Number(units))
      expectClose([pai, pei], [peer.pai, peer.pei], 1e-13)
    }
  })

  it.each(['euclidean', 'manhattan'] as const)(
    'near repeats, %s: R’s dist tables, exact expectation, p of 1 999 deals',
    (metric) => {
      const result = nearRepeat(
        points,
        day!.map((d) => d * 86_400_000),
        {
          distanceBands: [0, 1, 50, 150, 400],
          timeBandsDays: [0, 1, 4, 8, 15, Infinity],
          permutations: 1999,
          seed: 7,
          metric,
        },
      )
      const peer = python.knox[metric]
      expect(result.observed).toEqual(peer.observed)
      expect(result.observed).toEqual(r.knox[metric])
      expectClose(result.expected.flat(), peer.expected.flat(), 1e-13)
      // Both p are drawn: four standard errors of their difference, and the step of 1/2000.
      result.pValue.flat().forEach((p, k) => {
        const other: number = peer.p.flat()[k]
        expect(Math.abs(p - other)).toBeLessThan(4 * Math.sqrt((2 * other * (1 - other)) / 1999) + 0.001)
      })
    },
  )
})
