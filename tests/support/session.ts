import type { Browser, BrowserContextOptions } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect } from 'vitest'
import { AppPage } from './app.ts'
import { builtApp } from './builtApp.ts'
import { launchChromium } from './chromium.ts'
import { listenedPage, type ListenedPage } from './listenedPage.ts'
import { serveFolder, type StaticServer } from './staticServer.ts'

export interface Session {
  server(): StaticServer
  browser(): Browser
  /** A fresh page of the built app; closed, and its silence asserted, when the test ends. */
  newApp(options?: BrowserContextOptions): Promise<AppPage>
}

/**
 * One Chromium and one server for a test file. After each test every page of it must have stayed silent: no request to
 * another origin, nothing blocked by the policy, no error and no warning on the console.
 * @param options.map false = a browser without WebGL, for what does not look at the map: the processor, which draws it here, then has
 *   less than half the work, and the rest of the page is held to stand without a map
 */
export function browserSession({ map = true }: { map?: boolean } = {}): Session {
  let server: StaticServer
  let browser: Browser
  const open: ListenedPage[] = []

  beforeAll(async () => {
    server = await serveFolder(builtApp())
    browser = await launchChromium(map ? [] : ['--disable-3d-apis'])
  })

  afterAll(async () => {
    await browser?.close()
    await server?.close()
  })

  afterEach(async () => {
    const pages = open.splice(0)
    const complaints = pages.flatMap((page) => page.complaints)
    const foreign = pages.flatMap((page) => page.requests).filter((url) => !isOwn(url, server.origin))
    await Promise.all(pages.map((page) => page.close()))
    expect([...foreign, ...server.foreign.splice(0)], 'requests that leave the origin').toEqual([])
    expect(server.breaches.splice(0), 'breaches of the policy').toEqual([])
    expect(complaints, 'console, uncaught errors, failed requests').toEqual([])
  })

  return {
    server: () => server,
    browser: () => browser,
    async newApp(options) {
      const listened = await listenedPage(browser, server, options)
      open.push(listened)
      return new AppPage(listened.page, server.url)
    },
  }
}

/** blob: and data: are addresses of what the page made itself. */
function isOwn(url: string, origin: string): boolean {
  return url.startsWith(`${origin}/`) || url.startsWith(`blob:${origin}/`) || url.startsWith('data:')
}
