import { keptFolder, removeEntry } from '../project/keptFiles.ts'

/** What was on this machine before it was removed. */
export interface Forgotten {
  /** Files in the browser's private file system, and their bytes. */
  files: number
  bytes: number
  /** Entries in local and session storage, databases, caches and cookies. */
  entries: number
}

/**
 * Removes every byte that pages of this origin have stored in this browser: the private file system (OPFS), local and session
 * storage, IndexedDB, Cache Storage, service workers and the cookies that a page can reach.
 * @throws ProjectError `noStorage`; `storageBusy` where a file is held by another tab
 */
export async function forgetAll(): Promise<Forgotten> {
  const { files, bytes } = await clearFiles()
  const entries = clearWebStorage() + (await clearDatabases()) + (await clearCaches()) + clearCookies()
  return { files, bytes, entries }
}

async function clearFiles(): Promise<{ files: number; bytes: number }> {
  if (!navigator.storage?.getDirectory) return { files: 0, bytes: 0 }
  const folder = await keptFolder()
  const names: string[] = []
  let files = 0
  let bytes = 0
  for await (const { kind, name } of folder.values()) {
    names.push(name)
    files++
    if (kind === 'file') bytes += (await (await folder.getFileHandle(name)).getFile()).size
  }
  for (const name of names) await removeEntry(folder, name)
  return { files, bytes }
}

function clearWebStorage(): number {
  let entries = 0
  for (const storage of [localStorage, sessionStorage]) {
    entries += storage.length
    storage.clear()
  }
  return entries
}

async function clearDatabases(): Promise<number> {
  const databases = (await indexedDB.databases?.()) ?? []
  for (const { name } of databases) if (name !== undefined) await deleteDatabase(name)
  return databases.length
}

function deleteDatabase(name: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase(name)
    request.onsuccess = () => resolve()
    request.onerror = () => reject(request.error)
    // Another tab has it open: it goes when that tab lets go.
    request.onblocked = () => resolve()
  })
}

async function clearCaches(): Promise<number> {
  if (!('caches' in globalThis)) return 0
  const names = await caches.keys()
  for (const name of names) await caches.delete(name)
  const workers = (await navigator.serviceWorker?.getRegistrations()) ?? []
  for (const worker of workers) await worker.unregister()
  return names.length + workers.length
}

/** A cookie goes only under the path that it was set for: any folder above the page may be it. */
function clearCookies(): number {
  const names = document.cookie.split('; ').filter((pair) => pair !== '')
  const folders = location.pathname.split('/').slice(0, -1)
  const paths = folders.flatMap((_, depth) => {
    const folder = folders.slice(0, depth + 1).join('/')
    return [folder, `${folder}/`]
  })
  for (const pair of names)
    for (const path of paths) document.cookie = `${pair.split('=')[0]}=; max-age=0; path=${path || '/'}`
  return names.length
}
