import axe from 'axe-core'
import { expect, it } from 'vitest'
import type { Measure } from '../../src/domain/measure.ts'
import { addMonths, dayNumber, isoDate } from '../../src/domain/period.ts'
import { NO_PREVENTION } from '../../src/domain/prevention.ts'
import { en } from '../../src/i18n/en.ts'
import { workGeoJson } from '../../src/report/prevention/workGeoJson.ts'
import { AppPage } from '../support/app.ts'
import { browserSession } from '../support/session.ts'

const session = browserSession()
const plain = (text: string) => text.replace(/[\u00a0\s]+/g, ' ').trim()
const effectOf = (measure: string) => `#d=demo&s=effect&e=${measure}`

/** What the screen says of the open measure, once it has been judged. */
function screen(app: AppPage) {
  const { page } = app
  const panel = page.locator('section[data-effect]')
  const text = async (id: string) => plain((await page.getByTestId(id).textContent()) ?? '')
  return {
    panel,
    settled: (verdict: string) =>
      page.locator(`section[data-effect="${verdict}"]`).waitFor({ timeout: 120_000 }),
    headline: () => text('verdict-headline'),
    rest: () => text('verdict-rest'),
    /** The cells of a zone's row. */
    zone: (zone: string) =>
      panel
        .locator(`tr[data-zone="${zone}"] td`)
        .evaluateAll((cells) => cells.map((cell) => (cell.textContent ?? '').replace(/\s+/g, ' ').trim())),
    /** Value and interval of one of all figures. */
    figure: async (id: string) => {
      const cells = panel.locator(`tr[data-figure="${id}"] td`)
      const [value, interval] = (await cells.allTextContents()).map(plain)
      return interval ? `${value} [${interval}]` : value
    },
    /** Opens a part that is closed. */
    open: async (title: string) => {
      const summary = panel.locator('summary').filter({ hasText: title })
      const closed = await summary.evaluate((element) => !(element.parentElement as HTMLDetailsElement).open)
      if (closed) await summary.click()
    },
  }
}

async function violations(app: AppPage): Promise<string[]> {
  await app.page.evaluate(axe.source)
  return app.page.evaluate(async () => {
    const { violations } = await (window as unknown as { axe: typeof axe }).axe.run(
      'section[data-effect], .strip',
    )
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))
  })
}

it('reads each planted case as its ledger says', async () => {
  const app = await session.newApp()
  const { settled, headline, rest, zone, figure, open, panel } = screen(app)
  await app.open(effectOf('belysning-n'))
  await app.ready()
  await settled('fell')
  expect(await headline()).toBe(
    'Stöld ur motorfordon minskade från 207 till 110 (−47 %, 95 % KI −58 till −33).',
  )
  expect(await rest()).toBe(
    'I jämförelseområdet var det oförändrat. Resultatet talar för en effekt (nivå 3 på Marylandskalan). Ingen förflyttning syns.',
  )
  expect(await zone('target')).toEqual(['207', '110', '−97', '−47 %', '−58 till −33'])
  expect((await zone('displacement')).slice(0, 3)).toEqual(['178', '157', '−21'])
  expect((await zone('control')).slice(0, 3)).toEqual(['308', '318', '+10'])
  expect((await zone('displacementControl')).slice(0, 3)).toEqual(['150', '140', '−10'])

  // The first examples of the table Before and after.
  await open(app.texts.effect.all.title)
  expect(await figure('percentChange')).toBe('−46,9 % [−58 till −33]')
  expect(await figure('rateRatio')).toBe('0,531 [0,418 till 0,673]')
  expect(await figure('wdd')).toBe('−118 [−196 till −40]')
  expect(await figure('wddStandardError')).toBe('39,60')
  expect(await figure('wddZ')).toBe('−2,98')
  expect(await figure('wddLocal')).toBe('−107')
  expect(await figure('wddDisplacement')).toBe('−11')
  expect(await figure('wdq')).toBe('0,2582')
  expect(await figure('res')).toBe('1,943 [1,469 till 2,569]')
  expect(await figure('didLog')).toBe('−0,6642')
  expect(await figure('didStandardError')).toBe('0,1425')

  // The months under the map, by the keyboard.
  const months = app.page.getByRole('grid', { name: /per månad, platsen och jämförelsen/ })
  await months.focus()
  await app.page.keyboard.press('ArrowRight')
  const told = app.page.locator(`[id="${await months.getAttribute('aria-activedescendant')}"]`)
  expect(await told.getAttribute('aria-label')).toMatch(/^juni 2025, efter: \d+, jämförelse \d+$/)
  await open(app.texts.effect.settings.title)
  expect(await violations(app)).toEqual([])

  await app.goTo(effectOf('cykelgarage-stationen'))
  await expect.poll(headline).toMatch(/^Cykelstöld minskade från 48 till 24 /)
  expect(await rest()).toContain('Det som minskade här ökade lika mycket intill: ingen nettovinst.')

  await app.goTo(effectOf('sanering-gata-e'))
  await expect.poll(headline).toBe('Ingen bedömning: perioden före var en topp.')
  expect(await rest()).toContain('på platsen: 81 före och 43 efter. Perioden före var ovanligt hög: 81, mot')
  expect(await zone('target')).toEqual(['81', '43'])
  expect(plain(await panel.innerText())).not.toMatch(/\d %/)

  await app.goTo(effectOf('ledare-j'))
  await expect.poll(headline).toBe('För få för att bedöma.')
  expect(await rest()).toContain('Väntat antal är 2,5 före och 2,5 efter, och det behövs minst 5')

  await app.goTo(effectOf('fredagspass'))
  await expect
    .poll(headline)
    .toMatch(/^Misshandel utomhus gick från 22 till 11 .*: skillnaden kan vara slump\.$/)
  expect(await rest()).toContain('vad som beror på vilken åtgärd går inte att säga.')
  expect(await rest()).toContain('Nattbussar')
})

const BEFORE = dayNumber(2024, 6, 1)
const AFTER = dayNumber(2025, 6, 1)
const PLACE = { lon: 18.27, lat: 58.142 }
/** North of the place, out of its ring's reach. */
const ELSEWHERE = { lon: 18.27, lat: 58.157 }

/** Counts that a person can hold against the table: so many of a type at a place in the year from a day on. */
function incidents(): string {
  const lines: string[] = []
  const line = (type: string, day: string, { lon, lat }: typeof PLACE) =>
    lines.push(
      `N${lines.length};${type};${day} ${String(8 + (lines.length % 10)).padStart(2, '0')}:15;${lat};${lon}`,
    )
  const add = (type: string, where: typeof PLACE, from: number, count: number) => {
    for (let i = 0; i < count; i++)
      line(type, isoDate(addMonths(from, i % 12) + (Math.floor(i / 12) % 28)), where)
  }
  add('Inbrott i kontor', PLACE, BEFORE, 16)
  add('Inbrott i kontor', PLACE, AFTER, 25)
  add('Olaga hot', PLACE, BEFORE, 3)
  // Totals of the reference panel, whose difference in differences R's glm gives as β −0.348670, SE 0.049097.
  add('Personrån', PLACE, BEFORE, 1934)
  add('Personrån', PLACE, AFTER, 1311)
  add('Personrån', ELSEWHERE, BEFORE, 1805)
  add('Personrån', ELSEWHERE, AFTER, 1734)
  // The record goes from the first day before to the last day after, and the town round both places.
  for (const day of [BEFORE, dayNumber(2026, 5, 31)])
    for (const lon of [18.22, 18.32])
      for (const lat of [58.12, 58.18]) line('Klotter', isoDate(day), { lon, lat })
  return ['id;brottstyp;datum;lat;lon', ...lines, ''].join('\r\n')
}

const MEASURE: Measure = {
  id: 'prov',
  title: 'Lampor på torget',
  kind: 'situational',
  actsOn: 'situation',
  category: 'lighting',
  causes: [],
  mechanism: '',
  horizon: 'short',
  responsible: 'Gatukontoret',
  start: '2025-06-01',
  geometry: { type: 'Point', coordinates: [PLACE.lon, PLACE.lat], radius: 75 },
  crimeTypes: ['inbrott-kontor'],
  goals: [],
  log: [],
  status: 'done',
}

it('judges a measure of one’s own: the types are chosen, and the table’s other examples come out', async () => {
  const app = await session.newApp()
  const { page, texts } = app
  const { panel, settled, figure, open, headline, zone } = screen(app)
  await app.open()
  await app.ready()
  await app.dropText(incidents(), 'brott.csv')
  await app.load()
  const content = { ...NO_PREVENTION, measures: [MEASURE] }
  await app.dropText(workGeoJson(content, 'measures', 'sv'), 'atgarder.geojson', 'application/geo+json')
  await page.getByRole('button', { name: texts.preventionFiles.accept.measures(1, '1') }).click()
  const dataset = new URLSearchParams(app.hash.slice(1)).get('d')
  await app.goTo(`#d=${dataset}&s=effect&e=prov`)

  await settled('no-clear-change')
  expect(await headline()).toMatch(/^Inbrott i kontor gick från 16 till 25 \(\+56 %/)
  await open(texts.effect.all.title)
  expect(await figure('poissonZ')).toBe('2,00')
  expect(await figure('rateRatio')).toBe('1,563 [0,802 till 3,132]')
  expect(await figure('eTest')).toBe('0,1648')

  await open(texts.effect.settings.title)
  async function exchange(from: string, to: string) {
    await page.getByRole('button', { name: texts.effect.settings.addType }).click()
    await page.getByRole('searchbox', { name: texts.crimeTypes.picker.search }).fill(to)
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: texts.effect.settings.removeType(from), exact: true }).click()
  }
  await exchange('Inbrott i kontor', 'Olaga hot')
  await expect.poll(() => zone('target'), { timeout: 30_000 }).toEqual(['3', '0'])
  await settled('withheld')
  expect(await headline()).toBe('För få för att bedöma.')
  expect(await figure('eTest')).toBe('0,0884')

  await exchange('Olaga hot', 'Personrån')
  const pair = (name: string) => zone(name).then((cells) => cells.slice(0, 2))
  await expect.poll(() => pair('target'), { timeout: 30_000 }).toEqual(['1 934', '1 311'])
  expect(await pair('control')).toEqual(['1 805', '1 734'])
  expect(await figure('didLog')).toBe('−0,3487')
  expect(await figure('did')).toBe('0,706')
  expect(await figure('didStandardError')).toBe('0,0491')

  // A period that is set by hand holds; what was set goes away as all is proposed anew, and comes back.
  const said = async () => plain(await panel.innerText())
  const from = panel.getByRole('textbox', { name: /^Före, från/ })
  await from.fill('2024-12-01')
  await from.press('Tab')
  await expect.poll(said, { timeout: 30_000 }).toContain('182 dygn före, 365 efter')
  await panel.getByRole('button', { name: texts.effect.settings.propose, exact: true }).click()
  await expect.poll(headline, { timeout: 30_000 }).toMatch(/^Inbrott i kontor /)
  await panel.getByRole('button', { name: texts.effect.settings.undo, exact: true }).click()
  await expect.poll(said, { timeout: 30_000 }).toContain('182 dygn före, 365 efter')
})

it('says it in English, in a phone’s sheet, in the dark', async () => {
  const first = await session.newApp({
    viewport: { width: 390, height: 844 },
    colorScheme: 'dark',
    hasTouch: true,
    isMobile: true,
  })
  const app = new AppPage(first.page, first.url, en as unknown as AppPage['texts'])
  const { settled, headline, rest, panel } = screen(app)
  await app.open(`${effectOf('belysning-n')}&l=en`)
  await app.ready()
  await settled('fell')
  expect(await headline()).toBe('Theft from vehicle fell from 207 to 110 (−47%, 95% CI −58 to −33).')
  expect(await rest()).toBe(
    'In the control area it was unchanged. The result speaks for an effect (level 3 on the Maryland scale). No displacement is seen.',
  )
  await panel.getByRole('grid', { name: /by month/ }).waitFor()
  // The plots take their width from the room a moment after it is known.
  const tooWide = () => panel.evaluate((element) => element.parentElement!.scrollWidth - innerWidth)
  await expect.poll(tooWide, { timeout: 10_000 }).toBeLessThanOrEqual(0)
  const table = panel.getByRole('table', { name: en.effect.table.label })
  const room = await table.evaluate((element) => element.parentElement!.clientWidth - element.scrollWidth)
  expect(room, 'the counts fit a phone').toBeGreaterThanOrEqual(0)
  expect(await violations(app)).toEqual([])
})
