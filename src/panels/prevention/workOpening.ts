import {
  conflicts,
  CONTENT_LISTS,
  merged,
  withObservations,
  type ContentList,
  type MergeMode,
} from '../../domain/preventionFile/merge.ts'
import type { FileContent } from '../../domain/preventionFile/records.ts'
import { routesOnWalks, type WalkWords } from '../../domain/preventionFile/routesOnWalks.ts'
import type { FileSubject } from '../../domain/preventionFile/tables.ts'
import type { Prevention } from '../../domain/prevention.ts'
import type { SafetyWalk } from '../../domain/safetyWalk.ts'
import type { SourceFile } from '../../ingest/index.ts'
import type { WorkReading } from '../../ingest/prevention/readWork.ts'

/** Files of walks or measures that are looked at and not yet taken in. Replaced as a whole, never changed. */
export interface WorkOpening {
  /** What carries the walks or measures; null where there is but a route. */
  main: { file: SourceFile; reading: WorkReading } | null
  /** A file whose lines are the routes of the walks; may be the same one. */
  routes: { file: SourceFile; reading: WorkReading } | null
  words: WalkWords & { feelsUnsaid: 'safe' | 'unsafe'; into: string | null }
  /** Strikes out what is of persons in the texts. */
  hide: boolean
  mode: MergeMode
  busy: boolean
  error: Error | null
}

export function subjectOfOpening({ main }: WorkOpening): FileSubject {
  return main?.reading.subject ?? 'walks'
}

/** Names of the files, the table's first. */
export function fileNames({ main, routes }: WorkOpening): string {
  return [...new Set([main?.file.name, routes?.file.name])].filter(Boolean).join(' + ')
}

/** What would be taken in: the table's entries, with the routes on their walks. */
export function openedContent(opening: WorkOpening, held: Pick<Prevention, 'walks'>): FileContent {
  const read = opening.main?.reading.content
  const content = read ?? { walks: [], measures: [], causes: [], problems: [], activity: [] }
  const routes = opening.routes?.reading.routes ?? []
  if (routes.length === 0 || subjectOfOpening(opening) === 'measures') return content
  const { into } = opening.words
  const onto = held.walks.find(({ id }) => id === into)
  if (onto && content.walks.length === 0) {
    const bare: SafetyWalk = { ...onto, route: [], observations: [] }
    return { ...content, walks: routesOnWalks([bare], routes.slice(0, 1), opening.words) }
  }
  return { ...content, walks: routesOnWalks(content.walks, routes, opening.words) }
}

/** Whether the table or the routes still want a person to say which day it was. */
export function wantsDate(
  opening: WorkOpening,
  content: FileContent,
  held: Pick<Prevention, 'walks'>,
): boolean {
  const { words, routes } = opening
  if (subjectOfOpening(opening) === 'measures' || words.date !== '') return false
  if (held.walks.some(({ id }) => id === words.into)) return false
  const undated = content.walks.some(({ date }) => date === '')
  return undated || (content.walks.length === 0 && (routes?.reading.routes.length ?? 0) > 0)
}

/** The lists as they are put into what is held. */
export function toPut(opening: WorkOpening, content: FileContent, held: Prevention): FileContent {
  const onto = held.walks.find(({ id }) => id === opening.words.into)
  if (onto && content.walks.length > 0)
    return {
      ...content,
      walks: [content.walks.reduce((walk, more) => withObservations(walk, more, opening.mode), onto)],
    }
  return merged(held, content, opening.mode)
}

/** How many entries of each list are there already with other content; none where observations join a walk. */
export function clashes(
  opening: WorkOpening,
  content: FileContent,
  held: Prevention,
): [ContentList, number][] {
  if (opening.words.into !== null) return []
  const found = conflicts(held, content)
  return CONTENT_LISTS.map((list): [ContentList, number] => [list, found[list].length]).filter(
    ([, n]) => n > 0,
  )
}
