import { createContext } from 'svelte'
import type { Drawing } from '../map/drawing/drawing.svelte.ts'
import type { MapController } from '../map/mapController.svelte.ts'
import type { AreaWish } from './data/areas/areaIntake.svelte.ts'
import type { FileKind } from './data/fileIntake.svelte.ts'
import type { PlanWish } from './data/layers/planChoices.ts'
import type { Lagesbild } from '../state/lagesbild.svelte.ts'
import type { Readings } from './readings.svelte.ts'

/** What every panel may ask for. */
export interface AppContext {
  app: Lagesbild
  map: MapController
  /** Shapes drawn on the map or typed. */
  drawing: Drawing
  readings: Readings
  /**
   * Lets the person choose a file; `what` decides what it is taken for, `wish` which layer it is meant for, `areaWish` which area
   * set or joined table it takes the place of.
   */
  chooseFile(what: FileKind | 'project', wish?: PlanWish, areaWish?: AreaWish): void
  /** Takes over a dropped or chosen file. */
  takeFile(file: File, what?: FileKind): void
}

const [get, set] = createContext<AppContext>()

export { get as useApp, set as provideApp }
