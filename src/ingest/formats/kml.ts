import { WGS84 } from '../crs.ts'
import { IngestError } from '../errors.ts'
import type { SourceFile } from '../source.ts'
import { batchOfCollected, describeCollected, type CollectedLayer } from './collected.ts'
import type { FeatureFormat } from './featureFormat.ts'
import { readXml } from './xml.ts'

/** How a placemark is drawn is no property of it. */
const LOOKS = /^(@|style|stroke|fill|icon|label-|visibility$|styleMapHash)/

/** KML (OGC 07-147), always in WGS 84: placemarks with their name, time and extended data. */
export const kml: FeatureFormat = {
  async layers(file) {
    return [describeCollected(await placemarks(file, () => undefined), WGS84)]
  },

  async *read(file, { fields }, onBytes) {
    yield batchOfCollected(await placemarks(file, onBytes), fields, file.size)
    return { replacedCharacters: 0, switchedEncoding: null }
  },
}

async function placemarks(file: SourceFile, onBytes: (bytes: Uint8Array) => void): Promise<CollectedLayer> {
  const document = await readXml(file, 'kml', onBytes)
  const { kml: convert } = await import('@tmcw/togeojson')
  try {
    const features = convert(document).features.map(({ geometry, properties }) => ({
      geometry,
      properties: propertiesOf(properties ?? {}),
    }))
    return { name: null, features }
  } catch (error) {
    throw new IngestError('brokenFile', { format: 'kml', detail: (error as Error).message })
  }
}

/** A span of time becomes two properties, a description in HTML its text as it stands. */
function propertiesOf(properties: Record<string, unknown>): Record<string, unknown> {
  const own: [string, unknown][] = []
  for (const [name, value] of Object.entries(properties)) {
    if (LOOKS.test(name)) continue
    if (name === 'timespan' && typeof value === 'object' && value !== null) {
      const { begin, end } = value as { begin?: unknown; end?: unknown }
      own.push(['begin', begin], ['end', end])
    } else if (typeof value === 'object' && value !== null && 'value' in value) own.push([name, value.value])
    else own.push([name, value])
  }
  return Object.fromEntries(own)
}
