import { app } from './en/app.ts'
import { areaFiles } from './en/areaFiles.ts'
import { areaScreen } from './en/areaScreen.ts'
import { crimeTypes } from './en/crimeTypes.ts'
import { depth } from './en/depth.ts'
import { depthMaps } from './en/depthMaps.ts'
import { depthPlaces } from './en/depthPlaces.ts'
import { depthTests } from './en/depthTests.ts'
import { fileFormats } from './en/fileFormats.ts'
import { ingest } from './en/ingest.ts'
import { layers } from './en/layers.ts'
import { map } from './en/map.ts'
import { methods } from './en/methods.ts'
import { panels } from './en/panels.ts'
import { plots } from './en/plots.ts'
import { positions } from './en/positions.ts'
import { privacy } from './en/privacy.ts'
import { project } from './en/project.ts'
import { readings } from './en/readings.ts'
import { ui } from './en/ui.ts'
import { verification } from './en/verification.ts'
import type { Catalogue } from './sv.ts'

export const en: Catalogue = {
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
