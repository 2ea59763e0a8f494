import { expect, it } from 'vitest'
import { en } from '../../src/i18n/en.ts'
import { browserSession } from '../support/session.ts'

const session = browserSession({ map: false })

it('speaks Swedish first, and English when asked; the figures stay', async () => {
  const app = await session.newApp()
  await app.open('#d=demo&p=2025-01-01_2025-05-01')
  await app.ready()
  const { page } = app
  const html = page.locator('html')
  const total = await app.total()
  expect(total).toBeGreaterThan(1000)
  expect(await html.getAttribute('lang')).toBe('sv')
  expect(await app.headline.innerText()).toContain('anmälda brott')
  await page.getByRole('button', { name: /Switch to English/ }).click()
  await expect.poll(() => html.getAttribute('lang')).toBe('en')
  expect(await app.headline.innerText()).toContain(`${total.toLocaleString('en')} `)
  expect(await app.headline.innerText()).toContain('reported crimes')
  await page.getByRole('grid', { name: en.plots.heat.name }).waitFor()
  const swedish = ['anmälda', 'brott', 'Områden', 'mån', 'Täthet', 'Ångra', 'jämför']
  const body = await page.locator('body').innerText()
  expect(swedish.filter((word) => new RegExp(`(^|\\P{L})${word}(\\P{L}|$)`, 'u').test(body))).toEqual([])

  await page.getByRole('button', { name: new RegExp(en.app.topBar.languageTitle) }).click()
  await expect.poll(() => html.getAttribute('lang')).toBe('sv')
})

it('follows the system’s theme, and the person’s choice before it', async () => {
  const app = await session.newApp({ colorScheme: 'dark' })
  await app.open('#d=demo')
  await app.ready()
  const ground = () =>
    app.page.evaluate(() => getComputedStyle(document.querySelector('header')!).backgroundColor)
  const dark = await ground()
  expect(brightness(dark)).toBeLessThan(80)
  await app.page.getByRole('button', { name: app.texts.app.topBar.light }).click()
  await expect.poll(async () => brightness(await ground())).toBeGreaterThan(200)
})

/** Mean of red, green and blue, 0-255. */
function brightness(colour: string): number {
  const [red, green, blue] = (colour.match(/[\d.]+/g) ?? []).map(Number)
  return (red + green + blue) / 3
}
