import { mkdtempSync, openAsBlob, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { load as loadFile, look, type SourceFile } from '../../src/ingest/index.ts'
import { madeIncidents } from '../ingest/madeFile.ts'
import { AppPage } from '../support/app.ts'
import { builtApp } from '../support/builtApp.ts'
import { launchChromium } from '../support/chromium.ts'
import { listenedPage } from '../support/listenedPage.ts'
import { serveFolder } from '../support/staticServer.ts'
import { memory, observe, take } from './browser.ts'
import { load, megabytes, milliseconds, printTable } from './figures.ts'
import { writeWideCsv, writeWideParquet } from './wideFile.ts'

/** Bytes of the made file for each row that is asked for: 500 MB beside a million. */
const LARGE_CSV = 500
const PATIENCE_MS = 900_000

/** Reads `rows` rows of thirty columns as CSV and as Parquet, in Node and in the built app, and 500 MB of CSV in Node. */
export async function benchIngest(rows: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'lagesbild-ingest-'))
  try {
    const files = [join(folder, 'brott.csv'), join(folder, 'brott.parquet')]
    await writeWideCsv(files[0]!, rows)
    writeWideParquet(files[1]!, rows)
    const table: string[][] = []
    for (const path of files)
      table.push(await inNode(Object.assign(await openAsBlob(path), { name: basename(path) })))
    table.push(await inNode(madeIncidents(LARGE_CSV * rows)))
    const head = [
      'file',
      'rows',
      'looked at',
      'loaded',
      'processor time',
      'peak heap',
      'peak memory',
      'load 1/5 min',
    ]
    printTable('Reading in Node: columns made and let go', head, table)
    for (const path of files) await inBrowser(path)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

async function inNode(file: SourceFile): Promise<string[]> {
  globalThis.gc?.()
  const before = process.memoryUsage()
  const peak = { heap: 0, rss: 0 }
  const sample = () => {
    const { heapUsed, rss } = process.memoryUsage()
    peak.heap = Math.max(peak.heap, heapUsed - before.heapUsed)
    peak.rss = Math.max(peak.rss, rss - before.rss)
  }
  const started = performance.now()
  const { description, mapping } = await look(file)
  const looked = performance.now()
  const busy = process.cpuUsage()
  const { rowsLoaded } = await loadFile(file, description, mapping, { onBatch: sample, onProgress: sample })
  const loaded = performance.now() - looked
  const { user, system } = process.cpuUsage(busy)
  return [
    `${file.name}, ${megabytes(file.size)}`,
    rowsLoaded.toLocaleString('en'),
    milliseconds(looked - started),
    milliseconds(loaded),
    milliseconds((user + system) / 1e3),
    megabytes(peak.heap),
    megabytes(peak.rss),
    load(),
  ]
}

async function inBrowser(path: string): Promise<void> {
  const server = await serveFolder(builtApp())
  const browser = await launchChromium()
  try {
    const listened = await listenedPage(browser, server)
    const { page } = listened
    const app = new AppPage(page, server.url)
    await page.addInitScript('globalThis.__name = (named) => named')
    await page.addInitScript(observe)
    await app.open()
    await app.ready()
    await app.mapDrawn(PATIENCE_MS)
    await take(page)
    const table: string[][] = []
    const add = (what: string, value: string) => table.push([what, value, load()])
    const longest = async () => milliseconds(Math.max(0, ...(await take(page)).longTasks))
    const chosen = performance.now()
    await app.choose(path)
    let accepted = 0
    await app.load(async () => {
      add('file chosen to preview', milliseconds(performance.now() - chosen))
      add('longest main-thread task until then', await longest())
      accepted = performance.now()
    }, PATIENCE_MS)
    add('accepted to counts and exact surface', milliseconds(performance.now() - accepted))
    add('longest main-thread task while loading', await longest())
    await app.databaseReady(PATIENCE_MS)
    add('accepted to database filled', milliseconds(performance.now() - accepted))
    add('longest main-thread task while the database fills', await longest())
    for (const [what, value] of await memory(browser, page)) add(what, value)
    for (const complaint of listened.complaints) add('complaint', complaint)
    const title = `${basename(path)}, ${megabytes(statSync(path).size)}, in the built app in Chromium`
    printTable(title, ['what', 'took', 'load 1/5 min'], table)
  } finally {
    await browser.close()
    await server.close()
  }
}
