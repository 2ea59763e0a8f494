import { parseIsoDate } from '../../domain/period.ts'
import type { WalkObservation } from '../../domain/safetyWalk.ts'
import { daysLate, observationStatus } from '../../domain/walkStatus.ts'
import { locale } from '../../i18n/locale.svelte.ts'

/** An ISO date as people write it; a text that is no date as it stands. */
export function dayText(iso: string): string {
  const day = parseIsoDate(iso)
  return Number.isNaN(day) ? iso : locale.format.day(day)
}

/** How far an observation has come, in a line; empty for a safe place that asks for nothing. */
export function statusLine(observation: WalkObservation, today: number): string {
  const texts = locale.texts.walks.statusLine
  const { due, done, decision } = observation
  switch (observationStatus(observation, today)) {
    case 'overdue': {
      const days = daysLate(observation, today)
      return texts.overdue(dayText(due ?? ''), locale.format.integer(days), days)
    }
    case 'approved':
      return texts.approved(due ? dayText(due) : null)
    case 'refused':
      return texts.refused(decision?.reason?.trim() || null)
    case 'done':
      return texts.done(dayText(done ?? ''))
    case 'notHeld':
      return texts.notHeld(dayText(done ?? ''))
    case 'confirmed':
      return texts.confirmed(done ? dayText(done) : null)
    case 'open':
      return texts.open
    case 'none':
      return ''
  }
}
