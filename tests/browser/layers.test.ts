import { expect, it } from 'vitest'
import type { AppPage } from '../support/app.ts'
import { browserSession } from '../support/session.ts'
import { april, fires, march, repairs, XLSX } from './layerFiles.ts'

const session = browserSession({ map: false })

/** March as the only layer: the demo leaves. */
async function withMarch(withId = true): Promise<AppPage> {
  const app = await session.newApp()
  await app.open()
  await app.ready()
  await app.dropText(march(withId), 'mars.csv')
  await app.load()
  expect(await app.total()).toBe(60)
  return app
}

/** What the form proposes that the dropped file becomes. */
const proposed = (app: AppPage) =>
  app.page.getByLabel(app.texts.layers.plan.label).evaluate((select) => {
    const { selectedOptions } = select as HTMLSelectElement
    return selectedOptions[0]?.textContent?.trim()
  })

async function dropAndLoad(
  app: AppPage,
  drop: () => Promise<void>,
  expected: string,
  amend?: () => Promise<void>,
) {
  await drop()
  await app.load(async () => {
    expect(await proposed(app)).toBe(expected)
    await amend?.()
  })
}

async function chooseKind(app: AppPage, label: string) {
  const { page, texts } = app
  const filters = page.getByRole('list', { name: texts.app.filters.label })
  await filters.getByRole('button', { name: texts.app.filters.add, exact: true }).click()
  await page.getByRole('radio', { name: label, exact: true }).click()
  await page.keyboard.press('Escape')
  await app.ready()
}

it('next month’s file is proposed as more of the layer; by id what is there already stays out, what changed is replaced', async () => {
  const app = await withMarch()
  const { layers } = app.texts
  await dropAndLoad(app, () => app.dropText(april(), 'april.csv'), layers.plan.append('mars'))
  // 60 + 50 rows: 9 repeat, and 1 stands in the place of an earlier one.
  expect(await app.total()).toBe(100)
  expect(await app.tableRows()).toEqual({ shown: 100, all: 100 })
  await app.show('data')
  const card = app.page.getByRole('region', { name: 'april', exact: true })
  await expect.poll(() => card.innerText()).toContain(layers.duplicatesLeftOut('9'))
  expect(await card.innerText()).toContain(layers.updated('1'))
  expect(await app.page.getByRole('region', { name: 'mars', exact: true }).innerText()).toContain(
    layers.replaced('1'),
  )

  // March leaves: April's own rows stay, and nothing is read again.
  const mars = app.page.getByRole('region', { name: 'mars', exact: true })
  await mars.getByRole('button', { name: layers.remove }).click()
  await mars.getByRole('button', { name: layers.removeNow }).click()
  await expect.poll(() => app.total()).toBe(41)
  await app.ready()
  expect(await app.tableRows()).toEqual({ shown: 41, all: 41 })
})

it('without ids place, time and type decide; duplicates can be kept', async () => {
  const app = await withMarch(false)
  const { plan } = app.texts.layers
  await dropAndLoad(app, () => app.dropText(april(false), 'april.csv'), plan.append('mars'))
  expect(await app.total()).toBe(101)
  await dropAndLoad(
    app,
    () => app.dropText(april(false), 'april igen.csv'),
    plan.append('mars'),
    () => app.page.getByLabel(plan.keepDuplicates).check(),
  )
  expect(await app.total()).toBe(151)
  expect(await app.tableRows()).toEqual({ shown: 151, all: 151 })
})

it('fires and repairs are layers beside the crimes, with costs, and what was never reported', async () => {
  const app = await withMarch()
  const { page, texts } = app
  await dropAndLoad(app, () => app.dropText(fires(), 'bränder 2025.csv'), texts.layers.plan.layer)
  const workbook = await repairs()
  await dropAndLoad(app, () => app.dropBytes(workbook, 'reparationer.xlsx', XLSX), texts.layers.plan.layer)
  expect(await app.total()).toBe(60)
  expect(await app.tableRows()).toEqual({ shown: 60, all: 92 })

  await app.show('situation')
  await chooseKind(app, texts.app.filters.kindsShort.fire)
  expect(await app.total()).toBe(12)
  await chooseKind(app, texts.app.filters.kindsShort.repair)
  expect(await app.total()).toBe(20)
  expect(await app.tableRows()).toEqual({ shown: 20, all: 92 })

  await app.show('situation')
  const cost = page.getByRole('region', { name: texts.layers.cost.title, exact: true })
  expect((await cost.innerText()).replace(/\s/g, ' ')).toContain('22 509 kr för 18 av 20 reparationer')
  const missed = page.getByRole('region', { name: texts.layers.unreported.title, exact: true })
  await expect
    .poll(async () => (await missed.innerText()).replace(/\s/g, ' '))
    .toContain('10 av 20 reparationer har ingen')
  // Graffiti on the very day: of the ten with a crime beside them, two stand beside the graffiti of the 16th.
  await missed.getByLabel(texts.layers.unreported.crime).selectOption({ label: 'Klotter' })
  await missed.getByLabel(texts.layers.unreported.time).press('Home')
  await expect
    .poll(async () => (await missed.innerText()).replace(/\s/g, ' '))
    .toContain('18 av 20 reparationer har ingen anmälan inom 100 m och samma dag')

  // The address of the view holds the kind; the repairs leave, and the crimes come back.
  expect(app.hash).toContain('k=repair')
  await app.show('data')
  const layer = page.getByRole('region', { name: 'reparationer', exact: true })
  await layer.getByRole('button', { name: texts.layers.remove }).click()
  await layer.getByRole('button', { name: texts.layers.removeNow }).click()
  await app.ready()
  await expect.poll(() => app.total()).toBe(60)
  expect(app.hash).not.toContain('k=')
  expect(await app.tableRows()).toEqual({ shown: 60, all: 72 })
})

it('a file that cannot be loaded, or is given up, leaves everything as it was', async () => {
  const app = await withMarch()
  const { page, texts } = app
  const before = app.hash
  await app.dropText('bara;ord\nutan;mening\n', 'trasig.csv')
  await page.getByRole('button', { name: texts.panels.open.load, exact: true }).waitFor()
  await page.getByRole('button', { name: texts.panels.open.back, exact: true }).click()
  await app.dropText(april(), 'april.csv')
  await page.getByRole('button', { name: texts.panels.open.load, exact: true }).waitFor()
  await page.getByRole('button', { name: texts.panels.open.back, exact: true }).click()
  expect(await app.total()).toBe(60)
  expect(app.hash).toBe(before)
  expect(await app.tableRows()).toEqual({ shown: 60, all: 60 })
})
