/** A trygghetsvandring and what was observed on it. Participants are numbers per role, never names. */
export const LIGHTS = ['daylight', 'dusk', 'dark'] as const
export type Light = (typeof LIGHTS)[number]

/** What the protocols of Swedish kommuner sort by, in the order they use. */
export const OBSERVATION_CATEGORIES = [
  'lighting',
  'sightlines',
  'upkeep',
  'damage',
  'maintenance',
  'traffic',
  'desolation',
  'unsafeGathering',
  'wayfinding',
  'other',
] as const
export type ObservationCategory = (typeof OBSERVATION_CATEGORIES)[number]

export interface Decision {
  kind: 'approved' | 'refused'
  /** Required where refused. */
  reason?: string
}

export interface WalkObservation {
  id: string
  lon: number
  lat: number
  feels: 'safe' | 'unsafe'
  category: ObservationCategory
  text: string
  photo?: string
  responsible?: string
  decision?: Decision
  /** ISO dates. */
  due?: string
  done?: string
  /** Whether a re-walk found it put right. */
  confirmed?: boolean
}

export interface SafetyWalk {
  id: string
  title: string
  /** ISO date. */
  date: string
  /** Clock time HH:MM. */
  startTime: string
  light: Light
  /** Line in degrees WGS84. */
  route: [number, number][]
  participants: Record<string, number>
  organiser: string
  observations: WalkObservation[]
}
