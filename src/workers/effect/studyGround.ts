import { difference, type Geom } from 'polyclip-ts'
import { areaIndex, zoneArea, type AreaIndex } from '../../analysis/index.ts'
import type { MultiPolygon } from '../../domain/grid.ts'
import type { AnalysisEngine } from '../engine/analysisEngine.ts'
import type { KeepOut } from './keepOut.ts'
import { boxesMeet, boxOf, type Box } from './zones.ts'

/** Most areas of which a rest of the whole town is made. */
const MOST_OF_TOWN = 30

/** Where a control can lie: the loaded areas, else the hull of all incidents. Metres. */
export class StudyGround {
  readonly box: Box
  readonly areas: readonly MultiPolygon[]
  readonly ids: readonly string[]
  /** m² of each area. */
  readonly surfaces: readonly number[]
  /** Whether the areas are loaded ones. */
  readonly loaded: boolean
  readonly #index: AreaIndex

  constructor(engine: AnalysisEngine) {
    this.loaded = engine.areas.length > 0
    this.areas = this.loaded ? engine.areas : [hullOf(engine)]
    this.ids = this.loaded ? engine.areaIds : ['']
    this.box = boxOf(this.areas.flat())
    this.#index = areaIndex(this.areas)
    this.surfaces = this.areas.map(zoneArea)
  }

  /** Index of the area that holds a position; -1 outside. */
  areaAt(x: number, y: number): number {
    return this.#index.find(x, y)
  }

  /** An area, or the whole (-1), without the ground to keep out of; null for a town of too many areas. */
  rest(area: number, keepOut: KeepOut): MultiPolygon | null {
    if (area < 0 && this.areas.length > MOST_OF_TOWN) return null
    const whole = area < 0 ? this.areas.flat() : this.areas[area]!
    const box = boxOf(whole)
    const holes = keepOut.zones.filter((_, i) => boxesMeet(box, keepOut.boxes[i]!))
    return holes.length === 0 ? whole : difference(whole as Geom, ...(holes as Geom[]))
  }
}

function hullOf(engine: AnalysisEngine): MultiPolygon {
  const area = engine.studyArea(0)
  if (!('hull' in area) || area.hull.length < 3) return []
  return [[[...area.hull, area.hull[0]!].map(([x, y]) => [x, y])]]
}

const grounds = new WeakMap<readonly MultiPolygon[], { engine: AnalysisEngine; ground: StudyGround }>()

export function studyGround(engine: AnalysisEngine): StudyGround {
  const known = grounds.get(engine.areas)
  if (known?.engine === engine) return known.ground
  const ground = new StudyGround(engine)
  grounds.set(engine.areas, { engine, ground })
  return ground
}
