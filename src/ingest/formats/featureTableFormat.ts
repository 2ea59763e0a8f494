import { IngestError } from '../errors.ts'
import { columnNames } from '../header.ts'
import { usesDecimalComma } from '../numbers.ts'
import { pickSample } from '../sample.ts'
import type { SourceFile, SourceFormat, TableFormat } from '../source.ts'
import { mainShape, type FeatureFormat, type FeatureLayer } from './featureFormat.ts'
import { pointOf } from './geometry.ts'

/** Names of the two columns that a point is unrolled into. */
export const EASTING = 'geometri öst'
export const NORTHING = 'geometri nord'

/** Features that a sample is drawn from: all of a small layer, the first of a large one. */
const SAMPLED_FROM = 20_000

/** A layer of points as a table of incidents: its properties, then easting and northing (or longitude and latitude). */
export function tableOfFeatures(name: SourceFormat, format: FeatureFormat): TableFormat {
  return {
    async describe(file, choices) {
      const layers = await format.layers(file)
      const layer = chosenLayer(layers, choices.sheet)
      const columns = columnNames([...layer.fields, EASTING, NORTHING], layer.fields.length + 2)
      const rows = await firstRows(format, file, layer)
      if (rows.length === 0) throw new IngestError('noFeatures', { layer: layer.name })
      const sample = pickSample(rows)
      const properties = sample.map(({ cells }) => cells.slice(0, layer.fields.length))
      return {
        name: file.name,
        format: name,
        bytes: file.size,
        rows: layer.features,
        rowsAreExact: true,
        csv: null,
        sheets: tables(layers).flatMap((one) => (one.name === null ? [] : [one.name])),
        sheet: layer.name,
        leadingRecords: 0,
        hasHeader: true,
        columns,
        fields: layer.fields,
        sample,
        probe: [],
        decimalComma: usesDecimalComma(properties, false),
        geometry: { crs: layer.crs, x: layer.fields.length, y: layer.fields.length + 1 },
      }
    },

    async *read(file, { sheet, fields = [] }, onBytes) {
      const batches = format.read(file, { name: sheet, fields }, onBytes)
      let firstRow = 1
      let notPoints = 0
      let next = await batches.next()
      for (; !next.done; next = await batches.next()) {
        const { geometries, bytesRead } = next.value
        const rows = next.value.rows.map((cells, i) => {
          if (geometries[i] && !pointOf(geometries[i])) notPoints++
          return withPoint(cells, geometries[i] ?? null)
        })
        yield { firstRow, rows, broken: [], bytesRead }
        firstRow += rows.length
      }
      return { ...next.value, notPoints }
    },
  }
}

/** Layers that can be incidents: of points, or without any geometry. */
function tables(layers: readonly FeatureLayer[]): FeatureLayer[] {
  const points = layers.filter((layer) => mainShape(layer) === 'point')
  const plain = layers.filter((layer) => mainShape(layer) === null && layer.features > 0)
  return points.length + plain.length > 0 ? [...points, ...plain] : [...layers]
}

function chosenLayer(layers: readonly FeatureLayer[], name: string | undefined): FeatureLayer {
  const offered = tables(layers)
  const layer =
    name === undefined || offered[0]?.name === null ? offered[0] : offered.find((one) => one.name === name)
  if (layer) return layer
  if (layers.length === 0) throw new IngestError('noFeatures', { layer: null })
  throw new IngestError('noSuchSheet', { sheet: name ?? '', sheets: offered.map((one) => one.name ?? '') })
}

async function firstRows(format: FeatureFormat, file: SourceFile, layer: FeatureLayer): Promise<string[][]> {
  const rows: string[][] = []
  for await (const batch of format.read(file, layer, () => undefined)) {
    batch.rows.forEach((cells, i) => rows.push(withPoint(cells, batch.geometries[i] ?? null)))
    if (rows.length >= SAMPLED_FROM) break
  }
  return rows
}

function withPoint(cells: string[], geometry: GeoJSON.Geometry | null): string[] {
  const point = pointOf(geometry)
  cells.push(point ? String(point[0]) : '', point ? String(point[1]) : '')
  return cells
}
