import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { MAGIC } from '../../src/project/preamble.ts'
import { sv } from '../../src/i18n/sv.ts'
import type { AppPage } from '../support/app.ts'
import { browserSession } from '../support/session.ts'

const session = browserSession({ map: false })
const texts = sv.project
const PASSPHRASE = 'fyra ord som inte hör ihop'

let folder: string
let incidents: string
let areas: string

// Two years of three types on a net of places, every ninth without a position, every seventh without a clock, three rejected.
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'lagesbild-project-'))
  incidents = join(folder, 'brott i centrum.csv')
  const types = ['Klotter', 'Personrån', 'Egen typ']
  const rows = Array.from({ length: 400 }, (_, k) => {
    const date = new Date(Date.UTC(2024, 0, 1) + ((k * 37) % 730) * 86_400_000).toISOString().slice(0, 10)
    const clock =
      k % 7 === 0 ? '' : ` ${String((k * 5) % 24).padStart(2, '0')}:${String(k % 60).padStart(2, '0')}`
    const place = k % 9 === 0 ? ['', ''] : [6_580_000 + ((k * k) % 900), 674_000 + ((k * 13) % 700)]
    return [date + clock, types[(k * k) % 3], ...place, `Ärende "${k}"; =cmd`.replaceAll('"', '""')]
  })
  const bad = Array.from({ length: 3 }, () => ['2024-13-45 25:00', 'Klotter', '', '', 'x'])
  const text = [...rows, ...bad].map(([tid, typ, n, e, note]) => `${tid};${typ};${n};${e};"${note}"`)
  writeFileSync(incidents, ['tidpunkt;brottstyp;n;e;anteckning', ...text].join('\r\n'))

  areas = join(folder, 'stadsdelar.geojson')
  const square = (name: string, west: number, east: number) => ({
    type: 'Feature',
    properties: { namn: name, kod: name.toUpperCase(), befolkning: 1200 },
    geometry: {
      type: 'Polygon',
      coordinates: [
        [
          [west, 59.2],
          [east, 59.2],
          [east, 59.5],
          [west, 59.5],
          [west, 59.2],
        ],
      ],
    },
  })
  const features = [square('Väst', 17.9, 18.05), square('Öst', 18.05, 18.3)]
  writeFileSync(areas, JSON.stringify({ type: 'FeatureCollection', features }))
})
afterAll(() => rmSync(folder, { recursive: true }))

async function withOwnFile(): Promise<AppPage> {
  const app = await session.newApp()
  await app.open()
  await app.ready()
  await app.drop(incidents)
  await app.load()
  return app
}

/** All that the screens say of the incidents, and the table as it is exported. */
async function everything(app: AppPage): Promise<Record<string, unknown>> {
  await app.show('situation')
  await app.ready()
  const situation = await app.page.getByRole('complementary').innerText()
  const seen = {
    situation,
    headline: await app.headline.innerText(),
    // Whether the scale has just moved is of the moment.
    legend: (await app.page.locator('.legend').first().innerText()).replace(
      'Skalan ändrades',
      'Skalan följer urvalet',
    ),
    week: await app.week(),
    months: await app.months(),
    types: await app.types(),
    address: app.hash,
  }
  await app.show('incidents')
  await app.databaseReady()
  const rows = await app.rowCount()
  const download = app.page.waitForEvent('download')
  await app.page.getByRole('button', { name: sv.panels.incidents.export }).click()
  const csv = readFileSync(await (await download).path(), 'utf8')
  await app.show('data')
  const layer = await app.page.getByRole('complementary').innerText()
  await app.show('situation')
  await app.ready()
  return { ...seen, rows, csv, layer: layer.slice(layer.indexOf('brott i centrum')) }
}

async function saveProject(app: AppPage, name: string, passphrase: string | null): Promise<string> {
  const { page } = app
  await app.show('data')
  await app.databaseReady()
  await page.getByRole('button', { name: texts.save }).click()
  const dialog = page.getByRole('dialog', { name: texts.saving.title })
  if (passphrase !== null) {
    await dialog.getByLabel(texts.saving.protect).check()
    await dialog.getByLabel(texts.passphrase.label, { exact: true }).fill(passphrase)
    await dialog.getByLabel(texts.passphrase.again).fill(passphrase)
  }
  const download = page.waitForEvent('download')
  await dialog.getByRole('button', { name: texts.saving.save }).click()
  const path = join(folder, name)
  await (await download).saveAs(path)
  await dialog.waitFor({ state: 'detached' })
  return path
}

async function opened(app: AppPage, name = 'brott i centrum'): Promise<void> {
  await app.page.getByRole('heading', { name: sv.app.welcome.title }).waitFor({ state: 'detached' })
  // The invitation may not have come yet, with the demo behind it.
  await app.page.getByRole('banner').getByText(name).waitFor()
  await app.ready()
}

/** All that the origin has stored in this browser. */
function stored(page: Page) {
  return page.evaluate(async () => {
    const root = await navigator.storage.getDirectory()
    const files: string[] = []
    for await (const name of (root as unknown as { keys(): AsyncIterable<string> }).keys()) files.push(name)
    return {
      files,
      local: localStorage.length,
      session: sessionStorage.length,
      databases: (await indexedDB.databases()).length,
      caches: (await caches.keys()).length,
      workers: (await navigator.serviceWorker.getRegistrations()).length,
      cookie: document.cookie,
    }
  })
}

const NOTHING = { files: [], local: 0, session: 0, databases: 0, caches: 0, workers: 0, cookie: '' }

describe.each([
  { how: 'in clear', passphrase: null },
  { how: 'encrypted', passphrase: PASSPHRASE },
])('a project saved $how', ({ how, passphrase }) => {
  it('opens in a fresh page with the same figures, tables, areas, filters and export', async () => {
    const app = await withOwnFile()
    await app.drop(areas, 'application/geo+json')
    await takeAreas(app)
    await app.show('situation')
    await app.page.getByRole('button', { name: /^Klotter/ }).click()
    await app.ready()
    await app.brushMonths(3, 14)
    await app.ready()
    const before = await everything(app)
    expect(before.csv).toContain('Klotter')
    const path = await saveProject(app, `${how}.lagesbild`, passphrase)

    const other = await session.newApp()
    await other.open()
    await other.ready()
    await other.drop(path, '')
    if (passphrase !== null) {
      const dialog = other.page.getByRole('dialog', { name: texts.opening.title })
      await dialog.getByLabel(texts.passphrase.label, { exact: true }).fill('fel fras')
      await dialog.getByRole('button', { name: texts.opening.open }).click()
      await dialog.getByText(texts.opening.wrong).waitFor()
      expect(await other.page.getByRole('heading', { name: sv.app.welcome.title }).isVisible()).toBe(true)
      await dialog.getByLabel(texts.passphrase.label, { exact: true }).fill(passphrase)
      await dialog.getByRole('button', { name: texts.opening.open }).click()
    }
    await opened(other)
    expect(await everything(other)).toEqual(before)
    if (passphrase !== null) {
      const raw = readFileSync(path).toString('latin1')
      for (const word of ['Klotter', 'brott i centrum', 'manifest', 'incidents'])
        expect(raw).not.toContain(word)
    }
    expect(await stored(app.page), 'where it was saved').toEqual(NOTHING)
    expect(await stored(other.page), 'where it was opened').toEqual(NOTHING)
  })
})

/** Accepts areas as they are proposed, where the page asks. */
async function takeAreas(app: AppPage): Promise<void> {
  const take = app.page.getByRole('button', { name: sv.areaFiles.accept, exact: true })
  await take.waitFor()
  await take.click()
  await take.waitFor({ state: 'detached' })
  await app.ready()
}

describe('a file that is no sound project', () => {
  it.each([
    ['skadad', (bytes: Buffer) => ((bytes[bytes.length >> 1]! ^= 4), bytes), texts.errors.damaged()],
    ['avklippt', (bytes: Buffer) => bytes.subarray(0, bytes.length - 900), texts.errors.damaged()],
    ['stympad', () => Buffer.from(MAGIC), texts.errors.truncated()],
    ['nyare', (bytes: Buffer) => (bytes.writeUInt16LE(9, 8), bytes), /version 9/],
  ] as const)(
    '(%s) is told in a sentence, and what was on the screen stays',
    async (name, harm, sentence) => {
      const app = await session.newApp()
      await app.open('#d=demo&s=data')
      await app.ready()
      const whole = join(folder, 'hel.lagesbild')
      if (!existsSync(whole)) await saveProject(app, 'hel.lagesbild', null)
      const path = join(folder, `${name}.lagesbild`)
      writeFileSync(path, harm(readFileSync(whole)))
      const before = await app.headline.innerText()
      await app.drop(path, '')
      const notice = app.page.getByRole('alert').filter({ hasText: `${name}.lagesbild` })
      await notice.waitFor()
      expect(await notice.innerText()).toMatch(sentence instanceof RegExp ? sentence : sentence.slice(0, 30))
      await app.ready()
      expect(await app.headline.innerText()).toBe(before)
      expect(await app.tableRows()).toMatchObject({ all: 37_839 })
    },
  )
})

describe('what is kept on this machine', () => {
  it('is nothing without the choice; with it the project opens at the next start; "Glöm allt" removes every byte', async () => {
    const app = await withOwnFile()
    const { page } = app
    await app.databaseReady()
    expect(await stored(page), 'after loading a file').toEqual(NOTHING)

    await app.show('data')
    await page.getByLabel(texts.kept.label).click()
    const dialog = page.getByRole('dialog', { name: texts.kept.title })
    await dialog.getByText(texts.kept.risk).waitFor()
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })
    expect(await stored(page), 'after thinking better of it').toEqual(NOTHING)
    expect(await page.getByLabel(texts.kept.label).isChecked()).toBe(false)

    await page.getByLabel(texts.kept.label).click()
    await dialog.getByRole('button', { name: texts.kept.begin }).click()
    await dialog.waitFor({ state: 'detached' })
    await page.getByText(/^Sparat på den här datorn \d\d:\d\d/).waitFor()
    expect(await stored(page)).toEqual({ ...NOTHING, files: ['1.lagesbild'] })

    // A later choice is written beside it, not all over again.
    await app.show('situation')
    await page.getByRole('button', { name: /^Personrån/ }).click()
    await app.ready()
    await expect
      .poll(async () => (await stored(page)).files.sort(), { timeout: 20_000 })
      .toContain('2.changes.lagesbild')
    await expect.poll(async () => (await stored(page)).files.length, { timeout: 20_000 }).toBe(2)
    const before = await everything(app)
    const hash = app.hash

    // The same address again: it is there by itself.
    await page.reload()
    await opened(app)
    expect(app.hash).toBe(hash)
    expect(await everything(app)).toEqual(before)

    // The start page offers it.
    await app.open()
    await page.getByRole('button', { name: texts.kept.goOn('brott i centrum') }).click()
    await opened(app)
    expect(await everything(app)).toEqual(before)

    await page.evaluate(() => {
      localStorage.setItem('av en annan sida', 'x')
      sessionStorage.setItem('y', 'z')
      document.cookie = 'kaka=1'
      return new Promise((resolve) => (indexedDB.open('egen').onsuccess = resolve)).then(() =>
        caches.open('c'),
      )
    })
    await app.show('data')
    await page.getByRole('button', { name: texts.forget.open }).click()
    const forget = page.getByRole('dialog', { name: texts.forget.title })
    await forget.getByRole('button', { name: texts.forget.confirm }).click()
    await page.getByText(/Borttaget ur webbläsaren: 2 filer .* och 5 andra poster/).waitFor()
    await page.getByRole('heading', { name: sv.app.welcome.title }).waitFor()
    await app.ready()
    expect(await stored(page)).toEqual(NOTHING)
    expect(new URL(page.url()).hash).toBe('')
    expect(await page.getByRole('button', { name: /^Fortsätt med/ }).count()).toBe(0)
  })

  it('asks for its passphrase at the next start, and is removed when no longer wished for', async () => {
    const app = await withOwnFile()
    const { page } = app
    await app.show('data')
    await app.databaseReady()
    await page.getByLabel(texts.kept.label).click()
    const dialog = page.getByRole('dialog', { name: texts.kept.title })
    await dialog.getByLabel(texts.saving.protect).check()
    await dialog.getByLabel(texts.passphrase.label, { exact: true }).fill(PASSPHRASE)
    await dialog.getByRole('button', { name: texts.kept.begin }).click()
    await dialog.getByText(texts.passphrase.differs).waitFor()
    await dialog.getByLabel(texts.passphrase.again).fill(PASSPHRASE)
    await dialog.getByRole('button', { name: texts.kept.begin }).click()
    await dialog.waitFor({ state: 'detached' })
    await page.getByText(/^Sparat krypterat på den här datorn/).waitFor()

    await app.open()
    await page.getByRole('button', { name: texts.kept.goOnEncrypted }).click()
    const asks = page.getByRole('dialog', { name: texts.opening.title })
    await asks.getByLabel(texts.passphrase.label, { exact: true }).fill(PASSPHRASE)
    await page.keyboard.press('Enter')
    await opened(app)
    expect(await app.tableRows()).toMatchObject({ all: 400 })
    await app.show('data')
    await page.getByLabel(texts.kept.label).click()
    await expect.poll(async () => stored(page), { timeout: 20_000 }).toEqual(NOTHING)
  })
})

describe('leaving the page', () => {
  const asks = async (page: Page) => {
    let asked = false
    page.once('dialog', (dialog) => {
      asked = dialog.type() === 'beforeunload'
      void dialog.accept()
    })
    await page.goto('about:blank')
    page.removeAllListeners('dialog')
    return asked
  }

  it('is asked about with own data that are in no file, and only then', async () => {
    const own = await withOwnFile()
    expect(await asks(own.page)).toBe(true)

    const saved = await withOwnFile()
    await saveProject(saved, 'sparad.lagesbild', null)
    expect(await asks(saved.page)).toBe(false)

    const demo = await session.newApp()
    await demo.open('#d=demo')
    await demo.ready()
    await demo.page.getByRole('button', { name: /^Klotter/ }).click()
    expect(await asks(demo.page)).toBe(false)
  })
})

describe('saved views', () => {
  it('are named, opened, renamed, removed and brought back by keyboard, and go with the project', async () => {
    const app = await session.newApp()
    await app.open('#d=demo&p=2025-01-01_2025-05-01&t=misshandel-utomhus')
    await app.ready()
    const total = await app.total()
    await app.show('data')
    const { page } = app
    const list = texts.views
    await page.getByRole('button', { name: list.save }).press('Enter')
    await page.keyboard.type('Problembilden')
    await page.keyboard.press('Enter')
    await app.goTo('#d=demo&t=klotter&s=data')
    await app.ready()
    expect(await app.total()).not.toBe(total)
    await page.getByRole('button', { name: list.rename('Problembilden') }).press('Enter')
    await page.keyboard.type('Våren 2025')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: list.remove('Våren 2025') }).press('Enter')
    expect(await page.getByRole('button', { name: list.open('Våren 2025') }).count()).toBe(0)
    await page.getByRole('button', { name: list.undo, exact: true }).last().press('Enter')
    const path = await saveProject(app, 'vyer.lagesbild', null)

    const other = await session.newApp()
    await other.open()
    await other.ready()
    await other.drop(path, '')
    await opened(other, 'Exempelköping')
    await other.show('data')
    await other.page.getByRole('button', { name: list.open('Våren 2025') }).press('Enter')
    await other.ready()
    expect(await other.total()).toBe(total)
  })
})
