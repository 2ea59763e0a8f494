import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { describe, expect, it } from 'vitest'
import type { AppPage } from '../support/app.ts'
import { browserSession } from '../support/session.ts'

const session = browserSession()
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const PROBLEM = 'd=demo&p=2025-01-01_2025-05-01&t=misshandel-utomhus&s=depth'
const METHODS = ['emerging', 'relativeRisk', 'densityChange', 'patternShift'] as const

async function answered(app: AppPage): Promise<void> {
  await app.page.locator('[data-depth="done"]').waitFor({ timeout: 120_000 })
}

async function openAt(method: (typeof METHODS)[number], hash = PROBLEM, options = {}): Promise<AppPage> {
  const app = await session.newApp(options)
  await app.open(`#${hash}&f=${method}`)
  await app.ready()
  await answered(app)
  return app
}

const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ')
const card = (app: AppPage) => app.page.locator('[data-depth]')
const sentence = async (app: AppPage) => plain(await card(app).locator('.sentence').innerText())
const legend = async (app: AppPage) => plain(await app.page.locator('.legend').first().innerText())
/** Every whole number of a Swedish text, in order. */
const figures = (text: string) =>
  Array.from(text.matchAll(/\d{1,3}(?: \d{3})+|\d+/g), ([n]) => Number(n.replace(/ /g, '')))

const toggleTable = (app: AppPage) =>
  card(app)
    .getByRole('button', { name: new RegExp(`^${app.texts.ui.table}`) })
    .click()

/** The rows of the card's table by their heads; the picture stands again after. */
async function table(app: AppPage): Promise<Record<string, string>[]> {
  await toggleTable(app)
  const cells = await card(app)
    .getByRole('table')
    .locator('tr')
    .evaluateAll((rows) =>
      rows.map((row) =>
        [...row.querySelectorAll('th, td')].map((cell) => (cell as HTMLElement).innerText.trim()),
      ),
    )
  await toggleTable(app)
  const [heads, ...rows] = cells.map((row) => row.map(plain))
  return rows.map((row) => Object.fromEntries(heads.map((head, k) => [head, row[k]])))
}

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
      .map((node) => `${id}: ${node.target.join(' ')}: ${node.failureSummary}`),
  )
}

describe('the sentence agrees with the table', () => {
  it('of places over time, by class', async () => {
    const app = await openAt('emerging')
    const { emerging } = app.texts.depthMaps
    const said = await sentence(app)
    expect(await legend(app)).toContain(emerging.legend)
    const rows = (await table(app)).filter((row) => Number(row[emerging.columns.incidents]) >= 5)
    expect(figures(said)[0]).toBe(rows.length)
    for (const key of ['persistent', 'consecutive', 'sporadic'] as const) {
      const count = rows.filter((row) => row[emerging.columns.class] === emerging.classes[key]).length
      if (count > 0) expect(said).toContain(`${count} ${emerging.inSentence[key]()}`)
    }
    expect(said).toContain('(14 kvartal)')
    await app.page.getByRole('radio', { name: emerging.units.month }).click()
    await expect.poll(() => sentence(app), { timeout: 60_000 }).toContain('(42 månader)')
    await app.page.getByRole('radio', { name: emerging.units.year }).click()
    await expect.poll(() => sentence(app), { timeout: 60_000 }).toContain('Minst 10 tidssteg behövs')
  })

  it('of two types, in both directions', async () => {
    const app = await openAt('relativeRisk')
    const { relativeRisk, moreThanChance } = app.texts.depthMaps
    const said = await sentence(app)
    expect(said).toMatch(/^Misshandel utomhus \(67\) och alla andra \(3 133\) ligger olika: mer än slump/)
    const scale = await legend(app)
    for (const label of ['×⅓', '×½', '×⅔', '×1,5', '×2', '×3', relativeRisk.sides.none])
      expect(scale).toContain(label)
    const rows = (await table(app)).filter((row) => row[relativeRisk.columns.verdict] === moreThanChance)
    const of = (direction: string) =>
      rows.filter((row) => row[relativeRisk.columns.direction] === direction).length
    expect(said).toContain(
      `Fler än väntat på ${of(relativeRisk.direction.more)} plats` +
        (of(relativeRisk.direction.more) === 1 ? '' : 'er') +
        `, färre på ${of(relativeRisk.direction.fewer)}.`,
    )
    expect(of(relativeRisk.direction.more)).toBeGreaterThan(2)

    // Another pair, chosen in the card.
    await app.page.getByLabel(relativeRisk.cases).selectOption({ label: 'Cykelstöld' })
    await app.page.getByLabel(relativeRisk.controls).selectOption({ label: 'Klotter' })
    await expect
      .poll(() => sentence(app), { timeout: 60_000 })
      .toMatch(/^Cykelstöld \(\d+\) och Klotter \(\d+\)/)
    await app.page.getByLabel(relativeRisk.controls).selectOption({ label: 'Cykelstöld' })
    await expect.poll(() => sentence(app), { timeout: 60_000 }).toBe(relativeRisk.same)
  })

  it('of the change of density, and no percent stands where an interval may', async () => {
    const app = await openAt('densityChange')
    const { densityChange, moreThanChance } = app.texts.depthMaps
    const said = await sentence(app)
    expect(said).toMatch(/^67 brott mot 55 samma period 2024\./)
    const scale = await legend(app)
    expect(scale).toContain(densityChange.scale)
    // The scale for the eye; the same is said once more for the ear.
    const marks = (scale.match(/[+−]\d+/g) ?? []).slice(0, 6)
    expect(marks).toHaveLength(6)
    expect(marks.slice(0, 3).map((mark) => mark.slice(1))).toEqual(
      marks
        .slice(3)
        .reverse()
        .map((mark) => mark.slice(1)),
    )
    const rows = await table(app)
    expect(figures(said.split('.')[1])[0]).toBe(rows.length)
    expect(rows.every((row) => row[densityChange.columns.verdict] !== moreThanChance)).toBe(true)
    expect(said).toContain('kan ändringen vara slump')
    for (const row of rows)
      expect(Number(row[densityChange.columns.now])).toBeGreaterThan(
        Number(row[densityChange.columns.before]),
      )
  })

  it('of the shift of the pattern, by cells and by areas', async () => {
    const app = await openAt('patternShift')
    const said = await sentence(app)
    const [shifted, units] = figures(said)
    expect(units).toBe(150)
    expect(said).toContain('kan vara slump')
    const rows = await table(app)
    expect(rows).toHaveLength(shifted)
    expect(Number(/S = (\d,\d+)/.exec(said)![1].replace(',', '.'))).toBeCloseTo(1 - shifted / units, 2)
    await app.page.getByRole('radio', { name: app.texts.depthMaps.patternShift.units.areas }).click()
    await expect.poll(() => sentence(app), { timeout: 60_000 }).toMatch(/av 3 områden/)
  })
})

describe('by hand and by keys', () => {
  it('a place is flown to with Enter', async () => {
    const app = await openAt('relativeRisk')
    await app.mapDrawn()
    const marks = () => app.page.evaluate(() => document.querySelector('.marks')?.innerHTML ?? '')
    const before = await marks()
    const place = card(app).getByRole('button', { name: 'Kvarntorget' }).first()
    await place.focus()
    await app.page.keyboard.press('Enter')
    await expect.poll(marks, { timeout: 30_000 }).not.toBe(before)
  })

  it('a long test shows how far it is, is stopped and started anew', async () => {
    const app = await session.newApp()
    await app.open('#d=demo&p=2024-01-01_2026-01-01')
    await app.ready()
    await app.goTo('#d=demo&p=2024-01-01_2026-01-01&s=depth&f=patternShift')
    await card(app).getByRole('progressbar').waitFor({ timeout: 60_000 })
    await card(app).getByRole('button', { name: app.texts.ui.cancel }).click()
    await card(app).getByText(app.texts.depth.stopped).waitFor()
    expect(await card(app).getAttribute('data-depth')).not.toBe('computing')
    // The counts have answered meanwhile.
    await app.ready()
    await card(app).getByRole('button', { name: app.texts.depth.again }).click()
    await answered(app)
    expect(await sentence(app)).toMatch(/av 150 rutor/)
  })
})

it.each(['light', 'dark'] as const)(
  'axe has nothing to say about any of them in the %s theme',
  async (colorScheme) => {
    const app = await openAt('emerging', PROBLEM, { colorScheme })
    for (const method of METHODS) {
      await app.goTo(`#${PROBLEM}&f=${method}`)
      await app.page.getByRole('region', { name: app.texts.depth.methods[method].title }).waitFor()
      await answered(app)
      expect(await violations(app), method).toEqual([])
      await table(app)
      expect(await violations(app), `${method}, table`).toEqual([])
    }
  },
)
