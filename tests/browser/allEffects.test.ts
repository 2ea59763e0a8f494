import { expect, it } from 'vitest'
import { browserSession } from '../support/session.ts'

const session = browserSession({ map: false })

it('all measures of the demo at a glance: judged in the background, corrected, and why the others cannot be', async () => {
  const app = await session.newApp()
  const { page } = app
  await app.open('#d=demo&s=effect')
  await app.ready()
  const texts = app.texts.allEffects
  await page.locator('[data-all-effects=done]').waitFor()
  const card = page.getByRole('region', { name: texts.title, exact: true })
  await card.getByText('En av sex bedömbara åtgärder skiljer sig från slumpen.').waitFor()
  const spoken = () => card.getByRole('listitem').getByRole('button').evaluateAll((all) => all.map((one) => one.getAttribute('aria-label'))) // prettier-ignore
  expect(await spoken()).toEqual(
    expect.arrayContaining([
      expect.stringMatching(
        /^Belysning.*: −49\u00a0%, 95\u00a0% KI −61 till −32\. Skiljer sig från slumpen\.$/,
      ),
      expect.stringMatching(/^Låst cykelgarage.*: −50\u00a0%, .* Kan vara slump\.$/),
      'Sex ledare och tio vuxna, Fritidsgården J: för få för att bedöma (4 → 1).',
      'Sanering inom ett dygn, Kungsgatan: toppår före: ingen bedömning.',
    ]),
  )

  await card.getByLabel(texts.filter.kind).selectOption('social')
  await expect.poll(async () => (await spoken()).length).toBe(4)
  await card.getByRole('button', { name: texts.filter.clear }).click()

  await card.locator('[data-row]').first().focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect.poll(() => page.evaluate(() => location.hash)).toContain('e=fredagspass')
  await expect.poll(() => card.locator('[aria-current=true]').getAttribute('data-row')).toBe('fredagspass')
})
