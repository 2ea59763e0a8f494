import { expect, it } from 'vitest'
import fc from 'fast-check'
import { SWEREF99_TM } from '../../src/ingest/crs.ts'
import { mutated } from '../ingest/fuzz/mutated.ts'
import { madeIncidents } from '../ingest/madeFile.ts'
import { parquetFile } from '../ingest/parquetFiles.ts'
import type { AppPage } from '../support/app.ts'
import { bytesOfText, geoJson, gzip, kml } from '../support/geoFiles.ts'
import { INCIDENT_WRITERS, type WrittenIncident } from '../support/incidentFiles.ts'
import { browserSession } from '../support/session.ts'

const session = browserSession({ map: false })

const HOSTILE = [
  "=cmd|' /C calc'!A0",
  '<script>document.title = "ran"</script>',
  '<img src="x" onerror="document.title = \'ran\'">',
  '<svg onload="alert(1)">',
  'javascript:alert(1)',
  '__proto__',
]
const INCIDENTS: WrittenIncident[] = Array.from({ length: 24 }, (_, i) => ({
  id: `K${i}`,
  time: `2025-03-${String(i + 1).padStart(2, '0')} 20:15`,
  type: HOSTILE[i % HOSTILE.length]!,
  x: 674_032 + i * 40,
  y: 6_580_822 + i * 30,
}))

/** A made-up view that a damaged file must leave as it was. */
async function untouched(app: AppPage, act: () => Promise<void>): Promise<void> {
  const before = await app.total()
  await act()
  expect(await app.page.title()).not.toBe('ran')
  expect(await app.page.evaluate(() => 'polluted' in {})).toBe(false)
  expect(await app.page.locator('[onerror], [onload], #app script').count()).toBe(0)
  expect(await app.total()).toBe(before)
}

/** Drops a file and waits for the page to say what becomes of it: a sentence, or the form, which is left again. */
async function answered(app: AppPage, content: Uint8Array, name: string): Promise<string> {
  const { open } = app.texts.panels
  await app.dropBytes(Buffer.from(content), name, '')
  const load = app.page.getByRole('button', { name: open.load, exact: true })
  const notice = app.page.locator('.notices').getByText(name, { exact: true }).or(app.page.getByRole('alert'))
  await load.or(notice.first()).first().waitFor({ timeout: 60_000 })
  if (await load.isVisible()) {
    await app.page.getByRole('button', { name: open.back, exact: true }).click()
    await load.waitFor({ state: 'detached' })
    return 'form'
  }
  const sentence = await app.page.locator('.notices').innerText()
  expect(sentence).toMatch(/\p{Lu}[^.]*\./u)
  expect(sentence).not.toMatch(/undefined|\[object/)
  const close = app.page.locator('.notices').getByRole('button')
  while ((await close.count()) > 0) await close.first().click()
  return 'sentence'
}

it('a few dozen damaged and hostile files leave the page as it was, with a sentence for each', async () => {
  const app = await session.newApp()
  await app.open('#d=demo')
  await app.ready()
  const dialogs: string[] = []
  app.page.on('dialog', (dialog) => {
    dialogs.push(dialog.message())
    void dialog.dismiss()
  })
  const points = INCIDENTS.map(({ type }, i) => ({
    geometry: { type: 'Point' as const, coordinates: [18 + i / 100, 59] },
    properties: { typ: type },
  }))
  const seeds = await Promise.all([
    ...['csv', 'xlsx', 'parquet', 'geoparquet', 'geopackage', 'shapefile', 'csv in zip'].map((format) =>
      Promise.resolve(
        INCIDENT_WRITERS[format]!(
          INCIDENTS.filter(({ type }) => type !== '__proto__'),
          SWEREF99_TM,
        ),
      ),
    ),
    bytesOfText(geoJson(points)),
    bytesOfText(kml(points)),
  ])
  const files = [
    ...fc.sample(mutated(seeds), { numRuns: 24, seed: 3 }),
    gzip(new Uint8Array(90_000_000)),
    bytesOfText(`${'k;'.repeat(10_000)}\n${'1;'.repeat(10_000)}\n`),
    bytesOfText(`id;datum\n${'x'.repeat(3_000_000)}`),
    bytesOfText('{"type":"FeatureCollection","__proto__":{"polluted":1},"features":[]}'),
    bytesOfText('<?xml version="1.0"?><!DOCTYPE k [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]><kml>&b;</kml>'),
    bytesOfText('Det här är en text.\nDen har två rader.\n'),
    Uint8Array.of(1, 2, 0, 3, 250, 0, 9, 0, 4),
    bytesOfText(''),
  ]
  const outcomes: string[] = []
  await untouched(app, async () => {
    for (const [k, content] of files.entries()) outcomes.push(await answered(app, content, `fil ${k}.csv`))
  })
  expect(dialogs).toEqual([])
  expect(outcomes.filter((outcome) => outcome === 'sentence').length).toBeGreaterThan(10)
  expect(outcomes.filter((outcome) => outcome === 'form').length).toBeGreaterThan(2)
})

it('HTML and formulas in cells are text on the screen, in the table and in what is saved', async () => {
  const app = await session.newApp()
  await app.open()
  await app.ready()
  const rows = INCIDENTS.map(({ id, time, type, x, y }) =>
    [id, time, y, x, `"${type.replaceAll('"', '""')}"`].join(';'),
  )
  await app.dropBytes(bytesBuffer(['id;tid;n;e;brottstyp', ...rows].join('\n')), 'brott.csv', '')
  await app.load()
  expect(await app.total()).toBe(24)
  const types = await app.types()
  for (const type of HOSTILE) expect(types.map(({ name }) => name)).toContain(type)
  expect(await app.tableRows()).toEqual({ shown: 24, all: 24 })
  await app.page.getByText(HOSTILE[1]!, { exact: true }).first().waitFor()
  expect(await app.page.locator('[onerror], [onload], #app script').count()).toBe(0)
  expect(await app.page.title()).not.toBe('ran')
})

it('a table in which nothing is found opens for a person to say where it stands', async () => {
  const app = await session.newApp()
  await app.open()
  await app.ready()
  const { open } = app.texts.panels
  const rows = Array.from(
    { length: 30 },
    (_, i) => `K${i};2503${String((i % 28) + 1).padStart(2, '0')};Klotter`,
  )
  await app.dropBytes(bytesBuffer(['Uttag;av;x', 'a;b;c', ...rows].join('\n')), 'märklig.csv', '')
  const load = app.page.getByRole('button', { name: open.load, exact: true })
  await load.waitFor()
  expect(await load.isEnabled()).toBe(false)
  await app.page.getByText(/Ingen kolumn går att läsa som datum/).waitFor()
  const header = app.page.getByRole('spinbutton', { name: open.headerRow })
  expect(await header.inputValue()).toBe('1')
  await header.fill('2')
  await header.press('Tab')
  const from = app.page.getByRole('combobox', { name: open.role.from, exact: true })
  await from.selectOption({ label: 'b' })
  await expect.poll(() => load.isEnabled()).toBe(true)
  await app.load()
  expect(await app.total()).toBe(30)
})

it('Parquet is read under the policy of the built page, compressed and with points of its own', async () => {
  const app = await session.newApp()
  await app.open()
  await app.ready()
  const source = parquetFile([
    { name: 'id', data: INCIDENTS.map(({ id }) => id) },
    {
      name: 'tid',
      data: INCIDENTS.map(({ time }) => new Date(`${time.replace(' ', 'T')}Z`)),
      type: 'TIMESTAMP',
    },
    { name: 'typ', data: INCIDENTS.map((_, i) => (i % 3 === 0 ? 'Klotter' : 'Personrån')) },
    { name: 'n', data: INCIDENTS.map(({ y }) => y), type: 'DOUBLE' },
    { name: 'e', data: INCIDENTS.map(({ x }) => x), type: 'DOUBLE' },
  ])
  await app.dropBytes(Buffer.from(await source.arrayBuffer()), 'brott.parquet', '')
  await app.load()
  expect(await app.total()).toBe(24)
  expect(await app.tableRows()).toEqual({ shown: 24, all: 24 })
  const other = await session.newApp()
  await other.open()
  await other.ready()
  const points = await INCIDENT_WRITERS.geoparquet!(INCIDENTS, SWEREF99_TM)
  await other.dropBytes(Buffer.from(points), 'punkter.parquet', '')
  await other.load()
  expect(await other.total()).toBe(24)
})

it('eight megabytes of text go in with their row count', async () => {
  const app = await session.newApp()
  await app.open()
  await app.ready()
  const source = madeIncidents(8 * 2 ** 20)
  const content = await source.slice(0, source.size).arrayBuffer()
  const rows = new TextDecoder().decode(content).split('\n').length - 2
  await app.dropBytes(Buffer.from(content), source.name, '')
  await app.load()
  expect(await app.total()).toBe(rows)
})

function bytesBuffer(text: string): Buffer {
  return Buffer.from(text, 'utf8')
}
