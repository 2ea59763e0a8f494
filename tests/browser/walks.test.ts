import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type axe from 'axe-core'
import { expect, it } from 'vitest'
import { createFormatter } from '../../src/i18n/format.ts'
import type { AppPage } from '../support/app.ts'
import { browserSession } from '../support/session.ts'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const session = browserSession()
const f = createFormatter('sv')

const FIRST = 'vandring-2025-04-09'
const DEMO = '#d=demo&p=2025-01-01_2025-05-01&t=misshandel-utomhus&s=walks'
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }

/** What axe finds wrong in the panel and among the marks; marks stand where their places lie (WCAG 2.5.8, essential). */
async function faults(app: AppPage): Promise<string[]> {
  await app.page.evaluate(AXE)
  return app.page.evaluate(async () => {
    const { axe: checks } = window as unknown as { axe: typeof axe }
    const { violations } = await checks.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    })
    return violations.flatMap(({ id, nodes }) =>
      nodes
        .filter((node) => id !== 'target-size' || !node.target.join(' ').includes('.mark'))
        .map((node) => `${id}: ${node.html}`),
    )
  })
}

const rows = (app: AppPage) => app.page.getByTestId('observations').getByRole('listitem')
const marks = (app: AppPage) => app.page.locator('[data-observation]')
const card = (app: AppPage, title: string) => app.page.getByRole('region', { name: title, exact: true })

it('walks say what is late, what was refused and why, and what a re-walk found; list and map mark each other', async () => {
  const app = await session.newApp()
  const { page } = app
  const texts = app.texts.walks
  await app.open(DEMO)
  await app.ready()

  // What is late, by the last day of the data.
  const overdue = card(app, texts.overdue.title)
  expect(await overdue.getByRole('listitem').count()).toBe(1)
  const late = await overdue.innerText()
  expect(late).toContain('Bilar svänger fort över gångpassagen vid Esplanaden.')
  expect(late).toContain(texts.overdue.late(242, '242'))
  expect(late).toContain(
    texts.reckoned.data('30 juni 2026'.replaceAll(' ', '\u00a0')).replaceAll('\u00a0', ' '),
  )

  // Two walks at the same place.
  const comparison = card(app, texts.comparison.title)
  const said = () => comparison.locator('.sentence').innerText()
  expect(await said()).toBe(
    'Av 13 platser som kändes otrygga 9 april 2025 är 9 åtgärdade, 3 kvarstår och 1 har kommit tillbaka. 1 ny noterades 12 november 2025.',
  )
  const slider = comparison.getByRole('slider', { name: texts.comparison.within })
  await slider.focus()
  await page.keyboard.press('Home')
  await expect.poll(said).toContain('2 kvarstår')
  await slider.fill('30')
  await expect.poll(said).toContain('3 kvarstår')
  await comparison.getByRole('button', { name: 'Nätstationen är klottrad igen.' }).click()
  await expect.poll(() => page.locator('[data-observation][aria-pressed="true"]').count()).toBe(2)
  expect(await faults(app)).toEqual([])

  // From what is late to its walk: the same is marked in the list and on the map.
  await overdue.getByRole('listitem').getByRole('button').click()
  await page.getByRole('heading', { name: 'Busstorget till Parkering N', exact: true }).waitFor()
  expect(app.hash).toContain(`g=${FIRST}`)
  const pressed = page.locator('[data-observation][aria-pressed="true"]')
  expect(await pressed.getAttribute('data-observation')).toBe(`${FIRST} v1-11`)
  const marked = page.getByTestId('observations').locator('[aria-pressed="true"]')
  expect(await marked.innerText()).toContain('Bilar svänger fort')
  expect(await marked.innerText()).toContain('Förfallen: skulle vara klar 31 oktober 2025, 242 dagar sen')

  // And from the map to the list: the refused one gives its reason.
  await page.locator(`[data-observation="${FIRST} v1-09"]`).dispatchEvent('click')
  await expect.poll(() => marked.innerText()).toContain('Nekad: Fler bänkar prövades 2022')
  expect(await faults(app)).toEqual([])

  // Narrowed, list and map hold the same.
  expect([await rows(app).count(), await marks(app).count()]).toEqual([17, 17])
  await page.getByLabel(texts.observations.status, { exact: true }).selectOption('confirmed')
  await expect.poll(() => rows(app).count()).toBe(9)
  // The refused one stays on the map as long as it is marked.
  expect(await marks(app).count()).toBe(10)
  await page.getByRole('button', { name: texts.observations.lift, exact: true }).click()
  await expect.poll(() => rows(app).count()).toBe(17)
})

it('walks and observations are entered from the keyboard, asked about where they look personal, and taken back', async () => {
  const app = await session.newApp()
  const { page } = app
  const { form, undo, observations, detail, list } = app.texts.walks
  const { keyboard } = page
  await app.open(`${DEMO}&g=${FIRST}`)
  await app.ready()

  await page.getByRole('button', { name: observations.add }).focus()
  await keyboard.press('Enter')
  await keyboard.type('Lampan vid trappan blinkar, ring Anna Andersson.')
  await keyboard.press('Tab')
  await keyboard.type('kiosken')
  await keyboard.press('Enter')
  await page.getByText(form.errors.place.unreadable).waitFor()
  await keyboard.press('Control+A')
  await keyboard.type('58.1412, 18.2662')
  await page.locator('[data-draft]').waitFor()
  await keyboard.press('Enter')
  await page.getByText(form.personal('”Anna Andersson”')).waitFor()
  expect(await faults(app)).toEqual([])
  await keyboard.press('Shift+Tab')
  await keyboard.press('Control+A')
  await keyboard.type('Lampan vid trappan blinkar.')
  await keyboard.press('Tab')
  await keyboard.press('Enter')
  await page.getByText(undo.observationSaved('Lampan vid trappan blinkar.')).waitFor()
  expect(await rows(app).count()).toBe(18)
  const entered = page.locator(`[data-observation="${FIRST} ${FIRST}-18"]`)
  expect(await entered.getAttribute('aria-pressed')).toBe('true')
  expect(await page.getByTestId('observations').locator('[aria-pressed="true"]').innerText()).toContain(
    'Lampan vid trappan blinkar.',
  )
  await page.getByRole('button', { name: undo.action, exact: true }).last().click()
  await expect.poll(() => rows(app).count()).toBe(17)

  // The place pointed out on the map.
  await page.getByRole('button', { name: observations.add }).click()
  await page.getByRole('button', { name: form.draw }).click()
  await page.getByText(form.drawPrompt).first().waitFor()
  await page.locator('canvas.maplibregl-canvas').click({ position: { x: 450, y: 280 } })
  await expect
    .poll(() => page.getByLabel(form.place, { exact: true }).inputValue())
    .toMatch(/^58\.\d{6}, 18\.\d{6}$/)
  await page.getByRole('button', { name: form.cancel, exact: true }).click()

  // A walk: a name is no role, participants are numbers.
  await page.getByRole('button', { name: detail.back }).click()
  await page.getByRole('button', { name: app.texts.walks.add }).click()
  await keyboard.type('Stationen runt')
  await page.getByLabel(form.date, { exact: true }).fill('2026-05-04')
  const role = page.getByRole('combobox', { name: form.role, exact: true })
  await role.first().fill('Anna Andersson')
  await keyboard.press('Tab')
  await page.getByText(form.personRole('Anna Andersson')).waitFor()
  expect(await faults(app)).toEqual([])
  await role.first().fill('boende')
  await page.getByRole('textbox', { name: `${form.count}: boende` }).fill('6')
  await page.getByLabel(form.route, { exact: true }).fill('58.1428, 18.2712\n58.1415, 18.2688')
  await page.getByRole('button', { name: form.save, exact: true }).click()
  await page.getByRole('heading', { name: 'Stationen runt', exact: true }).waitFor()
  expect(app.hash).toContain('g=vandring-2026-05-04')
  await page.getByText('6: 6 boende').waitFor()
  await page.getByRole('button', { name: detail.remove }).click()
  await page.getByText(undo.walkRemoved('Stationen runt', 0, f.integer(0))).waitFor()
  const walks = card(app, list.title).getByRole('listitem')
  expect(await walks.count()).toBe(2)
  await page.getByRole('button', { name: undo.action, exact: true }).last().click()
  await expect.poll(() => walks.count()).toBe(3)
})

it('the walks on a phone in the dark have nothing that axe minds', async () => {
  const app = await session.newApp({ colorScheme: 'dark', ...PHONE })
  await app.open(`${DEMO}&g=${FIRST}`)
  await app.ready()
  expect(await faults(app)).toEqual([])
  await app.page.getByRole('button', { name: app.texts.walks.observations.add }).click()
  expect(await faults(app)).toEqual([])
  expect(await app.page.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
})
