import type { PreventionFileErrorData as Errors } from '../../domain/preventionFile/error.ts'
import type { Catalogue } from '../sv.ts'

const many = (n: number, one: string, several: string) => (n === 1 ? one : several)

export const preventionFiles: Catalogue['preventionFiles'] = {
  title: 'How the file is read',
  /** The button on the screens, and what a file is offered as. */
  import: {
    walks: 'Import walks',
    measures: 'Import measures',
    hint: 'Excel, CSV, GeoJSON, GPX, KML, Shapefile',
  },
  export: {
    walks: 'Save the walks',
    walk: 'Save the walk',
    measures: 'Save the measures',
    xlsx: 'Excel',
    csv: 'CSV',
    geojson: 'GeoJSON',
    gpx: 'GPX',
    hints: {
      xlsx: 'A workbook with a sheet for each table',
      csv: 'A zip with a file for each table',
      geojson: 'For map programs, all in one file',
      gpx: 'Route and observations, for phone and GPS',
    },
    writing: 'Writing the file …',
    failed: (sentence: string) => `The file could not be written. ${sentence}`,
    names: { walks: 'walks', measures: 'measures' },
  },
  subject: 'The file holds',
  subjects: { walks: 'Walks', measures: 'Measures' },
  back: 'Back',
  accept: {
    walks: (n: number, written: string) => `Take in ${written} ${many(n, 'walk', 'walks')}`,
    measures: (n: number, written: string) => `Take in ${written} ${many(n, 'measure', 'measures')}`,
    join: 'Add to the walk',
  },
  facts: {
    own: 'saved by Lägesbild',
    foreign: (rows: string) => `${rows} rows`,
    walks: (n: number, written: string) => `${written} ${many(n, 'walk', 'walks')}`,
    observations: (n: number, written: string) => `${written} ${many(n, 'observation', 'observations')}`,
    measures: (n: number, written: string) => `${written} ${many(n, 'measure', 'measures')}`,
    causes: (n: number, written: string) => `${written} ${many(n, 'cause', 'causes')}`,
    problems: (n: number, written: string) => `${written} ${many(n, 'problem', 'problems')}`,
    activity: (n: number, written: string) => `${written} ${many(n, 'activity series', 'activity series')}`,
    route: (points: string) => `route of ${points} points`,
  },
  walk: {
    title: 'The walk',
    into: 'Belongs to',
    ownWalk: 'A walk of its own',
    date: 'Date',
    name: 'Title',
    startTime: 'Start time',
    light: 'Light',
    lights: { daylight: 'Daylight', dusk: 'Dusk', dark: 'Dark' },
    organiser: 'Organiser',
    feelsUnsaid: 'Where nothing is said',
    feels: { safe: 'Safe', unsafe: 'Unsafe' },
    dateMissing: 'Say which day the walk was: the file does not.',
    addOther: 'Is the route (GPX) or the table in another file? Drop it on the page and it is added here.',
  },
  measuresStart: 'Start where none is given',
  columns: 'Columns',
  moreColumns: 'More columns',
  table: 'Sheet or layer',
  fields: {
    text: 'Observation',
    feels: 'Safe or unsafe',
    category: 'Category',
    responsible: 'Responsible',
    decision: 'Decision',
    reason: 'Reason',
    due: 'Due',
    done: 'Done',
    confirmed: 'Confirmed',
    photo: 'Photo',
    id: 'Id',
    walk: 'Walk',
    date: 'Date',
    participants: 'Participants',
    title: 'Measure',
    kind: 'Kind',
    status: 'Status',
    start: 'Start',
    end: 'End',
    cause: 'Cause',
    problem: 'Problem',
    goal: 'Goal',
    followUp: 'Follow-up',
    mechanism: 'Mechanism',
    crimeTypes: 'Crime types',
    cost: 'Cost',
    evidence: 'Evidence',
    radius: 'Radius (m)',
  },
  position: {
    title: 'Place',
    placed: 'In the geometry of the file itself.',
    north: 'Latitude or north',
    east: 'Longitude or east',
    single: 'Coordinates',
    crs: 'Coordinate system',
    none: 'No column is chosen: rows without a place cannot become observations.',
    noneMeasures:
      'No column is chosen: the measures come without a place, and their effect cannot be judged.',
  },
  preview: 'The first ones as they will be',
  noText: '(no text)',
  nothing:
    'Nothing in the file can be taken in as it is read now. Change the columns, or see what could not be read.',
  personal: {
    title: 'Personal data in the texts',
    found: (kind: string, n: number, texts: string) => `${kind} in ${texts} ${many(n, 'text', 'texts')}.`,
    why: 'What is taken in may become a public record. Nothing is saved yet.',
    choice: 'Personal data',
    hide: 'Strike them out',
    keep: 'Keep',
    named: (n: number, rows: string) =>
      `Participants stood by name on ${rows} ${many(n, 'row', 'rows')}. They are counted, and the names are removed.`,
  },
  conflict: {
    title: 'Already there',
    found: (what: string) => `The same id with other content: ${what}.`,
    choice: 'What is already there',
    replace: 'Replace',
    both: 'Keep both',
  },
  problemsTitle: 'To know about the rows',
  fine: 'All of the file could be read.',
  leftOut: (n: number, rows: string) => `${rows} ${many(n, 'row is', 'rows are')} left out.`,
  noted: (n: number, cells: string) =>
    `${cells} ${many(n, 'cell is', 'cells are')} read otherwise than written.`,
  allProblems: 'All rows',
  morePlaces: (n: string) => `and ${n} more`,
  /** Where a row stands, before what is wrong with it. */
  place: (table: string, row: string, column: string) =>
    [table, `row ${row}`, column && `“${column}”`].filter(Boolean).join(', '),
  problems: {
    noId: () => 'Name or id is missing. The row is left out.',
    noDate: () => 'The date is missing. The row is left out.',
    notDate: (value: string) => `“${value}” is no date. The row is left out.`,
    notNumber: (value: string) => `“${value}” is no number. The row is left out.`,
    noPosition: () => 'Coordinates are missing. The row is left out.',
    outsideWorld: (value: string) =>
      value === ''
        ? 'The coordinates lie outside their system. The row is left out.'
        : `“${value}” lies outside its system. The row is left out.`,
    unknownParent: (value: string) => `Belongs to “${value}”, which is not in the file. The row is left out.`,
    notThisKind: () => 'Is neither a walk nor a measure as Lägesbild writes it. It is left out.',
    unknownWord: (value: string, instead: string) =>
      instead === ''
        ? `“${value}” is no known word and is left out.`
        : `“${value}” is no known word and is read as ${instead}.`,
    cellLeftOut: (value: string) =>
      `“${value}” could not be read. The cell is left out, the row is taken in.`,
    sameId: (value: string, instead: string) =>
      `The id “${value}” stood on a row before and becomes “${instead}”.`,
  },
  outcome: {
    walks: (walks: string, observations: string) => `Taken in: ${walks} with ${observations}.`,
    joined: (observations: string, walk: string) => `${observations} were added to ${walk}.`,
    measures: (what: string) => `Taken in: ${what}.`,
  },
  errors: {
    textTooLong: ({ start }: Errors['textTooLong'], most: string) =>
      `A text is longer than the ${most} characters that Excel can hold (“${start}…”). Save as CSV or GeoJSON instead.`,
    brokenJson: () => 'The file is cut off or damaged. Save it anew where it came from.',
    nothingFound: () =>
      'The file holds neither walks, observations nor measures. Choose a table with a row for each observation or measure, or a route.',
    tooManyRows: ({ rows, most }: { rows: string; most: string }) =>
      `The file has ${rows} rows, and at most ${most} can be taken in at once. Split it.`,
    tooManyRoutes: ({ routes, most }: { routes: string; most: string }) =>
      `The file holds ${routes} lines, and a walk is one line. Choose a file with at most ${most} routes, or with points (crimes) or polygons (areas).`,
  },
}
