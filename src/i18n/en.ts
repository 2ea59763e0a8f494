import { app } from './en/app.ts'
import { depth } from './en/depth.ts'
import { depthMaps } from './en/depthMaps.ts'
import { depthPlaces } from './en/depthPlaces.ts'
import { depthTests } from './en/depthTests.ts'
import { ingest } from './en/ingest.ts'
import { map } from './en/map.ts'
import { methods } from './en/methods.ts'
import { panels } from './en/panels.ts'
import { plots } from './en/plots.ts'
import { readings } from './en/readings.ts'
import { ui } from './en/ui.ts'
import { verification } from './en/verification.ts'
import type { Catalogue } from './sv.ts'

export const en: Catalogue = {
  app,
  depth,
  depthMaps,
  depthPlaces,
  depthTests,
  ingest,
  map,
  methods,
  panels,
  plots,
  readings,
  ui,
  verification,
}
