import type { FileSubject } from '../../domain/preventionFile/tables.ts'
import {
  DECISION_WORDS,
  FEELS,
  idOfWord,
  MEASURE_KINDS,
  MEASURE_WORDS,
  OBSERVATION_WORDS,
  STATUSES,
  type Vocabulary,
} from '../../domain/preventionFile/vocabularies.ts'
import { profileColumns, type ColumnProfile } from '../columnProfile.ts'
import { positionColumns, type PositionSource } from '../mapping.ts'
import { pickSample } from '../sample.ts'
import { proposePosition } from '../proposePosition.ts'
import type { SourceTable } from './sourceTables.ts'

/** What a column of another's table can say of an observation or a measure. */
export const WORK_FIELDS = {
  walks: [
    'text',
    'feels',
    'category',
    'responsible',
    'decision',
    'reason',
    'due',
    'done',
    'confirmed',
    'photo',
    'id',
    'walk',
    'date',
    'participants',
  ],
  measures: [
    'title',
    'category',
    'kind',
    'status',
    'responsible',
    'start',
    'end',
    'cause',
    'problem',
    'goal',
    'followUp',
    'mechanism',
    'crimeTypes',
    'cost',
    'evidence',
    'radius',
    'id',
  ],
} as const satisfies Record<FileSubject, readonly string[]>
export type WorkField = (typeof WORK_FIELDS)[FileSubject][number]

/** How another's table is read. Plain data: proposed, shown, changed by a person, posted to the worker. */
export interface WorkMapping {
  subject: FileSubject
  /** Name of the sheet or layer. */
  table: string
  /** Column numbers from 0. */
  columns: Partial<Record<WorkField, number>>
  /** Null where the geometry of the file itself says where, or nothing does. */
  position: PositionSource | null
  /** Where nothing says how a place feels. */
  feelsUnsaid: 'safe' | 'unsafe'
  /** Of a walk that no column tells of, and of measures whose row does not say when they start. */
  date: string
  title: string
  startTime: string
  light: string
  organiser: string
  /** Id of a walk that the observations join; null = a walk of their own. */
  into: string | null
}

/** What headings hold, folded; tables of shapefiles cut them after ten letters. */
const NAMES: Readonly<Record<FileSubject, readonly (readonly [WorkField, RegExp])[]>> = {
  walks: [
    [
      'text',
      /iakttagels|beskrivnin|^observation?$|kommentar|anteckning|synpunkt|observed|descriptio|comment|^text$|notering|^vad/,
    ],
    ['feels', /trygg|upplevelse|kansla|(^| )safe|feel/],
    ['category', /kategori|category|^typ$|^type$|omrade typ|^amne$/],
    ['responsible', /ansvar|responsibl|forvaltnin|utforare|mottagare|(^| )agare/],
    ['decision', /beslut|decision|atgardas$|^status$|bedomning/],
    ['reason', /skal|motiv|orsak till|reason|anledning/],
    ['due', /senast|deadline|^due|forfall|klart? senast|ska vara klar/],
    ['done', /^klar|atgardad|^done|utford|slutford|fardig/],
    ['confirmed', /bekraftad|kontroller|atervandring|confirmed|uppfoljd/],
    ['photo', /foto|bild|photo|picture/],
    ['id', /(^| )(id|nr|nummer|lopnr|lopnummer|fid|objectid)( |$)/],
    ['walk', /vandring|(^| )walk( |$)|rutt/],
    ['date', /dat(um|e)|^dag$|tidpunkt/],
    ['participants', /deltagare|narvarande|participan|attendees/],
  ],
  measures: [
    [
      'title',
      /^(atgard|atgarder|insats|insatser|aktivitet|aktiviteter|measure|activity|titel|namn|title)( |$)|^atgardens/,
    ],
    ['category', /kategori|category|^typ$|atgardstyp|insatstyp/],
    ['kind', /situatione|^slag$|^kind$/],
    ['status', /status|lage$|pagar/],
    ['responsible', /ansvar|responsibl|utforare|^agare$/],
    ['start', /^start|startdat|^fran|fr o m|paborja|begin|^datum$/],
    ['end', /^slut|slutdat|^till|t o m|klar|avslut|^end|senast|deadline/],
    ['cause', /orsak|cause/],
    ['problem', /problem/],
    ['goal', /(^| )(mal|effektmal|delmal|goal|malsattning?|syfte)( |$)/],
    ['followUp', /uppfoljnin|indikator|follow|indicator|matt$/],
    ['mechanism', /mekanism|mechanism|hur ska|forvantad/],
    ['crimeTypes', /brott|crime/],
    ['cost', /kostnad|budget|cost|belopp|(^| )(sek|kr)( |$)/],
    ['evidence', /underlag|evidens|evidence|lank|kalla/],
    ['radius', /radie|radius/],
    ['id', /(^| )(id|nr|nummer|lopnr|fid|objectid)( |$)/],
  ],
}

/** Columns whose values tell what their headings do not. */
const WORDS: Readonly<Record<FileSubject, readonly (readonly [WorkField, Vocabulary])[]>> = {
  walks: [
    ['feels', FEELS],
    ['category', OBSERVATION_WORDS],
    ['decision', DECISION_WORDS],
  ],
  measures: [
    ['category', MEASURE_WORDS],
    ['kind', MEASURE_KINDS],
    ['status', STATUSES],
  ],
}

/** Share of the values that must be words of a vocabulary before they decide. */
const MOSTLY = 0.6

/** What each column is likely to say, by its heading and its values, and where the rows are. */
export function proposeWorkMapping(table: SourceTable, subject: FileSubject, fileName: string): WorkMapping {
  const profiles = profilesOf(table)
  const position = table.geometries ? null : (proposePosition(profiles, null, fileName)?.source ?? null)
  const taken = new Set(positionColumns(position))
  const columns: Partial<Record<WorkField, number>> = {}
  const claim = (field: WorkField, fits: (profile: ColumnProfile) => boolean) => {
    if (columns[field] !== undefined) return
    const found = profiles.find((profile) => !taken.has(profile.index) && fits(profile))
    if (!found) return
    columns[field] = found.index
    taken.add(found.index)
  }
  for (const [field, vocabulary] of WORDS[subject])
    claim(field, (profile) => named(profile, subject, field) && saysWords(profile, vocabulary))
  // The more telling headings first: "Åtgärd senast" is a date, and no measure.
  const order = subject === 'walks' ? ['due', 'done', 'feels'] : ['start', 'end']
  for (const field of order as WorkField[])
    claim(field, (profile) => named(profile, subject, field) && fitsField(profile, field))
  for (const [field] of NAMES[subject])
    claim(field, (profile) => named(profile, subject, field) && fitsField(profile, field))
  for (const [field, vocabulary] of WORDS[subject])
    claim(field, (profile) => profile.filled > 1 && saysWords(profile, vocabulary))
  const title = fileName.replace(/\.[^.]+$/, '').replace(/_/g, ' ')
  return {
    subject,
    table: table.name,
    columns,
    position,
    feelsUnsaid: 'unsafe',
    date: '',
    title,
    startTime: '',
    light: 'daylight',
    organiser: '',
    into: null,
  }
}

export function profilesOf({ columns, rows, decimalComma }: SourceTable): ColumnProfile[] {
  return profileColumns({ columns, sample: pickSample(rows), probe: [], decimalComma })
}

function named({ name }: ColumnProfile, subject: FileSubject, field: WorkField): boolean {
  return NAMES[subject].find(([key]) => key === field)?.[1].test(name) ?? false
}

const DATED: ReadonlySet<WorkField> = new Set(['date', 'due', 'start', 'end'])

function fitsField(profile: ColumnProfile, field: WorkField): boolean {
  if (profile.filled === 0) return false
  if (DATED.has(field)) return (profile.dates?.share ?? 0) >= 0.3
  if (field === 'text' || field === 'title') return profile.numeric < 0.5 && (profile.dates?.share ?? 0) < 0.5
  return true
}

/** Whether the values are words of a vocabulary. */
export function saysWords({ distinct }: ColumnProfile, vocabulary: Vocabulary): boolean {
  const known = distinct.filter((value) => idOfWord(vocabulary, value) !== null).length
  return distinct.length > 0 && distinct.length <= 30 && known >= MOSTLY * distinct.length
}
