import { byKind, type IncidentKind } from '../domain/incident.ts'
import type { DepthMethod } from '../workers/depth/depthMethods.ts'
import {
  DEFAULT_VIEW,
  type AreaView,
  type BeforeAfterMode,
  type HotspotThreshold,
  type MapMode,
  type Screen,
  type ViewSettings,
} from './viewSettings.ts'

/** `look` changes what is seen, not what is computed. */
export type ViewChange = 'preview' | 'commit' | 'look'

export interface MapLayersShown {
  /** Drawn among the points. */
  kinds: Record<IncidentKind, boolean>
  hotspots: boolean
  areas: boolean
  walks: boolean
  measures: boolean
}

/** How things are shown. `settings` are part of the address; the rest is of the moment. */
export class ViewState {
  settings = $state.raw<ViewSettings>(DEFAULT_VIEW)
  layers = $state<MapLayersShown>({
    kinds: byKind(() => true),
    hotspots: true,
    areas: true,
    walks: true,
    measures: true,
  })
  panelOpen = $state(true)
  /** Height of the phone's sheet. */
  sheet = $state<'low' | 'middle' | 'high'>('middle')
  /** Source row of the incident that is looked at. */
  chosenRow = $state<number | null>(null)
  /** Where it lies, in degrees; null where it has no position. */
  chosenAt = $state.raw<[number, number] | null>(null)

  constructor(private readonly onchange: (change: ViewChange) => void) {}

  /** Looks at an incident, or at none. */
  lookAt(row: number | null, at: [number, number] | null = null): void {
    this.chosenRow = row
    this.chosenAt = at
  }

  restore(settings: ViewSettings): void {
    this.settings = settings
  }

  show(screen: Screen): void {
    this.#set({ screen })
    this.panelOpen = true
  }

  /** Opens a deepening analysis, or closes the one that is open. */
  openDepth(depth: DepthMethod | null): void {
    this.#set({ depth, screen: 'depth' })
  }

  /** Opens a walk, or the list of walks. */
  openWalk(walk: string | null): void {
    this.#set({ walk, screen: 'walks' })
    this.panelOpen = true
  }

  /** Opens a measure as it stands among the measures or as its effect, or the list of all. */
  openMeasure(measure: string | null, screen: 'measures' | 'effect' = 'measures'): void {
    this.#set({ measure, screen })
    this.panelOpen = true
  }

  compareBy(beforeAfter: BeforeAfterMode): void {
    this.#set({ beforeAfter })
  }

  useMap(mapMode: MapMode): void {
    this.#set({ mapMode })
  }

  showAreas(part: Partial<AreaView>): void {
    this.#set({ areas: { ...this.settings.areas, ...part } })
  }

  proposeBandwidth(bandwidth: number): void {
    this.settings = { ...this.settings, bandwidth }
    this.onchange('preview')
  }

  useLanguage(language: ViewSettings['language']): void {
    this.#set({ language })
  }

  useTheme(theme: ViewSettings['theme']): void {
    this.#set({ theme })
  }

  chooseBandwidth(bandwidth: number | null): void {
    this.#set({ bandwidth }, 'commit')
  }

  chooseThreshold(threshold: HotspotThreshold): void {
    this.#set({ threshold }, 'commit')
  }

  #set(part: Partial<ViewSettings>, change: ViewChange = 'look'): void {
    this.settings = { ...this.settings, ...part }
    this.onchange(change)
  }
}
