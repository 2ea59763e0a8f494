import type { Area, AreaLevel, AreaNote, AreaSet } from '../../domain/area.ts'
import { withLeadingZero, type AreaColumns } from './areaColumns.ts'
import { foldKey } from './areaKeys.ts'
import type { AreaReading, AreaShape } from './areaReading.ts'
import { NoteBook } from './noteBook.ts'

/** How a layer is taken for areas; the proposal with the person's corrections. */
export interface AreaMapping extends AreaColumns {
  level: AreaLevel
  /** What the set is called. */
  setName: string
}

/** The areas of a layer as mapped, and what was odd about keys and names. */
export interface MappedAreas {
  areas: Area[]
  notes: AreaNote[]
}

/**
 * One area a key. Features of the same key and name are parts of one area; of the same key and another name they stay apart,
 * numbered, and are counted as `duplicateKey` either way. Where a key is missing the name stands for it, else the number.
 */
export function mapAreas({ columns, rows, shapes }: AreaReading, mapping: AreaMapping): MappedAreas {
  const notes = new NoteBook()
  const areas: Area[] = []
  const byKey = new Map<string, Area[]>()
  const taken = new Set<string>()
  shapes.forEach((shape, i) => {
    const cell = (column: number | null) => (column === null ? '' : (rows[i]![column] ?? '').trim())
    const written = withLeadingZero(cell(mapping.key), mapping.level)
    const name = cell(mapping.name) || written || String(i + 1)
    if (mapping.key !== null && written === '') notes.add('noKey', name)
    const key = written || name
    const same = byKey.get(key) ?? []
    const part = same.find((area) => foldKey(area.name) === foldKey(name))
    if (same.length > 0) notes.add('duplicateKey', key)
    if (part && written !== '') return addPart(part, shape)
    let id = key
    for (let k = same.length + 1; taken.has(id); k++) id = `${key} (${k})`
    taken.add(id)
    const area: Area = {
      id,
      name,
      polygon: shape.polygon,
      lonLat: shape.lonLat,
      surface: shape.surface,
      population: populationIn(columns, rows[i]!),
      properties: propertiesOf(columns, rows[i]!),
    }
    areas.push(area)
    byKey.set(key, [...same, area])
  })
  const names = new Map<string, number>()
  for (const { name } of areas) names.set(foldKey(name), (names.get(foldKey(name)) ?? 0) + 1)
  for (const { name } of areas) if (names.get(foldKey(name))! > 1) notes.add('duplicateName', name)
  return { areas, notes: notes.list }
}

/** The set that the person accepts. */
export function areaSetOf(reading: AreaReading, mapping: AreaMapping, id: string): AreaSet {
  const { areas, notes } = mapAreas(reading, mapping)
  const column = (index: number | null) => (index === null ? null : (reading.columns[index] ?? null))
  return {
    id,
    name: mapping.setName,
    level: mapping.level,
    invented: false,
    source: {
      file: reading.file,
      layer: reading.layer,
      crs: { epsg: reading.crs.epsg, name: reading.crs.name },
      crsDeclared: reading.crsDeclared,
      features: reading.features,
      keyColumn: column(mapping.key),
      nameColumn: column(mapping.name),
    },
    metric: reading.metric,
    areas,
    notes: [...reading.notes, ...notes],
  }
}

function addPart(area: Area, shape: AreaShape): void {
  area.polygon = [...area.polygon, ...shape.polygon]
  area.lonLat = [...area.lonLat, ...shape.lonLat]
  area.surface += shape.surface
}

function propertiesOf(columns: readonly string[], row: readonly string[]): Record<string, string> {
  // From entries, so that a column named __proto__ is a column.
  return Object.fromEntries(columns.flatMap((name, c) => (row[c] ? [[name, row[c]]] : [])))
}

const POPULATION = /^(population|befolkning|folkmängd|folkmangd|invånare|invanare)/i

/** Inhabitants that stand in the layer itself: a number, or an object of numbers by year. */
function populationIn(columns: readonly string[], row: readonly string[]): Record<number, number> {
  const population: Record<number, number> = {}
  columns.forEach((name, c) => {
    const text = (row[c] ?? '').trim()
    if (text === '' || !POPULATION.test(name)) return
    const year = Number(/(19|20)\d{2}/.exec(name)?.[0] ?? 0)
    if (Number.isFinite(Number(text))) population[year] = Number(text)
    else for (const [key, figure] of byYear(text)) population[key] = figure
  })
  return population
}

function byYear(text: string): [number, number][] {
  if (!text.startsWith('{')) return []
  try {
    return Object.entries(JSON.parse(text) as Record<string, unknown>).flatMap(([key, figure]) =>
      /^\d{4}$/.test(key) && typeof figure === 'number' && Number.isFinite(figure)
        ? [[Number(key), figure] as [number, number]]
        : [],
    )
  } catch {
    return []
  }
}
