import type { locale } from '../../../i18n/locale.svelte.ts'
import { inSweden } from '../../../ingest/crs.ts'
import { nearestPlace } from '../../../ingest/sweden/places.ts'
import type { SamplePlaces } from './samplePlaces.ts'

const KM_PER_DEGREE = 111.32
/** Nine in ten points within so many km of one another are one place and its surroundings. */
const ONE_PLACE = 60

/** Where the sampled rows lie and why others lie nowhere, one sentence each: what the map shows, in words. */
export function whereSentences(
  { points, without }: SamplePlaces,
  { texts, format: f }: Pick<typeof locale, 'texts' | 'format'>,
): string[] {
  const words = texts.positions.map
  const lons = points.map(([lon]) => lon).sort((a, b) => a - b)
  const lats = points.map(([, lat]) => lat).sort((a, b) => a - b)
  const at = (sorted: number[], share: number) => sorted[Math.floor(share * (sorted.length - 1))]!
  const [lon, lat] = [at(lons, 0.5), at(lats, 0.5)]
  const swedish = points.length > 0 && inSweden(lon, lat)
  const said: string[] = []
  if (points.length === 0) said.push(words.none)
  else if (!swedish) said.push(words.abroad(f, points.length, lat, lon))
  else {
    const east = KM_PER_DEGREE * Math.cos((lat * Math.PI) / 180)
    const km = Math.hypot(
      (at(lons, 0.95) - at(lons, 0.05)) * east,
      (at(lats, 0.95) - at(lats, 0.05)) * KM_PER_DEGREE,
    )
    const near = nearestPlace(lon, lat)
    said.push(
      km > ONE_PLACE ? words.spread(f, points.length, near, km) : words.inPlace(f, points.length, near),
    )
  }
  const tell = (code: Parameters<typeof without.get>[0], sentence: typeof words.outside) => {
    const count = without.get(code)
    if (count) said.push(sentence(f, count))
  }
  tell('outsideExtent', swedish || points.length === 0 ? words.outside : words.outsideAbroad)
  tell('nullIsland', words.atZero)
  tell('noPosition', words.without)
  tell('nonNumericPosition', words.unread)
  return said
}
