import type axe from 'axe-core'
import { createRequire } from 'node:module'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createFormatter } from '../../src/i18n/format.ts'
import { firstFigure, type AppPage } from '../support/app.ts'
import { browserSession } from '../support/session.ts'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

const session = browserSession({ map: false })

/** How many of each label in each of the two years. */
const LABELS: Record<string, number> = { Klotter: 30, Fickstöld: 40, '0811': 20, '0812': 15, Jaktbrott: 10 }
const ALL = 2 * Object.values(LABELS).reduce((sum, n) => sum + n)

function csv(labels: Record<string, number>): string {
  let k = 0
  const rows = [2023, 2024].flatMap((year) =>
    Object.entries(labels).flatMap(([label, n]) =>
      Array.from({ length: n }, () => {
        k++
        const day = new Date(Date.UTC(year, 0, 1 + ((k * 37) % 365))).toISOString().slice(0, 10)
        return `${day} 12:10;${label};${6_580_000 + ((k * 131) % 2000)};${674_000 + ((k * 77) % 2000)}`
      }),
    ),
  )
  // The first and the last day, so that both years are whole.
  rows.push('2023-01-01 10:00;Klotter;6580000;674000', '2024-12-31 10:00;Klotter;6580000;674000')
  return ['datum;brottstyp;n;e', ...rows].join('\r\n')
}

describe('crime types', () => {
  let folder: string
  let first: string
  let second: string

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'lagesbild-types-'))
    first = join(folder, 'ett.csv')
    second = join(folder, 'två.csv')
    writeFileSync(first, csv(LABELS))
    writeFileSync(second, csv({ Fickstöld: 7, '0811': 5, Cykelstöld: 3 }))
  })
  afterAll(() => rmSync(folder, { recursive: true }))

  const texts = (app: AppPage) => app.texts.crimeTypes
  const grid = (app: AppPage) => app.page.getByRole('grid', { name: texts(app).labels.table })
  const sentence = (app: AppPage) => app.page.getByTestId('types-sentence').innerText()
  const types = async (app: AppPage) =>
    Object.fromEntries((await app.types()).map(({ name, count }) => [name, count]))

  async function opened(file: string): Promise<AppPage> {
    const app = await session.newApp()
    await app.open()
    await app.ready()
    await app.drop(file)
    await app.load()
    return app
  }

  async function showTypes(app: AppPage): Promise<void> {
    await app.show('data')
    const { open, edit } = texts(app).data
    await app.page
      .getByRole('button', { name: new RegExp(`^(${open}|${edit})$`) })
      .last()
      .click()
    await grid(app).waitFor()
  }

  /** Marks labels by their row, and classes them by typing the type's name, all from the keyboard. */
  async function classAs(app: AppPage, labels: string[], type: string): Promise<void> {
    const { page } = app
    for (const label of labels) {
      const row = grid(app).getByRole('row').filter({ hasText: label })
      const at = Number(await row.getAttribute('data-index'))
      await grid(app).focus()
      await page.keyboard.press('Home')
      for (let step = 0; step < at; step++) await page.keyboard.press('ArrowDown')
      await page.keyboard.press('Space')
      await expect.poll(() => row.getAttribute('aria-selected')).toBe('true')
    }
    await page.keyboard.press('Enter')
    await page.getByRole('searchbox', { name: texts(app).picker.search }).fill(type)
    await page.keyboard.press('Enter')
    await expect
      .poll(() => page.getByRole('status').allInnerTexts())
      .toContainEqual(expect.stringContaining(type))
  }

  it('are given to labels and codes: counts move in every view, and the next file is read by them', async () => {
    const app = await opened(first)
    const { page } = app
    await app.lift(/20\d\d/)
    expect(await app.total()).toBe(ALL + 2)
    expect(await types(app)).toEqual({ Klotter: 62, Fickstöld: 80, '0811': 40, '0812': 30, Jaktbrott: 20 })
    // A filter on a label that is classed is lifted, and said to be.
    await page.getByRole('button', { name: /^Fickstöld/ }).click()
    await app.ready()
    expect(await app.total()).toBe(80)

    await showTypes(app)
    expect(await sentence(app)).toBe(`4 av 5 etiketter är ej klassade: 170 av ${ALL + 2} brott (73\u00a0%).`)
    await classAs(app, ['Fickstöld', '0811'], 'Övriga tillgreppsbrott')
    await expect
      .poll(() => sentence(app))
      .toBe(`2 av 5 etiketter är ej klassade: 50 av ${ALL + 2} brott (22\u00a0%).`)
    await page.getByText(texts(app).lifted({ names: 'Fickstöld' })).waitFor()

    await app.show('situation')
    await app.ready()
    expect(app.hash).not.toContain('Fickstöld')
    expect(await app.total()).toBe(ALL + 2)
    expect(await types(app)).toEqual({
      Klotter: 62,
      'Övriga tillgreppsbrott': 120,
      '0812': 30,
      Jaktbrott: 20,
    })
    await page.getByText('50 brott är ej klassade.').waitFor()
    await page.getByRole('button', { name: /^Övriga tillgreppsbrott/ }).click()
    await app.ready()
    expect(await app.total()).toBe(120)
    expect(await app.tableRows()).toEqual({ shown: 120, all: ALL + 2 })
    const cells = page.getByRole('gridcell', { name: 'Övriga tillgreppsbrott' })
    await expect.poll(() => cells.count()).toBeGreaterThan(5)

    // Undone on the screen itself, and done again.
    await showTypes(app)
    await page
      .getByRole('button', { name: texts(app).actions.undo, exact: true })
      .last()
      .click()
    await expect.poll(() => sentence(app)).toContain('170 av')
    await page
      .getByRole('button', { name: texts(app).actions.redo, exact: true })
      .last()
      .click()
    await expect.poll(() => sentence(app)).toContain('50 av')

    const saving = page.waitForEvent('download')
    await page.getByRole('button', { name: texts(app).actions.save }).click()
    const saved = join(folder, 'mina.json')
    await (await saving).saveAs(saved)
    expect(JSON.parse(readFileSync(saved, 'utf8'))).toMatchObject({
      lagesbild: 'crime-types',
      version: 1,
      mapping: [
        { label: 'Fickstöld', type: 'tillgrepp-ovrigt' },
        { label: '0811', type: 'tillgrepp-ovrigt' },
      ],
    })

    await app.drop(second)
    await app.load(async () => {
      await page.getByText(texts(app).openFile.remembered(createFormatter('sv'), 2)).waitFor()
      await page.getByLabel(app.texts.layers.plan.label).selectOption('all')
    })
    await app.show('situation')
    await app.lift(/20\d\d/)
    expect(await types(app)).toEqual({ 'Övriga tillgreppsbrott': 24, Cykelstöld: 6, Klotter: 2 })

    // The file in a fresh page, dropped: it holds at once, before and after data are read.
    const other = await opened(second)
    await other.lift(/20\d\d/)
    expect(await types(other)).toEqual({ Fickstöld: 14, '0811': 10, Cykelstöld: 6, Klotter: 2 })
    await other.drop(saved, 'application/json')
    await other.page.getByText(texts(other).file.opened({ name: 'mina.json' })).waitFor()
    await expect.poll(() => sentence(other)).toBe('Alla 4 etiketter är klassade.')
    await other.show('situation')
    await other.ready()
    expect(await types(other)).toEqual({ 'Övriga tillgreppsbrott': 24, Cykelstöld: 6, Klotter: 2 })
  })

  it('with a break in the series warn where a comparison goes over it, on the screen and in the file', async () => {
    const app = await opened(first)
    const { page } = app
    await showTypes(app)
    await page.getByRole('tab', { name: texts(app).tabs.breaks }).click()
    await page.getByRole('button', { name: texts(app).breaks.add }).click()
    await page.getByLabel(texts(app).breaks.date).fill('2024-03-01')
    await page.getByLabel(texts(app).breaks.note).fill('Ny rutin')
    await page.keyboard.press('Enter')
    await page
      .getByRole('button', { name: texts(app).breaks.edit('1 mars 2024'.replaceAll(' ', '\u00a0')) })
      .waitFor()

    await app.show('situation')
    await app.ready()
    const notices = page.locator('[data-break="comparison"]')
    await expect.poll(() => notices.count()).toBeGreaterThan(1)
    expect(await notices.first().innerText()).toMatch(
      /^Serien bryts 1\smars\s2024: Ny rutin\. Antalen före och efter/,
    )
    await app.timeline.getByText(texts(app).breaks.mark, { exact: true }).waitFor()

    const saving = page.waitForEvent('download')
    await page
      .getByRole('button', { name: new RegExp(`^${app.texts.ui.export}: ${app.texts.panels.what.title}`) })
      .click()
    await page.getByRole('menuitem', { name: app.texts.panels.export.csv }).click()
    const saved = join(folder, 'vad.csv')
    await (await saving).saveAs(saved)
    expect(readFileSync(saved, 'utf8')).toContain('Ny rutin')

    // Before the break there is nothing to warn of.
    await app.goTo(app.hash.replace(/p=[^&]*/, 'p=2024-01-01_2024-03-01'))
    await page.getByText('Jan–feb 2024').first().waitFor()
    await app.ready()
    await expect.poll(() => notices.count()).toBe(0)
    expect(await app.headline.textContent()).toContain('samma period 2023')
  })

  it('of a broken file are refused in a sentence, and what was there stays', async () => {
    const app = await opened(first)
    await showTypes(app)
    await classAs(app, ['Jaktbrott'], 'Ofredande')
    const before = await sentence(app)
    await app.dropText(
      '{"lagesbild":"crime-types","version":1,"taxonomy":{"__proto__":{"x":1}}}',
      'ond.json',
      'application/json',
    )
    const alert = app.page.getByRole('alert').filter({ hasText: 'ond.json' })
    await alert.waitFor()
    expect(await alert.innerText()).toContain('__proto__')
    expect(await sentence(app)).toBe(before)
  })

  it('have screens without accessibility faults, in all their parts', async () => {
    const app = await opened(first)
    await showTypes(app)
    await app.page.evaluate(AXE)
    for (const tab of [null, texts(app).tabs.taxonomy, texts(app).tabs.codeList, texts(app).tabs.breaks]) {
      if (tab) await app.page.getByRole('tab', { name: tab }).click()
      if (tab === texts(app).tabs.taxonomy)
        await app.page.getByRole('button', { name: texts(app).taxonomy.edit('Klotter') }).click()
      if (tab === texts(app).tabs.breaks)
        await app.page.getByRole('button', { name: texts(app).breaks.add }).click()
      const faults = await app.page.evaluate(async () => {
        const { axe: run } = window as unknown as { axe: typeof axe }
        const { violations } = await run.run('.crime-types', {
          runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
        })
        return violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`)
      })
      expect([tab, faults]).toEqual([tab, []])
    }
    expect(firstFigure(await sentence(app))).toBe(4)
  })
})
