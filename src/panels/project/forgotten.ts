import type { Forgotten } from '../../state/forgetAll.ts'

/**
 * The page starts anew after everything has been forgotten, so that nothing of what was open stays in memory. What was removed is
 * told by the new page, to which only the address can carry it: three numbers, taken out of it at once.
 */
const KEY = 'forgotten'

/** Set while the page leaves of its own accord: nothing is to be asked then. */
let leaving = false

export function leavesByItself(): boolean {
  return leaving
}

export function startAnew({ files, bytes, entries }: Forgotten): void {
  leaving = true
  location.replace(`${location.pathname}${location.search}#${KEY}=${files}-${bytes}-${entries}`)
  // A new fragment alone would not leave the page.
  location.reload()
}

/** What the page before this one removed; null where it came otherwise. Clears the address of it. */
export function takeForgotten(): Forgotten | null {
  const match = new RegExp(`^#${KEY}=(\\d{1,9})-(\\d{1,15})-(\\d{1,9})$`).exec(location.hash)
  if (!match) return null
  history.replaceState(null, '', location.pathname + location.search)
  const [files, bytes, entries] = match.slice(1).map(Number)
  return { files: files!, bytes: bytes!, entries: entries! }
}
