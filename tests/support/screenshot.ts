/**
 * Pictures of the built app: npx tsx tests/support/screenshot.ts [hash] [--file path] [--name name] [--only 1280x800,light]
 * Written to tests/artifacts/. Without a hash the demo's opening view is taken.
 */
import { mkdirSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { AppPage } from './app.ts'
import { builtApp } from './builtApp.ts'
import { launchChromium } from './chromium.ts'
import { listenedPage } from './listenedPage.ts'
import { serveFolder } from './staticServer.ts'

const SIZES = [
  { width: 1280, height: 800 },
  { width: 1920, height: 1080 },
  { width: 390, height: 844 },
]
const THEMES = ['light', 'dark'] as const

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { file: { type: 'string' }, name: { type: 'string', default: 'app' }, only: { type: 'string' } },
})
const [hash = '#d=demo&p=2025-01-01_2025-05-01&t=misshandel-utomhus'] = positionals
const out = resolve(import.meta.dirname, '../artifacts')
mkdirSync(out, { recursive: true })

const server = await serveFolder(builtApp())
const browser = await launchChromium()
try {
  for (const viewport of SIZES)
    for (const colorScheme of THEMES) {
      const size = `${viewport.width}x${viewport.height}`
      if (values.only && values.only !== `${size},${colorScheme}` && values.only !== size) continue
      const listened = await listenedPage(browser, server, { viewport, colorScheme })
      const app = new AppPage(listened.page, server.url)
      const file = `${out}/${values.name}-${size}-${colorScheme}.png`
      try {
        await app.open(values.file ? '' : hash)
        await app.ready()
        if (values.file) {
          await app.choose(values.file)
          await app.load()
        }
        await app.mapDrawn()
      } catch (error) {
        console.error(`${size} ${colorScheme}: ${(error as Error).message}`)
      }
      await listened.page.screenshot({ path: file })
      console.log(file)
      for (const complaint of new Set([...listened.complaints, ...server.breaches.splice(0)]))
        console.log(`  ${complaint}`)
      await listened.close()
    }
} finally {
  await browser.close()
  await server.close()
}
