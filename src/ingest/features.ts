import { IngestError } from './errors.ts'
import type { FeatureTable } from './featureTable.ts'
import { mainShape, type FeatureFormat, type FeatureLayer } from './formats/featureFormat.ts'
import { featureFormatOf } from './formats/featureFormats.ts'
import { guessCrs, swapAxes } from './formats/guessCrs.ts'
import { columnNames } from './header.ts'
import type { SourceFile } from './source.ts'
import { unwrap } from './unwrap.ts'

export interface FeatureChoices {
  /** Name of the layer; the first one with polygons, else with lines, else the first, where it is not given. */
  layer?: string
}

/**
 * A layer of polygons, lines or points of a geographic file as a whole, with its properties as text.
 * @throws IngestError where the file is no geographic one, is damaged, or has no such layer
 */
export async function readFeatures(file: SourceFile, choices: FeatureChoices = {}): Promise<FeatureTable> {
  const inner = await unwrap(file)
  const format = featureFormatOf(inner.format)
  if (!format) throw new IngestError('noFeatures', { layer: null })
  const layers = (await format.layers(inner.file)).filter((layer) => mainShape(layer) !== null)
  const layer = chosenLayer(layers, choices.layer)
  const { rows, geometries } = await readAll(format, inner.file, layer)
  const declared = layer.crs !== null
  const guess = declared ? null : guessCrs(geometries)
  return {
    name: file.name,
    layers: layers.flatMap(({ name }) => (name === null ? [] : [name])),
    layer: layer.name,
    crs: layer.crs ?? guess!.crs,
    crsDeclared: declared,
    columns: columnNames(layer.fields, layer.fields.length),
    rows,
    geometries: guess?.northFirst ? geometries.map((one) => one && swapAxes(one)) : geometries,
  }
}

function chosenLayer(layers: readonly FeatureLayer[], name: string | undefined): FeatureLayer {
  if (layers.length === 0) throw new IngestError('noFeatures', { layer: null })
  if (name === undefined || layers[0]!.name === null)
    return (
      layers.find((layer) => mainShape(layer) === 'polygon') ??
      layers.find((layer) => mainShape(layer) === 'line') ??
      layers[0]!
    )
  const found = layers.find((layer) => layer.name === name)
  if (found) return found
  throw new IngestError('noSuchSheet', { sheet: name, sheets: layers.map((layer) => layer.name ?? '') })
}

async function readAll(
  format: FeatureFormat,
  file: SourceFile,
  layer: FeatureLayer,
): Promise<Pick<FeatureTable, 'rows' | 'geometries'>> {
  const rows: string[][] = []
  const geometries: (GeoJSON.Geometry | null)[] = []
  for await (const batch of format.read(file, layer, () => undefined)) {
    for (const cells of batch.rows) rows.push(cells)
    for (const geometry of batch.geometries) geometries.push(geometry)
  }
  return { rows, geometries }
}
