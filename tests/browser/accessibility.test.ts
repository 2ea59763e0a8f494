import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type axe from 'axe-core'
import { describe, expect, it } from 'vitest'
import type { AppPage } from '../support/app.ts'
import { browserSession } from '../support/session.ts'

const session = browserSession()
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const SCREENS = ['situation', 'areas', 'incidents', 'data'] as const
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }

declare global {
  interface Window {
    axe: typeof axe
  }
}

/**
 * What axe finds wrong, a line for each place. Marks on the map stand where their places lie, near each other or not: the
 * exception "essential" of WCAG 2.5.8 on the size of targets.
 */
async function violations(app: AppPage): Promise<string[]> {
  await app.page.evaluate(AXE)
  const found = await app.page.evaluate(() =>
    window.axe.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
      resultTypes: ['violations'],
    }),
  )
  return found.violations.flatMap(({ id, nodes }) =>
    nodes
      .filter((node) => id !== 'target-size' || !node.target.join(' ').includes('.mark'))
      .map(
        (node) => `${id}: ${node.target.join(' ')}: ${node.failureSummary?.split('\n').slice(1).join('; ')}`,
      ),
  )
}

describe.each(['light', 'dark'] as const)('axe in the %s theme', (colorScheme) => {
  it('has nothing to say about any screen', async () => {
    const app = await session.newApp({ colorScheme })
    for (const screen of SCREENS) {
      await app.open(`#d=demo&p=2025-01-01_2025-05-01&t=misshandel-utomhus&s=${screen}`)
      await app.ready()
      if (screen === 'incidents') await app.page.getByTestId('row-count').waitFor()
      expect(await violations(app), screen).toEqual([])
    }
  })

  it('has nothing to say about the invitation and the reading of a file', async () => {
    const app = await session.newApp({ colorScheme })
    await app.open()
    await app.ready()
    expect(await violations(app), 'invitation').toEqual([])
    await app.dropText('tid;typ;n;e\n2024-05-01 10:00;Klotter;6580000;674000\n', 'liten.csv')
    await app.page.getByRole('button', { name: app.texts.panels.open.load, exact: true }).waitFor()
    expect(await violations(app), 'how the file is read').toEqual([])
  })

  it('has nothing to say about the phone', async () => {
    const app = await session.newApp({ colorScheme, ...PHONE })
    await app.open('#d=demo&p=2025-01-01_2025-05-01&t=misshandel-utomhus')
    await app.ready()
    const { tabs } = app.texts.app
    for (const tab of [tabs.what, tabs.when, tabs.where]) {
      await app.page.getByRole('tab', { name: tab }).click()
      expect(await violations(app), tab).toEqual([])
    }
  })
})

it('shows open menus, editors and tables that axe has nothing to say about', async () => {
  const app = await session.newApp()
  await app.open('#d=demo&p=2025-01-01_2025-05-01&h=4-5.16-5')
  await app.ready()
  const { page, texts } = app
  const filters = page.getByRole('list', { name: texts.app.filters.label })
  const chips = filters.locator('button[aria-expanded]')
  for (let k = 0; k < (await chips.count()); k++) {
    await chips.nth(k).click()
    expect(await violations(app), `filter ${await chips.nth(k).innerText()}`).toEqual([])
    await page.keyboard.press('Escape')
  }
  for (const button of await page.getByRole('button', { name: texts.ui.table, exact: true }).all())
    await button.click()
  expect(await violations(app), 'the cards as tables').toEqual([])
})
