import type { MultiPolygon } from '../../domain/grid.ts'
import { locale } from '../../i18n/locale.svelte.ts'
import type { Lagesbild } from '../../state/lagesbild.svelte.ts'
import type { ControlCandidate } from '../../workers/effect/effectMessages.ts'

/** What a proposed control is called: the area's name, or where the target's shape was moved to. */
export function candidateName(
  app: Pick<Lagesbild, 'data'>,
  candidate: ControlCandidate,
  target: MultiPolygon,
): string {
  const texts = locale.texts.drawing.zones.candidate
  if (candidate.kind === 'rest') return texts.rest
  const area = app.data.areas.find(({ id }) => id === candidate.area)
  if (area) return area.name
  const [fromX, fromY] = middle(target)
  const [toX, toY] = middle(candidate.polygon)
  const metres = Math.hypot(toX - fromX, toY - fromY)
  const bearing = (Math.atan2(toX - fromX, toY - fromY) * 180) / Math.PI
  const way = texts.ways[Math.round((bearing + 360) / 45) % 8]!
  return texts.moved(locale.format.integer(Math.round(metres / 10) * 10), way)
}

/** The middle of the box around a polygon. */
function middle(polygon: MultiPolygon): [number, number] {
  const positions = polygon.flat(2)
  const xs = positions.map(([x]) => x!)
  const ys = positions.map(([, y]) => y!)
  return [(Math.min(...xs) + Math.max(...xs)) / 2, (Math.min(...ys) + Math.max(...ys)) / 2]
}
