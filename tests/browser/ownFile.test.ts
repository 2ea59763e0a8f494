import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { AppPage } from '../support/app.ts'
import { browserSession } from '../support/session.ts'

const session = browserSession({ map: false })
const REFERENCE = resolve(import.meta.dirname, '../../../shared/reference')
const MEMPHIS = join(REFERENCE, 'data/memphis_robberies_2019.csv')
const NEW_YORK = join(REFERENCE, 'data/nyc_vehicle_thefts_2014_2017.csv')

/** 7 × 24 counts from Monday 00 as the reference gives them, cut anew at 06 as the screen does. */
function fromSix(mondayFirst: number[][]): number[] {
  const hours = mondayFirst.flat()
  return Array.from({ length: 168 }, (_, cell) => hours[(cell + 6) % 168])
}

function reference<T>(path: string): T {
  return JSON.parse(readFileSync(join(REFERENCE, path), 'utf8')) as T
}

async function inZone(app: AppPage, zone: string): Promise<void> {
  const field = app.page.getByLabel(app.texts.panels.open.timeZone, { exact: true })
  await field.fill(zone)
  await field.press('Tab')
}

describe('a file of one’s own', () => {
  let folder: string
  let path: string

  // 40 Saturdays at 23, 20 Mondays at 08, 5 days without a clock, 3 rows with a date that is none.
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'lagesbild-test-'))
    path = join(folder, 'egen fil åäö.csv')
    const day = (first: string, week: number) =>
      new Date(Date.parse(first) + week * 7 * 86_400_000).toISOString().slice(0, 10)
    const rows = [
      ...Array.from({ length: 40 }, (_, k) => [
        `${day('2024-01-06', k)} 23:10`,
        'Klotter',
        6_580_000 + k,
        674_000,
      ]),
      ...Array.from({ length: 20 }, (_, k) => [
        `${day('2024-01-08', k)} 08:45`,
        'Personrån',
        6_581_000,
        675_000 + k,
      ]),
      ...Array.from({ length: 5 }, (_, k) => [day('2024-02-01', k), 'Klotter', '', '']),
      ...Array.from({ length: 3 }, () => ['2024-13-45 25:00', 'Klotter', '', '']),
    ]
    const text = ['tidpunkt;brottstyp;n;e', ...rows.map((row) => row.join(';'))].join('\r\n')
    writeFileSync(path, Buffer.from(text, 'latin1'))
  })
  afterAll(() => rmSync(folder, { recursive: true }))

  async function expectOwnFile(app: AppPage): Promise<void> {
    expect(await app.total()).toBe(65)
    const week = await app.week()
    expect(week[5 * 24 + 17]).toBe(40)
    expect(week[2]).toBe(20)
    expect(week.reduce((sum, count) => sum + count)).toBe(60)
    expect(await app.types()).toEqual([
      { name: 'Klotter', count: 45 },
      { name: 'Personrån', count: 20 },
    ])
    expect(await app.tableRows()).toEqual({ shown: 65, all: 65 })
  }

  it('is read in Latin 1 when dropped on the page', async () => {
    const app = await session.newApp()
    await app.open()
    await app.ready()
    await app.drop(path)
    await app.load()
    await expectOwnFile(app)
    await app.show('data')
    const panel = app.page.getByRole('complementary')
    await expect.poll(() => panel.innerText()).toMatch(/65 av 68 rader/)
  })

  it('comes back to its view when the same file is opened again', async () => {
    const app = await session.newApp()
    await app.open()
    await app.ready()
    await app.choose(path)
    await app.load()
    await app.page.getByRole('button', { name: /^Personrån/ }).click()
    await app.ready()
    expect(await app.total()).toBe(20)
    const view = app.page.url()

    const other = await session.newApp()
    await other.open(new URL(view).hash)
    await other.page.getByText(other.texts.app.states.waitsForFile).waitFor()
    await other.choose(path)
    await other.load()
    expect(await other.total()).toBe(20)
    expect(other.page.url()).toBe(view)
  })

  it('is all that counts when it comes while the demo behind the invitation is still on its way', async () => {
    const app = await session.newApp()
    let release = () => {}
    const held = new Promise<void>((resolve) => (release = resolve))
    await app.page.route(/demo\/incidents/, async (route) => {
      await held
      await route.continue()
    })
    await app.open()
    await app.drop(path)
    const load = app.page.getByRole('button', { name: app.texts.panels.open.load, exact: true })
    await load.waitFor()
    release()
    await load.click()
    await load.waitFor({ state: 'detached' })
    await app.ready()
    await expectOwnFile(app)
    expect(app.hash).not.toContain('d=demo')
  })

  it('that is none is refused in words, and what was on the screen stays', async () => {
    const none = join(folder, 'bild.csv')
    writeFileSync(none, Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]))
    const app = await session.newApp()
    await app.open('#d=demo')
    await app.ready()
    const before = await app.total()
    await app.drop(none)
    const notice = app.page.getByRole('alert').filter({ hasText: 'bild.csv' })
    await notice.waitFor()
    expect(await notice.innerText()).toMatch(/bild\.csv\s+\p{Lu}\p{Ll}[^]*\./u)
    expect(await notice.innerText()).not.toContain('[object')
    expect(await app.total()).toBe(before)
  })
})

describe.runIf(existsSync(MEMPHIS))('the reference files', () => {
  let weeks: Record<string, { rows: number; monday_first: number[][] }>

  // Not at the top of the suite, which is read even where it does not run.
  beforeAll(() => {
    weeks = reference('time/time_of_week.json')
  })

  it('counts the robberies of Memphis, dropped on the page, as the reference does', async () => {
    const app = await session.newApp()
    await app.open()
    await app.ready()
    await app.drop(MEMPHIS)
    await app.load(() => inZone(app, 'America/Chicago'))
    expect(await app.total()).toBe(weeks.memphis.rows)
    expect(await app.week()).toEqual(fromSix(weeks.memphis.monday_first))
    expect(await app.tableRows()).toEqual({ shown: 2245, all: 2245 })
  })

  it('counts the vehicle thefts of New York, chosen in the dialogue, and shares their intervals out over the week', async () => {
    const thefts = weeks.nyc_vehicle_thefts_from
    const aoristic = reference<
      Record<
        string,
        { stats: { missing_to: number; zero: number; over168: number }; monday_first: number[][] }
      >
    >('aoristic/aoristic_tables.json')['nyc_vehicle_thefts|elapsed|cap168']
    const app = await session.newApp()
    await app.open()
    await app.ready()
    await app.choose(NEW_YORK)
    await app.load(() => inZone(app, 'America/New_York'))
    // Several years of data open on the last twelve months.
    await app.lift(/20\d\d/)
    expect(await app.total()).toBe(thefts.rows)
    expect(await app.week()).toEqual(fromSix(thefts.monday_first))
    const months = await app.months()
    expect(months.reduce((sum, count) => sum + count)).toBe(thefts.rows)

    await app.page.getByRole('radio', { name: app.texts.panels.when.methods.aoristic }).click()
    await app.ready()
    // The reference caps intervals at a week; the screen counts those longer than one as unknown.
    const week = await app.week()
    const shared = week.reduce((sum, count) => sum + count)
    expect(shared).toBeGreaterThan(thefts.rows - aoristic.stats.over168 - 84)
    expect(shared).toBeLessThan(thefts.rows - aoristic.stats.over168 + 84)

    expect(await app.tableRows()).toEqual({ shown: thefts.rows, all: thefts.rows })
    await app.show('data')
    const panel = app.page.getByRole('complementary')
    await expect.poll(() => panel.innerText()).toMatch(/2\s852/)
  })
})
