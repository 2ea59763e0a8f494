import type { ColumnProfile } from './columnProfile.ts'
import type { Certainty, TimeSource } from './mapping.ts'

const FROM =
  /(^| )(fr|from|fran|fom|start|starts|begin|begins|borjan|tidigast|earliest|first)|^(start|begin|fran|from)|from$/
const TO =
  /(^| )(to|till|tom|t o m|slut|end|ends|until|senast|latest|last)( |$)|^(slut|till|end)(tid|dat|time)|(^| )(slut|till)/
const GENERAL = /dat(e|um)|tid|time|when|nar|occur|handelse|brott/
/** Times of paperwork, not of the incident. */
const PAPERWORK =
  /anmal|inkom|regist|report|created|updat|upprat|skapad|beslut|andrad|avslut|closed|entry|fodel|birth|utskr|export/
const CLOCK = /(^| )(kl|klockslag|klocka|tid|tidpunkt|time|clock)( |$)|tid$|klockslag/
const SINGLE = /single|mid|medel|mitt/

interface Proposal {
  source: TimeSource
  certainty: Certainty
}

/** The columns that say when: start (or only time) and end, each with its clock column where the clock stands apart. */
export function proposeTimes(profiles: readonly ColumnProfile[]): {
  from: Proposal | null
  to: Proposal | null
} {
  const dated = profiles.filter(isDateColumn)
  const starts = dated.filter((profile) => FROM.test(profile.name) && !PAPERWORK.test(profile.name))
  const ends = dated.filter(
    (profile) => TO.test(profile.name) && !PAPERWORK.test(profile.name) && !starts.includes(profile),
  )
  const others = dated.filter((profile) => !ends.includes(profile))
  const from = best(starts.length > 0 ? starts : others.length > 0 ? others : dated)
  const to = from && best(ends.filter((profile) => profile !== from))
  const clocks = profiles.filter((profile) => isClockColumn(profile) && profile !== from && profile !== to)
  const endClock = clocks.find((profile) => TO.test(profile.name) && !FROM.test(profile.name)) ?? null
  const startClock =
    clocks.find((profile) => FROM.test(profile.name)) ??
    clocks.filter((profile) => profile !== endClock).sort(nearest(from))[0] ??
    null
  return { from: from && propose(from, startClock), to: to && propose(to, endClock) }
}

function propose(profile: ColumnProfile, clock: ColumnProfile | null): Proposal {
  const dates = profile.dates!
  // Beside a column of clock times, midnights all through are what a date became on its way, however few they are.
  const disguised = dates.onlyMidnight || (clock !== null && dates.midnightShare === 1)
  const needsClock = dates.withClock < 0.5 || disguised
  return {
    source: {
      column: profile.index,
      order: dates.order,
      clockColumn: needsClock && clock ? clock.index : null,
      ambiguous: dates.ambiguous,
      midnightIsNoClock: disguised,
    },
    certainty: dates.ambiguous
      ? 'guess'
      : dates.share > 0.9 && GENERAL.test(profile.name)
        ? 'sure'
        : 'likely',
  }
}

/** Whether a column is to be read as dates: bare digits only where the name or their length says so. */
export function isDateColumn(profile: ColumnProfile): boolean {
  const dates = profile.dates
  if (!dates) return false
  const named = GENERAL.test(profile.name) || FROM.test(profile.name)
  if (!dates.bareDigits) return dates.share >= (named ? 0.3 : 0.6)
  if (dates.order === 'serial') return named && profile.numbers[0]! > 20_000 && dates.share > 0.9
  return dates.share > 0.95 && (named || String(profile.numbers[0]).length >= 8)
}

function isClockColumn(profile: ColumnProfile): boolean {
  if (profile.clocks >= 0.6 && profile.numeric < 0.5) return true
  return profile.clocks >= 0.3 && CLOCK.test(profile.name)
}

/** The most telling name; the incident's own time before paperwork's; a clock before none; the first column on a tie. */
function best(profiles: readonly ColumnProfile[]): ColumnProfile | null {
  let found: ColumnProfile | null = null
  for (const profile of profiles) if (!found || score(profile) > score(found)) found = profile
  return found
}

function score(profile: ColumnProfile): number {
  return (
    (GENERAL.test(profile.name) ? 2 : 0) -
    (PAPERWORK.test(profile.name) ? 4 : 0) -
    (SINGLE.test(profile.name) ? 1 : 0) +
    (profile.dates!.withClock > 0.5 && !profile.dates!.onlyMidnight ? 1 : 0) +
    Math.min(1, profile.dates!.share)
  )
}

function nearest(to: ColumnProfile | null) {
  const distance = (profile: ColumnProfile) => {
    const steps = profile.index - (to?.index ?? 0)
    return steps > 0 ? steps : 100 - steps
  }
  return (a: ColumnProfile, b: ColumnProfile) => distance(a) - distance(b)
}
