import { projection } from '../../ingest/crs.ts'
import { locale } from '../../i18n/locale.svelte.ts'
import type { MapController } from '../../map/mapController.svelte.ts'
import { mapPicture } from '../../map/mapPicture.ts'
import { csvOf } from '../../report/csv.ts'
import { featuresGeoJson } from '../../report/features.ts'
import type { Lagesbild } from '../../state/lagesbild.svelte.ts'
import { cellRing } from '../depth/overlays/cellRing.ts'
import { saveBlob, saveText } from '../save.ts'
import { theme } from '../themeState.svelte.ts'
import type { BeforeAfterView } from './beforeAfterView.svelte.ts'
import { changeCells } from './changeCells.ts'
import { differenceSentence } from './differenceSentence.ts'

export interface BeforeAfterMaps {
  first: MapController
  /** Where the two stand side by side. */
  second: MapController | null
}

/** Saves the cells of the difference, or the map as a picture, with what made them. */
export async function saveBeforeAfter(
  what: 'csv' | 'geojson' | 'png',
  app: Lagesbild,
  view: BeforeAfterView,
  maps: BeforeAfterMaps,
): Promise<void> {
  const { exports: texts } = locale.texts.beforeAfter
  if (what === 'png') saveBlob(await picture(app, view, maps), `${texts.file}.png`)
  else if (what === 'csv') saveText(cellsCsv(app, view), `${texts.file}.csv`, 'text/csv;charset=utf-8')
  else saveText(cellsGeoJson(app, view), `${texts.file}.geojson`, 'application/geo+json')
}

function notesOf(app: Lagesbild, view: BeforeAfterView): string[] {
  const { exports: texts, reading } = locale.texts.beforeAfter
  const f = locale.format
  const { chance, surfaces } = app.beforeAfter
  const { current } = app.data
  const shown = view.mode === 'difference' ? chance : surfaces
  if (!current || !shown) return []
  const counted = (side: 'before' | 'after') =>
    `${view.periods[side]} (${view.written(shown[side])} ${view.noun(Math.round(shown[side]))})`
  return [
    current.invented ? `${current.name} (${locale.texts.app.invented})` : current.name,
    texts.notes.periods({ before: counted('before'), after: counted('after') }),
    ...(view.typeNames ? [texts.notes.types(view.typeNames)] : []),
    texts.notes.surface({
      bandwidth: f.distance(shown.bandwidth),
      cell: f.distance(shown.grid.cellSize),
    }),
    ...(view.mode === 'difference' && chance ? [reading.method(f.integer(chance.permutations))] : []),
  ]
}

function cellsCsv(app: Lagesbild, view: BeforeAfterView): string {
  const { columns, verdicts } = locale.texts.beforeAfter.exports
  const { chance, surfaces } = app.beforeAfter
  const cells = chance ? changeCells(chance, surfaces) : []
  const keys = ['east', 'north', 'before', 'after', 'difference', 'expected', 'p', 'q', 'verdict'] as const
  return csvOf(
    keys.map((key) => columns[key]),
    cells.map((cell) => keys.map((key) => (key === 'verdict' ? verdicts[cell.verdict] : cell[key]))),
    notesOf(app, view),
    locale.language === 'sv' ? ',' : '.',
  )
}

function cellsGeoJson(app: Lagesbild, view: BeforeAfterView): string {
  const { verdicts } = locale.texts.beforeAfter.exports
  const { chance, surfaces } = app.beforeAfter
  const { current } = app.data
  if (!chance || !current) return featuresGeoJson([], [])
  const { inverse } = projection(current.crs)
  return featuresGeoJson(
    changeCells(chance, surfaces).map(({ cell, before, after, difference, expected, p, q, verdict }) => ({
      geometry: { type: 'MultiPolygon', coordinates: [[cellRing(chance.grid, cell, inverse)]] },
      properties: { before, after, difference, expected, p, q, verdict: verdicts[verdict] },
    })),
    notesOf(app, view),
  )
}

async function picture(app: Lagesbild, view: BeforeAfterView, maps: BeforeAfterMaps): Promise<Blob> {
  const { exports: texts, legend } = locale.texts.beforeAfter
  const f = locale.format
  const { chance, breaks, question } = app.beforeAfter
  const kind = question?.kind ?? 'crime'
  const difference = view.mode === 'difference'
  const { bitmap, width } = await drawn(view, maps)
  const title = difference && chance ? differenceSentence(app, chance) : texts.pictureTitle(view.periods)
  const how =
    view.mode === 'swipe' || view.mode === 'side'
      ? [texts.notes[view.mode](view.periods)]
      : [texts.notes.stripes]
  const scale = difference ? (view.differenceBreaks ?? []) : breaks
  return mapPicture(
    bitmap,
    bitmap.width / width,
    [],
    {
      title,
      notes: [...how, ...notesOf(app, view)],
      legendTitle: difference ? legend.difference[kind] : locale.texts.map.legend.density[kind],
      breaks: difference
        ? ['', ...scale.map((value) => f.signed(value))]
        : scale.map((value) => (value < 10 ? f.decimal(value, 1) : f.integer(value))),
      ...(difference ? { colours: theme.tokens.diverging } : {}),
    },
    theme.tokens,
  )
}

/** What the canvases show, with the line between before and after. */
async function drawn(
  view: BeforeAfterView,
  { first, second }: BeforeAfterMaps,
): Promise<{ bitmap: ImageBitmap; width: number }> {
  const one = await first.snapshot()
  if (view.mode === 'difference') return { bitmap: one, width: first.width }
  const other = view.mode === 'side' && second ? await second.snapshot() : null
  const stacked = other !== null && first.width === second!.width && first.width > innerWidth * 0.8
  const canvas = new OffscreenCanvas(
    one.width + (other && !stacked ? other.width : 0),
    one.height + (other && stacked ? other.height : 0),
  )
  const pen = canvas.getContext('2d')
  if (!pen) throw new Error('no 2d canvas')
  pen.drawImage(one, 0, 0)
  pen.fillStyle = `rgb(${theme.tokens.ink.join(',')})`
  if (other && stacked) {
    pen.drawImage(other, 0, one.height)
    pen.fillRect(0, one.height - 1, one.width, 2)
  } else if (other) {
    pen.drawImage(other, one.width, 0)
    pen.fillRect(one.width - 1, 0, 2, one.height)
  } else pen.fillRect(Math.round(view.share * one.width) - 1, 0, 2, one.height)
  return {
    bitmap: canvas.transferToImageBitmap(),
    width: first.width + (other && !stacked ? second!.width : 0),
  }
}
