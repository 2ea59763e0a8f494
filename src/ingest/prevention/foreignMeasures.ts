import type {
  Cause,
  Goal,
  Measure,
  MeasureCategory,
  MeasureGeometry,
  MeasureStatus,
  Problem,
} from '../../domain/measure.ts'
import { DEFAULT_RADIUS, NO_CONTENT } from '../../domain/preventionFile/records.ts'
import { DEFAULT_CRIME_TYPES, type CrimeTypes } from '../../domain/crimeTypes.ts'
import {
  GOAL_KINDS,
  idOfWord,
  MEASURE_KINDS,
  MEASURE_WORDS,
  STATUSES,
} from '../../domain/preventionFile/vocabularies.ts'
import { classifier, type Classifier } from '../../domain/typeClassifier.ts'
import { ForeignRows, slug, type ForeignReading, type ForeignRow } from './foreignRows.ts'
import type { SourceTable } from './sourceTables.ts'
import { TextIds } from './textIds.ts'
import { wordIn } from './wordIn.ts'
import type { WorkMapping } from './workMapping.ts'

/**
 * Measures of another's table: an åtgärdsplan with Aktivitet, Mål, Ansvarig, Uppföljning. Causes and problems that the rows name
 * become entries of their own, each once. A row that does not say when it starts takes the mapping's date. Crime types are read as
 * those of the incidents are.
 */
export function readForeignMeasures(
  table: SourceTable,
  mapping: WorkMapping,
  types: CrimeTypes = DEFAULT_CRIME_TYPES,
): ForeignReading {
  const typeOf = classifier(types)
  const rows = new ForeignRows(table, mapping)
  const measures: Measure[] = []
  const causes = new Map<string, Cause>()
  const problems = new Map<string, Problem>()
  const [idsOfCauses, idsOfProblems] = [new TextIds(), new TextIds()]
  const taken = new Set<string>()
  rows.each((row) => {
    const title = row.text('title')
    if (title === '') return row.leave('noId', 'title')
    const start = row.date('start') ?? mapping.date
    if (start === '') return row.leave('noDate', 'start')
    const place = row.place(geometryOf)
    if (typeof place === 'string') row.note(place === 'outsideWorld' ? 'cellLeftOut' : place, 'title')
    const problemIds = itemsOf(row.text('problem')).map((text) => {
      const id = idsOfProblems.of(text)
      if (!problems.has(id)) problems.set(id, { id, text, crimeTypes: [] })
      return id
    })
    const causeIds = itemsOf(row.text('cause')).map((text) => {
      const id = idsOfCauses.of(text)
      const before = causes.get(id) ?? { id, text, kind: 'proximate', problems: [] }
      causes.set(id, { ...before, problems: [...new Set([...before.problems, ...problemIds])] })
      return id
    })
    let id = row.text('id') || slug(title)
    for (let k = 2; taken.has(id); k++) id = `${row.text('id') || slug(title)}-${k}`
    taken.add(id)
    const radius = row.amount('radius') ?? DEFAULT_RADIUS
    const end = row.date('end')
    const cost = row.amount('cost')
    const evidence = row.text('evidence')
    measures.push({
      id,
      title,
      kind: (idOfWord(MEASURE_KINDS, row.text('kind')) ?? 'situational') as Measure['kind'],
      actsOn: 'situation',
      category: word(row, 'category', 'other') as MeasureCategory,
      causes: [...new Set(causeIds)],
      mechanism: row.text('mechanism'),
      horizon: 'short',
      responsible: row.text('responsible'),
      start,
      ...(end !== null && { end }),
      geometry: Array.isArray(place)
        ? { type: 'Point', coordinates: place, radius }
        : typeof place === 'object'
          ? place
          : null,
      crimeTypes: crimeTypesOf(row, typeOf),
      goals: goalsOf(row),
      ...(cost !== null && { cost }),
      log: [],
      ...(evidence !== '' && { evidence }),
      status: word(row, 'status', 'planned') as MeasureStatus,
    })
  })
  const content = { ...NO_CONTENT, measures, causes: [...causes.values()], problems: [...problems.values()] }
  return { subject: 'measures', content, problems: rows.problems, namedParticipants: 0 }
}

function word(row: ForeignRow, field: 'category' | 'status', fallback: string): string {
  const cell = row.text(field)
  if (cell === '') return fallback
  const id = wordIn(field === 'category' ? MEASURE_WORDS : STATUSES, cell)
  if (id === null) row.note('unknownWord', field, fallback)
  return id ?? fallback
}

function goalsOf(row: ForeignRow): Goal[] {
  const text = row.text('goal')
  const indicator = row.text('followUp')
  if (text === '' && indicator === '') return []
  const kind = (idOfWord(GOAL_KINDS, row.heading('goal')) ?? 'outcome') as Goal['kind']
  return [{ kind, text, ...(indicator !== '' && { indicator }) }]
}

function crimeTypesOf(row: ForeignRow, typeOf: Classifier): string[] {
  const ids = itemsOf(row.text('crimeTypes')).flatMap((label) => {
    const { typeId } = typeOf(label)
    if (typeId === null) row.note('cellLeftOut', 'crimeTypes')
    return typeId ?? []
  })
  return [...new Set(ids)]
}

function itemsOf(text: string): string[] {
  return text
    .split(/[;\n]/)
    .map((item) => item.replace(/^\s*[-•–]\s+/, '').trim())
    .filter((item) => item !== '')
}

/** The one part of a geometry that a measure can have; null where it has several. */
function geometryOf(geometry: GeoJSON.Geometry): MeasureGeometry | null {
  const flat = (corners: GeoJSON.Position[]) => corners.map(([lon, lat]): [number, number] => [lon!, lat!])
  switch (geometry.type) {
    case 'Point':
      return { type: 'Point', coordinates: flat([geometry.coordinates])[0]!, radius: DEFAULT_RADIUS }
    case 'LineString':
      return { type: 'LineString', coordinates: flat(geometry.coordinates), radius: DEFAULT_RADIUS }
    case 'Polygon':
      return { type: 'Polygon', coordinates: geometry.coordinates.map(flat) }
    case 'MultiPoint':
    case 'MultiLineString':
    case 'MultiPolygon': {
      const [only, ...others] = geometry.coordinates
      const type = geometry.type.slice('Multi'.length)
      return others.length > 0 ? null : geometryOf({ type, coordinates: only } as GeoJSON.Geometry)
    }
    default:
      return null
  }
}
