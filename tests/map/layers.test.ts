import { describe, expect, it } from 'vitest'
import { BELOW_LABELS } from '../../src/map/basemapStyle.ts'
import { buildLayers, type LayerInput } from '../../src/map/layers.ts'
import { surfaceMesh } from '../../src/map/surfaceMesh.ts'
import type { Hotspot, PointsResult, SurfaceResult } from '../../src/workers/messages.ts'
import { tokens } from './tokens.ts'

const grid = { originX: 0, originY: 0, cellSize: 10, columns: 2, rows: 2 }
const ring = [
  [18, 59],
  [18.1, 59],
  [18.1, 59.1],
  [18, 59],
]
const lonLat = [[ring]]
const result: PointsResult = {
  positions: Float64Array.of(18, 59, 18.1, 59.1, 18.2, 59.2),
  group: Uint16Array.of(0, 1, 0),
  kind: Uint8Array.of(0, 1, 0),
  row: Uint32Array.of(11, 12, 13),
  total: 3,
  limited: false,
}
const nothing: LayerInput = {
  tokens: tokens(),
  density: null,
  giCells: null,
  depth: null,
  hotspots: [],
  dimmed: false,
  pointRadius: 5,
  points: null,
  areas: null,
  routes: [],
  chosenPlace: null,
  chosenAt: null,
}
const everything: LayerInput = {
  ...nothing,
  density: {
    surface: { density: { grid, values: new Float32Array(4), max: 1 } } as SurfaceResult,
    mesh: surfaceMesh(grid, (x, y) => [x / 1e5, y / 1e5]),
    breaks: [1, 2, 3, 4, 5, 6],
  },
  giCells: [
    { ring: ring as [number, number][], level: 2, cold: false, z: 5, q: 0.0001, count: 9 },
    { ring: ring as [number, number][], level: null, cold: false, z: 1, q: 0.4, count: 2 },
  ],
  hotspots: [
    { lonLat, moreThanChance: true } as Hotspot,
    { lonLat: [[ring, ring]], moreThanChance: false } as Hotspot,
  ],
  points: { result, colourOfGroup: [3, 5], chosenRow: 13 },
  areas: [
    { id: 'A', lonLat, class: 4 },
    { id: 'B', lonLat, class: null },
  ],
  routes: [{ path: ring as [number, number][], light: 'dark', lane: 0 }],
}

const POINTS = ['crimes', 'events', 'fires', 'repairs']
const ids = (input: LayerInput) => buildLayers(input).map(({ id }) => id)
const layer = (input: LayerInput, id: string) =>
  buildLayers(input).find((each) => each.id === id)!.props as unknown as Record<string, never> & {
    data: unknown[]
  }

describe('the layers of the map', () => {
  it('stand in one order from the ground up, by names that do not change', () => {
    const order = [
      ...['areas', 'density', 'gi-cells', 'gi-may-be-chance', 'hotspot-halo', 'hotspot-outline'],
      ...['walk-route-bands', 'walk-routes', 'crimes', 'events', 'fires', 'repairs'],
    ]
    expect(ids(everything)).toEqual(order)
    expect(ids({ ...everything, dimmed: true, tokens: tokens('dark') })).toEqual(order)
    expect(ids(nothing)).toEqual([])
  })

  it('lie below the labels, save the points, which lie on top', () => {
    for (const { id, props } of buildLayers(everything)) {
      const { beforeId } = props as { beforeId?: string }
      expect([id, beforeId]).toEqual([id, POINTS.includes(id) ? undefined : BELOW_LABELS])
    }
  })

  it('let a pointer pick points and areas, and nothing else', () => {
    const picked = buildLayers(everything).filter(({ props }) => props.pickable)
    expect(picked.map(({ id }) => id)).toEqual(['areas', ...POINTS])
  })

  it('keep the kinds apart, by layer and by shape', () => {
    expect(layer(everything, 'crimes').data).toEqual([0, 2])
    expect(layer(everything, 'events').data).toEqual([1])
    const marks = buildLayers(everything).filter(({ id }) => POINTS.includes(id))
    expect(
      marks.map(({ constructor }) => (constructor as unknown as { layerName: string }).layerName),
    ).toEqual([...['ScatterplotLayer', 'SquareLayer', 'TriangleLayer', 'DiamondLayer']])
  })

  it('colour crimes by their category, where they are, the chosen one larger', () => {
    const props = layer(everything, 'crimes') as unknown as {
      getFillColor: (k: number) => number[]
      getRadius: (k: number) => number
      getPosition: (k: number) => number[]
    }
    expect(props.getFillColor(0)).toEqual([...tokens().category[3], 255])
    expect([props.getRadius(0), props.getRadius(2)]).toEqual([5, 8])
    expect(props.getPosition(2)).toEqual([18.2, 59.2])
  })

  it('draw hotspots whole where they are more than chance, dashed where they may be', () => {
    const { data, getDashArray } = layer(everything, 'hotspot-outline') as unknown as {
      data: { solid: boolean }[]
      getDashArray: (outline: { solid: boolean }) => number[]
    }
    expect(data.map(({ solid }) => solid)).toEqual([true, false, false])
    expect(data.map(getDashArray)).toEqual([
      [0, 0],
      [3.5, 2.5],
      [3.5, 2.5],
    ])
  })

  it('part cells that are significant from those that may be chance', () => {
    expect(layer(everything, 'gi-cells').data).toHaveLength(1)
    expect(layer(everything, 'gi-may-be-chance').data).toHaveLength(1)
  })

  it('shade areas by class', () => {
    const { data, getFillColor } = layer(everything, 'areas') as unknown as {
      data: { class: number | null }[]
      getFillColor: (part: { class: number | null }) => number[]
    }
    expect(getFillColor(data[0]).slice(0, 3)).toEqual(tokens().amount[4])
    expect(getFillColor(data[1]).slice(0, 3)).toEqual(tokens().fill)
  })
})
