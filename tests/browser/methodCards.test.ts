import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Locator } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { en } from '../../src/i18n/en.ts'
import { depthMethods } from '../../src/i18n/sv/methodCards/depth.ts'
import { sv } from '../../src/i18n/sv.ts'
import { FORMULAS } from '../../src/panels/methods/formulas.ts'
import { METHOD_IDS, type MethodId } from '../../src/panels/methods/methodIds.ts'
import { DEPTH_METHODS } from '../../src/workers/depth/depthMethods.ts'
import { AppPage } from '../support/app.ts'
import { browserSession } from '../support/session.ts'

const session = browserSession({ map: false })
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const CATALOGUES = { sv, en }
const DEMO = '#d=demo&p=2025-01-01_2025-05-01&t=misshandel-utomhus'

type Texts = typeof sv

async function openApp(language: 'sv' | 'en', hash: string, options = {}) {
  const first = await session.newApp(options)
  const app = new AppPage(first.page, first.url, CATALOGUES[language])
  await app.open(`${hash}${language === 'en' ? '&l=en' : ''}`)
  await app.ready()
  await expect.poll(() => app.page.locator('html').getAttribute('lang')).toBe(language)
  return app
}

/** Every "?" on screen, by what it says it is of. */
const questionMarks = (app: AppPage) =>
  app.page.getByRole('button', { name: new RegExp(`^${app.texts.ui.method}: `) })

/** The method that is told now, with its parts checked: formula drawn as mathematics, texts there, nothing wider than its room. */
async function told(card: Locator, texts: Texts): Promise<MethodId> {
  const body = card.locator('[data-method]')
  const id = (await body.getAttribute('data-method')) as MethodId
  const method = texts.methods.cards[id]
  await body.getByText(method.question, { exact: true }).waitFor()
  const { lines, symbols, plain } = FORMULAS[id]
  await expect.poll(() => body.locator('math').count(), { message: id }).toBe(lines.length + symbols.length)
  for (const text of plain) expect(await body.getByRole('img', { name: text, exact: true }).count()).toBe(1)
  for (const text of [...method.terms, ...method.notWhen, method.unit, method.reading])
    expect(await body.getByText(text, { exact: true }).count(), text).toBeGreaterThan(0)
  expect(await body.evaluate((element) => element.querySelectorAll('[style]').length)).toBe(0)
  expect(await tooWide(card), id).toEqual([])
  return id
}

/** Parts of a card that run out of their room sideways. */
const tooWide = (card: Locator) =>
  card.evaluate((element) =>
    [
      ...element.querySelectorAll('.formula, .line, table, dd'),
      element.closest('.popover') ?? element.parentElement!,
    ]
      .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth + 1)
      .map(({ className, scrollWidth, clientWidth }) => `${className}: ${scrollWidth} in ${clientWidth}`),
  )

async function violations({ page }: AppPage): Promise<string[]> {
  await page.evaluate(AXE)
  const found = await page.evaluate(() =>
    window.axe.run(document.querySelector('.method-card')!, { resultTypes: ['violations'] }),
  )
  return found.violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' ')}`))
}

/** Opens a "?" by the keyboard, goes through all of its methods, closes it, and says which they were. */
async function goThrough(app: AppPage, mark: Locator): Promise<MethodId[]> {
  const { page, texts } = app
  const name = await mark.getAttribute('aria-label')
  await mark.focus()
  await page.keyboard.press('Enter')
  const card = page.locator('.method-card')
  await card.waitFor()
  const holdsFocus = () => card.evaluate((element) => element.contains(document.activeElement))
  await expect.poll(holdsFocus, { message: `focus goes into ${name}` }).toBe(true)
  const tabs = card.getByRole('tab')
  const count = await tabs.count()
  const methods = [await told(card, texts)]
  expect(await violations(app), name ?? '').toEqual([])
  for (let k = 1; k < count; k++) {
    await tabs.nth(k - 1).focus()
    await page.keyboard.press('ArrowRight')
    methods.push(await told(card, texts))
  }
  await page.keyboard.press('Escape')
  await card.waitFor({ state: 'detached' })
  await expect
    .poll(() => mark.evaluate((element) => element === document.activeElement), {
      message: `focus comes back to ${name}`,
    })
    .toBe(true)
  return methods
}

async function goThroughAll(app: AppPage): Promise<Record<string, MethodId[]>> {
  const marks = questionMarks(app)
  const methods: Record<string, MethodId[]> = {}
  for (let k = 0; k < (await marks.count()); k++) {
    const mark = marks.nth(k)
    const subject = ((await mark.getAttribute('aria-label')) ?? '').replace(/^.*: /, '')
    methods[subject] = await goThrough(app, mark)
  }
  return methods
}

describe.each(['sv', 'en'] as const)('in %s, by the keyboard alone', (language) => {
  const texts = CATALOGUES[language]
  const subjects = {
    map: texts.map.label,
    trend: texts.panels.trend.crime,
    what: texts.panels.what.title,
    when: texts.panels.when.title,
    where: texts.panels.where.title,
    areas: texts.panels.areas.title,
  }

  it('every result of the situation tells its methods', async () => {
    const app = await openApp(language, DEMO)
    expect(await goThroughAll(app)).toEqual({
      [subjects.map]: ['kernelDensity', 'bandwidth', 'hotspots'],
      [subjects.trend]: ['months'],
      [subjects.what]: ['counts', 'samePeriod'],
      [subjects.when]: ['timeOfWeek'],
      [subjects.where]: [
        'hotspots',
        'kernelDensity',
        'bandwidth',
        'getisOrdGiStar',
        'adjustPValues',
        'counts',
      ],
    })
  })

  it('so do the areas, and the map of chance', async () => {
    const app = await openApp(language, `${DEMO}&s=areas`)
    // The years of the areas come a moment after their counts.
    await app.page.getByRole('region', { name: texts.areaScreen.peers.title }).waitFor()
    expect(await goThroughAll(app)).toMatchObject({
      [subjects.map]: ['rates'],
      [subjects.areas]: ['rates', 'counts', 'empiricalBayesRates', 'trendAgainstPeers'],
      [texts.areaScreen.funnel.title]: ['funnelLimits', 'adjustPValues'],
      [texts.areaScreen.peers.title]: ['rates', 'rateRatio', 'trendAgainstPeers'],
    })
    await app.goTo(`${DEMO}&v=gistar${language === 'en' ? '&l=en' : ''}`)
    await app.ready()
    const mark = app.page.getByRole('button', { name: `${texts.ui.method}: ${subjects.map}`, exact: true })
    expect(await goThrough(app, mark)).toEqual(['getisOrdGiStar', 'adjustPValues'])
  })
})

it('every deepening analysis tells its methods, and no method of theirs is without a screen', async () => {
  const app = await openApp('sv', `${DEMO}&s=depth`)
  const found = new Set<MethodId>()
  for (const method of DEPTH_METHODS) {
    await app.goTo(`${DEMO}&s=depth&f=${method}`)
    const name = `${sv.ui.method}: ${sv.depth.methods[method].title}`
    const mark = app.page.getByRole('button', { name, exact: true })
    await mark.waitFor()
    for (const id of await goThrough(app, mark)) found.add(id)
  }
  expect([...found]).toEqual(expect.arrayContaining(Object.keys(depthMethods)))
})

it('a phone holds the cards, in dark too', async () => {
  const app = await openApp('sv', DEMO, {
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
    colorScheme: 'dark',
  })
  const found: MethodId[] = []
  for (const tab of [sv.app.tabs.what, sv.app.tabs.when, sv.app.tabs.where]) {
    await app.page.getByRole('tab', { name: tab, exact: true }).click()
    found.push(...Object.values(await goThroughAll(app)).flat())
  }
  expect(new Set(found)).toEqual(
    new Set([
      'counts',
      'samePeriod',
      'timeOfWeek',
      'months',
      'hotspots',
      'kernelDensity',
      'bandwidth',
      'getisOrdGiStar',
      'adjustPValues',
    ]),
  )
})

it('stays open beside what it explains, and says what is used now', async () => {
  const app = await openApp('sv', DEMO)
  const { page } = app
  await page.getByRole('button', { name: `Metod: ${sv.panels.where.title}` }).click()
  await page.getByRole('tab', { name: sv.methods.cards.kernelDensity.title }).click()
  const card = page.locator('.method-card')
  await card.getByText(/Bandbredd 150\sm, ruta 30\sm, n\s=\s67\./).waitFor()
  await app.goTo(`${DEMO}&b=300`)
  await app.ready()
  await card.getByText(/Bandbredd 300\sm, ruta 60\sm, n\s=\s67\./).waitFor()
})

it('leads to the verification of the calculations', async () => {
  const app = await openApp('sv', DEMO)
  await app.page.getByRole('button', { name: `Metod: ${sv.panels.what.title}` }).click()
  await app.page.getByRole('button', { name: sv.methods.verify }).click()
  await expect.poll(() => app.hash).toContain('s=verification')
})

it('tells the formula in plain text where the browser has no MathML', async () => {
  const app = await session.newApp()
  await app.page.addInitScript(() => Reflect.deleteProperty(window, 'MathMLElement'))
  await app.open(DEMO)
  await app.ready()
  await app.page.getByRole('button', { name: `Metod: ${sv.panels.what.title}` }).click()
  await app.page.getByText(FORMULAS.counts.plain[0], { exact: true }).waitFor()
  expect(await app.page.locator('.method-card math').count()).toBe(0)
})

it('every formula fits a phone', async () => {
  const app = await openApp('sv', DEMO, { viewport: { width: 390, height: 844 } })
  const { page } = app
  await page.getByRole('button', { name: `Metod: ${sv.panels.when.title}` }).click()
  await page.locator('.method-card math').first().waitFor()
  const { room, family } = await page
    .locator('.method-card .line')
    .first()
    .evaluate((line) => ({
      room: line.clientWidth,
      family: getComputedStyle(line.querySelector('math')!).fontFamily,
    }))
  expect(family).toContain('Noto Sans Math')
  expect(room).toBeGreaterThan(280)
  const mathml = JSON.parse(
    readFileSync(new URL('../../src/panels/methods/formulas.mathml.json', import.meta.url), 'utf8'),
  ) as Record<string, string>
  const lines = METHOD_IDS.flatMap((id) => FORMULAS[id].lines.map((line) => ({ id, markup: mathml[line] })))
  const widths = await page
    .locator('.method-card .line .math')
    .first()
    .evaluate(
      (span, all) =>
        all.map(({ id, markup }) => {
          const math = new DOMParser().parseFromString(markup, 'application/xml').documentElement
          span.replaceChildren(document.importNode(math, true))
          return { id, width: (span.parentElement as HTMLElement).scrollWidth }
        }),
      lines,
    )
  expect(widths.filter(({ width }) => width > room)).toEqual([])
})
