import { describe, expect, it } from 'vitest'
import type { AppPage } from '../support/app.ts'
import { browserSession } from '../support/session.ts'
import { byCell, byMonth, byType, crimes, demoRows, type DemoFilter } from './demoRows.ts'

const session = browserSession()
const rows = demoRows()
const FIRST_MONTH = '2023-01'
const MONTHS = 42
const ASSAULT = 'Misshandel utomhus'
const PROBLEM_PICTURE: [string, string] = ['2025-01-01', '2025-05-01']
const FOLLOW_UP: [string, string] = ['2026-01-01', '2026-05-01']

/** Fridays and Saturdays 22-03: rows 4 and 5, columns 16 to 20. */
const FRIDAY = 4
const SATURDAY = 5
const isWeekendNight = (cell: number) => {
  const [row, column] = [Math.floor(cell / 24), cell % 24]
  return (row === FRIDAY || row === SATURDAY) && column >= 16 && column <= 20
}

/** Every view without its own filter, as the screen shows them. */
async function expectViews(app: AppPage, filter: DemoFilter): Promise<void> {
  await app.ready()
  const { types, period, cells } = filter
  expect(await app.total()).toBe(crimes(rows, filter).length)
  expect(await app.week()).toEqual(byCell(crimes(rows, { types, period })))
  expect(await app.months()).toEqual(byMonth(crimes(rows, { types, cells }), FIRST_MONTH, MONTHS))
  const expected = byType(crimes(rows, { period, cells }))
  const shown = (await app.types()).filter(({ count }) => count > 0)
  expect(Object.fromEntries(shown.map(({ name, count }) => [name, count]))).toEqual(
    Object.fromEntries(expected),
  )
}

async function openDemo(): Promise<AppPage> {
  const app = await session.newApp()
  await app.open()
  await app.page.getByRole('button', { name: app.texts.app.welcome.demo }).click()
  await app.ready()
  return app
}

describe('the demo', () => {
  it('opens from the invitation on the problem picture of the ledger', async () => {
    const app = await openDemo()
    await expectViews(app, { types: [ASSAULT], period: PROBLEM_PICTURE })
    expect(await app.total()).toBe(67)
    expect(await app.headline.textContent()).toMatch(/\+22\s%/)
  })

  it('is filtered by brushes drawn with the pointer, and every view follows', async () => {
    const app = await openDemo()
    await app.brushWeek({ row: FRIDAY, column: 16 }, { row: SATURDAY, column: 20 })
    await expectViews(app, { types: [ASSAULT], period: PROBLEM_PICTURE, cells: isWeekendNight })
    await app.brushMonths(36, 39)
    await expectViews(app, { types: [ASSAULT], period: FOLLOW_UP, cells: isWeekendNight })
    expect(app.hash).toContain('p=2026-01-01_2026-05-01')
    expect(app.hash).toContain('h=4-5.16-5')
    const left = crimes(rows, { types: [ASSAULT], period: FOLLOW_UP, cells: isWeekendNight })
    expect(await app.tableRows()).toEqual({ shown: left.length, all: rows.length })
  })

  it('is filtered by a click on a type, and by a second click no longer', async () => {
    const app = await openDemo()
    const type = (name: string) => app.page.getByRole('button', { name: new RegExp(`^${name}`) })
    await type('Klotter').click()
    await expectViews(app, { types: [ASSAULT, 'Klotter'], period: PROBLEM_PICTURE })
    await type(ASSAULT).click()
    await expectViews(app, { types: ['Klotter'], period: PROBLEM_PICTURE })
  })

  it('is narrowed to a hotspot whose count the reading then repeats', async () => {
    const app = await openDemo()
    const badge = app.page.getByRole('button', { name: /^Brottstät plats 1,/ })
    const counted = Number(/: (\d+)\./.exec((await badge.getAttribute('aria-label')) ?? '')?.[1])
    expect(counted).toBeGreaterThanOrEqual(5)
    // Marks on the map may cover each other; by key each can be had.
    await badge.press('Enter')
    await app.ready()
    expect(await app.total()).toBe(counted)
    expect(app.hash).toContain('w=o:')
  })
})
