import type { SafetyWalk } from '../../domain/safetyWalk.ts'

/** A row of the form: a role and how many of it, as typed. */
export interface TypedRole {
  role: string
  count: string
}

export type ParticipantsFault = { fault: 'count' | 'missing' | 'twice'; role: string }

/** Rows to begin with: the walk's own, or the usual ones without a number. */
export function rolesOf(walk: SafetyWalk | null, usual: readonly string[]): TypedRole[] {
  const own = Object.entries(walk?.participants ?? {})
  return own.length > 0
    ? own.map(([role, count]) => ({ role, count: String(count) }))
    : usual.map((role) => ({ role, count: '' }))
}

/** Numbers per role; rows without a number, and roles of nobody, are left out. */
export function readParticipants(
  rows: readonly TypedRole[],
): { participants: Record<string, number> } | ParticipantsFault {
  const read = new Map<string, number>()
  for (const row of rows) {
    const [role, count] = [row.role.trim(), row.count.trim()]
    if (count === '') continue
    if (!/^\d{1,6}$/.test(count)) return { fault: 'count', role }
    if (Number(count) === 0) continue
    if (role === '') return { fault: 'missing', role }
    if (read.has(role)) return { fault: 'twice', role }
    read.set(role, Number(count))
  }
  return { participants: Object.fromEntries(read) }
}
