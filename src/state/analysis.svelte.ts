import type { Selection } from '../domain/selection.ts'
import type { AnalysisClient } from '../workers/analysisClient.ts'
import { Latest } from '../workers/latest.ts'
import type {
  CountsRequest,
  CountsResult,
  PointsRequest,
  PointsResult,
  SurfaceRequest,
  SurfaceResult,
} from '../workers/messages.ts'
import { asked, answered } from './timing.ts'
import type { HotspotThreshold } from './viewSettings.ts'

/** What the analysis worker last answered, and whether a newer answer is on its way. */
export class AnalysisState {
  counts = $state.raw<CountsResult | null>(null)
  /** The selection that `counts` belongs to. */
  countsFor = $state.raw<Selection | null>(null)
  surface = $state.raw<SurfaceResult | null>(null)
  points = $state.raw<PointsResult | null>(null)
  /** An exact answer is being computed; what is shown is older or a preview. */
  stale = $state(false)
  failure = $state.raw<Error | null>(null)
  #asked = $state.raw<Selection | null>(null)
  /** What is shown is exact and belongs to the selection that was last asked for. */
  readonly settled: boolean = $derived(
    !this.stale && this.countsFor !== null && this.countsFor === this.#asked,
  )

  #counts: Latest<CountsRequest, CountsResult>
  #surface: Latest<SurfaceRequest, SurfaceResult>
  #points: Latest<PointsRequest, PointsResult>

  /** @param onsurface told of each surface before it is shown */
  constructor(client: AnalysisClient, onsurface: (surface: SurfaceResult) => void) {
    const failed = (error: Error) => {
      this.failure = error
      this.stale = false
    }
    this.#counts = new Latest<CountsRequest, CountsResult>(
      (request) => client.start('counts', request),
      (response, request) => {
        this.counts = response
        this.countsFor = request.selection
        answered('counts', request)
      },
      failed,
    )
    this.#surface = new Latest<SurfaceRequest, SurfaceResult>(
      (request) => client.start('surface', request),
      (response, request) => {
        onsurface(response)
        this.surface = response.exact ? response : withHotspotsOf(this.surface, response)
        if (request.exact && request.selection === this.#asked) this.stale = false
        answered(request.exact ? 'surface' : 'preview', request)
      },
      failed,
    )
    this.#points = new Latest<PointsRequest, PointsResult>(
      (request) => client.start('points', request),
      (response) => (this.points = response),
      failed,
    )
  }

  /** Asks for counts and surface; a preview is binned and has no hotspots. */
  ask(
    selection: Selection,
    settings: { bandwidth: number; threshold: HotspotThreshold },
    precision: 'preview' | 'exact',
  ): void {
    const plain = $state.snapshot(selection) as Selection
    this.failure = null
    this.stale = true
    this.#asked = plain
    this.#counts.request(asked({ selection: plain }))
    this.#surface.request(
      asked({
        selection: plain,
        bandwidth: settings.bandwidth,
        threshold: settings.threshold,
        exact: precision === 'exact',
      }),
      true,
    )
  }

  askPoints(request: PointsRequest): void {
    this.#points.request({ ...request, selection: $state.snapshot(request.selection) as Selection })
  }

  clearPoints(): void {
    this.#points.drop()
    this.points = null
  }

  /** The same rows under other types, with their counts; points are asked for anew. */
  relabelled(counts: CountsResult, selection: Selection): void {
    this.#counts.drop()
    this.clearPoints()
    this.counts = counts
    this.countsFor = selection
  }

  reset(): void {
    this.#counts.drop()
    this.#surface.drop()
    this.clearPoints()
    this.counts = null
    this.countsFor = null
    this.#asked = null
    this.surface = null
    this.stale = false
  }
}

/** A preview has no hotspots of its own: the last exact ones stay, dimmed and with what they are of, until the brush rests. */
function withHotspotsOf(older: SurfaceResult | null, preview: SurfaceResult): SurfaceResult {
  if (!older?.hotspots) return preview
  const { hotspots, giStar, study, n, before } = older
  return { ...preview, hotspots, giStar, study, n, before }
}
