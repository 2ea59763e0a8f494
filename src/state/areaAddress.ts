import {
  AREA_FIGURES,
  CLASS_METHODS,
  DEFAULT_AREA_VIEW,
  type AreaMeasure,
  type AreaView,
} from './viewSettings.ts'

/** The part of the address that says what the areas show; what is as by default is left out. */
export function encodeAreaView(view: AreaView): [key: string, value: string][] {
  const parts: [string, string][] = []
  if (view.measure !== DEFAULT_AREA_VIEW.measure) parts.push(['am', view.measure])
  if (view.per !== DEFAULT_AREA_VIEW.per) parts.push(['ap', String(view.per)])
  if (view.classes !== DEFAULT_AREA_VIEW.classes) parts.push(['ac', view.classes])
  if (view.focus !== null) parts.push(['af', view.focus])
  if (view.peers.length > 0)
    parts.push(['ag', view.peers.map((id) => encodeURIComponent(id).replaceAll('~', '%7E')).join('~')])
  return parts
}

/** Damaged parts are left at their defaults. */
export function decodeAreaView(parts: URLSearchParams): AreaView {
  return {
    measure: measureOf(parts.get('am')),
    per: parts.get('ap') === '100000' ? 100_000 : 1000,
    classes: CLASS_METHODS.find((method) => method === parts.get('ac')) ?? DEFAULT_AREA_VIEW.classes,
    focus: parts.get('af'),
    peers: (parts.get('ag') ?? '').split('~').flatMap(decoded),
  }
}

function measureOf(text: string | null): AreaMeasure {
  if (text !== null && text.startsWith('s:')) return text as `s:${string}`
  return AREA_FIGURES.find((figure) => figure === text) ?? DEFAULT_AREA_VIEW.measure
}

function decoded(text: string): string[] {
  try {
    return text === '' ? [] : [decodeURIComponent(text)]
  } catch {
    return []
  }
}
