import type { Light, SafetyWalk } from '../safetyWalk.ts'

/** A line that was walked; `time` is what the device wrote of its start, '' where it wrote nothing. */
export interface WalkedRoute {
  name: string
  time: string
  line: [number, number][]
}

/** What a person has said of a walk that only its line tells of. */
export interface WalkWords {
  date: string
  title: string
  startTime: string
  light: string
  organiser: string
}

/**
 * Walks with the routes that were brought beside them: a route goes to the walk of its date, a single one to the walk without a
 * route; those that are left become walks of their own.
 */
export function routesOnWalks(
  walks: readonly SafetyWalk[],
  routes: readonly WalkedRoute[],
  words: WalkWords,
): SafetyWalk[] {
  const left = [...routes]
  const placed = walks.map((walk) => {
    if (walk.route.length > 1) return walk
    const sameDay = left.findIndex(({ time }) => time.slice(0, 10) === walk.date)
    const at = sameDay >= 0 ? sameDay : walks.length === 1 ? 0 : -1
    const [route] = at < 0 ? [] : left.splice(at, 1)
    return route ? { ...walk, route: route.line } : walk
  })
  const taken = new Set(placed.map(({ id }) => id))
  const own = left.flatMap(({ name, time, line }): SafetyWalk[] => {
    const date = words.date || time.slice(0, 10)
    if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) return []
    let id = `vandring-${date}`
    for (let k = 2; taken.has(id); k++) id = `vandring-${date}-${k}`
    taken.add(id)
    const { startTime, organiser } = words
    const title = name || words.title || date
    const walk = { id, title, date, startTime, light: words.light as Light, organiser }
    return [{ ...walk, route: line, participants: {}, observations: [] }]
  })
  return [...placed, ...own]
}
