import { isoDate, parseIsoDate, type Period } from '../domain/period.ts'
import { EMPTY_SELECTION, type Comparison, type PlaceFilter, type Selection } from '../domain/selection.ts'
import { INCIDENT_KINDS } from '../domain/incident.ts'
import type { HourWindow } from '../domain/hourWindow.ts'
import { DEPTH_METHODS } from '../workers/depth/depthMethods.ts'
import { decodeAreaView, encodeAreaView } from './areaAddress.ts'
import { BEFORE_AFTER_MODES, DEFAULT_VIEW, MAP_MODES, SCREENS, type ViewSettings } from './viewSettings.ts'

/**
 * The address's fragment holds what a person has chosen, so that a view can be reloaded, sent and undone. It never leaves
 * the machine: browsers do not send fragments. Unknown or damaged parts are left at their defaults.
 */
export interface Address {
  /** 'demo' or the fingerprint of the file that the view belongs to. */
  dataset: string | null
  selection: Selection
  view: ViewSettings
}

export function encodeAddress({ dataset, selection, view }: Address): string {
  const parts = new URLSearchParams()
  if (dataset) parts.set('d', dataset)
  if (view.screen !== DEFAULT_VIEW.screen) parts.set('s', view.screen)
  if (selection.kind !== EMPTY_SELECTION.kind) parts.set('k', selection.kind)
  if (selection.period) parts.set('p', encodePeriod(selection.period))
  const comparison = encodeComparison(selection.comparison)
  if (comparison !== 'y1') parts.set('c', comparison)
  if (selection.types.length > 0) parts.set('t', selection.types.map(encodeId).join('~'))
  if (selection.hours) parts.set('h', encodeHours(selection.hours))
  if (selection.timeMethod !== 'start') parts.set('m', selection.timeMethod)
  if (selection.place) parts.set('w', encodePlace(selection.place))
  if (view.mapMode !== DEFAULT_VIEW.mapMode) parts.set('v', view.mapMode)
  if (view.depth) parts.set('f', view.depth)
  for (const [key, value] of encodeAreaView(view.areas)) parts.set(key, value)
  if (view.walk) parts.set('g', view.walk)
  if (view.measure) parts.set('e', view.measure)
  if (view.beforeAfter !== DEFAULT_VIEW.beforeAfter) parts.set('z', view.beforeAfter)
  if (view.bandwidth !== null) parts.set('b', String(view.bandwidth))
  if (view.threshold.kind === 'densest') parts.set('x', `d${view.threshold.share}`)
  else if (view.threshold.factor !== 5) parts.set('x', `f${view.threshold.factor}`)
  if (view.language !== DEFAULT_VIEW.language) parts.set('l', view.language)
  if (view.theme) parts.set('u', view.theme)
  return parts.toString()
}

export function decodeAddress(fragment: string): Address {
  const parts = new URLSearchParams(fragment.replace(/^#/, ''))
  const get = (key: string) => parts.get(key) ?? ''
  return {
    dataset: parts.get('d'),
    selection: {
      ...EMPTY_SELECTION,
      kind: INCIDENT_KINDS.find((kind) => kind === get('k')) ?? EMPTY_SELECTION.kind,
      period: decodePeriod(get('p')),
      comparison: decodeComparison(get('c')),
      types: get('t') ? get('t').split('~').map(decodeId) : [],
      hours: decodeHours(get('h')),
      timeMethod:
        (['start', 'midpoint', 'aoristic'] as const).find((method) => method === get('m')) ?? 'start',
      place: decodePlace(get('w')),
    },
    view: {
      ...DEFAULT_VIEW,
      screen: SCREENS.find((screen) => screen === get('s')) ?? DEFAULT_VIEW.screen,
      mapMode: MAP_MODES.find((mode) => mode === get('v')) ?? DEFAULT_VIEW.mapMode,
      depth: DEPTH_METHODS.find((method) => method === get('f')) ?? null,
      areas: decodeAreaView(parts),
      walk: parts.get('g'),
      measure: parts.get('e'),
      beforeAfter: BEFORE_AFTER_MODES.find((mode) => mode === get('z')) ?? DEFAULT_VIEW.beforeAfter,
      bandwidth: numberWithin(get('b'), 10, 10_000),
      threshold: decodeThreshold(get('x')),
      language: get('l') === 'en' ? 'en' : 'sv',
      theme: (['light', 'dark'] as const).find((theme) => theme === get('u')) ?? null,
    },
  }
}

/** "No type given" is an empty id, which a list cannot tell from no entry. */
function encodeId(id: string): string {
  return id === '' ? '*' : encodeURIComponent(id).replaceAll('*', '%2A').replaceAll('~', '%7E')
}

function decodeId(text: string): string {
  return text === '*' ? '' : decodeText(text)
}

function encodePeriod(period: Period): string {
  return `${isoDate(period.from)}_${isoDate(period.to)}`
}

function decodePeriod(text: string): Period | null {
  const [from, to] = text.split('_').map(parseIsoDate)
  return from < to ? { from, to } : null
}

function encodeComparison(comparison: Comparison): string {
  if (comparison.kind === 'yearsBefore') return `y${comparison.years}`
  if (comparison.kind === 'meanOfYears') return `m${comparison.years}`
  return encodePeriod(comparison.period)
}

function decodeComparison(text: string): Comparison {
  const match = /^([ym])([123])$/.exec(text)
  const years = Number(match?.[2])
  if (match?.[1] === 'y') return { kind: 'yearsBefore', years: years as 1 | 2 | 3 }
  if (match?.[1] === 'm' && years >= 2) return { kind: 'meanOfYears', years: years as 2 | 3 }
  const period = decodePeriod(text)
  return period ? { kind: 'own', period } : EMPTY_SELECTION.comparison
}

function encodeHours({ dayFrom, dayTo, start, length }: HourWindow): string {
  return `${dayFrom}-${dayTo}.${start}-${length}`
}

function decodeHours(text: string): HourWindow | null {
  const match = /^([0-6])-([0-6])\.(\d{1,2})-(\d{1,2})$/.exec(text)
  if (!match) return null
  const [dayFrom, dayTo, start, length] = match.slice(1).map(Number)
  return start <= 23 && length >= 1 && length <= 24 ? { dayFrom, dayTo, start, length } : null
}

/** Outlines are whole metres, the first corner in full and the rest as steps. */
function encodePlace(place: PlaceFilter): string {
  if (place.kind === 'areas') return `a:${place.ids.map(encodeId).join('~')}`
  const rings = place.polygon.map((polygon) => polygon.map(encodeRing).join('!')).join('*')
  return `o:${encodeURIComponent(place.label)}:${rings}`
}

function encodeRing(ring: number[][]): string {
  let px = 0
  let py = 0
  return ring
    .map(([x, y]) => {
      const step = `${Math.round(x) - px}.${Math.round(y) - py}`
      px = Math.round(x)
      py = Math.round(y)
      return step
    })
    .join('_')
}

function decodePlace(text: string): PlaceFilter | null {
  if (text.startsWith('a:')) {
    const ids = text.slice(2).split('~').map(decodeId)
    return ids.length > 0 ? { kind: 'areas', ids } : null
  }
  const match = /^o:([^:]*):(.+)$/.exec(text)
  if (!match) return null
  const polygon = match[2].split('*').map((rings) => rings.split('!').map(decodeRing))
  const sound = polygon.every((rings) =>
    rings.every((ring) => ring.length >= 4 && ring.flat().every(Number.isFinite)),
  )
  return sound ? { kind: 'outline', label: decodeText(match[1]), polygon } : null
}

function decodeRing(text: string): number[][] {
  let x = 0
  let y = 0
  return text.split('_').map((step) => {
    const [dx, dy] = step.split('.').map(Number)
    return [(x += dx), (y += dy)]
  })
}

function decodeThreshold(text: string): ViewSettings['threshold'] {
  const value = Number(text.slice(1))
  if (text.startsWith('d') && value > 0 && value < 1) return { kind: 'densest', share: value }
  if (text.startsWith('f') && value >= 2 && value <= 10) return { kind: 'factor', factor: value }
  return DEFAULT_VIEW.threshold
}

function numberWithin(text: string, low: number, high: number): number | null {
  const value = Number(text)
  return text !== '' && value >= low && value <= high ? value : null
}

function decodeText(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return ''
  }
}
