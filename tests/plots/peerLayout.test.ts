import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { peerLayout, PEER_HEIGHT, type PeerLine } from '../../src/plots/peerLayout.ts'

const line = (id: string, values: number[], role: PeerLine['role']): PeerLine => ({
  id,
  name: id,
  values,
  role,
})

describe('lines of an area and its peers', () => {
  it('reach from the axis to the names, zero at the foot', () => {
    const layout = peerLayout([line('a', [0, 5, 10], 'focus')], 10, 400)
    expect([layout.x(0), layout.x(2)]).toEqual([40, layout.right])
    expect(layout.y(0)).toBeGreaterThan(layout.y(10))
    expect(layout.y(0)).toBeLessThan(PEER_HEIGHT)
  })

  it('have names that do not lie on each other, and none for each peer', () => {
    const value = fc.double({ min: 0, max: 10, noNaN: true })
    fc.assert(
      fc.property(value, value, value, (a, b, c) => {
        const lines = [line('p', [1, c], 'peer'), line('t', [1, b], 'together'), line('f', [1, a], 'focus')]
        const { names } = peerLayout(lines, 10, 400)
        expect([...names.keys()].sort()).toEqual(['f', 't'])
        expect(Math.abs(names.get('f')! - names.get('t')!)).toBeGreaterThanOrEqual(15)
      }),
    )
  })

  it('stand where there is one year only', () => {
    const { x, names } = peerLayout([line('f', [3], 'focus')], 10, 400)
    expect(x(0)).toBe(40)
    expect(names.size).toBe(1)
  })
})
