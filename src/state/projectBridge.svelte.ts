import type { Bytes } from '../project/bytes.ts'
import { ProjectError } from '../project/errors.ts'
import { DEFAULT_DEPTH_SETTINGS } from '../workers/depth/depthMethods.ts'
import type { IncidentBatch } from '../db/dataset.ts'
import { decodeAddress, encodeAddress } from './address.ts'
import { demoUrl } from './demo.ts'
import type { Lagesbild } from './lagesbild.svelte.ts'
import {
  readDocuments,
  type AreasDocument,
  type DataDocument,
  type ScreenDocument,
} from './projectDocuments.ts'
import type { IncomingProject, ProjectHost } from './projectHost.ts'
import type { ProjectPart } from './projectParts.ts'

/** What a project takes from the rest of the state, and gives back to it. */
export function projectHost(app: Lagesbild): ProjectHost {
  return {
    loaded: () => app.data.current,
    parts: () => projectParts(app),
    columns: () => app.copyColumns(),
    async cells({ layer, firstRow, lastRow }) {
      await app.database.whenFilled()
      return (await app.database.store.sourceRun(layer, firstRow, lastRow)) as Bytes | null
    },
    takeOver: (project) => takeOver(app, project),
  }
}

function projectParts(app: Lagesbild): ProjectPart[] {
  const { current: dataset, library } = app.data
  if (!dataset) return []
  const { id, name, invented, timeZone, crs, labels, layers, surroundings } = dataset
  const { basemapUrl, ...around } = surroundings
  const { project } = app
  return [
    {
      subject: 'data',
      // What is only computed from them (the labels' types, the summary) changes without anything to be saved.
      refs: [id, layers, surroundings],
      value: (): DataDocument => ({
        id,
        name,
        invented,
        timeZone,
        crs,
        labels,
        layers: [...layers],
        surroundings: { ...around, basemap: basemapUrl === null ? null : 'demo' },
      }),
    },
    {
      subject: 'areas',
      refs: [library.sets, library.tables, library.activeId],
      value: (): AreasDocument => ({
        sets: library.sets,
        tables: library.tables,
        active: library.activeId,
      }),
    },
    {
      subject: 'prevention',
      refs: [app.prevention.current],
      value: () => app.prevention.current,
    },
    { subject: 'types', refs: [app.crimeTypes.current], value: () => app.crimeTypes.toJSON() },
    {
      subject: 'project',
      refs: [project.givenName, project.views.list],
      value: () => ({ givenName: project.givenName, views: project.views.list }),
    },
    {
      subject: 'screen',
      refs: [app.selection.committed, app.view.settings, JSON.stringify(app.view.layers), app.depth.settings],
      value: (): ScreenDocument => ({
        fragment: encodeAddress($state.snapshot(app.address) as typeof app.address),
        layers: { ...$state.snapshot(app.view.layers) },
        depth: { ...app.depth.settings },
      }),
    },
  ]
}

/** What is not read in full changes nothing. */
async function takeOver(app: Lagesbild, incoming: IncomingProject): Promise<void> {
  const { data, areas, types, prevention, project, screen } = readDocuments(incoming.documents)
  const { basemap, ...around } = data.surroundings
  const numbers = new Set([0, ...data.layers.map(({ number }) => number)])
  const stranger = incoming.runs.find(({ layer }) => !numbers.has(layer))
  if (stranger) throw new ProjectError('unsound', { part: `layer ${stranger.layer}` })
  await incoming.readColumns(data.labels.length)

  async function* batches(): AsyncGenerator<IncidentBatch> {
    for (const index of incoming.runs.keys())
      yield { ...(await incoming.readRun(index)), labels: data.labels }
  }

  const surroundings = { ...around, basemapUrl: basemap === 'demo' ? demoUrl('basemap.geojson') : null }
  await app.takeProject({ ...data, surroundings }, batches(), () => {
    // The types hold before the rows are counted by them; the rest follows what is loaded.
    app.crimeTypes.fromJSON({ ...types, lagesbild: 'crime-types', version: 1 })
    app.data.library.activate(null)
    app.prevention.replace(prevention)
    app.project.givenName = project.givenName
    app.project.views.list = project.views
  })
  const { library } = app.data
  library.sets = areas.sets
  library.tables = areas.tables
  const shown = screen.layers as Partial<typeof app.view.layers>
  for (const key of ['hotspots', 'areas', 'walks', 'measures'] as const)
    if (typeof shown[key] === 'boolean') app.view.layers[key] = shown[key]
  for (const [kind, on] of Object.entries(shown.kinds ?? {}))
    if (kind in app.view.layers.kinds && typeof on === 'boolean')
      app.view.layers.kinds[kind as keyof typeof app.view.layers.kinds] = on
  app.depth.settings = settingsLike(DEFAULT_DEPTH_SETTINGS, screen.depth)
  await app.areas.use(library.sets.some(({ id }) => id === areas.active) ? areas.active : null)
  app.showProject(decodeAddress(screen.fragment))
}

/** Stored settings where they are of the default's kind, the default's own elsewhere. */
function settingsLike<T>(standard: T, stored: unknown): T {
  if (stored === undefined || stored === null) return standard
  // What is worked out from the data unless it is chosen.
  if (standard === null) return stored as T
  if (typeof standard !== 'object') return typeof stored === typeof standard ? (stored as T) : standard
  if (Array.isArray(standard)) return Array.isArray(stored) ? (stored as T) : standard
  if (typeof stored !== 'object') return standard
  return Object.fromEntries(
    Object.entries(standard).map(([key, value]) => [
      key,
      settingsLike<unknown>(value, (stored as Record<string, unknown>)[key]),
    ]),
  ) as T
}
