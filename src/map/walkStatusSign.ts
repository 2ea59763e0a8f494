import type { ObservationStatus } from '../domain/walkStatus.ts'

/** What a mark shows of how far its observation has come; nothing where it is still to be done in time. */
export type StatusSign = 'done' | 'refused' | 'overdue'

export const STATUS_SIGNS: Readonly<Partial<Record<ObservationStatus, StatusSign>>> = {
  confirmed: 'done',
  done: 'done',
  refused: 'refused',
  overdue: 'overdue',
}
