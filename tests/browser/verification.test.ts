import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type axe from 'axe-core'
import { describe, expect, it } from 'vitest'
import { CHECKS, KNOWN_DEVIATIONS } from '../../src/verification/index.ts'
import type { AppPage } from '../support/app.ts'
import { browserSession } from '../support/session.ts'

const session = browserSession({ map: false })
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const FIGURES = CHECKS.reduce((sum, { figures }) => sum + figures.length, 0)
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }

declare global {
  interface Window {
    axe: typeof axe
  }
}

async function openPage(app: AppPage): Promise<void> {
  await app.open('#d=demo&s=verification')
  await app.page.getByTestId('outcome').waitFor()
}

/** Figure rows with a tick, and with a cross. */
async function verdicts(app: AppPage): Promise<{ ticks: number; crosses: number }> {
  const { holds, fails } = app.texts.verification
  const marked = (name: string) => app.page.getByRole('cell').getByRole('img', { name, exact: true }).count()
  return { ticks: await marked(holds), crosses: await marked(fails) }
}

describe('the page that checks the calculations', () => {
  it('runs as it opens, and every figure holds in this browser', async () => {
    const app = await session.newApp()
    await openPage(app)
    const outcome = await app.page.getByTestId('outcome').innerText()
    expect(outcome).toContain(`Alla ${CHECKS.length} kontroller (${FIGURES} siffror) stämmer`)
    expect(await verdicts(app)).toEqual({ ticks: FIGURES, crosses: 0 })
    expect(await app.page.getByRole('table').count()).toBe(6)
    expect(await app.page.getByRole('rowheader').count()).toBe(CHECKS.length)
    const section = app.page.getByRole('region', { name: app.texts.verification.deviationsTitle })
    expect(await section.getByRole('listitem').count()).toBe(KNOWN_DEVIATIONS.length)
    // 7.25 times: the constant of QGIS, computed here.
    expect(await section.innerText()).toContain('10,61 per km² här, 76,92 där (7,25 gånger)')
    expect(await app.page.getByText(/Chrome \d+/).count()).toBe(1)
  })

  it('can be run again, and stopped', async () => {
    const app = await session.newApp()
    await openPage(app)
    const { again, stopped } = app.texts.verification
    const first = app.page.getByRole('table').first()
    await app.page.getByRole('button', { name: again }).click()
    const page = app.page.getByRole('region', { name: app.texts.verification.title })
    await page.getByRole('button', { name: app.texts.ui.cancel }).click()
    await app.page.getByText(stopped).waitFor()
    expect(await first.isVisible(), 'the last result stays').toBe(true)
    await app.page.getByRole('button', { name: again }).click()
    await app.page.getByTestId('outcome').waitFor()
  })

  it('leaves the map its own worker: the counts are there while the checks run', async () => {
    const app = await session.newApp()
    await openPage(app)
    await app.ready()
    await app.show('situation')
    expect(await app.total()).toBeGreaterThan(0)
  })

  it('saves all figures with every digit', async () => {
    const app = await session.newApp()
    await openPage(app)
    const saved = app.page.waitForEvent('download')
    await app.page.getByRole('button', { name: app.texts.verification.csv }).click()
    const download = await saved
    expect(download.suggestedFilename()).toBe('kontroll-av-berakningarna.csv')
    const lines = readFileSync(await download.path(), 'utf8').split('\r\n')
    expect(lines[0]).toContain('Avsnitt;Kontroll;Metod;Siffra;Enhet;Väntat;Räknat')
    expect(lines.filter((line) => line.includes(';stämmer;'))).toHaveLength(FIGURES)
    expect(lines.find((line) => line.includes('giStarBlock') || line.includes(';mitten;'))).toContain('9')
    expect(lines.some((line) => line.includes('4,8989794855664'))).toBe(true)
  })

  it('prints this page alone, light, on A4, with its table heads', async () => {
    const app = await session.newApp({ colorScheme: 'dark' })
    await openPage(app)
    const { page } = app
    await page.emulateMedia({ media: 'print' })
    expect(await page.getByRole('banner').isVisible()).toBe(false)
    expect(await page.getByRole('button').filter({ visible: true }).count()).toBe(0)
    const seen = await page.evaluate(() => ({
      height: document.documentElement.scrollHeight,
      table: document.querySelector('.verification table')!.getBoundingClientRect().width,
      head: getComputedStyle(document.querySelector('.verification thead')!).display,
      ink: getComputedStyle(document.querySelector('.verification .name')!).color,
      map: getComputedStyle(document.querySelector('main')!).display,
    }))
    expect(seen.height, 'nothing is cut off by a pane that scrolls').toBeGreaterThan(4000)
    expect(seen).toMatchObject({ head: 'table-header-group', ink: 'rgb(0, 0, 0)', map: 'none' })
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
    const pages = pdf.match(/\/Type\s*\/Page\b/g)?.length ?? 0
    expect(pages).toBeGreaterThan(3)
    expect(pdf).toMatch(/\/MediaBox \[0 0 59[45][\d.]* 84[12]/)
  })

  it.each([
    ['light', {}],
    ['dark', {}],
    ['light', PHONE],
    ['dark', PHONE],
  ] as const)('axe has nothing to say: %s %o', async (colorScheme, device) => {
    const app = await session.newApp({ colorScheme, ...device })
    await openPage(app)
    await app.ready()
    await app.page.evaluate(AXE)
    const found = await app.page.evaluate(() =>
      window.axe.run(document.querySelector('.verification')!, {
        runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
        resultTypes: ['violations'],
      }),
    )
    expect(found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]!.target.join(' ')}`)).toEqual([])
    const wide = await app.page.evaluate(() => {
      const panel = document.querySelector('.verification')!
      return panel.scrollWidth - panel.clientWidth
    })
    expect(wide, 'nothing runs out of the panel').toBeLessThanOrEqual(0)
  })
})
