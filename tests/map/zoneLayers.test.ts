import { describe, expect, it } from 'vitest'
import type { MultiPolygon } from '../../src/domain/grid.ts'
import { ZONE_LINES, zoneLayers } from '../../src/map/zoneLayers.ts'
import { tokens } from './tokens.ts'

const square = (from: number, to: number): number[][] => [
  [from, from],
  [to, from],
  [to, to],
  [from, to],
  [from, from],
]
const target: MultiPolygon = [[square(18, 18.1)]]
const ring: MultiPolygon = [[square(17.9, 18.2), square(18, 18.1)]]
const control: MultiPolygon = [[square(19, 19.1)]]

describe('the layers of an evaluation', () => {
  const layers = zoneLayers({ zones: { target, displacement: ring, control } }, tokens())
  const props = (id: string) => layers.find((layer) => layer.id === id)!.props as Record<string, unknown>
  const dataOf = (id: string) => props(id).data as { path: number[][] }[]

  it('draws nothing where no measure is judged', () => {
    expect(zoneLayers(null, tokens())).toEqual([])
  })

  it('tells the places apart by their line alone: whole, dashed, dotted, thin dotted', () => {
    expect(ZONE_LINES.target.dash).toBeNull()
    expect(props('zone-target').extensions).toEqual([])
    for (const zone of ['displacement', 'control', 'displacementControl'] as const) {
      const { width, dash } = ZONE_LINES[zone]
      expect(props(`zone-${zone}`).getDashArray).toEqual([dash![0] / width, dash![1] / width])
    }
    expect(new Set(Object.values(ZONE_LINES).map((line) => JSON.stringify(line))).size).toBe(4)
    expect(ZONE_LINES.displacement.dash![0]).toBeGreaterThan(2 * ZONE_LINES.control.dash![0])
  })

  it('lies the target over all, over a halo that is wider than every line', () => {
    const ids = layers.map(({ id }) => id)
    expect(ids[0]).toBe('zone-halo')
    expect(ids.at(-1)).toBe('zone-target')
    const width = props('zone-halo').getWidth as (line: { zone: string }) => number
    for (const [zone, line] of Object.entries(ZONE_LINES))
      expect(width({ zone })).toBeGreaterThan(line.width + 2)
  })

  it('draws of the ring its outer edge only: the inner one is the target’s', () => {
    expect(dataOf('zone-displacement').map(({ path }) => path)).toEqual([ring[0]![0]])
    expect(dataOf('zone-target').map(({ path }) => path)).toEqual([target[0]![0]])
    expect(dataOf('zone-displacementControl')).toEqual([])
  })

  it('offers candidates to be clicked, and marks the one that is chosen', () => {
    const offered = zoneLayers(
      {
        zones: { target },
        candidates: [control, ring].map((lonLat) => ({ lonLat, label: '' })),
        chosenCandidate: 1,
      },
      tokens(),
    )
    const fills = offered.find(({ id }) => id === 'zone-candidates')!
    expect(fills.props.pickable).toBe(true)
    const data = fills.props.data as { index: number }[]
    expect(data.map(({ index }) => index)).toEqual([0, 1])
    const colour = (fills.props as unknown as { getFillColor: (part: { index: number }) => number[] })
      .getFillColor
    expect(colour(data[1]!)[3]).toBeGreaterThan(colour(data[0]!)[3]!)
  })
})
