import axe from 'axe-core'
import { expect, it } from 'vitest'
import { en } from '../../src/i18n/en.ts'
import type { Measure } from '../../src/domain/measure.ts'
import type { AppPage } from '../support/app.ts'
import { demoText } from '../demo/demoFiles.ts'
import { browserSession } from '../support/session.ts'

const session = browserSession()

/** What axe finds wrong in the panel. */
async function faults({ page }: AppPage): Promise<string[]> {
  await page.evaluate(axe.source)
  return page.evaluate(async () => {
    const { violations } = await (window as unknown as { axe: typeof axe }).axe.run(
      document.getElementById('panel')!,
    )
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))
  })
}

/** Goes on with Tab until the focus is on what the selector finds. */
async function tabTo({ page }: AppPage, selector: string, key = 'Tab'): Promise<void> {
  for (let k = 0; k < 120; k++) {
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return
    await page.keyboard.press(key)
  }
  throw new Error(`Tab does not reach ${selector}`)
}

it('measures are warned about, followed up, entered by keyboard, changed, removed and had back', async () => {
  const app = await session.newApp()
  const { page } = app
  const texts = app.texts.measures
  await app.open('#d=demo&s=measures')
  await app.ready()
  const panel = page.locator('#panel')
  const list = panel.getByRole('list', { name: texts.title })
  await list.waitFor()
  expect(await list.locator('[data-measure]').count()).toBe(13)
  expect(await faults(app), 'list').toEqual([])

  // What the plan lacks is gathered, and each line leads there.
  await page.getByRole('tab', { name: 'Varningar (3)' }).click()
  const warnings = panel.getByRole('region', { name: texts.warnings.title })
  const told = (await warnings.innerText()).replaceAll('\u00a0', ' ')
  expect(told).toContain(
    '1 effektmål som inte går att följa upp, 1 åtgärd utan orsak och 1 orsak utan åtgärd',
  )
  for (const name of [
    'Nattbussar och röjning, Busstorget',
    'Sanering inom ett dygn, Kungsgatan',
    'Bråk vid Snabbmat I',
  ])
    expect(told).toContain(name)
  expect(told).toContain('saknar målvärde, utgångsvärde, indikator och datum')
  expect(await faults(app), 'warnings').toEqual([])
  await warnings.getByRole('button', { name: /Bråk vid Snabbmat I/ }).click()
  await expect
    .poll(() => page.evaluate(() => (document.activeElement as HTMLElement).dataset.chain))
    .toBe('cause brak-i')
  expect(await faults(app), 'causes').toEqual([])

  // What was done, apart from what came of it.
  await page.getByRole('tab', { name: texts.tabs.followUp }).click()
  const goal = (name: string) => panel.getByRole('listitem').filter({ hasText: name })
  expect(await goal('Genomförda tillsyner').innerText()).toContain('12 av 12')
  expect(await goal('Genomförda punkter').innerText()).toContain('3 av 8')
  const activity = panel.getByRole('region', { name: texts.activity.title })
  expect(await activity.innerText()).toContain(
    '130 ingripanden jan–apr 2026, +55\u00a0% mot samma period 2025 (84). Det är aktivitet, inte resultat.',
  )
  expect(await faults(app), 'follow-up').toEqual([])
  await page.getByRole('button', { name: /^EN:/ }).click()
  const english = panel.getByRole('region', { name: en.measures.activity.title })
  await expect
    .poll(() => english.innerText())
    .toContain('+55% on the same period of 2025 (84). This is activity, not outcome.')
  await page.getByRole('button', { name: /^SV:/ }).click()
  await page.getByRole('tab', { name: texts.tabs.list }).click()

  // A new one, without the mouse.
  const { measures } = JSON.parse(demoText('measures.json')) as { measures: Measure[] }
  const square = measures.find(({ id }) => id === 'nattbussplan')!.geometry as {
    coordinates: [number, number]
  }
  const [lon, lat] = [square.coordinates[0] + 0.002, square.coordinates[1]]
  await page.locator('[data-add]').focus()
  await page.keyboard.press('Enter')
  await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('INPUT')
  await page.keyboard.type('Ordningsvakter vid Snabbmat I')
  // Another screen loses nothing of it, and what looks like a person is asked about.
  await app.show('data')
  await app.page.getByRole('navigation').getByRole('button', { name: texts.title }).click()
  await expect
    .poll(() => panel.getByRole('textbox', { name: texts.fields.title }).inputValue())
    .toBe('Ordningsvakter vid Snabbmat I')
  await panel.getByRole('textbox', { name: texts.fields.responsible }).fill('Anna Andersson')
  await panel.getByRole('button', { name: texts.save, exact: true }).click()
  await panel.getByText(app.texts.walks.form.personal('”Anna Andersson”')).waitFor()
  await panel.getByRole('textbox', { name: texts.fields.responsible }).fill('Trygghetsenheten')
  await tabTo(app, '#panel [role="radiogroup"] [role="radio"]')
  await page.keyboard.press('ArrowRight')
  await tabTo(app, '#panel .coordinate input')
  await page.keyboard.type(`${lat} ${lon}`)
  await tabTo(app, '#panel fieldset input[type="checkbox"]')
  for (let k = 0; k < 30; k++) {
    const label = await page.evaluate(
      () => (document.activeElement as HTMLInputElement).labels?.[0]?.textContent,
    )
    if (label?.startsWith('Bråk vid Snabbmat I')) break
    await page.keyboard.press('Tab')
  }
  await page.keyboard.press('Space')
  expect(await faults(app), 'form').toEqual([])
  await tabTo(app, '#panel button[type="submit"]')
  await page.keyboard.press('Enter')
  const heading = panel.getByRole('heading', { level: 2 })
  await expect.poll(() => heading.innerText()).toBe('Ordningsvakter vid Snabbmat I')
  const id = 'ordningsvakter-vid-snabbmat-i'
  const mark = page.locator(`[data-measure-mark="${id}"]`)
  await mark.waitFor()
  expect(app.hash).toContain(id)
  expect(await panel.innerText()).toContain(texts.place.pointWith('50\u00a0m'))
  expect(await faults(app), 'open measure').toEqual([])

  // Its name changes, its id does not; its cause is no longer without a measure.
  await tabTo(app, '[data-edit]', 'Shift+Tab')
  await page.keyboard.press('Enter')
  await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('INPUT')
  await page.keyboard.press('Control+A')
  await page.keyboard.type('Värdar vid Snabbmat I')
  await page.keyboard.press('Enter')
  await expect.poll(() => heading.innerText()).toBe('Värdar vid Snabbmat I')
  await mark.waitFor()
  await panel.getByRole('button', { name: texts.back }).click()
  await page.getByRole('tab', { name: 'Varningar (2)' }).waitFor()
  await list.getByRole('button', { name: 'Värdar vid Snabbmat I', exact: true }).waitFor()

  // From the map to the measure, and out with it; and back.
  await mark.click()
  await expect.poll(() => heading.innerText()).toBe('Värdar vid Snabbmat I')
  await panel.getByRole('button', { name: texts.remove }).click()
  await mark.waitFor({ state: 'detached' })
  expect(await list.locator(`[data-measure="${id}"]`).count()).toBe(0)
  await expect.poll(() => page.evaluate(() => document.activeElement?.textContent?.trim())).toBe(texts.undo)
  await page.keyboard.press('Enter')
  await list.locator(`[data-measure="${id}"]`).waitFor()
  await mark.waitFor()
  await list.getByRole('button', { name: texts.showEffectOf('Värdar vid Snabbmat I') }).click()
  await expect.poll(() => app.hash).toContain('s=effect')
})
