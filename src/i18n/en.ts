import { allEffects } from './en/allEffects.ts'
import { app } from './en/app.ts'
import { areaFiles } from './en/areaFiles.ts'
import { areaScreen } from './en/areaScreen.ts'
import { beforeAfter } from './en/beforeAfter.ts'
import { crimeTypes } from './en/crimeTypes.ts'
import { depth } from './en/depth.ts'
import { depthMaps } from './en/depthMaps.ts'
import { depthPlaces } from './en/depthPlaces.ts'
import { depthTests } from './en/depthTests.ts'
import { drawing } from './en/drawing.ts'
import { effect } from './en/effect.ts'
import { fileFormats } from './en/fileFormats.ts'
import { ingest } from './en/ingest.ts'
import { layers } from './en/layers.ts'
import { map } from './en/map.ts'
import { measures } from './en/measures.ts'
import { methods } from './en/methods.ts'
import { panels } from './en/panels.ts'
import { plots } from './en/plots.ts'
import { positions } from './en/positions.ts'
import { preventionFiles } from './en/preventionFiles.ts'
import { privacy } from './en/privacy.ts'
import { process } from './en/process.ts'
import { project } from './en/project.ts'
import { readings } from './en/readings.ts'
import { triangulation } from './en/triangulation.ts'
import { ui } from './en/ui.ts'
import { verification } from './en/verification.ts'
import { walks } from './en/walks.ts'
import type { Catalogue } from './sv.ts'

export const en: Catalogue = {
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
