import { parseIsoDate } from './period.ts'
import type { SafetyWalk, WalkObservation } from './safetyWalk.ts'

/** How far what was observed has come, in the order in which it is read. */
export const OBSERVATION_STATUSES = [
  /** Past its date and not done. */
  'overdue',
  /** Nothing has been decided. */
  'open',
  'approved',
  'refused',
  'done',
  /** Done, but a re-walk found it as it was. */
  'notHeld',
  /** Done, and a re-walk found it put right. */
  'confirmed',
  /** Felt safe, and nothing is asked for. */
  'none',
] as const
export type ObservationStatus = (typeof OBSERVATION_STATUSES)[number]

/** @param today day number */
export function observationStatus(observation: WalkObservation, today: number): ObservationStatus {
  const { decision, done, confirmed, feels } = observation
  if (decision?.kind === 'refused') return 'refused'
  if (confirmed === true) return 'confirmed'
  if (confirmed === false && done) return 'notHeld'
  if (done) return 'done'
  if (daysLate(observation, today) > 0) return 'overdue'
  if (decision) return 'approved'
  return feels === 'safe' ? 'none' : 'open'
}

/** Days since the due date passed; 0 where it has not, where there is none, and where it is done, confirmed or refused. */
export function daysLate({ due, done, decision, confirmed }: WalkObservation, today: number): number {
  if (done || confirmed || decision?.kind === 'refused') return 0
  const day = parseIsoDate(due ?? '')
  return day < today ? today - day : 0
}

/** An observation with the walk that it was made on. */
export interface Observed {
  walk: SafetyWalk
  observation: WalkObservation
}

export interface OverdueObservation extends Observed {
  daysLate: number
}

/** Everything whose due date has passed without its being done, the latest first. */
export function overdueObservations(walks: readonly SafetyWalk[], today: number): OverdueObservation[] {
  return walks
    .flatMap((walk) => walk.observations.map((observation) => ({ walk, observation })))
    .map((one) => ({ ...one, daysLate: daysLate(one.observation, today) }))
    .filter((one) => one.daysLate > 0)
    .sort((a, b) => b.daysLate - a.daysLate || (a.observation.id < b.observation.id ? -1 : 1))
}

export interface WalkCounts {
  participants: number
  unsafe: number
  safe: number
  /** Approved, whether done or not. */
  approved: number
  refused: number
  /** Has a date of being done, or was found put right. */
  done: number
  overdue: number
  /** Felt unsafe and not decided on. */
  open: number
}

export function walkCounts(walk: SafetyWalk, today: number): WalkCounts {
  const of = (holds: (observation: WalkObservation) => boolean) => walk.observations.filter(holds).length
  return {
    participants: Object.values(walk.participants).reduce((sum, n) => sum + n, 0),
    unsafe: of(({ feels }) => feels === 'unsafe'),
    safe: of(({ feels }) => feels === 'safe'),
    approved: of(({ decision }) => decision?.kind === 'approved'),
    refused: of(({ decision }) => decision?.kind === 'refused'),
    done: of(({ done, confirmed }) => done !== undefined || confirmed === true),
    overdue: of((observation) => daysLate(observation, today) > 0),
    open: of((observation) => observationStatus(observation, today) === 'open'),
  }
}
