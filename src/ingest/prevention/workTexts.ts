import type { FileContent } from '../../domain/preventionFile/records.ts'
import { findAll } from '../privacy/detect/index.ts'
import { isOfNames } from '../privacy/detect/personName.ts'
import { signsOf } from '../privacy/detect/signs.ts'
import type { PrivacyKind } from '../privacy/kinds.ts'
import { withoutSpans } from '../privacy/mask.ts'

/** Places and cases are what the work is about; these are of persons. */
const PERSONAL: readonly PrivacyKind[] = ['identityNumber', 'phone', 'email', 'name', 'plate']

export interface PersonalFinding {
  kind: PrivacyKind
  /** Texts that it was found in. */
  texts: number
}

/** What in the free texts of the work is of persons, as the privacy guard sees it. */
export function findPersonal(content: FileContent): PersonalFinding[] {
  const counts = new Map<PrivacyKind, number>()
  mapTexts(content, (text, role) => {
    for (const kind of kindsIn(text, role)) counts.set(kind, (counts.get(kind) ?? 0) + 1)
    return text
  })
  return PERSONAL.flatMap((kind) => (counts.has(kind) ? [{ kind, texts: counts.get(kind)! }] : []))
}

/** The work with all that {@link findPersonal} finds hidden in its texts; numbers and ids stay. */
export function hidePersonal(content: FileContent): FileContent {
  return mapTexts(content, (text, role) => {
    if (role && isOfNames(text)) return '•••'
    const spans = [...findAll(text, signsOf(text))].flatMap(([kind, found]) =>
      PERSONAL.includes(kind) ? found : [],
    )
    return withoutSpans(text, spans)
  })
}

function kindsIn(text: string, role: boolean): Set<PrivacyKind> {
  const found = [...findAll(text, signsOf(text)).keys()].filter((kind) => PERSONAL.includes(kind))
  return new Set(role && isOfNames(text) ? [...found, 'name' as const] : found)
}

type Change = (text: string, role: boolean) => string

/** Every text that a person wrote, put through a function; `role` where a role or a unit stands and a name alone would be a person. */
function mapTexts(content: FileContent, change: Change): FileContent {
  const texts = <T extends object>(
    of: T,
    plain: readonly (keyof T)[],
    roles: readonly (keyof T)[] = [],
  ): T => {
    const changed: Partial<T> = {}
    const put = (key: keyof T, role: boolean) => {
      const text = of[key]
      if (typeof text === 'string') changed[key] = change(text, role) as T[keyof T]
    }
    plain.forEach((key) => put(key, false))
    roles.forEach((key) => put(key, true))
    return { ...of, ...changed }
  }
  return {
    walks: content.walks.map((walk) => ({
      ...texts(walk, ['title'], ['organiser']),
      participants: summed(Object.entries(walk.participants).map(([role, n]) => [change(role, true), n])),
      observations: walk.observations.map((one) => ({
        ...texts(one, ['text', 'photo'], ['responsible']),
        ...(one.decision && { decision: texts(one.decision, ['reason']) }),
      })),
    })),
    problems: content.problems.map((one) => texts(one, ['text'])),
    causes: content.causes.map((one) => texts(one, ['text'])),
    measures: content.measures.map((one) => ({
      ...texts(one, ['title', 'mechanism', 'evidence'], ['responsible']),
      goals: one.goals.map((goal) => texts(goal, ['text', 'indicator'])),
      log: one.log.map((entry) => texts(entry, ['text'])),
    })),
    activity: content.activity.map((one) => texts(one, ['name', 'unit'])),
  }
}

function summed(counts: readonly (readonly [string, number])[]): Record<string, number> {
  const sums = new Map<string, number>()
  for (const [role, count] of counts) sums.set(role, (sums.get(role) ?? 0) + count)
  return Object.fromEntries(sums)
}
