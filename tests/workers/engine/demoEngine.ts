import { demoAreas } from '../../../src/state/demoAreas.ts'
import { AnalysisEngine } from '../../../src/workers/engine/analysisEngine.ts'
import { demoText } from '../../demo/demoFiles.ts'
import { file, loadFile } from '../../ingest/files.ts'

/** The demo as the app loads it: its file through the ingest, its kommundelar through the area reader. */
export async function demoEngine() {
  const { columns, labels, mapping, report } = await loadFile(
    file(demoText('incidents.csv'), 'exempelkoping.csv'),
    { timeZone: 'Europe/Stockholm' },
  )
  const engine = new AnalysisEngine({ columns, labels, timeZone: mapping.timeZone, crs: mapping.metric })
  const collection = JSON.parse(demoText('areas.geojson')) as GeoJSON.FeatureCollection
  const { areas } = demoAreas(collection, 'Exempelköping', mapping.metric)
  engine.setAreas(
    areas.map(({ id }) => id),
    areas.map(({ polygon }) => polygon),
  )
  return { engine, areas, labels, mapping, report }
}

/** A job that is never cancelled. */
export const QUIET = { progress: () => {}, breathe: () => Promise.resolve() }
