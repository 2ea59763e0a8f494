import { dayNumber, isoDate, weekday } from '../src/domain/period.ts'
import { FIRST_YEAR } from './ledger.ts'
import type { Random } from './random.ts'

/** When incidents start in the week, and how long the interval is in which they may have happened. */

export type Profile = Float64Array

/** 168 weights from twenty-four hours for each kind of day; hour 0 = Monday 00. */
function week(byDay: (day: number) => readonly number[]): Profile {
  const weights = new Float64Array(168)
  for (let d = 0; d < 7; d++) byDay(d).forEach((w, h) => (weights[d * 24 + h] = w))
  return weights
}

/** Hours [from, to) weigh `value`, the others `rest`. */
const hours = (from: number, to: number, value: number, rest: number): number[] =>
  Array.from({ length: 24 }, (_, h) =>
    (from < to ? h >= from && h < to : h >= from || h < to) ? value : rest,
  )

const curve = (text: string): number[] => text.split(' ').map(Number)

const nightOut = curve('8 7 6 2.5 1.2 .5 .3 .3 .4 .5 .6 .8 1 1.2 1.4 1.6 1.8 2 2.3 2.8 3.2 4 6.5 8')
const calmDay = curve('1 .7 .5 .3 .2 .2 .3 .6 1 1.2 1.4 1.6 1.8 1.8 2 2.2 2.2 2.2 2.2 2.2 2 1.8 1.5 1.3')
const dayTime = curve('.2 .1 .1 .1 .1 .2 .5 1.2 2.4 3 3.3 3.2 3 3 2.9 2.6 2.2 1.6 1.1 .8 .6 .5 .4 .3')
const home = curve('1.4 1 .8 .5 .3 .3 .5 .8 .9 .9 1 1.1 1.2 1.2 1.4 1.5 1.7 2 2.3 2.5 2.6 2.5 2.2 1.8')

/** Weight of a night by the weekday on which its early hours fall. */
const spread = (base: readonly number[], early: readonly number[], late: readonly number[]): Profile =>
  week((d) => base.map((w, h) => w * (h < 6 ? early[d]! : h >= 20 ? late[d]! : 1)))

/** Friday and Saturday nights 22-03, and to a lesser degree Wednesdays. */
export const centreNights = spread(
  nightOut,
  [0.15, 0.1, 0.1, 0.45, 0.15, 1.2, 1.35],
  [0.12, 0.14, 0.5, 0.2, 1, 1.1, 0.15],
)

/** The centre at other hours than Friday and Saturday nights: Wednesday nights above all. */
export const centreMidweek = spread(
  nightOut,
  [0.15, 0.1, 0.15, 1.7, 0.25, 0.6, 0.7],
  [0.15, 0.15, 1.8, 0.25, 0.5, 0.6, 0.15],
)

export const fridaySaturdayNight: Profile = (() => {
  const weights = new Float64Array(168)
  const hourly = [4, 6, 8, 8, 7]
  for (const day of [4, 5]) hourly.forEach((w, k) => (weights[(day * 24 + 22 + k) % 168] = w))
  return weights
})()

/** Youth disco, Thursdays 20-01. */
export const thursdayDisco: Profile = (() => {
  const weights = new Float64Array(168)
  ;[2, 3, 4, 5, 4].forEach((w, k) => (weights[3 * 24 + 20 + k] = w))
  return weights
})()

/** Weekend evenings, with some of the week's. */
export const weekendEvenings = week((d) => hours(17, 23, d >= 4 ? 6 : 1, 0.25))

/** A profile with the Friday and Saturday nights taken out. */
export const withoutNights = (profile: Profile): Profile =>
  profile.map((w, h) => (fridaySaturdayNight[h]! > 0 ? 0 : w))

const shopHours = week((d) =>
  hours(d === 6 ? 11 : 9, d === 6 ? 17 : d === 5 ? 18 : 20, d === 5 ? 1.5 : 1, 0).map(
    (w, h) => w * (h >= 15 ? 1.7 : 1),
  ),
)
const anyDay = week(() => calmDay)
const atHome = week((d) => home.map((w, h) => w * (d >= 5 || (d === 4 && h > 17) ? 1.35 : 1)))
const office = week((d) => dayTime.map((w) => w * (d < 5 ? 1 : 0.25)))
const evenings = week((d) => hours(17, 24, d === 4 || d === 5 ? 2.4 : 2, 0.4))
const dusk = week((d) => hours(18, 24, d === 4 || d === 5 ? 2.2 : 1.7, 0.15))
const morningOut = week((d) => hours(6, 11, d < 5 ? 2 : 0.8, 0.25))
const leaving = week((d) => hours(15, 19, d === 4 ? 3 : d < 4 ? 1.6 : 0.3, 0.1))
const commute = week((d) =>
  hours(6, 10, d < 5 ? 3 : 0.6, 0.35).map((w, h) => w + (h >= 14 && h < 22 ? 0.9 : 0)),
)
const patrol = spread(
  nightOut.map((w, h) => w + (h > 12 ? 2 : 0)),
  [0.2, 0.15, 0.15, 0.3, 0.3, 1, 1.1],
  [0.5, 0.5, 0.7, 0.6, 1, 1, 0.4],
)
const afterSchool = week((d) => hours(14, 22, d < 5 ? 1.6 : 1.1, 0.2))

/** How the end is known: not at all (the start is the time), or found after so many hours. */
export interface TimePattern {
  start: Profile
  /** Probability that an end is given, and the draw of its distance from the start in minutes. */
  interval?: { share: number; minutes: (random: Random, startHour: number) => number }
}

/** Minutes to about a clock time of a following morning or evening. */
const until = (clock: number, jitter: number) => (random: Random, startHour: number) => {
  const hour = startHour % 24
  const gap = ((clock - hour + 24) % 24 || 24) * 60
  return Math.max(20, gap + random.between(-jitter, jitter))
}

const overnight = (share: number): TimePattern => ({
  start: dusk,
  interval: { share, minutes: (random, hour) => until(random.pick([6, 7, 7, 8]), 35)(random, hour) },
})
const awayAllDay: TimePattern = {
  start: morningOut,
  interval: {
    share: 0.85,
    // a tenth are holidays, some of them longer than a week: those are unknown to the aoristic method
    minutes: (random, hour) =>
      random.next() < 0.1
        ? random.between(2, 12) * 1440
        : until(random.pick([15, 16, 17, 18, 19]), 40)(random, hour),
  },
}
const closedOffice: TimePattern = {
  start: leaving,
  interval: {
    share: 0.7,
    minutes: (random, hour) =>
      until(7, 40)(random, hour) +
      (Math.floor(hour / 24) === 4 ? 2 * 1440 : Math.floor(hour / 24) === 5 ? 1440 : 0),
  },
}
const parkedCycle: TimePattern = {
  start: commute,
  interval: {
    share: 0.6,
    minutes: (random, hour) => (hour % 24 < 12 ? random.between(240, 640) : random.between(90, 840)),
  },
}

const patterns: Record<string, TimePattern> = {
  'misshandel-inomhus': { start: atHome },
  kvinnofridsbrott: { start: atHome },
  'valdtakt-inne': { start: centreNights },
  'liv-halsa-ovrigt': { start: anyDay },
  'valdtakt-ute': { start: centreNights },
  'sexuellt-ofredande': { start: centreNights },
  'sexualbrott-ovrigt': { start: anyDay },
  'olaga-hot': { start: anyDay.map((w, h) => w + 0.25 * centreNights[h]!) },
  ofredande: { start: anyDay.map((w, h) => w + 0.2 * centreNights[h]!) },
  hemfridsbrott: { start: atHome },
  'tillgrepp-fordon': overnight(0.7),
  cykelstold: parkedCycle,
  'inbrott-bostad': awayAllDay,
  'inbrott-kallare-vind': { ...overnight(0.75), start: evenings },
  'inbrott-skola': closedOffice,
  'stold-ur-fordon': overnight(0.88),
  'stold-butik': { start: shopHours },
  'stold-kontor': { start: office },
  personran: { start: anyDay.map((w, h) => w + 0.6 * centreNights[h]!) },
  'inbrott-kontor': closedOffice,
  'tillgrepp-ovrigt': {
    start: anyDay,
    interval: { share: 0.22, minutes: (random) => random.between(20, 240) },
  },
  bedrageri: { start: office },
  'bedrageri-ovrigt': { start: office },
  'skadegorelse-fordon': overnight(0.6),
  'skadegorelse-offentligt': { ...overnight(0.35), start: afterSchool },
  klotter: { ...overnight(0.3), start: evenings },
  'skadegorelse-ovrig': { start: evenings.map((w, h) => w + 0.5 * centreNights[h]!) },
  alkohollagen: { start: patrol },
  'narkotika-innehav': { start: patrol },
  'narkotika-overlatelse': { start: patrol },
  'narkotika-ovrigt': { start: patrol },
  Ordningsstörning: { start: centreNights.map((w, h) => w + 0.7 * anyDay[h]!) },
  'Störande ungdomar': { start: afterSchool },
  'Berusad person': { start: centreNights.map((w, h) => w + 0.6 * anyDay[h]!) },
  'Bråk utomhus': { start: centreNights },
  Trafikfara: { start: week((d) => hours(7, 22, d < 5 ? 1.2 : 1, 0.2)) },
  Nedskräpning: { start: office },
}

export function timePattern(typeId: string): TimePattern {
  const pattern = patterns[typeId]
  if (!pattern) throw new RangeError(`no time pattern for ${typeId}`)
  return pattern
}

/** A local wall time as minutes since 1970-01-01 00:00 of the same wall clock. */
export type WallMinutes = number

/** A start in the month (0 = January 2023) at a drawn hour of the week, to five minutes as people state times. */
export function drawStart(profile: Profile, month: number, random: Random): WallMinutes {
  const hour = random.weighted(profile)
  const year = FIRST_YEAR + Math.floor(month / 12)
  const first = dayNumber(year, (month % 12) + 1, 1)
  const next = dayNumber(year, (month % 12) + 2, 1)
  const days: number[] = []
  for (let day = first; day < next; day++) if (weekday(day) === Math.floor(hour / 24)) days.push(day)
  const minute = random.next() < 0.45 ? random.pick([0, 0, 15, 30, 30, 45]) : 5 * random.below(12)
  return random.pick(days) * 1440 + (hour % 24) * 60 + minute
}

export const hourOfWeek = (time: WallMinutes): number =>
  weekday(Math.floor(time / 1440)) * 24 + Math.floor((time % 1440) / 60)

/** `2025-03-01 23:15` */
export function wallTime(time: WallMinutes): string {
  const minutes = time % 1440
  const two = (n: number) => String(n).padStart(2, '0')
  return `${isoDate(Math.floor(time / 1440))} ${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
}
