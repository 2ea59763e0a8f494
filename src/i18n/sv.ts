import { allEffects } from './sv/allEffects.ts'
import { app } from './sv/app.ts'
import { areaFiles } from './sv/areaFiles.ts'
import { areaScreen } from './sv/areaScreen.ts'
import { beforeAfter } from './sv/beforeAfter.ts'
import { crimeTypes } from './sv/crimeTypes.ts'
import { depth } from './sv/depth.ts'
import { depthMaps } from './sv/depthMaps.ts'
import { depthPlaces } from './sv/depthPlaces.ts'
import { depthTests } from './sv/depthTests.ts'
import { drawing } from './sv/drawing.ts'
import { effect } from './sv/effect.ts'
import { fileFormats } from './sv/fileFormats.ts'
import { ingest } from './sv/ingest.ts'
import { layers } from './sv/layers.ts'
import { map } from './sv/map.ts'
import { measures } from './sv/measures.ts'
import { methods } from './sv/methods.ts'
import { panels } from './sv/panels.ts'
import { plots } from './sv/plots.ts'
import { positions } from './sv/positions.ts'
import { preventionFiles } from './sv/preventionFiles.ts'
import { privacy } from './sv/privacy.ts'
import { process } from './sv/process.ts'
import { project } from './sv/project.ts'
import { readings } from './sv/readings.ts'
import { triangulation } from './sv/triangulation.ts'
import { ui } from './sv/ui.ts'
import { verification } from './sv/verification.ts'
import { walks } from './sv/walks.ts'

/** The source of keys. A text is a string, or a function of typed parameters. */
export const sv = {
  allEffects,
  app,
  areaFiles,
  areaScreen,
  beforeAfter,
  crimeTypes,
  depth,
  depthMaps,
  depthPlaces,
  depthTests,
  drawing,
  effect,
  fileFormats,
  ingest,
  layers,
  map,
  measures,
  methods,
  panels,
  plots,
  positions,
  preventionFiles,
  privacy,
  process,
  project,
  readings,
  triangulation,
  ui,
  verification,
  walks,
}

export type Catalogue = typeof sv
