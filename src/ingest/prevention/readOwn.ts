import { PreventionFileError } from '../../domain/preventionFile/error.ts'
import { detectContent } from '../detectFormat.ts'
import type { SourceFile } from '../source.ts'
import { parsed } from './fieldValues.ts'
import { readOwnGeoJson } from './ownGeoJson.ts'
import { readOwnTables, type OwnReading } from './ownTables.ts'
import { csvTable, sheetTables, wholeText, zippedTables } from './sourceTables.ts'
import { readWalkGpx } from './walkGpx.ts'

/**
 * Walks or measures of a file that this product wrote, whatever the language and the format; null where it is another's.
 * @throws IngestError, PreventionFileError where it is damaged
 */
export async function readOwn(file: SourceFile): Promise<OwnReading | null> {
  switch (await detectContent(file)) {
    case 'geojson': {
      const text = await wholeText(file)
      const json = parsed(text)
      if (json === undefined && OWN_JSON.test(text)) throw new PreventionFileError('brokenJson', {})
      return readOwnGeoJson(json)
    }
    case 'zip':
      return readOwnTables(await zippedTables(file))
    case 'xlsx':
      return readOwnTables(await sheetTables(file))
    case 'csv':
      return readOwnTables([await csvTable(file, '')].filter((table) => table !== null))
    case 'gpx': {
      const reading = await readWalkGpx(file)
      return 'own' in reading ? reading.own : null
    }
    default:
      return null
  }
}

/** How the JSON that this product writes begins. */
const OWN_JSON = /^\s*\{\s*"lagesbild"\s*:\s*"(walks|measures)"/
