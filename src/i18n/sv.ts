import { app } from './sv/app.ts'
import { areaFiles } from './sv/areaFiles.ts'
import { areaScreen } from './sv/areaScreen.ts'
import { crimeTypes } from './sv/crimeTypes.ts'
import { depth } from './sv/depth.ts'
import { depthMaps } from './sv/depthMaps.ts'
import { depthPlaces } from './sv/depthPlaces.ts'
import { depthTests } from './sv/depthTests.ts'
import { fileFormats } from './sv/fileFormats.ts'
import { ingest } from './sv/ingest.ts'
import { layers } from './sv/layers.ts'
import { map } from './sv/map.ts'
import { methods } from './sv/methods.ts'
import { panels } from './sv/panels.ts'
import { plots } from './sv/plots.ts'
import { positions } from './sv/positions.ts'
import { privacy } from './sv/privacy.ts'
import { project } from './sv/project.ts'
import { readings } from './sv/readings.ts'
import { ui } from './sv/ui.ts'
import { verification } from './sv/verification.ts'

/** The source of keys. A text is a string, or a function of typed parameters. */
export const sv = {
  app,
  areaFiles,
  areaScreen,
  crimeTypes,
  depth,
  depthMaps,
  depthPlaces,
  depthTests,
  fileFormats,
  ingest,
  layers,
  map,
  methods,
  panels,
  plots,
  positions,
  privacy,
  project,
  readings,
  ui,
  verification,
}

export type Catalogue = typeof sv
