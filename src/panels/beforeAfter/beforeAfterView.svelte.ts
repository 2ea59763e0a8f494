import type { Layer } from '@deck.gl/core'
import type { GridSpec } from '../../domain/grid.ts'
import { projection } from '../../ingest/crs.ts'
import {
  differenceLayer,
  sideLayer,
  swipedLayers,
  type DifferenceDrawn,
  type Side,
  type SidesDrawn,
} from '../../map/beforeAfter/beforeAfterLayers.ts'
import type { Bounds } from '../../map/mapController.svelte.ts'
import { surfaceMesh } from '../../map/surfaceMesh.ts'
import { FEW } from '../../state/change.ts'
import type { Lagesbild } from '../../state/lagesbild.svelte.ts'
import type { BeforeAfterMode } from '../../state/viewSettings.ts'
import type { ThemeTokens } from '../../ui/theme.ts'
import { CHANCE, type BeforeAfterChance } from '../../workers/effect/beforeAfterMessages.ts'
import { differenceBreaks } from '../depth/differenceBreaks.ts'
import type { Readings } from '../readings.svelte.ts'

/** Under the pointer: both densities, or the difference with its verdict (one of {@link CHANCE}). */
export type UnderPointer =
  { kind: 'sides'; before: number; after: number } | { kind: 'difference'; change: number; verdict: number }

/** What the map shows of before and after, made ready to be drawn and told. */
export class BeforeAfterView {
  /** Where the swiped map is cut, as a share of its width. */
  share = $state(0.5)

  constructor(
    private readonly app: Lagesbild,
    private readonly readings: Readings,
  ) {}

  /** The control stands on the map. */
  readonly offered: boolean = $derived.by(
    () => this.app.view.settings.screen === 'effect' && this.app.data.current !== null,
  )
  /** How the two are shown now; 'off' where there is nothing to show. */
  readonly mode: BeforeAfterMode = $derived.by(() =>
    this.offered && this.app.beforeAfter.question ? this.app.view.settings.beforeAfter : 'off',
  )
  readonly on: boolean = $derived(this.mode !== 'off')
  /** Something could be shown, had anything been chosen to show. */
  readonly lacksQuestion: boolean = $derived.by(
    () =>
      this.offered &&
      this.app.view.settings.beforeAfter !== 'off' &&
      this.app.view.settings.measure === null &&
      this.app.beforeAfterQuestion === null,
  )

  readonly #plane = $derived.by(() => {
    const { current } = this.app.data
    return current ? projection(current.crs) : null
  })

  /** Too few in both for a surface. */
  readonly tooFew: boolean = $derived.by(() => {
    const { surfaces } = this.app.beforeAfter
    return surfaces !== null && Math.max(surfaces.before, surfaces.after) < FEW
  })

  readonly sides: SidesDrawn | null = $derived.by(() => {
    const { surfaces, breaks } = this.app.beforeAfter
    const plane = this.#plane
    if (!surfaces || !plane || breaks.length !== 6 || !(surfaces.max > 0) || this.tooFew) return null
    const { grid, beforeValues, afterValues, exact } = surfaces
    return {
      mesh: surfaceMesh(grid, (x, y) => plane.inverse(x, y)),
      columns: grid.columns,
      rows: grid.rows,
      values: { before: beforeValues, after: afterValues },
      breaks,
      opacity: exact ? 1 : 0.75,
    }
  })

  readonly differenceBreaks: number[] | null = $derived.by(() => {
    const { chance } = this.app.beforeAfter
    return chance && chance.largest > 0 ? differenceBreaks(chance.largest, chance.loneIncident) : null
  })

  readonly difference: DifferenceDrawn | null = $derived.by(() => {
    const { chance } = this.app.beforeAfter
    const plane = this.#plane
    const breaks = this.differenceBreaks
    if (!chance || !plane || !breaks) return null
    const { grid } = chance
    return {
      mesh: surfaceMesh(grid, (x, y) => plane.inverse(x, y)),
      columns: grid.columns,
      rows: grid.rows,
      values: differenceChannels(chance),
      breaks,
    }
  })

  /** The surface of the first map; `bounds` is what it shows. */
  layers(bounds: Bounds | null, tokens: ThemeTokens): Layer[] {
    const { mode, sides, difference } = this
    if (mode === 'difference') return difference ? [differenceLayer(difference, tokens)] : []
    if (!sides || mode === 'off') return []
    if (mode === 'side') return [sideLayer(sides, 'before', tokens)]
    // North is up: longitudes are even across the map.
    return bounds ? swipedLayers(sides, bounds[0] + this.share * (bounds[2] - bounds[0]), tokens) : []
  }

  /** The surface of the second map. */
  secondLayers(tokens: ThemeTokens): Layer[] {
    return this.sides && this.mode === 'side' ? [sideLayer(this.sides, 'after', tokens)] : []
  }

  readonly periods: Record<Side, string> = $derived.by(() => {
    const { question } = this.app.beforeAfter
    const { f } = this.readings
    const told = (side: Side) => f.list(question?.periods[side].map(f.period) ?? [])
    return { before: told('before'), after: told('after') }
  })

  /** The crime types that are counted; empty where all are. */
  readonly typeNames: string = $derived.by(() => {
    const ids = new Set(this.app.beforeAfter.question?.typeIds ?? [])
    const { f, types } = this.readings
    return f.list(types.filter(({ id }) => ids.has(id)).map(({ name }) => name))
  })

  /** How many lie in each, with their noun; empty while it is not known. */
  readonly counts: Record<Side, string> = $derived.by(() => {
    const { surfaces, chance } = this.app.beforeAfter
    const known = surfaces ?? chance
    const told = (side: Side) =>
      known
        ? this.readings.texts.beforeAfter.count(this.written(known[side]), this.noun(Math.round(known[side])))
        : ''
    return { before: told('before'), after: told('after') }
  })

  /** A count, with a decimal where incidents are shared out. */
  readonly written = $derived((count: number) => this.readings.f.decimal(count, count % 1 ? 1 : 0))

  readonly noun = $derived((count: number) => {
    const { nouns } = this.readings.texts.readings
    const kind = this.app.beforeAfter.question?.kind ?? 'crime'
    return kind === 'crime' ? nouns.crimeShort() : nouns[`${kind}Short`](count)
  })

  under({ lon, lat }: { lon: number; lat: number }): UnderPointer | null {
    const { surfaces, chance } = this.app.beforeAfter
    const plane = this.#plane
    if (!plane || !this.on) return null
    const [x, y] = plane.forward(lon, lat)
    if (this.mode === 'difference') {
      const cell = chance ? cellOf(chance.grid, x, y) : -1
      return chance && cell >= 0
        ? { kind: 'difference', change: chance.difference[cell], verdict: chance.verdict[cell] }
        : null
    }
    const cell = surfaces ? cellOf(surfaces.grid, x, y) : -1
    return surfaces && cell >= 0
      ? { kind: 'sides', before: surfaces.beforeValues[cell], after: surfaces.afterValues[cell] }
      : null
  }
}

function differenceChannels({ difference, support, verdict }: BeforeAfterChance): Float32Array {
  const channels = new Float32Array(4 * difference.length)
  for (let i = 0; i < difference.length; i++) {
    channels[4 * i] = difference[i]
    // What lies outside the study area is not tested, whatever lies under the kernel there.
    channels[4 * i + 1] = support[i] >= 1 && verdict[i] === CHANCE.untested ? 0 : support[i]
    channels[4 * i + 2] = verdict[i] === CHANCE.rise || verdict[i] === CHANCE.fall ? 1 : 0
  }
  return channels
}

function cellOf(grid: GridSpec, x: number, y: number): number {
  const column = Math.floor((x - grid.originX) / grid.cellSize)
  const row = Math.floor((y - grid.originY) / grid.cellSize)
  return column >= 0 && row >= 0 && column < grid.columns && row < grid.rows
    ? row * grid.columns + column
    : -1
}
