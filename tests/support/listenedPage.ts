import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import type { StaticServer } from './staticServer.ts'

export interface ListenedPage {
  context: BrowserContext
  page: Page
  /** Addresses that were asked for, by the page and by its workers. */
  requests: string[]
  /** Errors and warnings on the console, uncaught errors, failed requests; of the page and of its workers. */
  complaints: string[]
  close(): Promise<void>
}

/** A page in a context of its own, listened to from its first request on; all that it asks for passes through `server`. */
export async function listenedPage(
  browser: Browser,
  server: StaticServer,
  options: BrowserContextOptions = {},
): Promise<ListenedPage> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    locale: 'sv-SE',
    timezoneId: 'Europe/Stockholm',
    colorScheme: 'light',
    reducedMotion: 'reduce',
    proxy: { server: server.origin, bypass: '<-loopback>' },
    ...options,
  })
  const requests: string[] = []
  const complaints: string[] = []
  context.on('request', (request) => requests.push(request.url()))
  context.on('requestfailed', (request) => {
    // A request that the page itself gave up is no complaint.
    const reason = request.failure()?.errorText
    if (reason !== 'net::ERR_ABORTED') complaints.push(`request failed (${reason}): ${request.url()}`)
  })
  context.on('response', (response) => {
    if (response.status() >= 400) complaints.push(`${response.status()}: ${response.url()}`)
  })
  context.on('weberror', (error) => complaints.push(`uncaught: ${error.error().stack ?? error.error()}`))
  context.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning')
      complaints.push(`console ${message.type()}: ${message.text()} (${message.location().url})`)
  })
  const page = await context.newPage()
  return { context, page, requests, complaints, close: () => context.close() }
}
