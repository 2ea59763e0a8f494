import { readFileSync } from 'node:fs'
import axe from 'axe-core'
import { expect, it } from 'vitest'
import { poissonTwoSidedP, rateRatio } from '../../src/analysis/index.ts'
import type { AppPage } from '../support/app.ts'
import { browserSession } from '../support/session.ts'

const session = browserSession({ map: false })
const YEAR_2025 = '#d=demo&s=areas&p=2025-01-01_2026-01-01'

const { features } = JSON.parse(
  readFileSync(new URL('../../public/demo/areas.geojson', import.meta.url), 'utf8'),
) as { features: { id: string; properties: { population: Record<string, number> } }[] }
const populationOf = (id: string, year: string) =>
  features.find((feature) => feature.id === id)!.properties.population[year]

async function openAreas(hash = YEAR_2025): Promise<AppPage> {
  const app = await session.newApp()
  await app.open(hash)
  await app.ready()
  await card(app, app.texts.areaScreen.peers.title).waitFor()
  return app
}

const card = (app: AppPage, title: string) => app.page.getByRole('region', { name: title, exact: true })

/** Cells of the table behind a card, as text, row by row. */
async function table(app: AppPage, title: string): Promise<string[][]> {
  const region = card(app, title)
  const button = region.getByRole('button', { name: new RegExp(`^${app.texts.ui.table}`) })
  await button.click()
  const rows = await region
    .locator('tbody tr')
    .evaluateAll((all) =>
      all.map((row) => Array.from(row.children, (cell) => cell.textContent?.trim() ?? '')),
    )
  await button.click()
  return rows
}

const number = (text: string) =>
  Number(
    text
      .replace(/[\s\u00a0]/g, '')
      .replace('−', '-')
      .replace(',', '.'),
  )

it('counts rates by 1 000 and by 100 000, raw and smoothed, and says so in the legend and the address', async () => {
  const app = await openAreas()
  const before = await table(app, app.texts.panels.areas.title)
  await card(app, app.texts.panels.areas.title).getByRole('radio', { name: '100 000' }).click()
  const after = await table(app, app.texts.panels.areas.title)
  for (const [i, row] of before.entries()) {
    expect(number(after[i][3]) / number(row[3])).toBeGreaterThan(99)
    expect(number(after[i][3]) / number(row[3])).toBeLessThan(101)
  }
  await app.page.getByLabel(app.texts.areaScreen.measure, { exact: true }).selectOption('smoothed')
  expect(app.hash).toContain('am=smoothed')
  expect(app.hash).toContain('ap=100000')
  await expect.poll(() => app.page.getByTestId('map-legend').textContent()).toContain('utjämnat')
  await app.page.reload()
  await app.ready()
  expect(await app.page.getByLabel(app.texts.areaScreen.measure, { exact: true }).inputValue()).toBe(
    'smoothed',
  )
})

it('cuts the areas into classes in three ways', async () => {
  const app = await openAreas()
  const legend = () => app.page.getByTestId('map-legend').getByRole('img').getAttribute('aria-label')
  const seen = new Set([await legend()])
  for (const method of ['quantile', 'natural']) {
    await app.page.getByLabel(app.texts.areaScreen.classes, { exact: true }).selectOption(method)
    seen.add(await legend())
  }
  expect(seen.size).toBeGreaterThan(1)
})

it('holds one area against its peers: the ratio and its interval are the exact ones of the counts on screen', async () => {
  const app = await openAreas(`${YEAR_2025}&af=A&ag=C`)
  const { peers } = app.texts.areaScreen
  const years = await table(app, peers.title)
  expect(years.map((row) => row[0])).toEqual(['2023', '2024', '2025'])
  const [, own, other] = years[2].map(number)
  const { ratio } = rateRatio(other, own, {
    exposureBefore: populationOf('C', '2025'),
    exposureAfter: populationOf('A', '2025'),
  })
  const sentence = (await card(app, peers.title).locator('.sentence').textContent()) ?? ''
  expect(sentence).toContain(`${Math.round((ratio - 1) * 100)}\u00a0% fler`)
  // Another peer, chosen by hand, stays in the address and changes the figures.
  await card(app, peers.title).getByLabel(peers.add).selectOption('B')
  expect(app.hash).toContain('ag=C~B')
  const more = (await table(app, peers.title))[2].map(number)
  expect(more[2]).toBeGreaterThan(other)
})

it('draws the funnel of what the filters leave', async () => {
  const app = await openAreas(`${YEAR_2025}&t=misshandel-utomhus`)
  const rows = await table(app, app.texts.areaScreen.funnel.title)
  const observed = rows.map((row) => number(row[1]))
  const expected = rows.map((row) => number(row[2]))
  expect(Math.abs(observed.reduce((a, b) => a + b) - expected.reduce((a, b) => a + b))).toBeLessThan(0.3)
  expect(poissonTwoSidedP(observed[0], expected[0])).toBeLessThan(0.05)
})

it('is reached and used by keyboard, and has no fault that axe finds', async () => {
  const app = await openAreas()
  await app.page.getByLabel(app.texts.areaScreen.measure, { exact: true }).focus()
  await app.page.keyboard.press('Tab')
  await app.page.keyboard.press('Tab')
  await app.page.keyboard.press('ArrowRight')
  expect(app.hash).toContain('ap=100000')
  await app.page.evaluate(axe.source)
  const faults = await app.page.evaluate(async () => {
    const { violations } = await (window as unknown as { axe: typeof axe }).axe.run(
      document.getElementById('panel')!,
    )
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))
  })
  expect(faults).toEqual([])
})
