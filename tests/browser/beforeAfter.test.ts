import { expect, it } from 'vitest'
import { sv } from '../../src/i18n/sv.ts'
import type { AppPage } from '../support/app.ts'
import { browserSession } from '../support/session.ts'

const session = browserSession()
const { beforeAfter: texts } = sv
/** The demo's planted effect: lighting at the parking, thefts from vehicles. */
const MEASURE = '#d=demo&s=effect&e=belysning-n'

const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ')
const panel = (app: AppPage) => app.page.locator('.map-panel')
const legend = async (app: AppPage) => plain(await app.page.getByTestId('map-legend').innerText())
const mode = (app: AppPage, name: keyof typeof texts.modes) =>
  app.page
    .getByRole('radiogroup', { name: texts.modes.label })
    .getByRole('radio', { name: texts.modes[name] })
/** Where a measure's mark stands on each map. */
const marks = (app: AppPage) =>
  app.page
    .locator('.marks')
    .evaluateAll((maps) =>
      maps.map((map) =>
        [...map.querySelectorAll<HTMLElement>(':scope > .mark')].map((m) => m.style.translate),
      ),
    )

it('before and after a measure: swiped, side by side with one camera, and the difference with its chance', async () => {
  const app = await session.newApp()
  await app.open(MEASURE)
  await app.ready()
  await panel(app).and(app.page.locator('[data-surfaces="exact"]')).waitFor({ timeout: 60_000 })

  // Swiped, by keys alone.
  const line = app.page.getByRole('slider', { name: texts.line.label })
  const said = () => line.getAttribute('aria-valuetext').then((text) => plain(text ?? ''))
  expect(await said()).toBe(plain(texts.line.value('50 %')))
  await line.focus()
  await app.page.keyboard.press('ArrowRight')
  expect(await said()).toBe(plain(texts.line.value('52 %')))
  await app.page.keyboard.press('Home')
  expect(await said()).toBe(plain(texts.line.value('3 %')))
  await app.page.keyboard.press('End')
  expect(await said()).toBe(plain(texts.line.value('97 %')))
  const pills = await app.page.locator('.pill').allInnerTexts()
  expect(pills.map(plain)[0]).toMatch(/^Före\s+juni 2024–maj 2025\s+2 254 brott$/)
  expect(pills.map(plain)[1]).toMatch(/^Efter\s+juni 2025–maj 2026\s+2 168 brott$/)
  expect(await legend(app)).toContain(texts.legend.sameScale)
  const scale = await app.page.getByTestId('map-legend').locator('svg text').allInnerTexts()
  expect(scale).toHaveLength(6)

  // Side by side: two maps, one scale, one camera.
  await mode(app, 'side').click()
  await app.page.getByLabel(texts.maps.after).waitFor()
  const first = app.page.getByLabel(texts.maps.before)
  await expect.poll(() => app.page.locator('.canvas[data-map="idle"]').count(), { timeout: 60_000 }).toBe(2)
  expect(await app.page.locator('canvas.maplibregl-canvas').count()).toBe(2)
  expect(await app.page.getByTestId('map-legend').locator('svg text').allInnerTexts()).toEqual(scale)
  const still = await marks(app)
  expect(still[0].length).toBeGreaterThan(0)
  await first.focus()
  await app.page.keyboard.press('ArrowLeft')
  await expect.poll(async () => (await marks(app))[0], { timeout: 30_000 }).not.toEqual(still[0])
  await expect.poll(async () => sameMarks(await marks(app)), { timeout: 30_000 }).toBe(true)

  // The difference, in words and figures.
  await expect.poll(() => app.page.locator('.canvas[data-map="idle"]').count(), { timeout: 120_000 }).toBe(2)
  await mode(app, 'difference').click({ timeout: 120_000 })
  await panel(app).and(app.page.locator('[data-tested]')).waitFor({ timeout: 120_000 })
  expect(await app.page.locator('canvas.maplibregl-canvas').count()).toBe(1)
  expect(plain(await app.page.getByTestId('difference-sentence').innerText())).toBe(
    'Minskning på 1 ställe som inte ser ut som slump: Parkering N.',
  )
  const [hatched, tested] = await panel(app).evaluate(({ dataset }) =>
    [dataset.hatched, dataset.tested].map(Number),
  )
  expect(tested).toBeGreaterThan(1_000)
  expect(hatched).toBeLessThan(tested)
  expect(hatched).toBeGreaterThan(0.9 * tested)
  const words = plain(await app.page.getByTestId('difference').innerText())
  const written = (n: number) => plain(n.toLocaleString('sv-SE'))
  expect(words).toContain(`${written(hatched)} av ${written(tested)} prövade rutor är streckade`)
  expect(await legend(app)).toContain(texts.legend.mayBeChance)
  await app.page.getByText(texts.reading.how).click()
  const row = app.page.getByTestId('difference').locator('tbody tr').first()
  expect(plain(await row.innerText())).toMatch(/Parkering N\s+minskning\s+\d+\s+\d+\s+−/)

  // Saved: the cells with their q, and the picture.
  await app.page.getByRole('button', { name: texts.exports.label }).click()
  const saving = app.page.waitForEvent('download')
  await app.page.getByRole('menuitem', { name: texts.exports.csv }).click()
  expect((await saving).suggestedFilename()).toBe(`${texts.exports.file}.csv`)

  // Off: the map is the situation's again.
  await mode(app, 'off').click()
  await panel(app).and(app.page.locator('[data-before-after="off"]')).waitFor()
  expect(app.hash).toContain('z=off')
})

/** Both maps have the same marks at the same places, to a pixel. */
function sameMarks(maps: string[][]): boolean {
  if (maps.length !== 2 || maps[0].length !== maps[1].length) return false
  const pixels = (text: string) => text.split(' ').map((part) => parseFloat(part))
  return maps[0].every((mark, k) => {
    const [a, b] = [pixels(mark), pixels(maps[1][k])]
    return Math.abs(a[0] - b[0]) <= 1 && Math.abs(a[1] - b[1]) <= 1
  })
}
