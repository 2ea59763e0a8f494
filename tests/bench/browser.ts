import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { AppPage } from '../support/app.ts'
import { builtApp } from '../support/builtApp.ts'
import { launchChromium } from '../support/chromium.ts'
import { listenedPage } from '../support/listenedPage.ts'
import { serveFolder } from '../support/staticServer.ts'
import { load, megabytes, milliseconds, printTable, quantile } from './figures.ts'
import { writeIncidents } from './million.ts'

interface Measure {
  name: string
  duration: number
}

declare global {
  interface Window {
    bench: { measures: Measure[]; longTasks: number[]; frames: number[] }
  }
}

/** Opens a file of `rows` incidents in the built app, brushes it, and prints how long it took and what it needed. */
export async function benchBrowser(rows: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'lagesbild-bench-'))
  const server = await serveFolder(builtApp())
  const browser = await launchChromium()
  try {
    const path = join(folder, `incidents-${rows}.csv`)
    const bytes = await writeIncidents(path, rows)
    const listened = await listenedPage(browser, server)
    const { page } = listened
    const app = new AppPage(page, server.url)
    // The compiler of these scripts names inner functions by a helper that the page lacks.
    await page.addInitScript('globalThis.__name = (named) => named')
    await page.addInitScript(observe)
    await app.open()
    await app.ready()

    const table: string[][] = []
    const add = (what: string, value: string) => table.push([what, value, load()])
    add('file', `${rows.toLocaleString('en')} rows, ${(bytes / 1e6).toFixed(0)} MB`)

    let start = performance.now()
    await app.choose(path)
    let accepted = 0
    await app.load(async () => {
      add('file chosen to preview of its reading', milliseconds(performance.now() - start))
      await take(page)
      accepted = performance.now()
    }, 600_000)
    add('accepted to counts and exact surface on screen', milliseconds(performance.now() - accepted))
    add('longest main-thread task while loading', milliseconds(Math.max(0, ...(await take(page)).longTasks)))
    await app.databaseReady(600_000)
    add('accepted to database filled', milliseconds(performance.now() - accepted))
    add(
      'longest main-thread task while the database fills',
      milliseconds(Math.max(0, ...(await take(page)).longTasks)),
    )
    await app.mapDrawn(600_000)
    await take(page)

    const brushes = {
      'heat table': () => brush(page, app.heat.locator('[role="gridcell"][aria-label]'), weekWalk()),
      timeline: async () =>
        brush(page, app.timeline.locator('[role="gridcell"][aria-label]'), monthWalk(await monthCount(app))),
    }
    for (const [name, run] of Object.entries(brushes)) {
      await run()
      start = performance.now()
      await app.ready(600_000)
      const { measures, longTasks, frames } = await take(page)
      for (const kind of ['counts', 'preview', 'surface']) {
        const times = measures
          .filter((measure) => measure.name === `lagesbild:${kind}`)
          .map(({ duration }) => duration)
        add(
          `${name} brushed: ${kind}, p50 / p95 of ${times.length}`,
          `${milliseconds(quantile(times, 0.5))} / ${milliseconds(quantile(times, 0.95))}`,
        )
      }
      add(`${name} brushed: longest main-thread task`, milliseconds(Math.max(0, ...longTasks)))
      add(
        `${name} brushed: frames p50 / p95`,
        `${milliseconds(quantile(frames, 0.5))} / ${milliseconds(quantile(frames, 0.95))}`,
      )
    }
    for (const [what, value] of await memory(browser, page)) add(what, value)
    for (const complaint of listened.complaints) add('complaint', complaint)
    printTable(
      'The built app in Chromium (WebGL drawn by the processor)',
      ['what', 'took', 'load 1/5 min'],
      table,
    )
  } finally {
    await browser.close()
    await server.close()
    rmSync(folder, { recursive: true })
  }
}

/** Runs in the page: keeps what the app measures of itself, long tasks and the time between frames. */
export function observe(): void {
  const bench: Window['bench'] = { measures: [], longTasks: [], frames: [] }
  window.bench = bench
  new PerformanceObserver((list) => {
    for (const { name, duration } of list.getEntries()) bench.measures.push({ name, duration })
  }).observe({ type: 'measure' })
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) bench.longTasks.push(duration)
  }).observe({ type: 'longtask' })
  let last = performance.now()
  const frame = (now: number) => {
    bench.frames.push(now - last)
    last = now
    requestAnimationFrame(frame)
  }
  requestAnimationFrame(frame)
}

/** What was observed since the last time. */
export function take(page: Page): Promise<Window['bench']> {
  return page.evaluate(() => {
    const { bench } = window
    return {
      measures: bench.measures.splice(0),
      longTasks: bench.longTasks.splice(0),
      frames: bench.frames.splice(0),
    }
  })
}

/** A walk over the week's cells that changes the brush with every step. */
function weekWalk(): number[] {
  const cell = (row: number, column: number) => row * 24 + column
  const along = Array.from({ length: 20 }, (_, k) => cell(1, 2 + k))
  const down = Array.from({ length: 5 }, (_, k) => cell(2 + k, 21))
  const back = Array.from({ length: 15 }, (_, k) => cell(6, 20 - k))
  return [...along, ...down, ...back]
}

function monthWalk(months: number): number[] {
  const there = Array.from({ length: Math.min(30, months - 4) }, (_, k) => 2 + k)
  return [...there, ...there.slice(0, -3).reverse()]
}

function monthCount(app: AppPage): Promise<number> {
  return app.timeline.locator('[role="gridcell"][aria-label]').count()
}

/** Drags over the cells, one every 50 ms. */
async function brush(page: Page, cells: ReturnType<Page['locator']>, walk: readonly number[]): Promise<void> {
  await cells.nth(walk[0]).scrollIntoViewIfNeeded()
  const middles = await cells.evaluateAll((all) =>
    all.map((cell) => {
      const box = cell.getBoundingClientRect()
      return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
    }),
  )
  const { mouse } = page
  await mouse.move(middles[walk[0]].x, middles[walk[0]].y)
  await mouse.down()
  for (const cell of walk.slice(1)) {
    await mouse.move(middles[cell].x, middles[cell].y)
    await page.waitForTimeout(50)
  }
  await mouse.up()
}

/** Peak resident memory of the browser's processes, and the main thread's heap. */
export async function memory(browser: Browser, page: Page): Promise<[what: string, value: string][]> {
  const session = await browser.newBrowserCDPSession()
  const { processInfo } = await session.send('SystemInfo.getProcessInfo')
  const peaks = processInfo
    .map(({ type, id }): [string, number] => [type, peakResident(id)])
    .filter(([, bytes]) => bytes > 0)
  const metrics = await page.context().newCDPSession(page)
  await metrics.send('Performance.enable')
  const heap = (await metrics.send('Performance.getMetrics')).metrics.find(
    ({ name }) => name === 'JSHeapUsedSize',
  )
  const largest = (type: string) =>
    Math.max(0, ...peaks.filter(([name]) => name === type).map(([, bytes]) => bytes))
  return [
    ['peak memory of the page’s process', megabytes(largest('renderer'))],
    ['peak memory of the process that draws', megabytes(largest('GPU'))],
    ['peak memory of all processes, summed', megabytes(peaks.reduce((sum, [, bytes]) => sum + bytes, 0))],
    ['heap of the main thread at the end', megabytes(heap?.value ?? 0)],
  ]
}

/** Bytes, from Linux's account of the process; 0 where there is none. */
function peakResident(pid: number): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8')
    return Number(/^VmHWM:\s+(\d+) kB/m.exec(status)?.[1] ?? 0) * 1024
  } catch {
    return 0
  }
}
