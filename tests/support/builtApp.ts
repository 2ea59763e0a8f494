import { existsSync, readdirSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'

const ROOT = resolve(import.meta.dirname, '../..')

/** What the built page is made of. */
const SOURCES = ['src', 'public', 'index.html', 'vite.config.ts', 'package-lock.json']

/**
 * Folder of the built app: `LAGESBILD_DIST`, else dist/.
 * @throws Error where there is no build, or where dist/ is older than what it is made of
 */
export function builtApp(): string {
  const given = process.env.LAGESBILD_DIST
  const folder = given ? resolve(given) : join(ROOT, 'dist')
  const page = join(folder, 'index.html')
  if (!existsSync(page)) throw new Error(`There is no built app in ${folder}: run \`npm run build\` first.`)
  if (given) return folder
  const built = statSync(page).mtimeMs
  const newer = SOURCES.map((source) => newest(join(ROOT, source))).find(({ time }) => time > built)
  if (newer) throw new Error(`dist/ is older than ${newer.path}: run \`npm run build\` first.`)
  return folder
}

function newest(path: string): { path: string; time: number } {
  const own = statSync(path)
  if (!own.isDirectory()) return { path, time: own.mtimeMs }
  return readdirSync(path)
    .map((name) => newest(join(path, name)))
    .reduce((latest, next) => (next.time > latest.time ? next : latest), { path, time: 0 })
}
