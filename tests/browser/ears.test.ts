import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Browser } from 'playwright-core'
import { builtApp } from '../support/builtApp.ts'
import { launchAdvice, launchChromium } from '../support/chromium.ts'
import { listenedPage } from '../support/listenedPage.ts'
import { serveFolder, type StaticServer } from '../support/staticServer.ts'

/** The silence that the other tests assert is worth as much as the ears: here they are given something to hear. */

let server: StaticServer
let browser: Browser

beforeAll(async () => {
  server = await serveFolder(builtApp())
  browser = await launchChromium()
})

afterAll(async () => {
  await browser?.close()
  await server?.close()
})

/** Runs the body of an async function in a worker; for use inside the page. */
function inWorker(body: string): Promise<void> {
  const code = `(async () => { ${body} })().catch(() => {}).then(() => postMessage(0))`
  const url = URL.createObjectURL(new Blob([code], { type: 'text/javascript' }))
  return new Promise((resolve) => (new Worker(url).onmessage = () => resolve()))
}

it('hears a request to another origin, from the page and from a worker', async () => {
  const { page, close } = await listenedPage(browser, server, { bypassCSP: true })
  await page.goto(`${server.url}icon.svg`)
  await page.evaluate(() => fetch('http://page.example/').catch(() => undefined))
  await page.evaluate(inWorker, `await fetch('http://worker.example/')`)
  expect(server.foreign).toEqual(['http://page.example/', 'http://worker.example/'])
  await close()
  server.foreign.length = 0
})

it('hears what the policy blocks, in the page and in a worker', async () => {
  const { page, complaints, close } = await listenedPage(browser, server)
  await page.goto(server.url)
  await page.evaluate(() => fetch('http://page.example/').catch(() => undefined))
  await page.evaluate(inWorker, `eval('1')`)
  await expect.poll(() => server.breaches.join()).toContain('http://page.example/')
  await expect.poll(() => server.breaches.join()).toContain('"blocked-uri":"eval"')
  expect(server.foreign).toEqual([])
  expect(complaints.join()).toContain('http://page.example/')
  await close()
})

it('hears a warning, an uncaught error and a missing file', async () => {
  const { page, complaints, close } = await listenedPage(browser, server)
  await page.goto(server.url)
  await page.evaluate(() => {
    console.warn('a warning')
    setTimeout(() => {
      throw new Error('an error')
    })
    return fetch('missing.json')
  })
  await expect.poll(() => complaints.join()).toMatch(/warning: a warning[^]*404/)
  await expect.poll(() => complaints.join()).toContain('an error')
  await close()
})

it('says which package a Chromium lacks', () => {
  const message =
    'chromium: error while loading shared libraries: libnspr4.so: cannot open shared object file'
  expect(launchAdvice('/tmp/chromium', message)).toMatch(
    /libnspr4\.so is missing \(Debian package libnspr4\)/,
  )
  expect(launchAdvice('/tmp/chromium', 'error while loading shared libraries: libfoo.so.1: gone')).toContain(
    'chromium',
  )
})
