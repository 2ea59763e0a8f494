import type { Map as MapLibreMap } from 'maplibre-gl'
import {
  TerraDraw,
  TerraDrawLineStringMode,
  TerraDrawModeUndoRedo,
  TerraDrawPointMode,
  TerraDrawPolygonMode,
  TerraDrawSelectMode,
  type GeoJSONStoreFeatures,
} from 'terra-draw'
import { TerraDrawMapLibreGLAdapter } from 'terra-draw-maplibre-gl-adapter'
import type { ThemeTokens } from '../../ui/theme.ts'
import type { Drawn, DrawnShape } from './drawn.ts'
import { sketchStyles } from './sketchStyles.ts'

/** How far the hand has come. */
export interface SketchState {
  /** Corners that stand. */
  corners: number
  canUndo: boolean
  /** The shape where it is whole: while its corners are moved, never while it is being drawn. */
  whole: Drawn | null
}

interface SketchReports {
  onchange(state: SketchState): void
  /** The hand has finished the shape: by a double click, at the first corner, or by `close`. */
  onfinish(drawn: Drawn): void
}

type FeatureId = NonNullable<GeoJSONStoreFeatures['id']>

const MODES = { point: 'point', line: 'linestring', polygon: 'polygon' } as const
const EDITABLE = {
  feature: { draggable: true, coordinates: { draggable: true, midpoints: true, deletable: true } },
}

/** A shape under the hand: Terra Draw over the map. Loaded when something is to be drawn. */
export class Sketch {
  readonly #draw: TerraDraw
  readonly #map: MapLibreMap
  readonly #shape: DrawnShape
  readonly #reports: SketchReports
  /** Shapes before each move of a corner, the last one being what is seen. */
  #edits: Drawn[] = []
  #editing: FeatureId | null = null

  constructor(map: MapLibreMap, shape: DrawnShape, tokens: ThemeTokens, reports: SketchReports) {
    this.#map = map
    this.#shape = shape
    this.#reports = reports
    const styles = sketchStyles(tokens)
    const keyEvents = { cancel: null, finish: 'Enter' }
    this.#draw = new TerraDraw({
      adapter: new TerraDrawMapLibreGLAdapter({ map, prefixId: 'sketch' }),
      modes: [
        new TerraDrawPointMode({ styles: styles.point }),
        new TerraDrawLineStringMode({ styles: styles.line, keyEvents, showCoordinatePoints: true }),
        new TerraDrawPolygonMode({ styles: styles.polygon, keyEvents, showCoordinatePoints: true }),
        new TerraDrawSelectMode({
          styles: styles.select,
          keyEvents: null,
          allowManualDeselection: false,
          flags: { point: EDITABLE, linestring: EDITABLE, polygon: EDITABLE },
        }),
      ],
      undoRedo: { modeLevel: new TerraDrawModeUndoRedo() },
    })
    this.#draw.start()
    this.#draw.setMode(MODES[shape])
    this.#draw.on('change', () => this.#tell())
    this.#draw.on('history', () => this.#tell())
    this.#draw.on('finish', (id, { action }) => {
      const drawn = this.#draw.getSnapshotFeature(id)?.geometry as Drawn | undefined
      if (!drawn) return
      if (action === 'draw') {
        // Terra Draw is still at work on the shape as it tells of it.
        queueMicrotask(() => this.#reports.onfinish(drawn))
      } else {
        this.#edits.push(drawn)
        this.#tell()
      }
    })
  }

  /** Finishes the shape with the corners that stand. */
  close(): void {
    this.#map.getCanvas().dispatchEvent(new KeyboardEvent('keyup', { key: 'Enter' }))
  }

  /** Shows a whole shape, whose corners can be moved, added and taken away. */
  edit(drawn: Drawn): void {
    this.#draw.clear()
    const mode = MODES[this.#shape]
    const [added] = this.#draw.addFeatures([{ type: 'Feature', properties: { mode }, geometry: drawn }])
    if (!added?.valid || added.id === undefined) throw new RangeError(`not drawable: ${added?.reason}`)
    this.#draw.setMode('select')
    this.#draw.selectFeature(added.id)
    this.#editing = added.id
    this.#edits = [drawn]
    this.#tell()
  }

  /** Takes back the last corner, or the last move of one. */
  undo(): void {
    if (this.#editing === null) {
      this.#draw.undo()
    } else if (this.#edits.length > 1) {
      this.#edits.pop()
      this.#draw.updateFeatureGeometry(this.#editing, this.#edits.at(-1)!)
    }
    this.#tell()
  }

  restyle(tokens: ThemeTokens): void {
    const styles = sketchStyles(tokens)
    this.#draw.updateModeOptions<typeof TerraDrawPointMode>('point', { styles: styles.point })
    this.#draw.updateModeOptions<typeof TerraDrawLineStringMode>('linestring', { styles: styles.line })
    this.#draw.updateModeOptions<typeof TerraDrawPolygonMode>('polygon', { styles: styles.polygon })
    this.#draw.updateModeOptions<typeof TerraDrawSelectMode>('select', { styles: styles.select })
  }

  /** Leaves the map as it was. */
  stop(): void {
    this.#draw.stop()
  }

  #tell(): void {
    if (!this.#draw.enabled) return
    const whole =
      this.#editing === null
        ? null
        : ((this.#draw.getSnapshotFeature(this.#editing)?.geometry as Drawn | undefined) ?? null)
    this.#reports.onchange({
      corners: whole ? whole.coordinates.length : this.#corners(),
      canUndo: this.#editing === null ? this.#draw.canUndo() : this.#edits.length > 1,
      whole,
    })
  }

  /** Corners that stand: the one under the pointer is not one yet. */
  #corners(): number {
    const under = this.#draw.getSnapshot().find(({ properties }) => properties.currentlyDrawing)
    if (!under) return 0
    if (under.geometry.type === 'LineString') return under.geometry.coordinates.length - 1
    return Number(under.properties.committedCoordinateCount ?? 0)
  }
}
