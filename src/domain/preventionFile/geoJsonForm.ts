/** The property that says which table a feature is a row of. */
export const GEOJSON_TABLE = { sv: 'Tabell', en: 'Table' } as const

const IN_GEOMETRY: ReadonlySet<string> = new Set(['lon', 'lat', 'shape', 'routes', 'geometries'])

/** Fields and tables that the geometry of a feature carries. */
export function inGeometry(key: string): boolean {
  return IN_GEOMETRY.has(key)
}
