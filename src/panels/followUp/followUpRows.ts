import { changeOn, type Change } from '../../state/change.ts'
import type { FollowUpAnswer } from '../../state/followUp.svelte.ts'

/** The whole, or one area, before and after. */
export interface FollowUpRow {
  /** Key of the area; '' for the whole. */
  id: string
  name: string
  before: number
  after: number
  change: Change
}

/** Id of the row of what lies in no area. */
export const OUTSIDE = '\u0000outside'

/** The whole first, then the areas in their own order, then what lies in none of them where anything does. */
export function followUpRows(
  { counts }: FollowUpAnswer,
  areas: readonly { id: string; name: string }[],
  words: { all: string; outside: string },
): FollowUpRow[] {
  const { exposureNow, exposureBefore } = counts.comparison
  const row = (id: string, name: string, after: number, before: number): FollowUpRow => ({
    id,
    name,
    before,
    after,
    change: changeOn(after, before, exposureNow, exposureBefore),
  })
  const { now, before } = counts.areas
  const outside = areas.length
  return [
    row('', words.all, counts.total.now, counts.total.before),
    ...areas.map(({ id, name }, i) => row(id, name, now[i], before[i])),
    ...(outside > 0 && now[outside] + before[outside] > 0
      ? [row(OUTSIDE, words.outside, now[outside], before[outside])]
      : []),
  ]
}
