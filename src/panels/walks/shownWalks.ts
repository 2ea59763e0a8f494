import { metresBetween } from '../../domain/walkDistance.ts'
import type { SafetyWalk } from '../../domain/safetyWalk.ts'
import type { WalkRoute } from '../../map/walkRoutes.ts'
import type { Lagesbild } from '../../state/lagesbild.svelte.ts'
import { walkView } from './walkView.svelte.ts'

/** Walks in the order they were walked, the latest first. */
export function byDate(walks: readonly SafetyWalk[]): SafetyWalk[] {
  const start = ({ date, startTime, id }: SafetyWalk) => `${date} ${startTime} ${id}`
  return [...walks].sort((a, b) => (start(a) < start(b) ? 1 : -1))
}

/** The walk that is open, or all of them. */
export function shownWalks({ view, prevention }: Pick<Lagesbild, 'view' | 'prevention'>): SafetyWalk[] {
  const { screen, walk } = view.settings
  const open = screen === 'walks' ? prevention.walk(walk) : null
  return open ? [open] : byDate(prevention.walks).reverse()
}

/** Walks that begin within so many metres of each other are drawn side by side: they took the same streets, or may have. */
const SAME_START = 30

/** Routes on the map, with the one that is being entered. */
export function shownRoutes(app: Pick<Lagesbild, 'view' | 'prevention'>): WalkRoute[] {
  const onWalks = app.view.settings.screen === 'walks'
  const draft = onWalks ? walkView.draft?.route : undefined
  const edited = draft && walkView.entry?.what === 'walk' ? walkView.entry.id : null
  const routes: WalkRoute[] = []
  for (const { id, route, light } of shownWalks(app)) {
    if (route.length < 2 || (edited !== null && id === edited)) continue
    const [lon, lat] = route[0]
    const beside = routes.filter(
      ({ path: [[x, y]] }) => metresBetween({ lon, lat }, { lon: x, lat: y }) < SAME_START,
    )
    routes.push({ path: route, light, lane: beside.length })
  }
  if (draft && draft.length > 1) routes.push({ path: draft, light: 'daylight', lane: 0 })
  return routes
}
