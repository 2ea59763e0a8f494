import { log } from '@luma.gl/core'
import { MapLibreOverlay } from '@deck.gl/maplibre'
import type { Layer, PickingInfo } from '@deck.gl/core'
import {
  Map as MapLibreMap,
  setWorkerUrl,
  type GeoJSONSource,
  type IControl,
  type StyleSpecification,
} from 'maplibre-gl'
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url'

setWorkerUrl(workerUrl)

// luma.gl tells of its own shader modules' layouts on every page; nothing of it is about this page.
log.enable(false)

/** West, south, east, north in degrees. */
export type Bounds = [number, number, number, number]

export interface Insets {
  top: number
  right: number
  bottom: number
  left: number
}

interface MapHandlers {
  onclick(info: PickingInfo | null, at: { lon: number; lat: number }): void
  onhover(at: { lon: number; lat: number } | null): void
}

/** Owns the map and its one deck.gl overlay; everything else describes what it should show. */
export class MapController {
  ready = $state(false)
  failed = $state(false)
  zoom = $state(12)
  /** Counts up with every movement, for what follows the map. */
  moves = $state(0)
  bounds = $state.raw<Bounds | null>(null)
  latitude = $state(58)
  #busy = $state(false)
  /** Called before the style is replaced as a whole or the map is taken down, for what has layers of its own in it. */
  onpart: (() => void) | null = null

  map: MapLibreMap | null = null
  #overlay: MapLibreOverlay | null = null
  #layers: Layer[] = []
  #style: StyleSpecification | null = null
  #addOverlay: () => void = () => {}
  #features = new Map<string, GeoJSON.FeatureCollection>()

  /** @param first the map that this one stands beside, where it is a second one */
  constructor(private readonly first: MapController | null = null) {}

  /** Something is being drawn, here or on the map beside: clicks draw, and choose nothing. */
  get busy(): boolean {
    return this.#busy || (this.first?.busy ?? false)
  }

  set busy(busy: boolean) {
    this.#busy = busy
  }

  /** Metres on the ground of one CSS pixel at the middle of the map. */
  readonly metresPerPixel: number = $derived(
    (40_075_016.7 * Math.cos((this.latitude * Math.PI) / 180)) / (512 * 2 ** this.zoom),
  )

  /** Builds the map in `container`; returns the way to take it down. */
  attach(container: HTMLElement, style: StyleSpecification, handlers: MapHandlers): () => void {
    this.#style = style
    let map: MapLibreMap
    try {
      map = new MapLibreMap({
        container,
        style,
        center: [18, 58.15],
        zoom: 12,
        attributionControl: false,
        canvasContextAttributes: { antialias: true },
        maxPitch: 0,
        dragRotate: false,
        pitchWithRotate: false,
        touchPitch: false,
        rollEnabled: false,
        fadeDuration: 0,
        maxZoom: 19,
        minZoom: 2,
        renderWorldCopies: false,
      })
    } catch {
      this.failed = true
      return () => {}
    }
    map.touchZoomRotate.disableRotation()
    map.keyboard.disableRotation()
    this.map = map
    this.#addOverlay = () => {
      const overlay = new MapLibreOverlay({
        interleaved: true,
        layers: this.#layers,
        onClick: (info) => {
          if (info.coordinate && !this.busy)
            handlers.onclick(info.object || info.index >= 0 ? info : null, lonLat(info.coordinate))
        },
        getCursor: ({ isHovering }) =>
          this.busy ? map.getCanvas().style.cursor : isHovering ? 'pointer' : '',
        pickingRadius: 4,
      })
      map.addControl(overlay as unknown as IControl)
      this.#overlay = overlay
    }
    map.once('load', () => {
      this.#addOverlay()
      this.ready = true
      this.#moved()
    })
    map.on('style.load', () => this.#features.forEach((data, source) => this.#putFeatures(source, data)))
    map.on('move', () => this.#moved())
    // Told in the document, where a test or a script that takes pictures can wait for it.
    map.on('render', () => (container.dataset.map = 'drawing'))
    map.on('idle', () => (container.dataset.map = 'idle'))
    map.on('mousemove', (event) => handlers.onhover({ lon: event.lngLat.lng, lat: event.lngLat.lat }))
    map.on('mouseout', () => handlers.onhover(null))
    const resize = new ResizeObserver(() => map.resize())
    resize.observe(container)
    return () => {
      this.onpart?.()
      resize.disconnect()
      this.#overlay = null
      this.ready = false
      this.map = null
      map.remove()
    }
  }

  /** What assistive technology calls the map. */
  name(label: string): void {
    this.map?.getCanvas().setAttribute('aria-label', label)
  }

  /** The layers from the bottom up. */
  draw(layers: Layer[]): void {
    this.#layers = layers
    this.#overlay?.setProps({ layers })
  }

  /** Changes only what differs, so that the overlay's layers stay where they are. */
  restyle(style: StyleSpecification): void {
    const { map } = this
    const last = this.#style
    if (!map || !last || !this.ready) return
    const sameLayers =
      last.layers.length === style.layers.length &&
      last.layers.every((layer, i) => layer.id === style.layers[i].id)
    const sameSources =
      JSON.stringify(Object.keys(last.sources)) === JSON.stringify(Object.keys(style.sources)) &&
      JSON.stringify(last.sources.base) === JSON.stringify(style.sources.base)
    this.#style = style
    if (!sameLayers || !sameSources) {
      this.onpart?.()
      // The overlay finds its place among the layers only in a style that has loaded whole.
      if (this.#overlay) map.removeControl(this.#overlay as unknown as IControl)
      this.#overlay = null
      map.setStyle(style, { diff: false })
      map.once('idle', () => {
        if (this.map === map && !this.#overlay) this.#addOverlay()
      })
      return
    }
    for (const layer of style.layers)
      for (const [name, value] of Object.entries(layer.paint ?? {}))
        map.setPaintProperty(layer.id, name as 'fill-color', value as string)
  }

  /** Features of one of the style's own sources; they outlive a change of style. */
  setFeatures(source: string, data: GeoJSON.FeatureCollection): void {
    if (this.#features.get(source) === data) return
    this.#features.set(source, data)
    this.#putFeatures(source, data)
  }

  #putFeatures(source: string, data: GeoJSON.FeatureCollection): void {
    const found = this.map?.getSource(source) as GeoJSONSource | undefined
    found?.setData(data)
  }

  /**
   * Shows `bounds` within what the insets leave, no closer than `closest` and no farther out than shows `widest` in the
   * whole of the map.
   */
  fit(
    bounds: Bounds,
    insets: Insets,
    animate = true,
    limits: { widest?: Bounds; closest?: number } = {},
  ): void {
    const { map } = this
    const camera = map?.cameraForBounds(bounds, { padding: insets, maxZoom: limits.closest ?? 17 })
    if (!map || !camera) return
    const floor = limits.widest ? (map.cameraForBounds(limits.widest)?.zoom ?? 0) : 0
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches
    const duration = animate && !calm ? 700 : 0
    map.easeTo({ ...camera, zoom: Math.max(camera.zoom ?? this.zoom, floor), duration })
  }

  fly(lon: number, lat: number, zoom: number): void {
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches
    this.map?.easeTo({ center: [lon, lat], zoom: Math.max(this.zoom, zoom), duration: calm ? 0 : 700 })
  }

  zoomBy(steps: number): void {
    if (steps > 0) this.map?.zoomIn()
    else this.map?.zoomOut()
  }

  /** CSS pixels. */
  get width(): number {
    return this.map?.getContainer().clientWidth ?? 0
  }

  /** CSS pixels in the map of a place. */
  project(lon: number, lat: number): { x: number; y: number } {
    return this.map?.project([lon, lat]) ?? { x: 0, y: 0 }
  }

  /** What the canvas shows now. Taken within a frame: WebGL forgets its picture after it. */
  snapshot(): Promise<ImageBitmap> {
    return new Promise((resolve, reject) => {
      const { map } = this
      if (!map) return reject(new Error('no map'))
      map.once('render', () => createImageBitmap(map.getCanvas()).then(resolve, reject))
      map.triggerRepaint()
    })
  }

  #moved(): void {
    const { map } = this
    if (!map) return
    this.zoom = map.getZoom()
    this.latitude = map.getCenter().lat
    const bounds = map.getBounds()
    this.bounds = [bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()]
    this.moves++
  }
}

function lonLat(coordinate: number[]): { lon: number; lat: number } {
  return { lon: coordinate[0], lat: coordinate[1] }
}
