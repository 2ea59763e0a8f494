import { locale } from '../../i18n/locale.svelte.ts'
import type { Lagesbild } from '../../state/lagesbild.svelte.ts'
import type { BeforeAfterChance } from '../../workers/effect/beforeAfterMessages.ts'
import { placeAt } from '../depth/placeAt.ts'

/** More names than these are a list, not a sentence. */
const MOST_NAMED = 3

/** Where the change is more than chance, in a sentence. */
export function differenceSentence(app: Lagesbild, { places }: BeforeAfterChance): string {
  const { reading } = locale.texts.beforeAfter
  if (places.length === 0) return reading.none
  const falls = places.filter(({ direction }) => direction === 'fall').length
  const names = places.length <= MOST_NAMED ? places.map(({ x, y }) => placeAt(app, x, y).name) : []
  return reading.clear(locale.format, { falls, rises: places.length - falls, names })
}
