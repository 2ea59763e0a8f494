import { WGS84 } from '../crs.ts'
import { IngestError } from '../errors.ts'
import type { SourceFile } from '../source.ts'
import { batchOfCollected, describeCollected, type CollectedLayer } from './collected.ts'
import type { FeatureFormat } from './featureFormat.ts'
import { readXml } from './xml.ts'

/** What a GPX file calls its three kinds of content; each is a layer. */
const LAYERS = ['trk', 'rte', 'wpt'] as const

/** GPX 1.1, always in WGS 84: tracks and routes as lines, waypoints as points. Times of a track's points are left out. */
export const gpx: FeatureFormat = {
  async layers(file) {
    const layers = await contents(file, () => undefined)
    return layers.map((layer) => describeCollected(layer, WGS84)).filter((layer) => layer.features > 0)
  },

  async *read(file, { name, fields }, onBytes) {
    const layers = await contents(file, onBytes)
    const layer = layers.find((one) => one.name === name)
    if (!layer) throw new IngestError('noSuchSheet', { sheet: name ?? '', sheets: [...LAYERS] })
    yield batchOfCollected(layer, fields, file.size)
    return { replacedCharacters: 0, switchedEncoding: null }
  },
}

async function contents(file: SourceFile, onBytes: (bytes: Uint8Array) => void): Promise<CollectedLayer[]> {
  const document = await readXml(file, 'gpx', onBytes)
  const { gpx: convert } = await import('@tmcw/togeojson')
  try {
    const { features } = convert(document)
    return LAYERS.map((name) => ({
      name,
      features: features
        .filter(({ properties }) => (properties?._gpxType ?? 'wpt') === name)
        .map(({ geometry, properties }) => ({ geometry, properties: ownProperties(properties ?? {}) })),
    }))
  } catch (error) {
    throw new IngestError('brokenFile', { format: 'gpx', detail: (error as Error).message })
  }
}

function ownProperties(properties: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(properties).filter(([name]) => name !== '_gpxType' && name !== 'coordinateProperties'),
  )
}
