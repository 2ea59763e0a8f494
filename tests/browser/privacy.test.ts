import { describe, expect, it } from 'vitest'
import writeXlsxFile from 'write-excel-file/node'
import { csvOf, HEADER, nastyRows, PERSONAL_COLUMNS, personalValues, row } from '../ingest/privacy/nasty.ts'
import type { AppPage } from '../support/app.ts'
import { browserSession } from '../support/session.ts'

const session = browserSession({ map: false })
const ROWS = 120
/** A row that is left out, for its date. */
const REJECTED = row(ROWS).with(1, 'förra tisdagen')
const rows = [...nastyRows(ROWS), REJECTED]
const personal = Array.from({ length: ROWS + 1 }, (_, k) => personalValues(k)).flat()

const FILES = [
  ['CSV', 'uttag.csv', async () => Buffer.from(csvOf(rows))],
  [
    'Excel with a title above',
    'uttag.xlsx',
    async () => {
      const cells = [['Uttag ur systemet'], [], HEADER, ...rows].map((line) =>
        line.map((value) => ({ type: String, value })),
      )
      return writeXlsxFile(cells).toBuffer()
    },
  ],
] as const

async function opened(name: string, bytes: Buffer): Promise<AppPage> {
  const app = await session.newApp()
  await app.open()
  await app.ready()
  await app.dropBytes(bytes, name, '')
  await app.page.getByRole('form', { name: app.texts.panels.open.title }).waitFor()
  return app
}

/** What the table's own export writes: every stored cell, out of the database. */
async function exported(app: AppPage): Promise<string> {
  await app.tableRows()
  const download = app.page.waitForEvent('download')
  await app.page.getByRole('button', { name: app.texts.panels.incidents.export }).click()
  const stream = await (await download).createReadStream()
  const parts: Buffer[] = []
  for await (const part of stream) parts.push(part as Buffer)
  return Buffer.concat(parts).toString('utf8')
}

/** The whole page as text, with what stands in attributes and controls. */
const everythingOn = (app: AppPage) => app.page.evaluate(() => document.documentElement.outerHTML)

describe('an export with everything in it', () => {
  it.each(FILES)('leaves nothing personal behind: %s', async (_, name, make) => {
    const app = await opened(name, await make())
    const { privacy, panels } = app.texts
    const form = app.page.getByRole('form', { name: panels.open.title })
    await form.getByText(privacy.dropped(String(PERSONAL_COLUMNS.length), false)).waitFor()
    for (const column of PERSONAL_COLUMNS) {
      const choice = form.getByRole('radiogroup', { name: privacy.choice(column) })
      expect(await choice.getByRole('radio', { checked: true }).innerText()).toBe(privacy.decisions.drop)
    }
    const before = await everythingOn(app)
    for (const value of personal) expect(before, value).not.toContain(value)

    await app.load()
    expect(await app.total()).toBe(ROWS)
    const text = await exported(app)
    expect(text).toContain('5000-K123456-25')
    expect(text).toContain('Slottsgatan')
    for (const value of personal) expect(text, value).not.toContain(value)
    for (const column of PERSONAL_COLUMNS) expect(text.split('\r\n')[0]).not.toContain(column)
    const after = await everythingOn(app)
    for (const value of personal) expect(after, value).not.toContain(value)

    await app.show('data')
    const report = app.page.locator('details', { hasText: privacy.title })
    await expect.poll(() => report.first().innerText()).toContain(privacy.report.decisions.drop)
    const saved = app.page.waitForEvent('download')
    await app.page.getByRole('button', { name: panels.data.saveRejected }).click()
    const parts: Buffer[] = []
    for await (const part of await (await saved).createReadStream()) parts.push(part as Buffer)
    const rejected = Buffer.concat(parts).toString('utf8')
    expect(rejected).toContain('förra tisdagen')
    for (const value of personalValues(ROWS)) expect(rejected).not.toContain(value)
  })

  it('keeps a column only after a second yes, by keyboard, and says so in the report', async () => {
    const app = await opened('uttag.csv', Buffer.from(csvOf(rows)))
    const { privacy } = app.texts
    const choice = app.page.getByRole('radiogroup', { name: privacy.choice('regnr') })
    await choice.getByRole('radio', { checked: true }).focus()
    await app.page.keyboard.press('ArrowRight')
    const question = app.page.getByRole('group', { name: privacy.confirm.question('regnr') })
    await question.waitFor()
    // Not yet: the preview and the load hold to the default.
    await app.page.keyboard.press('Tab')
    await app.page.keyboard.press('Tab')
    await app.page.keyboard.press('Enter')
    await question.waitFor({ state: 'detached' })
    expect(await choice.getByRole('radio', { checked: true }).innerText()).toBe(privacy.decisions.drop)

    await app.page.keyboard.press('ArrowRight')
    await question.waitFor()
    await app.page.keyboard.press('Tab')
    await app.page.keyboard.press('Enter')
    await expect
      .poll(() => choice.getByRole('radio', { checked: true }).innerText())
      .toBe(privacy.decisions.keep)
    await app.load()
    const text = await exported(app)
    expect(text).toContain('ABC123')
    expect(text).not.toContain('Anna Svensson')
    await app.show('data')
    const report = app.page.locator('details', { hasText: privacy.title }).first()
    await expect
      .poll(() => report.innerText())
      .toMatch(new RegExp(`regnr\\s+${privacy.report.decisions.keep} \\(${privacy.report.by.person}\\)`))
  })

  it('is loaded with coarser places, whose effect is told before and after', async () => {
    const app = await opened('uttag.csv', Buffer.from(csvOf(rows)))
    const { coarsening } = app.texts.privacy
    const places = app.page.getByRole('radiogroup', { name: coarsening.label })
    await places.getByRole('radio', { name: coarsening.donut }).click()
    await app.page.getByRole('button', { name: coarsening.try }).click()
    const told = app.page.getByText(/^Platserna flyttas/)
    await told.waitFor()
    const before = await told.innerText()
    expect(await app.page.getByText(/platser, radie/).innerText()).toMatch(/^120\splatser/)
    await app.load()
    const text = await exported(app)
    for (let k = 0; k < ROWS; k++) {
      expect(text).not.toContain(row(k)[4])
      expect(text).not.toContain(row(k)[5])
    }
    await app.show('data')
    expect(await app.page.getByText(/^Platserna flyttas/).innerText()).toBe(before)
  })
})

describe('a file of persons', () => {
  it('is refused in words, and what was on the screen stays', async () => {
    const app = await session.newApp()
    await app.open('#d=demo')
    await app.ready()
    const total = await app.total()
    const persons = rows.slice(0, 50).map((cells, k) => [cells[10], `19${50 + k}-03-12`, 'Malmö'])
    await app.dropText(csvOf(persons, ['namn', 'födelsedatum', 'ort']), 'medlemmar.csv')
    const notice = app.page.getByRole('alert').filter({ hasText: 'medlemmar.csv' })
    await notice.waitFor()
    expect(await notice.innerText()).toMatch(/en person per rad[^]*”namn” och ”födelsedatum”[^]*per brott/)
    expect(await app.total()).toBe(total)
    expect(await everythingOn(app)).not.toContain('Svensson')
  })
})
