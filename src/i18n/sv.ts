import { app } from './sv/app.ts'
import { depth } from './sv/depth.ts'
import { depthMaps } from './sv/depthMaps.ts'
import { depthPlaces } from './sv/depthPlaces.ts'
import { depthTests } from './sv/depthTests.ts'
import { ingest } from './sv/ingest.ts'
import { map } from './sv/map.ts'
import { methods } from './sv/methods.ts'
import { panels } from './sv/panels.ts'
import { plots } from './sv/plots.ts'
import { readings } from './sv/readings.ts'
import { ui } from './sv/ui.ts'
import { verification } from './sv/verification.ts'

/** The source of keys. A text is a string, or a function of typed parameters. */
export const sv = {
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

export type Catalogue = typeof sv
