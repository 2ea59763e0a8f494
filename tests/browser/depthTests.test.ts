import axe from 'axe-core'
import type { Locator } from 'playwright-core'
import { expect, it } from 'vitest'
import { firstFigure, type AppPage } from '../support/app.ts'
import { browserSession } from '../support/session.ts'

const session = browserSession({ map: false })
const ASSAULTS = '#d=demo&p=2025-01-01_2025-05-01&t=misshandel-utomhus&s=depth'

interface OpenCard {
  app: AppPage
  card: Locator
  sentence(): Promise<string>
  /** Cells of the table behind the plot, as text, row by row; `look` while it is shown. */
  table(look?: () => Promise<void>): Promise<string[][]>
}

async function open(method: string, hash = ASSAULTS): Promise<OpenCard> {
  const app = await session.newApp()
  await app.open(`${hash}&f=${method}`)
  await app.ready()
  const card = app.page.locator('[data-depth]')
  await answered(card)
  return {
    app,
    card,
    sentence: async () => (await card.locator('.sentence').textContent())?.trim() ?? '',
    async table(look) {
      const button = card.getByRole('button', { name: new RegExp(`^${app.texts.ui.table}`) })
      await button.click()
      const rows = await card
        .locator('tbody tr')
        .evaluateAll((all) =>
          all.map((row) => Array.from(row.children, (cell) => cell.textContent?.trim() ?? '')),
        )
      await look?.()
      // The settings stand beside the plot, not beside the table.
      await button.click()
      return rows
    },
  }
}

const answered = (card: Locator) => card.page().locator('[data-depth="done"]').waitFor({ timeout: 120_000 })

async function violations(app: AppPage): Promise<string[]> {
  await app.page.evaluate(axe.source)
  return app.page.evaluate(async () => {
    const { violations } = await (window as unknown as { axe: typeof axe }).axe.run(document)
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))
  })
}

const silentAxe = (app: AppPage) => async () => expect(await violations(app), 'the table').toEqual([])

/** Picks the neighbour of a setting's choice by an arrow key. */
async function arrow(card: Locator, group: string, key: 'ArrowRight' | 'ArrowLeft'): Promise<string> {
  const choices = card.getByRole('radiogroup', { name: group })
  await choices.locator('[aria-checked="true"]').focus()
  await card.page().keyboard.press(key)
  await answered(card)
  return (await choices.locator('[aria-checked="true"]').textContent()) ?? ''
}

it('tests the map: the sentence, the table and the map tell the same hits', async () => {
  const { app, card, sentence, table } = await open('backTest')
  const { backTest } = app.texts.depthTests
  const read = async () => {
    const match = /hade (\d+) av ([\d\s\u00a0]+) brott.*Fjolårets karta: (\d+) av/.exec(await sentence())
    return match?.slice(1).map(firstFigure)
  }
  const [density, , , , lastYear] = await table(silentAxe(app))
  expect(await read()).toEqual([density[1], density[2], lastYear[1]].map(firstFigure))
  expect(lastYear[0]).toBe(backTest.predictors.lastYear())
  expect(await violations(app)).toEqual([])

  const before = await sentence()
  expect(await arrow(card, backTest.settings.share, 'ArrowRight')).toBe('5\u00a0%')
  expect(await sentence()).not.toBe(before)
  const [wider] = await table()
  expect(firstFigure(wider[1])).toBeGreaterThan(firstFigure(density[1]))
  expect(await read()).toEqual([wider[1], wider[2], (await table())[4][1]].map(firstFigure))
  // The map speaks of the latest test alone.
  await app.page.getByText(/\d+ av \d+ träffade/).waitFor()
})

it('finds a bandwidth, says what it rests on, and hands it to the map', async () => {
  const { app, card, sentence, table } = await open('bandwidth')
  const { bandwidth } = app.texts.depthTests
  const rows = await table(silentAxe(app))
  const best = rows.find(([candidate]) => candidate.includes(bandwidth.plot.best))!
  expect(await sentence()).toContain(`bandbredden ${best[0].replace(/ \(.*/, '')} (σ ${best[1]})`)
  expect(rows).toHaveLength(18)
  const column = rows.map((row) =>
    Number(row[2].replace('−', '-').replace(',', '.').replace('-∞', '-Infinity')),
  )
  expect(column.indexOf(Math.max(...column))).toBe(rows.indexOf(best))
  expect(await violations(app)).toEqual([])

  const use = card.getByRole('button', { name: /^Använd \d/ })
  const metres = firstFigure((await use.textContent()) ?? '')
  await use.click()
  await app.ready()
  await answered(card)
  expect(app.hash).toContain(`b=${metres}`)
  await card.getByText(bandwidth.used(`${metres}\u00a0m`)).waitFor()
})

it('stops a long computation at once and takes it up again', async () => {
  const app = await session.newApp()
  await app.open('#d=demo&s=depth')
  await app.ready()
  const { depth, ui } = app.texts
  await app.page
    .getByRole('button', { name: new RegExp(depth.methods.bandwidth.question.slice(0, 20)) })
    .click()
  const card = app.page.locator('[data-depth]')
  await card.getByRole('button', { name: ui.cancel }).click()
  await card.getByText(depth.stopped).waitFor({ timeout: 30_000 })
  await card.getByRole('button', { name: depth.again }).click()
  await answered(card)
  expect(await card.locator('.sentence').textContent()).toMatch(/förutsägs bäst/)
  expect(await card.getByText(/draget urval om 10\s000/).count()).toBe(1)
})

it('watches the trend: the counts are the timeline’s, and every setting has its answer', async () => {
  const { app, card, sentence, table } = await open('cusum')
  const { cusum } = app.texts.depthTests
  const rows = await table(silentAxe(app))
  expect(rows.map((row) => firstFigure(row[1]))).toEqual(await app.months())
  expect(rows.slice(0, 12).every((row) => row[4] === cusum.states.baseline)).toBe(true)
  const baseline = rows.slice(0, 12).reduce((sum, row) => sum + firstFigure(row[1]), 0)
  expect(await sentence()).toContain(`(${baseline} brott, 2023)`)
  expect(await sentence()).toContain(`summan är ${rows.at(-1)![3]}`)
  expect(await violations(app)).toEqual([])

  await arrow(card, cusum.settings.step, 'ArrowRight')
  expect((await table()).length).toBeGreaterThan(150)
  await arrow(card, cusum.settings.baseline, 'ArrowRight')
  expect(await sentence()).toMatch(/^(Larm|Inget larm)/)
  const seasonal = (await table()).filter((row) => row[4] === cusum.states.baseline)
  expect(seasonal.length).toBeGreaterThan(100)
})

it('holds areas against chance, and draws them', async () => {
  const { app, sentence, table } = await open('areaFunnel')
  const { areaFunnel } = app.texts.depthTests
  const rows = await table(silentAxe(app))
  expect(rows.map((row) => firstFigure(row[1])).reduce((a, b) => a + b, 0)).toBe(await app.total())
  const text = await sentence()
  for (const [name, count, expected] of rows)
    if (text.includes(name)) expect(text).toContain(`${name} ${count} mot ${expected} väntade`)
  expect(text).toMatch(/^\d av 3 områden/)
  await app.page.getByText(areaFunnel.overlay.notes('')[1]).waitFor()
  expect(await violations(app)).toEqual([])
})

it('withholds what cannot be judged, with the reason', async () => {
  // Nine in three and a half years.
  const { app, sentence, card } = await open('backTest', '#d=demo&t=valdtakt-ute&s=depth')
  expect(await sentence()).toMatch(/för få för att bedöma/)
  expect(await card.locator('svg[role=img]:not(.lucide)').count()).toBe(0)
  await app.goTo('#d=demo&t=valdtakt-ute&s=depth&f=cusum')
  await card.getByText(app.texts.depthTests.cusum.refusals.baselineTooFew).waitFor()
})
