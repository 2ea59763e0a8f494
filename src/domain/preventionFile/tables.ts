import {
  ACTS_ON,
  CAUSE_KINDS,
  DECISION_WORDS,
  FEELS,
  GOAL_KINDS,
  HORIZONS,
  LIGHT_WORDS,
  MEASURE_KINDS,
  MEASURE_WORDS,
  OBSERVATION_WORDS,
  SHAPES,
  STATUSES,
  type FileLanguage,
  type Vocabulary,
} from './vocabularies.ts'

/** What a file is about. */
export type FileSubject = 'walks' | 'measures'

/** `list`: texts in one cell. `date` and `month` are ISO texts, `clock` is HH:MM, `count` a whole number from 0. */
export type FieldKind = 'text' | 'date' | 'clock' | 'month' | 'number' | 'count' | 'flag' | 'list' | 'word'

export interface Field {
  key: string
  sv: string
  en: string
  kind: FieldKind
  /** Of a `word`. */
  words?: Vocabulary
  /** `id`: a row without it is left out. `needed`: never absent in the model. */
  need: 'id' | 'needed' | 'optional'
  /** What holds where a needed word or text is missing or unknown. */
  fallback?: string
}

/** One table of a file; rows of a table with a parent belong to the row of the parent that their first field names. */
export interface TableSchema {
  key: TableKey
  sv: string
  en: string
  parent: TableKey | null
  fields: readonly Field[]
}

export type TableKey =
  | 'walks'
  | 'routes'
  | 'participants'
  | 'observations'
  | 'measures'
  | 'geometries'
  | 'causes'
  | 'problems'
  | 'measureCauses'
  | 'causeProblems'
  | 'goals'
  | 'log'
  | 'activity'
  | 'activityMonths'

/** A cell of a record; absent where there is no value. */
export type FieldValue = string | number | boolean | readonly string[]
export type FileRecord = Readonly<Record<string, FieldValue>>
export type FileRecords = Readonly<Partial<Record<TableKey, readonly FileRecord[]>>>

const field = (
  key: string,
  sv: string,
  en: string,
  kind: FieldKind,
  need: Field['need'],
  rest: Pick<Field, 'words' | 'fallback'> = {},
): Field => ({ key, sv, en, kind, need, ...rest })
const id = (key: string, sv: string, en: string) => field(key, sv, en, 'text', 'id')
const text = (key: string, sv: string, en: string) => field(key, sv, en, 'text', 'needed', { fallback: '' })
const maybe = (key: string, sv: string, en: string, kind: FieldKind) => field(key, sv, en, kind, 'optional')
const word = (key: string, sv: string, en: string, words: Vocabulary, fallback: string) =>
  field(key, sv, en, 'word', 'needed', { words, fallback })
const lonLat = [
  field('lon', 'Longitud', 'Longitude', 'number', 'id'),
  field('lat', 'Latitud', 'Latitude', 'number', 'id'),
]

/** The tables of each subject in the order of the workbook's sheets. */
export const FILE_TABLES: Readonly<Record<FileSubject, readonly TableSchema[]>> = {
  walks: [
    {
      key: 'walks',
      sv: 'Vandringar',
      en: 'Walks',
      parent: null,
      fields: [
        id('id', 'Vandring', 'Walk'),
        text('title', 'Titel', 'Title'),
        field('date', 'Datum', 'Date', 'date', 'id'),
        field('startTime', 'Starttid', 'Start time', 'clock', 'needed', { fallback: '' }),
        word('light', 'Ljusförhållande', 'Light', LIGHT_WORDS, 'daylight'),
        text('organiser', 'Arrangör', 'Organiser'),
      ],
    },
    {
      key: 'observations',
      sv: 'Observationer',
      en: 'Observations',
      parent: 'walks',
      fields: [
        id('walk', 'Vandring', 'Walk'),
        id('id', 'Observation', 'Observation'),
        ...lonLat,
        word('feels', 'Trygg eller otrygg', 'Safe or unsafe', FEELS, 'unsafe'),
        word('category', 'Kategori', 'Category', OBSERVATION_WORDS, 'other'),
        text('text', 'Iakttagelse', 'Observed'),
        maybe('photo', 'Foto', 'Photo', 'text'),
        maybe('responsible', 'Ansvarig', 'Responsible', 'text'),
        field('decision', 'Beslut', 'Decision', 'word', 'optional', { words: DECISION_WORDS }),
        maybe('reason', 'Skäl', 'Reason', 'text'),
        maybe('due', 'Åtgärd senast', 'Due', 'date'),
        maybe('done', 'Åtgärdad', 'Done', 'date'),
        maybe('confirmed', 'Bekräftad vid ny vandring', 'Confirmed by a re-walk', 'flag'),
      ],
    },
    {
      key: 'participants',
      sv: 'Deltagare',
      en: 'Participants',
      parent: 'walks',
      fields: [
        id('walk', 'Vandring', 'Walk'),
        id('role', 'Roll', 'Role'),
        field('count', 'Antal', 'Number', 'count', 'id'),
      ],
    },
    {
      key: 'routes',
      sv: 'Rutter',
      en: 'Routes',
      parent: 'walks',
      fields: [id('walk', 'Vandring', 'Walk'), ...lonLat],
    },
  ],
  measures: [
    {
      key: 'measures',
      sv: 'Åtgärder',
      en: 'Measures',
      parent: null,
      fields: [
        id('id', 'Åtgärd', 'Measure'),
        text('title', 'Titel', 'Title'),
        word('kind', 'Slag', 'Kind', MEASURE_KINDS, 'situational'),
        word('actsOn', 'Påverkar', 'Acts on', ACTS_ON, 'situation'),
        word('category', 'Kategori', 'Category', MEASURE_WORDS, 'other'),
        text('mechanism', 'Förväntad mekanism', 'Expected mechanism'),
        word('horizon', 'Sikt', 'Horizon', HORIZONS, 'short'),
        text('responsible', 'Ansvarig', 'Responsible'),
        field('start', 'Start', 'Start', 'date', 'id'),
        maybe('end', 'Slut', 'End', 'date'),
        word('status', 'Status', 'Status', STATUSES, 'planned'),
        field('crimeTypes', 'Brottstyper', 'Crime types', 'list', 'needed'),
        maybe('cost', 'Kostnad (kr)', 'Cost (SEK)', 'number'),
        maybe('evidence', 'Underlag', 'Evidence', 'text'),
        field('shape', 'Geometri', 'Geometry', 'word', 'optional', { words: SHAPES }),
        maybe('radius', 'Radie (m)', 'Radius (m)', 'number'),
      ],
    },
    {
      key: 'causes',
      sv: 'Orsaker',
      en: 'Causes',
      parent: null,
      fields: [
        id('id', 'Orsak', 'Cause'),
        text('text', 'Beskrivning av orsaken', 'Description of the cause'),
        word('kind', 'Närliggande eller avlägsen', 'Proximate or distal', CAUSE_KINDS, 'proximate'),
      ],
    },
    {
      key: 'problems',
      sv: 'Problem',
      en: 'Problems',
      parent: null,
      fields: [
        id('id', 'Problem', 'Problem'),
        text('text', 'Beskrivning av problemet', 'Description of the problem'),
        field('crimeTypes', 'Brottstyper', 'Crime types', 'list', 'needed'),
        maybe('from', 'Problembild från', 'Picture from', 'date'),
        maybe('to', 'Problembild till', 'Picture to', 'date'),
      ],
    },
    {
      key: 'goals',
      sv: 'Mål',
      en: 'Goals',
      parent: 'measures',
      fields: [
        id('measure', 'Åtgärd', 'Measure'),
        word('kind', 'Målslag', 'Kind of goal', GOAL_KINDS, 'outcome'),
        text('text', 'Mål', 'Goal'),
        maybe('indicator', 'Indikator', 'Indicator', 'text'),
        maybe('baseline', 'Utgångsläge', 'Baseline', 'number'),
        maybe('target', 'Målvärde', 'Target', 'number'),
        maybe('achieved', 'Uppnått', 'Achieved', 'number'),
        maybe('date', 'Måldatum', 'Target date', 'date'),
      ],
    },
    {
      key: 'log',
      sv: 'Logg',
      en: 'Log',
      parent: 'measures',
      fields: [
        id('measure', 'Åtgärd', 'Measure'),
        field('date', 'Datum', 'Date', 'date', 'id'),
        text('text', 'Anteckning', 'Note'),
      ],
    },
    {
      key: 'measureCauses',
      sv: 'Åtgärders orsaker',
      en: 'Causes of measures',
      parent: 'measures',
      fields: [id('measure', 'Åtgärd', 'Measure'), id('cause', 'Orsak', 'Cause')],
    },
    {
      key: 'causeProblems',
      sv: 'Orsakers problem',
      en: 'Problems of causes',
      parent: 'causes',
      fields: [id('cause', 'Orsak', 'Cause'), id('problem', 'Problem', 'Problem')],
    },
    {
      key: 'geometries',
      sv: 'Geometrier',
      en: 'Geometries',
      parent: 'measures',
      fields: [id('measure', 'Åtgärd', 'Measure'), field('ring', 'Ring', 'Ring', 'count', 'id'), ...lonLat],
    },
    {
      key: 'activity',
      sv: 'Aktivitet',
      en: 'Activity',
      parent: null,
      fields: [
        id('id', 'Aktivitet', 'Activity'),
        text('name', 'Namn', 'Name'),
        text('unit', 'Enhet', 'Unit'),
        maybe('measure', 'Hör till åtgärd', 'Belongs to measure', 'text'),
      ],
    },
    {
      key: 'activityMonths',
      sv: 'Aktivitet per månad',
      en: 'Activity by month',
      parent: 'activity',
      fields: [
        id('series', 'Aktivitet', 'Activity'),
        field('month', 'Månad', 'Month', 'month', 'id'),
        field('count', 'Antal', 'Number', 'number', 'id'),
      ],
    },
  ],
}

export function headingOf(of: Pick<Field | TableSchema, 'sv' | 'en'>, language: FileLanguage): string {
  return of[language]
}
