import type { MultiPolygon } from '../../domain/grid.ts'

interface Edge {
  minX: number
  maxX: number
  minY: number
  maxY: number
  ax: number
  ay: number
  bx: number
  by: number
}

/**
 * Whether any two borders of an area cross in their inner parts. Rings that touch in a corner are sound: the even-odd rule
 * counts them as drawn. Edges are swept from west to east, so that only those above the same stretch are compared.
 */
export function selfIntersects(polygon: MultiPolygon): boolean {
  const edges = edgesOf(polygon).sort((a, b) => a.minX - b.minX)
  const open: Edge[] = []
  for (const edge of edges) {
    let kept = 0
    for (const other of open) {
      if (other.maxX < edge.minX) continue
      open[kept++] = other
      if (other.maxY >= edge.minY && other.minY <= edge.maxY && cross(edge, other)) return true
    }
    open.length = kept
    open.push(edge)
  }
  return false
}

function edgesOf(polygon: MultiPolygon): Edge[] {
  const edges: Edge[] = []
  for (const rings of polygon)
    for (const ring of rings)
      for (let i = 0; i + 1 < ring.length; i++) {
        const [ax, ay] = ring[i] as [number, number]
        const [bx, by] = ring[i + 1] as [number, number]
        edges.push({
          minX: Math.min(ax, bx),
          maxX: Math.max(ax, bx),
          minY: Math.min(ay, by),
          maxY: Math.max(ay, by),
          ax,
          ay,
          bx,
          by,
        })
      }
  return edges
}

/** Each edge has the ends of the other strictly on both sides. */
function cross(p: Edge, q: Edge): boolean {
  const side = (e: Edge, x: number, y: number) =>
    Math.sign((e.bx - e.ax) * (y - e.ay) - (e.by - e.ay) * (x - e.ax))
  return side(p, q.ax, q.ay) * side(p, q.bx, q.by) < 0 && side(q, p.ax, p.ay) * side(q, p.bx, p.by) < 0
}
