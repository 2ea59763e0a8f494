import { describe, expect, it } from 'vitest'
import { browserSession } from '../support/session.ts'

const session = browserSession()

describe('felt and reported', () => {
  it('lists the demo’s places by class, tied to the map both ways, with the survey beside it', async () => {
    const app = await session.newApp({ viewport: { width: 1280, height: 800 } })
    await app.open('#d=demo&s=walks')
    await app.ready()
    const { page } = app
    const { triangulation: texts } = app.texts
    await page.getByRole('button', { name: texts.title }).click()
    const done = page.locator('[data-triangulation="done"]')
    await done.waitFor()
    const count = (of: string) => done.locator(`[data-class="${of}"] .count`).textContent()
    expect(
      await Promise.all(
        ['unsafeMuch', 'unsafeLittle', 'unmentioned', 'undecided', 'measureAlone', 'safeMuch'].map(count),
      ),
    ).toEqual(['4', '14', '6', '1', '4', '4'])
    expect(await done.locator('[data-class="unjudged"]').count()).toBe(0)
    expect(await done.locator('.sentence').textContent()).toContain('4 av 18 otrygga punkter')

    // A row chooses its mark, by keyboard; a mark chooses its row.
    const undecided = done.locator('[data-class="undecided"] .row')
    await undecided.focus()
    await page.keyboard.press('Enter')
    expect(await undecided.getAttribute('aria-current')).toBe('true')
    const mark = page.locator('[data-mark="vandring-2025-11-12/v2-06/undecided"]')
    expect(await mark.getAttribute('aria-pressed')).toBe('true')
    await page.locator('[data-mark="vandring-2025-04-09/v1-16"]').dispatchEvent('click')
    const row = done.locator('[data-class="unsafeMuch"] .row[aria-current]')
    expect(await row.textContent()).toContain('Mörk parkering')
    expect(await undecided.getAttribute('aria-current')).toBeNull()

    // Any hour: crimes in daylight count as well.
    await done.getByText(texts.settings.title).click()
    await done.getByLabel(texts.settings.matchLight).click()
    await page.waitForFunction(
      () =>
        document.querySelector('[data-triangulation="done"] [data-class="unmentioned"] .count')
          ?.textContent === '3',
    )

    const survey = page.getByRole('region', { name: texts.survey.title })
    const unease = survey.getByRole('table').filter({ hasText: 'Otrygg utomhus sen kväll' })
    expect((await unease.getByRole('row').nth(1).innerText()).replace(/\s+/g, ' ')).toBe(
      'A Centrum 35 (31–40) 40 (36–45)',
    )

    // A class leads on to the walk it is from.
    await undecided.click()
    await done.getByRole('button', { name: texts.row.openWalk }).click()
    expect(app.hash).toContain('g=vandring-2025-11-12')
  })
})
