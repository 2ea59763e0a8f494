import type { AreaNote } from '../../domain/area.ts'
import type { MultiPolygon } from '../../domain/grid.ts'
import { metricCrsFor, projection, WGS84, type Crs, type Projection } from '../crs.ts'
import type { FeatureTable } from '../featureTable.ts'
import { proposeAreaColumns, type AreaColumns } from './areaColumns.ts'
import { AreasError } from './areasError.ts'
import { NoteBook } from './noteBook.ts'
import { perimeterOf, polygonsOf, surfaceOf } from './polygons.ts'
import { selfIntersects } from './selfIntersection.ts'

/** A feature's ground in both coordinate systems. */
export interface AreaShape {
  /** In metres of the metric CRS. */
  polygon: MultiPolygon
  /** In degrees WGS 84. */
  lonLat: MultiPolygon
  /** In km². */
  surface: number
}

/** A layer of polygons before it is decided what its columns mean. Plain data that can be posted. */
export interface AreaReading {
  file: string
  layers: string[]
  layer: string | null
  crs: Crs
  crsDeclared: boolean
  metric: Crs
  columns: string[]
  /** Features in the layer, those without a shape too. */
  features: number
  /** One a shape: the feature's cells. */
  rows: string[][]
  shapes: AreaShape[]
  /** Of the shapes alone, not of key and name. */
  notes: AreaNote[]
  proposed: AreaColumns
}

/** An area of no use for counting: thinner than this on average (m), or smaller than this (m²). */
const SLIVER_WIDTH = 2
const SLIVER_SURFACE = 100

/**
 * The polygons of a layer in degrees and in metres.
 * @param metric the CRS of the loaded data; null where there are none: the one for where the areas lie
 * @param crs the person's correction of the layer's CRS
 * @throws AreasError `noPolygons`, `outsideCrs`
 */
export function readAreaShapes(table: FeatureTable, metric: Crs | null, crs: Crs = table.crs): AreaReading {
  const proposed = proposeAreaColumns(table.columns, table.rows)
  const label = (feature: number) => {
    const { key, name } = proposed
    const row = table.rows[feature] ?? []
    return row[name ?? key ?? -1] || row[key ?? -1] || `${feature + 1}`
  }
  const notes = new NoteBook()
  const found: { feature: number; polygon: MultiPolygon }[] = []
  table.geometries.forEach((geometry, feature) => {
    const reading = polygonsOf(geometry)
    if (typeof reading === 'string') return notes.add(reading, label(feature))
    if (reading.dropped > 0) notes.add('brokenRing', label(feature))
    found.push({ feature, polygon: reading.polygon })
  })
  if (found.length === 0) throw new AreasError('noPolygons')

  const toDegrees = degreesOf(crs)
  const kept: { feature: number; source: MultiPolygon; lonLat: MultiPolygon }[] = []
  for (const { feature, polygon } of found) {
    const lonLat = mapCorners(polygon, toDegrees)
    if (lonLat && onEarth(lonLat)) kept.push({ feature, source: polygon, lonLat })
    else notes.add('brokenRing', label(feature))
  }
  if (kept.length === 0) throw new AreasError('outsideCrs')

  const target = metric ?? metricCrsFor(...centreOf(kept[0]!.lonLat))
  const toMetres = projection(target)
  const rows: string[][] = []
  const shapes: AreaShape[] = []
  for (const { feature, source, lonLat } of kept) {
    const same = crs.proj4 === target.proj4
    const polygon = same ? source : mapCorners(lonLat, (x, y) => toMetres.forward(x, y))
    const square = polygon ? surfaceOf(polygon) : 0
    if (!polygon || !(square > 0)) {
      notes.add('brokenRing', label(feature))
      continue
    }
    if (selfIntersects(polygon)) notes.add('selfIntersecting', label(feature))
    else if (square < SLIVER_SURFACE || (2 * square) / perimeterOf(polygon) < SLIVER_WIDTH)
      notes.add('sliver', label(feature))
    if (polygon.some((rings) => rings.length > 1)) notes.add('holes', label(feature))
    if (polygon.length > 1) notes.add('severalParts', label(feature))
    rows.push(table.rows[feature] ?? [])
    shapes.push({ polygon, lonLat, surface: square / 1e6 })
  }
  if (shapes.length === 0) throw new AreasError('noPolygons')
  return {
    file: table.name,
    layers: table.layers,
    layer: table.layer,
    crs,
    crsDeclared: table.crsDeclared && crs.epsg === table.crs.epsg,
    metric: target,
    columns: table.columns,
    features: table.geometries.length,
    rows,
    shapes,
    notes: notes.list,
    proposed,
  }
}

function degreesOf(crs: Crs): (x: number, y: number) => [number, number] {
  if (crs.epsg === WGS84.epsg) return (x, y) => [x, y]
  const source: Projection = projection(crs)
  return (x, y) => source.inverse(x, y)
}

/** Null where a corner cannot be reckoned. */
function mapCorners(
  polygon: MultiPolygon,
  map: (x: number, y: number) => [number, number],
): MultiPolygon | null {
  let sound = true
  const mapped = polygon.map((rings) =>
    rings.map((ring) =>
      ring.map(([x, y]) => {
        const corner = map(x!, y!)
        if (!Number.isFinite(corner[0]) || !Number.isFinite(corner[1])) sound = false
        return corner as number[]
      }),
    ),
  )
  return sound ? mapped : null
}

function onEarth(lonLat: MultiPolygon): boolean {
  return lonLat.every((rings) =>
    rings.every((ring) => ring.every(([lon, lat]) => Math.abs(lon!) <= 180 && Math.abs(lat!) <= 90)),
  )
}

function centreOf(lonLat: MultiPolygon): [number, number] {
  const ring = lonLat[0]![0]!
  const mean = (axis: 0 | 1) => ring.reduce((sum, corner) => sum + corner[axis]!, 0) / ring.length
  return [mean(0), mean(1)]
}
