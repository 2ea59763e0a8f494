import { describe, expect, it } from 'vitest'
import type { AppPage } from '../support/app.ts'
import { browserSession } from '../support/session.ts'

const session = browserSession({ map: false })
const VIEW = '#d=demo&p=2025-01-01_2025-05-01&t=misshandel-utomhus&h=4-5.16-5'

/** All that the screen says about one selection. */
async function seen(app: AppPage): Promise<unknown> {
  await app.ready()
  return {
    total: await app.total(),
    week: await app.week(),
    months: await app.months(),
    types: await app.types(),
  }
}

describe('the address', () => {
  it('gives the same view after a reload', async () => {
    const app = await session.newApp()
    await app.open(VIEW)
    const before = await seen(app)
    await app.brushMonths(36, 39)
    const after = await seen(app)
    expect(after).not.toEqual(before)
    await app.page.reload()
    expect(await seen(app)).toEqual(after)
  })

  it('gives the same view to another page, each part of it', async () => {
    const full =
      '#d=demo&p=2024-03-01_2024-09-01&c=m2&t=klotter~cykelstold&h=0-4.2-8&m=aoristic&v=points&b=300&x=f3'
    const app = await session.newApp()
    await app.open(full)
    const before = await seen(app)
    const other = await session.newApp()
    await other.open(new URL(app.page.url()).hash)
    expect(await seen(other)).toEqual(before)
    expect(other.hash).toBe(app.hash)
    expect(Object.fromEntries(new URLSearchParams(other.hash.slice(1)))).toEqual(
      Object.fromEntries(new URLSearchParams(full.slice(1))),
    )
  })

  it('undoes with back and redoes with forward, one choice at a time', async () => {
    const app = await session.newApp()
    await app.open('#d=demo&p=2025-01-01_2025-05-01')
    const totals: number[] = []
    const note = async () => {
      await app.ready()
      totals.push(await app.total())
    }
    await note()
    await app.page.getByRole('button', { name: /^Klotter/ }).click()
    await note()
    await app.brushWeek({ row: 0, column: 4 }, { row: 4, column: 12 })
    await note()
    await app.show('incidents')
    await app.show('situation')
    for (let k = 0; k < 3; k++) await app.page.goBack()
    await app.ready()
    expect(await app.total()).toBe(totals[1])
    await app.page.goBack()
    await app.ready()
    expect(await app.total()).toBe(totals[0])
    await app.page.goForward()
    await app.page.goForward()
    await app.ready()
    expect(await app.total()).toBe(totals[2])
    await app.page.getByRole('button', { name: app.texts.app.topBar.undo }).click()
    await expect.poll(() => app.total()).toBe(totals[1])
    await app.page.keyboard.press('Control+Shift+Z')
    await expect.poll(() => app.total()).toBe(totals[2])
    expect(new Set(totals).size).toBe(3)
  })

  it('that is damaged opens the parts that can be read', async () => {
    const app = await session.newApp()
    await app.open('#d=demo&p=2025-13-01_x&h=9-9.99-99&b=-1&v=nothing&w=o:x:1.2&s=nowhere&c=y9&t=klotter')
    await app.ready()
    expect(await app.total()).toBeGreaterThan(0)
    await app.lift('Klotter')
    expect(app.hash).toBe('#d=demo')
  })
})
