import { describe, expect, it } from 'vitest'
import { getisOrdGiStar, localMoran, type Neighbours } from '../../../src/analysis/index.ts'

const pair = (change: Partial<Neighbours> = {}): Neighbours => ({
  offsets: Uint32Array.from([0, 1, 2]),
  indices: Uint32Array.from([1, 0]),
  ...change,
})
const functions = {
  getisOrdGiStar: (values: number[], neighbours: Neighbours) => void getisOrdGiStar(values, neighbours),
  localMoran: (values: number[], neighbours: Neighbours) =>
    void localMoran(values, neighbours, { rowStandardised: true, permutations: 9, seed: 1 }),
}

describe.each(Object.entries(functions))('%s refuses', (_, run) => {
  it.each([
    ['no offsets', [1, 2], pair({ offsets: new Uint32Array(0) }), /neighbours.offsets\[0\] is undefined/],
    ['a first offset above 0', [1, 2], pair({ offsets: Uint32Array.from([1, 1, 2]) }), /offsets\[0\] is 1/],
    ['another number of values', [1, 2, 3], pair(), /values.length is 3; allowed: 2/],
    ['an end that is none', [1, 2], pair({ offsets: Uint32Array.from([0, 1, 1]) }), /offsets\[2\] is 1; .*2/],
    [
      'rows that run backwards',
      [1, 2],
      pair({ offsets: Uint32Array.from([0, 3, 2]) }),
      /offsets\[2\] is 2; allowed: 3 or above/,
    ],
    ['a neighbour that is no unit', [1, 2], pair({ indices: Uint32Array.from([1, 2]) }), /indices\[1\] is 2/],
    ['fewer weights', [1, 2], pair({ weights: new Float64Array(1) }), /neighbours.weights.length is 1/],
    [
      'a negative weight',
      [1, 2],
      pair({ weights: Float64Array.from([1, -1]) }),
      /weights\[1\] is -1; allowed: a finite number, 0/,
    ],
    ['a weight that is none', [1, 2], pair({ weights: Float64Array.from([NaN, 1]) }), /weights\[0\] is NaN/],
    ['NaN', [1, NaN], pair(), /values\[1\] is NaN; allowed: a finite number/],
    ['infinity', [Infinity, 1], pair(), /values\[0\] is Infinity/],
    [
      'NaN in a neighbour without a row',
      [1, NaN],
      pair({ offsets: Uint32Array.from([0, 1, 1]), indices: Uint32Array.from([1]) }),
      /values\[1\] is NaN/,
    ],
  ])('%s', (_case, values, neighbours, message) => {
    expect(() => run(values, neighbours)).toThrow(RangeError)
    expect(() => run(values, neighbours)).toThrow(message)
  })

  it('but not NaN where a unit has no neighbours and is nobody’s', () => {
    const apart = pair({ offsets: Uint32Array.from([0, 1, 2, 2]) })
    expect(() => run([1, 2, NaN], apart)).not.toThrow()
  })
})
