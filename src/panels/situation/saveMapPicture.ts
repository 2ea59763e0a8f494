import { locale } from '../../i18n/locale.svelte.ts'
import type { MapController } from '../../map/mapController.svelte.ts'
import { mapPicture } from '../../map/mapPicture.ts'
import type { Lagesbild } from '../../state/lagesbild.svelte.ts'
import type { Readings } from '../readings.svelte.ts'
import { saveBlob } from '../save.ts'
import { theme } from '../themeState.svelte.ts'

/** Saves what the map shows now as a picture, with its sentence, scale and origin. */
export async function saveMapPicture(app: Lagesbild, map: MapController, readings: Readings): Promise<void> {
  const f = locale.format
  const { legend } = locale.texts.map
  const mode = app.view.settings.mapMode
  const picture = await map.snapshot()
  const badges =
    mode === 'points' || !app.view.layers.hotspots
      ? []
      : readings.hotspots.map(({ hotspot, name, named }) => ({
          ...map.project(hotspot.badge.lon, hotspot.badge.lat),
          rank: hotspot.rank,
          name: named ? name : '',
          dashed: !hotspot.moreThanChance,
        }))
  const words = {
    title: readings.headline,
    notes: readings.provenanceOf('where'),
    legendTitle:
      mode === 'gistar' ? legend.gistar : mode === 'points' ? legend.points : legend.density[readings.kind],
    breaks:
      mode === 'density'
        ? app.scale.breaks.map((value) => (value < 10 ? f.decimal(value, 1) : f.integer(value)))
        : [],
  }
  saveBlob(await mapPicture(picture, picture.width / map.width, badges, words, theme.tokens), 'karta.png')
}
