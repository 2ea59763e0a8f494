import { calendarDate, type Period } from '../domain/period.ts'

export interface TimelineMonth extends Period {
  count: number
  /** Count of the same month a year before, null where it is not known. */
  before: number | null
  /** False where the data end within the month. */
  complete: boolean
}

export interface TimelineMarker {
  day: number
  label: string
  /** Filled when done, outlined when planned. */
  filled: boolean
}

/** A run of months [first, last] in the timeline. */
export interface MonthRun {
  first: number
  last: number
}

/** Places of the timeline's parts, px. */
export interface TimelineFrame {
  width: number
  height: number
  left: number
  right: number
  /** Top edge of the brush. */
  top: number
  /** The zero line. */
  base: number
  /** Width of a month. */
  pitch: number
  /** Gap on each side of a bar. */
  gap: number
  /** px per crime. */
  scale: number
  /** Round values of the axis, from 0. */
  ticks: number[]
}

const LEFT = 42
const RIGHT = 19
const TOP = 27
/** Room over the tallest bar, under the brush's upper edge. */
const HEADROOM = 6
/** Month and year labels under the zero line. */
const LABELS = 34

const TICK_STEPS = [1, 2, 3, 4, 5, 10, 15, 20, 25, 30, 40, 50, 75]

/** Zero and two round values, the upper one at most `max`; fewer where `max` is below 2. */
export function timelineTicks(max: number): number[] {
  if (max < 1) return [0]
  if (max < 2) return [0, 1]
  const half = max / 2
  const power = 10 ** Math.max(0, Math.floor(Math.log10(half)) - 1)
  const step = TICK_STEPS.map((s) => s * power).findLast((s) => s <= half) ?? 1
  return [0, step, 2 * step]
}

/** @param months in order of time */
export function timelineFrame(
  months: readonly TimelineMonth[],
  width: number,
  height: number,
): TimelineFrame {
  const max = months.reduce((top, month) => Math.max(top, month.count, month.before ?? 0), 0)
  const base = height - LABELS
  const right = Math.max(LEFT + 1, width - RIGHT)
  const pitch = (right - LEFT) / Math.max(1, months.length)
  return {
    width,
    height,
    left: LEFT,
    right,
    top: TOP,
    base,
    pitch,
    gap: Math.min(4, pitch * 0.13),
    scale: (base - TOP - HEADROOM) / Math.max(1, max),
    ticks: timelineTicks(max),
  }
}

/** x of a day's start: months are equally wide, days within a month evenly spread; clamped to the timeline. */
export function dayX(frame: TimelineFrame, months: readonly TimelineMonth[], day: number): number {
  const index = months.findIndex((month) => day < month.to)
  if (index < 0) return frame.right
  const month = months[index]
  const share = Math.max(0, (day - month.from) / (month.to - month.from))
  return frame.left + (index + share) * frame.pitch
}

/** Index of the month under x, or of the nearest one. */
export function monthAt(frame: TimelineFrame, months: readonly TimelineMonth[], x: number): number {
  return Math.min(months.length - 1, Math.max(0, Math.floor((x - frame.left) / frame.pitch)))
}

/** Whole months between two of them, in any order. */
export function periodOfMonths(months: readonly TimelineMonth[], a: number, b: number): Period {
  return { from: months[Math.min(a, b)].from, to: months[Math.max(a, b)].to }
}

export function overlaps(month: Period, period: Period): boolean {
  return month.from < period.to && period.from < month.to
}

/** The months that a period touches, or null where it lies outside the timeline. */
export function monthsOfPeriod(months: readonly TimelineMonth[], period: Period): MonthRun | null {
  const first = months.findIndex((month) => overlaps(month, period))
  return first < 0 ? null : { first, last: months.findLastIndex((month) => overlaps(month, period)) }
}

export function samePeriod(a: Period | null, b: Period | null): boolean {
  return a && b ? a.from === b.from && a.to === b.to : a === b
}

/** Every how many months a label fits: 1, 3 (Jan, Apr …), 6, or 12 for years alone. */
export function labelEvery(pitch: number): 1 | 3 | 6 | 12 {
  const room = 25
  if (pitch >= room) return 1
  if (pitch * 3 >= room) return 3
  return pitch * 6 >= room + 4 ? 6 : 12
}

export interface TimelineLabel {
  index: number
  /** Calendar month 1-12 */
  month: number
}

export function monthLabels(months: readonly TimelineMonth[], pitch: number): TimelineLabel[] {
  const every = labelEvery(pitch)
  if (every === 12) return []
  return months
    .map(({ from }, index) => ({ index, month: calendarDate(from).month }))
    .filter(({ month }) => (month - 1) % every === 0)
}

/** Years with the month index at which each starts; the last of two too near each other is left unwritten. */
export function yearLabels(
  months: readonly TimelineMonth[],
  pitch: number,
): { index: number; year: number; written: boolean }[] {
  const starts: { index: number; year: number; written: boolean }[] = []
  months.forEach(({ from }, index) => {
    const { year } = calendarDate(from)
    if (starts.at(-1)?.year !== year) starts.push({ index, year, written: true })
  })
  const room = 36
  starts.forEach((start, i) => {
    const next = starts[i + 1]?.index ?? months.length
    start.written = (next - start.index) * pitch >= room
  })
  return starts
}

export interface PlacedMarker extends TimelineMarker {
  x: number
  /** The markers that it stands for: itself, or those too near each other to be told apart. */
  members: TimelineMarker[]
  /** Label beside the mark, or none where it would meet another. */
  side: 'right' | 'left' | null
  /** Stands under the title instead of beside it. */
  low: boolean
}

/** px: marks nearer than this overlap. */
const MARK_WIDTH = 12

/** Marks that would overlap as one, in the middle of them, filled where all of them are. */
function groupMarkers(
  markers: readonly TimelineMarker[],
  xOf: (day: number) => number,
  groupName: (count: number) => string,
): (TimelineMarker & { x: number; members: TimelineMarker[] })[] {
  const runs: { first: number; last: number; members: TimelineMarker[] }[] = []
  for (const marker of [...markers].sort((a, b) => a.day - b.day)) {
    const x = xOf(marker.day)
    const run = runs.at(-1)
    if (run && x - run.last < MARK_WIDTH) {
      run.last = x
      run.members.push(marker)
    } else runs.push({ first: x, last: x, members: [marker] })
  }
  return runs.map(({ first, last, members }) => ({
    day: members[0].day,
    label: members.length === 1 ? members[0].label : groupName(members.length),
    filled: members.every(({ filled }) => filled),
    x: (first + last) / 2,
    members,
  }))
}

/**
 * Places markers, those that would overlap as one, and as many of their labels as fit without touching, right of the
 * mark where there is room, else left.
 * @param textWidth px of a label
 * @param groupName the label of several in one, "4 åtgärder"
 * @param leftLimit x before which no label may reach (the title stands there, and marks stand lower)
 */
export function placeMarkers(
  markers: readonly TimelineMarker[],
  xOf: (day: number) => number,
  textWidth: (label: string) => number,
  groupName: (count: number) => string,
  leftLimit: number,
  rightLimit: number,
): PlacedMarker[] {
  const mark = 8
  const gap = 11
  const sorted = groupMarkers(markers, xOf, groupName)
  const taken: [from: number, to: number][] = sorted.map(({ x }) => [x - mark, x + mark])
  const isFree = (from: number, to: number, own: number) =>
    from >= leftLimit && to <= rightLimit && taken.every(([a, b], i) => i === own || to <= a || from >= b)
  return sorted.map((marker, own) => {
    const width = textWidth(marker.label)
    const right: [number, number] = [marker.x + gap, marker.x + gap + width]
    const left: [number, number] = [marker.x - gap - width, marker.x - gap]
    const side = isFree(...right, own) ? 'right' : isFree(...left, own) ? 'left' : null
    if (side) taken.push(side === 'right' ? right : left)
    return { ...marker, side, low: marker.x - mark < leftLimit }
  })
}

/** The marker's pentagon, 5 px around (0, 0), as SVG points. */
export const PENTAGON = [0, 1, 2, 3, 4]
  .map((corner) => {
    const angle = (corner * 2 * Math.PI) / 5 - Math.PI / 2
    return `${(5.6 * Math.cos(angle)).toFixed(2)},${(5.6 * Math.sin(angle)).toFixed(2)}`
  })
  .join(' ')
