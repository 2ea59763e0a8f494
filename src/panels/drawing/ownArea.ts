import type { MultiPolygon } from '../../domain/grid.ts'
import type { PlaceFilter } from '../../domain/selection.ts'
import { projectCoordinates, projection, type Projection } from '../../ingest/crs.ts'
import { locale } from '../../i18n/locale.svelte.ts'
import type { AppContext } from '../context.ts'

export type Outline = Extract<PlaceFilter, { kind: 'outline' }>

/** A drawn polygon in the whole metres that the address keeps: what is counted now is what is counted when the address is opened. */
export function inWholeMetres(drawn: GeoJSON.Polygon, metric: Projection): MultiPolygon {
  const rings = projectCoordinates(drawn.coordinates, metric)
  return [rings.map((ring) => ring.map(([x, y]) => [Math.round(x!), Math.round(y!)]))]
}

/** An outline that was drawn by hand and can be drawn on: one ring of corners that can still be told apart. */
export function canBeRedrawn({ polygon }: Outline): boolean {
  return polygon.length === 1 && polygon[0]!.length === 1 && polygon[0]![0]!.length <= 60
}

/** Lets a person draw an area and narrows what is counted to it; `before` is an own area that is to be changed. */
export async function drawOwnArea(
  { app, drawing }: Pick<AppContext, 'app' | 'drawing'>,
  before: Outline | null = null,
): Promise<void> {
  const dataset = app.data.current
  if (!dataset) return
  const texts = locale.texts.drawing.ownArea
  const metric = projection(dataset.crs)
  let name = before?.label ?? texts.name
  const drawn = await drawing.draw({
    shape: 'polygon',
    prompt: before ? texts.changePrompt(before.label) : texts.prompt,
    naming: { initial: name, onname: (next) => (name = next.trim() || texts.name) },
    initial: before
      ? { type: 'MultiPolygon', coordinates: projectCoordinates(before.polygon, inverse(metric)) }
      : undefined,
  })
  if (!drawn || app.data.current !== dataset) return
  app.selection.choosePlace({ kind: 'outline', label: name, polygon: inWholeMetres(drawn, metric) })
}

/** From metres to degrees by the same walk over the coordinates. */
export function inverse(metric: Projection): Projection {
  return { crs: metric.crs, forward: metric.inverse, inverse: metric.forward }
}
