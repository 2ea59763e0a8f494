import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import type { AppPage } from '../support/app.ts'
import { gpx } from '../support/geoFiles.ts'
import { browserSession } from '../support/session.ts'

const session = browserSession({ map: false })

const INCIDENTS =
  'brottstyp;datum;e;n\nKlotter;2025-07-04 22:15;691860;6449169\nRån;2025-07-05 23:10;691900;6449200'

const ROUTE: [number, number][] = [
  [18.271, 58.1428],
  [18.269, 58.1425],
  [18.26, 58.142],
]

const PROTOCOL = [
  'Nr;Plats;Iakttagelse;Kategori;Trygg/Otrygg;Ansvarig;Åtgärd senast;Lat;Long',
  '1;Torget;Trasig lampa;Belysning;Otrygg;Gatukontoret;2026-05-15;58.1428;18.2709',
  '2;Gången;Buskar skymmer, ring 070-174 06 05;Sikt;Otrygg;Parkenheten;;58.1425;18.269',
  '3;Kiosken;Ljust och öppet;Belysning;Trygg;;;58.1421;18.2608',
  '4;Tunneln;Öde;Ödslighet;Otrygg;;;;',
].join('\r\n')

/** Saves by the export menu and gives the bytes and the name of the file. */
async function exported({ page }: AppPage, menu: string, format: string): Promise<[Buffer, string]> {
  await page.locator('#panel').getByRole('button', { name: menu, exact: true }).click()
  const download = page.waitForEvent('download')
  await page.getByRole('menuitem', { name: format }).click()
  const file = await download
  return [readFileSync((await file.path())!), file.suggestedFilename()]
}

/** Ids and texts of the list's rows. */
async function measuresOf({ page, texts }: AppPage): Promise<string[]> {
  const list = page.locator('#panel').getByRole('list', { name: texts.measures.title })
  await list.waitFor()
  return list
    .locator('[data-measure]')
    .evaluateAll((rows) => rows.map((row) => `${row.getAttribute('data-measure')} ${row.textContent}`).sort())
}

it('measures come back from Excel as they were; a route and a protocol become a walk, which GeoJSON and GPX carry', async () => {
  const app = await session.newApp({ acceptDownloads: true })
  const { page } = app
  const texts = app.texts.preventionFiles
  const form = page.getByRole('form', { name: texts.title })
  await app.open('#d=demo&s=measures')
  await app.ready()
  const before = await measuresOf(app)
  expect(before).toHaveLength(13)
  const [workbook, name] = await exported(app, texts.export.measures, texts.export.xlsx)
  expect(name).toBe('atgarder.xlsx')

  // A file of one's own takes the place of the demo and of all its measures.
  await app.dropText(INCIDENTS, 'brott.csv')
  await page.getByRole('button', { name: app.texts.panels.open.load, exact: true }).click()
  await app.ready()
  await app.goTo('#s=measures')
  await page.locator('#panel').getByText(app.texts.measures.empty).waitFor()

  // The name says nothing: what it is, its content tells.
  await app.dropBytes(workbook, 'namnlös.bin', '')
  await form.waitFor()
  expect(await form.innerText()).toContain(texts.fine)
  await form.getByRole('button', { name: texts.accept.measures(13, '13') }).click()
  expect(await measuresOf(app)).toEqual(before)

  // The route first, then the table; the route's own time says which day it was.
  const track = gpx([], ROUTE).replace('<trkpt', '<time>2026-04-09T17:30:00Z</time><trkpt')
  await app.dropText(track, 'rond.gpx', '')
  await form.waitFor()
  await app.dropText(PROTOCOL, 'protokoll.csv')
  await form.getByText('protokoll.csv + rond.gpx').waitFor()
  await form.getByText(texts.facts.observations(3, '3')).waitFor()
  const shown = await form.innerText()
  expect(shown).toContain(texts.facts.route('3'))
  expect(shown).toContain(texts.problems.noPosition())
  expect(shown).toContain(texts.personal.found(app.texts.privacy.kinds.phone, 1, '1'))
  await form.getByRole('button', { name: texts.accept.walks(1, '1') }).click()
  await page.locator('#panel').getByRole('heading', { name: app.texts.walks.title }).waitFor()
  expect(await page.locator('#panel').innerText()).not.toContain('070-174')

  const [saved] = await exported(app, texts.export.walks, texts.export.geojson)
  const { features } = JSON.parse(saved.toString()) as GeoJSON.FeatureCollection
  expect(features.map(({ geometry }) => geometry?.type)).toEqual(['LineString', 'Point', 'Point', 'Point'])
  expect(features[0]!.properties).toMatchObject({ Datum: '2026-04-09', Starttid: '19:30' })
  expect((features[0]!.geometry as GeoJSON.LineString).coordinates).toEqual(ROUTE)

  await app.goTo('#s=walks&g=vandring-2026-04-09')
  const [device, deviceName] = await exported(app, texts.export.walk, texts.export.gpx)
  expect(deviceName).toBe('vandringar-2026-04-09.gpx')
  expect(device.toString().match(/<wpt /g)).toHaveLength(3)

  // A damaged file is a sentence.
  await app.dropBytes(saved.subarray(0, 400), 'vandringar.geojson', '')
  const notice = page.getByRole('alert').filter({ hasText: 'vandringar.geojson' })
  await notice.waitFor()
  expect(await notice.innerText()).toContain(texts.errors.brokenJson())
})
