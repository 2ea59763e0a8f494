import type { Area } from '../domain/area.ts'
import type { MultiPolygon } from '../domain/grid.ts'
import { projectCoordinates, type Projection } from './crs.ts'

/** Why a file gives no areas; the words stand in the catalogue `panels.areas`. */
export class AreasError extends Error {
  constructor(readonly code: 'notGeoJson' | 'projected' | 'noKey') {
    super(code)
    this.name = 'AreasError'
  }
}

const ID_KEYS = ['id', 'kod', 'code', 'key', 'deso', 'regso', 'kn_kod', 'do_kod', 'desokod', 'regsokod']
const NAME_KEYS = [
  'name',
  'namn',
  'kn_namn',
  'delomrade',
  'basomrade',
  'omrade',
  'område',
  'precinct',
  'stadsdel',
]

/**
 * Areas from a GeoJSON text: Polygon and MultiPolygon features in WGS 84. Key and name are looked for among the properties;
 * where there is none, features are numbered. `population` may be a number, or numbers by year.
 * @throws AreasError
 */
export function readAreas(text: string, projection: Projection): Area[] {
  const collection = parseCollection(text)
  const areas: Area[] = []
  const taken = new Set<string>()
  for (const feature of collection) {
    const lonLat = polygonsOf(feature.geometry)
    if (!lonLat) continue
    if (
      !lonLat.every((rings) =>
        rings.every((ring) => ring.every(([lon, lat]) => Math.abs(lon) <= 180 && Math.abs(lat) <= 90)),
      )
    )
      throw new AreasError('projected')
    const properties = feature.properties ?? {}
    const number = areas.length + 1
    const name =
      textOf(properties, NAME_KEYS) ?? firstText(properties) ?? textOf(properties, ID_KEYS) ?? String(number)
    let id = textOf(properties, ID_KEYS) ?? (feature.id != null ? String(feature.id) : name)
    if (taken.has(id)) id = `${id} (${number})`
    taken.add(id)
    const polygon = projectCoordinates(lonLat, projection)
    areas.push({
      id,
      name,
      polygon,
      lonLat,
      surface: surfaceOf(polygon) / 1e6,
      population: populationOf(properties),
    })
  }
  if (areas.length === 0) throw new AreasError('notGeoJson')
  return areas
}

/**
 * Population from a table with a column of area keys or names: one more column per year (a heading with four digits), or a
 * year column and a number, or one number column. Returns new areas and how many rows belong to none.
 * @throws AreasError `noKey`
 */
export function joinPopulation(
  areas: readonly Area[],
  table: { columns: readonly string[]; rows: readonly (readonly string[])[] },
  thisYear: number,
): { areas: Area[]; unmatched: number } {
  const fold = (text: string) => text.trim().toLowerCase()
  const byKey = new Map<string, number>()
  areas.forEach((area, i) => byKey.set(fold(area.name), i).set(fold(area.id), i))
  const matches = table.columns.map(
    (_, c) => table.rows.filter((row) => byKey.has(fold(row[c] ?? ''))).length,
  )
  const key = matches.indexOf(Math.max(...matches))
  if (key < 0 || matches[key] === 0) throw new AreasError('noKey')
  const years = table.columns.map((name) => Number(/(19|20)\d{2}/.exec(name)?.[0] ?? NaN))
  const yearColumn = table.columns.findIndex((name, c) => c !== key && /^(år|ar|year)$/i.test(name.trim()))
  const named = table.columns.findIndex(
    (name, c) => c !== key && c !== yearColumn && /folkm|befolk|invån|invan|popul|antal/i.test(name),
  )
  const numeric = table.columns.findIndex(
    (_, c) => c !== key && c !== yearColumn && table.rows.every((row) => Number.isFinite(count(row[c]))),
  )
  const single = named >= 0 ? named : numeric

  const joined = areas.map((area) => ({ ...area, population: { ...area.population } }))
  let unmatched = 0
  for (const row of table.rows) {
    const index = byKey.get(fold(row[key] ?? ''))
    if (index === undefined) {
      unmatched++
      continue
    }
    const { population } = joined[index]
    const put = (year: number, cell: string | undefined) => {
      const value = count(cell)
      if (Number.isFinite(value)) population[year] = value
    }
    if (yearColumn >= 0 && single >= 0) put(Number(row[yearColumn]), row[single])
    else if (years.some((year, c) => c !== key && Number.isFinite(year)))
      years.forEach((year, c) => c !== key && Number.isFinite(year) && put(year, row[c]))
    else if (single >= 0) put(thisYear, row[single])
  }
  return { areas: joined, unmatched }
}

function count(cell: string | undefined): number {
  const text = (cell ?? '').replace(/[\s\u00a0\u202f]/g, '')
  return text === '' ? NaN : Number(text.replace(',', '.'))
}

function parseCollection(text: string): GeoJSON.Feature[] {
  let parsed: unknown
  try {
    parsed = JSON.parse(text)
  } catch {
    throw new AreasError('notGeoJson')
  }
  const object = parsed as { type?: string; features?: unknown }
  if (object?.type === 'FeatureCollection' && Array.isArray(object.features))
    return object.features.filter(
      (feature): feature is GeoJSON.Feature => typeof feature === 'object' && feature !== null,
    )
  if (object?.type === 'Feature') return [parsed as GeoJSON.Feature]
  throw new AreasError('notGeoJson')
}

function polygonsOf(geometry: GeoJSON.Geometry | null | undefined): MultiPolygon | null {
  const polygons =
    geometry?.type === 'Polygon'
      ? [geometry.coordinates]
      : geometry?.type === 'MultiPolygon'
        ? geometry.coordinates
        : null
  if (!polygons) return null
  const sound = polygons.every(
    (rings) =>
      Array.isArray(rings) &&
      rings.every(
        (ring) =>
          Array.isArray(ring) &&
          ring.length >= 4 &&
          ring.every((p) => Number.isFinite(p?.[0]) && Number.isFinite(p?.[1])),
      ),
  )
  return sound && polygons.length > 0
    ? polygons.map((rings) => rings.map((ring) => ring.map(([x, y]) => [x, y])))
    : null
}

function textOf(properties: GeoJSON.GeoJsonProperties, keys: readonly string[]): string | null {
  for (const key of keys)
    for (const [name, value] of Object.entries(properties ?? {}))
      if (
        name.toLowerCase() === key &&
        (typeof value === 'string' || typeof value === 'number') &&
        value !== ''
      )
        return String(value)
  return null
}

function firstText(properties: GeoJSON.GeoJsonProperties): string | null {
  const found = Object.values(properties ?? {}).find((value) => typeof value === 'string' && value !== '')
  return typeof found === 'string' ? found : null
}

function populationOf(properties: GeoJSON.GeoJsonProperties): Record<number, number> {
  const population: Record<number, number> = {}
  for (const [name, value] of Object.entries(properties ?? {})) {
    if (!/^(population|befolkning|folkmängd|folkmangd|invånare|invanare)/i.test(name)) continue
    const year = Number(/(19|20)\d{2}/.exec(name)?.[0] ?? 0)
    if (typeof value === 'number' && Number.isFinite(value)) population[year] = value
    else if (typeof value === 'object' && value !== null)
      for (const [key, figure] of Object.entries(value))
        if (/^\d{4}$/.test(key) && typeof figure === 'number') population[Number(key)] = figure
  }
  return population
}

/** Square metres by the shoelace formula; holes are taken away. */
function surfaceOf(polygons: MultiPolygon): number {
  return polygons.reduce(
    (sum, rings) =>
      sum + rings.reduce((part, ring, i) => part + (i === 0 ? 1 : -1) * Math.abs(ringArea(ring)), 0),
    0,
  )
}

function ringArea(ring: number[][]): number {
  let twice = 0
  const [x0, y0] = ring[0]
  for (let i = 0; i < ring.length - 1; i++)
    twice += (ring[i][0] - x0) * (ring[i + 1][1] - y0) - (ring[i + 1][0] - x0) * (ring[i][1] - y0)
  return twice / 2
}
