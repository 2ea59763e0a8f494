import { readFileSync } from 'node:fs'
import { read, utils } from '@e965/xlsx'
import { describe, expect, it } from 'vitest'
import { browserSession } from '../support/session.ts'
import type { AppPage } from '../support/app.ts'

const session = browserSession({ map: false })

async function openOn(screen: string, hash = ''): Promise<AppPage> {
  const app = await session.newApp({ viewport: { width: 1280, height: 800 } })
  await app.open(`#d=demo&s=${screen}${hash}`)
  await app.ready()
  return app
}

/** The rows of the follow-up as they stand: name, before, after, change, interval. */
async function followUp(app: AppPage) {
  const card = app.page.locator('[data-follow-up="done"]')
  await card.waitFor()
  const rows = await card
    .locator('tbody tr')
    .evaluateAll((all) => all.map((row) => [...row.children].map((cell) => cell.textContent?.trim() ?? '')))
  return { card, rows: rows.map((row) => row.map((text) => text.replace(/\s/g, ' '))) }
}

describe('the follow-up of the problem picture', () => {
  it('is −18 % in all and −26 % in kommundel A among the effects, and may be chance', async () => {
    const app = await openOn('effect')
    const { card, rows } = await followUp(app)
    expect(rows).toEqual([
      ['Totalt', '67', '55', '−18 %', '−44 till +19 %'],
      ['A Centrum', '31', '23', '−26 %', '−59 till +31 %'],
      ['B Söder', '25', '21', '−16 %', '−55 till +56 %'],
      ['C Norrby', '11', '11', '±0 %', '−61 till +154 %'],
    ])
    const { process } = app.texts
    expect(await card.locator('.sentence').textContent()).toContain(
      process.followUp.doubt({ total: 'chance', areas: 4 - 1, clearAreas: 0 }),
    )
    // A problem of its own has its own period and types: twelve months of thefts from vehicles, whatever the filters are.
    await card.getByLabel(process.followUp.problem, { exact: true }).selectOption('stold-ur-fordon-n')
    await app.page.waitForFunction(
      () => (document.querySelector('[data-follow-up="done"] tbody td')?.textContent ?? '67') !== '67',
    )
    expect(await card.getByLabel(process.followUp.from).inputValue()).toBe('2025-06-01')
    expect(await card.getByLabel(process.followUp.to).inputValue()).toBe('2026-05-31')
    // What the person chooses instead is counted, and what the data do not reach over is said.
    const to = card.getByLabel(process.followUp.to)
    await to.fill('2027-05-31')
    await to.press('Tab')
    await card.getByText(process.followUp.tooLong).waitFor()
    expect(await card.locator('table').count()).toBe(0)
    await card.getByRole('button', { name: process.followUp.propose }).click()
    expect(await to.inputValue()).toBe('2026-05-31')
  })
})

describe('the process page', () => {
  it('is filled in by keyboard, kept, printed and handed on as Excel with its headings', async () => {
    const app = await openOn('process')
    const { page } = app
    const { process, measures } = app.texts
    const panel = page.getByRole('region', { name: process.title })
    for (const [i, step] of (['initiate', 'own', 'joint', 'carryOut', 'followUp'] as const).entries())
      expect(await panel.getByRole('heading', { level: 3 }).nth(i).textContent()).toBe(
        process.stepLabel(i + 1, process.steps[step].title),
      )
    expect((await followUp(app)).rows.slice(0, 2).map((row) => row[3])).toEqual(['−18 %', '−26 %'])
    expect(await panel.getByText('Anmäld misshandel på torget ska minska').first().isVisible()).toBe(true)
    expect(await panel.getByText(process.warnings.title).isVisible()).toBe(true)

    await panel.getByRole('button', { name: process.csv }).focus()
    await page.keyboard.press('Tab')
    await page.keyboard.type('Våld på kvällen i centrum')
    await page.keyboard.press('Tab')
    await page.keyboard.type('=SUMMA(1;1)')
    const first = panel.getByLabel(process.fields.shared)
    expect(await first.inputValue()).toBe('Våld på kvällen i centrum')
    await panel.getByLabel(process.plan.noteOf('Taxigruppen')).fill('Fortsätter under hösten')

    // Left and found again as it was.
    await app.show('situation')
    const rail = page.getByRole('navigation', { name: app.texts.app.rail.label })
    await rail.getByRole('button', { name: app.texts.app.rail.measures }).click()
    await page.getByRole('button', { name: measures.process }).click()
    expect(await first.inputValue()).toBe('Våld på kvällen i centrum')

    const saving = page.waitForEvent('download')
    await panel.getByRole('button', { name: process.excel }).click()
    const book = read(readFileSync((await (await saving).path())!))
    const sheetOf = (name: string) => utils.sheet_to_json<string[]>(book.Sheets[name], { header: 1 })
    const plan = sheetOf('Plan')
    expect(plan[0]).toEqual(['Aktivitet', 'Mål', 'Ansvarig', 'Uppföljning'])
    const taxi = plan.find(([activity]) => activity?.startsWith('Taxigruppen'))!
    expect(taxi[2]).toBe('Polisen, trafik')
    expect(taxi[3]).toContain('Fortsätter under hösten')
    expect(plan.filter((row) => row.length === 4)).toHaveLength(1 + 13)
    const answers = sheetOf(process.sheet.name)
    expect(answers.find(([, question]) => question === process.fields.shared)?.[2]).toBe(
      'Våld på kvällen i centrum',
    )
    expect(answers.find(([, question]) => question === process.fields.lead)?.[2]).toBe("'=SUMMA(1;1)")

    // On paper: the words, not the fields; the table, not the map.
    await page.emulateMedia({ media: 'print' })
    expect(await first.isVisible()).toBe(false)
    expect(await panel.getByText('Våld på kvällen i centrum', { exact: true }).isVisible()).toBe(true)
    expect(await page.getByRole('navigation').isVisible()).toBe(false)
    expect(
      await panel.getByRole('columnheader', { name: process.plan.columns.responsible }).isVisible(),
    ).toBe(true)
    await page.emulateMedia({ media: 'screen' })
  })
})
