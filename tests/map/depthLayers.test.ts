import { describe, expect, it } from 'vitest'
import type { DepthOverlay } from '../../src/map/depthOverlay.ts'
import { depthLayers } from '../../src/map/depthLayers.ts'
import { surfaceMesh } from '../../src/map/surfaceMesh.ts'
import { tokens } from './tokens.ts'

const grid = { originX: 0, originY: 0, cellSize: 10, columns: 2, rows: 2 }
const overlay: DepthOverlay = {
  title: 'Ändring',
  notes: [],
  classes: [{ label: 'mer än slump', colour: [1, 2, 3], style: 'outline' }],
  surface: {
    mesh: surfaceMesh(grid, (x, y) => [x / 1e5, y / 1e5]),
    values: new Float32Array(8),
    columns: 2,
    rows: 2,
    breaks: [-3, -2, -1, 1, 2, 3],
    breakLabels: ['−3', '−2', '−1', '+1', '+2', '+3'],
    less: 'färre',
    none: 'lika',
    more: 'fler',
  },
}

describe('the layers of a deepening analysis', () => {
  it('draw a surface of differences under all else, in the seven colours of the theme', () => {
    const [surface, ...rest] = depthLayers(overlay, tokens())
    expect(surface.id).toBe('depth-surface')
    expect(rest.map(({ id }) => id)).toEqual(['depth-fills', 'depth-outlines', 'depth-circles'])
    const { colours, breaks, columns, rows } = surface.props as unknown as {
      colours: number[][]
      breaks: number[]
      columns: number
      rows: number
    }
    expect(colours).toEqual(tokens().diverging.map((colour) => [...colour.map((c) => c / 255), 1]))
    expect([breaks, columns, rows]).toEqual([[-3, -2, -1, 1, 2, 3], 2, 2])
  })

  it('draw no surface where there is none, and nothing without an overlay', () => {
    expect(depthLayers({ ...overlay, surface: undefined }, tokens()).map(({ id }) => id)).not.toContain(
      'depth-surface',
    )
    expect(depthLayers(null, tokens())).toEqual([])
  })
})
