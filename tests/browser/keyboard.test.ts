import { describe, expect, it } from 'vitest'
import type { AppPage } from '../support/app.ts'
import { browserSession } from '../support/session.ts'
import { crimes, demoRows } from './demoRows.ts'

const session = browserSession()
const rows = demoRows()

interface Stop {
  role: string
  name: string
  inside: string
  outlined: boolean
}

/** What has the focus now: its role or tag, its name, the part of the page it belongs to, and whether that can be seen. */
function stop(app: AppPage): Promise<Stop | null> {
  return app.page.evaluate(() => {
    const focused = document.activeElement
    if (!focused || focused === document.body) return null
    const parts = { top: 'header', views: 'nav', map: 'main .map', months: 'main .timeline', panel: 'aside' }
    const part = Object.entries(parts).find(([, selector]) => focused.closest(selector))
    const style = getComputedStyle(focused)
    return {
      role: focused.getAttribute('role') ?? focused.tagName.toLowerCase(),
      name: (focused.getAttribute('aria-label') ?? focused.textContent ?? '')
        .trim()
        .replace(/\s+/g, ' ')
        .slice(0, 60),
      inside: part?.[0] ?? '',
      outlined: style.outlineStyle !== 'none' || style.boxShadow !== 'none',
    }
  })
}

async function openAt(hash: string): Promise<AppPage> {
  const app = await session.newApp()
  await app.open(hash)
  await app.ready()
  await app.mapDrawn()
  return app
}

describe('by keyboard alone', () => {
  it('Tab reaches the top bar, the views, the map, the timeline and each card, in the order seen, with a visible focus', async () => {
    const app = await openAt('#d=demo&p=2025-01-01_2025-05-01')
    const stops: Stop[] = []
    for (let k = 0; k < 150; k++) {
      await app.page.keyboard.press('Tab')
      const next = await stop(app)
      if (!next) break
      stops.push(next)
    }
    const order = [...new Set(stops.map(({ inside }) => inside).filter(Boolean))]
    expect(order).toEqual(['top', 'views', 'map', 'months', 'panel'])
    expect(stops.filter(({ role, inside }) => role === 'grid' && inside === 'months')).toHaveLength(1)
    expect(stops.filter(({ role, inside }) => role === 'grid' && inside === 'panel')).toHaveLength(1)
    expect(stops.filter(({ outlined }) => !outlined)).toEqual([])
    expect(stops.filter(({ name }) => name === '')).toEqual([])
    expect(stops[0].name).toBe(app.texts.app.skipToPanel)
  })

  it('arrows and Enter brush the week, Escape takes a draft back and then the choice', async () => {
    const app = await openAt('#d=demo&p=2025-01-01_2025-05-01')
    const { keyboard } = app.page
    const all = crimes(rows, { period: ['2025-01-01', '2025-05-01'] }).length
    await app.heat.focus()
    for (let k = 0; k < 4; k++) await keyboard.press('ArrowDown')
    for (let k = 0; k < 16; k++) await keyboard.press('ArrowRight')
    await keyboard.press('Shift+ArrowDown')
    for (let k = 0; k < 4; k++) await keyboard.press('Shift+ArrowRight')
    await keyboard.press('Escape')
    await app.ready()
    expect(await app.total()).toBe(all)
    expect(app.hash).not.toContain('h=')

    await keyboard.press('Home')
    for (let k = 0; k < 16; k++) await keyboard.press('ArrowRight')
    await keyboard.press('ArrowUp')
    await keyboard.press('Shift+ArrowDown')
    for (let k = 0; k < 4; k++) await keyboard.press('Shift+ArrowRight')
    await keyboard.press('Enter')
    await app.ready()
    const nights = crimes(rows, {
      period: ['2025-01-01', '2025-05-01'],
      cells: (cell) => [4, 5].includes(Math.floor(cell / 24)) && cell % 24 >= 16 && cell % 24 <= 20,
    })
    expect(app.hash).toContain('h=4-5.16-5')
    expect(await app.total()).toBe(nights.length)

    await keyboard.press('Escape')
    await app.ready()
    expect(await app.total()).toBe(all)
  })

  it('arrows and Enter brush the months', async () => {
    const app = await openAt('#d=demo&t=klotter')
    const { keyboard } = app.page
    await app.timeline.focus()
    await keyboard.press('Home')
    for (let k = 0; k < 24; k++) await keyboard.press('ArrowRight')
    for (let k = 0; k < 3; k++) await keyboard.press('Shift+ArrowRight')
    await keyboard.press('Enter')
    await app.ready()
    expect(app.hash).toContain('p=2025-01-01_2025-05-01')
    const expected = crimes(rows, { types: ['Klotter'], period: ['2025-01-01', '2025-05-01'] })
    expect(await app.total()).toBe(expected.length)
  })

  it('the map moves by arrows and zooms by plus and minus', async () => {
    const app = await openAt('#d=demo&p=2025-01-01_2025-05-01')
    const map = app.page.getByRole('region', { name: app.texts.map.label })
    await map.focus()
    const scale = app.page.locator('svg.scale')
    const before = await scale.getAttribute('aria-label')
    await app.page.keyboard.press('+')
    await app.page.keyboard.press('+')
    await expect.poll(() => scale.getAttribute('aria-label')).not.toBe(before)
  })
})
