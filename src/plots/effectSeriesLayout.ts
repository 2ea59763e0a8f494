import type { Period } from '../domain/period.ts'
import { dayX, timelineFrame, type TimelineFrame, type TimelineMonth } from './timelineLayout.ts'

/** A month of the measure's place, with the control's beside it. */
export interface EffectMonth extends Period {
  target: number
  /** null where there is no control. */
  control: number | null
  /** Of the month: in the period before or after, between them, or in neither. */
  phase: 'before' | 'after' | 'runIn' | 'outside'
}

/** A level over some months: the mean of a period, drawn from its first day to its last. */
export interface EffectLevel {
  phase: 'before' | 'after'
  perMonth: number
  windows: readonly Period[]
}

export interface EffectSeriesFrame {
  frame: TimelineFrame
  months: TimelineMonth[]
  y(count: number): number
  x(day: number): number
  middle(index: number): number
  /** The control's line, broken where there is none. */
  controlPath: string
  /** Where the bars' and the control's names stand, px: apart from each other. */
  names: { target: number; control: number | null }
}

/** px between two names over each other. */
const NAME_STEP = 15

/**
 * Places of the months of one measure: bars for its place, a line for the control on the same axis from zero.
 * @param room px at the right for the names
 */
export function effectSeriesFrame(
  months: readonly EffectMonth[],
  levels: readonly EffectLevel[],
  width: number,
  height: number,
  room: number,
): EffectSeriesFrame {
  const highest = levels.reduce((top, { perMonth }) => Math.max(top, perMonth), 0)
  const drawn = months.map(({ from, to, target, control }) => ({
    from,
    to,
    count: target,
    // The frame's axis has room for what is higher of the two.
    before: Math.max(control ?? 0, highest),
    complete: true,
  }))
  const frame = timelineFrame(drawn, Math.max(80, width - room), height)
  const y = (count: number) => frame.base - count * frame.scale
  const middle = (index: number) => frame.left + (index + 0.5) * frame.pitch
  let controlPath = ''
  months.forEach(({ control }, index) => {
    if (control === null) return
    const joined = index > 0 && months[index - 1].control !== null
    controlPath += `${joined ? 'L' : 'M'}${middle(index).toFixed(1)},${y(control).toFixed(1)}`
  })
  const last = months.at(-1)
  const targetName = y(levels.find(({ phase }) => phase === 'after')?.perMonth ?? last?.target ?? 0)
  const controlName = last?.control == null ? null : y(last.control)
  return {
    frame,
    months: drawn,
    y,
    x: (day) => dayX(frame, drawn, day),
    middle,
    controlPath,
    names: apart(targetName, controlName),
  }
}

/** Two names that would meet are moved from each other. */
function apart(target: number, control: number | null): EffectSeriesFrame['names'] {
  if (control === null || Math.abs(target - control) >= NAME_STEP) return { target, control }
  const middle = (target + control) / 2
  const below = target >= control ? 0.5 : -0.5
  return { target: middle + below * NAME_STEP, control: middle - below * NAME_STEP }
}
