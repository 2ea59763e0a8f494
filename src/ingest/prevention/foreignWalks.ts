import { NO_CONTENT, type FileContent } from '../../domain/preventionFile/records.ts'
import {
  DECISION_WORDS,
  FEELS,
  idOfWord,
  OBSERVATION_WORDS,
  YES_NO,
} from '../../domain/preventionFile/vocabularies.ts'
import { foldLabel } from '../../domain/taxonomy.ts'
import type {
  Decision,
  Light,
  ObservationCategory,
  SafetyWalk,
  WalkObservation,
} from '../../domain/safetyWalk.ts'
import { pointOf } from '../formats/geometry.ts'
import { countParticipants } from './participantsText.ts'
import { ForeignRows, type ForeignReading, type ForeignRow } from './foreignRows.ts'
import type { SourceTable } from './sourceTables.ts'
import { TextIds } from './textIds.ts'
import { wordIn } from './wordIn.ts'
import type { WorkMapping } from './workMapping.ts'

interface Draft {
  walk: Omit<SafetyWalk, 'observations'>
  observations: WalkObservation[]
  ids: Set<string>
  /** Most who were counted in one cell of it. */
  participants: number
}

/**
 * Observations of another's table, on walks by its own column, else one a date, else one in all. Rows without a place are left out
 * and listed; names of participants are counted and forgotten.
 */
export function readForeignWalks(table: SourceTable, mapping: WorkMapping): ForeignReading {
  const rows = new ForeignRows(table, mapping)
  const drafts = new Map<string, Draft>()
  const names = new TextIds()
  let named = 0
  rows.each((row) => {
    const date = mapping.columns.date === undefined ? mapping.date : (row.date('date') ?? mapping.date)
    const place = row.place((geometry) => pointOf(geometry) as [number, number] | null)
    if (typeof place === 'string') return row.leave(place)
    if (!place) return row.leave('noPosition')
    // Where no column says when, a person does, before anything is taken in.
    if (date === '' && mapping.columns.date !== undefined && mapping.into === null)
      return row.leave('noDate', 'date')
    const draft = draftOf(drafts, mapping, date, row.text('walk'), names)
    const counted = countParticipants(row.text('participants'))
    if (counted) {
      if (counted.named) named++
      draft.participants = Math.max(draft.participants, counted.count)
    }
    const feels = feelsOf(row, mapping)
    const decision = decisionOf(row)
    const optional = {
      photo: row.text('photo'),
      responsible: row.text('responsible'),
      due: row.date('due') ?? '',
      done: row.date('done') ?? '',
    }
    const confirmed = row.text('confirmed') === '' ? null : idOfWord(YES_NO, row.text('confirmed'))
    draft.observations.push({
      id: newId(draft.ids, row.text('id') || `rad-${row.number}`),
      lon: place[0],
      lat: place[1],
      feels,
      category: categoryOf(row),
      text: row.text('text'),
      ...Object.fromEntries(Object.entries(optional).filter(([, text]) => text !== '')),
      ...(decision && { decision }),
      ...(confirmed !== null && { confirmed: confirmed === 'true' }),
    })
  })
  const content: FileContent = {
    ...NO_CONTENT,
    walks: [...drafts.values()].map(({ walk, observations, participants }) => ({
      ...walk,
      participants: counted(participants),
      observations,
    })),
  }
  return { subject: 'walks', content, problems: rows.problems, namedParticipants: named }
}

function draftOf(
  drafts: Map<string, Draft>,
  mapping: WorkMapping,
  date: string,
  walkName: string,
  names: TextIds,
): Draft {
  const id = mapping.into ?? (walkName === '' ? `vandring-${date}` : names.of(walkName))
  let draft = drafts.get(id)
  if (!draft) {
    const title = mapping.into === null && walkName !== '' ? walkName : mapping.title || date
    const { startTime, organiser } = mapping
    const light = mapping.light as Light
    draft = {
      walk: { id, title, date, startTime, light, route: [], participants: {}, organiser },
      observations: [],
      ids: new Set(),
      participants: 0,
    }
    drafts.set(id, draft)
  }
  return draft
}

function newId(taken: Set<string>, wanted: string): string {
  let id = wanted
  for (let k = 2; taken.has(id); k++) id = `${wanted}-${k}`
  taken.add(id)
  return id
}

/** By the word, or by yes and no under a heading that says trygg or otrygg. */
function feelsOf(row: ForeignRow, { feelsUnsaid }: WorkMapping): 'safe' | 'unsafe' {
  const cell = row.text('feels')
  if (cell === '') return feelsUnsaid
  const word = idOfWord(FEELS, cell)
  const yes = idOfWord(YES_NO, cell)
  const heading = foldLabel(row.heading('feels'))
  const asks = /(^| )otrygg/.test(heading) !== /(^| )trygg/.test(heading)
  if (yes !== null && asks && !['trygg', 'otrygg'].includes(foldLabel(cell)))
    return (yes === 'true') === /(^| )trygg/.test(heading) ? 'safe' : 'unsafe'
  if (word === null) row.note('unknownWord', 'feels', feelsUnsaid)
  return (word as 'safe' | 'unsafe' | null) ?? feelsUnsaid
}

function categoryOf(row: ForeignRow): ObservationCategory {
  const cell = row.text('category')
  if (cell === '') return 'other'
  const id = wordIn(OBSERVATION_WORDS, cell)
  if (id === null) row.note('unknownWord', 'category', 'other')
  return (id ?? 'other') as ObservationCategory
}

/** "Nekad: ryms inte i budgeten" is a refusal with its reason. */
function decisionOf(row: ForeignRow): Decision | null {
  const cell = row.text('decision')
  if (cell === '') return null
  const [first = '', rest = ''] = /^([^:,;(–]+)[:,;(–]?\s*([^]*?)\)?$/.exec(cell)?.slice(1) ?? []
  const kind = (idOfWord(DECISION_WORDS, cell) ?? idOfWord(DECISION_WORDS, first)) as Decision['kind'] | null
  if (!kind) {
    row.note('cellLeftOut', 'decision')
    return null
  }
  const reason = row.text('reason') || (idOfWord(DECISION_WORDS, cell) ? '' : rest.trim())
  return reason === '' ? { kind } : { kind, reason }
}

function counted(participants: number): Record<string, number> {
  return participants > 0 ? { deltagare: participants } : {}
}
