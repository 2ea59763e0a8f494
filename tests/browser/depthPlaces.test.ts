import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Locator } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { firstFigure, type AppPage } from '../support/app.ts'
import { browserSession } from '../support/session.ts'
import { crimes, demoRows } from './demoRows.ts'

const session = browserSession({ map: false })
const mapped = browserSession()
/** A busy machine computes for some seconds. */
const SLOW = { timeout: 60_000 }
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const YEAR = 'd=demo&p=2025-01-01_2026-01-01&s=depth'
const METHODS = ['concentration', 'repeatPlaces', 'nearRepeat', 'clustering'] as const
type Method = (typeof METHODS)[number]

async function answered(app: AppPage): Promise<void> {
  await app.page.locator('[data-depth="done"]').waitFor({ timeout: 120_000 })
}

async function openAt(method: Method, hash = YEAR, options = {}, where = session): Promise<AppPage> {
  const app = await where.newApp(options)
  await app.open(`#${hash}&f=${method}`)
  await app.ready()
  await answered(app)
  return app
}

const card = (app: AppPage) => app.page.locator('[data-depth]')
const sentence = async (app: AppPage) =>
  (await card(app).locator('.sentence').innerText()).replace(/[\u00a0\u202f]/g, ' ')
/** Every whole number of a Swedish text, in order. */
const figures = (text: string) =>
  Array.from(text.matchAll(/\d{1,3}(?: \d{3})+|\d+/g), ([n]) => Number(n.replace(/ /g, '')))
const rowsOf = (table: Locator) =>
  table
    .locator('tbody tr')
    .evaluateAll((rows) =>
      rows.map((row) =>
        [...row.querySelectorAll('th, td')].map((cell) =>
          (cell as HTMLElement).innerText.replace(/[\u00a0\u202f]/g, ' ').trim(),
        ),
      ),
    )
const showTable = (app: AppPage) =>
  card(app)
    .getByRole('button', { name: new RegExp(`^${app.texts.ui.table}: `) })
    .click()

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

describe('concentration', () => {
  it('says in its sentence, its table, its curve and on the map how many cells hold half', async () => {
    const app = await openAt('concentration')
    const [n, , units, all] = figures(await sentence(app))
    expect(await sentence(app)).toMatch(
      /^Hälften av .* brott 2025 ligger i \d+ av \d+ rutor om 300 m; slumpen/,
    )
    const placed = crimes(demoRows(), { period: ['2025-01-01', '2026-01-01'] }).length
    expect(n).toBeLessThanOrEqual(placed)
    expect(n).toBeGreaterThan(0.95 * placed)
    expect(await app.page.locator('.legend').first().innerText()).toContain(`${units} rutor om 300`)

    // The curve at that share of the cells holds half; by keys alone.
    const slider = app.page.getByRole('slider', { name: app.texts.depthPlaces.concentration.read })
    await slider.focus()
    await app.page.keyboard.press('Home')
    expect(await slider.getAttribute('aria-valuetext')).toMatch(/^0\s%.*, 0\s% av brotten$/)
    for (let k = 0; k < Math.round((100 * units) / all); k++) await app.page.keyboard.press('ArrowRight')
    const [, held] = (await slider.getAttribute('aria-valuetext'))!.split(',').map(firstFigure)
    expect(Math.abs(held - 50)).toBeLessThanOrEqual(4)

    await showTable(app)
    const rows = await rowsOf(card(app).getByRole('table'))
    expect(figures(rows[1][2])).toEqual([units])
    await app.page.getByRole('radio', { name: app.texts.depthPlaces.concentration.units.areas }).click()
    await expect.poll(() => sentence(app), SLOW).toMatch(/av 3 områden/)
  })
})

describe('repeat places', () => {
  it('tells the same in sentence, distribution and list; a place by key is flown to and ringed', async () => {
    const app = await openAt('repeatPlaces', YEAR, {}, mapped)
    const [onRepeats, n, , , places] = figures(await sentence(app))
    const texts = app.texts.depthPlaces.repeatPlaces
    const distribution = await rowsOf(card(app).getByRole('table', { name: texts.distribution.of('brott') }))
    const counted = distribution.map((row) => row.slice(2, 4).map((cell) => figures(cell)[0]))
    expect(counted.reduce((sum, [incidents]) => sum + incidents, 0)).toBe(n)
    expect(counted.slice(1).reduce((sum, [incidents]) => sum + incidents, 0)).toBe(onRepeats)
    expect(counted.slice(1).reduce((sum, [, held]) => sum + held, 0)).toBe(places)

    const first = card(app).getByRole('table', { name: texts.list.label }).getByRole('button').first()
    const scale = app.page.locator('svg.scale')
    const before = await scale.getAttribute('aria-label')
    await first.press('Enter')
    expect(await first.getAttribute('aria-pressed')).toBe('true')
    await expect.poll(() => scale.getAttribute('aria-label')).not.toBe(before)

    await showTable(app)
    const rows = await rowsOf(card(app).getByRole('table', { name: texts.list.label }))
    expect(rows.length).toBe(Math.min(200, places))
    const [, count, , , , types] = rows[0]
    expect(Array.from(types.matchAll(/ (\d+)(?=,|$)/g), ([, k]) => Number(k)).reduce((a, b) => a + b)).toBe(
      +count,
    )
  })

  it('leaves sensitive types out until asked for them, and then warns', async () => {
    const app = await openAt('repeatPlaces')
    const texts = app.texts.depthPlaces.repeatPlaces
    const [, n] = figures(await sentence(app))
    const box = card(app).getByRole('checkbox', { name: texts.sensitive })
    const hidden = firstFigure(
      await card(app)
        .getByText(/är utelämnade/)
        .innerText(),
    )
    await box.check()
    await expect.poll(async () => figures(await sentence(app))[1], SLOW).toBe(n + hidden)
    await card(app).getByText(texts.sensitiveShown).waitFor()
    const alone = await openAt('repeatPlaces', `${YEAR}&t=misshandel-inomhus`)
    expect(await sentence(alone)).toBe(texts.onlySensitive)
    expect(await card(alone).getByRole('table').count()).toBe(0)
  })

  it('takes a number of addresses, and refuses one that cannot be', async () => {
    const app = await openAt('repeatPlaces')
    const texts = app.texts.depthPlaces.repeatPlaces
    const field = card(app).getByRole('textbox', { name: texts.addresses })
    await field.fill('100')
    await field.press('Enter')
    await card(app).getByRole('alert').waitFor()
    await field.fill('200000')
    await field.press('Enter')
    await expect.poll(() => sentence(app), SLOW).toMatch(/slumpen skulle ge omkring/)
    expect(await card(app).getByRole('alert').count()).toBe(0)
  })
})

describe('near repeats', () => {
  const CARS = 'd=demo&p=2025-01-01_2025-07-01&t=stold-ur-fordon&s=depth'

  it('tells the same pairs in the plot and the table; its bands and its measure can be set by keys', async () => {
    const app = await openAt('nearRepeat', CARS)
    const texts = app.texts.depthPlaces.nearRepeat
    expect(await sentence(app)).toContain('12 prov')
    const plot = (await rowsOf(card(app).getByRole('table', { name: texts.table }))).flatMap(([, ...cells]) =>
      cells.map((cell) => figures(cell.split('\n').at(-1)!)[0]),
    )
    await showTable(app)
    const rows = await rowsOf(card(app).getByRole('table', { name: texts.table }))
    expect(rows.map((row) => figures(row[2])[0])).toEqual(plot)
    expect(rows).toHaveLength(12)

    const days = card(app).getByRole('textbox', { name: texts.days })
    await days.fill('14, 7')
    await days.press('Enter')
    await card(app).getByRole('alert').waitFor()
    await days.fill('3, 10')
    await days.press('Enter')
    await expect.poll(() => sentence(app), SLOW).toContain('8 prov')
    const metric = card(app).getByRole('radio', { name: texts.metrics.euclidean })
    await metric.focus()
    await metric.press('ArrowRight')
    await expect
      .poll(() =>
        card(app).getByRole('radio', { name: texts.metrics.manhattan }).getAttribute('aria-checked'),
      )
      .toBe('true')
    await answered(app)
  })

  it('can be stopped on its way and asked again', async () => {
    const app = await session.newApp()
    await app.open(`#${YEAR}&f=nearRepeat`)
    await app.ready()
    await card(app).getByRole('progressbar').waitFor()
    await card(app).getByRole('button', { name: app.texts.ui.cancel }).click()
    await card(app).getByText(app.texts.depth.stopped).waitFor()
    // What is counted beside it goes on.
    expect(await app.total()).toBe(crimes(demoRows(), { period: ['2025-01-01', '2026-01-01'] }).length)
    await card(app).getByRole('button', { name: app.texts.depth.again }).click()
    await card(app).getByRole('progressbar').waitFor()
  })

  it('says when there are too many pairs, and what to do', async () => {
    const app = await session.newApp()
    await app.open('#d=demo&s=depth&f=nearRepeat')
    await app.ready()
    await answered(app)
    expect(await sentence(app)).toMatch(
      /^Omkring [\d ]+ par ligger inom 400 m, och 999 omdelningar klarar 20 000 000/,
    )
    expect(await sentence(app)).toMatch(/eller 99 omdelningar\.$/)
  })
})

describe('clustered or chance', () => {
  it('tells the same in the sentence, the figures, the classes and the legend', async () => {
    const app = await openAt('clustering')
    const texts = app.texts.depthPlaces.clustering
    const told = await sentence(app)
    const [n] = figures(told)
    const nearest = await rowsOf(card(app).getByRole('table', { name: texts.nearest.label }))
    expect(figures(nearest[0][1])[0]).toBe(n)
    expect(told).toContain(`R = ${nearest[0][4]}`)
    const classes = await rowsOf(card(app).getByRole('table', { name: texts.cellsTitle }))
    const [high, , , low] = classes.map((row) => figures(row[1])[0])
    expect(told).toContain(`Rutor höga bland höga: ${high}, låga bland låga: ${low}`)
    expect(classes.reduce((sum, row) => sum + figures(row[2])[0], 0)).toBe(n - outsideOf(n, classes))
    const legend = await app.page.locator('.legend').first().innerText()
    expect(legend).toContain(texts.classes.highHigh)
    expect(legend).not.toContain(texts.classes.lowHigh)
    await showTable(app)
    expect((await rowsOf(card(app).getByRole('table'))).map((row) => row[1])).toEqual(
      classes.map((row) => row[1]),
    )
  })
})

/** Cells at the border whose middle lies outside the areas hold some incidents that the areas have. */
function outsideOf(n: number, classes: string[][]): number {
  const outside = n - classes.reduce((sum, row) => sum + figures(row[2])[0], 0)
  expect(outside).toBeGreaterThanOrEqual(0)
  expect(outside).toBeLessThan(0.02 * n)
  return outside
}

describe.each(['light', 'dark'] as const)('axe in the %s theme', (colorScheme) => {
  it('has nothing to say about the cards, their tables and their methods', async () => {
    for (const method of METHODS) {
      const app = await openAt(method, `${YEAR}&t=stold-ur-fordon`, { colorScheme })
      expect(await violations(app), method).toEqual([])
      await showTable(app)
      await card(app)
        .getByRole('button', { name: new RegExp(`^${app.texts.ui.method}: `) })
        .click()
      expect(await violations(app), `${method}: table and method`).toEqual([])
    }
  })
})
