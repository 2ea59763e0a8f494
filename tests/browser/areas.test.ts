import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { AppPage } from '../support/app.ts'
import { browserSession } from '../support/session.ts'
import { TOWN, TOWN_SURVEY, townAreas, townIncidents, townPopulation } from './areaTown.ts'

const session = browserSession({ map: false })
const incidents = townIncidents()
let areas: Buffer
let population: Buffer
let folder: string

beforeAll(async () => {
  ;[areas, population] = [await townAreas(), await townPopulation()]
  folder = mkdtempSync(join(tmpdir(), 'lagesbild-areas-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

const words = (app: AppPage) => app.texts.areaFiles
const button = (app: AppPage, name: string) => app.page.getByRole('button', { name, exact: true })
const form = (app: AppPage, name: string) => app.page.getByRole('form', { name })

async function dropAreas(app: AppPage): Promise<void> {
  await app.dropBytes(areas, 'örebro.gpkg', 'application/octet-stream')
  await form(app, words(app).title).waitFor()
}

/** The table of areas on the screen: name → count. */
async function counts(app: AppPage): Promise<Map<string, number>> {
  const card = app.page.getByRole('region', { name: app.texts.panels.areas.title, exact: true })
  await card.getByRole('button', { name: new RegExp(`^${app.texts.ui.table}`) }).click()
  const rows = await card
    .locator('tbody tr')
    .evaluateAll((all) =>
      all.map((row) => Array.from(row.children, (cell) => cell.textContent?.trim() ?? '')),
    )
  await card.getByRole('button', { name: new RegExp(`^${app.texts.ui.table}`) }).click()
  return new Map(rows.map(([name, count]) => [name!, Number(count!.replace(/\D/g, ''))]))
}

it('takes a GeoPackage of areas, a workbook of inhabitants and a survey: areas first, each shown before it is used', async () => {
  const app = await session.newApp()
  await app.open()
  await app.ready()

  // Areas before any incidents of one's own: kept, and used when those come.
  await dropAreas(app)
  const choose = (label: string) => app.page.getByLabel(label, { exact: true })
  const text = (label: string) => choose(label).locator('option:checked').innerText()
  expect(await choose(words(app).layer).inputValue()).toBe('regso')
  expect([await text(words(app).key), await text(words(app).name), await text(words(app).level)]).toEqual([
    'regsokod',
    'regsonamn',
    'RegSO',
  ])
  await choose(words(app).layer).selectOption('kommun')
  await expect.poll(() => text(words(app).key)).toBe('kommunkod')
  await choose(words(app).layer).selectOption('regso')
  await expect.poll(() => text(words(app).key)).toBe('regsokod')
  await button(app, words(app).accept).click()
  await app.page.getByText(words(app).kept).waitFor()

  await app.dropText(incidents.csv, 'brott.csv')
  await app.load()
  await app.show('areas')
  // The whole span, so that every incident is counted.
  await app.goTo(app.hash.replace(/&p=[^&]*/, '') + '&p=2024-01-01_2026-01-01')
  await app.ready()
  const found = await counts(app)
  expect(TOWN.map(({ name }) => found.get(name))).toEqual(incidents.perArea)

  // Inhabitants: code and name in one cell, written once for both sexes; unmatched both ways.
  await app.dropBytes(population, 'folkmangd.xlsx', 'application/octet-stream')
  const table = form(app, words(app).tableTitle)
  await table.waitFor()
  expect(await table.getByRole('status').first().innerText()).toBe(
    `${words(app).areasMet('11', '12')} ${words(app).rowsMet('22', '24')}`,
  )
  await table.getByText(words(app).unmatchedTitle).click()
  await table.getByText('1881R001 Kumla centrum').waitFor()
  await table.getByText(words(app).withoutTitle).click()
  await table.getByText('1880R012 Vivalla').waitFor()
  const download = app.page.waitForEvent('download')
  await button(app, words(app).saveUnmatched).click()
  const saved = await readFile((await (await download).path())!, 'utf8')
  expect(saved).toContain('rad utan område;1881R001 Kumla centrum;;2;')
  expect(saved).toContain('område utan värde;1880R012;Vivalla;;')
  await button(app, words(app).acceptTable).click()
  await app.page.getByText(words(app).areasWithout('1')).first().waitFor()
  await app.ready()

  // The survey: interval and n; what is written in another way is tied when the person says so.
  await app.dropText(TOWN_SURVEY, 'trygghet.csv')
  await table.waitFor()
  expect(await table.getByLabel(`${words(app).kind}: Andel otrygga ute`).inputValue()).toBe('survey')
  await table.getByText(words(app).surveyNote).waitFor()
  await table.getByText(words(app).tie('Sorby', '1880R011 Sörby')).waitFor()
  await table.getByRole('button', { name: new RegExp(`^${words(app).useOne}: Sorby`) }).click()
  await expect
    .poll(() => table.getByRole('status').first().innerText())
    .toBe(`${words(app).areasMet('12', '12')} ${words(app).rowsMet('24', '25')}`)
  await button(app, words(app).acceptTable).click()

  // Under Data: source, CRS, rows, matched and unmatched, years.
  await app.show('data')
  const set = app.page.getByRole('region', { name: 'RegSO', exact: true })
  const said = await set.innerText()
  for (const part of [
    'örebro.gpkg',
    'lager regso',
    'SWEREF 99 TM',
    'folkmangd.xlsx',
    'trygghet.csv',
    '2023–2025',
  ])
    expect(said).toContain(part)
  expect(said).toContain(words(app).rowsMatched('24', '25'))
})

it('is done with the keyboard alone, and left with nothing changed', async () => {
  const path = join(folder, 'örebro.gpkg')
  writeFileSync(path, areas)
  const app = await session.newApp()
  await app.open('#d=demo&s=data')
  await app.ready()
  // The list under Data is whole once the demo's areas are placed and the database is filled.
  await app.databaseReady()
  const add = button(app, words(app).addAreas)
  const chooser = app.page.waitForEvent('filechooser', { timeout: 120_000 })
  let asked = false
  void chooser.then(() => (asked = true))
  // On a busy machine a key may come before the page listens.
  const press = async () => {
    if (asked) return true
    await add.focus()
    await app.page.keyboard.press('Enter')
    await app.page.waitForTimeout(500)
    return asked
  }
  await expect.poll(press, { timeout: 100_000, interval: 2_000 }).toBe(true)
  await (await chooser).setFiles(path)
  await form(app, words(app).title).waitFor()
  // The form takes the focus; from its heading Tab goes through its choices to the ways out.
  const focused = () => app.page.evaluate(() => document.activeElement?.textContent?.trim() ?? '')
  await expect.poll(focused).toBe(words(app).title)
  const labels: string[] = []
  for (let k = 0; k < 12 && (await focused()) !== words(app).back; k++) {
    await app.page.keyboard.press('Tab')
    labels.push(
      await app.page.evaluate(() => {
        const element = document.activeElement as HTMLInputElement
        return element.labels?.[0]?.textContent?.trim() ?? element.textContent?.trim() ?? ''
      }),
    )
  }
  const { layer, key, name, level, setName, crs, accept, back } = words(app)
  expect(labels).toEqual([layer, key, name, level, setName, crs, accept, back])
  await app.page.keyboard.press('Enter')
  await form(app, words(app).title).waitFor({ state: 'detached' })
  expect(await app.page.getByRole('region', { name: 'RegSO', exact: true }).count()).toBe(0)
})

it('says what is wrong with a file of no areas, a table of none, and keeps a table that comes too early', async () => {
  const app = await session.newApp()
  await app.open()
  await app.ready()
  await app.dropBytes(population, 'folkmangd.xlsx', 'application/octet-stream')
  await app.page.getByText(words(app).waits('folkmangd.xlsx')).waitFor()
  await dropAreas(app)
  await button(app, words(app).accept).click()
  await form(app, words(app).tableTitle).waitFor()
  await button(app, words(app).back).click()
  const points = { type: 'FeatureCollection', features: [{ type: 'Feature', properties: {}, geometry: { type: 'LineString', coordinates: [[15, 59], [15.1, 59]] } }] } // prettier-ignore
  const path = join(folder, 'linjer.geojson')
  writeFileSync(path, JSON.stringify(points))
  await app.open('#d=demo&s=data')
  await app.ready()
  const chooser = app.page.waitForEvent('filechooser')
  await button(app, words(app).addAreas).click()
  await (await chooser).setFiles(path)
  await app.page.getByText(words(app).errors.noPolygons).waitFor()
})
