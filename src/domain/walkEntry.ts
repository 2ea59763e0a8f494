import type { SafetyWalk, WalkObservation } from './safetyWalk.ts'

/** An id for a walk of a day that none of the others has. */
export function newWalkId(date: string, walks: readonly SafetyWalk[]): string {
  return freeId(`vandring-${date}`, new Set(walks.map(({ id }) => id)))
}

/** An id for a further observation of a walk; observations of other walks never share it. */
export function newObservationId(walk: SafetyWalk): string {
  const taken = new Set(walk.observations.map(({ id }) => id))
  let number = walk.observations.length + 1
  while (taken.has(`${walk.id}-${number}`)) number++
  return `${walk.id}-${number}`
}

function freeId(wanted: string, taken: ReadonlySet<string>): string {
  if (!taken.has(wanted)) return wanted
  let number = 2
  while (taken.has(`${wanted}-${number}`)) number++
  return `${wanted}-${number}`
}

/** The walk with the observation in it: in the place of the one with its id, or last. */
export function withObservation(walk: SafetyWalk, observation: WalkObservation): SafetyWalk {
  const { observations } = walk
  const known = observations.some(({ id }) => id === observation.id)
  return {
    ...walk,
    observations: known
      ? observations.map((one) => (one.id === observation.id ? observation : one))
      : [...observations, observation],
  }
}

export function withoutObservation(walk: SafetyWalk, id: string): SafetyWalk {
  return { ...walk, observations: walk.observations.filter((one) => one.id !== id) }
}
