import { recordsOf, NO_CONTENT } from '../../domain/preventionFile/records.ts'
import type { FileRecord } from '../../domain/preventionFile/tables.ts'
import { GPX_NAMESPACE } from '../../domain/preventionFile/gpxForm.ts'
import {
  FEELS,
  OBSERVATION_WORDS,
  wordOf,
  type FileLanguage,
} from '../../domain/preventionFile/vocabularies.ts'
import type { SafetyWalk } from '../../domain/safetyWalk.ts'

/**
 * A walk as GPX 1.1: its route, and a waypoint for every observation with its category and text, which any map program shows. What
 * GPX has no place for stands as JSON in extensions, so that the walk comes back whole.
 */
export function walkGpx(walk: SafetyWalk, language: FileLanguage): string {
  const { walks, observations, participants } = recordsOf({ ...NO_CONTENT, walks: [walk] }, 'walks')
  const waypoints = (observations ?? []).map((record) => {
    const { lon, lat, text, ...rest } = record as FileRecord & { lon: number; lat: number; text: string }
    const feels = wordOf(FEELS, rest.feels as string, language)
    const name = `${feels}: ${wordOf(OBSERVATION_WORDS, rest.category as string, language)}`
    return [
      `<wpt lat="${lat}" lon="${lon}">`,
      `<name>${xml(name)}</name>`,
      `<desc>${xml(text)}</desc>`,
      extension('observation', { ...rest, text }),
      '</wpt>',
    ].join('')
  })
  const points = walk.route.map(([lon, lat]) => `<rtept lat="${lat}" lon="${lon}"/>`)
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<gpx version="1.1" creator="Lägesbild" xmlns="http://www.topografix.com/GPX/1/1" xmlns:lb="${GPX_NAMESPACE}">`,
    `<metadata><name>${xml(walk.title)}</name>${extension('walk', { ...walks![0], participants })}</metadata>`,
    ...waypoints,
    `<rte><name>${xml(walk.title)}</name>`,
    ...points,
    '</rte>',
    '</gpx>',
    '',
  ].join('\n')
}

function extension(name: string, value: unknown): string {
  const json = JSON.stringify(value).replace(
    /[\p{Cc}\uFFFE\uFFFF]/gu,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
  return `<extensions><lb:${name}>${xml(json)}</lb:${name}></extensions>`
}

/** What XML 1.0 cannot hold is left out: the extensions, in JSON, escape it. */
function xml(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu, (character) => (/[\n\t]/.test(character) ? character : ''))
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
}
